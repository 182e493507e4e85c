#include "extract/clause_start.h"

#include <algorithm>
#include <string_view>

#include "extract/clause_endings.h"
#include "extract/interview_heads.h"
#include "extract/phrases.h"
#include "extract/shares.h"
#include "lang/hangul.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::Quotative;
using lang::VerbForm;

const lang::ClassMask kAdjunct = class_mask("report_adjunct");
const lang::ClassMask kVerbTail = class_mask("verb_tail");
const lang::ClassMask kReport = class_mask("report") | class_mask("report_weak");
const lang::ClassMask kReportNoun = class_mask("report_noun") | class_mask("report_noun_weak");
const lang::ClassMask kConnective = class_mask("connective") | class_mask("topic_change");

// What the end of a phrase earns. Costs are per word; kTooFar ends the reading.
constexpr int kHeadTopic = 30;
constexpr int kHeadUnknown = 9;
constexpr int kHeadPlace = 12;
constexpr int kHeadSubject = 12;
constexpr int kMeans = 7;
constexpr int kAbout = 6;
constexpr int kOther = 3;  // a means that need not be one of speaking: 정보를 통해
constexpr int kOccasion = 7;
constexpr int kAddressee = 5;
constexpr int kAsked = 16;
constexpr int kAfter = 4;
constexpr int kManner = 5;
constexpr int kCommaBonus = 3;
constexpr int kWordCost = 1;
constexpr int kSubjectCost = 8;
constexpr int kThingCost = 3;  // a subject that cannot speak
constexpr int kTopicCost = 14;
constexpr int kVerbCost = 6;
constexpr int kClockCost = 6;
constexpr int kTooFar = 24;
constexpr TokenIndex kLongestHead = 150;  // tokens; keeps the cost linear
constexpr std::size_t kLongestVerb = 6;   // bytes before the last syllable: 떨어진
constexpr int kNear = 7;                  // 행사를 하루 앞둔 지난 10일

enum class AdjunctKind : std::uint8_t {
  None,
  Means,
  About,
  Meet,
  Manner,
  Asked,
  After,
  Opening,
  Occasion,
  Medium,
  Link,
  LinkWeak,
  GoesOn,
  Press,
  Question,
  Hold,
  Source,
  Auxiliary,
  ToPerson,
  ToNobody,
  Besides,
  Future,
  Half,
  Aside,
  Tied,
  Doing
};

AdjunctKind kind_named(std::string_view name) {
  static constexpr std::pair<std::string_view, AdjunctKind> kNames[] = {
      {"means", AdjunctKind::Means},         {"about", AdjunctKind::About},
      {"meet", AdjunctKind::Meet},           {"manner", AdjunctKind::Manner},
      {"asked", AdjunctKind::Asked},         {"after", AdjunctKind::After},
      {"opening", AdjunctKind::Opening},     {"occasion", AdjunctKind::Occasion},
      {"medium", AdjunctKind::Medium},       {"link", AdjunctKind::Link},
      {"link_weak", AdjunctKind::LinkWeak},  {"goes_on", AdjunctKind::GoesOn},
      {"press", AdjunctKind::Press},         {"question", AdjunctKind::Question},
      {"hold", AdjunctKind::Hold},           {"source", AdjunctKind::Source},
      {"auxiliary", AdjunctKind::Auxiliary}, {"to_person", AdjunctKind::ToPerson},
      {"to_nobody", AdjunctKind::ToNobody},  {"besides", AdjunctKind::Besides},
      {"future", AdjunctKind::Future},       {"half", AdjunctKind::Half},
      {"aside", AdjunctKind::Aside},         {"tied", AdjunctKind::Tied},
      {"doing", AdjunctKind::Doing},
  };
  for (const auto& [text, kind] : kNames) {
    if (text == name) return kind;
  }
  return AdjunctKind::None;
}

bool has_kind(const lang::Word& word, AdjunctKind wanted) {
  return std::any_of(word.facts.begin(), word.facts.end(), [&](const lang::Fact& f) {
    return (kAdjunct >> f.cls & 1) && kind_named(f.value) == wanted;
  });
}

// Whether the noun, or the end of it, is of that kind: 정례브리핑.
bool ends_in(std::string_view noun, AdjunctKind kind) {
  for (std::size_t at = noun.size(); at > 0;) {
    text::decode_backwards(noun, at);
    const lang::Word* word = lang::find_word(noun.substr(at));
    if (word != nullptr && has_kind(*word, kind)) return true;
  }
  return false;
}

class StartReader {
 public:
  enum class Heads : std::uint8_t { None, Topics, All };

  StartReader(const Analysis& a, const ClauseFrame& frame, TokenIndex from, Heads heads)
      : a_(a),
        frame_(frame),
        heads_(heads),
        from_(from),
        segment_(from),
        edge_(from),
        unknown_may_head_(from == frame.segment && !frame.chained) {}

