#include "ingest/families.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>

#include "base/date.h"
#include "ingest/wording.h"

namespace onrecord::ingest {
namespace {

using store::Family;
using store::SaidWords;

// In thirds of a syllable (weight_of).
constexpr std::uint32_t kLeast = 3 * 5;         // shorter ones are said every day
constexpr std::uint32_t kLeastOpen = 3 * 12;    // where nobody, or nobody for certain, is named
constexpr std::uint32_t kDistinctive = 3 * 20;  // so long that nobody says it twice by chance
constexpr std::size_t kLongest = 20000;         // characters; longer ones stand alone
constexpr int kDays = 7;                        // within which words that are not distinctive meet
constexpr std::size_t kMostInBucket = 16;       // leaders met at one fingerprint
constexpr std::size_t kMostCompared = 8;        // of a quotation's leaders, those most alike
constexpr std::uint32_t kNobody = 0;
constexpr std::uint32_t kEnd = 0xFFFFFFFF;

struct Said {
  std::int64_t id = 0;
  std::uint32_t article = 0;  // in order of uid
  std::uint32_t speaker = kNobody;
  std::uint32_t weight = 0;
  std::int32_t day = -1;  // -1: unknown
  bool open = true;       // nobody is named for certain
  bool in_body = true;
  std::uint32_t first_print = 0, end_print = 0;
  std::u16string plain;
};

// All quotations with their fingerprints, in canonical order.
class Sayings {
 public:
  void add(const SaidWords& words) {
    Said said;
    said.id = words.quotation_id;
    if (words.uid != last_uid_) ++articles_, last_uid_ = words.uid;
    said.article = articles_;
    said.speaker = speaker_of(words.speakers);
    said.open = words.doubtful || said.speaker == kNobody;
    said.in_body = words.in_body;
    if (const auto day = parse_iso_day(words.day))
      said.day = static_cast<std::int32_t>(days_from_civil(*day));
    if (words.words.size() < 4 * kLongest) said.plain = plain_words(words.words);
    said.weight = weight_of(said.plain);
    said.first_print = static_cast<std::uint32_t>(prints_.size());
    if (said.weight >= (said.open ? kLeastOpen : kLeast)) {
      for (const std::uint32_t print : fingerprints(said.plain)) prints_.push_back(print);
    }
    said.end_print = static_cast<std::uint32_t>(prints_.size());
    all_.push_back(std::move(said));
  }

  // Fingerprints that stand in one quotation alone find nothing.
  void forget_lonely_prints() {
    std::size_t slots = 1024;
    while (slots < 2 * prints_.size()) slots *= 2;
    std::vector<std::uint8_t> met(slots, 0);
    for (const std::uint32_t print : prints_) {
      std::uint8_t& count = met[print & (slots - 1)];
      if (count < 2) ++count;
    }
    std::vector<std::uint32_t> kept;
    for (Said& said : all_) {
      const std::uint32_t first = said.first_print, end = said.end_print;
      said.first_print = static_cast<std::uint32_t>(kept.size());
      for (std::uint32_t i = first; i < end; ++i) {
        if (met[prints_[i] & (slots - 1)] > 1) kept.push_back(prints_[i]);
      }
      said.end_print = static_cast<std::uint32_t>(kept.size());
    }
    prints_ = std::move(kept);
  }

  const std::vector<Said>& all() const { return all_; }
  std::uint32_t print(std::uint32_t i) const { return prints_[i]; }
  std::size_t prints() const { return prints_.size(); }

 private:
  std::uint32_t speaker_of(std::vector<std::string> speakers) {
    if (speakers.empty()) return kNobody;
    std::sort(speakers.begin(), speakers.end());
    std::string key;
    for (const std::string& speaker : speakers) key += speaker + "\n";
    return speakers_.emplace(std::move(key), static_cast<std::uint32_t>(speakers_.size() + 1))
        .first->second;
  }

