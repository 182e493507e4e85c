// How Hangul sounds: phones, and how far apart two of them are (lexicon/table_sound_*.tsv).
//
// A phone is a small number; a string of phones is a std::string of such bytes (not text). Costs
// and weights are in thousandths: 1000 is a whole consonant. Read-only tables; thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace onrecord::lang {

using Phones = std::string;

// The symbols of the tables ("SyuL") as phones; a symbol no table knows ends the program (a faulty
// lexicon).
Phones phones_from_symbols(std::string_view symbols);
std::string symbols_from_phones(const Phones& phones);

// A word in Hangul as it is heard; Latin letters and digits in it by the names of the letters.
Phones phones_of_hangul(std::string_view word);

// "ai" -> phones of 에이아이. Letters only.
Phones phones_of_letter_names(std::string_view lower_case);

struct SoundCosts {
  static constexpr std::size_t kPhoneCount = 32;
  std::array<std::array<std::uint16_t, kPhoneCount>, kPhoneCount> between{};
  std::array<std::uint16_t, kPhoneCount> alone{};   // a phone that only one side has
  std::array<std::uint16_t, kPhoneCount> weight{};  // its share in the length of a name
};
const SoundCosts& sound_costs();

bool is_consonant(char phone);
int weight_of(const Phones& phones);

}  // namespace onrecord::lang
