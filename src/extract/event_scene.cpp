#include "extract/event_scene.h"

#include <algorithm>
#include <array>

#include "extract/clause_endings.h"
#include "extract/event_words.h"
#include "extract/phrases.h"
#include "lang/lexicon.h"

namespace onrecord::extract {
namespace {

const lang::ClassMask kEventVerb = lang::class_mask("event_verb");
constexpr double kAccepted = 0.55;

double confidence_of(std::string_view id) {
  for (const lang::RuleRow& row : lang::all_rules()) {
    if (row.id == id) return std::stod(std::string(row.confidence));
  }
  return 0;
}

// The body in front of a name: whose person it is, no participant of its own.
bool belongs_to_next(const Analysis& a, TokenIndex i) {
  const std::int32_t m = a.mention_at[i];
  TokenIndex next = i + 1;
  while (next < a.tokens.size() && a.mention_at[next] == m) ++next;
  if (next >= a.tokens.size() || a.tokens[next].sentence != a.tokens[i].sentence) return false;
  const Token& last = a.tokens[next - 1];
  if (!last.is(lang::Josa::None) && !last.is(lang::Josa::Gen)) return false;
  return a.mention_at[next] != kNone && a.mentions[a.mention_at[next]].kind == EntityKind::Person;
}

// 북한은, 광명시(시장 김하늘)가, 세종시와: a country or a town that does something.
bool is_subject(const Analysis& a, TokenIndex i) {
  const std::int32_t m = a.mention_at[i];
  while (i + 1 < a.tokens.size() && a.mention_at[i + 1] == m) ++i;
  const auto acts = [&](const Token& t) {
    return t.is(lang::Josa::Topic) || t.is(lang::Josa::Subj) || t.is(lang::Josa::Com);
  };
  if (i + 1 >= a.tokens.size() || a.tokens[i + 1].first != '(' || !a.tokens[i + 1].glued)
    return acts(a.tokens[i]);
  for (TokenIndex k = i + 2; k + 1 < a.tokens.size() && k < i + 9; ++k) {
    if (a.tokens[k].first == ')')
      return a.tokens[k + 1].glued && a.tokens[k + 1].is_word() && acts(a.tokens[k + 1]);
  }
  return false;
}

}  // namespace

EventScene::EventScene(const Analysis& analysis) : a(analysis) {
  if (a.document.published) published = parse_iso_day(a.document.published->substr(0, 10));
  dates = lang::find_dates(a.text, published);
  quoted_.assign(a.tokens.size(), 0);
  in_quotation_.assign(a.tokens.size(), false);
  for (const Quotation& q : a.quotations)
    mark_quoted(q.span, q.kind == QuotationKind::Direct ? 1 : 2);
  for (std::size_t i = 0; i < a.tokens.size(); ++i) {
    if (a.tokens[i].passage != kNone) quoted_[i] = 1;
  }
  std::uint32_t told = 0;
  rank_.assign(a.sentences.size(), 0);
  for (std::uint32_t s = 0; s < a.sentences.size(); ++s) rank_[s] = is_told(s) ? told++ : told;
  find_days();
  find_only_days();
}

bool EventScene::is_told(std::uint32_t sentence) const {
  return a.document.blocks[a.sentences[sentence].block].kind == BlockKind::Body;
}

bool EventScene::in_quotation(std::uint32_t byte) const {
  const auto token = token_at(byte);
  return token && in_quotation_[*token];
}

std::optional<TokenIndex> EventScene::token_at(std::uint32_t byte) const {
  const auto it = std::partition_point(a.tokens.begin(), a.tokens.end(),
                                       [&](const Token& t) { return t.span.end <= byte; });
  if (it == a.tokens.end()) return std::nullopt;
  return static_cast<TokenIndex>(it - a.tokens.begin());
}

void EventScene::mark_quoted(ByteSpan span, std::uint8_t how) {
  const auto first = token_at(span.start);
  if (!first) return;
  for (TokenIndex i = *first; i < a.tokens.size() && a.tokens[i].span.start < span.end; ++i) {
    in_quotation_[i] = true;
    if (quoted_[i] != 1) quoted_[i] = how;
  }
}

void EventScene::find_days() {
  days_.resize(a.sentences.size());
  for (std::uint32_t d = 0; d < dates.size(); ++d) {
    const auto token = token_at(dates[d].span.start);
    if (!token || quoted(*token)) continue;
    days_[a.tokens[*token].sentence].push_back(d);
  }
}

// A day in a clause that somebody reports is not the day of the reporting, nor the other way about.
bool EventScene::usable(std::size_t date, const Trigger& trigger) const {
  const auto token = token_at(dates[date].span.start);
  return (!reported(*token) || trigger.reported) && !belongs_elsewhere(date, trigger);
}

// 지난 1일 발생한 장애의 원인을 내놨다: the day of the verb right behind it.
bool EventScene::belongs_elsewhere(std::size_t date, const Trigger& trigger) const {
  const auto first = token_at(dates[date].span.end - 1);
  TokenIndex i = first ? *first + 1 : 0;
  while (i < a.tokens.size() && i < trigger.begin && is_time(a, i)) ++i;
  if (i == 0 || i >= trigger.begin || static_cast<std::int32_t>(i) == trigger.support) return false;
  for (TokenIndex k = i; k < trigger.begin && k < i + 4; ++k) {
    const Token& t = a.tokens[k];
    if (!t.is_word() || static_cast<std::int32_t>(k) == trigger.support) return false;
    if (!ends_adnominal(a, t)) continue;
    const Token& before = a.tokens[k - 1];
    const EventVerb verb = event_verb_at(a, k);
    if (verb.word != nullptr && carries(type_value(verb.word->value(kEventVerb)).type))
      return false;  // 16일 대전에서 열린 경기에서 이겼다
    const bool opens = *first < a.sentences[a.tokens[*first].sentence].begin + 2;
    return verb.word != nullptr ||  // 지난 9일 열풍을 불러온 대표는 …: of the sentence it opens
           (!opens && k > i && (before.is(lang::Josa::Dat) || before.is(lang::Josa::Obj)));
  }
  return false;
}

const lang::DateFound* EventScene::day_of(const Trigger& trigger) const {
  const lang::DateFound* behind = nullptr;
  const lang::DateFound* before = nullptr;
  const lang::DateFound* later = nullptr;  // a month or year behind it
  for (std::uint32_t d : days_[a.tokens[trigger.begin].sentence]) {
    const lang::DateFound& date = dates[d];
    if (!usable(d, trigger) || (before != nullptr && date.precision != lang::DatePrecision::Day))
      continue;
    if (date.span.start < a.tokens[trigger.begin].span.start) {
      before = &date;
    } else if (behind == nullptr && date.precision == lang::DatePrecision::Day &&
               (!trigger.reported || reported(*token_at(date.span.start)))) {
      behind = &date;
    } else if (later == nullptr && (!trigger.reported || reported(*token_at(date.span.start)))) {
      later = &date;
    }
  }
  if (before == nullptr && behind == nullptr && (trigger.coming || trigger.subject)) return later;
  const bool vague = before == nullptr || before->precision != lang::DatePrecision::Day;
  return vague && behind != nullptr ? behind : before;
}

void EventScene::find_only_days() {
  only_.assign(a.sentences.size(), kNone);
  std::int32_t only = kNone;
  for (std::uint32_t s = 0; s < a.sentences.size(); ++s) {
    only_[s] = only;
    if (!is_told(s)) continue;
    for (std::uint32_t d : days_[s]) {
      if (dates[d].precision != lang::DatePrecision::Day || !dates[d].start) continue;
      const bool near =
          published && dates[d].end == dates[d].start &&
          (*dates[d].start == *published || *dates[d].start == add_days(*published, -1));
      const bool other =
          only != kNone && dates[static_cast<std::size_t>(only)].start != dates[d].start;
      if (other || !near) return;  // no single day from here on
      only = static_cast<std::int32_t>(d);
    }
  }
}

std::vector<std::uint32_t> EventScene::placing(const EventFound& found) const {
  static constexpr std::array<std::string_view, 8> kTypes = {
      "meeting", "press_conference", "talks",   "speech", "protest",
      "match",   "performance",      "accident"};
  std::vector<std::uint32_t> out;
  const Event& e = found.event;
  if (!e.place.empty() || e.date.empty() || rank(found.sentence) > 1 ||
      std::find(kTypes.begin(), kTypes.end(), e.type) == kTypes.end())
    return out;
  for (std::uint32_t s = found.sentence + 1; s < a.sentences.size() && out.size() < 2; ++s) {
    if (!is_told(s)) continue;
    for (std::uint32_t d : days_[s]) {
      if (!dates[d].start || iso(*dates[d].start) != e.date) return out;
    }
    out.push_back(s);
  }
  return out;
}

const lang::DateFound* EventScene::day_before(std::uint32_t sentence, std::string_view type) const {
  constexpr std::uint32_t kBack = 1;
  for (std::uint32_t s = sentence; s-- > 0 && s + kBack >= sentence;) {
    if (!is_told(s)) continue;
    for (auto d = days_[s].rbegin(); d != days_[s].rend(); ++d) {
      if (dates[*d].precision == lang::DatePrecision::Day && dates[*d].start && !dates[*d].future)
        return &dates[*d];
    }
  }
  static constexpr std::array<std::string_view, 5> kBackground = {"lawsuit", "ruling", "accident",
                                                                  "appointment", "resignation"};
  const bool background =
      std::find(kBackground.begin(), kBackground.end(), type) != kBackground.end();
  return background || only_[sentence] == kNone ? nullptr
                                                : &dates[static_cast<std::size_t>(only_[sentence])];
}

std::vector<Participant> people_in(const EventScene& scene, TokenIndex begin, TokenIndex end,
                                   bool outside) {
  const Analysis& a = scene.a;
  std::vector<Participant> out;
  std::int32_t last = kNone;
  for (TokenIndex i = begin; i < end; ++i) {
    const std::int32_t m = a.mention_at[i];
    if (m == kNone || m == last || scene.quoted(i) || (outside && scene.reported(i))) continue;
    last = m;
    const Mention& mention = a.mentions[m];
    const bool body = mention.kind == EntityKind::Organization;
    const bool acts = mention.kind == EntityKind::Place && is_subject(a, i);
    if (mention.kind != EntityKind::Person && !body && !acts) continue;
    if (body && belongs_to_next(a, i)) continue;
    const auto chain = static_cast<std::int32_t>(mention.chain);
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Participant& p) { return p.chain == chain; });
    if (!known) out.push_back({a.chains[chain].name, "", chain});
  }
  return out;
}

