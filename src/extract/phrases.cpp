#include "extract/phrases.h"

#include <algorithm>

#include "extract/clause_endings.h"
#include "extract/name_letters.h"
#include "extract/names.h"
#include "lang/hangul.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;

const lang::ClassMask kTime = class_mask("time");
const lang::ClassMask kStop = class_mask("connective") | class_mask("topic_change") |
                              class_mask("adverb") | kTime | class_mask("so_called") |
                              class_mask("pronoun");
const lang::ClassMask kPronoun = class_mask("pronoun");
const lang::ClassMask kAbstract = class_mask("abstract") | class_mask("abstract_person") |
                                  class_mask("report_noun") | class_mask("report_noun_weak") |
                                  class_mask("event") | class_mask("connective") |
                                  class_mask("topic_change") | class_mask("adverb") | kTime;
const lang::ClassMask kRole =
    class_mask("person_noun") | class_mask("title") | class_mask("org_role");
const lang::ClassMask kUnit = class_mask("date_unit");

// The last token of the noun itself: past a particle parted from it by a bracket or a mark.
struct Head {
  TokenIndex token;
  std::uint32_t end;  // byte behind the noun
};

std::int32_t bracket_open(const Analysis& a, TokenIndex close) {
  const TokenIndex limit = close > 16 ? close - 16 : 0;
  for (TokenIndex i = close; i > limit; --i) {
    const char32_t open = a.tokens[close].first == ']' ? '[' : '(';
    if (a.tokens[i].first == open && !a.tokens[i].is_word()) return static_cast<std::int32_t>(i);
  }
  return kNone;
}

// A bracket, or a note as in 은평구[2]는.
bool is_bracket_close(const Token& t) {
  return !t.is_word() && (t.first == ')' || t.first == ']');
}

Head noun_of(const Analysis& a, TokenIndex head, TokenIndex not_before) {
  const Token& token = a.tokens[head];
  if (token.reading.stem_bytes > 0 || head == not_before) return {head, token.stem().end};
  TokenIndex i = head - 1;
  std::uint32_t end = a.tokens[i].span.end;
  if (is_bracket_close(a.tokens[i])) {
    const std::int32_t open = bracket_open(a, i);
    if (open != kNone && static_cast<TokenIndex>(open) > not_before)
      i = static_cast<TokenIndex>(open) - 1;
  } else if (a.tokens[i].kind == TokenKind::Mark) {
    const std::int32_t p = a.closing[i];
    if (p != kNone && a.passages[p].open >= not_before) i = a.passages[p].open;
  }
  return {i, end};
}

TokenIndex mention_begin(const Analysis& a, TokenIndex i) {
  const std::int32_t m = a.mention_at[i];
  if (m == kNone) return i;
  while (i > 0 && a.mention_at[i - 1] == m) --i;
  return i;
}

bool counts_something(const Analysis& a, const Token& token) {
  if (!text::is_digit(token.first)) return false;
  const std::string_view s = a.surface(token);
  std::size_t at = 0;
  while (at < s.size() && (static_cast<unsigned char>(s[at]) < 0x80)) ++at;
  if (at == s.size()) return true;
  const lang::Word* unit = lang::find_word(s.substr(at, 3));
  return unit != nullptr && unit->has(kUnit);
}

// 로테르담에서 온 대학생, 책을 쓴 교수: one syllable behind a place or an object is a verb.
bool is_short_verb(const Analysis& a, TokenIndex i) {
  static const lang::ClassMask kDeterminer = class_mask("determiner");
  constexpr int kNieun = 4;
  const Token& t = a.tokens[i];
  if (i == 0 || t.span.size() != 3 || a.mention_at[i] != kNone || t.reading.has(kDeterminer) ||
      !text::is_hangul_syllable(t.first) || lang::take_apart(t.first).tail != kNieun)
    return false;
  const Token& before = a.tokens[i - 1];
  return before.is_word() && before.sentence == t.sentence &&
         (before.is(Josa::Loc) || before.is(Josa::Obj) || before.is(Josa::From));
}