  void run() {
    TokenIndex i = from_;
    TokenIndex end = frame_.reach == 0 ? frame_.last : std::min(frame_.reach, frame_.last);
    end = std::min(end, from_ + kLongestHead);
    while (i < end && cost_ <= kTooFar) i = read(i);
  }

  static bool ends_in_link(std::string_view word, AdjunctKind kind) {
    std::size_t at = word.size();
    for (int count = 0; count < 2 && at > 0; ++count) {
      text::decode_backwards(word, at);
      const lang::Word* tail = lang::find_word(word.substr(at));
      if (tail != nullptr && has_kind(*tail, kind)) return true;
    }
    return false;
  }

  TokenIndex edge() const { return edge_; }
  TokenIndex segment() const { return segment_; }
  std::int32_t head() const { return head_; }
  bool firm() const { return head_ != kNone && edge_ > static_cast<TokenIndex>(head_) + 1; }

 private:
  // Reads the word or group at `i`; returns the next.
  TokenIndex read(TokenIndex i) {
    const Token& t = a_.tokens[i];
    if (t.passage != frame_.passage || t.kind == TokenKind::Mark) return i + 1;
    if (!t.is_word()) {
      if (t.first == ',') comma(i);
      return i + 1;
    }
    if (is_time(a_, i) && !is_subject(i)) return time(i);
    if (is_subject(i) && head_at(i)) return i + 1;
    if (!adjunct(i)) cost_ += cost_of(i);
    return i + 1;
  }

  void accept(TokenIndex i) {
    edge_ = i + 1;
    cost_ = soft_cost_ = 0;
  }

  void earn(TokenIndex i, int worth, int cost) {
    if (worth > cost) accept(i);
  }

  // A comma right behind what belongs to the report.
  void comma(TokenIndex i) {
    if (edge_ == i) {
      edge_ = i + 1;
    } else {
      charge(2);
    }
  }

  bool comma_follows(TokenIndex i) const {
    return i + 1 < frame_.last && a_.tokens[i + 1].first == ',';
  }

  void charge(int cost) {
    cost_ += cost;
    soft_cost_ += kWordCost;
  }

  // --- who speaks ---

  // 대표는, 대표께서는, 대표가, 대표도; not 대표에게는.
  bool is_subject(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (t.is(Josa::Also))
      return a_.mention_at[i] != kNone ||
             t.reading.has(class_mask("person_noun") | class_mask("org_role") |
                           class_mask("title"));
    if (!t.is(Josa::Subj) && !t.is(Josa::Topic)) return false;
    if (is_verb_in_disguise(i)) return false;
    if (i > 0 && a_.tokens[i - 1].first == '%' && !share_at(a_, i, from_)) return false;
    return t.is(Josa::Subj) || a_.particle(t).size() <= 3 || a_.particle(t) == "께서는";
  }

  // 위원장을 맡은, 옆집에 사는, 고개를 드는: a verb that looks like a noun with a particle.
  bool is_verb_in_disguise(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (a_.mention_at[i] != kNone || !t.is(Josa::Topic) || t.reading.stem_bytes == 0) return false;
    if (t.reading.classes != 0) return false;
    if (i == from_ || i + 1 >= frame_.last || !a_.tokens[i + 1].is_word()) return false;
    const Token& before = a_.tokens[i - 1];
    return before.is(Josa::Obj) || before.is(Josa::Dat) || before.is(Josa::Loc);
  }

  bool head_at(TokenIndex i) {
    const Token& t = a_.tokens[i];
    if (t.is(Josa::Subj) && is_clause_subject(i)) return false;
    const Phrase phrase = phrase_at(a_, i, edge_);
    const PhraseKind kind = kind_of(a_, phrase);
    const bool speaks = is_somebody(kind);
    if (speaks && links_before(t, phrase.begin)) return rebegin(i, phrase);
    const int worth = may_head(t) ? worth_of_head(t, phrase, kind) : 0;
    if (worth > cost_ && (head_ == kNone || relative_before(t, phrase))) {
      head_ = static_cast<std::int32_t>(i);
      head_topic_ = t.is(Josa::Topic);
      accept(i);
      return true;
    }
    topic_read_ |= t.is(Josa::Topic);
    charge(t.is(Josa::Topic)          ? (speaks || head_ != kNone ? kTopicCost : kSubjectCost)
           : speaks || head_ != kNone ? kSubjectCost
                                      : kThingCost);
    soft_cost_ += kThingCost;
    return true;
  }

