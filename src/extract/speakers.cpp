#include "extract/speakers.h"

#include <algorithm>

#include "extract/rules.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::VerbForm;

const lang::ClassMask kReport =
    class_mask("report") | class_mask("report_weak") | class_mask("hearsay");
const lang::ClassMask kReportNoun = class_mask("report_noun") | class_mask("report_noun_weak");
const lang::ClassMask kConnective = class_mask("connective");
const lang::ClassMask kTopicChange = class_mask("topic_change");

// Weights of the features; a candidate below kEnough is nobody. One dial: docs/quotations.md.
constexpr int kTopicWeight = 40;
constexpr int kSubjectWeight = 15;
constexpr int kBareWeight = 5;
constexpr int kAfterWeight = 90;
constexpr int kStepWeight = 3;  // for each candidate in between
constexpr int kEnough = 58;
constexpr int kStrangerPenalty = 45;  // an unknown noun, where somebody has just been speaking

struct Candidate {
  Phrase phrase;
  PhraseKind kind = PhraseKind::Nobody;
  int score = 0;
  const char* rule = "";
};

// A verb before its noun, told by its last syllable: 붙인, 연, 맡을.
bool is_adnominal(const Analysis& a, const Token& t) {
  static const lang::ClassMask kNouns =
      class_mask("noun") | class_mask("not_name") | class_mask("title") | class_mask("org") |
      class_mask("place") | class_mask("event") | class_mask("person_noun") |
      class_mask("abstract") | class_mask("adverb") | class_mask("time") | class_mask("surname");
  if (t.reading.has(kNouns)) return false;
  const std::string_view word = a.surface(t);
  std::size_t at = word.size();
  const char32_t last = text::decode_backwards(word, at);
  static constexpr std::u32string_view kEndings =
      U"한할된될은을는던린릴진질킨킬친칠운울온올낸낼난간갈선설본볼쓴든힌힐긴준연낀뜬인른딘빈민";
  return kEndings.find(last) != std::u32string_view::npos && word.size() <= 12;
}

bool may_be_subject(const Token& t) {
  return t.is(Josa::Topic) || t.is(Josa::Subj);
}

class Ranker {
 public:
  Ranker(const Analysis& a, const QuotationPlace& place) : a_(a), place_(place) {
    // 노 대표가 “…”고 지시했다고: a report inside a report has its own subject.
    embedded_ = place.cue != kNone && !place.reported &&
                a.tokens[place.cue].reading.quotative != lang::Quotative::None;
  }

  std::optional<Candidate> best() {
    after_the_words();
    adnominal_head();
    noun_owner();
    if (candidates_.empty() || top().score < 130) before_the_words();
    if (candidates_.empty()) return std::nullopt;
    const Candidate& c = top();
    return c.score >= kEnough ? std::optional<Candidate>(c) : std::nullopt;
  }

 private:
  const Candidate& top() const {
    return *std::max_element(
        candidates_.begin(), candidates_.end(),
        [](const Candidate& x, const Candidate& y) { return x.score < y.score; });
  }

  bool at_level(TokenIndex i) const { return a_.tokens[i].passage == place_.passage; }

  int add(TokenIndex head, TokenIndex not_before, int weight, const char* rule) {
    if (opens_clause(head)) return 0;
    Candidate c;
    c.phrase = phrase_at(a_, head, not_before);
    if (c.phrase.span.empty()) return 0;
    c.kind = kind_of(a_, c.phrase);
    const int speaks = speakability(c.kind);
    if (speaks == 0) return 0;
    c.score = speaks + weight;
    if (c.kind == PhraseKind::Unknown && somebody_speaks()) c.score -= kStrangerPenalty;
    if (c.kind == PhraseKind::Unknown && place_.reported && a_.tokens[head].is(Josa::Subj) &&
        weight < kAfterWeight)
      c.score -= 10;
    if (embedded_ && a_.tokens[head].is(Josa::Subj)) c.score += 95;
    c.rule = rule;
    candidates_.push_back(std::move(c));
    return speaks;
  }

