#include "extract/english_speakers.h"

#include <algorithm>

#include "text/utf8.h"

namespace onrecord::extract::english {
namespace {

using lang::class_mask;

const lang::ClassMask kPersonNoun = class_mask("person_noun_en") | class_mask("title_en");
const lang::ClassMask kReport = class_mask("report_en");

const Kinds kMale = kind("he"), kFemale = kind("she"), kPlural = kind("they"), kThing = kind("it");
const Kinds kPronoun = kMale | kFemale | kPlural | kThing | kind("i");
const Kinds kDet = kind("det") | kind("poss");
const Kinds kPrep = kind("prep");
const Kinds kOf = kind("of");
const Kinds kAside = kind("adverb") | kind("aux");
const Kinds kBreak = kind("stop") | kind("modal") | kind("that") | kind("which") | kind("who");
const Kinds kTime = kind("time");
constexpr TokenIndex kFarSubject =
    40;  // tokens between a subject and its verb, an apposition included
constexpr TokenIndex kLongNoun = 12;

}  // namespace

Speakers::Speakers(const Analysis& a, const std::vector<EnglishWord>& words)
    : a_(a), words_(words) {
  first_of_sentence_.assign(a.sentences.size(), kNone);
  for (std::uint32_t s = 0; s < a.sentences.size(); ++s) {
    for (TokenIndex i = a.sentences[s].begin; i < a.sentences[s].end; ++i) {
      const Mention* m = person_at(i);
      if (m == nullptr || a.tokens[i].passage != kNone || words[mention_end(i) - 1].possessive)
        continue;
      first_of_sentence_[s] = static_cast<std::int32_t>(m->chain);
      break;
    }
  }
}

const Mention* Speakers::person_at(TokenIndex i) const {
  if (i >= a_.tokens.size() || a_.mention_at[i] == kNone) return nullptr;
  const Mention& m = a_.mentions[a_.mention_at[i]];
  return m.kind == EntityKind::Person ? &m : nullptr;
}

TokenIndex Speakers::mention_begin(TokenIndex i) const {
  const std::int32_t m = a_.mention_at[i];
  while (m != kNone && i > 0 && a_.mention_at[i - 1] == m) --i;
  return i;
}

TokenIndex Speakers::mention_end(TokenIndex i) const {
  const std::int32_t m = a_.mention_at[i];
  ++i;
  while (m != kNone && i < a_.tokens.size() && a_.mention_at[i] == m) ++i;
  return i;
}

bool Speakers::is_noun(TokenIndex i) const {
  const EnglishWord& w = words_[i];
  return is_word(i) &&
         !w.is(kPrep | kBreak | kind("and") | kPronoun | kind("adverb") | kind("aux") | kDet) &&
         !w.possessive;
}

// --- where the subject stands
// -----------------------------------------------------------------------

NounPhrase Speakers::before(TokenIndex verb, TokenIndex from) const {
  TokenIndex i = verb;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kAside) && a_.mention_at[i - 1] == kNone)
    --i;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kind("modal")) &&
         !words_[i - 1].is(kPronoun))
    --i;
  while (i > from && is_word(i - 1) && words_[i - 1].is(kind("adverb"))) --i;
  if (i <= from) return {};
  if (is_word(i - 1) && words_[i - 1].is(kind("who"))) {  // X, who said; people who said
    --i;
    if (i > from && a_.tokens[i - 1].first == ',') --i;
    return i > from ? ending_at(i - 1, from) : NounPhrase{};
  }
  if (a_.tokens[i - 1].first == ',') return behind_comma(i - 1, from);
  if (a_.tokens[i - 1].first == ')') {
    while (i > from && a_.tokens[i - 1].first != '(') --i;
    if (i > from) --i;
  }
  const NounPhrase phrase = i > from ? ending_at(i - 1, from) : NounPhrase{};
  return phrase.empty() ? before_relative(i, from) : phrase;
}

// Two shipbuilders who lost out say.
NounPhrase Speakers::before_relative(TokenIndex verb, TokenIndex from) const {
  for (TokenIndex i = verb; i > from + 1 && i + 14 > verb; --i) {
    const EnglishWord& w = words_[i - 1];
    if (!is_word(i - 1) || w.has(kReport)) return {};
    if (w.is(kind("who"))) return ending_at(i - 2, from);
  }
  return {};
}