  // 여수시가 시설이 낡았다며: a town, and the clause has a subject of its own.
  bool is_city_apart(TokenIndex i) const {
    static const lang::ClassMask kBody = class_mask("body_noun");
    const std::string_view noun = a_.stem(a_.tokens[i]);
    std::size_t at = noun.size();
    text::decode_backwards(noun, at);
    const lang::Word* town = lang::find_word(noun.substr(at));
    if (at == 0 || town == nullptr || !town->has(kBody)) return false;
    const TokenIndex far = std::min(frame_.last, i + kLongestHead);
    for (TokenIndex k = i + 1; k < far; ++k) {
      const Token& t = a_.tokens[k];
      if (t.is(Josa::Subj) && t.passage == frame_.passage && !t.reading.verb_like) return true;
    }
    return false;
  }

  // 응답자의 52%인 1천300명이 …라고 답했다
  bool counts_answers(const Phrase& phrase) const {
    return frame_.cue != kNone && a_.tokens[frame_.cue].reading.cue_class == "answer" &&
           text::is_digit(a_.tokens[phrase.end - 1].first);
  }

  bool may_head(const Token& t) const {
    if (frame_.chained || heads_ == Heads::None) return false;
    return heads_ == Heads::All || !t.is(Josa::Subj);
  }

  int worth_of_head(const Token& t, const Phrase& phrase, PhraseKind kind) const {
    const bool speaks = is_somebody(kind) || (may_speak_for_share(a_, frame_.cue) &&
                                              share_at(a_, phrase.end - 1, from_).has_value());
    if (t.is(Josa::Subj)) {
      if (opened_ || topic_read_) return 0;
      const bool country = kind == PhraseKind::Place && phrase.begin == from_ &&
                           (a_.quotations.empty() || is_city_apart(phrase.end - 1));
      return speaks || country || counts_answers(phrase) ? kHeadSubject : 0;
    }
    if (speaks) return t.is(Josa::Also) ? kHeadSubject + 2 : kHeadTopic;
    if (opened_ || !unknown_may_head_) return 0;
    if (kind == PhraseKind::Place || kind == PhraseKind::Document) return kHeadPlace;
    return kind == PhraseKind::Unknown ? kHeadUnknown : 0;
  }

  // 정부가 추천한 김 위원은: the subject before belongs to a relative clause.
  bool relative_before(const Token& t, const Phrase& phrase) const {
    return t.is(Josa::Topic) && !head_topic_ && phrase.begin > from_ &&
           is_adnominal(phrase.begin - 1);
  }

  // 한빛셀이 붙인 표시: a subject right before an adnominal verb.
  bool is_clause_subject(TokenIndex i) const {
    return i + 1 < frame_.last && a_.mention_at[i + 1] == kNone && is_adnominal(i + 1);
  }

  bool is_adnominal(TokenIndex i) const {
    static const lang::ClassMask kNouns =
        class_mask("noun") | class_mask("not_name") | class_mask("title") | class_mask("org") |
        class_mask("place") | class_mask("event") | class_mask("person_noun") |
        class_mask("abstract") | class_mask("adverb") | class_mask("time") | class_mask("surname");
    const Token& t = a_.tokens[i];
    if (!t.is_word() || !t.reading.hangul || a_.mention_at[i] != kNone || is_time(a_, i) ||
        text::is_digit(t.first))
      return false;
    if (t.reading.verb == VerbForm::Adnominal) return true;
    const std::string_view word = a_.surface(t);
    if (t.reading.verb_like) return tail_is(word, "adnominal");
    if (!t.is(Josa::None) || t.reading.has(kNouns)) return false;
    std::size_t at = word.size();
    const int tail = lang::take_apart(text::decode_backwards(word, at)).tail;
    return at > 0 && at <= kLongestVerb && (tail == 4 || tail == 8);  // ㄴ, ㄹ
  }

  static bool tail_is(std::string_view word, std::string_view what) {
    std::size_t at = word.size();
    for (int count = 0; count < 3 && at > 0; ++count) {
      text::decode_backwards(word, at);
      const lang::Word* tail = lang::find_word(word.substr(at));
      if (tail != nullptr && tail->has(kVerbTail)) return tail->value(kVerbTail) == what;
    }
    return false;
  }

  // 야당은 반대했지만, 정부는: who speaks is behind the last such ending.
  bool links_before(const Token& t, TokenIndex begin) const {
    if (frame_.chained || heads_ == Heads::None || begin <= from_) return false;
    if (!t.is(Josa::Topic) && head_topic_) return false;
    TokenIndex i = begin - 1;
    while (i > from_ && (a_.tokens[i].first == ',' || is_time(a_, i))) --i;
    if (!a_.tokens[i].is_word() || a_.tokens[i].passage != frame_.passage) return false;
    const std::string_view word = a_.surface(a_.tokens[i]);
    return ends_in_link(word, AdjunctKind::Link) ||
           (!head_topic_ && ends_in_link(word, AdjunctKind::LinkWeak));
  }