  // 한빛셀이 붙인 등급 표시: the subject of a clause before a noun.
  bool opens_clause(TokenIndex head) const {
    if (!a_.tokens[head].is(Josa::Subj) || head + 1 >= place_.limit) return false;
    const Token& next = a_.tokens[head + 1];
    if (!next.is_word() || a_.mention_at[head + 1] != kNone || !next.reading.hangul) return false;
    if (next.reading.verb == VerbForm::Adnominal) return true;
    return next.reading.josa == Josa::None && is_adnominal(a_, next);
  }

  bool somebody_speaks() const {
    if (a_.quotations.empty() || a_.quotations.back().speakers.empty()) return false;
    return a_.sentences[place_.sentence].span.start < a_.quotations.back().span.end + 400;
  }

  // “…”고 김 대표는 말했다.
  void after_the_words() {
    const TokenIndex end = place_.cue == kNone ? std::min(place_.limit, place_.after + 8)
                                               : static_cast<TokenIndex>(place_.cue);
    if (place_.chained) return;
    const TokenIndex first =
        place_.reported ? place_.after : place_.after + 1;  // past the particle
    for (TokenIndex i = first; i < end; ++i) {
      if (a_.tokens[i].kind == TokenKind::Mark) break;
      if (!at_level(i) || !a_.tokens[i].is_word()) continue;
      if (a_.tokens[i].reading.has(kReport) && static_cast<std::int32_t>(i) != place_.cue) break;
      if (may_be_subject(a_.tokens[i]))
        add(i, first, kAfterWeight + role_weight(i), "speaker.after");
    }
  }

  int role_weight(TokenIndex i) const {
    return a_.tokens[i].is(Josa::Topic) ? kTopicWeight : kSubjectWeight;
  }

