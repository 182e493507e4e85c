#include "lang/hangul.h"

#include <doctest/doctest.h>

using namespace onrecord::lang;

TEST_CASE("hangul: a syllable is lead, vowel and tail") {
  const Syllable s = take_apart(U'값');
  CHECK(lead_letter(s.lead) == "ㄱ");
  CHECK(vowel_letter(s.vowel) == "ㅏ");
  CHECK(tail_letter(s.tail) == "ㅄ");
  CHECK(take_apart(U'가').tail == 0);
  CHECK(take_apart(U'힣').lead == 18);
}

TEST_CASE("hangul: a word of Hangul has nothing else in it") {
  CHECK(is_hangul_word("오픈"));
  CHECK_FALSE(is_hangul_word("오픈AI"));
  CHECK_FALSE(is_hangul_word(""));
  CHECK(count_syllables("오픈AI 대표") == 4);
  CHECK(characters("aé한") == std::vector<std::string_view>{"a", "é", "한"});
}
