// Candidates in the sentence of the words (candidates.h).
#include "extract/candidates.h"

#include <algorithm>

#include "extract/clause_endings.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::Quotative;
using lang::VerbForm;

const lang::ClassMask kReport =
    class_mask("report") | class_mask("report_weak") | class_mask("hearsay");
const lang::ClassMask kReportNoun = class_mask("report_noun") | class_mask("report_noun_weak");
const lang::ClassMask kConnective = class_mask("connective") | class_mask("topic_change");

// Nouns of one syllable that speak: 당, 군, 시, 그.
const lang::ClassMask kOneSyllable = class_mask("other_person") | class_mask("pronoun") |
                                     class_mask("body_noun") | class_mask("org") |
                                     class_mask("org_role") | class_mask("person_noun") |
                                     class_mask("org_suffix");

constexpr TokenIndex kFarthest = 300;  // words looked back over; keeps the cost linear

Feature feature_of(PhraseKind kind) {
  switch (kind) {
    case PhraseKind::Person:
      return Feature::Person;
    case PhraseKind::Pronoun:
      return Feature::Pronoun;
    case PhraseKind::Body:
      return Feature::Body;
    case PhraseKind::Role:
      return Feature::Role;
    case PhraseKind::Place:
      return Feature::Place;
    case PhraseKind::Document:
      return Feature::Document;
    case PhraseKind::Unknown:
      return Feature::Unknown;
    default:
      return Feature::Thing;
  }
}

bool may_be_subject(const Token& t) {
  return t.is(Josa::Topic) || t.is(Josa::Subj);
}

class Collector {
 public:
  Collector(const Analysis& a, const QuotationPlace& place) : a_(a), place_(place) {
    begin_ = place.segment;
    if (place.before > kFarthest) begin_ = std::max(begin_, place.before - kFarthest);
    embedded_ = (place.cue != kNone && is_embedded(a.tokens[place.cue])) || is_relayed();
  }

  std::vector<Candidate> run() {
    before_the_words();
    relate();
    after_the_words();
    adnominal_head();
    noun_owner();
    owner_behind();
    return std::move(found_);
  }

 private:
  bool at_level(TokenIndex i) const { return a_.tokens[i].passage == place_.passage; }

  // 노 대표가 “…”고 지시했다고; 윤 총장이 …라고 주장한 것에 대해: a report inside a clause.
  bool is_embedded(const Token& cue) const {
    if (cue.reading.quotative != Quotative::None) return true;
    if (cue.reading.verb != VerbForm::Adnominal && !modifies(a_, cue)) return false;
    const auto next = static_cast<TokenIndex>(place_.cue) + 1;
    return next >= place_.limit || !is_sequel(a_.surface(a_.tokens[next]));
  }

  // …“…”고 통보해 왔다며 …고 밝혔다.
  bool is_relayed() const {
    if (place_.reported) return false;
    const TokenIndex end = std::min(place_.limit, place_.after + 5);
    for (TokenIndex i = place_.after + 1; i < end; ++i) {
      const Token& t = a_.tokens[i];
      if (t.kind == TokenKind::Mark) return false;
      if (t.is_word() && t.reading.verb_like && t.reading.quotative != Quotative::None &&
          t.reading.quotative != Quotative::Neun)
        return true;
    }
    return false;
  }

  Candidate* add(TokenIndex head, TokenIndex not_before, Feature source, const char* rule) {
    Candidate c;
    c.phrase = phrase_at(a_, head, not_before);
    if (c.phrase.span.empty()) return nullptr;
    c.kind = kind_of(a_, c.phrase);
    if (c.kind == PhraseKind::Nobody) return nullptr;
    c.set(feature_of(c.kind));
    c.set(source);
    c.rule = rule;
    if (!is_somebody(c.kind) && c.kind != PhraseKind::Place && somebody_speaks())
      c.set(Feature::Stranger);
    found_.push_back(std::move(c));
    return &found_.back();
  }

