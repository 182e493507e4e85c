// Marks, headlines, paragraphs and turns of English articles.
#include <doctest/doctest.h>

#include <chrono>

#include "extract/english_article_test.h"

namespace onrecord {
namespace {

TEST_CASE("english layout: single marks hold speech, apostrophes do not end it") {
  const Article a("‘The workers’ hall isn’t ours,’ Anna Miller said.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.words(0) == "The workers’ hall isn’t ours,");
  CHECK(a.speaker(0) == "Anna Miller");
}

TEST_CASE("english layout: a quotation over paragraphs has an opening mark in each") {
  const Article a(
      "Coun Anna Miller said: “The road is closed.\n“It will open in May.\n“Nobody is to blame.”");
  REQUIRE(a.found.quotations.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(a.is_direct(i));
    CHECK(a.speaker(i) == "Anna Miller");
  }
}

TEST_CASE("english layout: words of a headline belong to who says them in the body") {
  const Article a(
      "“The road stays closed”: anger in the valley\nThe council met on Monday. Anna Miller said: "
      "“The road stays closed until May.”");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Anna Miller");
}

TEST_CASE("english layout: answers of an interview are whole paragraphs, questions are none") {
  const Article a(
      "Anna Miller keeps the gate. Anna Miller is 60.\nQ: Is it hard?\nA: No. People say I am "
      "slow.\nQ: Are you?\nA: Perhaps.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.words(0) == "No. People say I am slow.");
  CHECK(a.speaker(0) == "Anna Miller");
}

TEST_CASE("english layout: a transcript names its speakers") {
  const Article a(
      "Robert Stone: Is it hard?\nAnna Miller: Not at all.\nStone: Are you sure?\nMiller: I am.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.words(1) == "I am.");
  CHECK(a.speaker(1) == "Anna Miller");
}

TEST_CASE("english layout: a dateline is no part of the words") {
  const Article a("MARLAND, March 11 (Agency) -- The bridge will close, police said.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.words(0) == "The bridge will close");
}

TEST_CASE("english layout: a clause ends where the writer turns") {
  const Article a("Anna Miller said the gate was shut, but visitors walked in.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.words(0) == "the gate was shut");
}

TEST_CASE("english layout: the attribution behind a sentence reports all of it") {
  const Article a("Robert Stone told them that the gate was shut, an informed source said.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.words(0) == "Robert Stone told them that the gate was shut");
  CHECK(a.speaker(0) == "an informed source");
  CHECK(a.speaker(1) == "Robert Stone");
}

TEST_CASE("english layout: titles and so-called words are no quotations") {
  const Article a(
      "Anna Miller wrote a book titled “The Long Green Door.” She spoke on the show “Morning "
      "Harbour” about her ‘second’ life.");
  CHECK(a.found.quotations.empty());
}

TEST_CASE("english layout: a paragraph of marked words belongs to whom the one before is about") {
  const Article a(
      "Anna Miller looked at the river for a while.\n“We have been here since the winter began.”");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "Anna Miller");
  CHECK(a.found.quotations[0].doubtful);
}

std::string long_article(int sentences) {
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    const std::string name =
        "Zeb" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i) + " Stone";
    text += "President " + name +
            " met the minister. He said the bridge was shut. The president "
            "said “no more. It said so, they said. ";
  }
  return text;
}

double seconds(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  const Article a(text);
  CHECK(a.found.quotations.size() > 10);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("english layout: ten times the people of one paragraph take about ten times the time") {
  const double small = seconds(long_article(1000));
  const double large = seconds(long_article(10000));
  CHECK(large < 40 * small + 0.2);
}

TEST_CASE("english layout: teams with their next games ask nothing and are no turns") {
  const Article a(
      "Harriers: Lost at home on Friday.\nOwls: Won for the first time.\nHarriers: At Leeds on "
      "Monday.\nOwls: Host York on Tuesday.");
  CHECK(a.found.quotations.empty());
}

}  // namespace
}  // namespace onrecord
