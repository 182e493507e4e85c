// Events in Korean sentences: verbs of the trigger list that tell what happened, and its nouns
// where a verb carries them (간담회를 열었다), a particle places them (기자회견에서) or a day
// stands before them.
#include <algorithm>
#include <array>

#include "extract/clause_endings.h"
#include "extract/event_scene.h"
#include "extract/phrases.h"
#include "lang/endings.h"
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
const lang::ClassMask kOrgSuffix = class_mask("org_suffix") | class_mask("org_role");
const lang::ClassMask kNoPlace = class_mask("abstract") | class_mask("abstract_person") |
                                 class_mask("report_noun") | class_mask("report_noun_weak") |
                                 class_mask("connective") | class_mask("time") |
                                 class_mask("pronoun") | class_mask("person_noun") |
                                 class_mask("title") | class_mask("date_word");
constexpr TokenIndex kReach = 7;  // tokens from a noun to the verb that carries it

// Endings of verbs that tell of nothing that has happened: 만나면, 만나려, 만나기로, 만나도록,
// 만나지 (않았다).
constexpr std::array<std::string_view, 9> kNotHappened = {"면", "려", "기로", "도록", "지",
                                                          "게", "자", "거나", "려고"};

struct TypeValue {
  std::string_view type;
  bool weak = false;
};

TypeValue type_value(std::string_view value) {
  if (value.starts_with("weak ")) return {value.substr(5), true};
  return {value, false};
}

bool carries(std::string_view value) {
  return value == "host" || value == "attend" || value == "support";
}

struct Verb {
  const lang::Word* word = nullptr;
  VerbForm form = VerbForm::None;
  bool past = false;
};

// 열렸다, 열린: a final ㅆ before the ending, or ㄴ at the end of an adnominal.
bool is_past(std::string_view surface, VerbForm form) {
  if (form == VerbForm::Adnominal) {
    std::size_t at = surface.size();
    const char32_t last = text::decode_backwards(surface, at);
    return text::is_hangul_syllable(last) && text::final_consonant(last) == 4 &&
           !surface.ends_with("는");
  }
  for (std::size_t at = surface.size(); at > 0;) {
    const char32_t c = text::decode_backwards(surface, at);
    if (text::is_hangul_syllable(c) && text::final_consonant(c) == 20) return true;
  }
  return false;
}

Verb verb_at(const Analysis& a, TokenIndex i) {
  const Token& t = a.tokens[i];
  if (!t.is_word() || !t.reading.hangul || (t.reading.verb_classes & kEventVerb) == 0) return {};
  const std::string_view surface = a.surface(t);
  const lang::VerbReading read = lang::read_verb(surface, kEventVerb);
  if (read.verb == nullptr || surface.size() <= 3) return {};
  return {read.verb, read.form, is_past(surface, read.form)};
}

bool did_not_happen(std::string_view surface, VerbForm form) {
  if (form != VerbForm::Connective) return false;
  return std::any_of(kNotHappened.begin(), kNotHappened.end(),
                     [&](std::string_view e) { return surface.ends_with(e); });
}

class KoreanEvents {
 public:
  explicit KoreanEvents(const EventScene& scene)
      : scene_(scene), a_(scene.a), holds_(sentences_with_quotations(scene.a)) {}

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
    const Verb verb = verb_at(a_, i);
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

