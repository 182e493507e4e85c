// The steps of the pipeline, in order; extract.cpp holds the table of what each reads and writes.
#pragma once

#include "extract/analysis.h"

namespace onrecord::extract {

void find_tokens(Analysis& a);       // blocks -> tokens
void find_passages(Analysis& a);     // marks -> marked passages
void find_sentences(Analysis& a);    // aware of marks
void find_mentions(Analysis& a);     // people, organisations, places and their chains
void find_quotations(Analysis& a);   // direct quotations and reported clauses with their speakers
void find_antecedents(Analysis& a);  // what named each speaker, written beside it
void find_events(Analysis& a);

}  // namespace onrecord::extract