  bool rebegin(TokenIndex i, const Phrase& phrase) {
    segment_ = phrase.begin;
    head_ = static_cast<std::int32_t>(i);
    head_topic_ = a_.tokens[i].is(Josa::Topic);
    accept(i);
    return true;
  }

  // --- what belongs to the report ---

  bool adjunct(TokenIndex i) {
    const Token& t = a_.tokens[i];
    const std::string_view word = a_.surface(t);
    if (heads_ == Heads::None) return t.reading.has(kConnective) && edge_ == i && (accept(i), true);
    if (a_.surface(t) == "역시" && edge_ < i && likewise(i)) return true;
    if (is_tied(i + 1)) return false;
    if (t.reading.has(kConnective) && edge_ == i) return open_with(i), true;
    if (edge_ == i && i == from_ && t.reading.has(class_mask("say_ha"))) return accept(i), true;
    if (const lang::Word* known = lang::find_word(word); known != nullptr && known->has(kAdjunct)) {
      if (whole_word(i, *known)) return true;
    }
    if (is_place(t)) {
      if (body_says(i)) return true;
      const bool said_there =
          t.reading.stem_bytes == 0 || ends_in(a_.stem(t), AdjunctKind::Occasion);
      if (said_there) return pay(i, kOccasion, cost_);
    }
    if (says_besides(i)) return pay(i, comma_follows(i) ? kAsked : kMeans, soft_cost());
    if (!t.is(Josa::Dat) || !addressee(i)) return false;
    return to_press(i) ? pay(i, kAsked, soft_cost()) : pay(i, kAddressee, cost_);
  }

  // 이에 따라: an opening word that the next one makes a part of the clause.
  bool is_tied(TokenIndex i) const {
    const lang::Word* word = i < frame_.last ? lang::find_word(a_.surface(a_.tokens[i])) : nullptr;
    return word != nullptr && has_kind(*word, AdjunctKind::Tied);
  }

  // 정부를 비판하며, 중단을 촉구했으며,: what the speaker says or does beside the clause.
  bool says_besides(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (head_ == kNone || !t.reading.has(kReport) || t.reading.verb != VerbForm::Connective)
      return false;
    if (t.reading.quotative != Quotative::None) return false;
    return comma_follows(i) || tail_is_besides(a_.surface(t));
  }

  static bool tail_is_besides(std::string_view word) {
    std::size_t at = word.size();
    text::decode_backwards(word, at);
    const lang::Word* tail = lang::find_word(word.substr(at));
    return tail != nullptr && has_kind(*tail, AdjunctKind::Besides);
  }

  // 또, 이어: the same speaker goes on; not 그러나, 한편.
  void open_with(TokenIndex i) {
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    opened_ |= head_ == kNone && word != nullptr && has_kind(*word, AdjunctKind::GoesOn);
    accept(i);
  }

  // 엄 교수 역시
  bool likewise(TokenIndex i) {
    if (head_ != kNone || !may_head(a_.tokens[i]) || a_.mention_at[i - 1] == kNone) return false;
    head_ = static_cast<std::int32_t>(i - 1);
    head_topic_ = true;
    accept(i);
    return true;
  }

  bool pay(TokenIndex i, int worth, int cost) {
    const int bonus = comma_follows(i) ? kCommaBonus : 0;
    if (worth + bonus <= cost) return false;
    accept(i);
    return true;
  }

  // 외교부에서는
  bool body_says(TokenIndex i) {
    if (head_ != kNone || !may_head(a_.tokens[i]) || a_.mention_at[i] == kNone) return false;
    const Phrase phrase = phrase_at(a_, i, edge_);
    if (phrase.begin != edge_ || kind_of(a_, phrase) != PhraseKind::Body) return false;
    head_ = static_cast<std::int32_t>(i);
    head_topic_ = a_.tokens[i].is(Josa::Topic);
    accept(i);
    return true;
  }

  bool whole_word(TokenIndex i, const lang::Word& word) {
    for (const lang::Fact& fact : word.facts) {
      if ((kAdjunct >> fact.cls & 1) && by_kind(i, kind_named(fact.value))) return true;
    }
    return false;
  }

