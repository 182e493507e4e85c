#include <doctest/doctest.h>

#include "extract/english_article_test.h"

namespace onrecord {
namespace {

TEST_CASE("english: a quotation broken by its attribution is two of one speaker") {
  const Article a(
      "“The forest stays open,” said Anna Miller, the mayor. “Nobody will be turned away.”");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.words(0) == "The forest stays open,");
  CHECK(a.words(1) == "Nobody will be turned away.");
  CHECK(a.speaker(0) == "Anna Miller");
  CHECK(a.speaker(1) == "Anna Miller");
}

TEST_CASE("english: a reported clause goes from its first word to the end, marks inside or not") {
  const Article a("Anna Miller told reporters that the forest was “safe” for now.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.words(0) == "the forest was “safe” for now");
  CHECK(a.found.quotations[0].kind == QuotationKind::Indirect);
  CHECK(a.found.quotations[0].cue == "told");
}

TEST_CASE("english: a clause before its attribution is reported, too") {
  const Article a("The forest would stay open all winter, police said.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.words(0) == "The forest would stay open all winter");
  CHECK(a.speaker(0) == "police");
}

TEST_CASE("english: a pronoun stands for the person of its sex who spoke last") {
  const Article a(
      "Anna Miller opened the gate. Robert Stone watched. “It is cold,” he said. “It is not,” she "
      "said.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Robert Stone");
  CHECK(a.speaker(1) == "Anna Miller");
  CHECK(a.found.quotations[1].speakers[0].surface == "she");
}

TEST_CASE("english: a surname is the person named in full elsewhere") {
  const Article a(
      "Transport Minister Robert Stone left early. Mr. Stone said the bridge would close. The "
      "minister added that it was old.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Robert Stone");
  CHECK(a.speaker(1) == "Robert Stone");
}

TEST_CASE("english: marked names and emphasis are no quotations") {
  const Article a(
      "Anna Miller walked past the “Green Door” cafe and its so-called “garden” on Monday.");
  CHECK(a.found.quotations.empty());
}

TEST_CASE("english: nobody is guessed for marked words without a speaker") {
  const Article a(
      "The gate was shut all week.\n“We have been here since the first day of the winter.”");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.found.quotations[0].speakers.empty());
}

TEST_CASE("english: according to a source, before or behind the clause") {
  const Article a(
      "According to police, the bridge was closed at noon. It will open on Friday, according to "
      "the city.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.words(0) == "the bridge was closed at noon");
  CHECK(a.words(1) == "It will open on Friday");
}

TEST_CASE("english: words without a verb behind told are no reported clause") {
  const Article a("Robert Stone told his nephew a dozen times never to swim there.");
  CHECK(a.found.quotations.empty());
  const Article b("Robert Stone told his nephew the lake was deep.");
  REQUIRE(b.found.quotations.size() == 1);
  CHECK(b.words(0) == "the lake was deep");
}

}  // namespace
}  // namespace onrecord
