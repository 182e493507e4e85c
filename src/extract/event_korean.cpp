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
    for (EventFound& found : found_) {
      for (std::uint32_t s : scene_.placing(found)) {
        if (found.event.place.empty()) found.event.place = slots_.located(a_.sentences[s]);
      }
    }
    return std::move(found_);
  }

 private:
  void read(const Sentence& sentence) {
    std::size_t read = 0;
    last_verb_ = last_verb(sentence);
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      if (scene_.quoted(i) || !a_.tokens[i].is_word()) continue;
      auto trigger = verb_trigger(i, sentence);
      if (!trigger) trigger = noun_trigger(i, sentence);
      if (!trigger) trigger = named_trigger(i, sentence);
      if (!trigger) continue;
      if (++read > kMostInSentence) return;
      add(*trigger, sentence);
    }
  }

  // ‘루멘 서밋’에서, ‘동해안 더비’를 치른다, ‘젖은 편지의 밤’ 행사: token i stands behind the
  // marks.
  std::optional<Trigger> named_trigger(TokenIndex i, const Sentence& sentence) const {
    if (i < sentence.begin + 3 || a_.closing[i - 1] == kNone) return std::nullopt;
    const Passage& name = a_.passages[static_cast<std::size_t>(a_.closing[i - 1])];
    if (name.open < sentence.begin || name.close - name.open > 8) return std::nullopt;
    const bool led = led_by(name.open, sentence) != kNone;
    const std::string_view kind = kind_of_name(i, led);
    if (kind.empty()) return std::nullopt;
    Trigger t{name.open + 1, i - 1, std::string(kind)};
    if (t.begin >= t.end) return std::nullopt;
    t.reported = scene_.reported(i);
    t.support = carrier(i, sentence);
    if (!led && t.support == kNone) return std::nullopt;
    t.shape = EventShape::Held;
    t.rule = "event.noun_held";
    if (t.support == kNone) {
      t.support = led_by(name.open, sentence);
      t.coming = !event_verb_at(a_, static_cast<TokenIndex>(t.support)).past;
    } else {
      t.coming = !support_is_past(static_cast<TokenIndex>(t.support));
    }
    return t;
  }

  // The type by the last word in the marks, else by the word behind them (행사).
  std::string_view kind_of_name(TokenIndex i, bool led) const {
    TokenIndex last = i - 2;
    if (text::is_digit(a_.tokens[last].first) && a_.tokens[last - 1].is_word()) --last;  // 2024
    if (std::string_view kind = event_name_kind(a_.surface(a_.tokens[last])); !kind.empty())
      return kind;
    const bool apart = !a_.tokens[i].glued;
    if (apart) return event_name_kind(a_.stem(a_.tokens[i]));
    return led && a_.surface(a_.tokens[i]) == "에서" ? std::string_view("meeting") : "";
  }

  TokenIndex last_verb(const Sentence& sentence) const {
    for (TokenIndex i = sentence.end; i-- > sentence.begin;) {
      if (a_.tokens[i].is_word() && !scene_.quoted(i)) return i;
    }
    return sentence.begin;
  }

  // --- triggers --------------------------------------------------------------------------------

  std::optional<Trigger> verb_trigger(TokenIndex i, const Sentence& sentence) const {
    if (a_.mention_at[i] != kNone) return std::nullopt;
    TokenIndex begin = i;
    EventVerb verb = phrase_verb(i, sentence, begin);
    if (verb.word == nullptr) verb = event_verb_at(a_, i);
    if (verb.word == nullptr) return std::nullopt;
    const TypeValue value = type_value(verb.word->value(kEventVerb));
    if (carries(value.type) && !value.marked.empty()) return body_sits(i, verb, value, sentence);
    if (carries(value.type) || value.type == "cancel" ||
        did_not_happen(a_.surface(a_.tokens[i]), verb.form) || is_denied(i, sentence))
      return std::nullopt;
    if (value.weak && verb.word->has(kReport) && verb.form != VerbForm::Adnominal &&
        holds_quotation(sentence))
      return std::nullopt;  // 밝혔다: says
    if (value.held && !slots_.visited(i, sentence)) return std::nullopt;
    const bool phrase = begin < i;
    Trigger t{begin + 1 == i ? begin : i, i + 1, std::string(value.type)};
    if (!value.marked.empty() && marked_before(i, sentence)) t.type = value.marked;
    t.weak =
        value.weak && t.type != value.marked && !(value.type == "match" && has_score(sentence));
    t.reported = scene_.reported(i);
    return shaped(t, verb, i, phrase);
  }

  // 금통위는 다음 달 22일 열린다: a body is its subject.
  std::optional<Trigger> body_sits(TokenIndex i, const EventVerb& verb, const TypeValue& value,
                                   const Sentence& sentence) const {
    if (verb.form == VerbForm::Adnominal) return std::nullopt;
    for (TokenIndex k = i; k-- > sentence.begin && k + 6 > i;) {
      const Token& t = a_.tokens[k];
      if (scene_.quoted(k)) return std::nullopt;
      if (!t.is_word() || (!t.is(Josa::Subj) && !t.is(Josa::Topic))) continue;
      const PhraseKind kind = kind_of(a_, phrase_at(a_, k, sentence.begin));
      const bool name = kind == PhraseKind::Unknown && slots_.recurs(a_.stem(t));
      if ((kind != PhraseKind::Body && kind != PhraseKind::Role && !name) ||
          trigger_noun(a_.stem(t)) != nullptr)
        return std::nullopt;
      Trigger out{i, i + 1, std::string(value.marked)};
      out.weak = true;
      out.reported = scene_.reported(i);
      return shaped(out, verb, i, false);
    }
    return std::nullopt;
  }

  // How the verb's form tells of it; nothing where it only says of which thing.
  std::optional<Trigger> shaped(Trigger t, const EventVerb& verb, TokenIndex i, bool phrase) const {
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
      case VerbForm::Adnominal:  // 별세했다는 (소식); 광산이 무너진 (지)
        if (tells_in_passing(t, verb, i, phrase)) {
          t.shape = EventShape::Connective;
          t.rule = "event.verb_goes_on";
          break;
        }
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

  // 건물이 무너진 지 엿새, 주택에서 불이 난 14일: an accident with its own subject; or anything
  // with its day before it.
  bool tells_in_passing(const Trigger& t, const EventVerb& verb, TokenIndex i, bool phrase) const {
    if (!verb.past || i == 0) return false;
    if (is_time(a_, i - 1)) return true;  // 4일 공개된 의사록
    return t.type == "accident" && (phrase || a_.tokens[i - 1].is(Josa::Subj));
  }

  // 은퇴를 선언했다, 불이 났다, 기준금리를 연 3.5%로 묶었다: the verb and its object make the
  // trigger, which the list has as one word (은퇴선언하, 불나, 금리묶).
  EventVerb phrase_verb(TokenIndex i, const Sentence& sentence, TokenIndex& begin) const {
    const Token& token = a_.tokens[i];
    if (!token.reading.verb_like && token.reading.verb == VerbForm::None &&
        a_.surface(token).size() > 6)
      return {};
    bool object = false;
    for (TokenIndex k = i; k-- > sentence.begin && k + 9 > i;) {
      const Token& t = a_.tokens[k];
      if (scene_.quoted(k) || t.kind == TokenKind::Mark || t.first == ',') return {};
      if (!t.is_word()) continue;
      if (!t.is(Josa::Obj) && !t.is(Josa::Subj) && !(t.is(Josa::None) && k + 1 == i) &&
          !t.is(Josa::Dat))
        continue;
      if (object && !t.is(Josa::Dat)) return {};
      object = object || t.is(Josa::Obj);
      const EventVerb verb = joined_verb(object_noun(k), a_.surface(token));
      if (verb.word == nullptr) continue;
      begin = k;
      return verb;
    }
    return {};
  }

  // The noun of a particle: the token's stem, or the last word of the marks before it (“…대책”을).
  std::string_view object_noun(TokenIndex k) const {
    const std::string_view stem = a_.stem(a_.tokens[k]);
    if (!a_.tokens[k].glued || k < 2 || a_.closing[k - 1] == kNone) return stem;
    return a_.surface(a_.tokens[k - 2]);
  }

  // 열리지 않았다, 만난 적이 없다
  bool is_denied(TokenIndex i, const Sentence& sentence) const {
    for (TokenIndex k = i + 1; k < sentence.end && k <= i + 2; ++k) {
      const std::string_view word = a_.surface(a_.tokens[k]);
      if (denies(word)) return true;
    }
    return false;
  }

  // 합의에 이르지 못했다, 합의가 안 된
  bool is_denied_noun(TokenIndex i, const Sentence& sentence) const {
    for (TokenIndex k = i + 1; k < sentence.end && k <= i + 3; ++k) {
      if (a_.tokens[k].first == ',' || event_verb_at(a_, k).past) return false;
      const std::string_view word = a_.surface(a_.tokens[k]);
      if (word == "안" || word == "못" || is_denied(k - 1, sentence)) return true;
    }
    return false;
  }

  // A name in marks that is no quotation: ‘도란 3.0’을 공개했다.
  bool marked_before(TokenIndex i, const Sentence& sentence) const {
    for (TokenIndex k = i; k-- > sentence.begin && k + 8 > i;) {
      const std::int32_t p = a_.closing[k];
      if (p == kNone) continue;
      const ByteSpan inner = a_.passages[static_cast<std::size_t>(p)].inner;
      return !scene_.in_quotation(inner.start);
    }
    return false;
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
    return is_past(surface, VerbForm::Finite) || !surface.ends_with("다") ||
           surface.ends_with("면서다");
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
    const std::string_view echo = echo_noun(a_.surface(a_.tokens[i]));
    if (!echo.empty()) return trigger_noun(echo);
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
    const bool named = a_.mention_at[i] != kNone && !a_.tokens[i].is(Josa::Loc);
    return noun != nullptr && named && noun->form != stem ? nullptr : noun;
  }

  std::optional<Trigger> noun_trigger(TokenIndex i, const Sentence& sentence) const {
    const Token& token = a_.tokens[i];
    if (token.reading.verb_like && !token.reading.has(kEvent) &&
        echo_noun(a_.surface(token)).empty())
      return std::nullopt;
    TokenIndex begin = i;
    const lang::Word* noun = noun_at(i, sentence, begin);
    if (noun == nullptr || goes_on_as_noun(i, sentence) || is_part_of_verb(i, sentence))
      return std::nullopt;
    const TypeValue value = type_value(noun->value(kEvent));
    if (value.type == "none") return std::nullopt;
    if (begin > sentence.begin && (is_press(a_.stem(a_.tokens[begin - 1])) || is_bygone(begin - 1)))
      return std::nullopt;
    Trigger t{begin, i + 1, std::string(value.type)};
    t.weak = value.weak || value.held;
    t.session = value.session;
    t.reported = scene_.reported(i);
    return placed_noun(t, value.held, i, sentence);
  }

  // 지난 국정감사에서: of some time before.
  bool is_bygone(TokenIndex i) const {
    static const lang::ClassMask kDateWord = class_mask("date_word");
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    return word != nullptr && word->has(kDateWord) && word->value(kDateWord) == "mod -1";
  }

  // 항소를 기각했다: the noun and its verb are another trigger.
  bool is_part_of_verb(TokenIndex i, const Sentence& sentence) const {
    if (!a_.tokens[i].is(Josa::Obj) && !a_.tokens[i].is(Josa::Subj)) return false;
    for (TokenIndex k = i + 1; k < sentence.end && k < i + 4; ++k) {
      TokenIndex begin = k;
      if (phrase_verb(k, sentence, begin).word != nullptr && begin == i) return true;
    }
    return false;
  }

  // How a noun stands in its sentence; nothing where the event was called off.
  std::optional<Trigger> placed_noun(Trigger t, bool held, TokenIndex i,
                                     const Sentence& sentence) const {
    const Token& token = a_.tokens[i];
    if (is_called_off(i, sentence) || is_denied_noun(i, sentence)) return std::nullopt;
    t.subject = token.is(Josa::Topic) || token.is(Josa::Subj) || token.is(Josa::Dat);
    t.support = carrier(i, sentence);
    if (t.support != kNone) {
      t.shape = EventShape::Held;
      t.rule = "event.noun_held";
      t.coming = !support_is_past(static_cast<TokenIndex>(t.support));
      if (held && !t.coming && (token.is(Josa::Obj) || token.is(Josa::Subj))) t.weak = false;
    } else if (const std::int32_t led = led_by(t.begin, sentence); led != kNone) {
      t.support = led;
      t.coming = !event_verb_at(a_, static_cast<TokenIndex>(led)).past;
      t.shape = EventShape::Held;
      t.rule = "event.noun_held";
    } else if (token.is(Josa::Loc) ||
               (token.is(Josa::None) && i + 1 < sentence.end && is_opening_speech(i + 1)) ||
               !echo_noun(a_.surface(token)).empty() || after_it(i, sentence)) {
      t.shape = EventShape::At;
      t.rule = "event.noun_at";
      t.coming = !happened_before_end();
      t.reference = after_it(i, sentence) || t.type == "match";
    } else {
      t.shape = EventShape::Dated;
      t.rule = "event.noun_dated";
      if (token.is(Josa::Gen) || t.weak) return std::nullopt;
    }
    t.reference = t.reference || (t.shape != EventShape::Held && is_proceeding(t.type));
    return t;
  }

  // 간담회 자료, 회담 결과: the noun only tells of which thing. Another trigger or a verb is none.
  bool goes_on_as_noun(TokenIndex i, const Sentence& sentence) const {
    const Token& token = a_.tokens[i];
    if (!token.is(Josa::None) || i + 1 >= sentence.end) return false;
    const Token& next = a_.tokens[i + 1];
    if (!next.is_word() || scene_.quoted(i + 1) || is_time(a_, i + 1) || after_it(i, sentence))
      return false;
    if (is_opening_speech(i + 1)) return false;
    return event_verb_at(a_, i + 1).word == nullptr && !next.reading.verb_like;
  }

  // 최고위원회의 모두발언에서: at the meeting.
  bool is_opening_speech(TokenIndex i) const {
    if (!a_.tokens[i].is(Josa::Loc)) return false;
    const lang::Word* speech = trigger_noun(a_.stem(a_.tokens[i]));
    return speech != nullptr && type_value(speech->value(kEvent)).type == "speech";
  }

  // 회담 뒤, 회의 직후, 회담 도중
  bool after_it(TokenIndex i, const Sentence& sentence) const {
    if (i + 1 >= sentence.end || !a_.tokens[i + 1].is_word()) return false;
    const lang::Word* word = lang::find_word(a_.stem(a_.tokens[i + 1]));
    return word != nullptr && word->has(class_mask("date_word")) &&
           word->value(class_mask("date_word")).starts_with("shift");
  }

  // 낭독회 “비 오는 날”은: where the particle of the noun stands, behind its name in marks.
  TokenIndex behind_name(TokenIndex i, const Sentence& sentence) const {
    if (!a_.tokens[i].is(Josa::None) || i + 2 >= sentence.end ||
        a_.tokens[i + 1].kind != TokenKind::Mark || !scene_.quoted(i + 2))
      return i;
    for (TokenIndex k = i + 2; k + 1 < sentence.end && k < i + 10; ++k) {
      if (a_.closing[k] != kNone) return a_.tokens[k + 1].is_word() ? k + 1 : i;
    }
    return i;
  }

  // The verb that a noun is the object, subject or goal of; kNone if another noun comes between
  // with such a particle.
  std::int32_t carrier(TokenIndex i, const Sentence& sentence) const {
    const TokenIndex at = behind_name(i, sentence);
    const Token& noun = a_.tokens[at];
    const bool fits = noun.is(Josa::Obj) || noun.is(Josa::Subj) || noun.is(Josa::Topic) ||
                      noun.is(Josa::Dat) || noun.is(Josa::Also) || noun.is(Josa::None);
    if (!fits) return kNone;
    const bool list = noun.is(Josa::Dat);  // 협약식에는 A와 B, C 등이 자리했다
    const bool agent = list || noun.is(Josa::Topic) || noun.is(Josa::Subj);
    bool object = false;  // 이사회에 의견서를 냈다: the verb has another one
    for (TokenIndex k = at + 1; k < sentence.end && k <= at + (list ? 4 * kReach : kReach); ++k) {
      const Token& t = a_.tokens[k];
      if (scene_.quoted(k)) return kNone;
      const EventVerb verb = event_verb_at(a_, k);
      const std::string_view value =
          verb.word == nullptr ? "" : type_value(verb.word->value(kEventVerb)).type;
      if (carries(value) && (((!list || k <= at + kReach) && !object) || value == "attend"))
        return static_cast<std::int32_t>(k);
      object = object || (agent && t.is_word() && t.is(Josa::Obj));
      if (verb.word != nullptr || (t.first == ',' && !list)) return kNone;
      if (t.is_word() && t.is(noun.reading.josa) && !noun.is(Josa::None) && !t.reading.verb_like)
        return kNone;
    }
    return kNone;
  }

  // What an article tells of once: its nouns without a day of their own speak of that.
  static bool is_proceeding(const std::string& type) {
    return type == "ruling" || type == "lawsuit" || type == "accident" || type == "match" ||
           type == "vote";
  }

  // 지난 1일 발생한 (11시간) 장애의, 서울에서 열린 (12차) 회의를: the verb before its noun, in the
  // past.
  std::int32_t led_by(TokenIndex i, const Sentence& sentence) const {
    for (TokenIndex k = i; k-- > sentence.begin && k + 4 > i;) {
      const Token& t = a_.tokens[k];
      const EventVerb verb = event_verb_at(a_, k);
      if (verb.word != nullptr)
        return verb.form == VerbForm::Adnominal &&
                       carries(type_value(verb.word->value(kEventVerb)).type)
                   ? static_cast<std::int32_t>(k)
                   : kNone;
      if (!t.is_word() || !t.is(Josa::None) || scene_.quoted(k)) return kNone;
    }
    return kNone;
  }

  // 회동이 무산됐다
  bool is_called_off(TokenIndex i, const Sentence& sentence) const {
    const Token& noun = a_.tokens[i];
    if (noun.is(Josa::Loc) || noun.is(Josa::Gen) || noun.is(Josa::Inst)) return false;
    for (TokenIndex k = i + 1; k < sentence.end && k <= i + kReach; ++k) {
      const EventVerb verb = event_verb_at(a_, k);
      if (verb.word == nullptr) continue;
      const bool fits = noun.is(Josa::Obj) || !verb.word->form.ends_with("하");
      return fits && verb.word->value(kEventVerb) == "cancel";
    }
    return false;
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
    if (place.empty()) place = place_before(trigger, sentence, people);
    if (!has_its_people(trigger, sentence, people, !place.empty())) return;
    if (auto event = judge(scene_, trigger, std::move(place), std::move(people)))
      found_.push_back(std::move(*event));
  }

  // … 교육청 앞에서 “…”고 말했다. 회견에 나선 …: the place of the sentence before, of the same
  // people.
  std::string place_before(const Trigger& t, const Sentence& sentence,
                           const std::vector<Participant>& people) const {
    const auto s = static_cast<std::size_t>(&sentence - a_.sentences.data());
    if (t.type != "press_conference" && t.type != "protest") return {};
    if (s == 0 || !scene_.is_told(static_cast<std::uint32_t>(s - 1)) || t.rule[6] == 'v') return {};
    const Sentence& before = a_.sentences[s - 1];
    const auto there = people_in(scene_, before.begin, before.end);
    const bool same = std::any_of(there.begin(), there.end(), [&](const Participant& p) {
      return std::any_of(people.begin(), people.end(),
                         [&](const Participant& q) { return p.chain == q.chain; });
    });
    return same ? slots_.located(before) : std::string();
  }

  // A call or a meeting told by its verb is of two sides, neither of them the press; somebody is
  // appointed or resigns; who wins beats somebody.
  bool has_its_people(const Trigger& t, const Sentence& sentence,
                      const std::vector<Participant>& people, bool placed) const {
    const bool by_verb = t.rule[6] == 'v';
    if (t.type == "call" || (t.type == "meeting" && by_verb && !t.weak))
      return (people.size() > (placed && by_verb ? 0 : 1) || names_pair(t, sentence)) &&
             !meets_press(t, sentence);
    if (t.type == "meeting" && by_verb && meets_thing(t, sentence)) return false;
    if (t.type == "match" && by_verb) return people.size() > 1 || has_score(sentence);
    if (t.type == "appointment" || t.type == "resignation")
      return std::any_of(people.begin(), people.end(), [&](const Participant& p) {
        return p.chain < 0 ||
               a_.chains[static_cast<std::size_t>(p.chain)].kind == EntityKind::Person;
      });
    return true;
  }

  // 악재를 만났다
  bool meets_thing(const Trigger& t, const Sentence& sentence) const {
    for (TokenIndex i = t.begin; i-- > sentence.begin && i + 3 > t.begin;) {
      if (!a_.tokens[i].is(Josa::Obj) || a_.mention_at[i] != kNone) continue;
      const PhraseKind kind = kind_of(a_, phrase_at(a_, i, sentence.begin));
      return kind <= PhraseKind::Unknown;
    }
    return false;
  }

  // 두 팀은 … 만난다
  bool names_pair(const Trigger& t, const Sentence& sentence) const {
    for (TokenIndex i = sentence.begin; i < t.begin; ++i) {
      if (!scene_.quoted(i) && is_pair(a_.stem(a_.tokens[i]))) return true;
    }
    return false;
  }

  // 기자들과 만나, 본지와의 통화에서
  bool meets_press(const Trigger& t, const Sentence& sentence) const {
    for (TokenIndex i = t.begin; i-- > sentence.begin && i + 4 > t.begin;) {
      if (is_press(a_.stem(a_.tokens[i]))) return true;
    }
    return false;
  }

  // 5-4로, 3대2로
  bool has_score(const Sentence& sentence) const {
    return tells_score(slice(a_.text, sentence.span));
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
