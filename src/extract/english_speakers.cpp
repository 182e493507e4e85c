#include "extract/english_speakers.h"

#include "text/utf8.h"

namespace onrecord::extract::english {
namespace {

using lang::class_mask;

const lang::ClassMask kPersonNoun = class_mask("person_noun_en") | class_mask("title_en");
const Kinds kMale = kind("he"), kFemale = kind("she"), kPlural = kind("they"), kThing = kind("it");
const Kinds kPronoun = kMale | kFemale | kPlural | kThing | kind("i");
const Kinds kPrep = kind("prep");
const Kinds kDet = kind("det") | kind("poss");
constexpr TokenIndex kLongDescription = 6;

}  // namespace

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
  const bool one = phrase.end - phrase.begin == 1 && a_.mention_at[phrase.begin] == kNone;
  if (one && words_[phrase.begin].is(kPronoun)) return pronoun(phrase);
  if (a_.mention_at[phrase.end - 1] != kNone) return named(phrase);
  return described(phrase);
}

Voice Speakers::named(NounPhrase phrase) const {
  Voice v{{}, "en_speaker.name", 0.95, phrase};
  const TokenIndex head = subjects_.mention_begin(phrase.end - 1);
  bool within = false;  // a spokesman for the campaign
  for (TokenIndex i = phrase.begin; i < head; ++i)
    within |= a_.tokens[i].is_word() && words_[i].is(kPrep);
  if (within) return described(phrase);
  if (subjects_.person_at(head) != nullptr) {
    for (TokenIndex i = phrase.begin; i < head; i = subjects_.mention_end(i)) {
      const Mention* m = subjects_.person_at(i);
      if (m == nullptr || words_[subjects_.mention_end(i) - 1].possessive) continue;
      v.speakers.push_back(
          speaker({i, subjects_.mention_end(i)}, static_cast<std::int32_t>(m->chain)));
    }
  }
  const NounPhrase own = v.speakers.empty() ? phrase : NounPhrase{head, phrase.end};
  v.speakers.push_back(
      speaker(own, static_cast<std::int32_t>(a_.mentions[a_.mention_at[phrase.end - 1]].chain)));
  return v;
}

Voice Speakers::stands_for(NounPhrase phrase, const Referent& r, const char* rule,
                           double confidence) const {
  Voice v{{}, rule, confidence, r.phrase};
  Speaker s = speaker(phrase, r.chain);
  if (r.chain == kNone) s.name = std::string(slice(a_.text, span(r.phrase)));
  v.speakers.push_back(std::move(s));
  return v;
}

Voice Speakers::pronoun(NounPhrase phrase) const {
  const EnglishWord& w = words_[phrase.begin];
  if (w.is(kPlural | kThing)) return plural_pronoun(phrase);
  if (!w.is(kMale | kFemale)) return {};
  const auto found =
      referents_.person(phrase.begin, w.is(kMale) ? Gender::Male : Gender::Female, last_one_);
  return found ? stands_for(phrase, *found, "en_speaker.pronoun", 0.75) : Voice{};
}

// they: several who spoke just now, or a body; it: a body.
Voice Speakers::plural_pronoun(NounPhrase phrase) const {
  const bool plural = words_[phrase.begin].is(kPlural);
  const bool recent =
      !last_.empty() && a_.tokens[phrase.begin].sentence - a_.tokens[last_one_.at].sentence <= 2;
  if (plural && recent && last_.size() > 1) {
    Voice v{last_, "en_speaker.pronoun", 0.7, phrase};
    for (Speaker& s : v.speakers)
      s.span = span(phrase), s.surface = std::string(slice(a_.text, s.span));
    return v;
  }
  const auto found = plural ? referents_.several(phrase.begin, last_one_)
                            : referents_.body(phrase.begin, last_one_);
  return found ? stands_for(phrase, *found, "en_speaker.pronoun", 0.65) : Voice{};
}

bool Speakers::may_be_described(NounPhrase phrase) const {
  return phrase.end - phrase.begin <= kLongDescription && words_[phrase.begin].is(kDet) &&
         a_.mention_at[phrase.end - 1] == kNone && words_[phrase.end - 1].has(kPersonNoun);
}

// the minister, his lawyer, the bank: who is called so; otherwise as it stands.
Voice Speakers::described(NounPhrase phrase) const {
  const std::string det = lower(a_.surface(a_.tokens[phrase.begin]));
  const bool definite = det == "the" || words_[phrase.begin].is(kind("poss"));
  if (definite && may_be_described(phrase)) {
    if (const auto found = referents_.described(phrase, last_one_)) {
      const char* rule = found->chain == kNone ? "en_speaker.role" : "en_speaker.description";
      return stands_for(phrase, *found, rule, found->chain == kNone ? 0.8 : 0.85);
    }
  }
  if (det == "the") {
    if (const auto found = referents_.renamed(phrase, last_one_))
      return stands_for(phrase, *found, "en_speaker.description", 0.65);
  }
  Voice v{{}, "en_speaker.role", 0.85, phrase};
  v.speakers.push_back(speaker(phrase, kNone));
  return v;
}

// his, her: whose it is.
Voice Speakers::owner(NounPhrase phrase) const {
  const bool male = lower(a_.surface(a_.tokens[phrase.begin])) == "his";
  const auto found =
      referents_.person(phrase.begin, male ? Gender::Male : Gender::Female, last_one_);
  return found ? stands_for(phrase, *found, "en_speaker.pronoun", 0.6) : Voice{};
}

Voice Speakers::about(TokenIndex from, TokenIndex to) const {
  const NounPhrase subject = referents_.subject(from, to, true);
  Voice v = resolve(subject);
  if (!subject.empty() && subject.end - subject.begin == 1 &&
      words_[subject.begin].is(kind("poss")))
    v = owner(subject);
  const bool somebody = v.speakers.size() == 1 && v.speakers[0].chain != kNone;
  return somebody ? v : Voice{};
}

void Speakers::follow(TokenIndex from, TokenIndex to) {
  const NounPhrase subject = referents_.subject(from, to);
  if (subject.end != subject.begin + 1 || !words_[subject.begin].is(kMale | kFemale)) return;
  const Voice v = resolve(subject);
  if (v.speakers.size() == 1 && v.speakers[0].chain != kNone)
    referents_.note(v.speakers[0].chain, subject.begin);
}

void Speakers::heard(const Voice& voice, TokenIndex at) {
  if (voice.speakers.empty()) return;
  last_ = voice.speakers;
  last_one_ = {};
  last_one_.at = at;
  if (last_.size() != 1) return;
  last_one_.known = true;
  last_one_.chain = last_[0].chain;
  last_one_.phrase = voice.phrase;
}

}  // namespace onrecord::extract::english