  std::vector<Said> all_;
  std::vector<std::uint32_t> prints_;
  std::unordered_map<std::string, std::uint32_t> speakers_;
  std::string last_uid_;
  std::uint32_t articles_ = 0;
};

// Leaders by fingerprint and speaker, and by fingerprint alone.
class Leaders {
 public:
  explicit Leaders(std::size_t prints) {
    std::size_t slots = 1024;
    while (slots < 2 * prints) slots *= 2;
    heads_.assign(slots, kEnd);
  }

  void add(std::uint32_t print, std::uint32_t speaker, std::uint32_t leader) {
    const std::uint32_t key = key_of(print, speaker);
    std::size_t met = 0;
    for (std::uint32_t n = head(key); n != kEnd; n = nodes_[n].next) met += nodes_[n].key == key;
    if (met >= kMostInBucket) return;
    nodes_.push_back({key, leader, head(key)});
    head(key) = static_cast<std::uint32_t>(nodes_.size() - 1);
  }

  template <class Use>
  void at(std::uint32_t print, std::uint32_t speaker, Use&& use) {
    const std::uint32_t key = key_of(print, speaker);
    for (std::uint32_t n = head(key); n != kEnd; n = nodes_[n].next) {
      if (nodes_[n].key == key) use(nodes_[n].leader);
    }
  }

 private:
  struct Node {
    std::uint32_t key, leader, next;
  };

  static std::uint32_t key_of(std::uint32_t print, std::uint32_t speaker) {
    const std::uint64_t mixed = (print ^ (std::uint64_t{speaker} << 32)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>(mixed >> 32);
  }
  std::uint32_t& head(std::uint32_t key) { return heads_[key & (heads_.size() - 1)]; }

  std::vector<std::uint32_t> heads_;
  std::vector<Node> nodes_;
};

// Each quotation joins the leader that it is most like, or leads a family of its own. Those named
// for certain come first, then the longest: a member may be shorter than its leader, never another
// speaker's.
class Gathering {
 public:
  explicit Gathering(const Sayings& sayings)
      : sayings_(sayings),
        all_(sayings.all()),
        leaders_(2 * sayings.prints()),
        leader_of_(all_.size()),
        speaker_(all_.size()) {
    std::iota(leader_of_.begin(), leader_of_.end(), 0u);
    for (std::size_t i = 0; i < all_.size(); ++i) speaker_[i] = all_[i].speaker;
  }

  std::vector<Family> run() {
    std::vector<std::uint32_t> order(all_.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tie(all_[a].open, all_[b].weight, all_[a].day, a) <
             std::tie(all_[b].open, all_[a].weight, all_[b].day, b);
    });
    for (const std::uint32_t i : order) place(i);
    return families();
  }

 private:
  void place(std::uint32_t i) {
    const std::uint32_t leader = leader_for(i);
    leader_of_[i] = leader;
    if (leader == i) return lead(i);
    if (speaker_[leader] == kNobody) speaker_[leader] = all_[i].speaker;
  }

  void lead(std::uint32_t i) {
    for (std::uint32_t p = all_[i].first_print; p < all_[i].end_print; ++p) {
      const std::uint32_t print = sayings_.print(p);
      if (all_[i].speaker != kNobody) leaders_.add(print, all_[i].speaker, i);
      leaders_.add(print, kNobody, i);
    }
  }

  std::uint32_t leader_for(std::uint32_t i) {
    std::vector<std::uint32_t> fitting;
    for (const std::uint32_t leader : most_alike(i)) {
      if (fits(all_[i], leader)) fitting.push_back(leader);
      if (!fitting.empty() && speaker_[leader] == all_[i].speaker && fitting.back() == leader)
        return leader;
    }
    // Words that fit two speakers say of neither that they are theirs.
    for (const std::uint32_t leader : fitting) {
      if (speaker_[leader] != speaker_[fitting.front()]) return i;
    }
    return fitting.empty() ? i : fitting.front();
  }

