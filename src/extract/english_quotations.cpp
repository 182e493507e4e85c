// Direct quotations and reported clauses of an English article. A frame is who speaks with the verb
// (X said; said X; according to X); every frame looks for its words behind it, then before it.
// Marked words that no frame claims are quotations where they are whole sentences, and go to
// whoever certainly goes on speaking.
#include <algorithm>

#include "extract/english_speakers.h"
#include "extract/rules.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using english::EnglishWord;
using english::kind;
using english::Kinds;
using english::NounPhrase;
using english::Voice;

const lang::ClassMask kReport = lang::class_mask("report_en");
const Kinds kAside = kind("adverb") | kind("aux");
const Kinds kBe = kind("modal");
const Kinds kDet = kind("det") | kind("poss");
const Kinds kPronoun = kind("he") | kind("she") | kind("they") | kind("it") | kind("i");
constexpr TokenIndex kFarClause =
    16;  // tokens of hearer, day and occasion between a verb and its words

const Rule& rule_named(std::string_view id) {
  const auto& rules = rules_of("en_quotation");
  const auto it =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
  return it == rules.end() ? rules.front() : *it;
}

// Marked words at the outer level.
struct Piece {
  TokenIndex open = 0, close = 0;  // close: one past the last token where the closing mark is lost
  TokenIndex after = 0;            // first token behind the marks
  ByteSpan inner;
  bool lost_close = false;
  bool used = false;  // stands in a reported clause, or is already a quotation
  Voice voice;
};

struct Frame {
  TokenIndex begin = 0, end = 0;  // subject and verb
  TokenIndex cue = 0;
  NounPhrase subject;
  Voice voice;
  bool according = false, participle = false, inverted = false;
};

struct Unit {
  TokenIndex begin = 0, end = 0;
};

class EnglishQuotations {
 public:
  explicit EnglishQuotations(Analysis& a)
      : a_(a), words_(english::read_words(a)), speakers_(a, words_) {}

  void run() {
    if (rules_of("en_quotation").empty()) return;
    find_pieces();
    for (TokenIndex i = 0; i < a_.tokens.size();) {
      TokenIndex end = i;
      while (end < a_.tokens.size() && a_.tokens[end].block == a_.tokens[i].block) ++end;
      if (speaks(a_.block_kind(a_.tokens[i]))) read_block(i, end);
      i = end;
    }
    std::stable_sort(a_.quotations.begin(), a_.quotations.end(),
                     [](const Quotation& x, const Quotation& y) {
                       return x.span.start != y.span.start ? x.span.start < y.span.start
                                                           : x.span.end > y.span.end;
                     });
  }

 private:
  static bool speaks(BlockKind k) {
    return k != BlockKind::Byline && k != BlockKind::Dateline && k != BlockKind::Notice;
  }
  const EnglishWord& word(TokenIndex i) const { return words_[i]; }
  bool is_word(TokenIndex i) const { return i < a_.tokens.size() && a_.tokens[i].is_word(); }
  bool is(TokenIndex i, char32_t c) const {
    return i < a_.tokens.size() && !a_.tokens[i].is_word() && a_.tokens[i].first == c;
  }
  bool free(TokenIndex i) const { return piece_at_[i] == kNone; }
  bool opens(TokenIndex i) const {
    return i < a_.tokens.size() && piece_at_[i] != kNone && pieces_[piece_at_[i]].open == i;
  }

  // --- marks ------------------------------------------------------------------------------------

