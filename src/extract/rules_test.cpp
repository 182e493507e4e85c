// Every rule of lexicon/rules.tsv is run on its own example and counter-example.
#include "extract/rules.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/extract.h"
#include "lang/lexicon.h"
#include "text/layout.h"

using namespace onrecord;

namespace {

Document article(std::string text, const char* language) {
  Document d;
  for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
  d.text = std::move(text);
  d.language = language;
  d.published = "2024-03-11";
  d.blocks = text::find_blocks(d.text);
  return d;
}

// Whether some finding in the text names the rule.
bool made_by(std::string_view rule, const std::string& text, const char* language) {
  const Findings f = extract::extract(article(text, language));
  for (const Quotation& q : f.quotations) {
    if (q.rule == rule || q.speaker_rule == rule) return true;
    if (rule.starts_with('+') && q.speaker_rule.ends_with(rule)) return true;
  }
  for (const Event& e : f.events) {
    if (e.rule == rule) return true;
  }
  for (const Mention& m : f.mentions) {
    if (m.rule == rule) return true;
  }
  return false;
}

const char* language_of(const lang::RuleRow& row) {
  return row.layer.starts_with("en_") || row.id.starts_with("en_") ? "en" : "ko";
}

}  // namespace

TEST_CASE("rules: every rule that finds something has an example and finds it there") {
  for (const lang::RuleRow& row : lang::all_rules()) {
    if (row.emits == "none") continue;
    CAPTURE(row.id);
    REQUIRE(row.example != "-");
    CHECK(made_by(row.id, std::string(row.example), language_of(row)));
  }
}

TEST_CASE("rules: no rule fires on its counter-example") {
  for (const lang::RuleRow& row : lang::all_rules()) {
    CAPTURE(row.id);
    REQUIRE_FALSE(row.counter_example.empty());
    if (row.counter_example == "-") continue;
    CHECK_FALSE(made_by(row.id, std::string(row.counter_example), language_of(row)));
  }
}

TEST_CASE(
    "rules: a rule that rejects leaves its example without quotation, its counter-example with "
    "one") {
  for (const lang::RuleRow& row : lang::all_rules()) {
    if (row.emits != "none") continue;
    CAPTURE(row.id);
    REQUIRE(row.example != "-");
    CHECK(extract::extract(article(std::string(row.example), language_of(row))).quotations.empty());
    CHECK_FALSE(extract::extract(article(std::string(row.counter_example), language_of(row)))
                    .quotations.empty());
  }
}