  // “…”고 밝힌 박 의원은; not 밝힌 것, 말한 뒤.
  void adnominal_head() {
    if (place_.cue == kNone) return;
    const Token& cue = a_.tokens[place_.cue];
    if (cue.reading.verb != VerbForm::Adnominal) return;
    const TokenIndex end = std::min(place_.limit, static_cast<TokenIndex>(place_.cue) + 8);
    for (TokenIndex i = static_cast<TokenIndex>(place_.cue) + 1; i < end; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word() || !at_level(i)) break;
      if (t.reading.verb_like && a_.mention_at[i] == kNone) break;
      const bool ends = !t.is(Josa::None) && !t.is(Josa::Gen);
      const bool last = i + 1 >= place_.limit || !a_.tokens[i + 1].is_word();
      if (!ends && !last && (a_.mention_at[i] == kNone || a_.mention_at[i + 1] == a_.mention_at[i]))
        continue;
      const int speaks = add(i, static_cast<TokenIndex>(place_.cue) + 1, 25, "speaker.adnominal");
      if (speaks > 0 && speaks < 80)
        candidates_.pop_back();  // a thing that was said, not who said it
      return;
    }
  }

  // “…” 김 대표의 말이다; “…”는 검찰의 지적.
  void noun_owner() {
    if (place_.cue == kNone || !a_.tokens[place_.cue].reading.has(kReportNoun)) return;
    const auto cue = static_cast<TokenIndex>(place_.cue);
    if (cue > place_.after && a_.tokens[cue - 1].is(Josa::Gen) && at_level(cue - 1)) {
      add(cue - 1, place_.after, kTopicWeight + 30, "speaker.owner");
    } else if (cue > place_.after + 1 && at_level(cue - 1) && a_.tokens[cue - 1].is_word() &&
               a_.tokens[cue - 1].is(Josa::None)) {
      add(cue - 1, place_.after + 1, kSubjectWeight, "speaker.owner");
    }
  }

  void before_the_words() {
    if (place_.reported) {
      leftmost();
    } else {
      nearest();
    }
  }

  // Direct: the nearest topic before the marks, else the nearest subject.
  void nearest() {
    int between = 0;
    const bool about = place_.before > place_.segment && is_about(place_.before - 1);
    for (TokenIndex i = place_.before; i-- > place_.segment;) {
      const Token& t = a_.tokens[i];
      if (!at_level(i) || !t.is_word()) continue;
      if (is_likewise(i)) add(i - 1, place_.segment, kTopicWeight, "speaker.also");
      if (may_be_subject(t)) {
        if (about && t.is(Josa::Subj)) continue;
        add(i, place_.segment, role_weight(i) - kStepWeight * between,
            t.is(Josa::Topic) ? "speaker.topic" : "speaker.subject");
        ++between;
      } else if (is_source(i)) {
        add(i, place_.segment, source_weight(i) - kStepWeight * between, "speaker.source");
      } else if (i + 1 == place_.before && t.is(Josa::None) && a_.mention_at[i] != kNone) {
        add(i, place_.segment, kBareWeight, "speaker.bare");
      } else if (t.is(Josa::Also) && a_.mention_at[i] != kNone) {
        add(i, place_.segment, kSubjectWeight, "speaker.also");
      } else if (t.is(Josa::Loc) && body_at(i)) {
        add(i, place_.segment, -10, "speaker.body_in");
      }
    }
  }

  // 엄 교수 역시 “…”
  bool is_likewise(TokenIndex i) const {
    return i > place_.segment && a_.surface(a_.tokens[i]) == "역시" &&
           a_.mention_at[i - 1] != kNone;
  }

  // …가 붙인 표시에 대해서는 “…”: the subject before belongs to what the words are about.
  bool is_about(TokenIndex i) const {
    const std::string_view word = a_.surface(a_.tokens[i]);
    return word.starts_with("대해") || word.starts_with("관해") || word.ends_with("에는") ||
           word.ends_with("에도");
  }

  // 어머니로부터 “…”는 말을 듣다; 당국자를 인용해 “…”
  bool is_source(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (t.is(Josa::From)) return true;
    return t.is(Josa::Obj) && i + 1 < place_.before &&
           a_.surface(a_.tokens[i + 1]).starts_with("인용");
  }

  // Whom a medium quotes outweighs the medium.
  int source_weight(TokenIndex i) const {
    return a_.tokens[i].is(Josa::Obj) ? kTopicWeight + 25 : kBareWeight + 15;
  }

  bool body_at(TokenIndex i) const {
    const std::int32_t m = a_.mention_at[i];
    return m != kNone && a_.mentions[m].kind == EntityKind::Organization;
  }

  // Reported: topics inside the clause come after the speaker, so the first one that can speak.
  void leftmost() {
    int passed = 0;
    bool topic_seen = false;
    for (TokenIndex i = place_.segment; i < place_.before; ++i) {
      const Token& t = a_.tokens[i];
      if (!at_level(i) || !t.is_word()) continue;
      if (is_source(i)) add(i, place_.segment, source_weight(i), "speaker.source");
      if (t.is(Josa::Also) && a_.mention_at[i] != kNone && passed == 0)
        add(i, place_.segment, kSubjectWeight, "speaker.also");
      if (t.is(Josa::Loc) && body_at(i) && passed == 0)
        add(i, place_.segment, -10, "speaker.body_in");
      if (is_likewise(i)) add(i - 1, place_.segment, kTopicWeight, "speaker.also");
      if (!may_be_subject(t)) continue;
      const bool topic = t.is(Josa::Topic);
      if (topic && topic_seen && !contrasts(i)) continue;
      int weight = role_weight(i) - kStepWeight * passed;
      if (!topic && !heads_segment(i)) {
        if (topic_seen || !sure(i)) continue;
        weight = somebody_speaks() ? -kStrangerPenalty : 0;
      }
      if (topic && passed > 0 && contrasts(i)) {
        candidates_.clear();
        topic_seen = false;
      }
      const int speaks =
          add(i, place_.segment, weight, topic ? "speaker.topic" : "speaker.subject");
      if (speaks > 0 && topic) topic_seen = true;
      if (speaks > 0) ++passed;
    }
  }

  // A person, body or role, not just any noun.
  bool sure(TokenIndex head) const {
    return speakability(kind_of(a_, phrase_at(a_, head, place_.segment))) >= 80;
  }

  // 검찰은 …라고 주장한 반면 변호인은: a topic behind a clause that says the contrary.
  bool contrasts(TokenIndex head) const {
    const Phrase p = phrase_at(a_, head, place_.segment);
    if (p.begin <= place_.segment || speakability(kind_of(a_, p)) < 80) return false;
    TokenIndex i = p.begin - 1;
    if (a_.tokens[i].first == ',' && i > place_.segment) --i;
    const std::string_view word = a_.surface(a_.tokens[i]);
    for (std::string_view end :
         {"지만", "으나", "반면", "는데", "은데", "했고", "됐고", "였고", "이고"}) {
      if (word.ends_with(end)) return true;
    }
    return false;
  }

  // Whether nothing but days and connectives stands before the phrase that ends at `head`.
  bool heads_segment(TokenIndex head) const {
    const Phrase p = phrase_at(a_, head, place_.segment);
    for (TokenIndex i = place_.segment; i < p.begin; ++i) {
      const Token& t = a_.tokens[i];
      if (t.is_word() && !is_time(a_, i) && !t.reading.has(kConnective) && !t.is(Josa::Loc) &&
          !t.is(Josa::Dat))
        return false;
    }
    return true;
  }

  const Analysis& a_;
  const QuotationPlace& place_;
  bool embedded_ = false;
  std::vector<Candidate> candidates_;
};

