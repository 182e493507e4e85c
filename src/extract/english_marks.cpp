#include "extract/english_marks.h"

#include <algorithm>

namespace onrecord::extract::english {

Page::Page(const Analysis& a, const std::vector<EnglishWord>& words) : a_(a), words_(words) {
  piece_at_.assign(a_.tokens.size(), kNone);
  for (const Passage& p : a_.passages) {
    if (p.family == MarkFamily::Double && !p.lost_open && free(p.open))
      add(p.open, p.close, p.inner, false);
  }
  twin_marks();
  for (TokenIndex i = 0; i < a_.tokens.size();) {
    TokenIndex end = i;
    while (end < a_.tokens.size() && a_.tokens[end].block == a_.tokens[i].block) ++end;
    unclosed(i, end);
    single_marks(i, end);
    i = end;
  }
  std::sort(pieces_.begin(), pieces_.end(),
            [](const Piece& x, const Piece& y) { return x.open < y.open; });
  for (std::size_t p = 0; p < pieces_.size(); ++p) cover(p);
}

bool Page::is_dash(TokenIndex i) const {
  return is(i, 0x2014) || is(i, 0x2013) || is(i, 0x2015) || is(i, '-');
}

void Page::add(TokenIndex open, TokenIndex close, ByteSpan inner, bool lost) {
  Piece p;
  p.open = open;
  p.close = close;
  p.inner = inner;
  p.lost_close = lost;
  p.after = lost ? close : close + 1;
  pieces_.push_back(p);
  cover(pieces_.size() - 1);
}

void Page::cover(std::size_t p) {
  for (TokenIndex i = pieces_[p].open; i < pieces_[p].after; ++i)
    piece_at_[i] = static_cast<std::int32_t>(p);
}

bool Page::is_twin(TokenIndex i) const {
  return i + 1 < a_.tokens.size() && free(i) && a_.tokens[i + 1].glued &&
         ((is(i, '\'') && is(i + 1, '\'')) || (is(i, '`') && is(i + 1, '`')));
}

// ''Two single marks for a double one,'' as some agencies send them.
void Page::twin_marks() {
  for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
    if (!is_twin(i)) continue;
    TokenIndex end = i + 2;
    while (end < a_.tokens.size() && a_.tokens[end].block == a_.tokens[i].block && !is_twin(end))
      ++end;
    if (end >= a_.tokens.size() || a_.tokens[end].block != a_.tokens[i].block || end == i + 2) {
      i = end - 1;  // nothing closes in this block
      continue;
    }
    add(i, end, {a_.tokens[i + 1].span.end, a_.tokens[end].span.start}, false);
    pieces_.back().after = end + 2;
    cover(pieces_.size() - 1);
    i = end + 1;
  }
}

bool Page::opens_single(TokenIndex i) const {
  const bool mark = is(i, 0x2018) || is(i, '\'') || is(i, '`');
  if (!mark || !free(i) || i + 1 >= a_.tokens.size() || !a_.tokens[i + 1].glued) return false;
  if (a_.tokens[i + 1].block != a_.tokens[i].block) return false;
  return !a_.tokens[i].glued || !is_word(i - 1);
}

// ’ behind a word or a stop with nothing glued to it but punctuation; workers’ is left to the next.
bool Page::closes_single(TokenIndex i, TokenIndex end) const {
  if (!(is(i, 0x2019) || is(i, '\'')) || !a_.tokens[i].glued || !free(i)) return false;
  return i + 1 >= end || !a_.tokens[i + 1].glued || !is_word(i + 1);
}

// Of the closing marks in reach the first behind a stop or comma, or behind no plural s.
void Page::single_marks(TokenIndex begin, TokenIndex end) {
  for (TokenIndex i = begin; i < end; ++i) {
    if (!opens_single(i)) continue;
    TokenIndex weak = 0, close = 0, k = i + 1;
    for (; k < end && close == 0 && free(k); ++k) {
      if (!closes_single(k, end)) continue;
      const bool plural = is_word(k - 1) && ends_in(k - 1, "s") && is_word(k + 1) && k + 1 < end;
      if (!plural) close = k;
      if (plural && weak == 0) weak = k;
    }
    if (close == 0) close = weak;
    if (close == 0) {
      i = k - 1;  // none closes before the next marked words or the end
      continue;
    }
    if (close > i + 1) add(i, close, {a_.tokens[i].span.end, a_.tokens[close].span.start}, false);
    i = close;
  }
}

// A mark that opens in a paragraph and never closes in it: the words go on in the next one.
void Page::unclosed(TokenIndex begin, TokenIndex end) {
  TokenIndex i = end;
  while (i > begin && free(i - 1)) --i;  // behind the last marked words
  for (; i + 4 < end; ++i) {
    const bool first = i == begin;
    const bool mark = is(i, 0x201C) || is(i, '"') || (first && is(i, 0x2018));
    if (!mark || !a_.tokens[i + 1].glued || (!first && a_.tokens[i].glued)) continue;
    if (!first && !opens_block(end)) return;
    bool closes = false;
    for (TokenIndex k = i + 1; k < end && is(i, 0x2018); ++k) closes |= is(k, 0x2019);
    if (!closes) add(i, end, {a_.tokens[i].span.end, a_.tokens[end - 1].span.end}, true);
    return;
  }
}

// The paragraph that begins at `i` opens with a mark.
bool Page::opens_block(TokenIndex i) const {
  return i + 1 < a_.tokens.size() && (is(i, 0x201C) || is(i, '"')) && a_.tokens[i + 1].glued;
}

std::size_t Page::words_in(const Piece& p) const {
  std::size_t n = 0;
  for (TokenIndex i = p.open; i < p.close; ++i) n += is_word(i) ? 1 : 0;
  return n;
}

bool Page::ends_like_speech(const Piece& p) const {
  if (p.close == 0 || is_word(p.close - 1)) return false;
  const char32_t c = a_.tokens[p.close - 1].first;
  return c == ',' || c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x2014 || c == '-' ||
         c == 0x2019 || c == '\'';
}

bool Page::is_name(const Piece& p) const {
  TokenIndex before = p.open;
  if (before > 0 && (is(before - 1, ',') || is(before - 1, ':'))) --before;
  if (before > 0 && is_word(before - 1) && free(before - 1) &&
      words_[before - 1].is(kind("entitles")))
    return true;
  std::size_t words = 0, capitals = 0;
  for (TokenIndex i = p.open + 1; i < p.close && words <= 12; ++i) {
    if (!is_word(i) || words_[i].is(kind("det") | kind("prep") | kind("and") | kind("or")) ||
        a_.mention_at[i] != kNone)
      continue;
    ++words;
    capitals += words_[i].capital ? 1 : 0;
  }
  return words >= 2 && words <= 12 && capitals == words;
}

}  // namespace onrecord::extract::english
