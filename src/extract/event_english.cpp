// Events in English sentences: verbs of the trigger list in the past with somebody before them, and
// its nouns where a verb carries them (held a meeting), a preposition places them (at a news
// conference) or a day stands beside them.
#include <algorithm>

#include "extract/english.h"
#include "extract/event_scene.h"
#include "extract/event_words.h"

namespace onrecord::extract {
namespace {

using english::EnglishWord;
using english::kind;
using english::Kinds;

const lang::ClassMask kEvent = lang::class_mask("event_en");
const Kinds kNoun = kind("det") | kind("poss");
const Kinds kPreposition = kind("prep");
constexpr TokenIndex kReach = 6;

// What a word near a trigger says of it: open, not, ahead, or "".
std::string_view openness(std::string_view word) {
  for (const lang::TableRow& row : lang::table("event_open_en")) {
    if (word == row.cells[0]) return row.cells[1];
  }
  return word.ends_with("n't") || word.ends_with("n\u2019t") ? std::string_view("not") : "";
}

class EnglishEvents {
 public:
  explicit EnglishEvents(const EventScene& scene)
      : scene_(scene), a_(scene.a), words_(english::read_words(a_)), first_(first_told(scene)) {}

  std::vector<EventFound> run() {
    for (std::uint32_t s = 0; s < a_.sentences.size(); ++s) {
      if (scene_.is_told(s)) read(a_.sentences[s]);
    }
    for (EventFound& found : found_) {
      for (std::uint32_t s : scene_.placing(found)) {
        if (found.event.place.empty()) found.event.place = named_place(a_.sentences[s]);
      }
    }
    return std::move(found_);
  }

 private:
  void read(const Sentence& sentence) {
    std::size_t read = 0;
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (!a_.tokens[i].is_word() || a_.mention_at[i] != kNone) continue;
      const auto trigger = scene_.quoted(i) ? named_trigger(i, sentence) : trigger_at(i, sentence);
      if (!trigger) continue;
      if (++read > kMostInSentence) return;
      ByteSpan span;
      std::string place =
          trigger->type == "visit" ? goal_of(*trigger, sentence, span) : place_of(sentence, span);
      auto people = people_of(*trigger, sentence, span);
      if (auto event = judge(scene_, *trigger, std::move(place), std::move(people)))
        found_.push_back(std::move(*event));
      i = trigger->end - 1;
    }
  }

  // Who is named outside the place; of a match also the names that no list knows.
  std::vector<Participant> people_of(const Trigger& trigger, const Sentence& sentence,
                                     ByteSpan place) const {
    std::vector<Participant> all = people_in(scene_, sentence.begin, sentence.end);
    std::erase_if(all, [&](const Participant& p) { return stands_in(p, sentence, place); });
    if (trigger.type == "match") add_sides(all, sentence);
    if (trigger.session || is_gathering(trigger.type)) add_quoted(scene_, sentence, all);
    return all;
  }

  bool stands_in(const Participant& p, const Sentence& sentence, ByteSpan place) const {
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      const std::int32_t m = a_.mention_at[i];
      if (m == kNone || static_cast<std::int32_t>(a_.mentions[m].chain) != p.chain) continue;
      if (!place.contains(a_.tokens[i].span.start)) return false;
    }
    return true;
  }

  // give the Hawkwings a win over the Busan Whales: capitals behind "the".
  void add_sides(std::vector<Participant>& all, const Sentence& sentence) const {
    for (TokenIndex i = sentence.begin; i + 1 < sentence.end; ++i) {
      if (a_.surface(a_.tokens[i]) != "the" || scene_.quoted(i)) continue;
      TokenIndex end = i + 1;
      bool person = false;
      while (end < sentence.end && a_.tokens[end].is_word() && words_[end].capital) {
        const std::int32_t m = a_.mention_at[end];
        person = person || (m != kNone && a_.mentions[m].kind != EntityKind::Place);
        ++end;
      }
      if (end == i + 1 || person) continue;
      all.push_back(
          {std::string(slice(a_.text, {a_.tokens[i + 1].span.start, a_.tokens[end - 1].span.end})),
           "", kNone});
    }
  }

