#include "extract/english_referents.h"

#include <algorithm>

#include "text/utf8.h"

namespace onrecord::extract::english {
namespace {

using lang::class_mask;

const lang::ClassMask kTitle = class_mask("title_en");
const lang::ClassMask kPersonNoun = class_mask("person_noun_en") | kTitle;
const lang::ClassMask kReport = class_mask("report_en");
constexpr std::string_view kMayBe = "may_be ";

const Kinds kDet = kind("det") | kind("poss");
const Kinds kPrep = kind("prep");
const Kinds kBreak = kind("stop") | kind("modal") | kind("that") | kind("which") | kind("who");
const Kinds kBody = kind("body");
const Kinds kMan = kind("man"), kWoman = kind("woman");
const Kinds kPronoun = kind("he") | kind("she") | kind("they") | kind("it") | kind("i");

constexpr std::uint32_t kFarSentences = 4;    // how far a pronoun looks back
constexpr std::uint32_t kMostReferents = 60;  // and over how many referents
constexpr TokenIndex kLongApposition = 25;
constexpr std::ptrdiff_t kMostCalled = 64;  // descriptions looked at
constexpr TokenIndex kLongDescription = 6;

// Weights of the parts in a choice.
constexpr double kNear = 10, kPerSentence = 3.5, kAsSubject = 3, kAsOwner = -1, kAsSpeaker = 3,
                 kKnownGender = 1, kSameBlock = 0.5, kUnnamed = -2, kAsAsked = 4,
                 kMargin = 0.4;

bool says(const lang::Word& word, std::string_view kind_name) {
  return std::any_of(word.facts.begin(), word.facts.end(),
                     [&](const lang::Fact& f) { return f.value == kind_name; });
}

}  // namespace

Referents::Referents(const Analysis& a, const std::vector<EnglishWord>& words,
                     const Subjects& subjects)
    : a_(a), words_(words), subjects_(subjects) {
  seen_.resize(a.chains.size());
  votes_.assign(a.chains.size(), 0);
  for (const Chain& c : a.chains) genders_.push_back(gender_of(c));
  sure_person_.assign(a.chains.size(), 0);
  for (const Mention& m : a.mentions) {  // her son, NAME: a first name alone
    if (m.rule == "en_person.apposition" && m.kind == EntityKind::Person)
      genders_[m.chain] = gender_of_first_name(a.chains[m.chain].name);
    sure_person_[m.chain] |= m.rule != "en_person.speaks" && m.rule != "en_person.recurs" &&
                             m.rule != "en_person.surname";
  }
  for (std::size_t c = 0; c < a.chains.size(); ++c) call_by_name(static_cast<std::int32_t>(c));
  for (std::uint32_t s = 0; s < a.sentences.size(); ++s) read_sentence(s);
  first_.push_back(static_cast<std::uint32_t>(referents_.size()));
  for (std::uint32_t s = 0; s < a.sentences.size(); ++s) learn_gender(s);
  settle_genders();
  list_people();
  settle_unnamed();
}

std::string Referents::form(TokenIndex i) const {
  return lower(slice(a_.text, {a_.tokens[i].span.start, words_[i].name_end}));
}

// --- reading the sentences
// --------------------------------------------------------------------------

void Referents::read_sentence(std::uint32_t s) {
  first_.push_back(static_cast<std::uint32_t>(referents_.size()));
  const Sentence& sentence = a_.sentences[s];
  if (a_.document.blocks[sentence.block].kind == BlockKind::Byline) return;
  for (TokenIndex i = sentence.begin; i < sentence.end;) {
    if (a_.tokens[i].passage != kNone || !is_word(i)) {
      ++i;
    } else if (a_.mention_at[i] != kNone) {
      add_mention(i);
      describe(i);
      i = subjects_.mention_end(i);
    } else {
      i = add_unnamed(i);
    }
  }
}

void Referents::add_mention(TokenIndex i) {
  const Mention& m = a_.mentions[a_.mention_at[i]];
  if (m.kind != EntityKind::Person && m.kind != EntityKind::Organization) return;
  Referent r;
  r.chain = static_cast<std::int32_t>(m.chain);
  r.phrase = {i, subjects_.mention_end(i)};
  r.body = m.kind == EntityKind::Organization;
  r.part = part_of(r.phrase.begin, r.phrase.end);
  seen_[m.chain].push_back(i);
  referents_.push_back(r);
}

// One past the nouns of the phrase at `i`, an owner included: an officer's report.
TokenIndex Referents::unnamed_end(TokenIndex i) const {
  TokenIndex end = words_[i].is(kDet) ? i + 1 : i;
  while (end < i + kLongDescription) {
    if (end > i && subjects_.is_plural_mark(end)) {
      ++end;
      continue;
    }
    if (!is_word(end) || a_.mention_at[end] != kNone || a_.tokens[end].passage != kNone ||
        words_[end].is(kPrep | kBreak | kPronoun | kind("and") | kind("time") | kind("aux") |
                       kind("local")) ||
        (words_[end].is(kind("adverb")) && end > i + 1))
      break;
    const bool paper = end > i && words_[end - 1].possessive && words_[end].has(kPersonNoun);
    if (!paper && (words_[end].has(kReport) || is_verb(end))) break;
    ++end;
  }
  return end;
}

// a student, the owner of the bakery, residents; returns the token to go on with.
TokenIndex Referents::add_unnamed(TokenIndex i) {
  const EnglishWord& w = words_[i];
  const bool starts = i == a_.sentences[a_.tokens[i].sentence].begin;
  if (!w.is(kDet) && !(starts && w.has(kPersonNoun))) return i + 1;
  TokenIndex end = unnamed_end(i);
  if (end > i && words_[end - 1].possessive) return end;
  if (end <= i || !words_[end - 1].has(kPersonNoun) || is_verb(end - 1)) return i + 1;
  if (end < a_.tokens.size() && a_.mention_at[end] != kNone) return end;  // a title before a name
  Referent r;
  r.phrase = with_complement({i, end});
  const EnglishWord& head = words_[end - 1];
  r.body = head.is(kBody);
  r.plural = !r.body && is_plural(end - 1);
  r.gender = head.is(kMan) ? Gender::Male : head.is(kWoman) ? Gender::Female : Gender::Unknown;
  r.part = is(end, ',') && is_word(end + 1) && a_.mention_at[end + 1] != kNone
               ? Part::Other  // Her editor, NAME, …
               : part_of(i, r.phrase.end);
  const std::string det = form(i);
  if (!r.body && (det == "a" || det == "an" || det == "one" || det == "another"))
    intros_[form(end - 1)].push_back({i, r.phrase});
  if (r.part == Part::Subject) referents_.push_back(r);
  return end;
}

// a student from Rotterdam: one “of”, “from”, “for”, “at” with its noun.
NounPhrase Referents::with_complement(NounPhrase phrase) const {
  TokenIndex i = phrase.end;
  if (!is_word(i) || !words_[i].is(kind("of"))) return phrase;
  const TokenIndex first = ++i;
  while (i < first + kLongDescription && is_word(i) && a_.tokens[i].passage == kNone &&
         !words_[i].is(kPrep | kBreak | kPronoun | kind("and") | kind("adverb") | kind("aux")) &&
         !words_[i].has(kReport) && !(i > first && is_verb(i)))
    ++i;
  return i > first ? NounPhrase{phrase.begin, i} : phrase;
}

bool Referents::is_plural(TokenIndex i) const {
  const std::string word = form(i);
  return (word.ends_with("s") && !word.ends_with("ss")) || word.ends_with("men") ||
         words_[i].is(kind("plural"));
}

bool Referents::is_verb(TokenIndex i) const {
  if (!is_word(i) || words_[i].capital || a_.mention_at[i] != kNone) return false;
  if (words_[i].is(kind("modal"))) return true;
  if (words_[i].is(kPrep | kDet | kind("and") | kind("adverb")) || words_[i].has(kPersonNoun))
    return false;
  return words_[i].has(kReport) || a_.surface(a_.tokens[i]).ends_with("ed");
}

// A lower-case word that can only be a verb where a subject has just ended.
bool Referents::is_singular_verb(TokenIndex i) const {
  return is_word(i) && !words_[i].capital && a_.mention_at[i] == kNone &&
         !words_[i].is(kPrep | kind("and") | kind("or") | kind("who") | kind("which") |
                       kind("that") | kind("stop") | kind("time"));
}

TokenIndex Referents::past_apposition(TokenIndex end) const {
  if (!is(end, ',')) return end;
  const std::uint32_t sentence = a_.tokens[end].sentence;
  for (TokenIndex i = end + 1; i < end + kLongApposition && i < a_.tokens.size(); ++i) {
    if (a_.tokens[i].sentence != sentence) break;
    if (!is(i, ',')) continue;
    return i + 1 < a_.tokens.size() && a_.tokens[i + 1].kind == TokenKind::Mark ? i + 2 : i + 1;
  }
  return end + 1;  // the comma that ends an apposition of its own
}

Part Referents::part_of(TokenIndex begin, TokenIndex end) const {
  if (words_[end - 1].possessive) return Part::Owner;
  const std::uint32_t sentence = a_.tokens[begin].sentence;
  const bool opens = begin == a_.sentences[sentence].begin;
  const bool inside = !opens && is_word(begin - 1) && words_[begin - 1].is(kPrep);
  if (inside) return Part::Other;
  if (!opens && is_word(begin - 1) && words_[begin - 1].has(kReport) && begin >= 2 &&
      !a_.tokens[begin - 2].is_word())
    return Part::Subject;  // “…,” said X
  const bool led = !opens && is_word(begin - 1) && words_[begin - 1].is(kind("stop"));
  const TokenIndex verb = led ? end : past_apposition(end);  // as a child, …
  const bool follows = is_singular_verb(verb) && a_.tokens[verb].sentence == sentence;
  TokenIndex first = begin;  // floor leader NAME
  const TokenIndex open = a_.sentences[sentence].begin;
  while (first > open && begin - first < 3 && words_[first - 1].has(kPersonNoun) &&
         !words_[first - 1].capital)
    --first;
  while (first > open && first < begin && begin - first < 4 && is_word(first - 1) &&
         !words_[first - 1].is(kPrep | kBreak | kind("and")))
    --first;
  const bool clause = first == open || !is_word(first - 1) ||
                      words_[first - 1].is(kind("stop") | kind("and") | kind("that"));
  return follows && (clause || verb == end) ? Part::Subject : Part::Other;
}

// --- sex, from pronouns that can mean one person only
// -----------------------------------------------

void Referents::learn_gender(std::uint32_t s) {
  Gender first = Gender::Unknown;  // of two people in one sentence the first tells
  for (TokenIndex i = a_.sentences[s].begin; i < a_.sentences[s].end; ++i) {
    if (!is_word(i) || a_.tokens[i].passage != kNone || a_.mention_at[i] != kNone) continue;
    const std::string w = form(i);
    const bool male = words_[i].is(kind("he")) || w == "his";
    const bool female = words_[i].is(kind("she")) || w == "her";
    if (!male && !female) continue;
    const Gender gender = male ? Gender::Male : Gender::Female;
    if (first == Gender::Unknown) first = gender;
    if (gender == first) vote(i, gender);
  }
}

// One person of unknown sex in this sentence before the pronoun, or else in the one before.
void Referents::vote(TokenIndex pronoun, Gender gender) {
  const std::uint32_t sentence = a_.tokens[pronoun].sentence;
  for (std::uint32_t s = sentence;; --s) {
    std::int32_t only = kNone;
    bool several = false;
    for (std::uint32_t r = first_[s]; r < first_[s + 1] && r < first_[s] + kMostReferents; ++r) {
      const Referent& one = referents_[r];
      if (one.body || one.plural || one.phrase.begin > pronoun || one.part != Part::Subject)
        continue;
      const Gender known = one.chain == kNone ? one.gender : genders_[one.chain];
      if (known != Gender::Unknown && known != gender) continue;
      several |= only != kNone && only != one.chain;
      several |= one.chain == kNone;
      only = one.chain;
    }
    if (several) return;
    if (only != kNone) {
      const int weight = s == sentence ? 2 : 1;  // her own sentence says more
      votes_[only] += gender == Gender::Female ? weight : -weight;
      return;
    }
    if (s == 0 || s + 1 < sentence) return;
  }
}

void Referents::settle_genders() {
  for (std::size_t c = 0; c < genders_.size(); ++c) {
    if (genders_[c] == Gender::Unknown && votes_[c] != 0)
      genders_[c] = votes_[c] > 0 ? Gender::Female : Gender::Male;
  }
}

// The people by their first appearance, and those who can be he or she.
void Referents::list_people() {
  for (std::size_t c = 0; c < genders_.size(); ++c) {
    if (a_.chains[c].kind != EntityKind::Person || seen_[c].empty()) continue;
    const auto chain = static_cast<std::int32_t>(c);
    anybody_.push_back(chain);
    if (genders_[c] != Gender::Female) perhaps_male_.push_back(chain);
    if (genders_[c] != Gender::Male) perhaps_female_.push_back(chain);
  }
  for (auto* people : {&anybody_, &perhaps_male_, &perhaps_female_}) {
    std::sort(people->begin(), people->end(),
              [&](std::int32_t x, std::int32_t y) { return seen_[x].front() < seen_[y].front(); });
  }
}

// “the minister” is a referent where somebody is called so, and none of its own.
void Referents::settle_unnamed() {
  for (Referent& r : referents_) {
    if (r.chain != kNone || r.phrase.empty()) continue;
    const EnglishWord& det = words_[r.phrase.begin];
    if (form(r.phrase.begin) != "the" && !det.is(kind("poss"))) continue;
    if (const auto found = described(r.phrase, {}); found && found->chain != kNone) {
      r.chain = found->chain;
      r.body = a_.chains[r.chain].kind != EntityKind::Person;
    } else if (!r.body && !r.plural && !det.is(kind("poss")) && may_rename(r.phrase)) {
      r.phrase.end = r.phrase.begin;  // nobody
    }
  }
}

bool Referents::may_rename(NounPhrase phrase) const {
  TokenIndex head = phrase.begin;
  while (head + 1 < phrase.end && !words_[head + 1].is(kPrep)) ++head;
  return words_[head].is(kind("renames"));
}

// --- what they are called
// ---------------------------------------------------------------------------

std::vector<std::string> Referents::noun_words(TokenIndex from, TokenIndex to) const {
  std::vector<std::string> out;
  for (TokenIndex i = from; i < to; ++i) {
    if (!is_word(i)) continue;
    if (words_[i].is(kind("neutral"))) continue;
    if (words_[i].possessive || words_[i].is(kDet)) {
      out.clear();
    } else {
      out.push_back(form(i));
    }
  }
  return out;
}

void Referents::call(std::int32_t chain, TokenIndex at, std::vector<std::string> words) {
  if (words.empty()) return;
  const std::string head = words.back();
  const lang::Word* known = lang::find_word(head);
  called_[head].push_back({chain, at, words});
  if (known == nullptr) return;
  for (const lang::Fact& fact : known->facts) {
    if (fact.value.starts_with(kMayBe))
      called_[std::string(fact.value.substr(kMayBe.size()))].push_back({chain, at, words});
  }
}

// The words of a body's own name: the bank is the Bank of Korea.
void Referents::call_by_name(std::int32_t chain) {
  const Chain& c = a_.chains[chain];
  if (c.kind != EntityKind::Organization) return;
  if (is_company(chain)) companies_.push_back(chain);
  const std::string name = lower(c.name);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string word = name.substr(at, end - at);
    const lang::Word* known = lang::find_word(word);
    if (known != nullptr && (known->has(kPersonNoun) || says(*known, "org_head")))
      called_[word].push_back({chain, 0, {word}});
    at = end + 1;
  }
}

