// One article and what was found in it as one line of JSON: docs/contract, "extract --json".
//
// Offsets are code points of `text`. Pure; thread-safe.
#pragma once

#include <string>

#include "model/document.h"
#include "model/findings.h"

namespace onrecord::cli {

// Without the line end.
std::string extract_json(const Document& document, const Findings& findings);

}  // namespace onrecord::cli
