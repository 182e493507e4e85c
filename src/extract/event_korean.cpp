// Events in Korean sentences: verbs of the trigger list that tell what happened, and its nouns
// where a verb carries them (간담회를 열었다), a particle places them (기자회견에서) or a day
// stands before them.
#include <algorithm>
#include <array>

#include "extract/event_scene.h"
#include "extract/event_slots.h"
#include "extract/event_words.h"
#include "lang/verb_forms.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::VerbForm;

const lang::ClassMask kEvent = class_mask("event");
const lang::ClassMask kEventVerb = class_mask("event_verb");
const lang::ClassMask kReport = class_mask("report");
constexpr TokenIndex kReach = 7;  // tokens from a noun to the verb that carries it

class KoreanEvents {
 public:
  explicit KoreanEvents(const EventScene& scene)
      : scene_(scene), a_(scene.a), slots_(scene), holds_(sentences_with_quotations(scene.a)) {}

  std::vector<EventFound> run() {
    for (std::uint32_t s = 0; s < a_.sentences.size(); ++s) {
      if (scene_.is_told(s)) read(a_.sentences[s]);
    }
    return std::move(found_);
  }

 private:
  void read(const Sentence& sentence) {
    last_verb_ = last_verb(sentence);
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (scene_.quoted(i) || !a_.tokens[i].is_word()) continue;
      auto trigger = verb_trigger(i, sentence);
      if (!trigger) trigger = noun_trigger(i, sentence);
      if (trigger) add(*trigger, sentence);
    }
  }

  TokenIndex last_verb(const Sentence& sentence) const {
    for (TokenIndex i = sentence.end; i-- > sentence.begin;) {
      if (a_.tokens[i].is_word() && !scene_.quoted(i)) return i;
    }
    return sentence.begin;
  }

  // --- triggers --------------------------------------------------------------------------------

  std::optional<Trigger> verb_trigger(TokenIndex i, const Sentence& sentence) const {
    const EventVerb verb = event_verb_at(a_, i);
    if (verb.word == nullptr || a_.mention_at[i] != kNone) return std::nullopt;
    const TypeValue value = type_value(verb.word->value(kEventVerb));
    if (carries(value.type) || did_not_happen(a_.surface(a_.tokens[i]), verb.form))
      return std::nullopt;
    if (value.weak && verb.word->has(kReport) && holds_quotation(sentence))
      return std::nullopt;  // 밝혔다: says
    Trigger t{i, i + 1, std::string(value.type)};
    t.weak = value.weak;
    t.reported = scene_.reported(i);
    switch (verb.form) {
      case VerbForm::Finite:
        t.coming = !verb.past;
        t.rule = "event.verb";
        break;
      case VerbForm::Connective:
        t.shape = EventShape::Connective;
        t.rule = "event.verb_goes_on";
        t.coming = !happened_before_end();
        break;
      case VerbForm::Adnominal:  // 별세했다는 (소식)
        if (a_.tokens[i].reading.quotative == lang::Quotative::None ||
            !is_past(a_.surface(a_.tokens[i]), VerbForm::Finite))
          return std::nullopt;
        t.rule = "event.verb";
        break;
      default:
        return std::nullopt;
    }
    return t;
  }

  bool holds_quotation(const Sentence& sentence) const {
    return holds_[static_cast<std::size_t>(&sentence - a_.sentences.data())];
  }

  // By sentence: whether it overlaps a quotation.
  static std::vector<bool> sentences_with_quotations(const Analysis& a) {
    std::vector<bool> out(a.sentences.size(), false);
    for (const Quotation& q : a.quotations) {
      auto at = std::partition_point(a.sentences.begin(), a.sentences.end(),
                                     [&](const Sentence& s) { return s.span.end <= q.span.start; });
      for (; at != a.sentences.end() && at->span.start < q.span.end; ++at)
        out[static_cast<std::size_t>(at - a.sentences.begin())] = true;
    }
    return out;
  }

  // Whether the sentence ends in the past: what goes on to its end is past, too.
  bool happened_before_end() const {
    const std::string_view surface = a_.surface(a_.tokens[last_verb_]);
    return is_past(surface, VerbForm::Finite) || !surface.ends_with("다");
  }

  // The word that two make: 대정부 질문.
  static const lang::Word* joined(std::string_view first, std::string_view second) {
    std::array<char, 48> two{};  // bytes; longer than any word of the lexicon
    if (first.size() + second.size() > two.size()) return nullptr;
    std::copy(second.begin(), second.end(), std::copy(first.begin(), first.end(), two.begin()));
    return lang::find_word({two.data(), first.size() + second.size()});
  }

  // The trigger noun at token i, or of i and the word before it (대정부 질문). A name is one only
  // as a whole.
  const lang::Word* noun_at(TokenIndex i, const Sentence& sentence, TokenIndex& begin) const {
    const std::string_view stem = a_.stem(a_.tokens[i]);
    if (i > sentence.begin && a_.tokens[i - 1].is_word() && a_.tokens[i - 1].is(Josa::None) &&
        !scene_.quoted(i - 1)) {
      const lang::Word* word = joined(a_.surface(a_.tokens[i - 1]), stem);
      if (word != nullptr && word->has(kEvent)) {
        begin = i - 1;
        return word;
      }
    }
    const lang::Word* noun = a_.tokens[i].reading.may_end_in(kEvent) ? trigger_noun(stem) : nullptr;
    return noun != nullptr && a_.mention_at[i] != kNone && noun->form != stem ? nullptr : noun;
  }

  std::optional<Trigger> noun_trigger(TokenIndex i, const Sentence& sentence) const {
    const Token& token = a_.tokens[i];
    if (token.reading.verb_like && !token.reading.has(kEvent)) return std::nullopt;
    TokenIndex begin = i;
    const lang::Word* noun = noun_at(i, sentence, begin);
    if (noun == nullptr || goes_on_as_noun(i, sentence)) return std::nullopt;
    const TypeValue value = type_value(noun->value(kEvent));
    Trigger t{begin, i + 1, std::string(value.type)};
    t.weak = value.weak;
    t.reported = scene_.reported(i);
    t.support = carrier(i, sentence);
    if (t.support != kNone) {
      t.shape = EventShape::Held;
      t.rule = "event.noun_held";
      t.coming = !support_is_past(static_cast<TokenIndex>(t.support));
    } else if (token.is(Josa::Loc) || a_.particle(token) == "에서다" || after_it(i, sentence)) {
      t.shape = EventShape::At;
      t.rule = "event.noun_at";
      t.coming = !happened_before_end();
    } else {
      t.shape = EventShape::Dated;
      t.rule = "event.noun_dated";
      if (token.is(Josa::Gen)) return std::nullopt;
    }
    return t;
  }

  // 간담회 자료, 회담 결과: the noun only tells of which thing. Another trigger or a verb is none.
  bool goes_on_as_noun(TokenIndex i, const Sentence& sentence) const {
    const Token& token = a_.tokens[i];
    if (!token.is(Josa::None) || i + 1 >= sentence.end) return false;
    const Token& next = a_.tokens[i + 1];
    if (!next.is_word() || scene_.quoted(i + 1) || is_time(a_, i + 1) || after_it(i, sentence))
      return false;
    return event_verb_at(a_, i + 1).word == nullptr && !next.reading.verb_like;
  }

  // 회담 뒤, 회의 직후, 회담 도중
  bool after_it(TokenIndex i, const Sentence& sentence) const {
    if (i + 1 >= sentence.end || !a_.tokens[i + 1].is_word()) return false;
    const lang::Word* word = lang::find_word(a_.stem(a_.tokens[i + 1]));
    return word != nullptr && word->has(class_mask("date_word")) &&
           word->value(class_mask("date_word")).starts_with("shift");
  }

  // The verb that a noun is the object, subject or goal of; kNone if another noun comes between
  // with such a particle.
  std::int32_t carrier(TokenIndex i, const Sentence& sentence) const {
    const Token& noun = a_.tokens[i];
    const bool fits = noun.is(Josa::Obj) || noun.is(Josa::Subj) || noun.is(Josa::Topic) ||
                      noun.is(Josa::Dat) || noun.is(Josa::Also) || noun.is(Josa::None);
    if (!fits) return kNone;
    for (TokenIndex k = i + 1; k < sentence.end && k <= i + kReach; ++k) {
      const Token& t = a_.tokens[k];
      if (scene_.quoted(k)) return kNone;
      const EventVerb verb = event_verb_at(a_, k);
      if (verb.word != nullptr && carries(verb.word->value(kEventVerb)))
        return static_cast<std::int32_t>(k);
      if (verb.word != nullptr || t.first == ',') return kNone;
      if (t.is_word() && t.is(noun.reading.josa) && !noun.is(Josa::None) && !t.reading.verb_like)
        return kNone;
    }
    return kNone;
  }

  bool support_is_past(TokenIndex k) const {
    const EventVerb verb = event_verb_at(a_, k);
    if (verb.past) return true;
    if (did_not_happen(a_.surface(a_.tokens[k]), verb.form)) return false;
    return verb.form == VerbForm::Connective && happened_before_end();
  }

  void add(const Trigger& trigger, const Sentence& sentence) {
    ByteSpan span;
    std::string place = slots_.place_of(trigger, sentence, span);
    auto people = slots_.participants(trigger, sentence, span);
    if (auto event = judge(scene_, trigger, std::move(place), std::move(people)))
      found_.push_back(std::move(*event));
  }

  const EventScene& scene_;
  const Analysis& a_;
  const EventSlots slots_;
  const std::vector<bool> holds_;
  TokenIndex last_verb_ = 0;
  std::vector<EventFound> found_;
};

}  // namespace

std::vector<EventFound> find_korean_events(const EventScene& scene) {
  return KoreanEvents(scene).run();
}

}  // namespace onrecord::extract