bool Referents::is_company(std::int32_t chain) const {
  const Chain& c = a_.chains[chain];
  if (c.kind != EntityKind::Organization) return false;
  const std::string name = lower(c.name);
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const lang::Word* known = lang::find_word(name.substr(at, end - at));
    if (known != nullptr && says(*known, "public_body")) return false;
    at = end + 1;
  }
  return true;
}

void Referents::describe(TokenIndex i) {
  const Mention& m = a_.mentions[a_.mention_at[i]];
  if (m.kind != EntityKind::Person && m.kind != EntityKind::Organization) return;
  const std::int32_t chain = static_cast<std::int32_t>(m.chain);
  const TokenIndex end = subjects_.mention_end(i);
  if (m.kind == EntityKind::Person) describe_before(i, chain);
  if (words_[end - 1].possessive) return;
  describe_renamed(i, end, chain);
  describe_behind(end, chain);
}

// opposition floor leader NAME: the title in the mention with the nouns before it.
void Referents::describe_before(TokenIndex begin, std::int32_t chain) {
  TokenIndex end = begin;
  const Mention& m = a_.mentions[a_.mention_at[begin]];
  const std::uint32_t title_end = m.span.start + static_cast<std::uint32_t>(m.title.size());
  while (is_word(end) && !m.title.empty() && a_.tokens[end].span.end <= title_end) ++end;
  TokenIndex first = begin;
  while (
      first > 0 && begin - first < 3 && is_word(first - 1) && a_.mention_at[first - 1] == kNone &&
      !words_[first - 1].is(kPrep | kBreak | kDet | kPronoun | kind("and") | kind("adverb")) &&
      a_.tokens[first - 1].sentence == a_.tokens[begin].sentence && !words_[first - 1].has(kReport))
    --first;
  if (end == begin && (first == begin || !words_[begin - 1].has(kPersonNoun))) return;
  call(chain, begin, noun_words(first, std::max(begin, end)));
}