  // Leaders with most fingerprints in common first.
  std::vector<std::uint32_t> most_alike(std::uint32_t i) {
    std::map<std::uint32_t, std::uint32_t> common;
    for (std::uint32_t p = all_[i].first_print; p < all_[i].end_print; ++p) {
      const auto meet = [&](std::uint32_t leader) { ++common[leader]; };
      if (all_[i].speaker != kNobody) leaders_.at(sayings_.print(p), all_[i].speaker, meet);
      if (all_[i].open) leaders_.at(sayings_.print(p), kNobody, meet);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ranked;
    for (const auto& [leader, count] : common) ranked.emplace_back(count, leader);
    std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    ranked.resize(std::min(ranked.size(), kMostCompared));
    std::vector<std::uint32_t> out;
    for (const auto& [count, leader] : ranked) out.push_back(leader);
    return out;
  }

  bool fits(const Said& said, std::uint32_t leader) const {
    const Said& first = all_[leader];
    const std::uint32_t speaker = speaker_[leader];
    const bool same_speaker = said.speaker == speaker && speaker != kNobody;
    const bool other = said.speaker != speaker && said.speaker != kNobody && speaker != kNobody;
    if (other && (!said.open || first.open)) return false;
    const std::uint32_t shorter = std::min(said.weight, first.weight);
    if (other && shorter < kDistinctive) return false;
    const bool one_article = said.article == first.article;
    const bool apart = said.day >= 0 && first.day >= 0 && std::abs(said.day - first.day) > kDays;
    if (!one_article && apart && shorter < kDistinctive) return false;
    if (!one_article && 2 * shorter < std::max(said.weight, first.weight)) return false;
    const Likeness found = likeness(said.plain, first.plain);
    if (found == Likeness::Equal) return true;
    if (other && found != Likeness::Contained) return false;
    return found == Likeness::Contained ||
           (found == Likeness::Alike && (same_speaker || one_article || shorter >= kDistinctive));
  }

  // Named for certain, in the body, the longest, the earliest, the first by reference.
  bool is_better(std::uint32_t a, std::uint32_t b) const {
    const auto rank = [&](const Said& s) { return std::tuple(s.open, !s.in_body); };
    if (rank(all_[a]) != rank(all_[b])) return rank(all_[a]) < rank(all_[b]);
    if (all_[a].weight != all_[b].weight) return all_[a].weight > all_[b].weight;
    const auto day = [](const Said& s) { return s.day < 0 ? kFarDay : s.day; };
    return std::tuple(day(all_[a]), a) < std::tuple(day(all_[b]), b);
  }
  static constexpr std::int32_t kFarDay = 0x7FFFFFFF;

  std::vector<Family> families() const {
    std::map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < all_.size(); ++i) {
      if (leader_of_[i] != i) members[leader_of_[i]].push_back(i);
    }
    std::map<std::uint32_t, Family> by_best;  // in canonical order of the representatives
    for (auto& [leader, family] : members) {
      family.push_back(leader);
      std::sort(family.begin(), family.end());
      const std::uint32_t best =
          *std::min_element(family.begin(), family.end(),
                            [&](std::uint32_t a, std::uint32_t b) { return is_better(a, b); });
      Family& out = by_best[best];
      out.representative = all_[best].id;
      for (const std::uint32_t i : family) out.variants.push_back(all_[i].id);
    }
    std::vector<Family> out;
    for (auto& [best, family] : by_best) out.push_back(std::move(family));
    return out;
  }

  const Sayings& sayings_;
  const std::vector<Said>& all_;
  Leaders leaders_;
  std::vector<std::uint32_t> leader_of_;  // by quotation; itself: it leads
  std::vector<std::uint32_t> speaker_;    // by leader: whose family it is by now
};

std::vector<Family> gather(Sayings& sayings) {
  sayings.forget_lonely_prints();
  return Gathering(sayings).run();
}

}  // namespace

std::vector<Family> gather_families(const std::vector<SaidWords>& said) {
  Sayings sayings;
  for (const SaidWords& words : said) sayings.add(words);
  return gather(sayings);
}

void rebuild_families(store::Archive& archive) {
  Sayings sayings;
  archive.for_each_said([&](const SaidWords& words) { sayings.add(words); });
  archive.replace_families(gather(sayings));
}

}  // namespace onrecord::ingest
