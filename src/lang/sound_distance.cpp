#include "lang/sound_distance.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace onrecord::lang {
namespace {

// A name of one or two sounds would differ wholly or not at all without this.
constexpr int kLeastWeight = 800;

constexpr int kBeyond = std::numeric_limits<int>::max() / 4;

int likeness(int distance, int weight_a, int weight_b) {
  if (distance >= kBeyond) return 0;
  const int length = std::max((weight_a + weight_b) / 2, kLeastWeight);
  return std::max(0, 1000 - distance * 1000 / length);
}

constexpr int kCheapestLoneConsonant = 600;

std::size_t index_of(char phone) {
  return static_cast<std::size_t>(phone);
}

// What the way from a position to the end costs at least when so many consonants are still to be
// heard.
class Remainders {
 public:
  Remainders(const Reading& word, std::size_t most) : width_(most + 1) {
    const std::size_t end = word.ending.size() - 1;
    least_.assign((end + 1) * width_, kBeyond);
    for (std::size_t left = 0; left <= most; ++left) {
      at(end, left) = static_cast<int>(left) * kCheapestLoneConsonant;
    }
    for (std::size_t to = end; to > 0; --to) {
      for (const Step& step : word.ending[to]) relax(step, to, most);
      if (to > 1) allow_lone(to - 1, most);
    }
    allow_lone(0, most);
  }

  int at(std::size_t position, std::size_t left) const {
    return least_[position * width_ + std::min(left, width_ - 1)];
  }

 private:
  int& at(std::size_t position, std::size_t left) { return least_[position * width_ + left]; }

  void relax(const Step& step, std::size_t to, std::size_t most) {
    const bool heard = step.phone != kSilent && is_consonant(step.phone);
    for (std::size_t left = 0; left <= most; ++left) {
      const int rest = !heard ? at(to, left)
                       : left > 0
                           ? std::min(at(to, left - 1), at(to, left) + kCheapestLoneConsonant)
                           : at(to, left) + kCheapestLoneConsonant;
      int& here = at(step.from, left);
      here = std::min(here, rest + step.cost);
    }
  }

  void allow_lone(std::size_t position, std::size_t most) {
    for (std::size_t left = 1; left <= most; ++left) {
      at(position, left) =
          std::min(at(position, left), at(position, left - 1) + kCheapestLoneConsonant);
    }
  }

  std::size_t width_;
  std::vector<int> least_;
};

}  // namespace

// A table of costs that grows phone by phone of the heard side; rows stay for words that begin
// alike. Cells from which the end cannot be reached within the limit count as beyond it.
class SoundIndex::Rows {
 public:
  explicit Rows(const Reading& word) : word_(word), width_(word.ending.size()) {
    for (const auto& steps : word.ending) {
      first_step_.push_back(steps_.size());
      steps_.insert(steps_.end(), steps.begin(), steps.end());
    }
    first_step_.push_back(steps_.size());
  }

  // `consonants`: of every word that will be compared until the next call.
  void start(const Remainders* remainders, std::size_t consonants, int limit) {
    remainders_ = remainders;
    limit_ = limit;
    left_.assign(1, consonants);
    cells_.assign(width_, kBeyond);
    cells_[0] = 0;
    for (std::size_t i = 1; i < width_; ++i) {
      for (const Step& step : word_.ending[i]) {
        if (step.phone == kSilent) cells_[i] = std::min(cells_[i], cells_[step.from] + step.cost);
      }
    }
  }