  bool by_kind(TokenIndex i, AdjunctKind kind) {
    switch (kind) {
      case AdjunctKind::Opening:
        return edge_ == i && pay(i, 1, 0);
      case AdjunctKind::Means:
        return i > edge_ && pay(i, said_with(i - 1) ? kMeans : kOther, cost_);
      case AdjunctKind::Meet:
        if (is_main_verb(i) || i == from_) return false;
        return pay(i, i == edge_ || said_with(i - 1) ? kMeans + 1 : kAbout, cost_);
      case AdjunctKind::Hold:
        return i > edge_ && !is_main_verb(i) && said_with(i - 1) && pay(i, kMeans + 1, cost_);
      case AdjunctKind::Press:
        return pay(i, kAsked, soft_cost());
      case AdjunctKind::Source:
        return from_source(i);
      case AdjunctKind::About:
        if (i == edge_ && i > from_) return accept(i), true;  // …라는 질문에 | 대해서는
        return i > edge_ && !a_.tokens[i - 1].reading.verb_like &&
               pay(i, kAbout + (contrasted(i) ? 3 : 0), soft_cost());
      case AdjunctKind::Aside:  // 사고 관련, …; not 관련 사항을
        return i > edge_ && comma_follows(i) && pay(i, kAbout, soft_cost());
      case AdjunctKind::Doing:  // 회견을 하고
        return i > edge_ && a_.tokens[i - 1].is(Josa::Obj) &&
               ends_in(a_.stem(a_.tokens[i - 1]), AdjunctKind::Occasion) &&
               pay(i, kMeans + 1, soft_cost());
      case AdjunctKind::Manner:
        return pay(i, kManner, cost_);
      case AdjunctKind::Question:
        return goes_with_words_before(i) ||
               (i > edge_ && a_.tokens[i - 1].is(Josa::Gen) && pay(i, kAsked, soft_cost()));
      case AdjunctKind::Asked:
        return i > edge_ && asks(i) && pay(i, kAsked, soft_cost());
      case AdjunctKind::After:
        return i > edge_ && (is_adnominal(i - 1) || contrasted(i)) && pay(i, kAfter, soft_cost());
      default:
        return false;
    }
  }

  // “…”라는 질문에 …라고 답했다: the noun belongs to the words before.
  bool goes_with_words_before(TokenIndex i) {
    const bool behind_particle = i >= from_ + 2 && a_.tokens[i - 2].kind == TokenKind::Mark;
    const bool opens = i == from_ && i > a_.sentences[a_.tokens[i].sentence].begin;
    if (!behind_particle && !opens) return false;
    accept(i);
    return true;
  }

  // Words only: verbs and subjects inside such a phrase are its own.
  int soft_cost() const { return std::min(cost_, soft_cost_); }

  // 대해서는, 관련해선, or a comma: set apart from the clause.
  bool contrasted(TokenIndex i) const {
    return comma_follows(i) || a_.surface(a_.tokens[i]).ends_with("는") ||
           a_.surface(a_.tokens[i]).ends_with("선");
  }

  // 문을 열어 두겠다고: an auxiliary follows.
  bool is_main_verb(TokenIndex i) const {
    if (i + 1 > frame_.last || !a_.tokens[i + 1].is_word()) return false;
    const std::string_view next = a_.surface(a_.tokens[i + 1]);
    std::size_t at = 0;
    text::decode(next, at);
    const lang::Word* first = lang::find_word(next.substr(0, at));
    return a_.tokens[i + 1].reading.verb_like && first != nullptr &&
           has_kind(*first, AdjunctKind::Auxiliary);
  }

  // 조사 결과에 따르면: what stands before speaks of the source.
  bool from_source(TokenIndex i) {
    if (i + 1 < frame_.last && a_.tokens[i + 1].first == ')') return false;
    if (!head_topic_) head_ = kNone, segment_ = i + 1;
    accept(i);
    return true;
  }

  // 묻자, …느냐는 물음에, 배경에 대한 질문에; not 문제점에.
  bool asks(TokenIndex i) const {
    const Token& before = a_.tokens[i - 1];
    if (before.reading.quotative != Quotative::None) return true;
    const Token& t = a_.tokens[i];
    return t.reading.has(kReport) || is_adnominal(i - 1);
  }

  // 기자회견을 열고, 성명을 통해, 기자들과 만나, 대변인을 통해.
  bool said_with(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (!t.is_word()) return t.kind == TokenKind::Mark;
    if (is_listed(t)) return true;
    const std::string_view noun = a_.stem(t);
    if (ends_in(noun, AdjunctKind::Occasion) || ends_in(noun, AdjunctKind::Medium)) return true;
    if (t.reading.has(kReportNoun)) return true;
    return is_somebody(kind_of(a_, phrase_at(a_, i, edge_)));
  }

  // 전화를, 보고서를: words of lexicon/title_words.tsv, particle included.
  bool is_listed(const Token& t) const {
    static const lang::ClassMask kAdverb = class_mask("adverb");
    const lang::Word* word = t.reading.has(kAdverb) ? lang::find_word(a_.surface(t)) : nullptr;
    return word != nullptr && word->value(kAdverb) == "adjunct";
  }

  bool is_place(const Token& t) const {
    return t.is(Josa::Loc) || (t.is(Josa::Topic) && a_.particle(t).starts_with("에서"));
  }

