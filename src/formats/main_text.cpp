#include "formats/main_text.h"

#include <algorithm>

#include "formats/page_words.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

// Weights count characters, Hangul twice (page_blocks.h).
constexpr std::uint32_t kLongText = 80;       // prose even without the end of a sentence
constexpr std::uint32_t kShortSentence = 24;  // with it
constexpr std::uint32_t kLongestLabel = 160;  // a byline, a date; longer ones are text
constexpr std::size_t kSideLinesBehind = 8;   // blocks behind the container that may be a byline
constexpr double kMostLinks = 0.5;            // of a paragraph's text
constexpr double kCutShort = 0.3;             // what a teaser that ends in … is worth
constexpr double kDoubtfulChrome = 0.4;  // of all prose: too much for a menu or an advertisement
constexpr double kDoubtfulTalk = 0.9;    // the same for readers' comments
constexpr double kSmallPart = 0.05, kLargePart = 0.3;  // of all prose
constexpr double kNearlyAll = 0.85;     // of the prose: the container is further inside
constexpr double kNamedArticle = 0.65;  // the same, of an element that calls itself the article

bool is_cut_short(std::string_view text) {
  return text.ends_with("…") || text.ends_with("...") || text.ends_with("[…]") ||
         text.ends_with("[...]");
}

double prose_of(const PageBlock& block) {
  if (block.link_density() > kMostLinks) return 0;
  const bool sentence = block.weight >= kShortSentence && ends_sentence(block.text);
  if (block.weight < kLongText && !sentence) return 0;
  return (block.weight - block.link_weight) * (is_cut_short(block.text) ? kCutShort : 1.0);
}

class Finder {
 public:
  Finder(const HtmlTree& tree, const std::vector<std::uint32_t>& roles,
         const std::vector<PageBlock>& blocks, const std::string& headline)
      : tree_(tree),
        nodes_(tree.nodes()),
        blocks_(blocks),
        roles_(roles),
        headline_text_bytes_(headline.size()),
        headline_(bare(headline)),
        state_(blocks.size(), State::Open) {}

  MainText run() {
    weigh();
    inherit_roles();
    set_aside_chrome();
    cut_chrome_sections();
    weigh_what_is_left();
    container_ = choose_container();
    classify();
    find_neighbours(blocks_below(tree_, blocks_, container_));
    return collect();
  }

 private:
  enum class State : std::uint8_t { Open, Chrome, Good, Short, Heading, Caption, Byline, Dateline };