// Her editor, NAME, …; a rival, NAME, says.
void Referents::describe_renamed(TokenIndex begin, TokenIndex end, std::int32_t chain) {
  if (begin < 3 || !is(begin - 1, ',') || !(is(end, ',') || is_verb(end))) return;
  const TokenIndex from = a_.sentences[a_.tokens[begin].sentence].begin;
  if (begin - 1 <= from || !is_word(begin - 2)) return;
  const NounPhrase np = subjects_.ending_at(begin - 2, from);
  if (np.empty() || !words_[np.begin].is(kDet) || a_.mention_at[np.end - 1] != kNone) return;
  if (np.begin > from && is_word(np.begin - 1) && words_[np.begin - 1].is(kPrep)) return;
  TokenIndex head = np.begin + 1;
  while (head < np.end && !words_[head].is(kPrep)) ++head;
  call(chain, begin, noun_words(np.begin, head));
}

// NAME, the transport minister, …; NAME, 45, a teacher at …; NAME is the mayor of ….
void Referents::describe_behind(TokenIndex end, std::int32_t chain) {
  TokenIndex i = end;
  if (is(i, ',')) {
    ++i;
    if (i + 1 < a_.tokens.size() && text::is_digit(a_.tokens[i].first) && is(i + 1, ',')) i += 2;
  } else if (is_word(i) && (form(i) == "is" || form(i) == "was")) {
    ++i;
    if (!is_word(i) || !words_[i].is(kDet)) return;
  } else {
    return;
  }
  const std::uint32_t sentence = a_.tokens[end].sentence;
  const TokenIndex first = i;
  while (i < first + kLongDescription + 2 && is_word(i) && a_.tokens[i].sentence == sentence &&
         !words_[i].is(kPrep | kBreak | kPronoun | kind("and") | kind("modal")) &&
         !words_[i].has(kReport) && (a_.mention_at[i] == kNone || words_[i].possessive))
    ++i;
  if (i == first) return;
  const bool noun = words_[i - 1].has(kPersonNoun);
  if (!noun && !words_[first].is(kDet) && !words_[first].possessive) return;
  call(chain, end, noun_words(first, i));
}

