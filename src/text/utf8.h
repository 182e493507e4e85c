// UTF-8 by hand: checking, decoding and stepping, for the inner loops. Everything that needs
// Unicode's tables (NFC, case) is in text/normalize.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord::text {

// The byte offset of the first fault (overlong forms, surrogates and values past U+10FFFF count), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// The code point at byte `at` of valid UTF-8; `at` moves behind it.
char32_t decode(std::string_view text, std::size_t& at);

// The code point that ends at byte `at`; `at` moves before it.
char32_t decode_backwards(std::string_view text, std::size_t& at);

void append_utf8(std::string& out, char32_t c);

std::size_t count_codepoints(std::string_view text);

inline bool is_hangul_syllable(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }
inline bool is_ascii_letter(char32_t c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
inline bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
inline bool is_han(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// The final consonant of a Hangul syllable: 0 none, 8 ㄹ, others 1–27.
inline int final_consonant(char32_t c) { return static_cast<int>((c - 0xAC00) % 28); }

}  // namespace onrecord::text
