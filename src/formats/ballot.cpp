#include "formats/ballot.h"

#include <algorithm>

namespace onrecord::formats {
namespace {
constexpr std::size_t kMostProposals = 60;  // a page that makes more is of no help
}

void Ballot::propose(std::string key, std::string value, double weight) {
  if (key.empty() || value.empty()) return;
  const auto same = std::find_if(proposals_.begin(), proposals_.end(),
                                 [&](const Proposal& p) { return p.key == key; });
  if (same == proposals_.end()) {
    if (proposals_.size() < kMostProposals)
      proposals_.push_back({std::move(key), std::move(value), weight, weight});
    return;
  }
  same->together += weight;
  if (weight <= same->weight) return;
  same->value = std::move(value);
  same->weight = weight;
}

std::optional<std::string> Ballot::winner() const {
  const auto heavier = [](const Proposal& a, const Proposal& b) { return a.together < b.together; };
  const auto best = std::max_element(proposals_.begin(), proposals_.end(), heavier);
  return best == proposals_.end() ? std::nullopt : std::optional(best->value);
}

}  // namespace onrecord::formats
