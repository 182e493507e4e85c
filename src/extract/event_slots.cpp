#include "extract/event_slots.h"

#include <algorithm>
#include <array>

#include "extract/clause_endings.h"
#include "extract/event_words.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::VerbForm;

const lang::ClassMask kEventVerb = class_mask("event_verb");
const lang::ClassMask kOrgSuffix = class_mask("org_suffix") | class_mask("org_role");
const lang::ClassMask kNoPlace = class_mask("abstract") | class_mask("abstract_person") |
                                 class_mask("report_noun") | class_mask("report_noun_weak") |
                                 class_mask("connective") | class_mask("time") |
                                 class_mask("pronoun") | class_mask("person_noun") |
                                 class_mask("title") | class_mask("date_word");
constexpr std::size_t kSureName = 12;  // bytes: no verb is read as a noun of four syllables
constexpr TokenIndex kReach = 7;       // tokens from a noun to the verb that carries it

bool ends_as_building(std::string_view noun) {
  for (std::size_t at = 0; at + 6 <= noun.size(); text::decode(noun, at)) {
    const lang::Word* word = lang::find_word(noun.substr(at));
    if (word != nullptr && word->has(kOrgSuffix | class_mask("place"))) return true;
  }
  const std::string_view kind = event_place_kind(noun);
  return !kind.empty() && kind != "goal" && kind != "lies";
}

// 병원, 앞: a place only with something before it.
bool says_little(std::string_view noun) {
  for (const lang::TableRow& row : lang::table("event_places")) {
    if (noun == row.cells[0]) return row.cells[1] == "place";
  }
  return false;
}

}  // namespace

bool EventSlots::is_place_phrase(const Phrase& p) const {
  const TokenIndex head = p.end - 1;
  const Token& t = a_.tokens[head];
  if (t.reading.has(kNoPlace) || t.reading.verb_like || is_time(a_, head) ||
      trigger_noun(a_.stem(t)) != nullptr || (p.begin + 1 == p.end && says_little(a_.stem(t))))
    return false;
  for (TokenIndex i = p.begin; i < p.end; ++i) {
    if (a_.mention_at[i] != kNone && a_.mentions[a_.mention_at[i]].kind == EntityKind::Person)
      return false;
  }
  if (a_.mention_at[head] != kNone) return true;
  for (TokenIndex i = p.begin; i < p.end; ++i) {
    if (a_.mention_at[i] != kNone) return true;
  }
  return ends_as_building(a_.stem(t));
}

// 수원고법은 … 선고했다, 서울중앙지법에 소송을: the court is where.
std::string EventSlots::court(const Trigger& trigger, const Sentence& sentence) const {
  if (trigger.type != "ruling" && trigger.type != "lawsuit") return {};
  for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
    const Token& t = a_.tokens[i];
    if (t.is_word() && !scene_.quoted(i) && event_place_kind(a_.stem(t)) == "court")
      return std::string(a_.stem(t));
  }
  return {};
}

// X에서, the nearest before the trigger, else behind it; else places named before the trigger.
std::string EventSlots::place_of(const Trigger& trigger, const Sentence& sentence,
                                 ByteSpan& span) const {
  const TokenIndex last =
      trigger.support == kNone ? trigger.end : static_cast<TokenIndex>(trigger.support);
  for (TokenIndex i = last; i-- > behind_byline(sentence);) {
    if (scene_.reported(i) && !trigger.reported) continue;
    if (auto p = place_at(i, sentence, Josa::Loc)) return take_place(*p, span);
  }
  if (trigger.type == "visit") {
    if (auto place = visited(trigger.begin, sentence)) {
      span = *place;
      return std::string(slice(a_.text, span));
    }
  }
  if (trigger.type == "accident") {
    if (auto p = stricken(last, sentence)) return take_place(*p, span);
  }
  if (std::string where = court(trigger, sentence); !where.empty()) return where;
  if (trigger.type == "match") return {};  // towns are of the teams
  return bare_place(trigger, sentence, span);
}