// What a nameless speaker is called: the phrase, without 측 and without the kind of body before its
// name.
std::string role_name(const Analysis& a, const Phrase& phrase) {
  std::string_view name = slice(a.text, phrase.span);
  const bool person = std::any_of(phrase.chains.begin(), phrase.chains.end(), [&](std::int32_t c) {
    return a.chains[c].kind == EntityKind::Person;
  });
  if (name.ends_with(" 측") && !person) name.remove_suffix(4);
  if (name.starts_with("한 ")) name.remove_prefix(4);  // 한 관계자: any one
  static const lang::ClassMask kBodyKind = class_mask("body_kind");
  const std::size_t blank = name.find(' ');
  if (blank != std::string_view::npos) {
    const lang::Word* first = lang::find_word(name.substr(0, blank));
    const lang::Word* last = lang::find_word(name.substr(name.rfind(' ') + 1));
    const bool nameless =
        last != nullptr &&
        last->has(class_mask("person_noun") | class_mask("title") | class_mask("body_kind"));
    if (first != nullptr && first->has(kBodyKind) && !nameless) name.remove_prefix(blank + 1);
  }
  return std::string(name);
}

Speaker named(const Analysis& a, const Phrase& phrase, std::int32_t chain) {
  Speaker s;
  s.span = phrase.span;
  s.surface = std::string(slice(a.text, phrase.span));
  s.chain = chain;
  s.name = chain == kNone ? role_name(a, phrase) : a.chains[chain].name;
  return s;
}

bool is_plural(std::string_view pronoun) {
  return pronoun == "이들" || pronoun == "그들" || pronoun == "양측";
}

// The latest speaker before this sentence, a person first; or the latest person spoken of.
const Quotation* latest_quotation(const Analysis& a) {
  const std::size_t stop = a.quotations.size() > 20 ? a.quotations.size() - 20 : 0;
  for (std::size_t i = a.quotations.size(); i-- > stop;) {
    if (!a.quotations[i].speakers.empty()) return &a.quotations[i];
  }
  return nullptr;
}

// The index of the last mention that starts before a byte; kNone if there is none.
std::int32_t mention_before(const Analysis& a, std::uint32_t before) {
  const auto it =
      std::lower_bound(a.mentions.begin(), a.mentions.end(), before,
                       [](const Mention& m, std::uint32_t at) { return m.span.start < at; });
  return static_cast<std::int32_t>(it - a.mentions.begin()) - 1;
}

