// UTF-8 by hand: checking, decoding and stepping, for the inner loops. Everything that needs
// Unicode's tables (NFC, case) is in text/normalize.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord::text {

// The byte offset of the first fault (overlong forms, surrogates and values past U+10FFFF count),
// or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// The code point at byte `at` of valid UTF-8; `at` moves behind it.
inline char32_t decode(std::string_view s, std::size_t& at) {
  auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(s[i]));
  };
  const char32_t c = byte(at);
  if (c < 0x80) return at += 1, c;
  if (c < 0xE0) return at += 2, ((c & 0x1F) << 6) | (byte(at - 1) & 0x3F);
  if (c < 0xF0) {
    return at += 3, ((c & 0x0F) << 12) | ((byte(at - 2) & 0x3F) << 6) | (byte(at - 1) & 0x3F);
  }
  return at += 4, ((c & 0x07) << 18) | ((byte(at - 3) & 0x3F) << 12) |
                      ((byte(at - 2) & 0x3F) << 6) | (byte(at - 1) & 0x3F);
}

// The code point that ends at byte `at`; `at` moves before it.
inline char32_t decode_backwards(std::string_view s, std::size_t& at) {
  if (at >= 3 && (static_cast<unsigned char>(s[at - 3]) & 0xF0) == 0xE0) {  // Hangul and the like
    std::size_t forward = at -= 3;
    return decode(s, forward);
  }
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80);
  std::size_t forward = at;
  return decode(s, forward);
}

void append_utf8(std::string& out, char32_t c);

std::size_t count_codepoints(std::string_view text);

inline bool is_hangul_syllable(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}
inline bool is_ascii_letter(char32_t c) {
  return (c | 32) >= 'a' && (c | 32) <= 'z';
}
inline bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}
inline bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// Whether there is a letter from A to Z: asked of every word, so eight bytes at a step.
inline bool has_capital(std::string_view s) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u, kTops = kOnes * 0x80;
  std::size_t at = 0;
  for (; at + 8 <= s.size(); at += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, s.data() + at, 8);
    const std::uint64_t low = eight & ~kTops;
    const std::uint64_t from_a = low + kOnes * (0x80 - 'A'), behind_z = low + kOnes * (0x7F - 'Z');
    if ((from_a & ~behind_z & ~eight & kTops) != 0) return true;
  }
  for (; at < s.size(); ++at) {
    if (s[at] >= 'A' && s[at] <= 'Z') return true;
  }
  return false;
}

// Whether the three bytes at `at` are a Hangul syllable of U+B000 to U+CFFF, as most are: told by
// the first byte, for loops over words.
inline bool is_common_hangul(std::string_view s, std::size_t at) {
  const auto lead = static_cast<unsigned char>(s[at]);
  return lead == 0xEB || lead == 0xEC;
}

// The final consonant of a Hangul syllable: 0 none, 8 ㄹ, others 1–27.
inline int final_consonant(char32_t c) {
  return static_cast<int>((c - 0xAC00) % 28);
}

}  // namespace onrecord::text
