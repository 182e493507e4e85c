// Why a quotation is one and why this speaker's: for a terminal, and as JSON.
//
// Everything from the article passes printable().
#pragma once

#include <string>

#include "query/explanation.h"

namespace onrecord::cli {

// What of the quotation itself is said beside its reasons.
struct ExplainedQuotation {
  std::string kind, where, cue, cue_class, rule, speaker_rule;
  double confidence = 0;
};

// Lines indented by four columns, ended by a line end.
std::string explanation_text(const query::Explanation& explanation,
                             const ExplainedQuotation& quotation, int width);

// {"rule": {"id", "layer", "pattern", "example"} | null, "speaker_rule": …, "others": [ … ], "why":
// "…"}
std::string to_json(const query::Explanation& explanation);

}  // namespace onrecord::cli