  bool somebody_speaks() const {
    if (a_.quotations.empty() || a_.quotations.back().speakers.empty()) return false;
    return a_.sentences[place_.sentence].span.start < a_.quotations.back().span.end + 400;
  }

  // 한빛셀이 붙인 등급 표시: the subject of a clause before a noun.
  bool opens_clause(TokenIndex head) const {
    if (!a_.tokens[head].is(Josa::Subj) || head + 1 >= place_.limit) return false;
    const Token& next = a_.tokens[head + 1];
    if (!next.is_word() || a_.mention_at[head + 1] != kNone || !next.reading.hangul) return false;
    if (static_cast<std::int32_t>(head + 1) == place_.cue) return false;
    if (next.reading.verb == VerbForm::Adnominal) return true;
    return next.reading.josa == Josa::None && ends_adnominal(a_, next);
  }

  // --- before the words -------------------------------------------------------------------------

  void before_the_words() {
    std::int32_t issuer = kNone;
    for (TokenIndex i = begin_; i < place_.before; ++i) {
      const Token& t = a_.tokens[i];
      if (!at_level(i) || !t.is_word()) continue;
      if (is_bracketed(i)) continue;
      if (is_among(i)) {
        somebody(i - 1, Feature::BodyInTopic, "speaker.among");
      } else if (may_be_subject(t)) {
        subject(i);
      } else if (Feature source; is_source(i, source)) {
        add(i, begin_, source, "speaker.source");
      } else if (is_issuer(i)) {
        issuer = static_cast<std::int32_t>(i) - 1;
      } else if (is_likewise(i) && !place_.voiced) {
        add(i - 1, begin_, Feature::Topic, "speaker.also");
      } else if ((t.is(Josa::Also) || has_adjunct(a_.particle(t), "likewise")) && !place_.voiced) {
        somebody(i, Feature::Also, "speaker.also");
      } else if (t.is(Josa::Loc)) {
        const bool topic = a_.particle(t).ends_with("도");
        body(i, topic ? Feature::BodyInTopic : Feature::BodyIn, "speaker.body_in");
      } else if (i + 1 == place_.before && !place_.reported && t.is(Josa::Gen) &&
                 report_noun_follows()) {
        somebody(i, Feature::Owner, "speaker.owner");
      } else if (i + 1 == place_.before && !place_.reported && t.is(Josa::None)) {
        somebody(i, Feature::Bare, "speaker.bare");
      }
    }
    const bool led = std::any_of(found_.begin(), found_.end(), is_topic);
    if (issuer != kNone && !led)
      add(static_cast<TokenIndex>(issuer), begin_, Feature::Issuer, "speaker.issuer");
  }

  // 는 of “…”는 발언에: the particle of other words, not a topic.
  bool is_particle_of_words(TokenIndex i) const {
    if (a_.tokens[i].reading.stem_bytes > 0 || i == 0 || a_.closing[i - 1] == kNone) return false;
    const Token& next = a_.tokens[std::min(i + 1, place_.limit - 1)];  // “…”는 응답은
    if (next.reading.has(kReportNoun) && (next.is(Josa::Topic) || next.is(Josa::Subj))) return true;
    const Passage& p = a_.passages[a_.closing[i - 1]];
    constexpr std::uint32_t kLongestName = 40;  // bytes
    if (p.inner.size() > kLongestName) return true;
    const std::size_t stop = a_.quotations.size() > 4 ? a_.quotations.size() - 4 : 0;
    for (std::size_t k = a_.quotations.size(); k-- > stop;) {
      if (a_.quotations[k].span == p.inner) return true;
    }
    return false;
  }

