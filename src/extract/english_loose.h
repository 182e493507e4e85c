// Marked words that no verb claims: signed, behind a colon, in a headline, or going on from before.
//
// Offsets and indexes as in analysis.h. Cost: linear; a headline looks once through the quotations.
#pragma once

#include "extract/english_said.h"

namespace onrecord::extract::english {

class Loose {
 public:
  Loose(Analysis& a, Page& page, Speakers& speakers, Said& said)
      : a_(a), page_(page), speakers_(speakers), said_(said) {}

  // The marked words of a block that are still free.
  void read_block(TokenIndex begin, TokenIndex end);
  // Words of the headline belong to whoever says them in the body.
  void match_headlines();

 private:
  void read(Piece& p, TokenIndex begin, TokenIndex end);
  Voice signature(const Piece& p, TokenIndex end) const;
  bool is_whole_sentence(const Piece& p, TokenIndex begin) const;
  bool is_headline(const Piece& p, TokenIndex begin) const;
  Voice introduced(const Piece& p, TokenIndex begin) const;
  static bool same(const Voice& x, const Voice& y);
  Voice goes_on(const Piece& p, TokenIndex begin) const;
  Voice after_block(TokenIndex begin) const;
  Voice spoke_in(std::uint32_t from, std::uint32_t to) const;
  static Voice continued(Voice v, double confidence);
  const Quotation* said_in_body(const Quotation& headline, std::size_t first_of_body) const;

  Analysis& a_;
  Page& page_;
  Speakers& speakers_;
  Said& said_;
  std::int32_t last_block_piece_ = kNone;  // the marked words that ended the block before
};

}  // namespace onrecord::extract::english
