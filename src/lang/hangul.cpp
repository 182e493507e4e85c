#include "lang/hangul.h"

#include <array>

#include "text/utf8.h"

namespace onrecord::lang {
namespace {

constexpr std::array<std::string_view, 19> kLeads = {"ㄱ", "ㄲ", "ㄴ", "ㄷ", "ㄸ", "ㄹ", "ㅁ",
                                                     "ㅂ", "ㅃ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅉ",
                                                     "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};
constexpr std::array<std::string_view, 21> kVowels = {"ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ",
                                                      "ㅖ", "ㅗ", "ㅘ", "ㅙ", "ㅚ", "ㅛ", "ㅜ",
                                                      "ㅝ", "ㅞ", "ㅟ", "ㅠ", "ㅡ", "ㅢ", "ㅣ"};
constexpr std::array<std::string_view, 28> kTails = {
    "",   "ㄱ", "ㄲ", "ㄳ", "ㄴ", "ㄵ", "ㄶ", "ㄷ", "ㄹ", "ㄺ", "ㄻ", "ㄼ", "ㄽ", "ㄾ",
    "ㄿ", "ㅀ", "ㅁ", "ㅂ", "ㅄ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};

}  // namespace

Syllable take_apart(char32_t c) {
  const int index = static_cast<int>(c - 0xAC00);
  return {index / 588, index % 588 / 28, index % 28};
}

std::string_view lead_letter(int lead) {
  return kLeads[static_cast<std::size_t>(lead)];
}
std::string_view vowel_letter(int vowel) {
  return kVowels[static_cast<std::size_t>(vowel)];
}
std::string_view tail_letter(int tail) {
  return kTails[static_cast<std::size_t>(tail)];
}

bool is_hangul_word(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (!text::is_hangul_syllable(text::decode(word, at))) return false;
  }
  return !word.empty();
}

int count_syllables(std::string_view text) {
  int count = 0;
  for (std::size_t at = 0; at < text.size();) {
    count += text::is_hangul_syllable(text::decode(text, at)) ? 1 : 0;
  }
  return count;
}

std::vector<std::string_view> characters(std::string_view word) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t start = at;
    text::decode(word, at);
    out.push_back(word.substr(start, at - start));
  }
  return out;
}

}  // namespace onrecord::lang