constexpr std::int32_t kFarthestMention = 300;  // antecedents are near; keeps the cost linear

std::int32_t latest_person(const Analysis& a, std::uint32_t before) {
  const std::int32_t last = mention_before(a, before);
  for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
    if (a.mentions[i].kind == EntityKind::Person)
      return static_cast<std::int32_t>(a.mentions[i].chain);
  }
  return kNone;
}

// The person whom a sentence is about: its topic outside marks, else its speaker, else its subject.
std::int32_t person_of(const Analysis& a, std::uint32_t sentence) {
  const Sentence& s = a.sentences[sentence];
  std::int32_t subject = kNone;
  for (TokenIndex i = s.begin; i < s.end; ++i) {
    const Token& t = a.tokens[i];
    if (t.passage != kNone || a.mention_at[i] == kNone) continue;
    const Mention& m = a.mentions[a.mention_at[i]];
    if (m.kind != EntityKind::Person) continue;
    if (t.is(Josa::Topic)) return static_cast<std::int32_t>(m.chain);
    if (t.is(Josa::Subj) && subject == kNone) subject = static_cast<std::int32_t>(m.chain);
  }
  for (std::size_t i = a.quotations.size(); i-- > 0;) {
    const Quotation& q = a.quotations[i];
    if (q.span.end <= s.span.start) break;
    if (q.span.start < s.span.start || q.span.start >= s.span.end || q.speakers.size() != 1)
      continue;
    const std::int32_t chain = q.speakers[0].chain;
    if (chain != kNone && a.chains[chain].kind == EntityKind::Person) return chain;
  }
  return subject;
}

// Who a pronoun stands for: the person of the nearest sentence before that has one; or the nameless
// speaker just before.
SpeakerChoice antecedent(const Analysis& a, const Phrase& phrase, std::string_view rule,
                         double confidence) {
  SpeakerChoice choice;
  choice.phrase = phrase;
  choice.beside = true;
  choice.rule = std::string(rule) + "+pronoun";
  choice.confidence = confidence - 0.15;
  const std::string_view pronoun = slice(a.text, phrase.span);
  const Quotation* last = latest_quotation(a);
  const std::uint32_t here = a.tokens[phrase.begin].sentence;
  if (is_plural(pronoun)) {
    if (last != nullptr && last->speakers.size() > 1) choice.speakers = last->speakers;
  } else {
    std::int32_t person = kNone;
    for (std::uint32_t back = 1; back <= 6 && back <= here && person == kNone; ++back) {
      const Sentence& s = a.sentences[here - back];
      const BlockKind kind = a.document.blocks[s.block].kind;
      if (kind != BlockKind::Body && kind != BlockKind::List) continue;
      const bool nameless = last != nullptr && last->speakers.size() == 1 &&
                            last->speakers[0].chain == kNone && s.span.start <= last->span.start &&
                            last->span.start < s.span.end;
      if (nameless && person_of(a, here - back) == kNone) {
        choice.speakers = last->speakers;
        break;
      }
      person = person_of(a, here - back);
    }
    if (person == kNone && choice.speakers.empty()) person = latest_person(a, phrase.span.start);
    if (person != kNone) choice.speakers = {named(a, phrase, person)};
  }
  for (Speaker& s : choice.speakers) {
    s.span = phrase.span;
    s.surface = std::string(pronoun);
  }
  if (choice.speakers.empty()) choice.speakers = {named(a, phrase, kNone)};
  return choice;
}

const lang::ClassMask kTitle = class_mask("title");
const lang::ClassMask kOtherPerson = class_mask("other_person");
const lang::ClassMask kBodyNoun = class_mask("body_noun");
const lang::ClassMask kPersonNoun = class_mask("person_noun");

