// English articles: words as English reads them, and the two steps that replace the Korean ones.
//
// Offsets and indexes as in analysis.h. Tables: lexicon/*_en.tsv; kinds of words:
// lexicon/words_en.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"

namespace onrecord::extract {

void find_english_mentions(Analysis& a);
void find_english_quotations(Analysis& a);

namespace english {

using Kinds = std::uint64_t;

// The kinds of lexicon/words_en.tsv; the place is the bit.
inline constexpr auto kKindNames = std::to_array<std::string_view>({"he",
                                                                    "she",
                                                                    "they",
                                                                    "it",
                                                                    "i",
                                                                    "who",
                                                                    "which",
                                                                    "that",
                                                                    "whether",
                                                                    "aux",
                                                                    "modal",
                                                                    "adverb",
                                                                    "prep",
                                                                    "of",
                                                                    "and",
                                                                    "or",
                                                                    "stop",
                                                                    "det",
                                                                    "poss",
                                                                    "time",
                                                                    "not_name",
                                                                    "org_head",
                                                                    "korean_surname",
                                                                    "link",
                                                                    "heard",
                                                                    "medium",
                                                                    "hon_m",
                                                                    "hon_f",
                                                                    "hon",
                                                                    "clausal",
                                                                    "to_do",
                                                                    "hearer",
                                                                    "noun_too",
                                                                    "nobody",
                                                                    "with_out",
                                                                    "future",
                                                                    "object",
                                                                    "body",
                                                                    "man",
                                                                    "woman",
                                                                    "company",
                                                                    "public_body",
                                                                    "renames",
                                                                    "turns",
                                                                    "leads_time",
                                                                    "entitles",
                                                                    "as_said",
                                                                    "neutral",
                                                                    "any_company",
                                                                    "of_source",
                                                                    "indefinite",
                                                                    "plural",
                                                                    "named_as",
                                                                    "local",
                                                                    "withholds",
                                                                    "withheld",
                                                                    "joined_tail"});
static_assert(kKindNames.size() <= 64);

// The bit of a kind; 0 where there is none of that name.
constexpr Kinds kind_named(std::string_view name) {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    if (kKindNames[i] == name) return Kinds{1} << i;
  }
  return 0;
}
// The same of a name in the code: it must exist.
consteval Kinds kind(std::string_view name) {
  return kind_named(name) != 0 ? kind_named(name) : throw "no such kind";
}

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
