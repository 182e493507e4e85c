// Hangul syllables and their letters. Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::lang {

// Letters as they stand in Unicode's order: lead 0–18 (ㄱ…ㅎ), vowel 0–20 (ㅏ…ㅣ), tail 0–27 (0:
// none).
struct Syllable {
  int lead = 0;
  int vowel = 0;
  int tail = 0;
};

// `c` is a Hangul syllable (text/utf8.h).
Syllable take_apart(char32_t c);

// The compatibility letters for the numbers above, as UTF-8: "ㄱ", "ㅏ", "ㄳ"; "" for tail 0.
std::string_view lead_letter(int lead);
std::string_view vowel_letter(int vowel);
std::string_view tail_letter(int tail);

// Every code point is a Hangul syllable, and there is one.
bool is_hangul_word(std::string_view word);

// How many Hangul syllables, whatever else there is.
int count_syllables(std::string_view text);

// Code points of a word as substrings of it.
std::vector<std::string_view> characters(std::string_view word);

}  // namespace onrecord::lang
