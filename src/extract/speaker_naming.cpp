// What named each speaker: the mention that a pronoun, a title or a missing subject was taken to
// stand for, and the mention that gives the name in full.
//
// Reads chains, mentions and speakers as they are; decides on nobody. Cost: a search in the
// mentions of one chain for each speaker.
#include <algorithm>

#include "extract/steps.h"

namespace onrecord::extract {
namespace {

class Antecedents {
 public:
  explicit Antecedents(Analysis& a)
      : a_(a), by_chain_(a.chains.size()), spoken_(a.mentions.size()) {
    note_spoken();
    for (std::size_t i = 0; i < a_.mentions.size(); ++i) {
      by_chain_[a_.mentions[i].chain].push_back(static_cast<std::uint32_t>(i));
    }
  }

  void run() {
    std::vector<Speaker*> roles;  // without a chain, named beside their words; by place
    for (Quotation& quotation : a_.quotations) {
      for (Speaker& speaker : quotation.speakers) {
        const std::uint32_t here = speaker.span.empty() ? quotation.span.start : speaker.span.start;
        speaker.chain >= 0 ? of_chain(speaker, here) : of_role(speaker, roles);
      }
    }
  }

 private:
  // Mentions inside somebody's words stand for little outside them.
  void note_spoken() {
    std::vector<ByteSpan> spans;
    for (const Quotation& quotation : a_.quotations) spans.push_back(quotation.span);
    std::sort(spans.begin(), spans.end(), [](ByteSpan x, ByteSpan y) { return x.start < y.start; });
    std::size_t next = 0;
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < a_.mentions.size(); ++i) {
      const std::uint32_t start = a_.mentions[i].span.start;
      for (; next < spans.size() && spans[next].start <= start; ++next)
        end = std::max(end, spans[next].end);
      spoken_[i] = start < end;
    }
  }

  bool is_full(const Mention& mention) const {
    return mention.surface.find(a_.chains[mention.chain].name) != std::string::npos;
  }

  void of_chain(Speaker& speaker, std::uint32_t here) {
    const std::vector<std::uint32_t>& own = by_chain_[static_cast<std::size_t>(speaker.chain)];
    const Mention* beside = mention_in(own, speaker.span);
    const Mention* full = beside != nullptr && is_full(*beside) ? beside : nearest(own, here, true);
    if (full != nullptr) speaker.naming = full->span;
    if (beside != nullptr && beside == full) return;
    const Mention* meant = beside != nullptr ? full : nearest(own, here, false);
    if (meant != nullptr) speaker.antecedent = meant->span;
  }

  const Mention* mention_in(const std::vector<std::uint32_t>& own, ByteSpan span) const {
    for (auto i = first_from(own, span.start); i != own.end(); ++i) {
      const Mention& mention = a_.mentions[*i];
      if (mention.span.start >= span.end) break;
      if (span.contains(mention.span)) return &mention;
    }
    return nullptr;
  }

  std::vector<std::uint32_t>::const_iterator first_from(const std::vector<std::uint32_t>& own,
                                                        std::uint32_t at) const {
    return std::lower_bound(own.begin(), own.end(), at, [&](std::uint32_t i, std::uint32_t byte) {
      return a_.mentions[i].span.start < byte;
    });
  }

  // The nearest before `here` that fits, outside anybody's words if there is one; else the first
  // behind.
  const Mention* nearest(const std::vector<std::uint32_t>& own, std::uint32_t here,
                         bool full) const {
    constexpr int kFarthest = 200;  // keeps the cost linear
    const auto behind = first_from(own, here);
    const Mention* spoken = nullptr;
    int steps = 0;
    for (auto i = behind; i != own.begin() && steps < kFarthest; ++steps) {
      const Mention& mention = a_.mentions[*--i];
      if (full && !is_full(mention)) continue;
      if (!spoken_[*i]) return &mention;
      if (spoken == nullptr) spoken = &mention;
    }
    if (spoken != nullptr) return spoken;
    steps = 0;
    for (auto i = behind; i != own.end() && steps < kFarthest; ++i, ++steps) {
      if (!full || is_full(a_.mentions[*i])) return &a_.mentions[*i];
    }
    return nullptr;
  }

  // 이 관계자, or nothing: the words that named the role before.
  void of_role(Speaker& speaker, std::vector<Speaker*>& roles) const {
    const bool stands_there =
        !speaker.span.empty() && speaker.surface.find(speaker.name) != std::string::npos;
    if (stands_there) {
      speaker.naming = speaker.span;
      roles.push_back(&speaker);
      return;
    }
    constexpr std::size_t kFarthest = 100;
    for (std::size_t back = 1; back <= std::min(roles.size(), kFarthest); ++back) {
      const Speaker& before = *roles[roles.size() - back];
      if (before.name != speaker.name) continue;
      speaker.antecedent = speaker.naming = before.span;
      return;
    }
  }

  Analysis& a_;
  std::vector<std::vector<std::uint32_t>> by_chain_;
  std::vector<bool> spoken_;
};

}  // namespace

void find_antecedents(Analysis& a) {
  Antecedents(a).run();
}

}  // namespace onrecord::extract
