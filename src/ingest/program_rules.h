// Every rule that a finding may name, as the table `rule` shows them: those of the lexicon, and the
// word of a person.
#pragma once

#include <string>
#include <vector>

#include "store/archive.h"

namespace onrecord::ingest {

std::vector<store::Rule> rules_of_program();

// Now, UTC, ISO 8601.
std::string utc_now();

}  // namespace onrecord::ingest