bool is_gathering(std::string_view type) {
  return type == "meeting" || type == "press_conference" || type == "talks" || type == "speech";
}

void add_quoted(const EventScene& scene, const Sentence& sentence, std::vector<Participant>& all) {
  const Analysis& a = scene.a;
  auto q = std::partition_point(
      a.quotations.begin(), a.quotations.end(),
      [&](const Quotation& quote) { return quote.span.start < sentence.span.start; });
  for (; q != a.quotations.end() && q->span.start < sentence.span.end; ++q) {
    for (const Speaker& s : q->speakers) {
      const bool known = std::any_of(all.begin(), all.end(),
                                     [&](const Participant& p) { return p.chain == s.chain; });
      if (s.chain >= 0 && !known && !q->doubtful &&
          a.chains[static_cast<std::size_t>(s.chain)].kind == EntityKind::Person)
        all.push_back({s.name, "speaker", s.chain});
    }
  }
}

namespace {

void set_date(Event& event, const EventScene& scene, const lang::DateFound& date) {
  event.date_text = std::string(slice(scene.a.text, date.span));
  if (date.precision != lang::DatePrecision::Day || !date.start) return;
  event.date = iso(*date.start);
  if (date.end && *date.end != *date.start) event.date_end = iso(*date.end);
}

bool may_carry(const Trigger& t) {
  return !t.weak && !t.coming && !t.reported;
}

// How sure: what the rule says, and what stands beside the trigger.
double weigh(const EventScene& scene, const Trigger& trigger, const EventFound& found) {
  const Event& e = found.event;
  double sum = confidence_of(trigger.rule);
  if (!e.date.empty()) sum += found.carried ? 0.08 : 0.2;
  if (found.later) sum += 0.2;
  if (!e.place.empty()) sum += 0.1;
  if (!e.participants.empty()) sum += 0.08;
  if (trigger.weak) sum -= 0.2;
  if (trigger.reported) sum -= 0.04;
  if (scene.rank(found.sentence) < 2) sum += 0.05;
  return sum;
}

// Told as a fact by a verb of its own, not as part of something else.
bool is_told_outright(const Trigger& trigger) {
  const bool by_verb = trigger.shape == EventShape::MainVerb;
  return trigger.shape != EventShape::Dated && (!trigger.reported || by_verb);
}

bool enough_undated(const EventScene& scene, const Trigger& trigger, const EventFound& found) {
  const Event& e = found.event;
  if (e.participants.empty()) return !e.place.empty() && is_told_outright(trigger);
  return !e.place.empty() || found.carried || is_told_outright(trigger) ||
         trigger.shape == EventShape::At || scene.rank(found.sentence) < 2;
}

bool enough(const EventScene& scene, const Trigger& trigger, const EventFound& found) {
  const Event& e = found.event;
  const bool dated = !e.date.empty() && !found.carried;
  const bool placed = !e.place.empty() || !e.participants.empty();
  const bool ahead = dated && scene.published && e.date >= iso(*scene.published);
  if (trigger.weak && ((!dated && !found.later) || !placed)) return false;
  if (trigger.coming) return ahead || (found.later && (placed || !trigger.weak));
  if (!dated) return (found.later && trigger.subject) || enough_undated(scene, trigger, found);
  const bool opens = scene.rank(found.sentence) < 2;
  return placed || is_told_outright(trigger) || ((ahead || opens) && trigger.subject);
}

}  // namespace

