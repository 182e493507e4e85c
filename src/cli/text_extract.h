// One article and what was found in it, for people: who said what, what happened, who is named.
//
// Safe for a terminal: no control characters of the article are left. Pure; thread-safe.
#pragma once

#include <string>

#include "model/document.h"
#include "model/findings.h"

namespace onrecord::cli {

std::string extract_text(const Document& document, const Findings& findings);

}  // namespace onrecord::cli
