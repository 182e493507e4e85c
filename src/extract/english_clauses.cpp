#include "extract/english_frames.h"

namespace onrecord::extract::english {
namespace {

const lang::ClassMask kReport = lang::class_mask("report_en");
const Kinds kBe = kind("modal");
const Kinds kDet = kind("det") | kind("poss");
const Kinds kPronoun = kind("he") | kind("she") | kind("they") | kind("it") | kind("i");
constexpr TokenIndex kFarVerb = 18;    // from the subject of a clause to its verb
constexpr TokenIndex kFarSubject = 8;  // from the first word of a joined clause to its verb
constexpr TokenIndex kFarClause = 16;  // hearer, day and occasion between a verb and its words

}  // namespace

// Past adverbs and days: said again on Monday; said last week; told them this weekend.
TokenIndex Clauses::past_time(TokenIndex i, TokenIndex limit) const {
  for (;;) {
    TokenIndex k = i;
    while (k < limit && page_.is_word(k) && page_.word(k).is(kind("adverb") | kind("time")) &&
           !page_.word(k).is(kDet) && a_.mention_at[k] == kNone)
      ++k;
    const bool led = k + 1 < limit && page_.is_word(k + 1) && page_.word(k + 1).is(kind("time")) &&
                     page_.word(k).is(kind("leads_time"));
    if (led) k += 2;
    if (k > i) k = past_number(k, limit);
    if (k == i) return i;
    i = k;
  }
}

// The 20, 1986, of February 20, 1986.
TokenIndex Clauses::past_number(TokenIndex i, TokenIndex limit) const {
  const auto number = [&](TokenIndex k) {
    return k < limit && page_.is_word(k) && a_.tokens[k].first >= '0' && a_.tokens[k].first <= '9';
  };
  if (!number(i) || a_.tokens[i].span.size() > 2) return i;
  ++i;
  if (i + 1 < limit && page_.is(i, ',') && number(i + 1) && a_.tokens[i + 1].span.size() == 4) {
    i += 2;
    if (i < limit && page_.is(i, ',')) ++i;
  }
  return i;
}

TokenIndex Clauses::past_hearer(const Frame& f, TokenIndex i, TokenIndex limit) const {
  const bool may_hear = i < limit && page_.word(f.cue).is(kind("hearer")) &&
                        page_.form(i) != "to" && page_.form(i) != "not" &&
                        !page_.word(i).is(kind("that") | kind("whether"));
  return may_hear ? past_time(skip_hearer(i, limit), limit) : i;
}

std::int32_t Clauses::start(const Frame& f, TokenIndex limit) const {
  const EnglishWord& verb = page_.word(f.cue);
  const TokenIndex first = past_time(f.end, limit);
  const TokenIndex i = past_hearer(f, first, limit);
  // pledged to build: the speaker's own words; asked him to stop are nobody's.
  if (i < limit && verb.is(kind("to_do")) && page_.form(i) == "to")
    return report_class(f.cue) == "promise" ? enough(i, limit) : kNone;
  return behind_adjuncts(f, i, limit);
}

std::int32_t Clauses::behind_adjuncts(const Frame& f, TokenIndex i, TokenIndex limit) const {
  bool noun = false;
  for (TokenIndex far = i + kFarClause; i < limit && i < far; ++i) {
    const EnglishWord& w = page_.word(i);
    if (page_.is(i, ':')) return enough(i + 1, limit);
    if (!page_.free(i)) {
      const bool name = page_.opens(i) && page_.is_name(page_.piece_at(i)) &&
                        report_class(f.cue) != "say" && report_class(f.cue) != "claim";
      return noun || name ? std::int32_t{kNone} : enough(i, limit);
    }
    if (!page_.is_word(i))
      return page_.is(i, ',') && !f.inverted ? past_aside(i, limit) : std::int32_t{kNone};
    if (w.is(kind("that"))) return enough(page_.form(i) == "that" ? i + 1 : i, limit);
    if (w.is(kind("whether")) || is_question(f, i)) return enough(i, limit);
    const bool adjunct = w.is(kind("prep") | kind("time") | kind("adverb"));
    if (!noun && !adjunct) return zero_that(f, i, limit);
    const bool subject =
        (w.is(kPronoun) && !w.is(kind("object"))) || w.is(kDet) || page_.form(i) == "there";
    if (noun && subject && !page_.word(i - 1).is(kind("prep"))) return zero_that(f, i, limit);
    noun = true;
  }
  return kNone;
}

// A comma and a word that opens another clause of the writer's own: , but …; , although …
bool Clauses::cuts(TokenIndex i, TokenIndex from, TokenIndex limit) const {
  if (i < from + 3 || i + 2 >= limit || !page_.free(i)) return false;
  if (page_.is(i, ';')) return false;
  if (!page_.is(i, ',') || !page_.is_word(i + 1)) return false;
  return page_.word(i + 1).is(kind("turns"));
}

// … but declined to elaborate.
bool Clauses::says_no_more(TokenIndex i, TokenIndex limit) const {
  if (i + 3 >= limit || !page_.is_word(i)) return false;
  const bool joined = page_.word(i).is(kind("and")) || page_.form(i) == "but";
  return joined && page_.word(i + 1).is(kind("withholds")) && page_.form(i + 2) == "to" &&
         (page_.word(i + 3).is(kind("withheld")) || page_.word(i + 3).has(kReport));
}

TokenIndex Clauses::end(TokenIndex from, TokenIndex limit) const {
  for (TokenIndex i = from; i < limit; ++i) {
    if (cuts(i, from, limit)) return i;
    if (i >= from + 3 && says_no_more(i, limit)) return i;
  }
  return limit;
}

bool Clauses::opens_clause(TokenIndex i, TokenIndex limit) const {
  if (i >= limit || !page_.is_word(i)) return false;
  const EnglishWord& first = page_.word(i);
  const bool pronoun = first.is(kPronoun) && !first.is(kind("object") | kDet);
  const bool there = page_.form(i) == "there";
  if (!pronoun && !there && !first.is(kDet) && !first.capital) return false;
  for (TokenIndex k = i + 1; k < limit && k < i + kFarSubject; ++k) {
    if (!page_.free(k) || !page_.is_word(k)) return false;
    if (page_.word(k).is(kBe)) return true;
    if (page_.word(k).is(kind("stop") | kind("and") | kind("that") | kind("who") | kind("which")))
      return false;
    if (is_past(k, limit)) return pronoun || there || k > i + 1;
  }
  return false;
}

bool Clauses::has_verb(TokenIndex from, TokenIndex to) const {
  for (TokenIndex i = from; i < to; ++i) {
    if (!page_.free(i) || !page_.is_word(i)) continue;
    if (page_.word(i).is(kBe) || page_.word(i).has(kReport) || page_.ends_in(i, "ed")) return true;
  }
  return false;
}

bool Clauses::is_clause(TokenIndex from, TokenIndex to, bool goes_on) const {
  TokenIndex count = 0, commas = 0;
  bool finite = false, modal = false;
  for (TokenIndex i = from; i < to; ++i) {
    count += page_.is_word(i) ? 1 : 0;
    commas += page_.is(i, ',') ? 1 : 0;
    if (!page_.is_word(i)) continue;
    modal |= page_.word(i).is(kBe);
    finite |= page_.word(i).is(kBe) || page_.ends_in(i, "ed") || page_.ends_in(i, "s");
  }
  if (count < 2) return false;
  const EnglishWord& first = page_.word(from);
  const bool adjunct =
      first.is(kind("prep") | kind("time") | kind("stop")) && !first.is(kPronoun | kind("that"));
  if (adjunct && commas == 0 && !goes_on) return modal && !first.is(kind("stop"));
  if (adjunct && commas == 0) return false;  // In 2002, he said, …
  const bool one_name =
      a_.mention_at[from] != kNone && a_.mention_at[from] == a_.mention_at[to - 1];
  if (one_name) return false;
  return finite ? count >= 4 || modal || goes_on : goes_on;
}

bool Clauses::is_question(const Frame& f, TokenIndex i) const {
  if (a_.tokens[f.cue].reading.cue_class != "ask" && !page_.word(f.cue).is(kind("hearer")) &&
      report_class(f.cue) != "ask")
    return false;
  const std::string w = page_.form(i);
  return w == "if" || w == "what" || w == "who" || w == "when" || w == "where" || w == "which";
}

// said, in a statement, that …
std::int32_t Clauses::past_aside(TokenIndex comma, TokenIndex limit) const {
  for (TokenIndex i = comma + 1; i + 1 < limit && i < comma + 12; ++i) {
    if (!page_.free(i)) return kNone;
    if (page_.is(i, ',')) return page_.form(i + 1) == "that" ? enough(i + 2, limit) : kNone;
  }
  return kNone;
}

TokenIndex Clauses::skip_hearer(TokenIndex i, TokenIndex limit) const {
  if (a_.mention_at[i] != kNone) {
    const std::int32_t m = a_.mention_at[i];
    while (i < limit && a_.mention_at[i] == m) ++i;
    return i;
  }
  if (page_.is_word(i) && page_.word(i).is(kind("he") | kind("she") | kind("they") | kind("i")))
    return i + 1;
  const std::string w = page_.form(i);
  if (w == "us" || w == "me" || w == "her" || w == "you") return i + 1;
  TokenIndex k = i;
  for (; k < limit && k < i + 7 && page_.is_word(k) && page_.free(k); ++k) {
    if (page_.word(k).is(kind("that") | kind("whether")) ||
        (k > i && (page_.word(k).is(kPronoun) || page_.word(k).is(kDet) || page_.form(k) == "to")))
      return k;
    if (page_.word(k).is(kBe)) return i;
    if (k > i && page_.word(k).is(kind("prep"))) return k;
  }
  if (k > i && k < limit && !page_.is_word(k)) return k;
  return page_.is_word(i) && !page_.word(i).is(kind("prep") | kind("that") | kind("whether"))
             ? i + 1
             : i;
}

std::string_view Clauses::report_class(TokenIndex cue) const {
  const lang::Word* w = lang::find_word(page_.form(cue));
  return w == nullptr ? std::string_view() : w->value(kReport);
}

// A clause without that: verbs that take one, and something that may be a subject with a verb
// behind.
std::int32_t Clauses::zero_that(const Frame& f, TokenIndex i, TokenIndex limit) const {
  const EnglishWord& verb = page_.word(f.cue);
  if (!verb.is(kind("clausal")) || f.inverted) return kNone;
  const std::string w = page_.form(i);
  if (w == "nothing" || w == "so" || w == "goodbye" || w == "and" || w == "or" || w == "but" ||
      w == "as")
    return kNone;
  if (page_.word(i).is(kind("stop")) && w != "if" && w != "while" && w != "although") return kNone;
  bool finite = false;
  for (TokenIndex k = i; k < limit && k < i + kFarVerb && !finite; ++k)
    finite = page_.is_word(k) && (page_.word(k).is(kBe) || (k > i && is_past(k, limit)));
  const std::string cue = page_.form(f.cue);
  const bool say = cue.starts_with("sa");  // told his son never to swim: no verb, no clause
  return finite || say ? enough(i, limit) : kNone;
}

// A verb by its ending; no participle before a title in marks.
bool Clauses::is_past(TokenIndex i, TokenIndex limit) const {
  if (i + 1 < limit && page_.opens(i + 1) && page_.is_name(page_.piece_at(i + 1))) return false;
  return page_.ends_in(i, "ed") ||
         (page_.word(i).has(kReport) && !page_.word(i).is(kind("noun_too")));
}

std::int32_t Clauses::enough(TokenIndex i, TokenIndex limit) const {
  TokenIndex count = 0;
  for (TokenIndex k = i; k < limit; ++k) count += page_.is_word(k) ? 1 : 0;
  return count >= 2 ? static_cast<std::int32_t>(i) : kNone;
}

}  // namespace onrecord::extract::english