// 임파랑(46) 등대장: a person named right before a head that is no other person.
std::int32_t apposition(const Analysis& a, const Phrase& phrase) {
  const TokenIndex head = phrase.end - 1;
  if (a.mention_at[head] != kNone || phrase.chains.empty()) return kNone;
  const std::string_view noun = a.stem(a.tokens[head]);
  const lang::Word* word = lang::find_word(noun);
  if (word != nullptr && word->has(kOtherPerson) && noun != "측") return kNone;
  std::int32_t last = kNone;
  for (TokenIndex i = phrase.begin; i < head; ++i) {
    if (a.mention_at[i] != kNone)
      last = a.mention_at[i];
    else if (last != kNone && a.tokens[i].is(Josa::Gen))
      last = kNone;
  }
  if (last == kNone) return kNone;
  for (TokenIndex i = phrase.begin; i < head; ++i) {
    if (a.mention_at[i] == last && a.tokens[i].is(Josa::Gen)) return kNone;
  }
  const Mention& m = a.mentions[last];
  const bool side = noun == "측";
  if ((m.kind == EntityKind::Person && !side) || (side && m.kind == EntityKind::Organization))
    return static_cast<std::int32_t>(m.chain);
  return kNone;
}

// 이 관계자는, 장관은, 회사는: somebody named before. A title finds who bears it; a body noun the
// body that spoke or was named last; a role the speaker so called.
std::optional<Speaker> definite(const Analysis& a, const Phrase& phrase) {
  const TokenIndex head = phrase.end - 1;
  const std::string_view noun = a.stem(a.tokens[head]);
  const bool pointed = phrase.end - phrase.begin == 2 && a.surface(a.tokens[phrase.begin]) == "이";
  if (!pointed && phrase.end - phrase.begin != 1) return std::nullopt;
  const lang::Word* word = lang::find_word(noun);
  if (word == nullptr || a.mention_at[head] != kNone) return std::nullopt;
  const std::int32_t last = mention_before(a, phrase.span.start);
  if (word->has(kTitle)) {
    for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
      const Mention& m = a.mentions[i];
      if (m.kind == EntityKind::Person && m.title.ends_with(noun)) {
        return Speaker{a.chains[m.chain].name, "", {}, static_cast<std::int32_t>(m.chain)};
      }
    }
  }
  if (pointed || word->has(kPersonNoun)) {
    const std::size_t stop = a.quotations.size() > 100 ? a.quotations.size() - 100 : 0;
    for (std::size_t i = a.quotations.size(); i-- > stop;) {
      for (const Speaker& s : a.quotations[i].speakers) {
        if (s.surface.ends_with(noun) && s.surface.size() > noun.size() &&
            !s.surface.starts_with("이 "))
          return s;
        if (pointed && s.name.ends_with(noun)) return s;
      }
    }
  }
  if (word->has(kBodyNoun)) {
    for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
      const Mention& m = a.mentions[i];
      if (m.kind == EntityKind::Organization && m.surface != noun) {
        return Speaker{a.chains[m.chain].name, "", {}, static_cast<std::int32_t>(m.chain)};
      }
    }
  }
  return std::nullopt;
}

bool joined(const Analysis& a, const Phrase& phrase) {
  for (TokenIndex i = phrase.begin; i + 1 < phrase.end; ++i) {
    if (a.tokens[i].is(Josa::Com) && a.mention_at[i] != kNone) return true;
  }
  return false;
}

}  // namespace