std::string EventSlots::located(const Sentence& sentence) const {
  ByteSpan span;
  for (TokenIndex i = behind_byline(sentence); i < sentence.end; ++i) {
    if (auto p = place_at(i, sentence, Josa::Loc)) return take_place(*p, span);
  }
  return {};
}

std::optional<ByteSpan> EventSlots::visited(TokenIndex verb, const Sentence& sentence) const {
  for (TokenIndex i = verb; i-- > sentence.begin && i + 4 > verb;) {
    if (auto p = place_at(i, sentence, Josa::Obj)) return p->span;
    if (auto p = place_at(i, sentence, Josa::Dat)) return p->span;
  }
  return std::nullopt;
}

bool EventSlots::names_somebody(const Phrase& p) const {
  for (TokenIndex i = p.begin; i < p.end; ++i) {
    if (a_.mention_at[i] != kNone && a_.mentions[a_.mention_at[i]].kind != EntityKind::Place)
      return true;
  }
  return false;
}

// 경북을 덮친 산불, 코피아포의 광산이 무너진: where a disaster came over or what it befell.
std::optional<Phrase> EventSlots::stricken(TokenIndex last, const Sentence& sentence) const {
  for (TokenIndex i = last; i-- > behind_byline(sentence);) {
    if (auto p = place_at(i, sentence, Josa::Subj)) return p;
    if (i + 1 >= sentence.end) continue;
    const EventVerb verb = event_verb_at(a_, i + 1);
    if (verb.word == nullptr || type_value(verb.word->value(kEventVerb)).type != "accident")
      continue;
    if (auto p = place_at(i, sentence, Josa::Obj)) return p;
  }
  return std::nullopt;
}

std::optional<Phrase> EventSlots::place_at(TokenIndex i, const Sentence& sentence,
                                           Josa josa) const {
  const Token& t = a_.tokens[i];
  if (!t.is_word() || !t.is(josa) || scene_.quoted(i)) return std::nullopt;
  Phrase p = phrase_at(a_, i, sentence.begin);
  trim(p);
  const bool goal = josa != Josa::Loc && event_place_kind(a_.stem(t)) == "goal";
  if (!goal && !is_place_phrase(p)) return std::nullopt;
  if (josa != Josa::Loc && !names_place(p) && event_place_kind(a_.stem(t)).empty())
    return std::nullopt;
  return p;
}

bool EventSlots::names_place(const Phrase& p) const {
  for (TokenIndex i = p.begin; i < p.end; ++i) {
    if (a_.mention_at[i] != kNone && a_.mentions[a_.mention_at[i]].kind == EntityKind::Place)
      return true;
  }
  return false;
}

// Days, adverbs and clauses in front of a place are not part of it.
void EventSlots::trim(Phrase& p) const {
  while (p.begin + 1 < p.end &&
         (is_time(a_, p.begin) || !a_.tokens[p.begin].is_word() ||
          a_.tokens[p.begin].reading.has(kNoPlace) || ends_clause(a_.surface(a_.tokens[p.begin]))))
    ++p.begin;
  for (TokenIndex i = p.begin + 1; a_.mention_at[p.begin] == kNone && i < p.end; ++i) {
    if (a_.mention_at[i] != kNone) p.begin = i;  // 반쯤 경기도 화성시의 공장
  }
  widen(p);
  p.span.start = a_.tokens[p.begin].span.start;
}