  void subject(TokenIndex i) {
    const Token& t = a_.tokens[i];
    if (is_particle_of_words(i)) return;
    if (t.reading.stem_bytes == 3 && a_.mention_at[i] == kNone && !t.reading.has(kOneSyllable))
      return;  // 사는, 치는
    const std::string_view particle = a_.particle(t);
    if (t.is(Josa::Topic) && (particle.starts_with("에서") || particle == "에선")) {
      body(i, Feature::BodyInTopic, "speaker.body_in");
      return;
    }
    if (place_.voiced && !is_crowd(t)) return;
    if (t.is(Josa::Subj))
      plain_subject(i);
    else if (particle.starts_with("에") || particle.starts_with("한테"))
      add(i, begin_, Feature::LocTopic, "speaker.topic");
    else
      add(i, begin_, Feature::Topic, "speaker.topic");
  }

  // 한빛셀이 붙인 등급; 오하준 코치가 쓰러진 선수에게 “…”고 외쳤다
  void plain_subject(TokenIndex i) {
    const bool opens = opens_clause(i);
    Candidate* c = add(i, begin_, Feature::Subject, "speaker.subject");
    if (c == nullptr || !opens) return;
    if (is_somebody(c->kind) && !place_.reported)
      c->set(Feature::OpensClause);
    else
      found_.pop_back();
  }

  // 주민들, 누리꾼: of many the views may be that are about; of 시장은 they are not.
  bool is_crowd(const Token& t) const {
    static const lang::ClassMask kPeople = class_mask("person_noun");
    const std::string_view noun = a_.stem(t);
    const lang::Word* word = lang::find_word(noun);
    return noun.ends_with("들") || (word != nullptr && word->value(kPeople) == "crowd");
  }

  // 주민들 사이에서는 “…”
  bool is_among(TokenIndex i) const {
    if (i <= begin_ || !(a_.tokens[i].is(Josa::Loc) || a_.tokens[i].is(Josa::Topic))) return false;
    return a_.tokens[i - 1].is_word() && a_.tokens[i - 1].is(Josa::None) &&
           has_adjunct(a_.stem(a_.tokens[i]), "among");
  }

  // (운영자는)“…”: what the paper puts in brackets explains the words.
  bool is_bracketed(TokenIndex i) const {
    constexpr TokenIndex kLongest = 6;
    return bracket_at(i, begin_ + kLongest < i ? i - kLongest : begin_, '(') &&
           bracket_at(i, std::min(place_.limit - 1, i + kLongest), ')');
  }

  // Whether the first bracket or mark on the way from token `i` to `far` is that bracket.
  bool bracket_at(TokenIndex i, TokenIndex far, char32_t bracket) const {
    while (i != far) {
      i = far < i ? i - 1 : i + 1;
      const Token& t = a_.tokens[i];
      if (!t.is_word() && (t.first == '(' || t.first == ')')) return t.first == bracket;
      if (t.kind == TokenKind::Mark) return false;
    }
    return false;
  }

  // 원내대표의 “…”는 발언에
  bool report_noun_follows() const {
    const TokenIndex end = std::min(place_.limit, place_.after + 3);
    for (TokenIndex i = place_.after; i < end; ++i) {
      if (a_.tokens[i].is_word() && a_.tokens[i].reading.has(kReportNoun)) return true;
    }
    return false;
  }

  void somebody(TokenIndex i, Feature source, const char* rule) {
    const Candidate* c = add(i, begin_, source, rule);
    if (c != nullptr && !is_somebody(c->kind)) found_.pop_back();
  }

  void body(TokenIndex i, Feature source, const char* rule) {
    const Candidate* c = add(i, begin_, source, rule);
    if (c == nullptr || c->kind == PhraseKind::Body) return;
    const bool country = c->kind == PhraseKind::Place && is_country(i);
    if (source != Feature::BodyInTopic || !(country || is_group(i))) found_.pop_back();
  }

  // 이란에서는 “…”: of countries alone; in towns others speak.
  bool is_country(TokenIndex i) const {
    static const lang::ClassMask kPlace = class_mask("place");
    const lang::Word* word = lang::find_word(a_.stem(a_.tokens[i]));
    return word != nullptr && word->value(kPlace) == "country";
  }

