// What commands that correct say: who speaks, what was stored, lists of corrections.
#pragma once

#include <string>
#include <vector>

#include "ingest/correcting.h"
#include "store/corrections.h"

namespace onrecord::cli {

// A correction of the user, now: $ONRECORD_USER, else $USER, $LOGNAME, else "unknown".
store::Correction new_correction(store::Action action);

// Prints what became of the words; kAnswered.
int print_corrected(const ingest::Corrected& corrected, bool json);

// "12  2026-11-25 kim  speaker of 3f2a…:10-20: ‘샘 알트만’"
std::string line_of(const store::Correction& correction);
std::string corrections_json(const std::vector<store::Correction>& corrections, std::size_t total);

}  // namespace onrecord::cli