// 화성시의 한 2차전지 보관창고, 상주에 있는 본사: the town that the place is of or in.
void EventSlots::widen(Phrase& p) const {
  const std::uint32_t sentence = a_.tokens[p.begin].sentence;
  const auto lies = [&](TokenIndex i) {
    return event_place_kind(a_.surface(a_.tokens[i])) == "lies";
  };
  if (p.begin > 0 && !lies(p.begin) && lies(p.begin - 1)) --p.begin;
  if (lies(p.begin) && p.begin > 0) {
    const std::int32_t m = a_.mention_at[p.begin - 1];
    TokenIndex i = p.begin - 1;
    while (m != kNone && i > 0 && a_.mention_at[i - 1] == m) --i;
    p.begin = m == kNone ? p.begin + 1 : i;
    return;
  }
  for (TokenIndex i = p.begin; i-- > 0 && i + 5 > p.begin && a_.tokens[i].sentence == sentence;) {
    const Token& t = a_.tokens[i];
    if (t.kind == TokenKind::Mark || t.first == ',' || is_time(a_, i)) return;
    if (!t.is_word() || t.is(Josa::None)) continue;
    const std::int32_t m = a_.mention_at[i];
    if (!t.is(Josa::Gen) || m == kNone || a_.mentions[m].kind != EntityKind::Place) return;
    while (i > 0 && a_.mention_at[i - 1] == m) --i;
    p.begin = i;
    return;
  }
}

std::string EventSlots::take_place(const Phrase& p, ByteSpan& span) const {
  span = p.span;
  static constexpr std::array<std::string_view, 8> kMarks = {"“",  "”", "‘",  "’",
                                                             "\"", "'", "「", "」"};
  std::string_view place = slice(a_.text, p.span);
  for (std::string_view mark : kMarks) {
    if (place.starts_with(mark)) place.remove_prefix(mark.size());
    if (place.ends_with(mark)) place.remove_suffix(mark.size());
  }
  return std::string(place);
}

// 용산 …를 접견: place names without particle, joined where they stand side by side.
std::string EventSlots::bare_place(const Trigger& trigger, const Sentence& sentence,
                                   ByteSpan& span) const {
  for (TokenIndex i = trigger.begin; i-- > behind_byline(sentence);) {
    const std::int32_t m = a_.mention_at[i];
    if (m == kNone || scene_.quoted(i) || a_.mentions[m].kind != EntityKind::Place) continue;
    const Token& t = a_.tokens[i];
    if (!t.is(Josa::None) && !t.is(Josa::Dat)) continue;
    if (t.is(Josa::None) && i + 1 < sentence.end &&
        (leads_to_office(i + 1) || a_.tokens[i + 1].first == '('))
      continue;
    TokenIndex begin = i;
    while (
        begin > sentence.begin && a_.mention_at[begin - 1] != kNone &&
        a_.mentions[a_.mention_at[begin - 1]].kind == EntityKind::Place &&
        (a_.mention_at[begin - 1] == a_.mention_at[begin] || a_.tokens[begin - 1].is(Josa::None))) {
      --begin;
    }
    span = {a_.tokens[begin].span.start, t.stem().end};
    return std::string(slice(a_.text, span));
  }
  return {};
}

// 미국 대통령, 서울 시민: the place says whose.
bool EventSlots::leads_to_office(TokenIndex next) const {
  const Token& t = a_.tokens[next];
  if (a_.mention_at[next] != kNone)
    return a_.mentions[a_.mention_at[next]].kind == EntityKind::Organization;
  return t.is_word() && !is_time(a_, next) && !t.reading.verb_like;
}

namespace {

// Found as the host and as who did it: once, with the role where one is known.
void keep_each_once(std::vector<Participant>& all) {
  std::vector<Participant> once;
  for (Participant& p : all) {
    const auto same = std::find_if(once.begin(), once.end(),
                                   [&](const Participant& q) { return q.name == p.name; });
    if (same == once.end())
      once.push_back(std::move(p));
    else if (same->role.empty())
      same->role = p.role;
  }
  all = std::move(once);
}

}  // namespace

std::vector<Participant> EventSlots::participants(const Trigger& trigger, const Sentence& sentence,
                                                  ByteSpan place) const {
  std::vector<Participant> all =
      people_in(scene_, behind_byline(sentence), sentence.end, !trigger.reported);
  std::erase_if(all, [&](const Participant& p) {
    return stands_only_in(p.chain, sentence, place) || trigger_noun(p.name) != nullptr ||
           is_source(p.chain, sentence);
  });
  for (Participant& p : all) p.role = role_of(p, trigger, sentence);
  add_unnamed_host(all, trigger, sentence);
  add_actors(all, trigger, sentence);
  if (trigger.type == "launch") add_launched(all, trigger, sentence);
  if (trigger.session || is_gathering(trigger.type)) add_quoted(scene_, sentence, all);
  if (all.size() < 2 && !trigger.reported) add_meant(all, trigger, sentence);
  keep_each_once(all);
  return all;
}

