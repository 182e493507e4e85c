#include "extract/english_subjects.h"

#include <algorithm>

namespace onrecord::extract::english {
namespace {

using lang::class_mask;

const lang::ClassMask kPersonNoun = class_mask("person_noun_en") | class_mask("title_en");
const lang::ClassMask kReport = class_mask("report_en");

const Kinds kPronoun = kind("he") | kind("she") | kind("they") | kind("it") | kind("i");
const Kinds kDet = kind("det") | kind("poss");
const Kinds kPrep = kind("prep");
const Kinds kOf = kind("of");
const Kinds kAside = kind("adverb") | kind("aux");
const Kinds kBreak = kind("stop") | kind("modal") | kind("that") | kind("which") | kind("who");
const Kinds kTime = kind("time");
constexpr TokenIndex kFarSubject = 40;  // between a subject and its verb, an apposition included
constexpr TokenIndex kLongNoun = 12;
constexpr TokenIndex kLongRelative = 16;
constexpr TokenIndex kLongHead = 6;
constexpr TokenIndex kMostHeads = 4;

}  // namespace

const Mention* Subjects::person_at(TokenIndex i) const {
  if (i >= a_.tokens.size() || a_.mention_at[i] == kNone) return nullptr;
  const Mention& m = a_.mentions[a_.mention_at[i]];
  return m.kind == EntityKind::Person ? &m : nullptr;
}

const Mention* Subjects::body_at(TokenIndex i) const {
  if (i >= a_.tokens.size() || a_.mention_at[i] == kNone) return nullptr;
  const Mention& m = a_.mentions[a_.mention_at[i]];
  return m.kind == EntityKind::Organization ? &m : nullptr;
}

TokenIndex Subjects::mention_begin(TokenIndex i) const {
  const std::int32_t m = a_.mention_at[i];
  while (m != kNone && i > 0 && a_.mention_at[i - 1] == m) --i;
  return i;
}

TokenIndex Subjects::mention_end(TokenIndex i) const {
  const std::int32_t m = a_.mention_at[i];
  ++i;
  while (m != kNone && i < a_.tokens.size() && a_.mention_at[i] == m) ++i;
  return i;
}

// State Sen., the Observer: with a capital it is part of a name.
bool Subjects::is_report(TokenIndex i) const {
  return words_[i].has(kReport) && !words_[i].capital;
}

bool Subjects::is_noun(TokenIndex i) const {
  const EnglishWord& w = words_[i];
  return is_word(i) &&
         !w.is(kPrep | kBreak | kind("and") | kPronoun | kind("adverb") | kind("aux") | kDet) &&
         !w.possessive;
}

bool Subjects::is_plural_mark(TokenIndex i) const {
  if (i == 0 || i + 1 >= a_.tokens.size() || a_.tokens[i].kind != TokenKind::Mark) return false;
  const char32_t c = a_.tokens[i].first;
  return (c == 0x2019 || c == '\'') && a_.tokens[i].glued && is_word(i - 1) && is_word(i + 1) &&
         !a_.tokens[i + 1].glued && a_.surface(a_.tokens[i - 1]).ends_with("s") &&
         !words_[i + 1].has(kReport);
}

// The stops of U.S. in the U.S. State Department.
bool Subjects::is_letter_stop(TokenIndex i) const {
  return i > 0 && a_.tokens[i].first == '.' && a_.tokens[i].glued && is_word(i - 1) &&
         a_.tokens[i - 1].span.size() == 1 && words_[i - 1].capital;
}

// Back over adverbs and auxiliaries: X has repeatedly said.
TokenIndex Subjects::past_aside(TokenIndex verb, TokenIndex from) const {
  TokenIndex i = verb;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kAside) && a_.mention_at[i - 1] == kNone)
    --i;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kind("modal")) &&
         !words_[i - 1].is(kPronoun))
    --i;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kind("adverb"))) --i;
  return i;
}

// him, her: no subject, though her office is one.
bool Subjects::is_object(NounPhrase phrase) const {
  return phrase.end - phrase.begin == 1 && words_[phrase.begin].is(kind("object"));
}

