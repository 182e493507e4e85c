// What happened, when, where, and who took part: found sentence by sentence (event_korean.cpp,
// event_english.cpp), then joined where several sentences of the article tell of the same event.
#include <algorithm>

#include "extract/event_scene.h"
#include "extract/steps.h"
#include "lang/lexicon.h"

namespace onrecord::extract {
namespace {

// Events are joined with one of the last so many: no article tells of more between two sentences
// about one, and the time stays linear.
constexpr std::ptrdiff_t kJoinedBack = 48;

template <class Events>
auto last_of(Events& kept) {
  return kept.rbegin() + std::min<std::ptrdiff_t>(kJoinedBack, std::ssize(kept));
}

std::string squeeze(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return c != ' '; });
  return out;
}

// 서울 영등포구 여의도 일대 has the words of 서울 여의도.
bool has_words_of(std::string_view place, std::string_view other) {
  while (!other.empty()) {
    const std::size_t end = std::min(other.find(' '), other.size());
    if (place.find(other.substr(0, end)) == std::string_view::npos) return false;
    other.remove_prefix(std::min(end + 1, other.size()));
  }
  return true;
}

bool one_holds_other(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return true;
  const std::string x = squeeze(a), y = squeeze(b);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos || has_words_of(a, b) ||
         has_words_of(b, a);
}

bool share_participant(const Event& a, const Event& b) {
  return std::any_of(a.participants.begin(), a.participants.end(), [&](const Participant& p) {
    return std::any_of(b.participants.begin(), b.participants.end(), [&](const Participant& q) {
      return p.chain == q.chain && p.name == q.name;
    });
  });
}

// 회견 and 기자회견: one is told as the other.
bool same_word(std::string_view text, const Event& a, const Event& b) {
  const std::string_view x = slice(text, a.trigger), y = slice(text, b.trigger);
  return x.ends_with(y) || y.ends_with(x);
}

// A lead that tells without day, place or names what the next sentences tell with them.
bool sums_up(const EventFound& a, const EventFound& b) {
  const auto& people = a.event.participants;
  return a.event.date.empty() && a.event.place.empty() && b.sentence <= a.sentence + 2 &&
         a.sentence < 4 && std::all_of(people.begin(), people.end(), [](const Participant& p) {
           return p.chain < 0;
         });
}

bool same_event(std::string_view text, const EventFound& a, const EventFound& b) {
  const Event &x = a.event, &y = b.event;
  if (x.type != y.type || !one_holds_other(x.place, y.place)) return false;
  const bool certain = !x.date.empty() && !y.date.empty() && !a.carried && !b.carried;
  if (certain && x.date != y.date) return false;
  if (!x.date.empty() && !y.date.empty() && x.date != y.date && !share_participant(x, y))
    return false;
  if (a.ahead != b.ahead && (x.date.empty() || x.date != y.date)) return false;
  if (x.participants.empty() || y.participants.empty() || share_participant(x, y)) return true;
  if (certain && b.sentence <= a.sentence + 2) return true;
  if (same_word(text, x, y)) return certain || b.carried || y.date.empty();
  return sums_up(a, b);
}

int fullness(const EventFound& f) {
  const Event& e = f.event;
  return (e.date.empty() ? 0
          : f.carried    ? 2
                         : 6) +
         (e.place.empty() ? 0 : 3) +
         2 * static_cast<int>(std::min<std::size_t>(e.participants.size(), 3));
}

void unite(std::vector<Participant>& into, const std::vector<Participant>& more) {
  for (const Participant& p : more) {
    const auto known = std::find_if(into.begin(), into.end(), [&](const Participant& q) {
      return q.chain == p.chain && q.name == p.name;
    });
    if (known == into.end()) {
      into.push_back(p);
    } else if (known->role.empty()) {
      known->role = p.role;
    }
  }
}