  // 정당에서는, 회사에서는
  bool is_group(TokenIndex i) const {
    static const lang::ClassMask kGroup = class_mask("body_noun");
    static const lang::ClassMask kOther = class_mask("other_person");
    const lang::Word* word = lang::find_word(a_.stem(a_.tokens[i]));
    return a_.tokens[i].reading.has(kGroup) || (word != nullptr && word->value(kOther) == "side");
  }

  // 엄 교수 역시 “…”
  bool is_likewise(TokenIndex i) const {
    if (i <= begin_ || !a_.tokens[i - 1].is_word() || !a_.tokens[i - 1].is(Josa::None))
      return false;
    return has_adjunct(a_.surface(a_.tokens[i]), "likewise");
  }

  // Whether lexicon/report_adjuncts.tsv has the word as one of that kind.
  static bool has_adjunct(std::string_view form, std::string_view kind) {
    static const lang::ClassMask kAdjunct = class_mask("report_adjunct");
    if ((lang::classes_of(form) & kAdjunct) == 0) return false;
    const lang::Word* word = lang::find_word(form);
    return std::any_of(word->facts.begin(), word->facts.end(), [&](const lang::Fact& f) {
      return (kAdjunct >> f.cls & 1) != 0 && f.value == kind;
    });
  }

  // 통일부 명의의 성명을 통해 “…”
  bool is_issuer(TokenIndex i) const {
    static const lang::ClassMask kOccasion = class_mask("report_adjunct");
    if (i <= begin_ || !a_.tokens[i - 1].is_word()) return false;
    const Token& t = a_.tokens[i];
    return (a_.classes_of_stem(t) & kOccasion) != 0 &&
           lang::find_word(a_.stem(t))->value(kOccasion) == "issuer" &&
           (a_.tokens[i - 1].is(Josa::None) || a_.tokens[i - 1].is(Josa::Gen));
  }

  // 어머니로부터 “…”는 말을 듣다; 당국자를 인용해 “…”
  bool is_source(TokenIndex i, Feature& source) const {
    const Token& t = a_.tokens[i];
    source = t.is(Josa::From) ? Feature::From : Feature::Cited;
    if (t.is(Josa::From)) return true;
    return t.is(Josa::Obj) && i + 1 < place_.limit &&
           a_.surface(a_.tokens[i + 1]).starts_with("인용");
  }

  // --- how the candidates before the words stand to each other ----------------------------------

  void relate() {
    read_boundaries();
    const auto sentence_topic = std::find_if(found_.begin(), found_.end(), is_topic);
    for (std::size_t i = 0; i < found_.size(); ++i) {
      Candidate& c = found_[i];
      if (past_boundary(c.phrase.end)) c.set(Feature::PastBoundary);
      if (c.has(Feature::Subject) && past_side_clause(c.phrase.end)) c.set(Feature::PastClause);
      if (c.has(Feature::Subject) && belongs_to_about(c.phrase.end)) c.set(Feature::About);
      if (place_.reported)
        relate_reported(c, sentence_topic == found_.end() ||
                               i <= static_cast<std::size_t>(sentence_topic - found_.begin()));
      else
        relate_direct(c, found_.size() - 1 - i);
      const bool asked = c.has(Feature::Topic) && is_topic_behind_when(i);
      if ((c.has(Feature::Subject) || asked) && past_when(c.phrase.end)) c.set(Feature::PastWhen);
      if (!c.has(Feature::Subject)) continue;
      const bool at_words = !place_.reported && c.phrase.end == place_.before &&
                            (c.kind == PhraseKind::Unknown ||
                             c.kind == PhraseKind::Thing);  // 푸른모임이 “…”라고 비판한 데 대해
      if (embedded_ && (is_somebody(c.kind) || at_words) && is_last_subject(i))
        c.set(Feature::EmbeddedSubject);
      else if (!is_somebody(c.kind))
        c.set(Feature::ThingSubject);
    }
    if (place_.reported) count_steps_from_left();
  }

