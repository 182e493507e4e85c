#include "query/explanation.h"

#include <algorithm>

namespace onrecord::query {
namespace {

constexpr const char* kHumanRule = "human";  // ingest/human_findings.h

bool is_speaker(const store::NamedNearby& named,
                const std::vector<store::StoredSpeaker>& speakers) {
  return std::any_of(speakers.begin(), speakers.end(),
                     [&](const auto& speaker) { return speaker.canonical == named.name; });
}

std::vector<store::NamedNearby> others_in(store::QuotationReader& reader,
                                          const store::StoredQuotation& quotation,
                                          const std::vector<store::StoredSpeaker>& speakers) {
  std::vector<store::NamedNearby> others;
  for (store::NamedNearby& named : reader.named_in(quotation.article_id, quotation.sentence_span)) {
    const bool inside =
        named.span.start >= quotation.span.start && named.span.end <= quotation.span.end;
    const bool known = std::any_of(others.begin(), others.end(),
                                   [&](const auto& other) { return other.name == named.name; });
    if (!inside && !known && !is_speaker(named, speakers)) others.push_back(std::move(named));
  }
  return others;
}

std::string quoted(const std::string& words) {
  return "‘" + words + "’";
}

// A person's word needs no other evidence.
std::string human_verdict(const std::optional<store::HumanWord>& word, bool nobody) {
  const std::string what = nobody ? "a person said that nobody is named" : "a person said so";
  if (!word) return what;
  return what + ": " + word->by + ", " + word->at.substr(0, 10) + " (correction " +
         std::to_string(word->correction) + ")";
}

std::string verdict_of(const store::StoredQuotation& quotation,
                       const std::vector<store::StoredSpeaker>& speakers) {
  if (speakers.empty())
    return "nobody: no name near the words is certain enough to be taken for the speaker";
  const store::StoredSpeaker& first = speakers.front();
  std::string out;
  if (first.surface.empty()) {
    out = "nothing beside the words names the speaker; who spoke or was spoken of before goes on";
    if (first.antecedent) out += ": " + quoted(first.antecedent_text);
  } else if (first.antecedent) {
    out = quoted(first.surface) + " stands for " + quoted(first.antecedent_text);
  } else {
    out = quoted(first.surface) + " stands beside the words";
  }
  if (first.name != first.surface && first.naming && first.naming_text != first.antecedent_text &&
      first.naming_text != first.surface)
    out += ", whom the article calls " + quoted(first.naming_text) + " in full";
  if (speakers.size() > 1) out += "; " + std::to_string(speakers.size()) + " speak at once";
  if (quotation.doubtful) out += "; the evidence is thin (추정)";
  return out;
}

}  // namespace

Explanation explain(store::QuotationReader& reader, const store::StoredQuotation& quotation,
                    const std::vector<store::StoredSpeaker>& speakers) {
  Explanation out;
  out.rule = reader.rule(quotation.rule);
  if (!quotation.speaker_rule.empty()) out.speaker_rule = reader.rule(quotation.speaker_rule);
  out.others = others_in(reader, quotation, speakers);
  out.verdict =
      quotation.speaker_rule == kHumanRule
          ? human_verdict(reader.word_on(quotation.article_id, quotation.span), speakers.empty())
          : verdict_of(quotation, speakers);
  return out;
}

}  // namespace onrecord::query
