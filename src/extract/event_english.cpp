// Events in English sentences: verbs of the trigger list in the past with somebody before them, and
// its nouns where a verb carries them (held a meeting), a preposition places them (at a news
// conference) or a day stands beside them.
#include <algorithm>

#include "extract/english.h"
#include "extract/event_scene.h"

namespace onrecord::extract {
namespace {

using english::EnglishWord;
using english::kind;
using english::Kinds;

const lang::ClassMask kEvent = lang::class_mask("event_en");
const Kinds kNoun = kind("det") | kind("poss");
const Kinds kPreposition = kind("prep");
const Kinds kOpen = kind("modal") | kind("future");
constexpr TokenIndex kReach = 6;

struct TypeValue {
  std::string type;
  bool weak = false, noun = false;
};

TypeValue type_value(std::string_view value) {
  TypeValue out;
  if (value.starts_with("weak ")) {
    out.weak = true;
    value.remove_prefix(5);
  }
  if (value.ends_with(" noun")) {
    out.noun = true;
    value.remove_suffix(5);
  }
  out.type = value;
  return out;
}

class EnglishEvents {
 public:
  explicit EnglishEvents(const EventScene& scene)
      : scene_(scene), a_(scene.a), words_(english::read_words(a_)) {}

  std::vector<EventFound> run() {
    for (std::uint32_t s = 0; s < a_.sentences.size(); ++s) {
      if (scene_.is_told(s)) read(a_.sentences[s]);
    }
    return std::move(found_);
  }

 private:
  void read(const Sentence& sentence) {
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (scene_.quoted(i) || !a_.tokens[i].is_word() || a_.mention_at[i] != kNone) continue;
      if (auto trigger = trigger_at(i, sentence)) {
        ByteSpan span;
        std::string place = place_of(sentence, span);
        auto people = people_in(scene_, sentence.begin, sentence.end);
        if (auto event = judge(scene_, *trigger, std::move(place), std::move(people)))
          found_.push_back(std::move(*event));
        i = trigger->end - 1;
      }
    }
  }

  // The trigger of one or two words at token i.
  std::optional<Trigger> trigger_at(TokenIndex i, const Sentence& sentence) const {
    for (TokenIndex end = std::min<TokenIndex>(i + 2, sentence.end); end > i; --end) {
      const std::string form =
          english::lower(slice(a_.text, {a_.tokens[i].span.start, a_.tokens[end - 1].span.end}));
      const lang::Word* word = lang::find_word(form);
      if (word == nullptr || !word->has(kEvent)) continue;
      const TypeValue value = type_value(word->value(kEvent));
      if (value.type == "support") return std::nullopt;
      Trigger t{i, end, value.type};
      t.weak = value.weak;
      t.reported = scene_.reported(i);
      return value.noun ? noun(t, sentence) : verb(t, sentence);
    }
    return std::nullopt;
  }

  bool is(TokenIndex i, Kinds kinds) const { return a_.tokens[i].is_word() && words_[i].is(kinds); }

  // Behind "the" or "of" it is an adjective; behind a modal it has not happened.
  std::optional<Trigger> verb(Trigger t, const Sentence& sentence) const {
    t.rule = "en_event.verb";
    const TokenIndex from = t.begin > sentence.begin + 3 ? t.begin - 3 : sentence.begin;
    if (t.begin == sentence.begin || is(t.begin - 1, kNoun | kPreposition)) return std::nullopt;
    for (TokenIndex i = from; i < t.begin; ++i) {
      if (is(i, kOpen)) return std::nullopt;
    }
    return t;
  }

  bool carries(TokenIndex i) const {
    if (!a_.tokens[i].is_word()) return false;
    const lang::Word* word = lang::find_word(english::lower(a_.surface(a_.tokens[i])));
    return word != nullptr && word->has(kEvent) && word->value(kEvent) == "support";
  }

  bool carried(const Trigger& t, const Sentence& sentence) const {
    const TokenIndex from = t.begin > sentence.begin + kReach ? t.begin - kReach : sentence.begin;
    const TokenIndex to = std::min<TokenIndex>(sentence.end, t.end + kReach);
    for (TokenIndex i = from; i < to; ++i) {
      if (!scene_.quoted(i) && carries(i)) return true;
    }
    return false;
  }

  std::optional<Trigger> noun(Trigger t, const Sentence& sentence) const {
    if (carried(t, sentence)) {
      t.shape = EventShape::Held;
      t.rule = "en_event.noun_held";
    } else if (placed(t, sentence)) {
      t.shape = EventShape::At;
      t.rule = "en_event.noun_at";
    } else {
      t.shape = EventShape::Dated;
      t.rule = "en_event.noun_dated";
    }
    return t;
  }

  // at a news conference, during the trial
  bool placed(const Trigger& t, const Sentence& sentence) const {
    const TokenIndex from = t.begin > sentence.begin + 3 ? t.begin - 3 : sentence.begin;
    for (TokenIndex i = t.begin; i-- > from;) {
      if (is(i, kPreposition) && a_.surface(a_.tokens[i]) != "of") return true;
    }
    return false;
  }

  // in X, at X; the town before the dash that opens an article.
  std::string place_of(const Sentence& sentence, ByteSpan& span) const {
    for (TokenIndex i = sentence.begin; i + 1 < sentence.end; ++i) {
      const std::string_view word = a_.surface(a_.tokens[i]);
      if (scene_.quoted(i) ||
          (word != "in" && word != "at" && word != "In" && word != "At" && word != "outside"))
        continue;
      TokenIndex k = i + 1;
      if (is(k, kNoun) && k + 1 < sentence.end) ++k;
      if (auto place = place_at(k)) {
        span = *place;
        return std::string(slice(a_.text, span));
      }
    }
    return dateline(sentence);
  }

  std::optional<ByteSpan> place_at(TokenIndex k) const {
    const std::int32_t m = a_.mention_at[k];
    if (m == kNone) return std::nullopt;
    const EntityKind what = a_.mentions[m].kind;
    if (what != EntityKind::Place && what != EntityKind::Organization) return std::nullopt;
    return a_.mentions[m].span;
  }

  std::string dateline(const Sentence& sentence) const {
    if (scene_.rank(a_.tokens[sentence.begin].sentence) != 0 || sentence.end - sentence.begin < 3)
      return {};
    const std::int32_t m = a_.mention_at[sentence.begin];
    if (m == kNone || a_.mentions[m].kind != EntityKind::Place) return {};
    TokenIndex next = sentence.begin + 1;
    while (next < sentence.end && next < sentence.begin + 5 && a_.tokens[next].is_word()) ++next;
    if (next >= sentence.end || (a_.tokens[next].first != 0x2014 && a_.tokens[next].first != '-' &&
                                 a_.tokens[next].first != 0x2013))
      return {};
    return a_.mentions[m].surface;
  }

  const EventScene& scene_;
  const Analysis& a_;
  std::vector<EnglishWord> words_;
  std::vector<EventFound> found_;
};

}  // namespace

std::vector<EventFound> find_english_events(const EventScene& scene) {
  return EnglishEvents(scene).run();
}

}  // namespace onrecord::extract