  // 기자들에게, 홍콩 언론에, 파나마 정부에.
  bool addressee(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (head_ == kNone) return false;
    const Phrase phrase = phrase_at(a_, i, edge_);
    for (TokenIndex k = phrase.begin; k < phrase.end; ++k) {
      if (a_.tokens[k].is_word() && ends_in(a_.stem(a_.tokens[k]), AdjunctKind::Medium))
        return true;
    }
    const lang::Word* particle = lang::find_word(a_.particle(t));
    return particle != nullptr && has_kind(*particle, AdjunctKind::ToPerson) &&
           (asks_somebody() || (!phrase.chains.empty() && !speaks_to_nobody()));
  }

  // 당부했다, 요청했다: verbs that want an addressee.
  bool asks_somebody() const {
    if (frame_.cue == kNone) return false;
    const std::string_view cue = a_.tokens[frame_.cue].reading.cue_class;
    return cue == "request" || cue == "propose" || cue == "promise";
  }

  // 밝혔다, 주장했다: verbs without an addressee.
  bool speaks_to_nobody() const {
    if (frame_.cue == kNone) return false;
    const std::string_view cue = a_.surface(a_.tokens[frame_.cue]);
    std::size_t at = 0;
    for (int count = 0; count < 2 && at < cue.size(); ++count) {
      text::decode(cue, at);
      const lang::Word* word = lang::find_word(cue.substr(0, at));
      if (word != nullptr && has_kind(*word, AdjunctKind::ToNobody)) return true;
    }
    return false;
  }

  bool to_press(TokenIndex i) const { return ends_in(a_.stem(a_.tokens[i]), AdjunctKind::Press); }

  // --- costs ---

  int cost_of(TokenIndex i) {
    const Token& t = a_.tokens[i];
    soft_cost_ += kWordCost;
    if (t.reading.quotative != Quotative::None) return kVerbCost + 2;
    if (t.reading.verb == VerbForm::Connective || t.reading.verb == VerbForm::Finite)
      return kVerbCost;
    if (t.reading.verb_like && !is_adnominal(i)) return kVerbCost;
    return kWordCost;
  }

  // 지난 10일, 14일(현지시간): when it was said. A clock time or 새벽 is when it happened.
  TokenIndex time(TokenIndex i) {
    const TimeWords words = time_words(i);
    const TokenIndex said = words.clock ? words.vague : words.said;
    const bool near = edge_ == i || (is_adnominal(i - 1) && cost_ <= kNear);
    if (near && head_ != kNone && said > i && !frame_.forecast && !is_adnominal(said)) {
      accept(said - 1);
      if (said < words.end) charge(words.cost);
    } else {
      charge(words.cost);
    }
    return std::max(words.end, i + 1);
  }

  struct TimeWords {
    TokenIndex end;      // one past the last
    TokenIndex said;     // one past the last word that names a day
    TokenIndex vague;    // the same of 이날 and the like, which no clock time narrows
    bool clock = false;  // an hour, 새벽, or a day yet to come
    int cost = 0;
  };

  TimeWords time_words(TokenIndex i) const {
    TimeWords words{i, i, i};
    TokenIndex& end = words.end;
    while (end < frame_.last && !words.clock) {
      if (end > i && a_.tokens[end].first == '(' && a_.tokens[end].glued) {
        const TokenIndex behind = past_bracket(end);
        if (behind == end) break;
        if (behind < frame_.last && a_.tokens[behind].glued && a_.tokens[behind].is_word())
          return {behind + 1, i, i};  // 전날(2일)부터
        if (words.said == end) words.said = behind;
        end = behind;
      } else if (is_time(a_, end)) {
        read_time_word(words);
      } else if (end > i && a_.tokens[end].first == ',' && end + 1 < frame_.last &&
                 is_time(a_, end + 1)) {
        ++end;
      } else {
        break;
      }
    }
    return words;
  }

  void read_time_word(TimeWords& words) const {
    const TokenIndex i = words.end++;
    const bool day = names_day(i);
    const bool half = is_half(i);  // 3일 오전
    const bool hour = is_clock(i) || is_future(i);
    words.clock = hour || (is_part(i) && !half && words.said == i);
    words.cost = hour ? kClockCost : 0;
    if (words.clock || (!day && !(half && words.said == i))) return;
    words.said = i + 1;
    if (day && !text::is_digit(a_.tokens[i].first)) words.vague = i + 1;
  }

  // Behind the closing bracket; `open` itself where none is near.
  TokenIndex past_bracket(TokenIndex open) const {
    const TokenIndex far = std::min(frame_.last, open + 6);
    for (TokenIndex i = open + 1; i < far; ++i) {
      if (a_.tokens[i].first == ')') return i + 1;
    }
    return open;
  }