std::optional<EventFound> judge(const EventScene& scene, const Trigger& trigger, std::string place,
                                std::vector<Participant> people) {
  const Analysis& a = scene.a;
  EventFound found;
  found.sentence = a.tokens[trigger.begin].sentence;
  Event& e = found.event;
  e.type = trigger.type;
  e.trigger = {a.tokens[trigger.begin].span.start, a.tokens[trigger.end - 1].stem().end};
  e.sentence = a.sentences[found.sentence].span;
  e.place = std::move(place);
  e.participants = std::move(people);
  e.rule = trigger.rule;
  const lang::DateFound* day = scene.day_of(trigger);
  if (day == nullptr && may_carry(trigger)) {
    day = scene.day_before(found.sentence, e.type);
    found.carried = day != nullptr;
  }
  if (day != nullptr) set_date(e, scene, *day);
  found.later = day != nullptr && e.date.empty() && day->start && scene.published &&
                *day->start > *scene.published;
  found.ahead = found.later || (scene.published && e.date > iso(*scene.published));
  found.session = trigger.session;
  found.weak = trigger.weak;
  found.reference = trigger.reference && (e.date.empty() || found.carried) &&
                    (scene.rank(found.sentence) > 1 || trigger.shape == EventShape::At);
  if (!enough(scene, trigger, found)) return std::nullopt;
  e.confidence = std::min(0.95, weigh(scene, trigger, found));
  return e.confidence < kAccepted ? std::nullopt : std::optional(std::move(found));
}

}  // namespace onrecord::extract
