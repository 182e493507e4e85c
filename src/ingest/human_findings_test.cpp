#include "ingest/human_findings.h"

#include <doctest/doctest.h>

#include "text/offset_map.h"

using namespace onrecord;
using namespace onrecord::ingest;
using store::Action;
using store::Correction;

namespace {

Document document() {
  Document out;
  out.text = "김하늘 대표는 “문을 열겠다”고 말했다. 이도윤 이사는 곧 떠나겠다고 했다.";
  out.language = "ko";
  out.published = "2024-03-11";
  out.blocks = {{BlockKind::Body, {0, static_cast<std::uint32_t>(out.text.size())}}};
  return out;
}

ByteSpan bytes_of(const Document& document, const std::string& words) {
  const auto at = static_cast<std::uint32_t>(document.text.find(words));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

Correction about(const Document& document, Action action, const std::string& words,
                 const std::string& value = "", const std::string& kind = "direct") {
  Correction out;
  out.action = action;
  out.kind = kind;
  out.value = value;
  out.place = text::OffsetMap(document.text).to_codepoints(bytes_of(document, words));
  return out;
}

Findings findings(const Document& document) {
  Findings out;
  Chain chain;
  chain.name = "김하늘";
  chain.names = {"김하늘"};
  out.chains = {chain};
  Mention mention;
  mention.surface = "김하늘 대표";
  mention.span = bytes_of(document, "김하늘 대표");
  out.mentions = {mention};
  Quotation quotation;
  quotation.span = bytes_of(document, "문을 열겠다");
  quotation.sentence = bytes_of(document, "김하늘 대표는 “문을 열겠다”고 말했다.");
  quotation.cue = "말했다";
  quotation.rule = "direct.go_report";
  quotation.confidence = 0.5;
  quotation.doubtful = true;
  out.quotations = {quotation};
  return out;
}

Findings corrected(const Document& text, const std::vector<Correction>& words) {
  Findings out = findings(text);
  correct_findings(text, words, out);
  return out;
}

}  // namespace

TEST_CASE("human findings: a speaker whom the article names has his chain and his words") {
  const Document text = document();
  const auto out = corrected(text, {about(text, Action::Speaker, "문을 열겠다", "김하늘")});
  REQUIRE(out.quotations.size() == 1);
  const Quotation& quotation = out.quotations.front();
  REQUIRE(quotation.speakers.size() == 1);
  CHECK(quotation.speakers[0].chain == 0);
  CHECK(quotation.speakers[0].surface == "김하늘 대표");
  CHECK(quotation.rule == "direct.go_report");
  CHECK(quotation.speaker_rule == kHuman);
  CHECK(quotation.confidence == 1);
  CHECK_FALSE(quotation.doubtful);
  CHECK(out.chains.size() == 1);
}

TEST_CASE("human findings: one whom it does not name gets a chain; several and nobody may speak") {
  const Document text = document();
  auto out = corrected(text, {about(text, Action::Speaker, "문을 열겠다", "박서연; 김하늘")});
  REQUIRE(out.quotations.front().speakers.size() == 2);
  CHECK(out.quotations.front().speakers[0].chain == 1);
  CHECK(out.chains[1].name == "박서연");
  CHECK(out.quotations.front().speakers[1].chain == 0);
  out = corrected(text, {about(text, Action::Speaker, "문을 열겠다", "김하늘"),
                         about(text, Action::Speaker, "문을 열겠다")});
  CHECK(out.quotations.front().speakers.empty());  // the last word counts
}

TEST_CASE("human findings: what is rejected goes, also where newer rules cut it a little longer") {
  const Document text = document();
  CHECK(corrected(text, {about(text, Action::Reject, "문을 열겠다")}).quotations.empty());
  CHECK(corrected(text, {about(text, Action::Reject, "문을 열")}).quotations.empty());
  CHECK(corrected(text, {about(text, Action::Reject, "문")}).quotations.size() == 1);
  CHECK(
      corrected(text, {about(text, Action::Reject, "문을 열", "", "indirect")}).quotations.size() ==
      1);
}

TEST_CASE("human findings: the span that a person saw stands") {
  const Document text = document();
  const auto out = corrected(text, {about(text, Action::Confirm, "문을 열", "김하늘")});
  REQUIRE(out.quotations.size() == 1);
  CHECK(slice(text.text, out.quotations[0].span) == "문을 열");
  CHECK(out.quotations[0].cue == "말했다");
  CHECK(out.quotations[0].rule == kHuman);
}

TEST_CASE("human findings: a missed quotation stands in its sentence, and what crosses it goes") {
  const Document text = document();
  auto out = corrected(text, {about(text, Action::Quote, "곧 떠나겠다", "이도윤", "indirect")});
  REQUIRE(out.quotations.size() == 2);
  CHECK(out.quotations[1].kind == QuotationKind::Indirect);
  CHECK(slice(text.text, out.quotations[1].sentence) == "이도윤 이사는 곧 떠나겠다고 했다.");
  out = corrected(text, {about(text, Action::Quote, "열겠다”고 말했다", "", "indirect")});
  REQUIRE(out.quotations.size() == 1);
  CHECK(out.quotations[0].rule == kHuman);
}

TEST_CASE("human findings: a place behind the text, or an empty one, changes nothing") {
  const Document text = document();
  Correction beyond = about(text, Action::Quote, "문을", "이도윤");
  beyond.place = CodepointSpan{10, 10000};
  Correction empty = about(text, Action::Quote, "문을", "이도윤");
  empty.place = CodepointSpan{10, 10};
  CHECK(corrected(text, {beyond, empty}).quotations.size() == 1);
}

TEST_CASE("human findings: facts are a person's, what was given is kept") {
  Document text = document();
  Correction first, second;
  first.action = second.action = Action::Published;
  first.value = "2024-04-01";
  const auto given = correct_facts(text, {first, second});
  CHECK(text.published == std::nullopt);
  REQUIRE(given.size() == 1);
  CHECK(given[0].field == "published");
  CHECK(given[0].value == std::optional<std::string>("2024-03-11"));
}