  static bool is_topic(const Candidate& c) {
    return (c.has(Feature::Topic) || c.has(Feature::BodyInTopic)) && c.kind != PhraseKind::Thing;
  }

  void relate_direct(Candidate& c, std::size_t nearer) {
    c.steps = static_cast<int>(std::min<std::size_t>(nearer, 6));
  }

  // Topics inside a reported clause come behind the speaker.
  void relate_reported(Candidate& c, bool none_before) {
    if (c.has(Feature::Topic) && !none_before && !after_contrast(c.phrase))
      c.set(Feature::SecondTopic);
    if (!c.has(Feature::Subject) || (embedded_ && is_somebody(c.kind))) return;
    if (!none_before) c.set(Feature::InnerSubject);
    if (!heads_segment(c.phrase)) c.set(Feature::LateSubject);
  }

  void count_steps_from_left() {
    for (std::size_t i = 0; i < found_.size(); ++i)
      found_[i].steps = static_cast<int>(std::min<std::size_t>(i, 6));
  }

  // 회사가 문을 닫았지만 “…”, 아내가 말렸는데도 “…”: whose clause that is need not speak.
  bool past_side_clause(TokenIndex from) const {
    return last_side_clause_ >= static_cast<std::int32_t>(from);
  }

  // Where clauses end between the candidates and the words, read once.
  void read_boundaries() {
    for (TokenIndex i = begin_; i < place_.before; ++i) {
      const Token& t = a_.tokens[i];
      if (!at_level(i) || !t.is_word()) continue;
      const auto here = static_cast<std::int32_t>(i);
      if (ends_contrast(a_.surface(t))) last_contrast_ = here;
      if (is_when(i)) last_when_ = here;
      if (ends_side_clause(a_.surface(t))) last_side_clause_ = here;
      if (is_about(i)) last_about_modifier_ = last_modifier_;
      if (t.reading.verb == VerbForm::Adnominal || (t.is(Josa::None) && a_.mention_at[i] == kNone &&
                                                    (ends_adnominal(a_, t) || modifies(a_, t))))
        last_modifier_ = here;
    }
  }

  // …가 새로 낸 증서에 대해서는 “…”: the subject belongs to what the words are about.
  bool belongs_to_about(TokenIndex from) const {
    return last_about_modifier_ >= static_cast<std::int32_t>(from);
  }

  bool is_about(TokenIndex i) const {
    const std::string_view word = a_.surface(a_.tokens[i]);
    return word.starts_with("대해") || word.starts_with("관해") || word.ends_with("에는") ||
           word.ends_with("에도") || is_told(word);
  }

  bool is_last_subject(std::size_t index) const {
    for (std::size_t i = index + 1; i < found_.size(); ++i) {
      if ((found_[i].has(Feature::Topic) || found_[i].has(Feature::Subject)) &&
          is_somebody(found_[i].kind))
        return false;
    }
    return true;
  }

  // 관계자가 손을 내젓자 “…”: the one who did that is not the one who speaks.
  bool past_when(TokenIndex from) const { return last_when_ >= static_cast<std::int32_t>(from); }

  // 시민들은 어떻게 해야 하는지 묻자 시장은 …고 말했다
  bool is_topic_behind_when(std::size_t candidate) const {
    for (std::size_t k = candidate + 1; k < found_.size(); ++k) {
      if (found_[k].has(Feature::Topic) && is_somebody(found_[k].kind) &&
          static_cast<std::int32_t>(found_[k].phrase.begin) > last_when_)
        return true;
    }
    return false;
  }

  bool is_when(TokenIndex i) const {
    static const lang::ClassMask kNouns = class_mask("noun") | class_mask("person_noun");
    const Token& t = a_.tokens[i];
    return t.is(Josa::None) && a_.mention_at[i] == kNone && !t.reading.has(kNouns) &&
           ends_when(a_.surface(t));
  }