// (서울=한빛일보) 오세린 기자 = …: who wrote it takes no part.
TokenIndex EventSlots::behind_byline(const Sentence& sentence) const {
  constexpr std::u32string_view kClosing = U"])】";
  TokenIndex begin = sentence.begin;
  const bool bracket =
      begin < sentence.end &&
      std::u32string_view(U"[(【").find(a_.tokens[begin].first) != std::u32string_view::npos;
  for (TokenIndex i = begin; i < sentence.end && i < sentence.begin + 14; ++i) {
    const Token& t = a_.tokens[i];
    if (t.is_word()) continue;
    if (t.first == '=' || (bracket && kClosing.find(t.first) != std::u32string_view::npos))
      begin = i + 1;
  }
  return begin;
}

// X가 …에서 개최한 간담회: the host is told by its place in the sentence, known as a name or not.
void EventSlots::add_unnamed_host(std::vector<Participant>& all, const Trigger& trigger,
                                  const Sentence& sentence) const {
  for (TokenIndex i = trigger.begin; i-- > sentence.begin && i + kReach > trigger.begin;) {
    const EventVerb verb = event_verb_at(a_, i);
    if (verb.word == nullptr) continue;
    if (verb.form != VerbForm::Adnominal || verb.word->value(kEventVerb) != "host") return;
    if (auto host = subject_before(i, sentence)) all.push_back(std::move(*host));
    return;
  }
}

// 누리마인드가 … 공개했다, 밭두렁을 상대로: the nearest subject and topic before the verb and the
// other side, where no list knows the name.
void EventSlots::add_actors(std::vector<Participant>& all, const Trigger& trigger,
                            const Sentence& sentence) const {
  const TokenIndex from = behind_byline(sentence);
  bool subject = false, topic = false;
  for (TokenIndex i = trigger.begin; i-- > from && !topic;) {
    const Token& t = a_.tokens[i];
    if (!t.is_word() || scene_.quoted(i) || a_.stem(t).empty()) continue;
    const bool against = t.is(Josa::Obj) && a_.stem(a_.tokens[i + 1]) == "상대";
    if (!against && !is_partner(t, trigger, i) && !(t.is(Josa::Subj) && !subject) &&
        !t.is(Josa::Topic))
      continue;
    subject = subject || t.is(Josa::Subj);
    topic = t.is(Josa::Topic);
    if (auto actor = actor_at(i, from)) all.push_back(std::move(*actor));
  }
}

// 웨일스를 눌렀다, 유나이티드와 비겼다: near the trigger, for what takes two.
bool EventSlots::is_partner(const Token& t, const Trigger& trigger, TokenIndex i) const {
  if (i + 6 < trigger.begin) return false;
  if (trigger.type == "match") return t.is(Josa::Obj) || t.is(Josa::Com);
  return t.is(Josa::Com) && (trigger.type == "meeting" || trigger.type == "talks" ||
                             trigger.type == "call" || trigger.type == "agreement");
}

std::optional<Participant> EventSlots::actor_at(TokenIndex i, TokenIndex from) const {
  const Phrase p = phrase_at(a_, i, from);
  const TokenIndex head = head_token(a_, p);
  const Token& t = a_.tokens[head];
  if (names_somebody(p) || a_.mention_at[head] != kNone || !t.is_word() ||
      t.reading.verb != VerbForm::None || trigger_noun(a_.stem(t)) != nullptr ||
      is_press(a_.stem(t)) || event_verb_at(a_, head).word != nullptr)
    return std::nullopt;
  const PhraseKind kind = kind_of(a_, p);
  if (kind == PhraseKind::Person) {
    const ByteSpan name = apposed_name(a_, p);
    return Participant{std::string(slice(a_.text, name.empty() ? t.stem() : name)), "", kNone};
  }
  const bool known = kind == PhraseKind::Role || kind == PhraseKind::Body;
  if (!known && (kind != PhraseKind::Unknown || a_.stem(t).size() < 6 ||
                 !event_place_kind(a_.stem(t)).empty()))
    return std::nullopt;
  std::string name = actor_name(head, p.begin, known);
  if (!known && !recurs(a_.stem(t)) && name.size() < kSureName) return std::nullopt;
  return Participant{std::move(name), "", kNone};
}

