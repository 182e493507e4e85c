#include "extract/english_claims.h"

#include <algorithm>

namespace onrecord::extract::english {
namespace {

const lang::ClassMask kReport = lang::class_mask("report_en");
const Kinds kBe = kind("modal");
const Kinds kPronoun = kind("he") | kind("she") | kind("they") | kind("it") | kind("i");
constexpr TokenIndex kFarWords = 22;  // tokens between a verb and its marked words
constexpr std::size_t kNextFrames = 8;
constexpr TokenIndex kLongRole = 12;

}  // namespace

void Claims::read(const Unit& u, std::vector<Frame>& frames) {
  TokenIndex from = u.begin;
  const bool whole = trails(u, frames);
  if (whole) {
    Frame& last = frames.back();
    last.voice = speakers_.resolve(last.subject);
    said_.clause(last, u.begin, last.begin - 1, "en_clause.before");
    said_.nest(true);
  }
  const std::size_t count = frames.size() - (whole ? 1 : 0);
  for (std::size_t f = 0; f < count; ++f) {
    const TokenIndex limit = f + 1 < frames.size() ? cut_before(frames, f, u) : u.end;
    frames[f].voice = speakers_.resolve(frames[f].subject);
    said_.nest(whole || frames[f].cue < from);
    from = use(frames[f], from, limit, u);
  }
  said_.nest(false);
}

// A denied that he knew, the sources said.: the last frame reports the whole sentence, the frames
// before it included.
bool Claims::trails(const Unit& u, const std::vector<Frame>& frames) const {
  if (frames.size() < 2) return false;
  const Frame& last = frames.back();
  if (last.participle || last.according || last.begin <= u.begin + 4 ||
      !page_.is(last.begin - 1, ',') || last.begin > last.cue)
    return false;
  for (TokenIndex i = last.end; i < u.end; ++i) {
    if (page_.is_word(i) && !page_.word(i).is(kind("time") | kind("prep") | kind("adverb")))
      return false;
    if (!page_.free(i)) return false;
  }
  for (TokenIndex i = u.begin; i + 1 < last.begin; ++i) {
    if (!page_.free(i)) return false;
  }
  const Frame& first = frames.front();
  return !first.according && !first.participle && !first.inverted && first.begin < first.cue &&
         clauses_.is_clause(u.begin, last.begin - 1, false);
}

bool Claims::joins(TokenIndex i) const {
  if (page_.is(i, ',') || page_.is(i, ';')) return true;
  if (!page_.is_word(i)) return false;
  return page_.word(i).is(kind("and")) ||
         (page_.word(i).is(kind("stop")) && a_.tokens[i].span.size() <= 5);
}

// Where the words of frame `f` end at the latest: before the next frame, where that is not part of
// them.
TokenIndex Claims::cut_before(const std::vector<Frame>& frames, std::size_t f,
                              const Unit& u) const {
  for (std::size_t n = f + 1; n < frames.size() && n <= f + kNextFrames; ++n) {
    const Frame& next = frames[n];
    TokenIndex i = next.according ? next.begin : std::min(next.begin, next.cue);
    if (next.participle || next.begin == next.cue) i = next.cue;
    bool cuts = next.according;
    while (i > frames[f].end && joins(i - 1)) {
      --i;
      cuts = true;
    }
    if (cuts) return i;
  }
  return u.end;
}

// Emits what the frame reports; returns where the words of the next frame may begin.
TokenIndex Claims::use(Frame& f, TokenIndex from, TokenIndex limit, const Unit& u) {
  const bool direct_before = direct_left(f, from, u);
  if (direct_right(f, limit, u)) return std::max(f.end, limit);
  if (f.according) return direct_before ? f.end : use_according(f, from, limit);
  const bool looks_behind = !direct_before || says_that(f, limit);
  const std::int32_t words = looks_behind ? clauses_.start(f, limit) : kNone;
  if (words != kNone) {
    const auto first = static_cast<TokenIndex>(words);
    said_.clause(f, first, clauses_.end(first, limit), "en_clause.behind");
    return limit;
  }
  return direct_before ? f.end : clause_left(f, from, limit, u);
}

TokenIndex Claims::use_according(const Frame& f, TokenIndex from, TokenIndex limit) {
  if (f.begin > from + 2) {
    said_.clause(f, from, f.begin, "en_clause.according");
    return f.end;
  }
  TokenIndex first = f.end;
  while (first < limit && !page_.is(first, ',')) ++first;
  if (first + 1 < limit) said_.clause(f, first + 1, limit, "en_clause.according");
  return limit;
}

bool Claims::says_that(const Frame& f, TokenIndex limit) const {
  for (TokenIndex i = f.end; i < limit && i < f.end + 8; ++i) {
    if (!page_.free(i) || page_.is(i, ',')) return false;
    if (page_.word(i).is(kind("that"))) return true;
  }
  return false;
}

// The token before which marked words must end: past a role before the name and a comma or dash.
TokenIndex Claims::left_edge(Frame& f, TokenIndex from) const {
  TokenIndex i = f.begin;
  while (i > from && i + 8 > f.begin && page_.free(i - 1) && page_.is_word(i - 1) &&
         !page_.word(i - 1).has(kReport) && !page_.word(i - 1).is(kind("stop") | kind("and")))
    --i;
  if (i > from && !page_.free(i - 1) && i < f.begin) f.begin = i;
  i = past_apposition(f.begin, from);
  if (i > from && (page_.is(i - 1, ',') || (page_.is_dash(i - 1) && !page_.is(i - 1, '-')))) --i;
  return i;
}

// “…,” his lawyer, NAME, said: past what the name stands for.
TokenIndex Claims::past_apposition(TokenIndex begin, TokenIndex from) const {
  if (begin < from + 2 || !page_.is(begin - 1, ',')) return begin;
  TokenIndex i = begin - 1;
  while (i > from && begin - i < kLongRole && page_.free(i - 1) && page_.is_word(i - 1) &&
         !page_.word(i - 1).has(kReport) && !page_.word(i - 1).is(kBe))
    --i;
  const bool role = i > from && i + 1 < begin && !page_.free(i - 1) &&
                    (page_.word(i).is(kind("det")) || a_.mention_at[i] != kNone);
  return role ? i : begin;
}

// “…,” he said: marked words that end right before the frame.
bool Claims::direct_left(Frame& f, TokenIndex from, const Unit& u) {
  const TokenIndex i = left_edge(f, from);
  if (i <= u.begin || i <= from || page_.free(i - 1)) return false;
  Piece& p = page_.piece_at(i - 1);
  if (p.lost_close || (!page_.ends_like_speech(p) && i == f.begin)) return false;
  if (p.used) return !ends_sentence(p);
  if (p.open > from && from == u.begin && !opens_sentence(p, u)) {
    said_.clause(f, from, p.after, "en_clause.before");  // Clinton “is the only one,” he said
    return true;
  }
  said_.direct(p, f.voice, f.cue, "en_direct.before_frame");
  earlier_pieces(f, p, u);
  return true;
}

// The next words are a sentence of their own.
bool Claims::ends_sentence(const Piece& p) const {
  return page_.is(p.close - 1, '.') && page_.is_word(p.after) && page_.word(p.after).capital;
}

// “A.” “B,” he said: marked words just before belong to the same speech.
void Claims::earlier_pieces(const Frame& f, const Piece& p, const Unit& u) {
  for (TokenIndex open = p.open; open > u.begin && !page_.free(open - 1);) {
    Piece& q = page_.piece_at(open - 1);
    if (q.used) return;
    said_.direct(q, f.voice, f.cue, "en_direct.before_frame");
    open = q.open;
  }
}

// Nothing but marked words, or no more than an opening word, stands before the piece.
bool Claims::opens_sentence(const Piece& p, const Unit& u) const {
  TokenIndex loose = 0;
  for (TokenIndex i = u.begin; i < p.open && loose <= 2; ++i)
    loose += page_.free(i) && page_.is_word(i) ? 1 : 0;
  return loose <= 2;
}

// X said: “…”; X told reporters, “…”; and the words behind a broken quotation.
bool Claims::direct_right(Frame& f, TokenIndex limit, const Unit& u) {
  for (TokenIndex i = f.end; i < u.end && i < f.end + kFarWords; ++i) {
    if (page_.opens(i)) return claim_right(f, i, limit, u);
    if (i >= limit && !page_.opens(limit)) return false;
    const EnglishWord& w = page_.word(i);
    if (w.is(kind("that")) || (w.has(kReport) && !w.is(kind("noun_too")))) return false;
    if (page_.is_word(i) && w.is(kPronoun | kBe) && i > f.end) return false;
  }
  return false;
}

bool Claims::claim_right(Frame& f, TokenIndex i, TokenIndex limit, const Unit& u) {
  Piece& p = page_.piece_at(i);
  if (p.used) return false;
  const bool as = i > f.end && page_.word(f.cue).is(kind("as_said")) && page_.form(i - 1) == "as";
  const bool introduced = i > f.end && (page_.is(i - 1, ',') || page_.is(i - 1, ':'));
  if (i > f.end && page_.is_name(p)) return false;
  const bool whole = p.after >= u.end || page_.is(p.after, '.') || page_.ends_like_speech(p);
  if (as && page_.words_in(p) < 4) return false;
  if (!introduced && !as) {
    if (i > f.end + 6 || !whole || (i > f.end && !only_adjuncts(f.end, i))) return false;
    if (limit < p.after) return false;
  }
  said_.direct(p, f.voice, f.cue, "en_direct.after_frame");
  for (TokenIndex next = p.after; next < u.end && page_.opens(next);) {
    Piece& q = page_.piece_at(next);
    if (!q.used) said_.direct(q, f.voice, f.cue, "en_direct.after_frame");
    next = q.after;
  }
  return true;
}

bool Claims::only_adjuncts(TokenIndex from, TokenIndex to) const {
  for (TokenIndex i = from; i < to; ++i) {
    if (!page_.is_word(i) || page_.word(i).is(kPronoun | kBe | kind("stop")) ||
        !(page_.word(i).is(kind("prep") | kind("time") | kind("adverb")) || i > from))
      return false;
  }
  return true;
}

// Behind “she wrote in a note to clients”.
TokenIndex Claims::past_adjuncts(TokenIndex i, TokenIndex limit) const {
  if (i >= limit || !page_.is_word(i) || !page_.word(i).is(kind("prep") | kind("time"))) return i;
  TokenIndex k = i;
  while (k < limit && k < i + kLongRole && page_.free(k) && page_.is_word(k) &&
         !page_.word(k).is(kPronoun | kBe))
    ++k;
  return page_.is(k, ',') ? k : i;
}

// The bank, he said, was closed. / …, officials said.
TokenIndex Claims::clause_left(const Frame& f, TokenIndex from, TokenIndex limit, const Unit& u) {
  if (f.begin <= from || !page_.is(f.begin - 1, ',') || f.participle) return f.end;
  TokenIndex first = from;
  while (first < f.begin &&
         (page_.is(first, ',') || (page_.is_word(first) && (page_.word(first).is(kind("and")) ||
                                                            (page_.word(first).is(kind("stop")) &&
                                                             a_.tokens[first].span.size() == 3)))))
    ++first;
  const bool mid = !f.inverted && page_.is(f.end, ',') && f.end + 2 < limit && limit == u.end &&
                   !page_.word(f.end + 1).is(kind("and") | kind("which") | kind("who"));
  const TokenIndex comma = past_adjuncts(f.end, limit);
  const bool joined = !f.inverted && page_.is(comma, ',') && comma + 3 < u.end &&
                      page_.word(comma + 1).is(kind("and")) && limit == u.end;
  if (first + 1 >= f.begin) return f.end;
  const bool clause = clauses_.is_clause(first, f.begin - 1, mid);
  const bool fragment = mid && f.begin < first + 5 &&
                        !clauses_.has_verb(first, f.begin - 1);  // The fees, he said, are …
  if (clause && !fragment) said_.clause(f, first, f.begin - 1, "en_clause.before");
  if (clause && joined && clauses_.opens_clause(comma + 2, limit)) {  // …, he said, and …
    said_.clause(f, comma + 2, clauses_.end(comma + 2, limit), "en_clause.around");
    return limit;
  }
  if (!mid || page_.ends_in(f.end + 1, "ing")) return f.end;
  said_.clause(f, f.end + 1, clauses_.end(f.end + 1, limit), "en_clause.around");
  return limit;
}

}  // namespace onrecord::extract::english
