#include "query/word_match.h"

#include <doctest/doctest.h>

namespace onrecord::query {
namespace {

TEST_CASE("word match: particles, verb endings and the end of a word leave it a word") {
  for (const char* text :
       {"규제", "규제를 풀자", "규제했다", "“규제”라고", "규제들이", "AI규제가", "규제에서는"}) {
    CAPTURE(text);
    CHECK(best_match(text, "규제") == WordMatch::Word);
  }
}

TEST_CASE("word match: a compound holds its parts") {
  CHECK(best_match("규제완화 방안", "규제") == WordMatch::Part);
  CHECK(best_match("탄소규제는", "규제") == WordMatch::Part);
  CHECK(best_match("규제안이", "규제") == WordMatch::Part);
}

TEST_CASE("word match: letters inside another word are no word") {
  CHECK(best_match("자가격리", "가격") == WordMatch::Inside);
  CHECK(best_match("제도시행", "도시") == WordMatch::Inside);
  CHECK(best_match("금리 인상", "규제") == WordMatch::None);
}

TEST_CASE("word match: English words meet by stem and not inside each other") {
  CHECK(best_match("They regulate it.", "regulation") == WordMatch::Word);
  CHECK(best_match("a regular day", "regulation") == WordMatch::None);
  CHECK(best_match("high interest rates", "interest rate") == WordMatch::Word);
  CHECK(best_match("interest in lower rates", "interest rate") == WordMatch::None);
  CHECK(best_match("they said again", "AI") == WordMatch::None);
  CHECK(best_match("AI는 도구다", "ai") == WordMatch::Word);
  CHECK(best_match("오픈AI는", "AI") == WordMatch::Inside);
}

TEST_CASE("word match: hits are byte ranges of the text as it stands") {
  const std::string text = "첫째 규제, 둘째 규제를";
  const auto hits = find_word_hits(text, "규제");
  REQUIRE(hits.size() == 2);
  CHECK(slice(text, hits[0].span) == "규제");
  CHECK(slice(text, hits[1].span) == "규제");
}

}  // namespace
}  // namespace onrecord::query