// NAME, …, said: past the apposition; ROLE, NAME, said: the name in it.
NounPhrase Speakers::behind_comma(TokenIndex comma, TokenIndex from) const {
  if (comma <= from) return {};
  if (person_at(comma - 1) != nullptr && !words_[comma - 1].possessive) {
    const TokenIndex begin = mention_begin(comma - 1);
    if (begin > from && a_.tokens[begin - 1].first == ',') return {begin, comma};
  }
  NounPhrase fallback;
  const TokenIndex far = comma > from + kFarSubject ? comma - kFarSubject : from;
  for (TokenIndex i = comma; i-- > far;) {
    if (!at_level(i, comma) && a_.tokens[i].kind != TokenKind::Mark) continue;
    if (a_.tokens[i].first == ';' || a_.tokens[i].first == ':') break;
    if (words_[i].has(kReport) && !words_[i].is(kind("noun_too")) && !words_[i].capital) break;
    if (a_.tokens[i].first != ',' || i <= far) continue;
    const NounPhrase phrase = ending_at(i - 1, far);  // brackets: see ending_at
    if (phrase.empty()) continue;
    if (person_at(phrase.end - 1) != nullptr) return phrase;
    const bool head =
        words_[phrase.end - 1].has(kPersonNoun) || a_.mention_at[phrase.end - 1] != kNone;
    if (head || (fallback.empty() && words_[phrase.begin].is(kDet))) fallback = phrase;
  }
  return fallback;
}