// --- choosing
// ---------------------------------------------------------------------------------------

bool Referents::fits(const Referent& r, Wanted wanted, Gender gender) const {
  if (r.chain == kNone && r.phrase.empty()) return false;
  const bool body = r.body || (r.chain != kNone && !sure_person_[r.chain] &&
                               genders_[r.chain] == Gender::Unknown);
  if (wanted == Wanted::Body) return body;
  if (wanted == Wanted::Several) return r.plural || body;
  if (r.body || r.plural) return false;
  const Gender known = r.chain == kNone ? r.gender : genders_[r.chain];
  return gender == Gender::Unknown || known == Gender::Unknown || known == gender;
}

bool Referents::is_last(const Referent& r, const LastSpeaker& last) const {
  if (!last.known) return false;
  return r.chain != kNone ? r.chain == last.chain
                          : last.chain == kNone && r.phrase.begin == last.phrase.begin;
}

// NAME was asked if …: who is asked answers in the next sentence.
bool Referents::was_asked(const Referent& r) const {
  TokenIndex i = past_apposition(r.phrase.end);
  for (TokenIndex far = i + 4; i < far && is_word(i); ++i) {
    if (words_[i].is(kind("heard"))) return is_word(i - 1) && words_[i - 1].is(kind("modal"));
    if (!words_[i].is(kind("modal") | kind("adverb") | kind("aux"))) return false;
  }
  return false;
}

