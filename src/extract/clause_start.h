// Where a reported clause begins: behind whoever speaks and behind what belongs to the verb of
// speech (when, where, to whom, on what occasion), before the clause's own subject.
//
// The head of the sentence is read from left to right. Each word costs a little, more where it
// looks like a part of the clause (a subject, a verb that goes on); the end of a phrase that
// belongs to the report (lexicon/report_adjuncts.tsv, a topic that can speak, a bare day, a comma)
// earns something. Where it earns more than the words since the last such end cost, the clause
// begins behind it. Cost: linear in the words read; reading stops where the costs grow too high.
#pragma once

#include "extract/analysis.h"

namespace onrecord::extract {

struct ClauseFrame {
  TokenIndex segment = 0;        // first token of this act of speech
  TokenIndex last = 0;           // the token with the quotative ending
  TokenIndex limit = 0;          // one past the last token of the sentence at this level
  std::int32_t cue = kNone;      // verb or noun of speech
  std::int32_t passage = kNone;  // level of marks
  bool chained = false;          // …라며 before it: the same speaker goes on
  bool forecast = false;         // …할 것으로: a day belongs to the clause
  TokenIndex reach = 0;          // the clause begins before this token; 0: anywhere up to `last`
};

struct ClauseStart {
  TokenIndex segment = 0;     // where the words about the speaker begin
  TokenIndex first = 0;       // first token of the clause
  std::int32_t head = kNone;  // the topic or subject of the report before the clause, or kNone
  bool behind = false;        // its subject stands between the clause and the verb
  bool firm = false;          // something else of the report stands between the head and the clause
};

ClauseStart find_clause_start(const Analysis& a, const ClauseFrame& frame);

}  // namespace onrecord::extract