// Who is meant by 두 사람, 양사 or by 그를 (만났다): those named just before, if there are no more.
// 기자회견에서다: whoever the sentence before speaks of.
void EventSlots::add_meant(std::vector<Participant>& all, const Trigger& trigger,
                           const Sentence& sentence) const {
  const auto s = static_cast<std::size_t>(&sentence - a_.sentences.data());
  const bool echo = !echo_noun(a_.surface(a_.tokens[trigger.end - 1])).empty();
  const std::size_t wanted = wanted_before(trigger, sentence);
  if ((wanted == 0 && !echo) || s == 0) return;
  std::vector<Participant> near;
  for (std::size_t k = s; k-- > 0 && s - k <= (echo ? 1U : 2U) && near.empty();) {
    if (!scene_.is_told(static_cast<std::uint32_t>(k))) return;
    near = people_in(scene_, a_.sentences[k].begin, a_.sentences[k].end);
    std::erase_if(near, [&](const Participant& p) {
      return wanted == 1 && a_.chains[static_cast<std::size_t>(p.chain)].kind != EntityKind::Person;
    });
  }
  if (!echo && near.size() != wanted) return;
  if (wanted == 2) all.clear();
  all.insert(all.end(), near.begin(), near.end());
}

// How many the sentence means without naming them: 2 of 두 사람은, 1 of 그를, else 0.
std::size_t EventSlots::wanted_before(const Trigger& trigger, const Sentence& sentence) const {
  static const lang::ClassMask kPronoun = class_mask("pronoun");
  for (TokenIndex i = sentence.begin; i < trigger.begin; ++i) {
    const Token& t = a_.tokens[i];
    if (scene_.quoted(i) || !t.is_word()) continue;
    if (is_pair(a_.stem(t))) return 2;
    if (t.is(Josa::Obj) && t.reading.has(kPronoun) && trigger.type == "meeting") return 1;
  }
  return 0;
}

// ‘도란 3.0’을 공개했다: what is launched, a name in marks with the particle of an object.
void EventSlots::add_launched(std::vector<Participant>& all, const Trigger& trigger,
                              const Sentence& sentence) const {
  for (TokenIndex i = trigger.begin + 1; i-- > sentence.begin + 2 && i + 5 > trigger.begin;) {
    const Token& t = a_.tokens[i];
    if (a_.closing[i - 1] == kNone || !t.is_word() || !t.glued) continue;
    if (a_.surface(t) != "을" && a_.surface(t) != "를") continue;
    const Passage& name = a_.passages[static_cast<std::size_t>(a_.closing[i - 1])];
    if (name.close - name.open <= 8)
      all.push_back({std::string(slice(a_.text, name.inner)), "object", kNone});
    return;
  }
}

bool EventSlots::recurs(std::string_view stem) const {
  if (!counted_) count_stems();
  const auto known = times_.find(stem);
  return known != times_.end() && known->second > 1;
}

EventSlots::EventSlots(const EventScene& scene) : scene_(scene), a_(scene.a) {}

// Made when first asked for: most articles never ask.
void EventSlots::count_stems() const {
  counted_ = true;
  for (const Token& t : a_.tokens) {
    if (t.is_word() && t.reading.stem_bytes >= 6) ++times_[a_.stem(t)];
  }
}