  // A clause that says the contrary ends between the phrase and the words: …했지만, …
  bool past_boundary(TokenIndex from) const {
    return last_contrast_ >= static_cast<std::int32_t>(from);
  }

  // 검찰은 …라고 주장한 반면 변호인은: a topic behind a clause that says the contrary.
  bool after_contrast(const Phrase& p) const {
    if (p.begin <= begin_) return false;
    TokenIndex i = p.begin - 1;
    if (a_.tokens[i].first == ',' && i > begin_) --i;
    return ends_contrast(a_.surface(a_.tokens[i]));
  }

  // Whether nothing but days, places and connectives stands before the phrase.
  bool heads_segment(const Phrase& p) const {
    for (TokenIndex i = begin_; i < p.begin; ++i) {
      const Token& t = a_.tokens[i];
      if (t.is_word() && !is_time(a_, i) && !t.reading.has(kConnective) && !t.is(Josa::Loc) &&
          !t.is(Josa::Dat))
        return false;
    }
    return true;
  }

  // --- behind the words -------------------------------------------------------------------------

  // “…”고 김 대표는 말했다. Not …고 했다고 김 대표가 전했다.
  void after_the_words() {
    if (place_.chained) return;
    const TokenIndex end = place_.cue == kNone ? std::min(place_.limit, place_.after + 8)
                                               : static_cast<TokenIndex>(place_.cue);
    const TokenIndex first = place_.reported ? place_.after : place_.after + 1;
    bool boundary = false;
    for (TokenIndex i = first; i < end; ++i) {
      const Token& t = a_.tokens[i];
      if (t.kind == TokenKind::Mark) break;
      if (!at_level(i) || !t.is_word() || is_bracketed(i)) continue;
      if (t.reading.quotative == Quotative::Go && static_cast<std::int32_t>(i) != place_.cue) break;
      if (t.reading.has(kReport) && a_.mention_at[i] == kNone) break;
      Feature source = Feature::After;
      if (may_be_subject(t) || is_source(i, source))
        behind(i, first,
               source == Feature::Cited || source == Feature::From ? source : Feature::After,
               boundary);
      boundary |= a_.mention_at[i] == kNone && closes_clause(i);
    }
  }

  // …고 논평한 데 대해, …고 고함치자
  bool closes_clause(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    const std::string_view word = a_.surface(t);
    if (t.reading.verb_like && ends_clause(word)) return true;
    static const lang::ClassMask kSayHa = class_mask("say_ha");
    if (t.is(Josa::None) && ends_like_when(word) && (t.reading.classes & ~kSayHa) == 0) return true;
    return i > place_.after && a_.tokens[i - 1].is(Josa::None) && has_adjunct(word, "point");
  }

  bool led_before() const {
    return std::any_of(found_.begin(), found_.end(), [&](const Candidate& c) {
      const bool at_words = c.has(Feature::Subject) && c.phrase.end == place_.before;
      return c.phrase.end <= place_.before && (is_topic(c) || at_words) && is_somebody(c.kind);
    });
  }

  void behind(TokenIndex i, TokenIndex first, Feature source, bool boundary) {
    if (opens_clause(i)) return;
    Candidate* c =
        add(i, first, source, source == Feature::After ? "speaker.after" : "speaker.source");
    if (c == nullptr) return;
    if (source == Feature::After)
      c->set(a_.tokens[i].is(Josa::Topic) ? Feature::Topic : Feature::Subject);
    if (c->phrase.begin == first) c->set(Feature::AfterAtOnce);
    const bool next_clause = source == Feature::After && goes_on() && led_before();
    if (boundary || next_clause || opens_report(i)) c->set(Feature::AfterBoundary);
    if (!is_somebody(c->kind) && goes_on()) c->set(Feature::WeakAfter);
  }

