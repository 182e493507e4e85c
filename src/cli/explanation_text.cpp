#include "cli/explanation_text.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "cli/answer_text.h"
#include "cli/terminal.h"

namespace onrecord::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kIndent = 4;

std::string one_line(std::string_view text) {
  std::string out = printable(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// "direct.go_report (after_mark): ^go *{0,12} v:@report"
std::string rule_words(const std::string& id, const std::optional<store::RuleText>& rule) {
  if (id.empty()) return "none";
  if (!rule) return one_line(id) + " (not among the rules of the program that ran last)";
  return one_line(rule->id + " (" + rule->layer + "): " + rule->pattern);
}

std::string others_words(const std::vector<store::NamedNearby>& others) {
  std::string out;
  for (const store::NamedNearby& other : others) {
    out += (out.empty() ? "" : ", ") + one_line(other.name);
    if (other.name != other.surface) out += " (" + one_line(other.surface) + ")";
  }
  return out;
}

std::string two_digits(double number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", number);
  return buffer;
}

Json rule_json(const std::optional<store::RuleText>& rule) {
  if (!rule) return nullptr;
  return {{"id", rule->id},
          {"layer", rule->layer},
          {"pattern", rule->pattern},
          {"example", rule->example}};
}

}  // namespace

std::string explanation_text(const query::Explanation& explanation,
                             const ExplainedQuotation& quotation, int width) {
  std::string out;
  const auto line = [&](const std::string& what, const std::string& words) {
    out += wrap(styled(what + ": ", Style::Faint) + words, width, kIndent);
  };
  line("found as", quotation.kind + ", " + quotation.where);
  line("rule", rule_words(quotation.rule, explanation.rule));
  line("cue", quotation.cue.empty()
                  ? "none"
                  : one_line(quotation.cue) +
                        (quotation.cue_class.empty() ? "" : " (" + quotation.cue_class + ")"));
  line("speaker", one_line(explanation.verdict));
  line("speaker rule", rule_words(quotation.speaker_rule, explanation.speaker_rule));
  if (!explanation.others.empty()) line("also named there", others_words(explanation.others));
  line("confidence", two_digits(quotation.confidence));
  return out;
}

std::string to_json(const query::Explanation& explanation) {
  Json others = Json::array();
  for (const store::NamedNearby& other : explanation.others) {
    others.push_back({{"name", other.name},
                      {"surface", other.surface},
                      {"start", other.span.start},
                      {"end", other.span.end}});
  }
  const Json out = {{"rule", rule_json(explanation.rule)},
                    {"speaker_rule", rule_json(explanation.speaker_rule)},
                    {"others", others},
                    {"why", explanation.verdict}};
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace onrecord::cli
