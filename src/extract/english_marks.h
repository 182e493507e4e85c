// The marked words of an English article at the outer level: “…”, "…", ''…'', ‘…’ and paragraphs
// that open with a mark and never close it.
//
// Offsets and indexes as in analysis.h. Cost: linear.
#pragma once

#include <string>
#include <vector>

#include "extract/english_speakers.h"

namespace onrecord::extract::english {

struct Piece {
  TokenIndex open = 0, close = 0;  // close: one past the last token where the closing mark is lost
  TokenIndex after = 0;            // first token behind the marks
  ByteSpan inner;
  bool lost_close = false;
  bool used = false;  // stands in a reported clause, or is already a quotation
  Voice voice;
};

// An article as its English readers see it: tokens, words, marks.
class Page {
 public:
  Page(const Analysis& a, const std::vector<EnglishWord>& words);

  const Analysis& a() const { return a_; }
  const EnglishWord& word(TokenIndex i) const { return words_[i]; }
  bool is_word(TokenIndex i) const { return i < a_.tokens.size() && a_.tokens[i].is_word(); }
  bool is(TokenIndex i, char32_t c) const {
    return i < a_.tokens.size() && !a_.tokens[i].is_word() && a_.tokens[i].first == c;
  }
  bool is_dash(TokenIndex i) const;
  // The word in lower case.
  std::string form(TokenIndex i) const { return lower(a_.surface(a_.tokens[i])); }
  bool ends_in(TokenIndex i, std::string_view tail) const {
    return is_word(i) && a_.surface(a_.tokens[i]).ends_with(tail);
  }

  // Outside marked words.
  bool free(TokenIndex i) const { return piece_at_[i] == kNone; }
  bool opens(TokenIndex i) const {
    return i < a_.tokens.size() && piece_at_[i] != kNone && pieces_[piece_at_[i]].open == i;
  }
  std::int32_t index_at(TokenIndex i) const { return piece_at_[i]; }
  Piece& piece(std::int32_t index) { return pieces_[index]; }
  Piece& piece_at(TokenIndex i) { return pieces_[piece_at_[i]]; }
  const Piece& piece_at(TokenIndex i) const { return pieces_[piece_at_[i]]; }
  const Piece& piece(std::int32_t index) const { return pieces_[index]; }
  std::size_t words_in(const Piece& p) const;
  // A stop, a comma or a dash stands before the closing mark.
  bool ends_like_speech(const Piece& p) const;
  // A title, a name, a motto: a book titled “…”, or capitals throughout.
  bool is_name(const Piece& p) const;

 private:
  void add(TokenIndex open, TokenIndex close, ByteSpan inner, bool lost);
  void cover(std::size_t p);
  bool is_twin(TokenIndex i) const;
  void twin_marks();
  void single_marks(TokenIndex begin, TokenIndex end);
  bool opens_single(TokenIndex i) const;
  bool closes_single(TokenIndex i, TokenIndex end) const;
  void unclosed(TokenIndex begin, TokenIndex end);
  bool opens_block(TokenIndex i) const;

  const Analysis& a_;
  const std::vector<EnglishWord>& words_;
  std::vector<Piece> pieces_;
  std::vector<std::int32_t> piece_at_;  // by token: the marked words it belongs to, marks included
};

}  // namespace onrecord::extract::english
