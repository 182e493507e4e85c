#include "ingest/program_rules.h"

#include <ctime>

#include "ingest/human_findings.h"
#include "lang/lexicon.h"

namespace onrecord::ingest {
namespace {

store::Rule rule_of(const lang::RuleRow& row) {
  return {std::string(row.id),
          std::string(row.layer),
          std::string(row.pattern),
          std::string(row.emits),
          std::stod(std::string(row.confidence)),
          std::string(row.example),
          std::string(row.counter_example)};
}

// speaker.topic+pronoun: the phrase with 는 before the words, and whom its pronoun stands for.
store::Rule composed(const lang::RuleRow& speaker, const lang::RuleRow& antecedent) {
  store::Rule rule = rule_of(antecedent);
  rule.id = std::string(speaker.id) + rule.id;
  rule.layer = speaker.layer;
  rule.pattern = std::string(speaker.pattern) + " " + rule.pattern;
  return rule;
}

}  // namespace

// Every id that a finding may name has a row.
std::vector<store::Rule> rules_of_program() {
  std::vector<store::Rule> rules{{kHuman, "human", "a person said so", "quotation, speaker", 1,
                                  "onrecord fix REF --speaker NAME; onrecord corrections list",
                                  "what rules alone have found"}};
  for (const lang::RuleRow& row : lang::all_rules()) {
    rules.push_back(rule_of(row));
    if (row.layer != "speaker") continue;
    for (const lang::RuleRow& other : lang::all_rules()) {
      if (other.layer == "antecedent") rules.push_back(composed(row, other));
    }
  }
  return rules;
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return buffer;
}

}  // namespace onrecord::ingest
