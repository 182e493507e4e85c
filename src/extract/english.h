// English articles: words as English reads them, and the two steps that replace the Korean ones.
//
// Offsets and indexes as in analysis.h. Tables: lexicon/*_en.tsv; kinds of words:
// lexicon/words_en.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"

namespace onrecord::extract {

void find_english_mentions(Analysis& a);
void find_english_quotations(Analysis& a);

namespace english {

using Kinds = std::uint64_t;

// The bit of a kind of lexicon/words_en.tsv by its name there.
Kinds kind(std::string_view name);

struct EnglishWord {
  Kinds kinds = 0;
  lang::ClassMask classes = 0;
  std::uint32_t name_end = 0;  // byte behind the word without 's
  bool capital = false;
  bool possessive = false;

  bool is(Kinds mask) const { return (kinds & mask) != 0; }
  bool has(lang::ClassMask mask) const { return (classes & mask) != 0; }
};

// One for each token; punctuation and marks have no kinds and no classes.
std::vector<EnglishWord> read_words(const Analysis& a);

std::string lower(std::string_view word);

// Eun-chan: a hyphen and a small letter behind it.
bool is_hyphened_given(std::string_view word);
// Kim Min-su, Pyo Eun-chan, Yoon Suk Yeol.
bool is_surname_first(std::string_view first, std::string_view rest);

enum class Gender : std::uint8_t { Unknown, Male, Female };

Gender gender_of_first_name(std::string_view name);
// What the first name and the titles of a person say.
Gender gender_of(const Chain& chain);

}  // namespace english
}  // namespace onrecord::extract