  // Prefix sums over the blocks.
  void weigh() {
    prose_.assign(blocks_.size(), 0);
    chrome_line_.resize(blocks_.size());
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      chrome_line_[b] = is_chrome_line(blocks_[b].text);
      if (!chrome_line_[b] && !is_heading(nodes_[blocks_[b].node].tag))
        prose_[b] = prose_of(blocks_[b]);
    }
    sum_up();
  }

  void sum_up() {
    prose_before_.assign(blocks_.size() + 1, 0);
    weight_before_.assign(blocks_.size() + 1, 0);
    headline_before_.assign(blocks_.size() + 1, 0);
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      prose_before_[b + 1] = prose_before_[b] + prose_[b];
      weight_before_[b + 1] = weight_before_[b] + blocks_[b].weight;
      headline_before_[b + 1] = headline_before_[b] + is_headline(b);
    }
  }

  bool is_headline(std::size_t b) const {
    if (headline_.empty() || blocks_[b].text.size() > 2 * headline_text_bytes_) return false;
    if (!is_heading(nodes_[blocks_[b].node].tag) && blocks_[b].link_density() > kMostLinks)
      return false;
    return bare(blocks_[b].text) == headline_;
  }

  double prose_in(BlockRange range) const {
    return prose_before_[range.end] - prose_before_[range.first];
  }
  double weight_in(BlockRange range) const {
    return weight_before_[range.end] - weight_before_[range.first];
  }

  // Whether what an element says of itself is borne out by what it holds.
  std::uint32_t believed(std::uint32_t node) const {
    std::uint32_t roles = roles_[node];
    const Tag tag = nodes_[node].tag;
    if (tag == Tag::Html || tag == Tag::Body || tag == Tag::Main) return 0;
    if ((roles & (kChrome | kSide | kCaption | kByline | kDateline | kLead)) == 0) return roles;
    const BlockRange range = blocks_below(tree_, blocks_, node);
    const double all = prose_before_.back();
    const double share = all > 0 ? prose_in(range) / all : 0;
    const bool has_headline = headline_before_[range.end] > headline_before_[range.first];
    const double doubtful = has_headline || (roles & kTalk) == 0 ? kDoubtfulChrome : kDoubtfulTalk;
    if ((roles & kChrome) != 0 && share > doubtful) roles &= ~kChrome;
    if ((roles & kSide) != 0) {
      const bool agrees =
          share < kSmallPart || (share < kLargePart && prose_in(range) < 0.5 * weight_in(range));
      roles = agrees ? roles | kChrome : roles;
    }
    if (share > kLargePart) roles &= ~(kCaption | kByline | kDateline | kLead);
    return roles;
  }

  void inherit_roles() {
    inherited_.assign(nodes_.size(), 0);
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      inherited_[i] = inherited_[nodes_[i].parent];
      if (roles_[i] != 0) inherited_[i] |= believed(i);
    }
  }

  void set_aside_chrome() {
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      const std::uint32_t roles = inherited_[blocks_[b].at];
      if ((roles & kChrome) != 0) {
        state_[b] = State::Chrome;
      } else if ((roles & kCaption) != 0) {
        state_[b] = State::Caption;
      } else if ((roles & kByline) != 0 && blocks_[b].weight < kLongestLabel) {
        state_[b] = State::Byline;
      } else if ((roles & kDateline) != 0 && blocks_[b].weight < kLongestLabel) {
        state_[b] = State::Dateline;
      } else if (chrome_line_[b]) {
        state_[b] = State::Chrome;
      }
    }
  }

  // A heading "Related articles" and what follows it, as far as it is no prose.
  void cut_chrome_sections() {
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      if (!opens_chrome(blocks_[b].text)) continue;
      std::uint32_t scope = blocks_[b].node;
      while (scope != 0 && blocks_below(tree_, blocks_, scope).end == b + 1)
        scope = nodes_[scope].parent;
      const BlockRange range = blocks_below(tree_, blocks_, scope);
      state_[b] = State::Chrome;
      const bool over_headline = headline_before_[range.end] > headline_before_[range.first];
      if (over_headline && headline_before_[b] == headline_before_[range.first]) continue;
      while (b + 1 < range.end && !resumes(b + 1, range.end)) {
        if (state_[++b] == State::Open) state_[b] = State::Chrome;
      }
    }
  }

  // The article goes on: a long paragraph without a link, or two in a row.
  bool resumes(std::size_t b, std::size_t end) const {
    const auto plain = [&](std::size_t i) { return prose_[i] > 0 && blocks_[i].link_weight == 0; };
    if (!plain(b)) return false;
    return prose_[b] > 2 * kLongText || (b + 1 < end && plain(b + 1));
  }

  void weigh_what_is_left() {
    for (std::size_t b = 0; b < blocks_.size(); ++b) {
      if (state_[b] != State::Open) prose_[b] = 0;
    }
    sum_up();
  }

  std::uint32_t choose_container() const {
    std::uint32_t node = 0;
    for (;;) {
      const double here = prose_in(blocks_below(tree_, blocks_, node));
      std::uint32_t best = 0;
      double most = 0;
      for (std::uint32_t child = node + 1; child < nodes_[node].end; child = nodes_[child].end) {
        const double prose = prose_in(blocks_below(tree_, blocks_, child));
        if (prose > most) best = child, most = prose;
      }
      if (best == 0 || nodes_[best].tag == Tag::P) return node;
      const bool named = (roles_[best] & kArticle) != 0;
      if (most < here * (named ? kNamedArticle : kNearlyAll)) return node;
      node = best;
    }
  }

  void classify() {
    const BlockRange range = blocks_below(tree_, blocks_, container_);
    for (std::size_t b = range.first; b < range.end; ++b) {
      if (state_[b] != State::Open) continue;
      if (is_heading(nodes_[blocks_[b].node].tag)) {
        state_[b] = State::Heading;
      } else if (prose_[b] > 0) {
        state_[b] = State::Good;
      } else {
        state_[b] = blocks_[b].link_density() > kMostLinks ? State::Chrome : State::Short;
      }
    }
  }

  // For each block the nearest good or bad one before and behind it, within the container.
  void find_neighbours(BlockRange range) {
    const auto telling = [&](std::size_t b) {
      return state_[b] == State::Good || state_[b] == State::Chrome;
    };
    good_before_.assign(blocks_.size(), false);
    good_behind_.assign(blocks_.size(), false);
    bool good = false;
    for (std::size_t b = range.first; b < range.end; ++b) {
      good_before_[b] = good;
      if (telling(b)) good = state_[b] == State::Good;
    }
    good = false;
    for (std::size_t b = range.end; b-- > range.first;) {
      good_behind_[b] = good;
      if (telling(b)) good = state_[b] == State::Good;
    }
  }

  // The last headline before the article's container, where there is one.
  std::size_t headline_block(BlockRange range) const {
    std::size_t found = range.first;
    for (std::size_t b = 0; b < range.first; ++b) {
      if (is_headline(b)) found = b;
    }
    return found;
  }

  // What stands between headline and text: a lead that calls itself so, or prose.
  bool is_lead(std::size_t b) const {
    if (is_headline(b) || blocks_[b].link_density() > kMostLinks) return false;
    const std::uint32_t roles = inherited_[blocks_[b].at];
    if ((roles & kLead) != 0) return state_[b] == State::Open || state_[b] == State::Chrome;
    return state_[b] == State::Open && prose_[b] > 0;
  }

  bool is_part(std::size_t b, BlockRange range) const {
    if (is_headline(b)) return false;
    if (b < range.first) return is_lead(b);
    if (state_[b] == State::Good) return true;
    if (state_[b] == State::Heading) return good_behind_[b];
    return state_[b] == State::Short && good_before_[b] && good_behind_[b];
  }

  // A line about the article: what calls itself a byline or a date, and what stands unclaimed
  // beside headline and text.
  bool is_side_line(std::size_t b) const {
    if (is_headline(b) || blocks_[b].weight > kLongestLabel) return false;
    const std::uint32_t roles = inherited_[blocks_[b].at];
    if ((roles & (kByline | kDateline)) != 0) return (roles & kTalk) == 0;
    return state_[b] == State::Open || state_[b] == State::Short;
  }

  // A paragraph's whole text in bold is a subhead of pages that have no better sign for it.
  PartKind kind_of(std::size_t b) const {
    const PageBlock& block = blocks_[b];
    const std::uint32_t roles = inherited_[block.at];
    const bool sentence = ends_sentence(block.text);
    if ((roles & kPullQuote) != 0) return PartKind::PullQuote;
    if (state_[b] == State::Heading) return PartKind::Subhead;
    const bool bold = block.bold_weight == block.weight || (roles & kLead) != 0;
    if (bold && !sentence && block.weight < kLongestLabel) return PartKind::Subhead;
    return nodes_[block.node].tag == Tag::Li ? PartKind::Item : PartKind::Body;
  }

  MainText collect() const {
    MainText out;
    const BlockRange range = blocks_below(tree_, blocks_, container_);
    const std::size_t end = std::min(range.end + kSideLinesBehind, blocks_.size());
    for (std::size_t b = headline_block(range); b < end; ++b) {
      const auto index = static_cast<std::uint32_t>(b);
      if (b < range.end && is_part(b, range)) {
        out.parts.push_back({kind_of(b), index});
      } else if (b < range.end && state_[b] == State::Caption) {
        out.captions.push_back(index);
      } else if (is_side_line(b)) {
        out.side.push_back(index);
      }
    }
    return out;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const std::vector<PageBlock>& blocks_;
  const std::vector<std::uint32_t>& roles_;
  std::vector<std::uint32_t> inherited_;
  const std::size_t headline_text_bytes_;
  const std::string headline_;
  std::vector<State> state_;
  std::vector<bool> chrome_line_, good_before_, good_behind_;
  std::vector<double> prose_, prose_before_, weight_before_;
  std::vector<std::uint32_t> headline_before_;
  std::uint32_t container_ = 0;
};

}  // namespace

MainText find_main_text(const HtmlTree& tree, const std::vector<std::uint32_t>& roles,
                        const std::vector<PageBlock>& blocks, const std::string& headline) {
  return Finder(tree, roles, blocks, headline).run();
}

}  // namespace onrecord::formats
