#include "formats/page_title.h"

#include <algorithm>

#include "formats/wording.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

using View = std::string_view;

constexpr double kAgreesInPart = 0.7;         // of the weight of what it is part of
constexpr double kSameHeadline = 0.5;         // likeness of two wordings
constexpr std::size_t kShortestHeadline = 4;  // code points
constexpr std::size_t kLongestHeadline = 300;
constexpr std::size_t kLongestOutlet = 60;

double weight_with_parts(const Ballot::Proposal& proposal, const Ballot& all) {
  double weight = proposal.together;
  for (const Ballot::Proposal& other : all.proposals()) {
    const bool whole =
        other.key.size() > proposal.key.size() && other.key.find(proposal.key) != std::string::npos;
    if (whole) weight += kAgreesInPart * other.together;
  }
  return weight;
}

std::string without_outlet(const std::string& title, const std::string& outlet_key) {
  const std::vector<View> parts = title_parts(title);
  if (parts.size() < 2 || outlet_key.empty() || bare(parts.back()) != outlet_key) return title;
  const View before = parts[parts.size() - 2];
  return title.substr(0, static_cast<std::size_t>(before.data() + before.size() - title.data()));
}

}  // namespace

std::vector<View> title_parts(View title) {
  static constexpr View kSigns[] = {" | ", " - ", " – ", " — ", " :: ", " : ",
                                    " < ", " > ", " » ", " · ", " • "};
  std::vector<View> parts;
  while (!title.empty()) {
    std::size_t end = title.size(), next = title.size();
    for (View sign : kSigns) {
      if (const std::size_t at = title.find(sign); at < end) end = at, next = at + sign.size();
    }
    if (end > 0) parts.push_back(title.substr(0, end));
    title.remove_prefix(next);
  }
  return parts;
}

std::optional<std::string> choose_headline(const Ballot& proposals, View outlet) {
  const std::string outlet_key = bare(outlet);
  const Ballot::Proposal* best = nullptr;
  double most = 0;
  for (const Ballot::Proposal& proposal : proposals.proposals()) {
    const std::size_t length = text::count_codepoints(proposal.value);
    if (proposal.key == outlet_key || length < kShortestHeadline || length > kLongestHeadline)
      continue;
    const double weight = weight_with_parts(proposal, proposals);
    if (weight > most) best = &proposal, most = weight;
  }
  return best ? std::optional(without_outlet(best->value, outlet_key)) : std::nullopt;
}

std::string as_printed(const std::string& headline, const std::vector<std::string>& headings) {
  double most = kSameHeadline;
  const std::string* best = &headline;
  for (const std::string& heading : headings) {
    const double like = likeness(heading, headline);
    if (like > most) best = &heading, most = like;
  }
  return *best;
}

std::optional<std::string> outlet_before(const std::string& title, const std::string& headline) {
  const std::size_t at = title.find(headline);
  if (at == std::string::npos || at == 0) return std::nullopt;
  const std::size_t last = title.find_last_not_of(": -|", at - 1);
  if (last == std::string::npos) return std::nullopt;
  std::string outlet = title.substr(0, last + 1);
  return text::count_codepoints(outlet) <= kLongestOutlet ? std::optional(std::move(outlet))
                                                          : std::nullopt;
}

}  // namespace onrecord::formats
