// Writes the findings of the English steps: direct quotations and reported clauses.
//
// Offsets and indexes as in analysis.h.
#pragma once

#include <string_view>

#include "extract/english_frames.h"

namespace onrecord::extract::english {

class Said {
 public:
  Said(Analysis& a, Page& page, Speakers& speakers)
      : a_(a), page_(page), speakers_(speakers), clauses_(page) {}

  // `cue`: the token of the verb, or kNone.
  void direct(Piece& p, const Voice& voice, std::int64_t cue, std::string_view rule);
  void direct(ByteSpan span, TokenIndex at, const Voice& voice, std::string_view rule);
  // Words inside words already reported: who says them is not heard.
  void nest(bool nested) { nested_ = nested; }
  // Tokens [from, to) are what the frame reports; “that … and that …” is two clauses.
  void clause(const Frame& f, TokenIndex from, TokenIndex to, std::string_view rule);

 private:
  void one_clause(const Frame& f, TokenIndex from, TokenIndex to, std::string_view rule);
  void finish(QuotationKind what, ByteSpan span, TokenIndex at, const Voice& voice,
              std::int64_t cue, std::string_view rule);

  Analysis& a_;
  Page& page_;
  Speakers& speakers_;
  Clauses clauses_;
  bool nested_ = false;
};

}  // namespace onrecord::extract::english
