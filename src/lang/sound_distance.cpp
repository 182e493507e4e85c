#include "lang/sound_distance.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace onrecord::lang {
namespace {

// A name of one or two sounds would differ wholly or not at all without this.
constexpr int kLeastWeight = 800;

int likeness(int distance, int weight_a, int weight_b) {
  const int length = std::max((weight_a + weight_b) / 2, kLeastWeight);
  return std::max(0, 1000 - distance * 1000 / length);
}

// A table of costs that grows phone by phone of the heard side; rows stay for words that begin alike.
class Rows {
 public:
  explicit Rows(const Reading& word) : word_(word), width_(word.length() + 1) { reset(); }

  // No later row can have a smaller entry.
  int bound(std::size_t row) const { return least_[row]; }

  // Row `row` (from 1) for phone heard[row - 1]; the rows before it hold.
  void fill(const Phones& heard, std::size_t row) {
    if (least_.size() <= row) {
      least_.resize(row + 1);
      cells_.resize((row + 1) * width_);
    }
    const int alone = sound_costs().alone[static_cast<std::size_t>(heard[row - 1])];
    int* here = &cells_[row * width_];
    const int* above = here - width_;
    int least = here[0] = above[0] + alone;
    for (std::size_t i = 1; i < width_; ++i) {
      here[i] = std::min(above[i] + alone, cheapest_step(heard, row, i));
      least = std::min(least, here[i]);
    }
    least_[row] = least;
  }

  int distance(std::size_t row) const { return cells_[row * width_ + width_ - 1]; }

 private:
  int cheapest_step(const Phones& heard, std::size_t row, std::size_t i) const {
    const int* here = &cells_[row * width_];
    int best = std::numeric_limits<int>::max() / 2;
    for (const Step& step : word_.ending[i]) {
      if (step.phone == kSilent) {
        best = std::min(best, here[step.from] + step.cost);
      } else if (row > 0) {
        const int between = sound_costs().between[static_cast<std::size_t>(step.phone)]
                                                 [static_cast<std::size_t>(heard[row - 1])];
        best = std::min(best, (here - width_)[step.from] + step.cost + between);
      }
    }
    return best;
  }

  void reset() {
    cells_.assign(width_, 0);
    for (std::size_t i = 1; i < width_; ++i) cells_[i] = cheapest_step({}, 0, i);
    least_.assign(1, *std::min_element(cells_.begin(), cells_.end()));
  }

  const Reading& word_;
  std::size_t width_;
  std::vector<int> cells_;
  std::vector<int> least_;
};

std::size_t consonants(const Phones& phones) {
  return static_cast<std::size_t>(std::count_if(phones.begin(), phones.end(), is_consonant));
}

std::size_t shared_beginning(const Phones& a, const Phones& b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

}  // namespace

int sound_likeness(const Reading& word, const Phones& heard) {
  if (word.heard.empty() || heard.empty()) return 0;
  Rows rows(word);
  for (std::size_t row = 1; row <= heard.size(); ++row) rows.fill(heard, row);
  return likeness(rows.distance(heard.size()), word.weight, weight_of(heard));
}

SoundIndex::SoundIndex(std::vector<Phones> words) : words_(std::move(words)), order_(words_.size()) {
  std::vector<std::size_t> count(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    weights_.push_back(weight_of(words_[i]));
    count[i] = consonants(words_[i]);
  }
  std::iota(order_.begin(), order_.end(), 0u);
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return count[a] != count[b] ? count[a] < count[b] : words_[a] < words_[b];
  });
  for (std::size_t i = 0; i < order_.size(); ++i) {
    const int weight = weights_[order_[i]];
    const bool same = i > 0 && count[order_[i]] == count[order_[i - 1]];
    if (!same) blocks_.push_back({i, i, weight, weight});
    shared_.push_back(static_cast<std::uint16_t>(
        same ? shared_beginning(words_[order_[i - 1]], words_[order_[i]]) : 0));
    Block& block = blocks_.back();
    block.end = i + 1;
    block.least_weight = std::min(block.least_weight, weight);
    block.most_weight = std::max(block.most_weight, weight);
  }
}

void SoundIndex::compare(const Reading& word, int floor, std::vector<std::uint16_t>& best) const {
  if (word.heard.empty()) return;
  for (const Block& block : blocks_) compare_block(word, block, floor, best);
}

void SoundIndex::compare_block(const Reading& word, const Block& block, int floor,
                               std::vector<std::uint16_t>& best) const {
  const int longest = std::max((word.weight + block.most_weight) / 2, kLeastWeight);
  const int limit = longest * (1000 - floor) / 1000 + 1;
  Rows rows(word);
  std::size_t filled = 0;  // rows that hold for the word before
  bool hopeless = false;   // the beginning that is filled is beyond the limit already
  for (std::size_t i = block.begin; i < block.end; ++i) {
    const Phones& heard = words_[order_[i]];
    if (hopeless && shared_[i] >= filled) continue;
    filled = std::min<std::size_t>(filled, shared_[i]);
    hopeless = false;
    while (filled < heard.size() && !hopeless) {
      rows.fill(heard, ++filled);
      hopeless = rows.bound(filled) > limit;
    }
    if (hopeless || heard.empty()) continue;
    const int score = likeness(rows.distance(heard.size()), word.weight, weights_[order_[i]]);
    if (score >= floor) best[order_[i]] = std::max(best[order_[i]], static_cast<std::uint16_t>(score));
  }
}

}  // namespace onrecord::lang