bool joins_phrase(const Analysis& a, TokenIndex i) {
  const Token& t = a.tokens[i];
  if (a.mention_at[i] != kNone) {
    return t.is(Josa::None) || t.is(Josa::Gen) || t.is(Josa::Com) ||
           t.reading.stem_bytes == t.span.size() ||
           a.mentions[a.mention_at[i]].span.end == t.span.end;
  }
  if (t.reading.verb_like || t.reading.has(kStop) || counts_something(a, t) ||
      is_sequel(a.surface(t)) || t.reading.quotative != lang::Quotative::None)
    return false;
  if (is_short_verb(a, i)) return false;
  // 가까운 의원: a verb before the noun is no part of its name.
  const std::string_view word = a.surface(t);
  if (t.is(Josa::None) && t.reading.classes == 0 &&
      (modifies(a, t) || ends_contrast(word) || (word.size() >= 9 && ends_like_when(word))))
    return false;
  return t.is(Josa::None) || t.is(Josa::Gen) || t.is(Josa::Com);
}

// One step left of `begin`, or kNone where the phrase ends.
std::int32_t step_left(const Analysis& a, TokenIndex begin, TokenIndex not_before) {
  if (begin <= not_before) return kNone;
  TokenIndex i = begin - 1;
  const Token& t = a.tokens[i];
  if (t.passage != a.tokens[begin].passage && t.kind != TokenKind::Mark) return kNone;
  if (is_bracket_close(t)) {
    const std::int32_t open = bracket_open(a, i);
    if (open == kNone || static_cast<TokenIndex>(open) <= not_before) return kNone;
    i = static_cast<TokenIndex>(open) - 1;
    if (!a.tokens[i].is_word() || a.tokens[i].is(Josa::Topic)) return kNone;
    return joins_phrase(a, i) ? static_cast<std::int32_t>(mention_begin(a, i)) : kNone;
  }
  if (t.kind == TokenKind::Mark) {
    const std::int32_t p = a.closing[i];
    if (p == kNone || a.passages[p].family == MarkFamily::Double || a.passages[p].open < not_before)
      return kNone;
    if (a.passages[p].inner.size() > 60) return kNone;
    return static_cast<std::int32_t>(a.passages[p].open);
  }
  if (!t.is_word()) {
    const bool middle_dot =
        t.first == 0xB7 || t.first == 0x318D || t.first == 0x30FB || t.first == '/';
    return middle_dot && t.glued && i > not_before
               ? static_cast<std::int32_t>(mention_begin(a, i - 1))
               : kNone;
  }
  return joins_phrase(a, i) ? static_cast<std::int32_t>(mention_begin(a, i)) : kNone;
}

void collect_chains(const Analysis& a, Phrase& p) {
  std::int32_t last = kNone;
  for (TokenIndex i = p.begin; i < p.end; ++i) {
    const std::int32_t m = a.mention_at[i];
    if (m == kNone || m == last) continue;
    last = m;
    p.chains.push_back(static_cast<std::int32_t>(a.mentions[m].chain));
  }
}

}  // namespace

bool is_time(const Analysis& a, TokenIndex i) {
  const Token& t = a.tokens[i];
  return t.is_word() && (t.reading.has(kTime) || counts_something(a, t));
}

TokenIndex head_token(const Analysis& a, const Phrase& p) {
  return noun_of(a, p.end - 1, p.begin).token;
}

Phrase phrase_at(const Analysis& a, TokenIndex head, TokenIndex not_before) {
  Phrase p;
  const Head noun = noun_of(a, head, not_before);
  p.end = head + 1;
  p.josa = a.tokens[head].reading.josa;
  p.begin = std::max(mention_begin(a, noun.token), not_before);
  for (int steps = 0; steps < 9; ++steps) {
    const std::int32_t next = step_left(a, p.begin, not_before);
    if (next == kNone || static_cast<TokenIndex>(next) < not_before) break;
    p.begin = static_cast<TokenIndex>(next);
  }
  p.span = {a.tokens[p.begin].span.start, noun.end};
  collect_chains(a, p);
  return p;
}