  bool is_half(TokenIndex i) const {
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    return word != nullptr && has_kind(*word, AdjunctKind::Half);
  }

  // 새벽, 밤, 자정
  bool is_part(TokenIndex i) const {
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    return word != nullptr && word->value(class_mask("time")) == "part";
  }

  bool names_day(TokenIndex i) const {
    const std::string_view s = a_.surface(a_.tokens[i]);
    if (text::is_digit(a_.tokens[i].first)) return s.ends_with("일");
    const lang::Word* word = lang::find_word(s);
    return word != nullptr && word->value(class_mask("time")) == "day";
  }

  // 오는 3일: not when it was said.
  bool is_future(TokenIndex i) const {
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    return word != nullptr && has_kind(*word, AdjunctKind::Future);
  }

  bool is_clock(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (!t.is_word() || !text::is_digit(t.first)) return false;
    const std::string_view s = a_.surface(t);
    return s.find("시") != std::string_view::npos || s.find("분") != std::string_view::npos;
  }

  const Analysis& a_;
  const ClauseFrame& frame_;
  Heads heads_;
  TokenIndex from_;
  TokenIndex segment_;
  TokenIndex edge_;        // the clause begins here, as far as is read
  bool unknown_may_head_;  // a noun that nothing is known of: only where the segment begins
  std::int32_t head_ = kNone;
  bool head_topic_ = false;
  bool opened_ = false;      // 또, 이어 at the head: the speaker before goes on
  bool topic_read_ = false;  // a topic that is no head has been passed
  int cost_ = 0;             // of the words since the edge
  int soft_cost_ = 0;        // the same, by number of words alone
};

class StartFinder {
 public:
  StartFinder(const Analysis& a, const ClauseFrame& frame) : a_(a), frame_(frame) {}

  ClauseStart find() const {
    using Heads = StartReader::Heads;
    ClauseStart out;
    out.behind = subject_behind();
    if (out.behind) return own_subject(result(read(frame_.segment, Heads::None), out));
    if (frame_.reach != 0) return result(read(frame_.segment, Heads::Topics), out);
    if (!is_embedded()) return result(read(frame_.segment, heads()), out);
    // 매체는 당국이 …했다고 밝혔다고: the report inside has a subject of its own.
    const StartReader outer = read(frame_.segment, Heads::Topics);
    const StartReader inner = read(outer.edge(), Heads::All);
    return result(inner.head() != kNone || outer.head() == kNone ? inner : outer, out);
  }