NounPhrase Subjects::before(TokenIndex verb, TokenIndex from) const {
  TokenIndex i = past_aside(verb, from);
  if (i <= from) return {};
  if (is_word(i - 1) && words_[i - 1].is(kind("who"))) {  // X, who said; people who said
    --i;
    if (i > from && a_.tokens[i - 1].first == ',') --i;
    return i > from ? ending_at(i - 1, from) : NounPhrase{};
  }
  if (a_.tokens[i - 1].first == ',') return behind_comma(i - 1, from);
  if (a_.tokens[i - 1].kind == TokenKind::Mark && i > from + 2 && a_.tokens[i - 2].first == ',')
    return across_commas(i - 1, from);  // The paper, “Title,” concedes
  if (a_.tokens[i - 1].first == ')') {
    while (i > from && a_.tokens[i - 1].first != '(') --i;
    if (i > from) --i;
  }
  if (i <= from) return {};
  const NounPhrase phrase = ending_at(i - 1, from);
  const bool object = phrase.empty() || is_object(phrase) ||
                      (phrase.begin > from && words_[phrase.begin - 1].is(kPrep));
  if (!object) return phrase;
  const NounPhrase owner = before_relative(i, from);
  if (!owner.empty()) return owner;
  return !phrase.empty() && is_object(phrase) ? NounPhrase{} : phrase;
}

// A councillor who spoke to her said; two shipbuilders who lost out say.
NounPhrase Subjects::before_relative(TokenIndex verb, TokenIndex from) const {
  for (TokenIndex i = verb; i > from + 1 && i + kLongRelative > verb; --i) {
    const EnglishWord& w = words_[i - 1];
    if (!is_word(i - 1)) return {};
    if (is_report(i - 1) && !(is_word(i - 2) && words_[i - 2].is(kind("who")))) return {};
    if (w.is(kind("of_source")) && i < verb && is_word(i - 2) && words_[i - 2].has(kPersonNoun)) {
      const NounPhrase source = ending_at(i - 2, from);  // a person with knowledge of the talks
      return source.empty() ? source : NounPhrase{source.begin, verb};
    }
    if (w.is(kind("who"))) {
      const TokenIndex last = a_.tokens[i - 2].first == ',' && i > from + 2 ? i - 3 : i - 2;
      return is_word(last) ? ending_at(last, from) : NounPhrase{};
    }
  }
  return {};
}

// NAME, …, said: past the apposition; ROLE, NAME, said: the name in it.
NounPhrase Subjects::behind_comma(TokenIndex comma, TokenIndex from) const {
  if (comma <= from) return {};
  const NounPhrase name = renamed(comma, from);
  return name.empty() ? across_commas(comma, from) : name;
}

// Her son, Keith, said; the other one, floor leader Lee Mi-ran, said; a rival, Morae, says.
NounPhrase Subjects::renamed(TokenIndex comma, TokenIndex from) const {
  const bool named = person_at(comma - 1) != nullptr || body_at(comma - 1) != nullptr;
  if (!named || words_[comma - 1].possessive) return {};
  const TokenIndex begin = mention_begin(comma - 1);
  TokenIndex first = begin;
  while (first > from && begin - first < 5 && is_noun(first - 1) && !is_report(first - 1)) --first;
  if (first <= from || a_.tokens[first - 1].first != ',') return {};
  return {begin, comma};
}

NounPhrase Subjects::across_commas(TokenIndex comma, TokenIndex from) const {
  NounPhrase fallback;
  const TokenIndex far = comma > from + kFarSubject ? comma - kFarSubject : from;
  for (TokenIndex i = comma; i-- > far;) {
    if (a_.tokens[i].passage != kNone && a_.tokens[i].kind != TokenKind::Mark) continue;
    if (a_.tokens[i].first == ';' || a_.tokens[i].first == ':') break;
    const bool told = words_[i].is(kind("heard")) && i > far && a_.tokens[i - 1].first == ',';
    if (told) continue;  // China's ministry, asked at a briefing, said
    if (words_[i].has(kReport) && !words_[i].is(kind("noun_too")) && !words_[i].capital) break;
    if (a_.tokens[i].first != ',' || i <= far) continue;
    const NounPhrase phrase = ending_at(i - 1, far);
    if (phrase.empty()) continue;
    if (person_at(phrase.end - 1) != nullptr) return phrase;
    const NounPhrase name = name_behind(phrase, comma);
    if (!name.empty()) return name;
    const bool head =
        words_[phrase.end - 1].has(kPersonNoun) || a_.mention_at[phrase.end - 1] != kNone;
    if (head || (fallback.empty() && words_[phrase.begin].is(kDet))) fallback = phrase;
  }
  return fallback;
}