double Referents::score(const Referent& r, TokenIndex at, const LastSpeaker& last) const {
  const std::uint32_t here = a_.tokens[at].sentence, there = a_.tokens[r.phrase.begin].sentence;
  double out = kNear - kPerSentence * (here - there);
  if (r.part == Part::Subject && here == there + 1 && was_asked(r)) out += kAsAsked;
  out += r.part == Part::Subject ? kAsSubject : r.part == Part::Owner ? kAsOwner : 0;
  if (is_last(r, last) && here - a_.tokens[last.at].sentence <= 2) out += kAsSpeaker;
  const Gender known = r.chain == kNone ? r.gender : genders_[r.chain];
  if (known != Gender::Unknown) out += kKnownGender;
  if (r.chain == kNone) out += kUnnamed;
  if (a_.tokens[at].block == a_.tokens[r.phrase.begin].block) out += kSameBlock;
  return out;
}

std::optional<Referent> Referents::best(TokenIndex at, Wanted wanted, Gender gender,
                                        const LastSpeaker& last) const {
  const std::uint32_t here = a_.tokens[at].sentence;
  const bool trails = at + 2 < a_.tokens.size() && !is_word(at + 2);  // …, he said.
  Choice choice;
  const bool near = last.known && here - a_.tokens[last.at].sentence < kFarSentences;
  if (near && (last.chain != kNone || !last.phrase.empty())) {
    const Referent one = speaker(last);
    if (fits(one, wanted, gender)) choice.offer(one, score(one, at, last));
  }
  std::uint32_t count = 0;
  for (std::uint32_t s = here + 1; s-- > 0 && s + kFarSentences > here;) {
    for (std::uint32_t r = first_[s + 1]; r-- > first_[s] && count < kMostReferents;) {
      const Referent& one = referents_[r];
      if (one.phrase.begin >= at || (trails && s == here) || !fits(one, wanted, gender)) continue;
      ++count;
      choice.offer(one, score(one, at, last));
    }
  }
  for (std::size_t n = noted_.size(); n-- > 0;) {
    const Referent& one = noted_[n];
    if (a_.tokens[one.phrase.begin].sentence + kFarSentences <= here) break;
    if (one.phrase.begin < at && !(trails && a_.tokens[one.phrase.begin].sentence == here) &&
        fits(one, wanted, gender))
      choice.offer(one, score(one, at, last));
  }
  if (choice.first && choice.first_score - choice.second_score < kMargin) return std::nullopt;
  return choice.first;
}