  // will hold its “TechDay”, an event called “Lumen Summit”: token i is the last of a name in
  // marks.
  std::optional<Trigger> named_trigger(TokenIndex i, const Sentence& sentence) const {
    const std::int32_t passage = a_.tokens[i].passage;
    if (passage == kNone) return std::nullopt;
    const Passage& name = a_.passages[static_cast<std::size_t>(passage)];
    if (name.close - name.open > 6 || name.open <= sentence.begin) return std::nullopt;
    const bool last = i + 1 == name.close || (i + 2 == name.close && !a_.tokens[i + 1].is_word());
    if (!last) return std::nullopt;
    const std::string low = english::lower(a_.surface(a_.tokens[i]));
    for (const lang::TableRow& row : lang::table("event_names_en")) {
      if (!low.ends_with(row.cells[0])) continue;
      Trigger t{name.open + 1, i + 1, std::string(row.cells[1])};
      const Carrier by = carrier_before(name.open, sentence);
      if (!by.found && !introduces(name.open, sentence)) return std::nullopt;
      t.rule = "en_event.noun_held";
      t.shape = EventShape::Held;
      t.coming = by.coming || way_before(name.open, sentence) == "ahead";
      return t;
    }
    return std::nullopt;
  }

  // an event called “…”
  bool introduces(TokenIndex open, const Sentence& sentence) const {
    for (TokenIndex i = open; i-- > sentence.begin && i + 4 > open;) {
      const lang::Word* word = lang::find_word(english::lower(a_.surface(a_.tokens[i])));
      if (word != nullptr && word->has(kEvent) && type_value(word->value(kEvent)).noun) return true;
    }
    return false;
  }

  // The trigger of up to three words at token i.
  std::optional<Trigger> trigger_at(TokenIndex i, const Sentence& sentence) const {
    for (TokenIndex end = std::min<TokenIndex>(i + 3, sentence.end); end > i; --end) {
      const std::string form =
          english::lower(slice(a_.text, {a_.tokens[i].span.start, a_.tokens[end - 1].span.end}));
      const lang::Word* word = lang::find_word(form);
      if (word == nullptr || !word->has(kEvent)) continue;
      const TypeValue value = type_value(word->value(kEvent));
      if (value.type == "support" || value.type == "none") return std::nullopt;
      Trigger t{i, end, std::string(value.type)};
      t.weak = value.weak;
      t.session = value.session;
      t.reported = scene_.reported(i);
      return value.noun ? noun(t, value, sentence) : verb(t, value, sentence);
    }
    return std::nullopt;
  }

  bool is(TokenIndex i, Kinds kinds) const { return a_.tokens[i].is_word() && words_[i].is(kinds); }

  // What the words before token i say of it: open, not, ahead, or "".
  std::string_view way_before(TokenIndex i, const Sentence& sentence) const {
    constexpr TokenIndex kBack = 5;
    std::string_view way;
    for (TokenIndex k = i; k-- > sentence.begin && k + kBack > i;) {
      const Token& t = a_.tokens[k];
      if (t.first == ',' || t.first == ';' || scene_.quoted(k)) break;
      const std::string_view here = openness(english::lower(a_.surface(t)));
      if (here == "open" || here == "not") return here;
      if (!here.empty()) way = here;
    }
    return way;
  }

  // Behind "the" or "of" it is an adjective; behind "might" it has not happened.
  std::optional<Trigger> verb(Trigger t, const TypeValue& value, const Sentence& sentence) const {
    t.rule = "en_event.verb";
    if (t.begin == sentence.begin || is(t.begin - 1, kNoun | kPreposition)) return std::nullopt;
    const std::string_view way = way_before(t.begin, sentence);
    if (way == "open" || way == "not") return std::nullopt;
    const bool finite = a_.surface(a_.tokens[t.begin]).ends_with("s");  // opens, takes over
    if (value.coming && way != "ahead" && !finite) return std::nullopt;
    t.coming = value.coming || way == "ahead";
    if (t.type == "match" && has_score(sentence)) t.weak = false;
    if (t.weak && t.type == "visit" && names_person(t.begin - 1)) t.weak = false;
    return t;
  }