// A third candidate, Rep. NAME of the reform party, …; the prosecutor, Assistant District Attorney
// NAME, …: a title may be longer than those known.
NounPhrase Subjects::name_behind(NounPhrase role, TokenIndex limit) const {
  TokenIndex head = role.begin;
  while (head + 1 < role.end && !words_[head + 1].is(kPrep)) ++head;
  if (!words_[role.begin].is(kDet) || !words_[head].has(kPersonNoun) ||
      a_.mention_at[head] != kNone || role.end + 1 >= limit ||
      a_.tokens[role.end].first != ',')
    return {};
  TokenIndex i = role.end + 1;
  while (i < limit && i < role.end + 4 && is_word(i) && a_.mention_at[i] == kNone &&
         (words_[i].has(kPersonNoun) || words_[i].capital))
    ++i;
  if (i >= limit || person_at(i) == nullptr) return {};
  const TokenIndex end = mention_end(i);
  const bool partner = is_word(end) && words_[end].is(kind("and"));
  return words_[end - 1].possessive || partner ? NounPhrase{} : NounPhrase{i, end};
}

NounPhrase Subjects::ending_at(TokenIndex last, TokenIndex from) const {
  const NounPhrase phrase = nearest(last, from);
  const NounPhrase headed = phrase.empty() ? phrase : with_head(phrase, from);
  return headed.empty() ? phrase : headed;
}

// Sources close to the company; police in the city of Turku; a lawyer representing Kim; analysts at
// brokerage Daeil: the person that the phrase is told of. Empty where it stands by itself.
NounPhrase Subjects::with_head(NounPhrase phrase, TokenIndex from) const {
  NounPhrase out;
  TokenIndex begin = phrase.begin;
  if (person_at(phrase.end - 1) != nullptr) begin = past_kind(begin, from);
  for (TokenIndex steps = 0; steps < kMostHeads; ++steps) {
    const TokenIndex link = link_before(begin, from);
    if (link == begin || link <= from || !is_noun(link - 1) || words_[link - 1].is(kTime)) break;
    TokenIndex first = link - 1;
    while (first > from && link - first < kLongHead && is_noun(first - 1) && !is_report(first - 1) &&
           !words_[first - 1].is(kTime))
      --first;
    while (first > from && is_word(first - 1) && words_[first - 1].is(kDet) &&
           !words_[first - 1].is(kPrep))
      --first;
    const bool counted = !out.empty() && a_.surface(a_.tokens[link]) == "of";
    if (words_[link - 1].has(kPersonNoun) || counted) out = {first, phrase.end};
    begin = first;
  }
  return out;
}

// The preposition before `begin`, with the word it belongs to: close to, briefed on, representing.
TokenIndex Subjects::link_before(TokenIndex begin, TokenIndex from) const {
  TokenIndex i = begin;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kPrep) && !words_[i - 1].capital) --i;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kind("of_source"))) --i;
  const bool doing = i == begin && i > from && is_word(i - 1) && !words_[i - 1].is(kTime) &&
                     a_.surface(a_.tokens[i - 1]).ends_with("ing") && !is_report(i - 1);
  return doing ? i - 1 : i;
}

// operator Shirelink, behind a preposition: what it is, without an article.
TokenIndex Subjects::past_kind(TokenIndex begin, TokenIndex from) const {
  TokenIndex i = begin;
  while (i > from && begin - i < 2 && is_noun(i - 1) && !words_[i - 1].capital &&
         words_[i - 1].has(kPersonNoun))
    --i;
  return i > from && is_word(i - 1) && words_[i - 1].is(kPrep) ? i : begin;
}

// The noun phrase itself, whatever it hangs on.
NounPhrase Subjects::nearest(TokenIndex last, TokenIndex from) const {
  if (a_.tokens[last].first == ')') {  // Gwen Moore (D-Wis.)
    while (last > from && a_.tokens[last].first != '(') --last;
    if (last-- == from) return {};
  }
  if (!is_word(last)) return {};
  const EnglishWord& w = words_[last];
  if (w.is(kPronoun)) return {last, last + 1};
  if (w.is(kind("local")) && last > from) return nearest(last - 1, from);  // the manager there
  if (w.possessive || w.is(kTime)) {
    // The company Monday said: the day belongs to the verb.
    if (w.is(kTime) && last > from && a_.mention_at[last] == kNone)
      return ending_at(last - 1, from);
    return {};
  }
  if (a_.mention_at[last] != kNone) {
    const TokenIndex begin = std::max(from, mention_begin(last));
    const bool partitive = begin > from && is_word(begin - 1) && words_[begin - 1].is(kOf) &&
                           !words_[begin - 1].capital;
    if (!partitive && person_at(last) != nullptr) return {with_partners(begin, from), last + 1};
  }
  return common_noun(last, from);
}