void Referents::Choice::offer(const Referent& one, double value) {
  if (first && one.same_as(*first)) {
    first_score = std::max(first_score, value);
  } else if (!first || value > first_score) {
    if (first) second_score = first_score;
    first = one;
    first_score = value;
  } else {
    second_score = std::max(second_score, value);
  }
}

// The last speaker as a referent, whether a pronoun stood for it or not.
Referent Referents::speaker(const LastSpeaker& last) const {
  Referent r;
  r.chain = last.chain;
  r.phrase = last.chain == kNone ? last.phrase : NounPhrase{last.at, last.at + 1};
  r.part = Part::Subject;
  if (r.chain != kNone) {
    r.body = a_.chains[r.chain].kind != EntityKind::Person;
    return r;
  }
  TokenIndex head = r.phrase.begin;
  while (head + 1 < r.phrase.end && !words_[head + 1].is(kPrep)) ++head;
  const EnglishWord& w = words_[head];
  r.body = w.is(kBody);
  r.plural = !r.body && is_plural(head);
  r.gender = w.is(kMan) ? Gender::Male : w.is(kWoman) ? Gender::Female : Gender::Unknown;
  return r;
}

std::optional<Referent> Referents::person(TokenIndex at, Gender gender,
                                          const LastSpeaker& last) const {
  if (auto found = best(at, Wanted::Person, gender, last)) return found;
  if (auto found = speaker_before(at, gender, last)) return found;
  return only_person(at, gender);
}

// Whoever spoke last, a little further back.
std::optional<Referent> Referents::speaker_before(TokenIndex at, Gender gender,
                                                  const LastSpeaker& last) const {
  if (!last.known || last.chain == kNone) return std::nullopt;
  const std::uint32_t back = a_.tokens[at].sentence - a_.tokens[last.at].sentence;
  Referent r;
  r.chain = last.chain;
  r.body = a_.chains[last.chain].kind != EntityKind::Person;
  if (back < kFarSentences || back > 2 * kFarSentences) return std::nullopt;
  return fits(r, Wanted::Person, gender) ? std::optional(r) : std::nullopt;
}

