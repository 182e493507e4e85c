// How a person's word enters the archive, and leaves it: checked against what was said before,
// stored, and everything that follows from it made anew, in one transaction.
//
// A word that contradicts another one in force is refused (Failure, Usage) and names it. Errors
// besides: as Archive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/corrections.h"

namespace onrecord::ingest {

enum class Manner {
  Single,  // said now: a word that changes nothing is not stored
  Import,  // said elsewhere: stored whether it means something here yet or not
};

struct Corrected {
  std::vector<store::Correction> made;   // with their ids
  std::vector<store::Correction> known;  // in force before
  std::vector<std::int64_t> waiting;     // of those made: the archive has nothing they speak of
  bool idle = false;                     // nothing was stored: it is so already
};

Corrected correct(store::Archive& archive, std::vector<store::Correction> words, Manner manner);

// Throws where one is not there or is undone already. Those undone.
std::vector<store::Correction> undo(store::Archive& archive, const std::vector<std::int64_t>& ids);

// Faults of form, as an import may have them; empty: none.
std::string fault_of(const store::Correction& correction);

// "merge: ‘Sam Altman’ is ‘샘 알트만’".
std::string words_of(const store::Correction& correction);

}  // namespace onrecord::ingest