// A and B: both names, or a role and a name.
TokenIndex Subjects::with_partners(TokenIndex begin, TokenIndex from) const {
  if (begin < from + 2 || !words_[begin - 1].is(kind("and"))) return begin;
  const TokenIndex before = begin - 2;
  if (person_at(before) == nullptr || words_[before].possessive) return begin;
  return std::max(from, mention_begin(before));
}

// of in spokesman for the campaign; and in the mayor and residents.
bool Subjects::joins_nouns(TokenIndex i, TokenIndex from) const {
  if (i <= from || !is_noun(i - 1)) return false;
  return words_[i].is(kPrep) ? words_[i].is(kOf) && words_[i - 1].has(kPersonNoun)
                             : words_[i].is(kind("and"));
}

// the head of the company: a second article behind “of”.
bool Subjects::determined_again(TokenIndex begin, TokenIndex from) const {
  return begin >= from + 2 && words_[begin - 1].is(kOf) && is_noun(begin - 2) &&
         (words_[begin - 2].has(kPersonNoun) ||
          (begin >= from + 3 && words_[begin - 3].has(kPersonNoun))) &&
         !words_[begin - 2].is(kind("medium"));
}

// the minister; a spokesman for the campaign; people familiar with the matter; police.
NounPhrase Subjects::common_noun(TokenIndex last, TokenIndex from) const {
  const bool named = a_.mention_at[last] != kNone;
  if (!named && !is_noun(last) && !words_[last].is(kDet)) return {};
  bool good = named || words_[last].has(kPersonNoun) || words_[last].capital;
  TokenIndex begin = named ? std::max(from, mention_begin(last)) : last;
  for (TokenIndex steps = 0; begin > from && steps < kLongNoun; ++steps) {
    const TokenIndex i = begin - 1;
    const EnglishWord& w = words_[i];
    if ((is_plural_mark(i) || is_letter_stop(i)) && i > from) {
      begin = i;
      continue;
    }
    if (!is_word(i) || w.is(kBreak | kTime) || (w.is(kPronoun) && !w.is(kDet)) || is_report(i))
      break;
    if (w.is(kDet)) {
      if (i > from && words_[i - 1].is(kOf) &&
          person_at(i - 1 - (i > from + 1 ? 1 : 0)) != nullptr && !words_[i - 2].possessive)
        return {std::max(from, mention_begin(i - 2)), i - 1};
      good = true;
      begin = i;
      if (!determined_again(begin, from)) break;
      begin -= 2;
      continue;
    }
    if (w.is(kOf) && i > from && person_at(i - 1) != nullptr && !words_[i - 1].possessive)
      return {std::max(from, mention_begin(i - 1)), i};  // Mr. Morgan of the club
    if (w.is(kPrep | kind("and")) && !joins_nouns(i, from)) break;
    const bool ordinal = i > from && words_[i - 1].is(kDet) && words_[begin].has(kPersonNoun);
    if (w.is(kind("adverb") | kind("aux")) && !w.is(kPrep | kind("and")) && !ordinal) break;
    good |= w.has(kPersonNoun);
    begin = i;
  }
  good = good || is_bare_plural(begin, last, from);
  if (!good || words_[begin].is(kPrep | kind("and"))) return {};
  return named_before(begin, from, {begin, last + 1});
}

// after geologists warned: a plural that opens its clause.
bool Subjects::is_bare_plural(TokenIndex begin, TokenIndex last, TokenIndex from) const {
  const std::string_view noun = a_.surface(a_.tokens[last]);
  const bool people = noun.ends_with("ists") || noun.ends_with("ers") || noun.ends_with("ors") ||
                      noun.ends_with("ians") || noun.ends_with("men");
  const bool opens = begin == from || !is_word(begin - 1) || words_[begin - 1].is(kind("stop"));
  return people && opens && last - begin < 3;
}

// Lesley Sung, the manager of the council asked: the comma behind the apposition is lost.
NounPhrase Subjects::named_before(TokenIndex begin, TokenIndex from, NounPhrase phrase) const {
  const bool apposed = begin >= from + 2 && words_[begin].is(kind("det")) &&
                       a_.tokens[begin - 1].first == ',' && person_at(begin - 2) != nullptr &&
                       !words_[begin - 2].possessive;
  if (!apposed) return phrase;
  const TokenIndex name = mention_begin(begin - 2);
  return name == from || !is_word(name - 1) ? NounPhrase{name, begin - 1} : phrase;
}