 private:
  // 이날 회견은 | 파업이 …라는 정부의 우려 때문에 열렸다: the topic before a subject is that of the
  // sentence, where the noun of speech does not end it.
  ClauseStart own_subject(ClauseStart start) const {
    const auto cue = static_cast<TokenIndex>(frame_.cue);
    const bool ends = cue + 1 >= frame_.limit || a_.tokens[cue].is(Josa::Copula);
    if (!a_.tokens[cue].reading.has(kReportNoun) || ends || a_.tokens[cue].reading.verb_like)
      return start;
    const TokenIndex far = std::min(frame_.last, start.first + 4);
    for (TokenIndex i = start.first; i + 1 < far; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word() || t.reading.verb_like) break;
      if (!t.is(Josa::Topic)) continue;
      if (a_.tokens[i + 1].is(Josa::Subj)) start.first = i + 1;
      break;
    }
    return start;
  }

  // Behind another clause of the sentence who speaks has a topic particle, unless that clause ended
  // in …지만.
  StartReader::Heads heads() const {
    const TokenIndex begin = a_.sentences[a_.tokens[frame_.last].sentence].begin;
    TokenIndex i = frame_.segment;
    for (int steps = 0; steps < 8 && i > begin && !a_.tokens[i - 1].is_word(); ++steps) --i;
    const bool opens = i == begin || frame_.passage != kNone ||
                       StartReader::ends_in_link(a_.surface(a_.tokens[i - 1]), AdjunctKind::Link);
    return opens ? StartReader::Heads::All : StartReader::Heads::Topics;
  }

  StartReader read(TokenIndex from, StartReader::Heads heads) const {
    StartReader reader(a_, frame_, from, heads);
    reader.run();
    return reader;
  }

  static ClauseStart result(const StartReader& reader, ClauseStart out) {
    out.segment = reader.segment();
    out.first = reader.edge();
    out.head = reader.head();
    out.firm = reader.firm();
    return out;
  }

  bool is_embedded() const {
    if (frame_.cue == kNone) return false;
    const lang::WordReading& cue = a_.tokens[frame_.cue].reading;
    if (cue.has(kReportNoun) && static_cast<TokenIndex>(frame_.cue) + 1 < frame_.limit)
      return is_reported(a_.tokens[frame_.cue + 1].reading);  // 명령을 내렸다는
    // …냐고 묻자: who asks is the nearer subject.
    const bool asked =
        cue.verb == VerbForm::Connective && a_.surface(a_.tokens[frame_.cue]).ends_with("자");
    // …할 것으로 예상하고 있다고
    const auto behind = static_cast<TokenIndex>(frame_.cue) + 1;
    const bool goes_on = cue.verb == VerbForm::Connective && behind < frame_.limit &&
                         is_reported(a_.tokens[behind].reading);
    return is_reported(cue) || cue.verb == VerbForm::Adnominal || asked || goes_on;
  }

  static bool is_reported(const lang::WordReading& word) {
    return word.quotative != Quotative::None && word.verb_like;
  }

  // …했다고 경찰이 밝혔다; …고 밝힌 김 총재는.
  bool subject_behind() const {
    if (frame_.cue == kNone) return false;
    const auto cue = static_cast<TokenIndex>(frame_.cue);
    if (another_clause_before(cue)) return false;
    for (TokenIndex i = frame_.last + 1; i < cue; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word() || t.passage != frame_.passage) continue;
      if (t.reading.verb_like && a_.mention_at[i] == kNone) break;
      if (!t.is(Josa::Subj) && !t.is(Josa::Topic)) continue;
      const PhraseKind kind = kind_of(a_, phrase_at(a_, i, frame_.last + 1));
      if (is_somebody(kind) || (kind == PhraseKind::Unknown && t.is(Josa::Subj))) return true;
    }
    if (a_.tokens[cue].reading.has(kReportNoun) && cue > frame_.last + 1 &&
        a_.tokens[cue - 1].is(Josa::Gen))
      return true;  // 김 대표의 설명이다
    if (a_.tokens[cue].reading.verb != VerbForm::Adnominal) return false;
    const TokenIndex end = std::min(frame_.limit, cue + 6);
    for (TokenIndex i = cue + 1; i < end; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word() || (t.reading.verb_like && a_.mention_at[i] == kNone)) return false;
      if (is_link_word(t) || is_occasion(a_.surface(t))) return false;
      if (!t.is(Josa::None) && !t.is(Josa::Gen)) return speaks(i, cue + 1);
    }
    return false;
  }

  // …했다며 정부가 …해야 한다고 말했다: what stands between is reported too.
  bool another_clause_before(TokenIndex cue) const {
    for (TokenIndex i = frame_.last + 1; i < cue; ++i) {
      if (a_.tokens[i].is_word() && is_reported(a_.tokens[i].reading)) return true;
    }
    return false;
  }

  // 주장한 반면, 밝힌 뒤: what follows is no noun that the verb describes.
  bool is_link_word(const Token& t) const {
    const lang::Word* word = lang::find_word(a_.surface(t));
    return word != nullptr &&
           (has_kind(*word, AdjunctKind::Link) || has_kind(*word, AdjunctKind::After));
  }

  bool speaks(TokenIndex head, TokenIndex from) const {
    return is_somebody(kind_of(a_, phrase_at(a_, head, from)));
  }

  const Analysis& a_;
  const ClauseFrame& frame_;
};

}  // namespace

namespace {

bool tells_news(const Analysis& a, const Token& t) {
  static const text::EndingSet kOwnVoice(Heads("own_voice").all());
  return t.is_word() && kOwnVoice.ends(a.surface(t));
}

// (서울=숲뉴스) 박서준 기자 = 숲은; [숲일보 박서준 기자]숲은: where the text of the article begins.
TokenIndex past_dateline(const Analysis& a, const ClauseFrame& frame) {
  constexpr TokenIndex kLongest = 16;  // tokens
  const TokenIndex begin = frame.segment;
  const bool opens =
      frame.passage == kNone && (begin == 0 || a.tokens[begin - 1].block != a.tokens[begin].block);
  if (!opens) return begin;
  TokenIndex first = begin;
  bool reporter = false;
  bool bracket = false;
  for (TokenIndex i = begin; i < std::min(frame.last, begin + kLongest); ++i) {
    const Token& t = a.tokens[i];
    if (t.kind == TokenKind::Mark || (!bracket && !t.is(Josa::None) && !tells_news(a, t))) break;
    reporter |= tells_news(a, t);
    if (t.first == '(' || t.first == '[') bracket = true;
    if (t.first == ')' || t.first == ']') bracket = false;
    const bool closes = t.first == ']' || (t.first == '=' && !bracket);
    if (closes && reporter) first = i + 1;
  }
  return first;
}

}  // namespace

ClauseStart find_clause_start(const Analysis& a, const ClauseFrame& frame) {
  ClauseFrame text = frame;
  text.segment = past_dateline(a, frame);
  return StartFinder(a, text).find();
}

}  // namespace onrecord::extract