namespace {

std::string_view without_plural(std::string_view noun) {
  return noun.size() > 3 && noun.ends_with("들") ? noun.substr(0, noun.size() - 3) : noun;
}

bool ends_in_role(std::string_view noun) {
  for (std::size_t at = noun.size(); at > 0;) {
    text::decode_backwards(noun, at);
    if (noun.size() - at > 18) break;
    if (noun.size() - at >= 6 && (lang::classes_of(noun.substr(at)) & kRole) != 0) return true;
  }
  return false;
}

PhraseKind kind_of_mention(const Mention& m) {
  switch (m.kind) {
    case EntityKind::Person:
      return PhraseKind::Person;
    case EntityKind::Organization:
      return PhraseKind::Body;
    case EntityKind::Place:
      return PhraseKind::Place;
    default:
      return PhraseKind::Nobody;
  }
}

// 일간지 ‘신보’는: a body where the word before the marks says so.
PhraseKind kind_of_marked(const Analysis& a, const Phrase& p, TokenIndex mark) {
  if (mark > p.begin &&
      a.tokens[mark - 1].reading.has(class_mask("body_kind") | class_mask("body_noun")))
    return PhraseKind::Body;
  return PhraseKind::Unknown;
}

// A와 B가 where A is a person or a body.
bool joins_people(const Analysis& a, const Phrase& p) {
  for (TokenIndex i = p.begin; i + 1 < p.end; ++i) {
    if (!a.tokens[i].is(Josa::Com) || a.mention_at[i] == kNone) continue;
    if (a.mentions[a.mention_at[i]].kind != EntityKind::Place) return true;
  }
  return false;
}

}  // namespace

namespace {

const lang::ClassMask kNoun = class_mask("noun");
const lang::ClassMask kBodyNoun = class_mask("body_noun");
const lang::ClassMask kDocument = class_mask("document");
const lang::ClassMask kThing = kNoun | class_mask("not_name");

// 건설사, 위원회; not 역사교과서, which ends like a police station.
bool ends_in_body(std::string_view noun) {
  static const lang::ClassMask kSuffix = class_mask("org_suffix");
  for (std::size_t at = noun.size(); at > 0;) {
    text::decode_backwards(noun, at);
    const std::string_view end = noun.substr(at);
    if ((lang::classes_of(end) & kSuffix) != 0 && lang::find_word(end)->value(kSuffix) == "strong")
      return true;  // or 국무부 itself
  }
  return false;
}

// By the classes of the head noun alone.
PhraseKind kind_of_noun(const Token& t, std::string_view noun, lang::ClassMask classes) {
  if (classes & (kRole | kBodyNoun)) return PhraseKind::Role;
  if (classes & kDocument) return PhraseKind::Document;
  if (classes & kAbstract) return PhraseKind::Nobody;
  if (t.reading.verb_like) return PhraseKind::Nobody;
  if (noun.size() >= 9 && ends_in_body(noun) && !(classes & kNoun)) return PhraseKind::Role;
  if (ends_in_role(noun)) return PhraseKind::Role;
  if (!(classes & kNoun) && names::sure_korean(noun)) return PhraseKind::Unknown;
  return classes & kThing ? PhraseKind::Thing : PhraseKind::Unknown;
}

}  // namespace

TokenIndex counted_noun(const Analysis& a, const Phrase& p) {
  static const lang::ClassMask kAbstractNoun = class_mask("abstract");
  const TokenIndex head = head_token(a, p);
  if (head <= p.begin || a.mention_at[head] != kNone || !a.tokens[head - 1].is_word()) return head;
  const Token& noun = a.tokens[head];
  const bool some = (a.classes_of_stem(noun) & kAbstractNoun) != 0 &&
                    lang::find_word(a.stem(noun))->value(kAbstractNoun) == "some";
  const bool people =
      text::is_digit(a.tokens[head].first) && a.stem(a.tokens[head]).ends_with("명");
  return (some || people) && a.tokens[head - 1].is(Josa::None) ? head - 1 : head;
}

int people_counted(const Analysis& a, const Phrase& p) {
  static const lang::ClassMask kPeople = class_mask("abstract_person");
  static const lang::ClassMask kNumber = class_mask("date_word");
  constexpr std::string_view kPrefix = "number ";
  const TokenIndex head = p.end - 1;
  if (head == p.begin || a.mention_at[head] != kNone) return 0;
  if ((a.classes_of_stem(a.tokens[head]) & kPeople) == 0) return 0;
  const lang::Word* count = lang::find_word(a.surface(a.tokens[head - 1]));
  if (count == nullptr) return 0;
  const std::string_view number = count->value(kNumber);
  if (!number.starts_with(kPrefix) || number.size() != kPrefix.size() + 1) return 0;
  return number.back() - '0';
}