  // Row `row` (from 1) for phone heard[row - 1]; the rows before it hold. False: no way to the end
  // from here.
  bool fill(const Phones& heard, std::size_t row) {
    const std::size_t phone = index_of(heard[row - 1]);
    if (left_.size() <= row) {
      left_.resize(row + 1);
      cells_.resize((row + 1) * width_);
    }
    const std::size_t used = is_consonant(heard[row - 1]) ? 1 : 0;
    left_[row] = left_[row - 1] - std::min(left_[row - 1], used);
    const auto& between = costs_.between[phone];
    const int alone = costs_.alone[phone];
    int* here = &cells_[row * width_];
    const int* above = here - width_;
    bool open = false;
    for (std::size_t i = 0; i < width_; ++i) {
      int best = above[i] + alone;
      for (std::size_t s = first_step_[i]; s < first_step_[i + 1]; ++s) {
        const Step& step = steps_[s];
        const int cost = step.phone == kSilent ? here[step.from]
                                               : above[step.from] + between[index_of(step.phone)];
        best = std::min(best, cost + step.cost);
      }
      const bool within = remainders_ == nullptr || best + remainders_->at(i, left_[row]) <= limit_;
      here[i] = within ? best : kBeyond;
      open = open || within;
    }
    return open;
  }

  int distance(std::size_t row) const { return cells_[row * width_ + width_ - 1]; }

 private:
  const Reading& word_;
  const SoundCosts& costs_ = sound_costs();
  std::size_t width_;
  std::vector<Step> steps_;
  std::vector<std::size_t> first_step_;
  const Remainders* remainders_ = nullptr;
  int limit_ = kBeyond;
  std::vector<int> cells_;
  std::vector<std::size_t> left_;  // consonants that follow, by row
};

namespace {

std::size_t consonants(const Phones& phones) {
  return static_cast<std::size_t>(std::count_if(phones.begin(), phones.end(), is_consonant));
}

std::size_t shared_beginning(const Phones& a, const Phones& b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

}  // namespace

int sound_likeness(const Reading& word, const Phones& heard) {
  if (word.heard.empty() || heard.empty()) return 0;
  SoundIndex::Rows rows(word);
  rows.start(nullptr, 0, kBeyond);
  for (std::size_t row = 1; row <= heard.size(); ++row) rows.fill(heard, row);
  return likeness(rows.distance(heard.size()), word.weight, weight_of(heard));
}

SoundIndex::SoundIndex(std::vector<Phones> words)
    : words_(std::move(words)), order_(words_.size()) {
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
    if (!same) blocks_.push_back({i, i, weight, count[order_[i]]});
    shared_.push_back(static_cast<std::uint16_t>(
        same ? shared_beginning(words_[order_[i - 1]], words_[order_[i]]) : 0));
    Block& block = blocks_.back();
    block.end = i + 1;
    block.most_weight = std::max(block.most_weight, weight);
  }
}

void SoundIndex::compare(const Reading& word, int floor, std::vector<std::uint16_t>& best) const {
  if (word.heard.empty() || blocks_.empty()) return;
  const Remainders remainders(word, blocks_.back().consonants);
  Rows rows(word);
  for (const Block& block : blocks_) {
    const int longest = std::max((word.weight + block.most_weight) / 2, kLeastWeight);
    const int limit = longest * (1000 - floor) / 1000 + 1;
    if (remainders.at(0, block.consonants) > limit) continue;
    rows.start(&remainders, block.consonants, limit);
    compare_block(rows, word.weight, block, floor, best);
  }
}

void SoundIndex::compare_block(Rows& rows, int weight, const Block& block, int floor,
                               std::vector<std::uint16_t>& best) const {
  std::size_t filled = 0;  // rows that hold for the word before
  bool hopeless = false;   // no word that begins like these rows is within the limit
  for (std::size_t i = block.begin; i < block.end; ++i) {
    if (hopeless && shared_[i] >= filled) continue;
    const Phones& heard = words_[order_[i]];
    filled = std::min<std::size_t>(filled, shared_[i]);
    hopeless = false;
    while (filled < heard.size() && !hopeless) hopeless = !rows.fill(heard, ++filled);
    if (hopeless || heard.empty()) continue;
    const int score = likeness(rows.distance(heard.size()), weight, weights_[order_[i]]);
    std::uint16_t& known = best[order_[i]];
    if (score >= floor) known = std::max(known, static_cast<std::uint16_t>(score));
  }
}

}  // namespace onrecord::lang
