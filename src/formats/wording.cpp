#include "formats/wording.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "text/utf8.h"

namespace onrecord::formats {
namespace {

using Pair = std::pair<char32_t, char32_t>;

std::vector<Pair> pairs_of(std::string_view words) {
  std::vector<Pair> pairs;
  char32_t before = 0;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = text::decode(words, at);
    if (before != 0) pairs.emplace_back(before, c);
    before = c;
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

bool is_general_punctuation(char32_t c) {
  return c >= 0x2000 && c <= 0x206F;
}

}  // namespace

std::string bare(std::string_view words) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t start = at;
    const char32_t c = text::decode(words, at);
    if (is_general_punctuation(c)) continue;
    if (c < 0x80 && !text::is_ascii_letter(c) && !text::is_digit(c)) continue;
    out.append(words, start, at - start);
    if (c >= 'A' && c <= 'Z') out.back() = static_cast<char>(c + 32);
  }
  return out;
}

double likeness(std::string_view a, std::string_view b) {
  const std::vector<Pair> left = pairs_of(bare(a)), right = pairs_of(bare(b));
  std::vector<Pair> common;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(common));
  const std::size_t all = left.size() + right.size();
  return all == 0 ? 0 : 2.0 * static_cast<double>(common.size()) / static_cast<double>(all);
}

}  // namespace onrecord::formats