  // The fact of the longest trigger noun that the word is or ends in (원내대책회의), of two
  // syllables or more.
  static const lang::Word* trigger_noun(std::string_view noun) {
    const lang::Endings endings = lang::endings_of(noun);
    for (int length = endings.longest; length > 0; --length) {
      const lang::Word* word = endings.find(length, kEvent);
      if (word == nullptr || !noun.ends_with(word->form)) continue;
      const std::size_t before = noun.size() - word->form.size();
      const std::size_t size = word->form.size();
      if (size >= 6 && (before == 0 || (before >= 6 && (size >= 9 || size == 6)))) return word;
    }
    return nullptr;
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
    return verb_at(a_, i + 1).word == nullptr && !next.reading.verb_like;
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
      const Verb verb = verb_at(a_, k);
      if (verb.word != nullptr && carries(verb.word->value(kEventVerb)))
        return static_cast<std::int32_t>(k);
      if (verb.word != nullptr || t.first == ',') return kNone;
      if (t.is_word() && t.is(noun.reading.josa) && !noun.is(Josa::None) && !t.reading.verb_like)
        return kNone;
    }
    return kNone;
  }

  bool support_is_past(TokenIndex k) const {
    const Verb verb = verb_at(a_, k);
    if (verb.past) return true;
    if (did_not_happen(a_.surface(a_.tokens[k]), verb.form)) return false;
    return verb.form == VerbForm::Connective && happened_before_end();
  }

  // --- place -----------------------------------------------------------------------------------

  bool is_place_phrase(const Phrase& p) const {
    const TokenIndex head = p.end - 1;
    const Token& t = a_.tokens[head];
    if (t.reading.has(kNoPlace) || t.reading.verb_like || is_time(a_, head) ||
        trigger_noun(a_.stem(t)) != nullptr)
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

  static bool ends_as_building(std::string_view noun) {
    for (std::size_t at = 0; at + 6 <= noun.size(); text::decode(noun, at)) {
      const lang::Word* word = lang::find_word(noun.substr(at));
      if (word != nullptr && word->has(kOrgSuffix | class_mask("place"))) return true;
    }
    return place_kind(noun) != "";
  }

  // court, place, or "" for a word that no place of events ends in.
  static std::string_view place_kind(std::string_view noun) {
    for (const lang::TableRow& row : lang::table("event_places")) {
      if (noun.ends_with(row.cells[0])) return row.cells[1];
    }
    return "";
  }

  // 수원고법은 … 선고했다, 서울중앙지법에 소송을: the court is where.
  std::string court(const Trigger& trigger, const Sentence& sentence) const {
    if (trigger.type != "ruling" && trigger.type != "lawsuit") return {};
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      const Token& t = a_.tokens[i];
      if (t.is_word() && !scene_.quoted(i) && place_kind(a_.stem(t)) == "court")
        return std::string(a_.stem(t));
    }
    return {};
  }

  // X에서, the nearest before the trigger, else behind it; else places named before the trigger.
  std::string place_of(const Trigger& trigger, const Sentence& sentence, ByteSpan& span) const {
    const TokenIndex last =
        trigger.support == kNone ? trigger.end : static_cast<TokenIndex>(trigger.support);
    for (TokenIndex i = last; i-- > behind_byline(sentence);) {
      if (auto p = place_at(i, sentence, Josa::Loc)) return take_place(*p, span);
    }
    if (trigger.type == "visit") {
      for (TokenIndex i = trigger.begin; i-- > sentence.begin && i + 4 > trigger.begin;) {
        if (auto p = place_at(i, sentence, Josa::Obj)) return take_place(*p, span);
        if (auto p = place_at(i, sentence, Josa::Dat)) return take_place(*p, span);
      }
    }
    if (std::string where = court(trigger, sentence); !where.empty()) return where;
    return bare_place(trigger, sentence, span);
  }

  std::optional<Phrase> place_at(TokenIndex i, const Sentence& sentence, Josa josa) const {
    const Token& t = a_.tokens[i];
    if (!t.is_word() || !t.is(josa) || scene_.quoted(i)) return std::nullopt;
    Phrase p = phrase_at(a_, i, sentence.begin);
    trim(p);
    if (!is_place_phrase(p)) return std::nullopt;
    if (josa != Josa::Loc && !names_place(p)) return std::nullopt;
    return p;
  }

  bool names_place(const Phrase& p) const {
    for (TokenIndex i = p.begin; i < p.end; ++i) {
      if (a_.mention_at[i] != kNone && a_.mentions[a_.mention_at[i]].kind == EntityKind::Place)
        return true;
    }
    return false;
  }

  // Days, adverbs and clauses in front of a place are not part of it.
  void trim(Phrase& p) const {
    while (p.begin + 1 < p.end && (is_time(a_, p.begin) || !a_.tokens[p.begin].is_word() ||
                                   a_.tokens[p.begin].reading.has(kNoPlace) ||
                                   ends_clause(a_.surface(a_.tokens[p.begin]))))
      ++p.begin;
    p.span.start = a_.tokens[p.begin].span.start;
  }

  std::string take_place(const Phrase& p, ByteSpan& span) const {
    span = p.span;
    return std::string(slice(a_.text, p.span));
  }

  // 용산 …를 접견: place names without particle, joined where they stand side by side.
  std::string bare_place(const Trigger& trigger, const Sentence& sentence, ByteSpan& span) const {
    for (TokenIndex i = trigger.begin; i-- > behind_byline(sentence);) {
      const std::int32_t m = a_.mention_at[i];
      if (m == kNone || scene_.quoted(i) || a_.mentions[m].kind != EntityKind::Place) continue;
      const Token& t = a_.tokens[i];
      if (!t.is(Josa::None) && !t.is(Josa::Dat)) continue;
      if (t.is(Josa::None) && i + 1 < sentence.end && leads_to_office(i + 1)) continue;
      TokenIndex begin = i;
      while (begin > sentence.begin && a_.mention_at[begin - 1] != kNone &&
             a_.mentions[a_.mention_at[begin - 1]].kind == EntityKind::Place &&
             (a_.mention_at[begin - 1] == a_.mention_at[begin] ||
              a_.tokens[begin - 1].is(Josa::None))) {
        --begin;
      }
      span = {a_.tokens[begin].span.start, t.stem().end};
      return std::string(slice(a_.text, span));
    }
    return {};
  }

  // 미국 대통령, 서울 시민: the place says whose.
  bool leads_to_office(TokenIndex next) const {
    const Token& t = a_.tokens[next];
    if (a_.mention_at[next] != kNone)
      return a_.mentions[a_.mention_at[next]].kind == EntityKind::Organization;
    return t.is_word() && !is_time(a_, next) && !t.reading.verb_like;
  }

  // --- participants ----------------------------------------------------------------------------

  std::vector<Participant> participants(const Trigger& trigger, const Sentence& sentence,
                                        ByteSpan place) const {
    std::vector<Participant> all = people_in(scene_, behind_byline(sentence), sentence.end);
    std::erase_if(all, [&](const Participant& p) {
      return stands_only_in(p.chain, sentence, place) || trigger_noun(p.name) != nullptr ||
             is_source(p.chain, sentence);
    });
    for (Participant& p : all) p.role = role_of(p, trigger, sentence);
    add_unnamed_host(all, trigger, sentence);
    return all;
  }

  // (서울=한빛일보) 오세린 기자 = …: who wrote it takes no part.
  TokenIndex behind_byline(const Sentence& sentence) const {
    TokenIndex begin = sentence.begin;
    for (TokenIndex i = sentence.begin; i < sentence.end && i < sentence.begin + 14; ++i) {
      if (!a_.tokens[i].is_word() && a_.tokens[i].first == '=') begin = i + 1;
    }
    return begin;
  }

  // X가 …에서 개최한 간담회: the host is told by its place in the sentence, known as a name or not.
  void add_unnamed_host(std::vector<Participant>& all, const Trigger& trigger,
                        const Sentence& sentence) const {
    for (TokenIndex i = trigger.begin; i-- > sentence.begin && i + kReach > trigger.begin;) {
      const Verb verb = verb_at(a_, i);
      if (verb.word == nullptr) continue;
      if (verb.form != VerbForm::Adnominal || verb.word->value(kEventVerb) != "host") return;
      if (auto host = subject_before(i, sentence)) all.push_back(std::move(*host));
      return;
    }
  }

  std::optional<Participant> subject_before(TokenIndex verb, const Sentence& sentence) const {
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

  bool stands_only_in(std::int32_t chain, const Sentence& sentence, ByteSpan place) const {
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      const std::int32_t m = a_.mention_at[i];
      if (m == kNone || static_cast<std::int32_t>(a_.mentions[m].chain) != chain) continue;
      if (!place.contains(a_.tokens[i].span.start)) return false;
    }
    return true;
  }

  // 소방당국에 따르면: who tells of it takes no part.
  bool is_source(std::int32_t chain, const Sentence& sentence) const {
    static const lang::ClassMask kAdverb = class_mask("adverb");
    const std::int32_t at = last_token(chain, sentence);
    const auto next = static_cast<TokenIndex>(at + 1);
    if (at == kNone || next >= sentence.end || !a_.tokens[next].reading.has(kAdverb)) return false;
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[next]));
    return word != nullptr && word->value(kAdverb) == "according";
  }

  // The last token of a chain's first mention in the sentence: it carries the particle.
  std::int32_t last_token(std::int32_t chain, const Sentence& sentence) const {
    for (TokenIndex i = sentence.begin; i < sentence.end; ++i) {
      const std::int32_t m = a_.mention_at[i];
      if (m == kNone || static_cast<std::int32_t>(a_.mentions[m].chain) != chain) continue;
      while (i + 1 < sentence.end && a_.mention_at[i + 1] == m) ++i;
      return static_cast<std::int32_t>(i);
    }
    return kNone;
  }

  std::string role_of(const Participant& p, const Trigger& trigger,
                      const Sentence& sentence) const {
    const std::int32_t at = last_token(p.chain, sentence);
    if (at == kNone) return {};
    const Token& t = a_.tokens[static_cast<TokenIndex>(at)];
    if (t.is(Josa::Subj)) {
      for (TokenIndex i = static_cast<TokenIndex>(at) + 1; i < sentence.end; ++i) {
        const Verb verb = verb_at(a_, i);
        if (verb.word == nullptr) continue;
        if (verb.word->value(kEventVerb) == "host") return "host";
        break;
      }
    }
    if (trigger.type == "visit" && (t.is(Josa::Subj) || t.is(Josa::Topic))) return "visitor";
    if (trigger.support == kNone) return {};
    const Verb verb = verb_at(a_, static_cast<TokenIndex>(trigger.support));
    if (verb.word->value(kEventVerb) == "attend") return "attendee";
    return verb.word->value(kEventVerb) == "host" && (t.is(Josa::Subj) || t.is(Josa::Topic))
               ? "host"
               : "";
  }

  void add(const Trigger& trigger, const Sentence& sentence) {
    ByteSpan span;
    std::string place = place_of(trigger, sentence, span);
    auto people = participants(trigger, sentence, span);
    if (auto event = judge(scene_, trigger, std::move(place), std::move(people)))
      found_.push_back(std::move(*event));
  }

  const EventScene& scene_;
  const Analysis& a_;
  const std::vector<bool> holds_;
  TokenIndex last_verb_ = 0;
  std::vector<EventFound> found_;
};

}  // namespace

std::vector<EventFound> find_korean_events(const EventScene& scene) {
  return KoreanEvents(scene).run();
}

}  // namespace onrecord::extract
