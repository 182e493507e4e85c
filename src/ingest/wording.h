// Whether two quotations are wordings of one utterance: the same words but for particles, polite
// endings, spaces, marks and what one of them leaves out.
//
// Strict, since two utterances taken for one are worse than one taken for two: a word in place of
// another, a different number and a different count of negations make two utterances. Facts about
// words: lexicon/table_variants.tsv. Pure functions; thread-safe. docs/quotations.md says more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::ingest {

// Words parted by single blanks: letters and digits alone, Latin ones small, polite endings plain
// (필요합니다 as 필요하다). Characters beyond the basic plane are left out.
std::u16string plain_words(std::string_view words);

// Thirds of a syllable: a Hangul or Han letter counts three, others one.
std::uint32_t weight_of(const std::u16string& plain);

// Some of the hashes of runs of letters, the same for a run that stands in two wordings: any run
// of seven syllables or seventeen Latin letters leaves at least one.
std::vector<std::uint32_t> fingerprints(const std::u16string& plain);

enum class Likeness : std::uint8_t {
  None,
  Alike,      // but for particles, endings and words that one leaves out
  Contained,  // word by word in the other
  Equal,      // letter by letter, blanks aside
};

// How alike the two are; the order does not matter. Cost: the product of their lengths, which are
// bounded; longer ones are compared by containment alone.
Likeness likeness(const std::u16string& a, const std::u16string& b);

}  // namespace onrecord::ingest
