#include <doctest/doctest.h>

#include "extract/english_article_test.h"

namespace onrecord {
namespace {

TEST_CASE("english speakers: a pronoun nobody can answer for is nobody") {
  const Article a("It rained all day. “The road is closed,” he said.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.found.quotations[0].speakers.empty());
}

TEST_CASE("english speakers: he is the subject of the sentence before, not its object") {
  const Article a("Robert Stone met Peter Walsh at noon. He said that the bridge would close.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "Robert Stone");
}

TEST_CASE("english speakers: whoever speaks goes on over a sentence without a name") {
  const Article a(
      "Anna Miller said the gate was shut. “It is cold,” she said. “Nobody came,” she added.");
  REQUIRE(a.found.quotations.size() == 3);
  CHECK(a.speaker(2) == "Anna Miller");
}

TEST_CASE("english speakers: sex is learned from a pronoun that means one person only") {
  const Article a("Do Ra-on sold her house. Pyo Si-an sold his boat. “We are leaving,” she said.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "Do Ra-on");
}

TEST_CASE("english speakers: the minister is who is called so, before or behind the name") {
  const Article a(
      "Robert Stone, the transport minister, met Anna Miller, the mayor. “It is old,” the minister "
      "said. “It is ours,” the mayor said.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Robert Stone");
  CHECK(a.speaker(1) == "Anna Miller");
}

TEST_CASE("english speakers: a transport minister is no health minister") {
  const Article a(
      "Robert Stone, the transport minister, was away. The health minister said the ward was "
      "open.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "The health minister");
}

TEST_CASE("english speakers: the executive may be the chief executive") {
  const Article a(
      "Chief executive Anna Miller opened the plant. The executive said it would hire fifty.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "Anna Miller");
}

TEST_CASE("english speakers: the name between commas, not the role before it") {
  const Article a(
      "Her editor, Robert Stone, said the book was late. A rival, Morae, says it grew.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Robert Stone");
  CHECK(a.speaker(1) == "Morae");
}

TEST_CASE("english speakers: the bank is the body whose name says so") {
  const Article a(
      "The Bank of Marland raised its rate. Analysts had waited. The bank said prices were high.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "Bank of Marland");
}

TEST_CASE("english speakers: letters in brackets and short forms are the body") {
  const Article a(
      "The Harbour Research Institute (HRI) published figures. HRI said trade fell. Blue Wing "
      "Holdings lost money. Blue Wing said it would recover.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Harbour Research Institute");
  CHECK(a.speaker(1) == "Blue Wing Holdings");
}

TEST_CASE("english speakers: it is the body that spoke, they are the sources") {
  const Article a(
      "Marland Motors Corp said sales fell. It said the plant would stay open. Two sources said "
      "the "
      "deal was near. They said it was large.");
  REQUIRE(a.found.quotations.size() == 4);
  CHECK(a.speaker(1) == "Marland Motors Corp");
  CHECK(a.speaker(3) == "Two sources");
}

TEST_CASE("english speakers: an unnamed source keeps its name") {
  const Article a(
      "A senior official declined to talk. The official said the sale was dead. According to "
      "people familiar with the matter, the sale is off.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "A senior official");
  CHECK(a.speaker(1) == "people familiar with the matter");
}

TEST_CASE("english speakers: Korean names put the surname first in any romanisation") {
  const Article a(
      "Kim Min-su met Yoon Sang Woo. Minister Kim said it was late. Yoon said it was early.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Kim Min-su");
  CHECK(a.speaker(1) == "Yoon Sang Woo");
}

TEST_CASE("english speakers: of two people of one surname the one named last") {
  const Article a(
      "Lee Ga-on opened the door. Lee said it was cold. Lee Da-on shut it. Lee said it was warm.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Lee Ga-on");
  CHECK(a.speaker(1) == "Lee Da-on");
}

TEST_CASE("english speakers: told by somebody, quoted as saying") {
  const Article a(
      "Anna Miller was told by Robert Stone that the gate was shut. The report quoted Peter Walsh "
      "as "
      "saying, “It is locked.”");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Robert Stone");
  CHECK(a.speaker(1) == "Peter Walsh");
}

TEST_CASE("english speakers: the name behind an inverted role, not the role") {
  const Article a("“The gate stays shut,” said its warden, Robert Stone. “It is old.”");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Robert Stone");
  CHECK(a.speaker(1) == "Robert Stone");
}

TEST_CASE("english speakers: a person with knowledge of the talks, not the talks") {
  const Article a("A person with knowledge of the talks said the gate would be shut.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "A person with knowledge of the talks");
}

TEST_CASE("english speakers: a noun phrase cut off by its attribution is no clause") {
  const Article a("Robert Stone met reporters. The old gate, he said, was rotten.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.words(0) == "was rotten");
  CHECK(a.speaker(0) == "Robert Stone");
}

TEST_CASE("english speakers: sources keep their head") {
  const Article a(
      "Two sources close to the company told the Courier that it would be sold. Police in the city "
      "of Dorn said a man was held. A spokesman for operator Nordlin said the line would close.");
  REQUIRE(a.found.quotations.size() == 3);
  CHECK(a.speaker(0) == "Two sources close to the company");
  CHECK(a.speaker(1) == "Police in the city of Dorn");
  CHECK(a.speaker(2) == "A spokesman for operator Nordlin");
}

TEST_CASE("english speakers: a body keeps the place and the ‘and’ in its name") {
  const Article a(
      "Leeds Moor Airport said flights were late. Wexley Fire and Rescue said the blaze was out.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(0) == "Leeds Moor Airport");
  CHECK(a.speaker(1) == "Wexley Fire and Rescue");
}

TEST_CASE("english speakers: a U.S. agency's spokesman speaks, not the country before") {
  const Article a(
      "The United States said it would wait.\n“We are concerned,” U.S. State Department spokesman "
      "Robert Stone told a briefing.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(1) == "Robert Stone");
}

TEST_CASE("english speakers: marked words before his lawyer, NAME, said") {
  const Article a("“We will appeal,” his lawyer, Anna Miller, said outside the court.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.is_direct(0));
  CHECK(a.speaker(0) == "Anna Miller");
}

TEST_CASE("english speakers: she is the subject of the sentence just before") {
  const Article a(
      "“It works,” Robert Stone said. “It works well.” Anna Miller disagreed. “It does not,” she "
      "said.");
  REQUIRE(a.found.quotations.size() == 3);
  CHECK(a.speaker(2) == "Anna Miller");
}

TEST_CASE("english speakers: who was asked answers") {
  const Article a(
      "Robert Stone, a former catcher, has three weeks. He was asked whether Peter Walsh would be "
      "fined. “Absolutely,” he said.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "Robert Stone");
}

TEST_CASE("english speakers: an object tells nothing of the subject's sex") {
  const Article a("Do Ra-on wrote to him. Peter Walsh was away. “I am late,” he said.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "Peter Walsh");
}

TEST_CASE("english speakers: it is the paper of the sentence before") {
  const Article a("An officer's report advised refusal. It warned that the road would flood.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.speaker(0) == "An officer's report");
}

TEST_CASE("english speakers: marked words before ‘, NAME smiled’ are not the last speaker's") {
  const Article a("“It rained,” Robert Stone said. “It always rains,” Anna Miller smiled.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(1) == "Anna Miller");
}

TEST_CASE("english speakers: the spokeswoman said behind a name is no title of the name") {
  const Article a(
      "“We agree,” said Anna Miller, the party's spokeswoman. It trusts floor leader Robert Stone, "
      "the spokeswoman said.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.speaker(1) == "Anna Miller");
}

TEST_CASE("english: who asks not to be named reports nothing by asking") {
  const Article a("A city official who asked not to be named said the talks were over.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.words(0) == "the talks were over");
  CHECK(a.speaker(0) == "A city official");
}

TEST_CASE("english: what somebody was asked to do is no quotation") {
  const Article a("Anna Miller asked him to stop. Robert Stone pledged to build a bridge.");
  CHECK(a.found.quotations.empty());
}

TEST_CASE("english: an interview that aired reports nothing more") {
  const Article a("“We have the votes,” Anna Miller said in an interview that aired Thursday.");
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.is_direct(0));
}

TEST_CASE("english: the words behind ‘he said, and’ are his, too") {
  const Article a("Robert Stone waited. It was cold, he said, and the gate was shut.");
  REQUIRE(a.found.quotations.size() == 2);
  CHECK(a.words(1) == "the gate was shut");
  CHECK(a.speaker(1) == "Robert Stone");
}

}  // namespace
}  // namespace onrecord