  void find_pieces() {
    piece_at_.assign(a_.tokens.size(), kNone);
    for (const Passage& p : a_.passages) {
      if (p.family == MarkFamily::Double && !p.lost_open && free(p.open))
        add_piece(p.open, p.close, p.inner, false);
    }
    twin_marks();
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) unclosed(i);
    std::sort(pieces_.begin(), pieces_.end(),
              [](const Piece& x, const Piece& y) { return x.open < y.open; });
    for (std::size_t p = 0; p < pieces_.size(); ++p) cover(p);
  }

  void add_piece(TokenIndex open, TokenIndex close, ByteSpan inner, bool lost) {
    Piece p;
    p.open = open;
    p.close = close;
    p.inner = inner;
    p.lost_close = lost;
    p.after = lost ? close : close + 1;
    pieces_.push_back(p);
    cover(pieces_.size() - 1);
  }

  void cover(std::size_t p) {
    for (TokenIndex i = pieces_[p].open; i < behind(pieces_[p]); ++i)
      piece_at_[i] = static_cast<std::int32_t>(p);
  }

  static TokenIndex behind(const Piece& p) { return p.after; }

  bool twin(TokenIndex i) const {
    return i + 1 < a_.tokens.size() && free(i) && is(i, '\'') && is(i + 1, '\'') &&
           a_.tokens[i + 1].glued;
  }

  // ''Two single marks for a double one,'' as some agencies send them.
  void twin_marks() {
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      if (!twin(i)) continue;
      TokenIndex end = i + 2;
      while (end < a_.tokens.size() && a_.tokens[end].block == a_.tokens[i].block && !twin(end))
        ++end;
      if (end >= a_.tokens.size() || a_.tokens[end].block != a_.tokens[i].block || end == i + 2)
        continue;
      add_piece(i, end, {a_.tokens[i + 1].span.end, a_.tokens[end].span.start}, false);
      pieces_.back().after = end + 2;
      cover(pieces_.size() - 1);
      i = end + 1;
    }
  }

  // A paragraph that opens with a mark and never closes it goes on in the next one.
  void unclosed(TokenIndex i) {
    const bool first = i == 0 || a_.tokens[i - 1].block != a_.tokens[i].block;
    if (!first || !free(i) || (a_.tokens[i].first != 0x201C && a_.tokens[i].first != '"')) return;
    TokenIndex end = i + 1;
    while (end < a_.tokens.size() && a_.tokens[end].block == a_.tokens[i].block && free(end)) ++end;
    const bool whole = end == a_.tokens.size() || a_.tokens[end].block != a_.tokens[i].block;
    if (whole && end > i + 4)
      add_piece(i, end, {a_.tokens[i].span.end, a_.tokens[end - 1].span.end}, true);
  }

  // --- one block --------------------------------------------------------------------------------

  void read_block(TokenIndex begin, TokenIndex end) {
    for (const Unit& u : units(begin, end)) read_unit(u);
    loose_pieces(begin, end);
  }

  // Sentences; "…?" Trump said is one, though the stop ends the marked words.
  std::vector<Unit> units(TokenIndex begin, TokenIndex end) const {
    std::vector<Unit> out;
    for (TokenIndex i = begin; i < end;) {
      TokenIndex stop = a_.sentences[a_.tokens[i].sentence].end;
      while (stop < end && (!free(stop) && !opens(stop)))
        stop = a_.sentences[a_.tokens[stop].sentence].end;
      stop = std::min(stop, end);
      if (stop < end && ends_in_question(stop) && starts_frame(stop, end))
        stop = std::min(end, a_.sentences[a_.tokens[stop].sentence].end);
      out.push_back({i, stop});
      i = stop;
    }
    return out;
  }

  bool ends_in_question(TokenIndex stop) const {
    if (stop < 2 || free(stop - 1)) return false;
    const char32_t c = a_.tokens[stop - 2].first;
    return c == '?' || c == '!' || c == 0x2026 || c == 0x2014 || c == '-' || c == ',';
  }

  // X said. / X said in …: a subject and a verb near the start, no words of their own behind.
  bool starts_frame(TokenIndex i, TokenIndex end) const {
    for (TokenIndex k = i; k < end && k < i + 12; ++k) {
      if (!free(k) || is(k, '.')) return false;
      if (word(k).has(kReport) && k > i)
        return !word(k).is(kind("noun_too")) && clause_start(frame_stub(k), end) == kNone;
    }
    return false;
  }

  Frame frame_stub(TokenIndex cue) const {
    Frame f;
    f.cue = cue;
    f.begin = cue;
    f.end = cue + 1;
    return f;
  }

  void read_unit(const Unit& u) {
    std::vector<Frame> frames = find_frames(u);
    TokenIndex from = u.begin;
    for (std::size_t f = 0; f < frames.size(); ++f) {
      const TokenIndex limit = f + 1 < frames.size() ? cut_before(frames, f, u) : u.end;
      from = use(frames[f], from, limit, u);
    }
  }

  // --- frames -----------------------------------------------------------------------------------

  std::vector<Frame> find_frames(const Unit& u) {
    std::vector<Frame> out;
    for (TokenIndex i = u.begin; i < u.end; ++i) {
      if (!free(i) || !is_word(i)) continue;
      const TokenIndex from = out.empty() ? u.begin : out.back().end;
      Frame f = frame_stub(i);
      const bool found =
          is_according(i) ? according(f, u) : word(i).has(kReport) && spoken(f, from, u, out);
      if (!found) continue;
      f.voice = speakers_.resolve(f.subject);
      speakers_.heard(f.voice, i);
      out.push_back(f);
      i = std::max(i, f.end - 1);
    }
    return out;
  }

  bool is_according(TokenIndex i) const {
    return is_word(i + 1) && english::lower(a_.surface(a_.tokens[i])) == "according" &&
           a_.surface(a_.tokens[i + 1]) == "to";
  }

  bool according(Frame& f, const Unit& u) {
    f.according = true;
    f.subject = speakers_.subjects().after(f.cue + 2, u.end);
    if (f.subject.empty()) return false;
    f.end = f.subject.end;
    return true;
  }

  bool spoken(Frame& f, TokenIndex from, const Unit& u, const std::vector<Frame>& before) {
    const TokenIndex i = f.cue;
    const EnglishWord& w = word(i);
    if (w.capital && i > u.begin) return false;
    if (w.is(kind("with_out"))) {
      if (!is_word(i + 1) || form(i + 1) != "out") return false;
      f.end = i + 2;
    }
    if (i > from && is_word(i - 1) && !may_stand_before(i - 1, i)) return false;
    f.participle = a_.surface(a_.tokens[i]).ends_with("ing") && !(i > from && word(i - 1).is(kBe));
    if (f.participle || (i > from && is_word(i - 1) && form(i - 1) == "to"))
      return inherit(f, u, before);
    if (inverted(f, from, u)) return true;
    f.subject = speakers_.subjects().before(i, from);
    if (!f.subject.empty()) {
      if (word(f.subject.begin).is(kind("nobody"))) return false;
      f.begin = f.subject.begin;
      return !w.is(kind("noun_too")) || sure_verb(f, u);
    }
    TokenIndex k = i;
    while (k > from && is_word(k - 1) && word(k - 1).is(kAside | kBe) && !word(k - 1).is(kPronoun))
      --k;
    const bool joined = k > from && is_word(k - 1) && word(k - 1).is(kind("and") | kind("stop"));
    const bool after_comma = k > from && is(k - 1, ',');
    if ((!joined && !after_comma) || w.is(kind("noun_too"))) return false;
    return inherit(f, u, before);
  }

  // Whether a verb of speech can be one after this word; not: the said, to say, was told, his
  // claim.
  bool may_stand_before(TokenIndex p, TokenIndex verb) const {
    const EnglishWord& w = word(p);
    if (w.possessive || w.is(kind("poss"))) return false;
    if (w.is(kind("future")) && a_.mention_at[p] == kNone) return false;
    if (a_.surface(a_.tokens[verb]).ends_with("ing") && is_word(verb + 1) &&
        word(verb + 1).is(kind("that") | kind("whether")))
      return true;
    const std::string form = english::lower(a_.surface(a_.tokens[p]));
    if (w.is(kDet) && !w.is(kPronoun) && a_.mention_at[p] == kNone)
      return form == "that" || form == "all" || form == "both";
    if (form == "to") return is_word(verb + 1) && this->form(verb + 1) == "that";
    if (w.is(kind("prep")) && !w.is(kind("adverb")))
      return a_.surface(a_.tokens[verb]).ends_with("ing") && form == "by";
    const bool passive = form == "was" || form == "were" || form == "is" || form == "are" ||
                         form == "be" || form == "been" || form == "being";
    return !passive || a_.surface(a_.tokens[verb]).ends_with("ing");
  }

  // A form that may be a noun is a verb beside a name or pronoun with words of its own.
  bool sure_verb(const Frame& f, const Unit& u) const {
    const TokenIndex head = f.subject.end - 1;
    const bool close = f.subject.end + 1 >= f.cue;
    const bool person = a_.mention_at[head] != kNone || word(head).is(kPronoun);
    if (!close) return false;
    if (f.end < u.end && (is(f.end, ':') || opens(f.end))) return true;
    if (f.end < u.end && word(f.end).is(kind("that") | kind("whether"))) return true;
    return person && (clause_start(f, u.end) != kNone ||
                      (f.begin > u.begin && (is(f.begin - 1, ',') || !free(f.begin - 1))));
  }

  // “…,” said X; …, says X.
  bool inverted(Frame& f, TokenIndex from, const Unit& u) {
    const TokenIndex i = f.cue;
    if (i <= from && i == u.begin) return false;
    const bool after_mark = i > 0 && !free(i - 1);
    const bool after_comma = is(i - 1, ',');
    if (!after_mark && !after_comma) return false;
    const NounPhrase subject = speakers_.subjects().after(f.end, u.end);
    if (subject.empty()) return false;
    const bool named = a_.mention_at[subject.end - 1] != kNone || !word(subject.begin).is(kPronoun);
    if (!after_mark &&
        (!named || follows_clause(subject.end, u.end) || !speakers_.subjects().before(i, from).empty()))
      return false;
    f.subject = subject;
    f.end = subject.end;
    f.inverted = true;
    return true;
  }

  // After an inverted subject the sentence does not go on with a verb.
  bool follows_clause(TokenIndex i, TokenIndex end) const {
    while (i < end && is_word(i) && word(i).is(kind("adverb"))) ++i;
    if (i >= end || is(i, ',') || is(i, '.')) return false;
    return !is_word(i) ||
           !word(i).is(kind("prep") | kind("time") | kind("who") | kind("and") | kind("stop"));
  }

  // adding that …; and said …: the speaker of the frame before, or whom the sentence is about.
  bool inherit(Frame& f, const Unit& u, const std::vector<Frame>& before) {
    if (!before.empty()) {
      f.subject = before.back().subject;
      return true;
    }
    f.subject = speakers_.subject(u.begin, f.cue);
    return !f.subject.empty();
  }

  // Where the words of frame `f` end at the latest: before the next frame, where that is not part
  // of them.
  TokenIndex cut_before(const std::vector<Frame>& frames, std::size_t f, const Unit& u) const {
    for (std::size_t n = f + 1; n < frames.size(); ++n) {
      const Frame& next = frames[n];
      TokenIndex i = next.according ? next.begin : std::min(next.begin, next.cue);
      if (next.participle || next.begin == next.cue) i = next.cue;
      bool cuts = next.according;
      while (i > frames[f].end &&
             (is(i - 1, ',') || is(i - 1, ';') ||
              (is_word(i - 1) && (word(i - 1).is(kind("and")) || is_but(i - 1))))) {
        --i;
        cuts = true;
      }
      if (cuts) return i;
    }
    return u.end;
  }

  bool is_but(TokenIndex i) const {
    return word(i).is(kind("stop")) && a_.tokens[i].span.size() <= 5;
  }

  // --- the words of a frame ---------------------------------------------------------------------

  // Emits what the frame reports; returns where the words of the next frame may begin.
  TokenIndex use(Frame& f, TokenIndex from, TokenIndex limit, const Unit& u) {
    const bool direct_before = direct_left(f, from, u);
    TokenIndex behind_words = f.end;
    if (direct_right(f, limit, u)) return std::max(f.end, limit);
    if (f.according) {
      if (direct_before) return f.end;
      if (f.begin > from + 2) {
        emit_clause(f, from, f.begin, "en_clause.according");
        return f.end;
      }
      TokenIndex first = f.end;
      while (first < limit && !is(first, ',')) ++first;
      if (first + 1 < limit) emit_clause(f, first + 1, limit, "en_clause.according");
      return limit;
    }
    const TokenIndex words =
        direct_before && !word_that(f, limit) ? kNoWords : words_behind(f, limit);
    if (words != kNoWords) {
      emit_clause(f, words, limit, "en_clause.behind");
      return limit;
    }
    if (!direct_before) behind_words = clause_left(f, from, limit, u);
    return behind_words;
  }

  static constexpr TokenIndex kNoWords = static_cast<TokenIndex>(-1);

  bool word_that(const Frame& f, TokenIndex limit) const {
    for (TokenIndex i = f.end; i < limit && i < f.end + 8; ++i) {
      if (!free(i) || is(i, ',')) return false;
      if (word(i).is(kind("that"))) return true;
    }
    return false;
  }

  TokenIndex words_behind(const Frame& f, TokenIndex limit) const {
    const std::int32_t at = clause_start(f, limit);
    return at == kNone ? kNoWords : static_cast<TokenIndex>(at);
  }

  // “…,” he said: marked words that end right before the frame.
  bool direct_left(Frame& f, TokenIndex from, const Unit& u) {
    TokenIndex i = f.begin;
    while (i > from && i + 8 > f.begin && free(i - 1) && is_word(i - 1) &&
           !word(i - 1).has(kReport))
      --i;  // a role before the name
    if (i > from && !free(i - 1) && i < f.begin) f.begin = i;
    if (i != f.begin) i = f.begin;
    if (i > from && (is(i - 1, ',') || is(i - 1, 0x2014) || is(i - 1, 0x2013) || is(i - 1, 0x2015)))
      --i;
    if (i <= u.begin || i <= from || free(i - 1)) return false;
    Piece& p = pieces_[piece_at_[i - 1]];
    if (p.lost_close || (!ends_like_speech(p) && i == f.begin)) return false;
    if (p.used) return true;
    if (p.open > from && from == u.begin &&
        !sentence_opens(p, u)) {  // Clinton “is the only candidate,” he said
      emit_clause(f, from, behind(p), "en_clause.before");
      return true;
    }
    emit_direct(p, f.voice, f.cue, "en_direct.before_frame");
    // “A.” “B,” he said: marked words just before belong to the same speech.
    for (TokenIndex open = p.open; open > u.begin && !free(open - 1);) {
      Piece& q = pieces_[piece_at_[open - 1]];
      if (!q.used) emit_direct(q, f.voice, f.cue, "en_direct.before_frame");
      open = q.open;
    }
    return true;
  }

  // Nothing but marked words, or no more than an opening word, stands before the piece in its
  // sentence.
  bool sentence_opens(const Piece& p, const Unit& u) const {
    TokenIndex loose = 0;
    for (TokenIndex i = u.begin; i < p.open; ++i) loose += free(i) && is_word(i) ? 1 : 0;
    return loose <= 2;
  }

  bool ends_like_speech(const Piece& p) const {
    if (p.close == 0) return false;
    const char32_t c = a_.tokens[p.close - 1].first;
    return !a_.tokens[p.close - 1].is_word() &&
           (c == ',' || c == '.' || c == '?' || c == '!' || c == 0x2026 || c == 0x2014 ||
            c == '-' || c == 0x2019 || c == '\'');
  }

  // X said: “…”; X told reporters, “…”; and the words behind a broken quotation.
  bool direct_right(Frame& f, TokenIndex limit, const Unit& u) {
    for (TokenIndex i = f.end; i < u.end && i < f.end + kFarClause + 6; ++i) {
      if (opens(i)) return claim_right(f, i, limit, u);
      if (i >= limit && !opens(limit)) return false;
      if (word(i).is(kind("that")) || (word(i).has(kReport) && !word(i).is(kind("noun_too"))))
        return false;
      if (is_word(i) && (word(i).is(kPronoun) || word(i).is(kBe)) && i > f.end) return false;
    }
    return false;
  }

  bool claim_right(Frame& f, TokenIndex i, TokenIndex limit, const Unit& u) {
    Piece& p = pieces_[piece_at_[i]];
    const bool introduced = i > f.end ? is(i - 1, ',') || is(i - 1, ':') : false;
    const bool whole = behind(p) >= u.end || is(behind(p), '.') || ends_like_speech(p);
    if (!introduced && (i > f.end + 6 || !whole || (i > f.end && !adjuncts_only(f.end, i))))
      return false;
    if (!introduced && limit < behind(p)) return false;
    if (p.used) return false;
    emit_direct(p, f.voice, f.cue, "en_direct.after_frame");
    for (TokenIndex next = behind(p); next < u.end && opens(next);
         next = behind(pieces_[piece_at_[next]])) {
      if (!pieces_[piece_at_[next]].used)
        emit_direct(pieces_[piece_at_[next]], f.voice, f.cue, "en_direct.after_frame");
    }
    return true;
  }

  bool adjuncts_only(TokenIndex from, TokenIndex to) const {
    for (TokenIndex i = from; i < to; ++i) {
      if (!is_word(i) || word(i).is(kPronoun | kBe | kind("stop")) ||
          !(word(i).is(kind("prep") | kind("time") | kind("adverb")) || i > from))
        return false;
    }
    return true;
  }

  // The first token of the clause behind the verb: past the hearer, the day and the occasion; kNone
  // where there is none.
  std::int32_t clause_start(const Frame& f, TokenIndex limit) const {
    const EnglishWord& verb = word(f.cue);
    TokenIndex i = f.end;
    while (i < limit && is_word(i) && word(i).is(kind("adverb") | kind("time")) &&
           !word(i).is(kDet))
      ++i;
    const TokenIndex hearer = i;
    if (i < limit && verb.is(kind("hearer")) && form(i) != "to" && form(i) != "not" &&
        !word(i).is(kind("that") | kind("whether")))
      i = skip_hearer(i, limit);
    const bool heard = i > hearer || !verb.is(kind("hearer"));
    if (i < limit && verb.is(kind("to_do")) && form(i) == "to")
      return heard ? enough(i, limit) : kNone;
    bool noun = false;
    for (TokenIndex far = i + kFarClause; i < limit && i < far; ++i) {
      const EnglishWord& w = word(i);
      if (is(i, ':')) return enough(i + 1, limit);
      if (!free(i)) return noun ? kNone : enough(i, limit);
      if (!is_word(i))
        return is(i, ',') && f.inverted ? kNone : is(i, ',') ? past_aside(i, limit) : kNone;
      if (w.is(kind("that"))) return form(i) == "that" ? enough(i + 1, limit) : enough(i, limit);
      if (w.is(kind("whether")) || is_question(f, i)) return enough(i, limit);
      if (!noun && !w.is(kind("prep") | kind("time") | kind("adverb")))
        return zero_that(f, i, limit);
      if (noun && (w.is(kPronoun) || w.is(kDet)) && !word(i - 1).is(kind("prep")))
        return zero_that(f, i, limit);
      noun = true;
    }
    return kNone;
  }

  std::string form(TokenIndex i) const { return english::lower(a_.surface(a_.tokens[i])); }

  bool is_question(const Frame& f, TokenIndex i) const {
    if (a_.tokens[f.cue].reading.cue_class != "ask" && !word(f.cue).is(kind("hearer")) &&
        report_class(f.cue) != "ask")
      return false;
    const std::string w = form(i);
    return w == "if" || w == "what" || w == "who" || w == "when" || w == "where" || w == "which";
  }

  // said, in a statement, that …
  std::int32_t past_aside(TokenIndex comma, TokenIndex limit) const {
    for (TokenIndex i = comma + 1; i + 1 < limit && i < comma + 12; ++i) {
      if (!free(i)) return kNone;
      if (is(i, ',')) return form(i + 1) == "that" ? enough(i + 2, limit) : kNone;
    }
    return kNone;
  }

  TokenIndex skip_hearer(TokenIndex i, TokenIndex limit) const {
    if (a_.mention_at[i] != kNone) {
      const std::int32_t m = a_.mention_at[i];
      while (i < limit && a_.mention_at[i] == m) ++i;
      return i;
    }
    if (is_word(i) && word(i).is(kind("he") | kind("she") | kind("they") | kind("i"))) return i + 1;
    const std::string w = form(i);
    if (w == "us" || w == "me" || w == "her" || w == "you") return i + 1;
    TokenIndex k = i;
    for (; k < limit && k < i + 7 && is_word(k) && free(k); ++k) {
      if (word(k).is(kind("that") | kind("whether")) ||
          (k > i && (word(k).is(kPronoun) || word(k).is(kDet) || form(k) == "to")))
        return k;
      if (word(k).is(kBe)) return i;
    }
    if (k > i && k < limit && !is_word(k)) return k;
    return is_word(i) && !word(i).is(kind("prep") | kind("that") | kind("whether")) ? i + 1 : i;
  }

  std::string_view report_class(TokenIndex cue) const {
    const lang::Word* w = lang::find_word(form(cue));
    return w == nullptr ? std::string_view() : w->value(kReport);
  }

  // A clause without that: verbs that take one, and something that may be a subject with a verb
  // behind.
  std::int32_t zero_that(const Frame& f, TokenIndex i, TokenIndex limit) const {
    const EnglishWord& verb = word(f.cue);
    if (!verb.is(kind("clausal")) || f.inverted) return kNone;
    const std::string w = form(i);
    if (w == "nothing" || w == "so" || w == "goodbye" || w == "and" || w == "or" || w == "but" ||
        w == "as")
      return kNone;
    if (word(i).is(kind("stop")) && w != "if" && w != "when" && w != "while" && w != "although")
      return kNone;
    bool finite = false;
    for (TokenIndex k = i; k < limit && k < i + 18 && !finite; ++k) {
      const std::string_view s = a_.surface(a_.tokens[k]);
      finite = is_word(k) && (word(k).is(kBe) ||
                              (k > i && (s.ends_with("ed") ||
                                         (word(k).has(kReport) && !word(k).is(kind("noun_too"))))));
    }
    const std::string cue = form(f.cue);
    const bool say = cue.starts_with("sa") || cue == "told" || cue == "tells" || cue == "tell";
    return finite || say ? enough(i, limit) : kNone;
  }

  std::int32_t enough(TokenIndex i, TokenIndex limit) const {
    TokenIndex count = 0;
    for (TokenIndex k = i; k < limit; ++k) count += is_word(k) ? 1 : 0;
    return count >= 2 ? static_cast<std::int32_t>(i) : kNone;
  }

  // The bank, he said, was closed. / …, officials said.
  TokenIndex clause_left(Frame& f, TokenIndex from, TokenIndex limit, const Unit& u) {
    const bool comma = f.begin > from && is(f.begin - 1, ',');
    if (!comma || f.participle) return f.end;
    TokenIndex first = from;
    while (first < f.begin && (is(first, ',') || (is_word(first) && (word(first).is(kind("and")) ||
                                                                     is_opening(first)))))
      ++first;
    TokenIndex count = 0;
    bool finite = false;
    for (TokenIndex i = first; i + 1 < f.begin; ++i) {
      count += is_word(i) ? 1 : 0;
      const std::string_view s = a_.surface(a_.tokens[i]);
      finite |= is_word(i) && (word(i).is(kBe) || s.ends_with("ed") || s.ends_with("s"));
    }
    if (count < 2 || (!finite && !is(f.end, ','))) return f.end;
    const bool mid = !f.inverted && is(f.end, ',') && f.end + 2 < limit &&
                     !word(f.end + 1).is(kind("and") | kind("which") | kind("who")) &&
                     limit == u.end;
    if (count < 4 && !mid) return f.end;
    emit_clause(f, first, f.begin - 1, "en_clause.before");
    if (!mid || ends_in_ing(f.end + 1)) return f.end;
    emit_clause(f, f.end + 1, limit, "en_clause.around");
    return limit;
  }

  bool is_opening(TokenIndex i) const {
    return word(i).is(kind("stop")) && a_.tokens[i].span.size() == 3;
  }
  bool ends_in_ing(TokenIndex i) const {
    return is_word(i) && a_.surface(a_.tokens[i]).ends_with("ing");
  }

  // --- marked words that no frame claims
  // ----------------------------------------------------------

  void loose_pieces(TokenIndex begin, TokenIndex end) {
    for (TokenIndex i = begin; i < end; ++i) {
      if (!opens(i)) continue;
      Piece& p = pieces_[piece_at_[i]];
      if (!p.used) loose(p, begin, end);
    }
    last_block_piece_ = end > begin && !free(end - 1) ? piece_at_[end - 1] : kNone;
  }

  void loose(Piece& p, TokenIndex begin, TokenIndex end) {
    if (const Voice v = signature(p, end); !v.speakers.empty())
      return emit_direct(p, v, kNone, "en_direct.signed");
    const bool colon = p.open > begin && is(p.open - 1, ':');
    if (!colon && !whole_sentence(p, begin)) return;
    const Voice voice = colon ? introduced(p, begin) : goes_on(p, begin);
    if (voice.speakers.empty() && words_in(p) < 5) return;
    emit_direct(p, voice, kNone, colon ? "en_direct.colon" : "en_direct.alone");
  }

  // “…” — NAME
  Voice signature(const Piece& p, TokenIndex end) const {
    TokenIndex i = behind(p);
    if (i >= end || !(is(i, 0x2014) || is(i, 0x2013) || is(i, 0x2015) || is(i, '-'))) return {};
    while (i < end && is(i, a_.tokens[behind(p)].first)) ++i;
    const NounPhrase name = speakers_.subjects().after(i, end);
    if (name.empty() || !word(name.begin).capital) return {};
    Voice v = speakers_.resolve(name);
    v.rule = "en_speaker.signed";
    return v;
  }

  std::size_t words_in(const Piece& p) const {
    std::size_t n = 0;
    for (TokenIndex i = p.open; i < p.close; ++i) n += is_word(i) ? 1 : 0;
    return n;
  }

  bool whole_sentence(const Piece& p, TokenIndex begin) const {
    if (!p.lost_close && !ends_like_speech(p) && !is(behind(p), '.')) return false;
    if (!is_word(p.open + 1) ||
        !(word(p.open + 1).capital || text::is_digit(a_.tokens[p.open + 1].first))) {
      if (a_.tokens[p.open + 1].kind != TokenKind::Mark) return false;
    }
    if (p.open == begin || !free(p.open - 1)) return true;
    const Token& before = a_.tokens[p.open - 1];
    return before.first == '.' || before.first == '?' || before.first == '!';
  }

  Voice introduced(const Piece& p, TokenIndex begin) const {
    TokenIndex from = p.open;
    while (from > begin && a_.tokens[from - 1].sentence == a_.tokens[p.open - 1].sentence) --from;
    Voice v = speakers_.resolve(speakers_.subjects().topic(from, p.open - 1));
    if (!v.speakers.empty()) v.rule = "en_speaker.colon";
    return v;
  }

  // The same speaker goes on; else whom the sentence before is about.
  Voice goes_on(const Piece& p, TokenIndex begin) const {
    Voice v;
    if (p.open > begin) {
      const std::uint32_t sentence = a_.tokens[p.open - 1].sentence;
      for (std::int32_t q = piece_at_[p.open] - 1; q >= 0 && pieces_[q].open >= begin; --q) {
        if (pieces_[q].voice.speakers.empty()) continue;
        if (a_.tokens[pieces_[q].open].sentence + 1 < sentence) break;
        return continued(pieces_[q].voice, 0.85);
      }
      TokenIndex from = p.open - 1;
      while (from > begin && a_.tokens[from - 1].sentence == sentence) --from;
      v = spoke_in(a_.tokens[from].span.start, a_.tokens[p.open].span.start);
      if (v.speakers.empty()) v = speakers_.about(from, p.open);
      return continued(v, 0.6);
    }
    return after_block(begin);
  }

  // Marked words that open a paragraph: who ended the one before with words of their own, or whom its
  // last sentence is about.
  Voice after_block(TokenIndex begin) const {
    if (begin == 0) return {};
    if (last_block_piece_ != kNone && piece_at_[begin - 1] == last_block_piece_) {
      const Piece& last = pieces_[last_block_piece_];
      return continued(last.voice, last.lost_close ? 0.9 : 0.6);
    }
    const Sentence& sentence = a_.sentences[a_.tokens[begin - 1].sentence];
    if (!speaks(a_.document.blocks[sentence.block].kind) ||
        a_.document.blocks[sentence.block].kind == BlockKind::Headline)
      return {};
    Voice v = spoke_in(sentence.span.start, sentence.span.end);
    if (v.speakers.empty()) v = speakers_.about(sentence.begin, sentence.end);
    return continued(v, 0.55);
  }

  // The speaker of a reported clause that lies between two bytes.
  Voice spoke_in(std::uint32_t from, std::uint32_t to) const {
    Voice v;
    for (std::size_t i = a_.quotations.size(); i-- > 0 && a_.quotations[i].span.end > from;) {
      const Quotation& q = a_.quotations[i];
      if (q.span.start < from || q.span.end > to) continue;
      v.speakers = q.speakers;
      break;
    }
    return v;
  }

  static Voice continued(Voice v, double confidence) {
    v.rule = v.speakers.empty() ? "" : "en_speaker.goes_on";
    v.confidence = confidence;
    for (Speaker& s : v.speakers) s.surface.clear(), s.span = {};
    return v;
  }

  // --- findings ---------------------------------------------------------------------------------

  void emit_direct(Piece& p, const Voice& voice, std::int64_t cue, std::string_view rule) {
    if (words_in(p) == 0) return;
    p.used = true;
    p.voice = voice;
    finish(QuotationKind::Direct, p.inner, p.open, voice, cue, rule);
    speakers_.heard(voice, p.open);
  }

  void emit_clause(Frame& f, TokenIndex from, TokenIndex to, std::string_view rule) {
    while (to > from && (is(to - 1, '.') || is(to - 1, ',') || is(to - 1, ';')) && free(to - 1))
      --to;
    while (from < to && is(from, ',')) ++from;
    if (from >= to) return;
    if (opens(from) && behind(pieces_[piece_at_[from]]) == to) {
      Piece& p = pieces_[piece_at_[from]];
      if (!p.used) emit_direct(p, f.voice, f.cue, "en_direct.after_frame");
      return;
    }
    for (TokenIndex i = from + 2; i + 3 < to; ++i) {  // that … and that …: two clauses
      if (!free(i) || form(i) != "that" || !word(i - 1).is(kind("and")) || !is_word(i - 1))
        continue;
      emit_clause(f, from, i - 1, rule);
      return emit_clause(f, i + 1, to, rule);
    }
    for (TokenIndex i = from; i < to; ++i) {
      if (opens(i)) pieces_[piece_at_[i]].used = true, pieces_[piece_at_[i]].voice = f.voice;
    }
    finish(QuotationKind::Indirect, {a_.tokens[from].span.start, a_.tokens[to - 1].span.end}, from,
           f.voice, f.cue, rule);
  }

  void finish(QuotationKind what, ByteSpan span, TokenIndex at, const Voice& voice,
              std::int64_t cue, std::string_view rule) {
    Quotation q;
    q.kind = what;
    q.span = span;
    q.sentence = a_.sentences[a_.tokens[at].sentence].span;
    q.sentence.start = std::min(q.sentence.start, span.start);
    q.sentence.end = std::max(q.sentence.end, span.end);
    q.where = a_.block_kind(a_.tokens[at]);
    q.speakers = voice.speakers;
    q.speaker_rule = voice.rule;
    q.rule = rule_named(rule).id;
    q.confidence = rule_named(rule).confidence * (voice.speakers.empty() ? 1 : voice.confidence);
    q.doubtful = voice.speakers.empty() || voice.confidence < 0.6;
    if (cue != kNone) {
      q.cue = std::string(a_.surface(a_.tokens[static_cast<TokenIndex>(cue)]));
      q.cue_class = is_according(static_cast<TokenIndex>(cue))
                        ? "say"
                        : std::string(report_class(static_cast<TokenIndex>(cue)));
    }
    a_.quotations.push_back(std::move(q));
  }

  Analysis& a_;
  std::vector<EnglishWord> words_;
  english::Speakers speakers_;
  std::vector<Piece> pieces_;
  std::vector<std::int32_t> piece_at_;  // by token: the marked words it belongs to, marks included
  std::int32_t last_block_piece_ = kNone;  // the marked words that ended the block before
};

}  // namespace

void find_english_quotations(Analysis& a) {
  EnglishQuotations(a).run();
}

}  // namespace onrecord::extract
