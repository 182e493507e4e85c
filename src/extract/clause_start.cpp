#include "extract/clause_start.h"

#include <algorithm>
#include <string_view>

#include "extract/phrases.h"
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
const lang::ClassMask kReportNoun = class_mask("report_noun") | class_mask("report_noun_weak");
const lang::ClassMask kConnective = class_mask("connective") | class_mask("topic_change");

// What the end of a phrase earns. Costs are per word; kTooFar ends the reading.
constexpr int kHeadTopic = 30;
constexpr int kHeadUnknown = 9;
constexpr int kHeadPlace = 12;
constexpr int kHeadSubject = 12;
constexpr int kMeans = 7;
constexpr int kAbout = 5;
constexpr int kOccasion = 7;
constexpr int kAddressee = 5;
constexpr int kAsked = 16;
constexpr int kAfter = 5;
constexpr int kManner = 5;
constexpr int kCommaBonus = 3;
constexpr int kWordCost = 1;
constexpr int kSubjectCost = 8;
constexpr int kThingCost = 3;  // a subject that cannot speak
constexpr int kTopicCost = 14;
constexpr int kVerbCost = 6;
constexpr int kClockCost = 6;
constexpr int kTooFar = 24;

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
  Link
};

AdjunctKind kind_named(std::string_view name) {
  static constexpr std::pair<std::string_view, AdjunctKind> kNames[] = {
      {"means", AdjunctKind::Means},       {"about", AdjunctKind::About},
      {"meet", AdjunctKind::Meet},         {"manner", AdjunctKind::Manner},
      {"asked", AdjunctKind::Asked},       {"after", AdjunctKind::After},
      {"opening", AdjunctKind::Opening},   {"occasion", AdjunctKind::Occasion},
      {"medium", AdjunctKind::Medium},     {"link", AdjunctKind::Link},
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
      : a_(a), frame_(frame), heads_(heads), from_(from), segment_(from), edge_(from) {}

  void run() {
    TokenIndex i = from_;
    while (i < frame_.last && cost_ <= kTooFar) i = read(i);
  }

  TokenIndex edge() const { return edge_; }
  TokenIndex segment() const { return segment_; }
  std::int32_t head() const { return head_; }

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
    if (t.is(Josa::Subj)) return true;
    if (t.is(Josa::Topic)) return a_.particle(t).size() <= 3 || a_.particle(t) == "께서는";
    return t.is(Josa::Also) && a_.mention_at[i] != kNone;
  }

  bool head_at(TokenIndex i) {
    const Token& t = a_.tokens[i];
    if (t.is(Josa::Subj) && is_clause_subject(i)) return false;
    const Phrase phrase = phrase_at(a_, i, edge_);
    const PhraseKind kind = kind_of(a_, phrase);
    const bool speaks = is_somebody(kind);
    if (speaks && links_before(phrase.begin)) return rebegin(i, phrase);
    const int worth = may_head(t) ? worth_of_head(t, kind) : 0;
    if (worth > cost_ && (head_ == kNone || relative_before(t, phrase))) {
      head_ = static_cast<std::int32_t>(i);
      head_topic_ = t.is(Josa::Topic);
      accept(i);
      return true;
    }
    charge(t.is(Josa::Topic) ? (speaks || head_ != kNone ? kTopicCost : kSubjectCost)
           : speaks          ? kSubjectCost
                             : kThingCost);
    return true;
  }

  bool may_head(const Token& t) const {
    if (frame_.chained || heads_ == Heads::None) return false;
    return heads_ == Heads::All || !t.is(Josa::Subj);
  }

  int worth_of_head(const Token& t, PhraseKind kind) const {
    const bool speaks = is_somebody(kind);
    if (t.is(Josa::Subj)) return speaks ? kHeadSubject : 0;
    if (speaks) return t.is(Josa::Also) ? kHeadSubject + 2 : kHeadTopic;
    if (opened_) return 0;
    return kind == PhraseKind::Unknown ? kHeadUnknown : kind == PhraseKind::Place || kind == PhraseKind::Document ? kHeadPlace : 0;
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
        class_mask("abstract") | class_mask("adverb") | class_mask("time") |
        class_mask("surname");
    const Token& t = a_.tokens[i];
    if (!t.is_word() || !t.reading.hangul || a_.mention_at[i] != kNone) return false;
    if (t.reading.verb == VerbForm::Adnominal) return true;
    const std::string_view word = a_.surface(t);
    if (t.reading.verb_like) return tail_is(word, "adnominal");
    if (!t.is(Josa::None) || t.reading.has(kNouns)) return false;
    std::size_t at = word.size();
    const int tail = lang::take_apart(text::decode_backwards(word, at)).tail;
    return at > 0 && (tail == 4 || tail == 8);  // ㄴ, ㄹ
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
  bool links_before(TokenIndex begin) const {
    if (frame_.chained || heads_ == Heads::None || begin <= from_) return false;
    TokenIndex i = begin - 1;
    while (i > from_ && (a_.tokens[i].first == ',' || is_time(a_, i))) --i;
    if (!a_.tokens[i].is_word() || a_.tokens[i].passage != frame_.passage) return false;
    return ends_in_link(a_.surface(a_.tokens[i]));
  }

  static bool ends_in_link(std::string_view word) {
    std::size_t at = word.size();
    for (int count = 0; count < 2 && at > 0; ++count) {
      text::decode_backwards(word, at);
      const lang::Word* tail = lang::find_word(word.substr(at));
      if (tail != nullptr && has_kind(*tail, AdjunctKind::Link)) return true;
    }
    return false;
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
    if (t.reading.has(kConnective) && edge_ == i) {
      opened_ |= edge_ == from_;
      return accept(i), true;
    }
    if (const lang::Word* known = lang::find_word(word); known != nullptr && known->has(kAdjunct)) {
      if (whole_word(i, *known)) return true;
    }
    if (is_place(t)) {
      const bool said_there = t.reading.stem_bytes == 0 || ends_in(a_.stem(t), AdjunctKind::Occasion);
      if (said_there) return pay(i, kOccasion, cost_);
    }
    return t.is(Josa::Dat) && addressee(i) && pay(i, kAddressee, cost_);
  }

  bool pay(TokenIndex i, int worth, int cost) {
    const int bonus = comma_follows(i) ? kCommaBonus : 0;
    if (worth + bonus <= cost) return false;
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
        return i > edge_ && pay(i, said_with(i - 1) ? kMeans : kAbout - 2, cost_);
      case AdjunctKind::Meet:
        return i > edge_ && pay(i, said_with(i - 1) ? kMeans + 1 : kAbout, cost_);
      case AdjunctKind::About:
        return i > edge_ && pay(i, kAbout + (contrasted(i) ? 3 : 0), soft_cost());
      case AdjunctKind::Manner:
        return pay(i, kManner, cost_);
      case AdjunctKind::Asked:
        return i > edge_ && asks(i) && pay(i, kAsked, soft_cost());
      case AdjunctKind::After:
        return i > edge_ && (is_adnominal(i - 1) || i == edge_ + 1) && pay(i, kAfter, soft_cost());
      default:
        return false;
    }
  }

  // Words only: verbs and subjects inside such a phrase are its own.
  int soft_cost() const { return std::min(cost_, soft_cost_); }

  // 대해서는, 관련해선: set apart from the clause.
  bool contrasted(TokenIndex i) const {
    const std::string_view word = a_.surface(a_.tokens[i]);
    return word.ends_with("는") || word.ends_with("선");
  }

  // 묻자; 배경에 대한 질문에, …느냐는 물음에; not 문제점에.
  bool asks(TokenIndex i) const {
    const Token& before = a_.tokens[i - 1];
    if (a_.surface(a_.tokens[i]).ends_with("자")) return true;
    return before.reading.quotative != Quotative::None || is_adnominal(i - 1) ||
           before.is(Josa::Gen);
  }

  // 기자회견을 열고, 성명을 통해, 기자들과 만나, 대변인을 통해.
  bool said_with(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (!t.is_word()) return t.kind == TokenKind::Mark;
    const std::string_view noun = a_.stem(t);
    if (ends_in(noun, AdjunctKind::Occasion) || ends_in(noun, AdjunctKind::Medium)) return true;
    if (t.reading.has(kReportNoun)) return true;
    return is_somebody(kind_of(a_, phrase_at(a_, i, edge_)));
  }

  bool is_place(const Token& t) const {
    return t.is(Josa::Loc) || (t.is(Josa::Topic) && a_.particle(t).starts_with("에서"));
  }

  // 기자들에게, 홍콩 언론에, 파나마 정부에.
  bool addressee(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    const std::string_view particle = a_.particle(t);
    if (head_ == kNone || particle.size() > 6) return false;
    if (particle != "에") return true;
    if (ends_in(a_.stem(t), AdjunctKind::Medium)) return true;
    return kind_of(a_, phrase_at(a_, i, edge_)) == PhraseKind::Body;
  }

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

  // 지난 10일, 14일(현지시간): when it was said. A clock time is when it happened.
  TokenIndex time(TokenIndex i) {
    TokenIndex end = i;
    TokenIndex said = i;  // one past the last word that names a day
    bool clock = false;
    while (end < frame_.last && (is_time(a_, end) || is_zone(end, i)) && !clock) {
      clock = is_clock(end);
      ++end;
      if (!clock && names_day(end - 1)) said = end;
      if (is_zone(end - 1, i) && said == end - 1 && said > i) said = end;
    }
    if (edge_ == i && (head_ != kNone) && said > i) {
      edge_ = said;
      if (said < end) charge(clock ? kClockCost : 0);
    } else {
      charge(clock ? kClockCost : 0);
    }
    return std::max(end, i + 1);
  }

  bool is_zone(TokenIndex i, TokenIndex from) const {
    const Token& t = a_.tokens[i];
    if (i <= from || t.is_word()) return false;
    if (t.first == ',' && i + 1 < frame_.last && is_time(a_, i + 1)) return true;
    return (t.first == '(' && t.glued) || t.first == ')';
  }

  bool names_day(TokenIndex i) const {
    const std::string_view s = a_.surface(a_.tokens[i]);
    if (text::is_digit(a_.tokens[i].first)) return s.ends_with("일");
    const lang::Word* word = lang::find_word(s);
    return word != nullptr && word->value(class_mask("time")) == "day";
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
  TokenIndex edge_;  // the clause begins here, as far as is read
  std::int32_t head_ = kNone;
  bool head_topic_ = false;
  bool opened_ = false;  // 또, 이어 at the head: the speaker before goes on
  int cost_ = 0;         // of the words since the edge
  int soft_cost_ = 0;    // the same, by number of words alone
};

class StartFinder {
 public:
  StartFinder(const Analysis& a, const ClauseFrame& frame) : a_(a), frame_(frame) {}

  ClauseStart find() const {
    using Heads = StartReader::Heads;
    ClauseStart out;
    out.behind = subject_behind();
    if (out.behind) return result(read(frame_.segment, Heads::None), out);
    if (!is_embedded()) return result(read(frame_.segment, Heads::All), out);
    // 매체는 당국이 …했다고 밝혔다고: the report inside has a subject of its own.
    const StartReader outer = read(frame_.segment, Heads::Topics);
    const StartReader inner = read(outer.edge(), Heads::All);
    return result(inner.head() != kNone || outer.head() == kNone ? inner : outer, out);
  }

 private:
  StartReader read(TokenIndex from, StartReader::Heads heads) const {
    StartReader reader(a_, frame_, from, heads);
    reader.run();
    return reader;
  }

  static ClauseStart result(const StartReader& reader, ClauseStart out) {
    out.segment = reader.segment();
    out.first = reader.edge();
    out.head = reader.head();
    return out;
  }

  bool is_embedded() const {
    if (frame_.cue == kNone) return false;
    const lang::WordReading& cue = a_.tokens[frame_.cue].reading;
    return cue.quotative != Quotative::None || cue.verb == VerbForm::Adnominal;
  }

  // …했다고 경찰이 밝혔다; …고 밝힌 김 총재는.
  bool subject_behind() const {
    if (frame_.cue == kNone) return false;
    const auto cue = static_cast<TokenIndex>(frame_.cue);
    for (TokenIndex i = frame_.last + 1; i < cue; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word() || t.passage != frame_.passage) continue;
      if ((t.is(Josa::Subj) || t.is(Josa::Topic)) && speaks(i, frame_.last + 1)) return true;
    }
    if (a_.tokens[cue].reading.verb != VerbForm::Adnominal) return false;
    const TokenIndex end = std::min(frame_.limit, cue + 6);
    for (TokenIndex i = cue + 1; i < end; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word() || (t.reading.verb_like && a_.mention_at[i] == kNone)) return false;
      if (!t.is(Josa::None) && !t.is(Josa::Gen)) return speaks(i, cue + 1);
    }
    return false;
  }

  bool speaks(TokenIndex head, TokenIndex from) const {
    return is_somebody(kind_of(a_, phrase_at(a_, head, from)));
  }

  const Analysis& a_;
  const ClauseFrame& frame_;
};

}  // namespace

ClauseStart find_clause_start(const Analysis& a, const ClauseFrame& frame) {
  return StartFinder(a, frame).find();
}

}  // namespace onrecord::extract
