// Finds the words of each frame: marked words beside it, a clause behind it, a clause before it.
//
// Offsets and indexes as in analysis.h. Cost: linear in the sentence.
#pragma once

#include <vector>

#include "extract/english_said.h"

namespace onrecord::extract::english {

class Claims {
 public:
  Claims(const Analysis& a, Page& page, const Speakers& speakers, Said& said)
      : a_(a), page_(page), speakers_(speakers), said_(said), clauses_(page) {}

  void read(const Unit& u, std::vector<Frame>& frames);

 private:
  TokenIndex use(Frame& f, TokenIndex from, TokenIndex limit, const Unit& u);
  TokenIndex use_according(const Frame& f, TokenIndex from, TokenIndex limit);
  TokenIndex cut_before(const std::vector<Frame>& frames, std::size_t f, const Unit& u) const;
  bool trails(const Unit& u, const std::vector<Frame>& frames) const;
  bool says_that(const Frame& f, TokenIndex limit) const;
  bool direct_left(Frame& f, TokenIndex from, const Unit& u);
  TokenIndex left_edge(Frame& f, TokenIndex from) const;
  TokenIndex past_apposition(TokenIndex begin, TokenIndex from) const;
  void earlier_pieces(const Frame& f, const Piece& p, const Unit& u);
  bool ends_sentence(const Piece& p) const;
  bool opens_sentence(const Piece& p, const Unit& u) const;
  bool direct_right(Frame& f, TokenIndex limit, const Unit& u);
  bool claim_right(Frame& f, TokenIndex i, TokenIndex limit, const Unit& u);
  TokenIndex past_adjuncts(TokenIndex i, TokenIndex limit) const;
  bool only_adjuncts(TokenIndex from, TokenIndex to) const;
  TokenIndex clause_left(const Frame& f, TokenIndex from, TokenIndex limit, const Unit& u);
  bool joins(TokenIndex i) const;

  const Analysis& a_;
  Page& page_;
  const Speakers& speakers_;
  Said& said_;
  Clauses clauses_;
};

}  // namespace onrecord::extract::english