std::optional<Referent> Referents::renamed(NounPhrase phrase, const LastSpeaker& last) const {
  const TokenIndex head = phrase.end - 1;
  const bool age = a_.surface(a_.tokens[head]).ends_with("-year-old");
  if (!age && !words_[head].is(kind("renames"))) return std::nullopt;
  const Gender gender = words_[head].is(kMan)     ? Gender::Male
                        : words_[head].is(kWoman) ? Gender::Female
                                                  : Gender::Unknown;
  auto found = best(phrase.begin, Wanted::Person, gender, last);
  const bool near = found && found->chain != kNone &&
                    a_.tokens[phrase.begin].sentence - a_.tokens[found->phrase.begin].sentence <= 2;
  return near ? found : std::nullopt;
}

// In a note headed “…,” he wrote: past what opens the sentence up to its comma.
TokenIndex Referents::past_opening(TokenIndex from, TokenIndex to) const {
  if (from >= to || !is_word(from) || a_.mention_at[from] != kNone) return from;
  const bool adjunct = words_[from].is(kPrep | kind("heard")) || form(from).ends_with("ing");
  for (TokenIndex i = from; adjunct && i + 1 < to && i < from + kLongApposition; ++i) {
    if (!is(i, ',')) continue;
    return a_.tokens[i + 1].kind == TokenKind::Mark && a_.tokens[i].passage != kNone ? i + 2 : i + 1;
  }
  return from;
}

NounPhrase Referents::subject(TokenIndex from, TokenIndex to, bool owners) const {
  from = past_opening(from, to);
  for (TokenIndex i = from; i < to && i < from + kLongApposition; ++i) {
    if (!is_word(i) || a_.tokens[i].passage != kNone) continue;
    const bool inside = i > from && is_word(i - 1) && words_[i - 1].is(kPrep);
    if (a_.mention_at[i] != kNone) {
      const TokenIndex end = subjects_.mention_end(i);
      const bool named = subjects_.person_at(i) != nullptr || subjects_.body_at(i) != nullptr;
      if (named && !inside && !words_[end - 1].possessive) return {i, std::min(end, to)};
      i = end - 1;
      continue;
    }
    if (words_[i].is(kind("he") | kind("she")) && !words_[i].is(kind("object"))) return {i, i + 1};
    if (is_verb(i) && i > from) return {};
    if (!words_[i].is(kDet) || inside) continue;
    const NounPhrase np = subjects_.after(i, to);
    TokenIndex head = np.begin;
    while (head + 1 < np.end && !words_[head + 1].is(kPrep)) ++head;
    const bool person =
        !np.empty() && (words_[np.end - 1].has(kPersonNoun) || words_[head].has(kPersonNoun));
    if (!np.empty() && is(np.end, ',')) {
      const NounPhrase name = subjects_.name_behind(np, to);
      if (!name.empty()) return name;
    }
    if (person) return np;
    if (owners && (form(i) == "his" || form(i) == "her"))
      return {i, i + 1};  // Her version is different.
  }
  return {};
}

// The one person of the article so far that it can be.
std::optional<Referent> Referents::only_person(TokenIndex at, Gender gender) const {
  const auto& people = gender == Gender::Male     ? perhaps_male_
                       : gender == Gender::Female ? perhaps_female_
                                                  : anybody_;
  if (people.empty() || seen_[people.front()].front() >= at) return std::nullopt;
  if (people.size() > 1 && seen_[people[1]].front() < at) return std::nullopt;
  Referent r;
  r.chain = people.front();
  return r;
}

void Referents::note(std::int32_t chain, TokenIndex pronoun) {
  Referent r;
  r.chain = chain;
  r.phrase = {pronoun, pronoun + 1};
  r.part = Part::Subject;
  r.body = a_.chains[chain].kind != EntityKind::Person;
  noted_.push_back(r);
}

std::optional<Referent> Referents::body(TokenIndex at, const LastSpeaker& last) const {
  return best(at, Wanted::Body, Gender::Unknown, last);
}

std::optional<Referent> Referents::several(TokenIndex at, const LastSpeaker& last) const {
  return best(at, Wanted::Several, Gender::Unknown, last);
}

