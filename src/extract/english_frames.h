// Who speaks with the verb in an English sentence: X said; said X; according to X; adding.
//
// Offsets and indexes as in analysis.h. Cost: linear in the sentence but for bounded looks around.
#pragma once

#include <vector>

#include "extract/english_marks.h"

namespace onrecord::extract::english {

// A sentence with the attribution behind its closing mark.
struct Unit {
  TokenIndex begin = 0, end = 0;
};

struct Frame {
  TokenIndex begin = 0, end = 0;  // subject and verb
  TokenIndex cue = 0;
  NounPhrase subject;
  Voice voice;
  bool according = false, participle = false, inverted = false;
};

// Where the words of a frame begin and end.
class Clauses {
 public:
  Clauses(const Page& page) : page_(page), a_(page.a()) {}

  // The first token of the clause behind the verb: past the hearer, the day and the occasion; kNone
  // where there is none.
  std::int32_t start(const Frame& f, TokenIndex limit) const;
  // Where the clause from `from` ends at the latest `limit`.
  TokenIndex end(TokenIndex from, TokenIndex limit) const;
  // A subject with a verb, enough to be a clause before its attribution.
  bool is_clause(TokenIndex from, TokenIndex to, bool goes_on) const;
  // A subject with a verb of its own begins at `i`: … and she was tired.
  bool opens_clause(TokenIndex i, TokenIndex limit) const;
  // A sure verb among words that stand in no marks.
  bool has_verb(TokenIndex from, TokenIndex to) const;
  std::string_view report_class(TokenIndex cue) const;

 private:
  TokenIndex past_time(TokenIndex i, TokenIndex limit) const;
  TokenIndex past_number(TokenIndex i, TokenIndex limit) const;
  TokenIndex past_hearer(const Frame& f, TokenIndex i, TokenIndex limit) const;
  TokenIndex skip_hearer(TokenIndex i, TokenIndex limit) const;
  std::int32_t behind_adjuncts(const Frame& f, TokenIndex i, TokenIndex limit) const;
  bool is_question(const Frame& f, TokenIndex i) const;
  std::int32_t past_aside(TokenIndex comma, TokenIndex limit) const;
  std::int32_t zero_that(const Frame& f, TokenIndex i, TokenIndex limit) const;
  bool is_past(TokenIndex i, TokenIndex limit) const;
  std::int32_t enough(TokenIndex i, TokenIndex limit) const;
  bool says_no_more(TokenIndex i, TokenIndex limit) const;
  bool cuts(TokenIndex i, TokenIndex from, TokenIndex limit) const;

  const Page& page_;
  const Analysis& a_;
};

class Frames {
 public:
  Frames(const Page& page, const Speakers& speakers)
      : page_(page), a_(page.a()), speakers_(speakers), clauses_(page) {}

  // In order; their voices are empty.
  std::vector<Frame> in(const Unit& u) const;
  // X said.: a subject and a verb near the start, no words of their own behind.
  bool starts(TokenIndex i, TokenIndex end) const;
  static Frame stub(TokenIndex cue);
  bool is_according(TokenIndex i) const;

 private:
  bool according(Frame& f, const Unit& u) const;
  bool spoken(Frame& f, TokenIndex from, const Unit& u, const std::vector<Frame>& before) const;
  bool is_plain_verb(Frame& f, TokenIndex from, const Unit& u) const;
  bool wants_no_name(const Frame& f, const Unit& u) const;
  bool told_by(Frame& f, TokenIndex from, const Unit& u) const;
  bool is_base(TokenIndex cue) const;
  bool shares_subject(const Frame& f, TokenIndex from) const;
  bool may_stand_before(TokenIndex p, TokenIndex verb) const;
  bool described_as(const Frame& f, const Unit& u) const;
  bool sure_verb(const Frame& f, const Unit& u) const;
  bool inverted(Frame& f, TokenIndex from, const Unit& u) const;
  NounPhrase name_behind(NounPhrase role, TokenIndex end) const;
  bool follows_clause(TokenIndex i, TokenIndex end) const;
  bool quoted_as(Frame& f, const Unit& u) const;
  bool inherit(Frame& f, const Unit& u, const std::vector<Frame>& before) const;

  const Page& page_;
  const Analysis& a_;
  const Speakers& speakers_;
  Clauses clauses_;
};

}  // namespace onrecord::extract::english
