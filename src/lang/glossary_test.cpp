#include "lang/glossary.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace onrecord::lang {
namespace {

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST_CASE("glossary: an inflected English word finds the Korean noun") {
  for (const char* word : {"regulation", "Regulating", "regulations", "regulate", "regulators"}) {
    CAPTURE(word);
    CHECK(has(translate_topic(word), "규제"));
  }
  CHECK(has(translate_topic("interest rates"), "금리"));
  CHECK(has(translate_topic("AI"), "인공지능"));
}

TEST_CASE("glossary: a Korean noun finds its English glosses") {
  CHECK(has(translate_topic("저작권"), "copyright"));
  CHECK(has(translate_topic("규제"), "regulation"));
}

TEST_CASE("glossary: a word that merely begins alike is not translated") {
  CHECK_FALSE(has(translate_topic("regular"), "규제"));
  CHECK(translate_topic("규").empty());
  CHECK(translate_topic("zyzzyva").empty());
}

TEST_CASE("glossary: several words are one topic where the glossary has them so") {
  CHECK(topic_length({"artificial", "intelligence", "regulation"}, 0) == 2);
  CHECK(topic_length({"artificial", "intelligence", "regulation"}, 2) == 1);
  CHECK(topic_length({"zyzzyva", "regulation"}, 0) == 0);
}

}  // namespace
}  // namespace onrecord::lang
