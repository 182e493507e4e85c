// The steps of the pipeline, in order, and what each reads and writes.
#pragma once

#include <span>

#include "extract/analysis.h"

namespace onrecord::extract {

void find_tokens(Analysis& a);       // blocks -> tokens
void find_passages(Analysis& a);     // marks -> marked passages
void find_sentences(Analysis& a);    // aware of marks
void find_mentions(Analysis& a);     // people, organisations, places and their chains
void find_quotations(Analysis& a);   // direct quotations and reported clauses with their speakers
void find_antecedents(Analysis& a);  // what named each speaker, written beside it
void find_events(Analysis& a);

// A layer is a member of Analysis (analysis.h); "readings" are the words' readings inside the
// tokens, which a step that knows names may correct (인 in 마르욜레인 is no particle), and "levels"
// the passage and the sentence that a token stands in. A step changes the layers it writes and no
// other: steps_test.cpp holds the table to it.
struct Step {
  const char* name;
  const char* reads;
  const char* writes;
  void (*run)(Analysis&);
};

std::span<const Step> steps();

}  // namespace onrecord::extract