  bool names_body(TokenIndex i, const Sentence& sentence) const {
    if (i >= sentence.end || a_.mention_at[i] == kNone) return false;
    return a_.mentions[a_.mention_at[i]].kind == EntityKind::Organization;
  }

  // 3-2, 128–126
  bool has_score(const Sentence& sentence) const {
    return tells_score(slice(a_.text, sentence.span));
  }

  bool names_person(TokenIndex i) const {
    const std::int32_t m = a_.mention_at[i];
    return m != kNone && a_.mentions[m].kind == EntityKind::Person;
  }

  struct Carrier {
    bool found = false, coming = false;
  };

  Carrier carries(TokenIndex i) const {
    if (!a_.tokens[i].is_word()) return {};
    const lang::Word* word = lang::find_word(english::lower(a_.surface(a_.tokens[i])));
    if (word == nullptr || !word->has(kEvent)) return {};
    const TypeValue value = type_value(word->value(kEvent));
    return {value.type == "support", value.coming};
  }

  Carrier carrier_before(TokenIndex i, const Sentence& sentence) const {
    for (TokenIndex k = i; k-- > sentence.begin && k + kReach > i;) {
      if (const Carrier by = carries(k); by.found && !scene_.quoted(k)) return by;
    }
    return {};
  }

  Carrier carrier(const Trigger& t, const Sentence& sentence) const {
    if (const Carrier before = carrier_before(t.begin, sentence); before.found) return before;
    const TokenIndex to = std::min<TokenIndex>(sentence.end, t.end + kReach);
    for (TokenIndex i = t.end; i < to; ++i) {
      if (const Carrier by = carries(i); by.found && !scene_.quoted(i)) return by;
    }
    return {};
  }

  std::optional<Trigger> noun(Trigger t, const TypeValue& value, const Sentence& sentence) const {
    const std::string_view way = way_before(t.begin, sentence);
    if (way == "open" || way == "not") return std::nullopt;
    if (names_body(t.end, sentence)) return std::nullopt;  // the ruling New Party
    t.weak = (value.weak || value.held) && !(t.type == "match" && has_score(sentence));
    t.coming = way == "ahead";
    t.subject = opens_sentence(t.begin, sentence) && !placed(t, sentence);
    if (const Carrier by = carrier(t, sentence); by.found) {
      t.shape = EventShape::Held;
      t.rule = "en_event.noun_held";
      t.coming = t.coming || by.coming;
      if (value.held) t.weak = false;
    } else if (placed(t, sentence)) {
      t.shape = EventShape::At;
      t.rule = "en_event.noun_at";
    } else {
      t.shape = EventShape::Dated;
      t.rule = "en_event.noun_dated";
    }
    return t;
  }

  // A public meeting …: the first noun phrase of the sentence.
  bool opens_sentence(TokenIndex i, const Sentence& sentence) const {
    if (i == sentence.begin) return true;
    for (TokenIndex k = i; k-- > sentence.begin && k + 4 > i;) {
      if (is(k, kNoun)) return k < sentence.begin + 2;
    }
    return false;
  }

  // at a news conference, during the trial
  bool placed(const Trigger& t, const Sentence& sentence) const {
    const TokenIndex from = t.begin > sentence.begin + 3 ? t.begin - 3 : sentence.begin;
    for (TokenIndex i = t.begin; i-- > from;) {
      if (a_.surface(a_.tokens[i]) == "told") return true;
      if (is(i, kPreposition) && a_.surface(a_.tokens[i]) != "of") return true;
    }
    return false;
  }

  // in X, at X; the town before the dash that opens an article.
  std::string place_of(const Sentence& sentence, ByteSpan& span) const {
    if (std::string place = named_place(sentence, &span); !place.empty()) return place;
    return says_here(sentence) || opens_article(sentence) ? dateline() : std::string();
  }

  // visited China, a visit to China
  std::string goal_of(const Trigger& t, const Sentence& sentence, ByteSpan& span) const {
    for (TokenIndex i = t.end; i < sentence.end && i < t.end + 4; ++i) {
      const std::int32_t m = a_.mention_at[i];
      if (m == kNone) continue;
      if (a_.mentions[m].kind == EntityKind::Person) break;
      span = a_.mentions[m].span;
      return std::string(slice(a_.text, span));
    }
    return place_of(sentence, span);
  }

