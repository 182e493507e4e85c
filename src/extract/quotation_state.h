// What the readers of quotations share: where they are in the text, whose turn it is to speak, and
// how a finding is written down. One state an article; quotations.cpp walks the sentences with it.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/analysis.h"
#include "extract/rules.h"
#include "extract/speakers.h"

namespace onrecord::extract {

// A block that is speech as a whole: an answer, the words behind a label.
struct Speech {
  std::uint32_t begin = 0;  // first byte of the words; 0: the block is none
  bool marked = false;      // nothing but marked words from there on
  bool clip = false;        // the line below the label of a broadcast clip
  SpeakerChoice speaker;
};

class QuotationState {
 public:
  explicit QuotationState(Analysis& analysis);

  Analysis& a;
  std::vector<std::int32_t> opening;  // by token: the outermost passage that opens there, or kNone
  std::uint32_t sentence = 0;         // the sentence being read
  TokenIndex segment = 0;             // first token of the present act of speech
  TokenIndex signed_until = 0;    // up to here a signature in brackets, in which nobody is quoted
  TokenIndex last_segment = 0;    // of the one before
  std::int32_t last_cue = kNone;  // verb or noun of the quotation before in this sentence
  bool chained = false;           // the last one ended in …라며: the same speaker goes on
  std::uint32_t first_question = 0;  // block; behind the last where this is no interview
  std::vector<Speech> speeches;      // by block
  SpeakerChoice interviewee;         // in an interview; empty where nobody stands out

  const Sentence& here() const { return a.sentences[sentence]; }
  BlockKind block() const { return a.document.blocks[here().block].kind; }
  bool in_headline() const;
  bool in_interview() const { return here().block > first_question; }

  void enter(std::uint32_t next);

  Quotation start(QuotationKind kind, ByteSpan span, const RuleMatch& match) const;
  void finish(Quotation& q, const SpeakerChoice& choice);

  // After 말했고, … somebody else may speak. A quotation inside a noun phrase or a further report
  // moves nothing.
  void move_segment(const RuleMatch& match, TokenIndex behind);

  // The end of the level of marks that token `i` stands in, within the sentence.
  TokenIndex limit_at(TokenIndex i) const;
  // 다고 in “…낮”다고.
  bool is_clause_tail(TokenIndex i) const;
  // 고, 라며 right behind a closing mark.
  bool is_after_mark(TokenIndex i) const;
  int words_in(const Passage& p) const;

 private:
  TokenIndex past_particle(TokenIndex i) const;
  bool is_plain(TokenIndex begin, TokenIndex end) const;
};

// Readers, one file each.
void read_passage(QuotationState& state, std::int32_t passage);  // marked_words.cpp
void read_clause(QuotationState& state, TokenIndex ending);      // reported_clauses.cpp
void read_forecast(QuotationState& state, TokenIndex thing);     // reported_clauses.cpp
void read_nominal(QuotationState& state, TokenIndex ending);     // reported_clauses.cpp
void read_source(QuotationState& state, TokenIndex according);   // reported_clauses.cpp
bool read_list(QuotationState& state);                           // listed_requests.cpp
void find_interview(QuotationState& state);                      // interviews.cpp
bool read_answer(QuotationState& state);                         // interviews.cpp
void link_headlines(Analysis& a);                                // headline_words.cpp
SpeakerChoice headline_speaker(const QuotationState& state, const Passage& p);

}  // namespace onrecord::extract