PhraseKind kind_of(const Analysis& a, const Phrase& p) {
  if (people_counted(a, p) > 1) return PhraseKind::Pronoun;
  const TokenIndex head = counted_noun(a, p);
  if (a.mention_at[head] != kNone) return kind_of_mention(a.mentions[a.mention_at[head]]);
  const Token& t = a.tokens[head];
  if (t.kind == TokenKind::Mark) return kind_of_marked(a, p, head);
  if (t.kind == TokenKind::Punct) return PhraseKind::Nobody;  // 36%
  if (joins_people(a, p)) return PhraseKind::Role;
  if ((a.classes_of_stem(t) & kRole) != 0) return PhraseKind::Role;
  const std::string_view noun = without_plural(a.stem(t));
  const lang::ClassMask listed =
      noun.size() == a.stem(t).size() ? a.classes_of_stem(t) : lang::classes_of(noun);
  const lang::ClassMask classes = t.reading.classes | listed;
  if (classes & kPronoun) return PhraseKind::Pronoun;
  if (is_time(a, head)) return PhraseKind::Nobody;
  // 위원장의 주장은: what he claims, not the captain
  static const lang::ClassMask kSpeech = class_mask("report_noun");
  if (head > p.begin && a.tokens[head - 1].is(Josa::Gen) && (classes & kSpeech))
    return PhraseKind::Nobody;
  // 검찰 측, 회사 쪽; 검찰측
  static const lang::ClassMask kOther = class_mask("other_person");
  if (noun.ends_with("측") ||
      ((listed & kOther) != 0 && lang::find_word(noun)->value(kOther) == "side"))
    return PhraseKind::Role;
  const PhraseKind kind = kind_of_noun(t, noun, classes);
  const bool unlisted =
      kind == PhraseKind::Unknown || (kind == PhraseKind::Thing && !(classes & kNoun));
  if (unlisted && noun.size() < a.stem(t).size()) return PhraseKind::Role;  // 한국인들
  return kind == PhraseKind::Unknown && !apposed_name(a, p).empty() ? PhraseKind::Person : kind;
}

bool is_somebody(PhraseKind kind) {
  return kind >= PhraseKind::Role;
}

namespace {

// A word that no list has among the nouns: it could be a part of a name.
bool may_be_name(const Analysis& a, TokenIndex i) {
  const Token& t = a.tokens[i];
  if (!t.is_word() || !t.reading.hangul || t.reading.verb_like || a.mention_at[i] != kNone ||
      t.reading.has(kThing | kAbstract | kRole) || text::is_digit(t.first))
    return false;
  const std::size_t syllables = text::count_codepoints(a.stem(t));
  return syllables >= 1 && syllables <= 6;
}

bool calls_a_person(const Analysis& a, TokenIndex i) {
  static const lang::ClassMask kCalling = class_mask("person_noun") | class_mask("title");
  const Token& t = a.tokens[i];
  return t.is_word() && (a.classes_of_stem(t) & kCalling) != 0 &&
         (t.is(Josa::None) || t.is(Josa::Copula));
}

}  // namespace

namespace {

// 네덜란드의 마르티너 더용: a country, and foreign words that no list has.
bool is_from_country(const Analysis& a, TokenIndex i) {
  static const lang::ClassMask kPlace = class_mask("place");
  const Token& t = a.tokens[i];
  const lang::Word* word = t.is_word() && t.is(Josa::Gen) ? lang::find_word(a.stem(t)) : nullptr;
  return word != nullptr && word->value(kPlace) == "country";
}

bool sounds_foreign(const Analysis& a, TokenIndex first, TokenIndex last) {
  constexpr double kForeign = 2.0;  // log-odds of the syllables of all words
  double sum = 0;
  for (TokenIndex i = first; i <= last; ++i) sum += names::foreign_letters(a.stem(a.tokens[i]));
  return sum >= kForeign;
}

}  // namespace

ByteSpan apposed_name(const Analysis& a, const Phrase& p) {
  const TokenIndex head = head_token(a, p);
  if (!may_be_name(a, head) || text::count_codepoints(a.stem(a.tokens[head])) < 2) return {};
  for (TokenIndex i = head; i > p.begin && head - i < 3; --i) {
    const bool from = i < head && is_from_country(a, i - 1) && sounds_foreign(a, i, head);
    if (from || calls_a_person(a, i - 1))
      return {a.tokens[i].span.start, a.tokens[head].stem().end};
    if (!may_be_name(a, i - 1) || !a.tokens[i - 1].is(Josa::None)) return {};
  }
  return {};
}

}  // namespace onrecord::extract
