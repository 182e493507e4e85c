#include "lang/verb_forms.h"

#include <doctest/doctest.h>

#include <string>

#include "lang/lexicon.h"

using namespace onrecord::lang;

namespace {

const ClassMask kReport = class_mask("report") | class_mask("report_weak");

std::string stem(std::string_view word) {
  const VerbReading r = read_verb(word, kReport);
  return r.verb == nullptr ? "" : std::string(r.verb->form);
}

}  // namespace

TEST_CASE("verb forms: a stem is found behind its endings") {
  CHECK(stem("밝혔다") == "밝히");
  CHECK(stem("덧붙였습니다") == "덧붙이");
  CHECK(stem("내다봤다") == "내다보");
  CHECK(stem("물었다") == "묻");
  CHECK(stem("되물었다") == "되묻");
  CHECK(stem("나무") == "");
}

TEST_CASE("verb forms: only some stems in ㄷ change it before a vowel") {
  CHECK(stem("맞받았다") == "맞받");
  CHECK(stem("믿었다") == "믿");
  CHECK(stem("밀었다") == "");
}

TEST_CASE("verb forms: what is denied, planned or yet to come has not been said") {
  for (std::string_view word :
       {"말할", "밝힐", "말하지", "말하지도", "밝히려고", "말하기", "밝혀야"}) {
    CAPTURE(word);
    CHECK(read_verb(word, kReport).unsaid);
  }
  for (std::string_view word : {"말한", "밝힌", "말했지만", "말하며", "말하자", "말하기도"}) {
    CAPTURE(word);
    CHECK_FALSE(read_verb(word, kReport).unsaid);
  }
}
