#include "query/coverage.h"

#include <algorithm>
#include <cmath>

#include "store/read_search.h"

namespace onrecord::query {
namespace {

// A word in more paragraphs than this tells nothing more by being rarer.
constexpr std::int64_t kCommon = 5000;
// Up to so many topics the most telling one must be there; a longer question is a clause, whose
// words are chosen freely, and most of its weight must be there instead.
constexpr std::size_t kFewTopics = 3;
constexpr double kMostOfClause = 0.4;
constexpr double kMostOfFew = 0.3;  // … where the speaker is asked for by name
constexpr double kLeast = 0.2;
constexpr double kLeastOfAnybody = 0.34;
constexpr double kAsTelling = 0.95;  // weights as near as this are equal

double value_of(Nearness near) {
  static constexpr double kValues[] = {0, 0.35, 0.45, 0.65, 0.85, 1};
  return kValues[static_cast<std::size_t>(near)];
}

double most_weight(const std::vector<Topic>& topics) {
  double most = 0;
  for (const Topic& topic : topics) most = std::max(most, topic.weight);
  return most;
}

}  // namespace

void weigh(store::Archive& archive, std::vector<Topic>& topics) {
  store::SearchReader reader(archive);
  const auto all = static_cast<double>(reader.paragraphs());
  for (Topic& topic : topics) {
    const std::string any = fts_any(topic);
    const std::int64_t found = any.empty() ? kCommon : reader.count_paragraphs(any, kCommon);
    topic.somewhere = found > 0;
    topic.weight = std::log(1 + (all + 1) / (static_cast<double>(found) + 1));
  }
}

double coverage(const std::vector<Topic>& topics, const std::vector<Nearness>& near) {
  double all = 0, covered = 0;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    all += topics[i].weight;
    covered += topics[i].weight * value_of(near[i]);
  }
  return all == 0 ? 1 : covered / all;
}

bool is_enough(const std::vector<Topic>& topics, const std::vector<Nearness>& near,
               bool known_speaker) {
  if (topics.empty()) return true;
  const double covered = coverage(topics, near);
  if (topics.size() > kFewTopics) return covered >= kMostOfClause;
  const double most = most_weight(topics);
  double all = 0, found = 0;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const bool stands = near[i] != Nearness::Outside;
    if (topics[i].weight >= kAsTelling * most && stands) return covered >= (known_speaker ? kLeast : kLeastOfAnybody);
    if (!topics[i].somewhere) return false;
    all += topics[i].weight;
    found += stands ? topics[i].weight : 0;
  }
  return known_speaker && found >= kMostOfFew * all;
}

std::string fts_needed(const std::vector<Topic>& topics) {
  if (topics.size() <= kFewTopics) {
    const double most = most_weight(topics);
    std::vector<Topic> telling;
    std::copy_if(topics.begin(), topics.end(), std::back_inserter(telling),
                 [&](const Topic& t) { return t.weight >= kAsTelling * most; });
    return fts_any(telling);
  }
  // Half of the words, the rarest: of a clause most must be there, so one of these is.
  std::vector<Topic> rare = topics;
  std::stable_sort(rare.begin(), rare.end(),
                   [](const Topic& a, const Topic& b) { return a.weight > b.weight; });
  rare.resize((rare.size() + 1) / 2 + 1);
  return fts_any(rare);
}

}  // namespace onrecord::query