NounPhrase Subjects::of_clause(TokenIndex from, TokenIndex verb) const {
  for (TokenIndex i = verb; i > from + 1 && i + kFarSubject > verb; --i) {
    if (!is_word(i - 1) || !at_level(i - 1, verb) || !words_[i - 1].is(kind("stop")))
      continue;
    const NounPhrase subject = after(i, verb);
    const bool finite = !subject.empty() && subject.end < verb && is_word(subject.end) &&
                        !words_[subject.end].is(kPrep | kind("and"));
    return finite ? subject : NounPhrase{};
  }
  return {};
}

NounPhrase Subjects::after(TokenIndex first, TokenIndex limit) const {
  if (first >= limit || !is_word(first) || words_[first].is(kind("object"))) return {};
  const EnglishWord& w = words_[first];
  if (w.is(kPronoun) && !w.is(kDet)) return {first, first + 1};
  bool good = w.is(kDet);
  TokenIndex end = grow_after(first, first, limit, good);
  while (end > first && (words_[end - 1].is(kPrep | kind("and")) || !is_word(end - 1))) --end;
  if (end > first && end < limit && words_[end - 1].has(kPersonNoun)) end = source_end(end, limit);
  return good && end > first ? NounPhrase{first, end} : NounPhrase{};
}

// people familiar with the matter; sources with access to the report: to the end of the phrase.
TokenIndex Subjects::source_end(TokenIndex end, TokenIndex limit) const {
  if (!is_word(end) || !words_[end].is(kind("of_source"))) return end;
  TokenIndex i = end;
  while (i < limit && i < end + kLongNoun && is_word(i) && !words_[i].has(kReport) &&
         !words_[i].is(kBreak))
    ++i;
  return i;
}

TokenIndex Subjects::grow_after(TokenIndex end, TokenIndex first, TokenIndex limit,
                                bool& good) const {
  while (end < limit && end < first + kLongNoun && (is_word(end) || is_plural_mark(end))) {
    if (is_plural_mark(end)) {
      ++end;
      continue;
    }
    const EnglishWord& here = words_[end];
    if (here.is(kBreak | kTime) && a_.mention_at[end] == kNone) break;
    if (a_.mention_at[end] != kNone) {
      good = true;
      const bool person = person_at(end) != nullptr;
      end = mention_end(end);
      const bool partner =
          end < limit && words_[end].is(kind("and")) && person_at(end + 1) != nullptr;
      if (person && !words_[end - 1].possessive && !partner) break;
      continue;
    }
    if (here.is(kind("of_source")) && end > first && words_[end - 1].has(kPersonNoun))
      return source_end(end, limit);
    const bool of = here.is(kOf) && end > first &&
                    (words_[end - 1].has(kPersonNoun) || a_.surface(a_.tokens[end]) == "of");
    if (here.is(kPrep) && !of) break;
    if (here.is(kind("and")) &&
        !(end + 1 < limit && (words_[end + 1].has(kPersonNoun) || person_at(end + 1) != nullptr)))
      break;
    if (here.is(kind("adverb") | kind("heard") | kind("local")) || (is_report(end) && !is_paper(end, first))) break;
    good |= here.capital || here.has(kPersonNoun);
    ++end;
  }
  return end;
}

// the report, a statement: a noun behind its article.
bool Subjects::is_paper(TokenIndex i, TokenIndex first) const {
  const EnglishWord& w = words_[i];
  return i > first && w.is(kind("noun_too")) &&
         (w.has(kPersonNoun) || words_[i - 1].is(kDet) || words_[i - 1].possessive);
}

NounPhrase Subjects::topic(TokenIndex from, TokenIndex to) const {
  for (TokenIndex i = from; i < to && i < from + 25; ++i) {
    if (a_.tokens[i].kind == TokenKind::Mark || !is_word(i)) continue;
    if (words_[i].is(kind("he") | kind("she"))) return {i, i + 1};
    if (person_at(i) == nullptr) {
      if (words_[i].is(kind("modal")) || words_[i].has(kReport)) return {};
      continue;
    }
    const TokenIndex end = mention_end(i);
    const bool inside = i > from && words_[i - 1].is(kPrep);
    if (!words_[end - 1].possessive && !inside) return {i, end};
    i = end - 1;
  }
  return {};
}

}  // namespace onrecord::extract::english