  std::string named_place(const Sentence& sentence, ByteSpan* span = nullptr) const {
    for (TokenIndex i = sentence.begin; i + 1 < sentence.end; ++i) {
      const std::string_view word = a_.surface(a_.tokens[i]);
      if (scene_.quoted(i) ||
          (word != "in" && word != "at" && word != "In" && word != "At" && word != "outside"))
        continue;
      TokenIndex k = i + 1;
      const bool indefinite = a_.surface(a_.tokens[k]) == "a" || a_.surface(a_.tokens[k]) == "an";
      if (is(k, kNoun) && k + 1 < sentence.end) ++k;
      if (indefinite && a_.mention_at[k] == kNone) continue;
      if (auto place = place_at(k, sentence)) {
        if (span != nullptr) *span = *place;
        return std::string(slice(a_.text, *place));
      }
    }
    return {};
  }

  std::optional<ByteSpan> place_at(TokenIndex k, const Sentence& sentence) const {
    const std::int32_t m = a_.mention_at[k];
    if (m == kNone) return unknown_place(k, sentence);
    const EntityKind what = a_.mentions[m].kind;
    if (what != EntityKind::Place && what != EntityKind::Organization) return std::nullopt;
    ByteSpan span = a_.mentions[m].span;
    for (TokenIndex i = k; i < sentence.end && a_.tokens[i].span.start <= span.end + 1; ++i) {
      const std::int32_t next = a_.mention_at[i];  // U.S. Supreme Court
      if (next == kNone || next == m) continue;
      if (a_.mentions[next].kind == EntityKind::Organization) span.end = a_.mentions[next].span.end;
      break;
    }
    return span;
  }

  // at Mill Hollow: capitals that no list knows, and no day.
  std::optional<ByteSpan> unknown_place(TokenIndex k, const Sentence& sentence) const {
    TokenIndex end = k;
    while (end < sentence.end && a_.tokens[end].is_word() && words_[end].capital &&
           a_.mention_at[end] == kNone && !words_[end].possessive &&
           (words_[end].classes & lang::class_mask("date_word")) == 0)
      ++end;
    if (end == k || a_.surface(a_.tokens[k]).size() < 3) return std::nullopt;
    return ByteSpan{a_.tokens[k].span.start, a_.tokens[end - 1].span.end};
  }

  bool says_here(const Sentence& sentence) const {
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (a_.surface(a_.tokens[i]) == "here" && !scene_.quoted(i)) return true;
    }
    return false;
  }

  bool opens_article(const Sentence& sentence) const {
    return scene_.rank(static_cast<std::uint32_t>(&sentence - a_.sentences.data())) < 4;
  }

  static const Sentence* first_told(const EventScene& scene) {
    for (std::uint32_t s = 0; s < scene.a.sentences.size(); ++s) {
      if (scene.is_told(s)) return &scene.a.sentences[s];
    }
    return nullptr;
  }

  // The town before the dash that opens an article: SEOUL, Jan. 22 (Peninsula Dispatch) --
  std::string dateline() const {
    if (first_ == nullptr) return {};
    const std::int32_t m = a_.mention_at[first_->begin];
    if (m == kNone || a_.mentions[m].kind != EntityKind::Place) return {};
    for (TokenIndex i = first_->begin + 1; i < a_.tokens.size() && i < first_->begin + 14; ++i) {
      const Token& t = a_.tokens[i];
      if (t.block != first_->block) break;
      if (t.first == 0x2014 || t.first == 0x2013 || (t.first == '-' && !t.glued))
        return a_.mentions[m].surface;
    }
    return {};
  }

  const EventScene& scene_;
  const Analysis& a_;
  std::vector<EnglishWord> words_;
  const Sentence* first_;  // of running text
  std::vector<EventFound> found_;
};

}  // namespace

std::vector<EventFound> find_english_events(const EventScene& scene) {
  return EnglishEvents(scene).run();
}

}  // namespace onrecord::extract
