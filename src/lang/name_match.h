// One name, several spellings: how alike two names sound, in one script or across two (Altman =
// 알트만 = 올트먼).
//
// Every reading of the Latin letters is compared with the Hangul (sound_distance.h); Korean people
// by surname and syllables; names that do not sound alike by lexicon/name_aliases.tsv. Figures and
// rules: docs/names.md. Pure functions; thread-safe. Names are NFC.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::lang {

// 0 (nothing in common) to 1 (sounds the same). Either name may be in either script.
double name_similarity(std::string_view a, std::string_view b);

struct NameMatch {
  std::string candidate;
  double score = 0;
};

// At and above this score a match is taken for the same name.
inline constexpr double kMatchThreshold = 0.75;

struct PreparedNames;  // name_match.cpp

// Candidates prepared once for many queries: some 10 µs and 300 bytes a name to prepare.
class NameIndex {
 public:
  explicit NameIndex(std::vector<std::string> names);
  NameIndex(NameIndex&&) noexcept;
  NameIndex& operator=(NameIndex&&) noexcept;
  ~NameIndex();

  // Best first; of equal scores the smaller bytes first. At least `at_least` (as far as there are
  // names) and all at or above the threshold. A score stays below kMatchThreshold where the margin
  // rule (more than .06 behind the best) rejects a candidate.
  std::vector<NameMatch> match(std::string_view query, std::size_t at_least = 5) const;

  // name_similarity(query, name) of every name in the order given; those below `floor` may be 0.
  std::vector<double> similarities(std::string_view query, double floor) const;

 private:
  std::unique_ptr<const PreparedNames> prepared_;
};

std::vector<NameMatch> match_name(std::string_view query,
                                  const std::vector<std::string>& candidates,
                                  std::size_t at_least = 5);

// Other spellings of a name or of one word of it that lexicon/name_aliases.tsv gives, both ways;
// not the name itself.
std::vector<std::string> curated_aliases(std::string_view name);

// Names that sound alike have, as a rule, the same skeleton: classes of consonants, neighbours of
// one class once. For finding pairs worth a closer look; "" where nothing is heard.
std::string sound_skeleton(std::string_view name);

// A surname and one or two syllables such as Korean given names have (김민수, 남궁민): a Korean
// person, or a foreign or common word of that shape (하라리). Where true, one other syllable is
// another person.
bool may_be_korean_name(std::string_view word);

}  // namespace onrecord::lang