TokenIndex Referents::last_seen(std::int32_t chain, TokenIndex at) const {
  const auto& places = seen_[chain];
  const auto it = std::lower_bound(places.begin(), places.end(), at);
  return it == places.begin() ? 0 : *(it - 1) + 1;
}

// Of several that are called so, the one named last, where that is near.
std::optional<Referent> Referents::most_recent(const std::vector<std::int32_t>& chains,
                                               TokenIndex at) const {
  Referent r;
  TokenIndex best = 0;
  for (const std::int32_t c : chains) {
    const TokenIndex seen = last_seen(c, at);
    if (r.chain == kNone || seen > best) r.chain = c, best = seen;
  }
  if (r.chain == kNone) return std::nullopt;
  const bool near =
      best > 0 && a_.tokens[at].sentence - a_.tokens[best - 1].sentence <= kFarSentences;
  if (chains.size() > 1 && !near) return std::nullopt;
  return r;
}

// “the transport minister” is no foreign minister.
bool Referents::agrees(const Called& called, const std::vector<std::string>& words) {
  if (words.size() < 2 || called.words.size() < 2) return true;
  return std::find(called.words.begin(), called.words.end(), words[words.size() - 2]) !=
         called.words.end();
}

// The chains that are called by these words: those said so before, then a few said so later.
std::vector<std::int32_t> Referents::called(const std::vector<std::string>& words,
                                            TokenIndex at) const {
  std::vector<std::int32_t> out;
  const auto it = called_.find(words.back());
  if (it == called_.end()) return out;
  const auto& all = it->second;
  const auto here = std::lower_bound(all.begin(), all.end(), at,
                                     [](const Called& x, TokenIndex t) { return x.at < t; });
  const auto from = here - std::min<std::ptrdiff_t>(here - all.begin(), kMostCalled);
  const auto to = here + std::min<std::ptrdiff_t>(all.end() - here, kMostCalled / 4);
  for (auto c = from; c != to; ++c) {
    if (agrees(*c, words) && std::find(out.begin(), out.end(), c->chain) == out.end())
      out.push_back(c->chain);
  }
  return out;
}

std::optional<Referent> Referents::described(NounPhrase phrase, const LastSpeaker& last) const {
  const TokenIndex head = phrase.end - 1;
  for (TokenIndex i = phrase.begin; i < phrase.end; ++i) {
    if (is_word(i) && words_[i].is(kPrep)) return std::nullopt;
  }
  const std::vector<std::string> words = noun_words(phrase.begin, phrase.end);
  if (words.empty()) return std::nullopt;
  if (words_[head].is(kind("any_company")) && words.size() == 1) return company(phrase.begin, last);
  const std::vector<std::int32_t> chains = called(words, phrase.begin);
  if (auto found = most_recent(chains, phrase.begin)) return found;
  if (!chains.empty()) return std::nullopt;
  if (auto found = introduced(phrase, words)) return found;
  return words_[head].is(kind("company")) ? company(phrase.begin, last) : std::optional<Referent>();
}

// the colleague: “a colleague” named before.
std::optional<Referent> Referents::introduced(NounPhrase phrase,
                                              const std::vector<std::string>& words) const {
  const auto it = intros_.find(words.back());
  if (it == intros_.end()) return std::nullopt;
  const auto& all = it->second;
  auto at = std::lower_bound(all.begin(), all.end(), phrase.begin,
                             [](const Intro& x, TokenIndex t) { return x.at < t; });
  if (at == all.begin()) return std::nullopt;
  Referent r;
  r.phrase = (at - 1)->phrase;
  return r;
}

// the company: the one company of the article, or the last subject near.
std::optional<Referent> Referents::company(TokenIndex at, const LastSpeaker& last) const {
  std::vector<std::int32_t> before;
  for (const std::int32_t c : companies_) {
    if (before.size() < 2 && last_seen(c, at) > 0) before.push_back(c);
  }
  if (before.size() == 1) {
    Referent r;
    r.chain = before.front();
    return r;
  }
  auto found = best(at, Wanted::Body, Gender::Unknown, last);
  const bool named =
      found && found->chain != kNone && (is_company(found->chain) || !sure_person_[found->chain]);
  return named ? found : std::nullopt;
}

}  // namespace onrecord::extract::english
