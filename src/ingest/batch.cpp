#include "ingest/batch.h"

#include <ctime>
#include <vector>

#include "base/error.h"
#include "lang/lexicon.h"

namespace onrecord::ingest {
namespace {

constexpr std::size_t kMostArticles = 1000;
constexpr std::size_t kMostBytes = 16u << 20;

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  char buffer[32];
  std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return buffer;
}

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

// Every id that a finding may name has a row.
std::vector<store::Rule> rules_of_program() {
  std::vector<store::Rule> rules;
  for (const lang::RuleRow& row : lang::all_rules()) {
    rules.push_back(rule_of(row));
    if (row.layer != "speaker") continue;
    for (const lang::RuleRow& other : lang::all_rules()) {
      if (other.layer == "antecedent") rules.push_back(composed(row, other));
    }
  }
  return rules;
}

}  // namespace

Batch::Batch(store::Archive& archive) : archive_(archive) {}

Batch::~Batch() {
  if (!is_open_) return;
  try {
    archive_.rollback();
  } catch (const Failure&) {  // the fault that brought us here is the one to report
  }
}

void Batch::open() {
  if (is_open_) return;
  now_ = utc_now();
  archive_.begin();
  is_open_ = true;
}

void Batch::open_with_run() {
  open();
  if (run_ != 0) return;
  run_ = archive_.start_run(now_);
  archive_.store_rules(rules_of_program());
}

void Batch::count(std::size_t bytes) {
  ++articles_;
  bytes_ += bytes;
  if (articles_ >= kMostArticles || bytes_ >= kMostBytes) commit();
}

void Batch::commit() {
  if (!is_open_) return;
  archive_.commit();
  is_open_ = false;
  articles_ = bytes_ = 0;
}

void Batch::finish_run(const store::RunCounts& counts) {
  open();
  archive_.finish_run(run_, utc_now(), counts);
}

}  // namespace onrecord::ingest
