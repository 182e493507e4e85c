#include "lang/endings.h"

#include <doctest/doctest.h>

#include "text/utf8.h"

using namespace onrecord;
using namespace onrecord::lang;

namespace {

// What a look-up for each length finds.
const Word* looked_up(std::string_view word, int length, ClassMask mask) {
  std::size_t at = word.size();
  for (int i = 0; i < length; ++i) {
    if (at == 0) return nullptr;
    text::decode_backwards(word, at);
  }
  const Word* found = find_word(word.substr(at));
  return found != nullptr && found->has(mask) ? found : nullptr;
}

}  // namespace

TEST_CASE("endings: one walk finds what a look-up for each length finds, for all words known") {
  const ClassMask mask = class_mask("josa") | class_mask("quotative") | class_mask("verb_tail") |
                         class_mask("org_suffix") | class_mask("title");
  int found = 0;
  for (const Word& word : all_words()) {
    const Endings endings = endings_of(word.form);
    for (int length = 1; length <= kMostEnding; ++length) {
      const Word* expected = looked_up(word.form, length, mask);
      CHECK_MESSAGE(endings.find(length, mask) == expected, word.form);
      found += expected != nullptr;
    }
  }
  CHECK(found > 1000);
}

TEST_CASE("endings: a particle behind an unknown noun is found with all its lengths") {
  const Endings endings = endings_of("훝뷁에서는");
  CHECK(endings.find(1, class_mask("josa"))->form == "는");
  CHECK(endings.find(3, class_mask("josa"))->form == "에서는");
  CHECK(endings.find(2, class_mask("josa")) == nullptr);
}

TEST_CASE("endings: an empty word and one letter have none") {
  CHECK(endings_of("").longest == 0);
  CHECK(endings_of("x").find(1, class_mask("josa")) == nullptr);
}
