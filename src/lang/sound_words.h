// A name taken apart for comparing by sound: its words, how each may be heard, and the Korean
// person it may be.
//
// Pure functions; thread-safe. Names are NFC.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/sound_reading.h"

namespace onrecord::lang {

enum class Script { Hangul, Latin, Other };
Script script_of(
    std::string_view word);  // Hangul where one syllable is; else Latin where one letter is

// Words of a name: cut at spaces, middle dots, full stops and commas. Hyphens: cut, or dropped.
enum class Hyphens { Cut, Dropped };
std::vector<std::string> name_words(std::string_view name, Hyphens hyphens);

// For comparing as text: NFKC case folding without spaces, hyphens and stops.
std::string folded_name(std::string_view name);

// How a word of a query may be heard. Latin: as any language writes it, as Pinyin, as romanised
// Japanese, as the names of its letters. Hangul: as it stands.
std::vector<Reading> foreign_readings(std::string_view word);
// As romanised Korean alone; empty where it cannot be that.
std::vector<Reading> korean_readings(std::string_view word);

// How a word of a candidate is heard: Hangul as it stands, Latin along its most usual reading.
Phones usual_phones(std::string_view word);

// 김민수 as 김 and 민수. Two splits where the first two syllables can be a surname as well
// (남궁민).
struct PersonSplit {
  std::string surname;
  std::string given;
};
std::vector<PersonSplit> korean_person_splits(std::string_view word);

// Surnames that a Latin word may stand for: Lee -> 이, 리. In the order of the lexicon.
std::vector<std::string> surnames_of_latin(std::string_view word);

// 류 and 유, 리 and 이: one surname by the rule of initial sounds.
bool same_surname(std::string_view a, std::string_view b);

}  // namespace onrecord::lang
