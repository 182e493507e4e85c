// How a written word may be heard: every reading of its letters at once, as a lattice.
//
// Positions stand between letters, and between the phones of one letter; a step leads from one
// position to a later one and says which phone is heard there, if any, and how unusual that is.
// Costs in thousandths (sound_phones.h). Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/sound_phones.h"

namespace onrecord::lang {

inline constexpr char kSilent = 127;

struct Step {
  std::uint16_t from = 0;  // position where it starts
  std::uint16_t cost = 0;
  char phone = kSilent;
};

struct Reading {
  std::vector<std::vector<Step>>
      ending;      // ending[i]: steps that lead to position i; ending[0] is empty
  Phones heard;    // along the cheapest path
  int weight = 0;  // weight_of(heard)

  std::size_t length() const { return ending.empty() ? 0 : ending.size() - 1; }
};

enum class Spelling { Latin, Romaja, Pinyin, Romaji };  // the tables table_sound_NAME.tsv

// Lower-case letters a–z of a Latin word: marks dropped, ö as oe (table_sound_fold.tsv); "" if it
// has none.
std::string fold_latin(std::string_view word);

// `letters` as from fold_latin. Nothing where the table does not cover the word (Latin covers every
// word).
std::optional<Reading> read_letters(const std::string& letters, Spelling spelling);

// One reading, each phone a position of its own.
Reading read_phones(const Phones& phones);

// Both, one behind the other: Open + AI.
Reading join(Reading first, const Reading& second);

// Whether a word that starts with the letter may begin with these phones: S. for 샘.
bool initial_fits(char letter, const Phones& phones);

}  // namespace onrecord::lang