// The head noun and the words before it that belong to its name: 미네라 안데스 노르테, 유족 측.
std::string EventSlots::actor_name(TokenIndex head, TokenIndex from, bool known) const {
  TokenIndex begin = head;
  while (begin > from && head - begin < 3) {
    const Token& t = a_.tokens[begin - 1];
    const bool place = a_.mention_at[begin - 1] != kNone;
    const bool joins = t.is_word() && t.is(Josa::None) && !t.reading.verb_like &&
                       !ends_adnominal(a_, t) && !is_time(a_, begin - 1) &&
                       !t.reading.has(kNoPlace) &&
                       (known || place || lang::find_word(a_.stem(t)) == nullptr);
    if (!joins) break;
    --begin;
  }
  return std::string(slice(a_.text, {a_.tokens[begin].span.start, a_.tokens[head].stem().end}));
}

std::optional<Participant> EventSlots::subject_before(TokenIndex verb,
                                                      const Sentence& sentence) const {
  for (TokenIndex i = verb; i-- > sentence.begin && i + 2 * kReach > verb;) {
    const Token& t = a_.tokens[i];
    if (scene_.quoted(i) || !t.is(Josa::Subj)) continue;
    const Phrase p = phrase_at(a_, i, sentence.begin);
    const PhraseKind kind = kind_of(a_, p);
    if (a_.mention_at[i] != kNone || kind == PhraseKind::Nobody || kind == PhraseKind::Pronoun)
      return std::nullopt;
    return Participant{std::string(a_.stem(t)), "host", kNone};
  }
  return std::nullopt;
}

bool EventSlots::stands_only_in(std::int32_t chain, const Sentence& sentence,
                                ByteSpan place) const {
  for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
    const std::int32_t m = a_.mention_at[i];
    if (m == kNone || static_cast<std::int32_t>(a_.mentions[m].chain) != chain) continue;
    if (!place.contains(a_.tokens[i].span.start)) return false;
  }
  return true;
}

// 소방당국에 따르면: who tells of it takes no part.
bool EventSlots::is_source(std::int32_t chain, const Sentence& sentence) const {
  static const lang::ClassMask kAdverb = class_mask("adverb");
  const std::int32_t at = last_token(chain, sentence);
  const auto next = static_cast<TokenIndex>(at + 1);
  if (at == kNone || next >= sentence.end || !a_.tokens[next].reading.has(kAdverb)) return false;
  const lang::Word* word = lang::find_word(a_.surface(a_.tokens[next]));
  return word != nullptr && word->value(kAdverb) == "according";
}

// The last token of a chain's first mention in the sentence: it carries the particle.
std::int32_t EventSlots::last_token(std::int32_t chain, const Sentence& sentence) const {
  for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
    const std::int32_t m = a_.mention_at[i];
    if (m == kNone || static_cast<std::int32_t>(a_.mentions[m].chain) != chain) continue;
    while (i + 1 < sentence.end && a_.mention_at[i + 1] == m) ++i;
    return static_cast<std::int32_t>(i);
  }
  return kNone;
}

std::string EventSlots::role_of(const Participant& p, const Trigger& trigger,
                                const Sentence& sentence) const {
  const std::int32_t at = last_token(p.chain, sentence);
  if (at == kNone) return {};
  const Token& t = a_.tokens[static_cast<TokenIndex>(at)];
  if (t.is(Josa::Subj)) {
    for (TokenIndex i = static_cast<TokenIndex>(at) + 1; i < sentence.end; ++i) {
      const EventVerb verb = event_verb_at(a_, i);
      if (verb.word == nullptr) continue;
      if (verb.word->value(kEventVerb) == "host") return "host";
      break;
    }
  }
  if (trigger.type == "visit" && (t.is(Josa::Subj) || t.is(Josa::Topic))) return "visitor";
  if (trigger.support == kNone) return {};
  const EventVerb verb = event_verb_at(a_, static_cast<TokenIndex>(trigger.support));
  if (verb.word->value(kEventVerb) == "attend") return "attendee";
  return verb.word->value(kEventVerb) == "host" && (t.is(Josa::Subj) || t.is(Josa::Topic)) ? "host"
                                                                                           : "";
}

}  // namespace onrecord::extract
