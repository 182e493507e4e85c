// Strings that words may end in, with a filter before them: most words end in none, and the last
// two bytes tell (of a Hangul syllable the lower ten bits). Read-only once made; thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

namespace onrecord::text {

// Whether n bytes are the same, without a call: for words, whose length the compiler does not know.
inline bool same_bytes(const char* a, const char* b, std::size_t n) {
  const auto same = [&](auto word, std::size_t at) {
    auto other = word;
    std::memcpy(&word, a + at, sizeof word);
    std::memcpy(&other, b + at, sizeof other);
    return word == other;
  };
  if (n > 16) return std::memcmp(a, b, n) == 0;
  if (n >= 8) return same(std::uint64_t{}, n - 8) && same(std::uint64_t{}, 0);
  if (n >= 4) return same(std::uint32_t{}, n - 4) && same(std::uint32_t{}, 0);
  if (n >= 2) return same(std::uint16_t{}, n - 2) && same(char{}, 0);
  return n == 0 || same(char{}, 0);
}

inline bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && same_bytes(a.data(), b.data(), a.size());
}
inline bool begins_in(std::string_view s, std::string_view head) {
  return head.size() <= s.size() && same_bytes(s.data(), head.data(), head.size());
}
inline bool ends_in(std::string_view s, std::string_view ending) {
  return ending.size() <= s.size() &&
         same_bytes(s.data() + (s.size() - ending.size()), ending.data(), ending.size());
}

class EndingSet {
 public:
  explicit EndingSet(std::vector<std::string_view> endings) : endings_(std::move(endings)) {
    for (std::string_view ending : endings_) let_pass(ending);
  }

  // The first of the endings, in their order, that the word ends in; its number, or -1.
  int find(std::string_view word) const {
    if (!may_end(word)) return -1;
    for (std::size_t i = 0; i < endings_.size(); ++i) {
      if (ends_in(word, endings_[i])) return static_cast<int>(i);
    }
    return -1;
  }
  bool ends(std::string_view word) const { return find(word) >= 0; }

  // Whether the word is one of them.
  bool has(std::string_view word) const {
    if (!may_end(word)) return false;
    for (std::string_view one : endings_) {
      if (is_same(word, one)) return true;
    }
    return false;
  }

  // False where the word certainly ends in none.
  bool may_end(std::string_view word) const {
    const unsigned bit = place(word);
    return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
  }

 private:
  static unsigned place(std::string_view word) {
    const auto byte = [&](std::size_t back) {
      return word.size() < back
                 ? 0U
                 : static_cast<unsigned>(static_cast<unsigned char>(word[word.size() - back]));
    };
    return (byte(1) & 63) | (byte(2) & 15) << 6;
  }

  void let_pass(std::string_view ending) {
    if (ending.size() >= 2) return set(place(ending));
    for (unsigned bit = 0; bit < 1024; ++bit) {
      if (ending.empty() || (bit & 63) == (static_cast<unsigned char>(ending[0]) & 63)) set(bit);
    }
  }
  void set(unsigned bit) { filter_[bit / 64] |= std::uint64_t{1} << (bit % 64); }

  std::vector<std::string_view> endings_;
  std::array<std::uint64_t, 16> filter_{};
};

}  // namespace onrecord::text