// Joins `other` into `kept`; the fuller sentence is the evidence.
void join(EventFound& kept, EventFound other) {
  if (fullness(other) > fullness(kept)) std::swap(kept, other);
  Event &e = kept.event, &o = other.event;
  if (e.date.empty() || (kept.carried && !other.carried && !o.date.empty())) {
    e.date = o.date;
    e.date_end = o.date_end;
    e.date_text = o.date_text;
    kept.carried = other.carried;
  }
  if (o.place.size() > e.place.size()) e.place = o.place;
  unite(e.participants, o.participants);
  e.confidence = std::max(e.confidence, o.confidence);
}

// Of what the article opens with, also who is quoted about a match, a show or a ruling.
bool has_voices(const std::string& type) {
  return type == "match" || type == "performance" || type == "ruling";
}

bool is_one_word(std::string_view name) {
  return name.find(' ') == std::string_view::npos;
}

// Adds who is quoted behind the event, in its paragraph and the next, before another event is told.
void add_speakers(const Analysis& a, EventFound& found, std::uint32_t until) {
  // Of what the article opens with, longer.
  const std::uint32_t reach = found.sentence < 4 && !found.reference ? 12 : 4;
  const std::uint32_t last =
      std::min({until, found.sentence + reach, static_cast<std::uint32_t>(a.sentences.size())});
  const ByteSpan span{a.sentences[found.sentence].span.start, a.sentences[last - 1].span.end};
  std::vector<Participant> speakers;
  auto at = std::partition_point(a.quotations.begin(), a.quotations.end(),
                                 [&](const Quotation& q) { return q.span.start < span.start; });
  for (; at != a.quotations.end() && at->span.start < span.end; ++at) {
    const Quotation& q = *at;
    if (!span.contains(q.span) || q.doubtful) continue;
    for (const Speaker& s : q.speakers) {
      const bool named = s.chain >= 0 ? a.chains[s.chain].kind == EntityKind::Person
                                      : lang::find_word(s.name) == nullptr && is_one_word(s.name);
      if (named) speakers.push_back({s.name, "speaker", s.chain});
    }
  }
  unite(found.event.participants, speakers);
}

// Whether the second is told as a part of the first: in its sentence, or what is said at a session
// that the article opens with.
bool goes_on(const EventFound& a, const EventFound& b) {
  const bool said = b.event.type == "speech" || b.event.type == "announcement" || b.reference;
  return b.sentence == a.sentence || (a.sentence < 5 && said && b.event.date == a.event.date);
}

void add_all_speakers(const Analysis& a, std::vector<EventFound>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::size_t next = i + 1;
    while (next < all.size() && next < i + kJoinedBack && goes_on(all[i], all[next])) ++next;
    const std::uint32_t until =
        next < all.size() ? all[next].sentence : static_cast<std::uint32_t>(a.sentences.size());
    const bool opens = all[i].sentence < 5 && has_voices(all[i].event.type);
    if (all[i].session || opens || is_gathering(all[i].event.type)) add_speakers(a, all[i], until);
  }
}

}  // namespace

// 오찬을 하고 현안을 논의했다: a word of many uses beside a sure event of the same people and day.
bool told_better(const std::vector<EventFound>& kept, const EventFound& found) {
  if (!found.weak) return false;
  return std::any_of(kept.rbegin(), last_of(kept), [&](const EventFound& k) {
    return !k.weak && k.sentence == found.sentence && k.event.date == found.event.date &&
           share_participant(k.event, found.event);
  });
}

void find_events(Analysis& a) {
  const EventScene scene(a);
  std::vector<EventFound> all =
      a.document.language == "en" ? find_english_events(scene) : find_korean_events(scene);
  add_all_speakers(a, all);
  std::vector<EventFound> kept;
  for (EventFound& found : all) {
    if (told_better(kept, found)) continue;
    const auto end = last_of(kept);
    const auto same = std::find_if(
        kept.rbegin(), end, [&](const EventFound& k) { return same_event(a.text, k, found); });
    if (same != end) {
      join(*same, std::move(found));
    } else if (!found.reference) {
      kept.push_back(std::move(found));
    }
  }
  for (EventFound& found : kept) a.events.push_back(std::move(found.event));
  std::stable_sort(a.events.begin(), a.events.end(), [](const Event& x, const Event& y) {
    return x.trigger.start < y.trigger.start;
  });
}

}  // namespace onrecord::extract