SpeakerChoice resolve(const Analysis& a, const Phrase& phrase, std::string_view rule,
                      double confidence) {
  SpeakerChoice choice;
  choice.phrase = phrase;
  choice.beside = true;
  choice.rule = std::string(rule);
  choice.confidence = confidence;
  const PhraseKind kind = kind_of(a, phrase);
  choice.sure = speakability(kind) >= 80;
  if (kind == PhraseKind::Pronoun) return antecedent(a, phrase, rule, confidence);
  if (phrase.chains.size() > 1 && joined(a, phrase) &&
      (kind == PhraseKind::Person || kind == PhraseKind::Body)) {
    const EntityKind wanted =
        kind == PhraseKind::Person ? EntityKind::Person : EntityKind::Organization;
    for (std::int32_t chain : phrase.chains) {
      if (a.chains[chain].kind == wanted) choice.speakers.push_back(named(a, phrase, chain));
    }
    return choice;
  }
  if (const auto known = definite(a, phrase)) {
    choice.speakers = {named(a, phrase, known->chain)};
    if (known->chain == kNone) choice.speakers[0].name = known->name;
    choice.rule += "+definite";
    choice.confidence -= 0.1;
    return choice;
  }
  const std::int32_t titled = apposition(a, phrase);
  if (titled != kNone) {
    choice.speakers = {named(a, phrase, titled)};
    return choice;
  }
  const bool head_named =
      kind == PhraseKind::Person || kind == PhraseKind::Body || kind == PhraseKind::Place;
  choice.speakers = {
      named(a, phrase, head_named && !phrase.chains.empty() ? phrase.chains.back() : kNone)};
  if (kind == PhraseKind::Unknown) choice.confidence -= 0.2;
  if (kind == PhraseKind::Place) choice.confidence -= 0.1;
  return choice;
}

SpeakerChoice speaker_beside(const Analysis& a, const QuotationPlace& place) {
  const auto best = Ranker(a, place).best();
  if (!best) return {};
  return resolve(a, best->phrase, best->rule, std::min(0.97, 0.5 + best->score / 300.0));
}

namespace {

// …고 하자 “…”: the answer is the other one's, who is the topic of the sentence or spoke before.
SpeakerChoice other_speaker(const Analysis& a, const QuotationPlace& place, const Quotation& last) {
  const Sentence& s = a.sentences[place.sentence];
  for (TokenIndex i = s.begin; i < place.before; ++i) {
    if (a.tokens[i].passage != place.passage || !a.tokens[i].is(Josa::Topic)) continue;
    const Phrase phrase = phrase_at(a, i, s.begin);
    if (speakability(kind_of(a, phrase)) < 80) continue;
    SpeakerChoice choice = resolve(a, phrase, "speaker.answer", 0.7);
    if (!choice.speakers.empty() && choice.speakers[0].name != last.speakers[0].name) return choice;
  }
  for (std::size_t i = a.quotations.size(); i-- > 0;) {
    const Quotation& q = a.quotations[i];
    if (q.speakers.size() != 1 || q.speakers[0].name == last.speakers[0].name) continue;
    if (last.span.start - q.span.end > 600) break;
    SpeakerChoice choice;
    choice.speakers = q.speakers;
    for (Speaker& sp : choice.speakers) sp.surface.clear(), sp.span = {};
    choice.rule = "speaker.answer";
    choice.confidence = 0.55;
    return choice;
  }
  return {};
}

}  // namespace

SpeakerChoice speaker_before(const Analysis& a, const QuotationPlace& place) {
  const Sentence& s = a.sentences[place.sentence];
  SpeakerChoice choice;
  if (place.passage != kNone) return choice;
  if (s.begin < s.end && a.tokens[s.begin].reading.has(kTopicChange)) return choice;
  const Quotation* last = latest_quotation(a);
  if (last == nullptr || last->where == BlockKind::Headline) return choice;
  // Not across more than one sentence that somebody else speaks in or is the topic of.
  std::uint32_t last_sentence = place.sentence;
  while (last_sentence > 0 && a.sentences[last_sentence].span.start > last->span.start)
    --last_sentence;
  const bool same = last_sentence == place.sentence;
  if (same && last->cue.ends_with("자") && last->cue.size() >= 6)
    return other_speaker(a, place, *last);
  if (!same && place.sentence - last_sentence > 3) return choice;
  choice.speakers = last->speakers;
  for (Speaker& sp : choice.speakers) sp.surface.clear(), sp.span = {};
  const bool connective =
      a.tokens[s.begin].reading.has(kConnective) || a.tokens[s.begin].kind == TokenKind::Mark;
  choice.rule = same ? "speaker.same_sentence" : "speaker.no_subject";
  choice.confidence = same ? 0.85 : connective ? 0.7 : 0.55;
  return choice;
}

}  // namespace onrecord::extract