NounPhrase Speakers::ending_at(TokenIndex last, TokenIndex from) const {
  if (a_.tokens[last].first == ')') {  // Gwen Moore (D-Wis.)
    while (last > from && a_.tokens[last].first != '(') --last;
    if (last-- == from) return {};
  }
  if (!is_word(last)) return {};
  const EnglishWord& w = words_[last];
  if (w.is(kPronoun)) return {last, last + 1};
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
TokenIndex Speakers::with_partners(TokenIndex begin, TokenIndex from) const {
  if (begin < from + 2 || !words_[begin - 1].is(kind("and"))) return begin;
  const TokenIndex before = begin - 2;
  if (person_at(before) == nullptr || words_[before].possessive) return begin;
  return std::max(from, mention_begin(before));
}

// the minister; a spokesman for the campaign; people familiar with the matter; police.
NounPhrase Speakers::common_noun(TokenIndex last, TokenIndex from) const {
  TokenIndex begin = last;
  if (a_.mention_at[last] == kNone && !is_noun(last) && !words_[last].is(kDet)) return {};
  bool good = a_.mention_at[last] != kNone || words_[last].has(kPersonNoun) || words_[last].capital;
  begin = a_.mention_at[last] != kNone ? std::max(from, mention_begin(last)) : last;
  for (TokenIndex steps = 0; begin > from && steps < kLongNoun; ++steps) {
    const TokenIndex i = begin - 1;
    const EnglishWord& w = words_[i];
    if (!is_word(i) || w.is(kBreak | kTime) || (w.is(kPronoun) && !w.is(kDet)) || w.has(kReport))
      break;
    if (w.is(kDet)) {
      good = true;
      begin = i;
      const bool goes_on = begin >= from + 2 && words_[begin - 1].is(kOf) && is_noun(begin - 2) &&
                           (words_[begin - 2].has(kPersonNoun) ||
                            (begin >= from + 3 && words_[begin - 3].has(kPersonNoun))) &&
                           !words_[begin - 2].is(kind("medium"));
      if (!goes_on) break;
      begin -= 2;
      continue;
    }
    if (w.is(kPrep)) {
      if (!w.is(kOf) || i <= from || !is_noun(i - 1) || !words_[i - 1].has(kPersonNoun)) break;
      begin = i;
      continue;
    }
    if (w.is(kind("and"))) {
      if (i <= from || !is_noun(i - 1)) break;
      begin = i;
      continue;
    }
    if (w.is(kind("adverb") | kind("aux"))) break;
    good |= w.has(kPersonNoun);
    begin = i;
  }
  return good && !words_[begin].is(kPrep | kind("and")) ? NounPhrase{begin, last + 1}
                                                        : NounPhrase{};
}

NounPhrase Speakers::after(TokenIndex first, TokenIndex limit) const {
  if (first >= limit || !is_word(first) || words_[first].is(kind("object"))) return {};
  const EnglishWord& w = words_[first];
  if (w.is(kPronoun) && !w.is(kDet)) return {first, first + 1};
  TokenIndex end = first;
  bool good = w.is(kDet);
  while (end < limit && end < first + kLongNoun && is_word(end)) {
    const EnglishWord& here = words_[end];
    if (here.is(kBreak | kTime) && a_.mention_at[end] == kNone) break;
    if (a_.mention_at[end] != kNone) {
      good = true;
      const bool person = person_at(end) != nullptr;
      end = mention_end(end);
      if (person && !words_[end - 1].possessive &&
          !(end < limit && words_[end].is(kind("and")) && person_at(end + 1) != nullptr))
        break;
      continue;
    }
    if (here.is(kPrep) && !(here.is(kOf) && end > first && words_[end - 1].has(kPersonNoun) &&
                            !words_[end].is(kind("medium"))))
      break;
    if (here.is(kind("and")) &&
        !(end + 1 < limit && (words_[end + 1].has(kPersonNoun) || person_at(end + 1) != nullptr)))
      break;
    if (here.is(kind("adverb")) || here.has(kReport)) break;
    good |= here.capital || here.has(kPersonNoun);
    ++end;
  }
  while (end > first && (words_[end - 1].is(kPrep | kind("and")) || !is_word(end - 1))) --end;
  return good && end > first ? NounPhrase{first, end} : NounPhrase{};
}

NounPhrase Speakers::topic(TokenIndex from, TokenIndex to) const {
  for (TokenIndex i = from; i < to && i < from + 25; ++i) {
    if (a_.tokens[i].kind == TokenKind::Mark || !is_word(i)) continue;
    if (words_[i].is(kMale | kFemale)) return {i, i + 1};
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

// --- whom it names
// ------------------------------------------------------------------------------------

ByteSpan Speakers::span(NounPhrase p) const {
  return {a_.tokens[p.begin].span.start, words_[p.end - 1].name_end};
}

Speaker Speakers::speaker(NounPhrase phrase, std::int32_t chain) const {
  Speaker s;
  s.span = span(phrase);
  s.surface = std::string(slice(a_.text, s.span));
  s.chain = chain;
  s.name = chain == kNone ? s.surface : a_.chains[chain].name;
  return s;
}

Voice Speakers::resolve(NounPhrase phrase) const {
  if (phrase.empty()) return {};
  if (phrase.end - phrase.begin == 1 && words_[phrase.begin].is(kPronoun) &&
      a_.mention_at[phrase.begin] == kNone)
    return pronoun(phrase);
  if (a_.mention_at[phrase.end - 1] != kNone) return named(phrase);
  return described(phrase);
}

Voice Speakers::named(NounPhrase phrase) const {
  Voice v{{}, "en_speaker.name", 0.95};
  const TokenIndex head = mention_begin(phrase.end - 1);
  bool within = false;  // a spokesman for the campaign
  for (TokenIndex i = phrase.begin; i < head; ++i) within |= is_word(i) && words_[i].is(kPrep);
  if (within && person_at(phrase.end - 1) == nullptr) return described(phrase);
  if (person_at(head) != nullptr && phrase.begin < head) {
    for (TokenIndex i = phrase.begin; i < head; i = mention_end(i)) {
      if (person_at(i) != nullptr && !words_[mention_end(i) - 1].possessive) {
        v.speakers.push_back(
            speaker({i, mention_end(i)}, static_cast<std::int32_t>(person_at(i)->chain)));
      }
    }
  }
  const NounPhrase own = v.speakers.empty() ? phrase : NounPhrase{head, phrase.end};
  v.speakers.push_back(
      speaker(own, static_cast<std::int32_t>(a_.mentions[a_.mention_at[phrase.end - 1]].chain)));
  return v;
}

bool Speakers::fits(std::int32_t chain, Gender gender) const {
  if (chain == kNone || a_.chains[chain].kind != EntityKind::Person) return false;
  const Gender g = gender_of(a_.chains[chain]);
  return gender == Gender::Unknown || g == Gender::Unknown || g == gender;
}

// Who spoke last; else whom the sentence before is about; else the person named last.
std::int32_t Speakers::antecedent(TokenIndex at, Gender gender) const {
  const std::uint32_t sentence = a_.tokens[at].sentence;
  const bool trails = at + 2 < a_.tokens.size() && !a_.tokens[at + 2].is_word();  // …, he said.
  for (TokenIndex i = a_.sentences[sentence].begin; i < at && !trails;
       ++i) {  // earlier in this sentence
    const Mention* m = person_at(i);
    if (m != nullptr && a_.tokens[i].passage == kNone &&
        fits(static_cast<std::int32_t>(m->chain), gender))
      return static_cast<std::int32_t>(m->chain);
  }
  const bool recent = last_.size() == 1 && sentence - a_.tokens[last_at_].sentence <= 1;
  if (recent && fits(last_[0].chain, gender)) return last_[0].chain;
  for (std::uint32_t s = sentence; s-- > 0 && s + 4 > sentence;) {
    if (last_.size() == 1 && a_.tokens[last_at_].sentence == s && fits(last_[0].chain, gender))
      return last_[0].chain;
    if (fits(first_of_sentence_[s], gender)) return first_of_sentence_[s];
  }
  if (last_.size() == 1 && fits(last_[0].chain, gender)) return last_[0].chain;
  for (TokenIndex i = at; i-- > 0;) {
    const Mention* m = person_at(i);
    if (m != nullptr && fits(static_cast<std::int32_t>(m->chain), gender))
      return static_cast<std::int32_t>(m->chain);
  }
  return kNone;
}

Voice Speakers::pronoun(NounPhrase phrase) const {
  const EnglishWord& w = words_[phrase.begin];
  Voice v{{}, "en_speaker.pronoun", 0.75};
  const bool person = w.is(kMale | kFemale);
  std::int32_t chain = kNone;
  if (person) {
    const bool role = last_.size() == 1 && last_[0].chain == kNone &&
                      a_.tokens[phrase.begin].sentence - a_.tokens[last_at_].sentence <= 1;
    chain = role ? kNone : antecedent(phrase.begin, w.is(kMale) ? Gender::Male : Gender::Female);
    Speaker s = speaker(phrase, chain);
    if (role) s.name = last_[0].name;
    v.speakers.push_back(std::move(s));
    return v;
  }
  const bool group = last_.size() > 1 ||
                     (last_.size() == 1 && (last_[0].chain == kNone ||
                                            a_.chains[last_[0].chain].kind != EntityKind::Person));
  if (w.is(kPlural | kThing) && group &&
      a_.tokens[phrase.begin].sentence - a_.tokens[last_at_].sentence <= 2) {
    v.speakers = last_;
    for (Speaker& s : v.speakers)
      s.span = span(phrase), s.surface = std::string(slice(a_.text, s.span));
    return v;
  }
  v.speakers.push_back(speaker(phrase, kNone));
  v.confidence = 0.5;
  return v;
}

// the minister: the one person of that title; otherwise as it stands.
Voice Speakers::described(NounPhrase phrase) const {
  Voice v{{}, "en_speaker.role", 0.85};
  std::int32_t chain = kNone;
  const bool definite = lower(a_.surface(a_.tokens[phrase.begin])) == "the";
  if (definite && phrase.end - phrase.begin <= 4 && a_.mention_at[phrase.end - 1] == kNone) {
    const std::string noun = lower(a_.surface(a_.tokens[phrase.end - 1]));
    int count = 0;
    for (std::size_t c = 0; c < a_.chains.size(); ++c) {
      if (a_.chains[c].kind != EntityKind::Person) continue;
      const auto& titles = a_.chains[c].titles;
      const bool has = std::any_of(titles.begin(), titles.end(), [&](const std::string& t) {
        const std::string low = lower(t);
        return low == noun || (low.size() > noun.size() && low.ends_with(noun) &&
                               low[low.size() - noun.size() - 1] == ' ');
      });
      if (has) ++count, chain = static_cast<std::int32_t>(c);
    }
    if (count != 1) chain = kNone;
    if (chain != kNone) v.rule = "en_speaker.description";
  }
  v.speakers.push_back(speaker(phrase, chain));
  return v;
}

void Speakers::heard(const Voice& voice, TokenIndex at) {
  if (voice.speakers.empty()) return;
  last_ = voice.speakers;
  last_at_ = at;
}

}  // namespace onrecord::extract::english