  // …라며 수정이 필요하다는 주장을 했다: the subject of another reported clause.
  bool opens_report(TokenIndex head) const {
    if (!a_.tokens[head].is(Josa::Subj)) return false;
    const TokenIndex end = std::min(place_.limit, head + 6);
    for (TokenIndex i = head + 1; i < end; ++i) {
      const lang::WordReading& r = a_.tokens[i].reading;
      const bool again = r.quotative == Quotative::Neun ||
                         (r.quotative == Quotative::Go &&
                          (place_.cue == kNone || static_cast<std::int32_t>(i) < place_.cue));
      const bool clause = r.verb_like || r.quotative == Quotative::Go;
      if (a_.tokens[i].is_word() && clause && again) return true;
    }
    return false;
  }

  // “…”며, “…”면서도: the sentence goes on with another clause.
  bool goes_on() const {
    const TokenIndex ending = place_.reported ? place_.after - 1 : place_.after;
    if (ending >= place_.limit) return false;
    const std::string_view particle = a_.surface(a_.tokens[ending]);
    return particle.ends_with("며") || particle.ends_with("면서") || particle.ends_with("면서도") ||
           particle.ends_with("다고");
  }

  // “…”고 밝힌 박 의원은; not 밝힌 것, 말한 뒤.
  void adnominal_head() {
    if (place_.cue == kNone) return;
    const auto cue = static_cast<TokenIndex>(place_.cue);
    if (a_.tokens[cue].reading.verb != VerbForm::Adnominal) return;
    const TokenIndex end = std::min(place_.limit, cue + 8);
    for (TokenIndex i = cue + 1; i < end; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word() || !at_level(i)) break;
      if ((t.reading.verb_like && a_.mention_at[i] == kNone) || is_occasion(a_.surface(t))) break;
      const bool ends = !t.is(Josa::None) && !t.is(Josa::Gen);
      const bool last = i + 1 >= place_.limit || !a_.tokens[i + 1].is_word();
      if (!ends && !last && (a_.mention_at[i] == kNone || a_.mention_at[i + 1] == a_.mention_at[i]))
        continue;
      const Candidate* c = add(i, cue + 1, Feature::Adnominal, "speaker.adnominal");
      if (c != nullptr && !is_somebody(c->kind))
        found_.pop_back();  // a thing that was said, not who said it
      return;
    }
  }

  // “…” 김 대표의 말이다; “…”는 검찰의 지적.
  void noun_owner() {
    if (goes_on()) return;  // “…”며 시장의 사과를 요구했다
    owner_of_noun();
    if (place_.cue == kNone || !a_.tokens[place_.cue].reading.has(kReportNoun)) return;
    const auto cue = static_cast<TokenIndex>(place_.cue);
    if (cue > place_.after && a_.tokens[cue - 1].is(Josa::Gen) && at_level(cue - 1)) {
      add(cue - 1, place_.after, Feature::Owner, "speaker.owner");
    } else if (cue > place_.after + 1 && at_level(cue - 1) && a_.tokens[cue - 1].is_word() &&
               a_.tokens[cue - 1].is(Josa::None)) {
      somebody_behind(cue - 1);
    }
  }

  // …라는 장관의 발언을 소개했다.
  void owner_of_noun() {
    const TokenIndex end = std::min(place_.limit, place_.after + 4);
    for (TokenIndex i = place_.after; i + 1 < end; ++i) {
      if (!at_level(i) || !a_.tokens[i].is(Josa::Gen)) continue;
      if (static_cast<std::int32_t>(i + 1) == place_.cue) return;
      const bool next = a_.tokens[i + 1].reading.has(kReportNoun);
      const bool numbered = i + 2 < place_.limit && text::is_digit(a_.tokens[i + 1].first) &&
                            a_.tokens[i + 2].reading.has(kReportNoun);  // 주민의 119 신고
      const Candidate* c =
          next || numbered ? add(i, place_.after, Feature::Owner, "speaker.owner") : nullptr;
      if (c != nullptr && !is_somebody(c->kind)) found_.pop_back();
    }
  }

  void somebody_behind(TokenIndex i) {
    const Candidate* c = add(i, place_.after + 1, Feature::OwnerBare, "speaker.owner");
    if (c != nullptr && !is_somebody(c->kind)) found_.pop_back();
  }

  // “….” 목 위원의 말이다.
  void owner_behind() {
    if (place_.reported || place_.after < place_.limit || place_.passage != kNone) return;
    if (place_.sentence + 1 >= a_.sentences.size()) return;
    const Sentence& next = a_.sentences[place_.sentence + 1];
    if (!may_tell_of(a_, place_.sentence) || next.end - next.begin > 14) return;
    for (TokenIndex i = next.begin; i + 1 < next.end; ++i) {
      const Token& noun = a_.tokens[i + 1];
      if (!noun.is(Josa::Copula)) continue;
      const lang::Word* word = lang::find_word(a_.stem(noun));
      if (word == nullptr || !word->has(kReportNoun)) continue;
      if (a_.tokens[i].is(Josa::Gen))
        add(i, next.begin, Feature::Behind, "speaker.behind");
      else if (a_.surface(a_.tokens[i]) == "한" || modifies(a_, a_.tokens[i]))
        subject_behind(next.begin, i);
    }
  }

  // “….” 목 위원이 회의 뒤에 한 말이다.
  void subject_behind(TokenIndex begin, TokenIndex end) {
    for (TokenIndex i = end; i-- > begin;) {
      if (!a_.tokens[i].is_word() || !a_.tokens[i].is(Josa::Subj)) continue;
      const Candidate* c = add(i, begin, Feature::Behind, "speaker.behind");
      if (c != nullptr && is_somebody(c->kind)) return;
      if (c != nullptr) found_.pop_back();
    }
  }

  const Analysis& a_;
  const QuotationPlace& place_;
  TokenIndex begin_ = 0;
  bool embedded_ = false;
  // Tokens before the words, or kNone.
  std::int32_t last_contrast_ = kNone, last_when_ = kNone, last_side_clause_ = kNone;
  std::int32_t last_modifier_ = kNone, last_about_modifier_ = kNone;
  std::vector<Candidate> found_;
};

