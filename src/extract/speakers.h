// Who said it: candidates for the speaker of a quotation, ranked; where the best is not good
// enough, nobody.
#pragma once

#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/phrases.h"

namespace onrecord::extract {

// Where a quotation stands in its sentence, in tokens of one level of marks.
struct QuotationPlace {
  std::uint32_t sentence = 0;
  TokenIndex segment = 0;        // first token that belongs to this act of speech
  TokenIndex before = 0;         // one past the last token before the words
  TokenIndex after = 0;          // first token behind the words (particle included)
  TokenIndex limit = 0;          // one past the last token of the sentence
  std::int32_t cue = kNone;      // token of the reporting verb or noun
  std::int32_t passage = kNone;  // level: the passage that holds the quotation
  bool chained = false;          // …다며 goes on: what follows is another clause
  bool voiced = false;           // …는 지적이 나온다: whoever is the topic is spoken of
  bool reported = false;         // no marks: the leftmost candidate speaks, not the nearest
};

struct SpeakerChoice {
  std::vector<Speaker> speakers;
  Phrase phrase;  // of a speaker named beside the words
  bool beside = false;
  bool sure = false;  // a person, body, role or pronoun, not just any noun
  std::string rule;
  double confidence = 0;
};

// The speaker named in the same sentence; empty where nobody is.
SpeakerChoice speaker_beside(const Analysis& a, const QuotationPlace& place);

// Speakers of a phrase: one, several (A와 B는), or who a pronoun stands for (antecedents are
// a.quotations so far).
SpeakerChoice resolve(const Analysis& a, const Phrase& phrase, std::string_view rule,
                      double confidence);

// The speaker of a quotation whose sentence names nobody: who spoke or was spoken of just before.
SpeakerChoice speaker_before(const Analysis& a, const QuotationPlace& place);

}  // namespace onrecord::extract