constexpr const char* kFeatureNames[] = {
    "person",        "pronoun",       "body",           "role",
    "place",         "unknown",       "document",       "thing",
    "topic",         "loc_topic",     "subject",        "also",
    "bare",          "from",          "cited",          "issuer",
    "body_in",       "body_in_topic", "after",          "after_at_once",
    "adnominal",     "owner",         "owner_bare",     "behind",
    "same_sentence", "carried",       "carried_far",    "topic_before",
    "role_before",   "topic_far",     "stranger",       "embedded_subject",
    "about",         "second_topic",  "inner_subject",  "late_subject",
    "past_boundary", "past_when",     "after_boundary", "weak_after",
    "opening",       "turned",        "own_topic",      "other_between",
    "new_block",     "alone",         "unlinked",       "asked",
    "asks",          "thing_subject", "past_clause",    "opens_clause"};
static_assert(std::size(kFeatureNames) == kFeatures);

}  // namespace

const char* name_of(Feature feature) {
  return kFeatureNames[static_cast<std::size_t>(feature)];
}

bool may_tell_of(const Analysis& a, std::uint32_t sentence) {
  if (sentence + 1 >= a.sentences.size()) return false;
  const std::uint32_t block = a.sentences[sentence].block;
  const std::uint32_t next = a.sentences[sentence + 1].block;
  if (next == block) return true;
  const bool alone = sentence == 0 || a.sentences[sentence - 1].block != block;
  return alone && next == block + 1 && a.document.blocks[next].kind == BlockKind::Body;
}

std::vector<Candidate> candidates_beside(const Analysis& a, const QuotationPlace& place) {
  return Collector(a, place).run();
}

}  // namespace onrecord::extract
