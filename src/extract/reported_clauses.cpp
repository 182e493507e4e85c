// Reported clauses: …다고 말했다, …다며, …다는 입장을 밝혔다, …할 것으로 내다봤다, …에 따르면.
#include <algorithm>
#include <optional>

#include "extract/clause_endings.h"
#include "extract/clause_start.h"
#include "extract/quotation_state.h"
#include "extract/shares.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::Quotative;

const lang::ClassMask kAdverb = class_mask("adverb");
const lang::ClassMask kAdjunct = class_mask("report_adjunct");
const lang::ClassMask kConnective = class_mask("connective") | class_mask("topic_change");
constexpr std::size_t kShortestClause = 3;  // characters
constexpr TokenIndex kFar = 300;  // how far back marks are looked for; keeps the cost linear

// 이같이 말했다: nothing is told of what was said.
bool says_thus(const Analysis& a, TokenIndex last) {
  static const lang::ClassMask kReport = class_mask("report");
  if (last == 0 || !a.tokens[last].is_word() || !a.tokens[last].reading.has(kReport)) return false;
  const Token& before = a.tokens[last - 1];
  const lang::Word* word = before.is_word() && before.reading.has(kAdverb)
                               ? lang::find_word(a.surface(before))
                               : nullptr;
  return word != nullptr && word->value(kAdverb) == "thus";
}

// 에 따르면
bool is_according(const Analysis& a, TokenIndex i) {
  const Token& t = a.tokens[i];
  const lang::Word* word = t.reading.has(kAdverb) ? lang::find_word(a.surface(t)) : nullptr;
  return word != nullptr && word->value(kAdverb) == "according";
}

class ClauseReader {
 public:
  ClauseReader(QuotationState& state, TokenIndex ending, const RuleMatch& match)
      : state_(state), a_(state.a), ending_(ending), match_(match) {}

  // `particle_bytes` of the ending are no part of the clause.
  void read(std::uint32_t particle_bytes, bool chained) {
    forecast_ = match_.rule->layer == "after_thing";
    // …라며 …했다고 밝혔다: the verb behind belongs to the next clause.
    const bool next_clause = chained && match_.cue != kNone &&
                             a_.tokens[match_.cue].reading.quotative != Quotative::None &&
                             match_.end > ending_ + 3;
    cue_ = next_clause ? kNone : match_.cue;
    const ClauseStart start = find_clause_start(a_, frame());
    if (start.first > ending_ || is_name_of_words(start.first)) return;
    const std::int32_t mark = lost_mark(start.first);
    const TokenIndex first = mark == kNone ? start.first : static_cast<TokenIndex>(mark) + 1;
    if (first > ending_) return;
    const ByteSpan span{a_.tokens[first].span.start, a_.tokens[ending_].span.end - particle_bytes};
    if (span.empty() || text::count_codepoints(slice(a_.text, span)) < kShortestClause) return;
    SpeakerChoice choice = speaker(start, chained);
    if (!holds(choice, start) || (says_thus(a_, ending_) && is_body(choice))) return;
    if (match_.rule->layer == "after_nominal" && has_source(first)) return;
    const auto kind = mark == kNone ? QuotationKind::Indirect : QuotationKind::Direct;
    Quotation q = state_.start(kind, span, match_);
    state_.finish(q, choice);
    state_.move_segment(match_, ending_ + 1);
  }

 private:
  std::string_view emits() const { return match_.rule->emits; }

  // A paper that tells that somebody 이같이 말했다 tells what stands elsewhere.
  bool is_body(const SpeakerChoice& choice) const {
    return !choice.speakers.empty() && choice.speakers[0].chain != kNone &&
           a_.chains[choice.speakers[0].chain].kind == EntityKind::Organization;
  }

  // 교감은 신문에 따르면 …: more than one sentence in one.
  bool has_source(TokenIndex first) const {
    for (TokenIndex i = first; i < ending_; ++i) {
      if (is_according(a_, i)) return true;
    }
    return false;
  }

  // “…”는 입장이라고, …하겠다는 뜻이라고: the noun says of words already read what they are.
  bool is_name_of_words(TokenIndex first) const {
    static const lang::ClassMask kNoun = class_mask("report_noun");
    if (first != ending_ || ending_ == 0 || !a_.tokens[ending_].reading.has(kNoun)) return false;
    return a_.tokens[ending_ - 1].reading.quotative == Quotative::Neun ||
           state_.is_after_mark(ending_ - 1);
  }

  // A report of what somebody said in marks: …“…”고 지시했다고 전했다.
  bool around_last() const {
    if (state_.last_cue == kNone || asks(state_.last_cue)) return false;
    return state_.last_cue != kNone && static_cast<TokenIndex>(state_.last_cue) <= ending_ &&
           ending_ - static_cast<TokenIndex>(state_.last_cue) <= 2;
  }

  ClauseFrame frame() const {
    ClauseFrame f;
    f.segment = around_last() ? state_.last_segment : state_.segment;
    f.passage = a_.tokens[ending_].passage;
    if (f.passage != kNone) f.segment = std::max(f.segment, a_.passages[f.passage].open + 1);
    f.last = ending_;
    f.limit = state_.limit_at(ending_);
    f.cue = emits() == "owned" ? kNone : cue_;
    f.chained = state_.chained && !around_last();
    f.forecast = forecast_;
    if (around_last()) f.reach = mark_before();
    return f;
  }

  // “…”는 질문에: the answer reports on other words.
  bool asks(std::int32_t cue) const {
    static const lang::ClassMask kNoun = class_mask("report_noun");
    const lang::WordReading& reading = a_.tokens[cue].reading;
    return reading.has(kNoun) && reading.cue_class == "ask";
  }

  // The marked words that the clause reports on.
  TokenIndex mark_before() const {
    const auto cue = static_cast<TokenIndex>(state_.last_cue);
    const TokenIndex stop = std::max(state_.last_segment, cue > kFar ? cue - kFar : 0);
    for (TokenIndex i = cue; i > stop; --i) {
      if (a_.closing[i] != kNone) return std::max<TokenIndex>(a_.passages[a_.closing[i]].open, 1);
    }
    return 0;
  }

  // “숲을 지키겠다고 말했다: a mark that is never closed makes what follows direct.
  std::int32_t lost_mark(TokenIndex first) const {
    for (TokenIndex i = ending_ - first > kFar ? ending_ - kFar : first; i <= ending_; ++i) {
      const Token& t = a_.tokens[i];
      if (t.kind != TokenKind::Mark || a_.closing[i] != kNone || state_.opening[i] != kNone)
        continue;
      const bool opens = t.first == 0x201C || (t.first == '"' && !t.glued);
      if (opens && i < ending_) return static_cast<std::int32_t>(i);
    }
    return kNone;
  }

  SpeakerChoice speaker(const ClauseStart& start, bool chained) const {
    if (emits() == "owned") return owner();
    if (start.head != kNone && may_speak_for_share(a_, cue_)) {
      const auto share = share_at(a_, static_cast<TokenIndex>(start.head), start.segment);
      if (share) return speaker_of_share(a_, *share);
    }
    QuotationPlace place;
    place.sentence = state_.sentence;
    place.segment = start.segment;
    place.before = start.first;
    place.after = ending_ + (match_.rule->id.ends_with("thing") ? 2 : 1);  // …다는 것이 | 당의 입장
    place.limit = state_.limit_at(ending_);
    place.cue = cue_;
    place.passage = a_.tokens[ending_].passage;
    place.reported = true;
    place.chained = chained && !start.behind;
    SpeakerChoice choice = speaker_beside(a_, place);
    if (choice.speakers.empty() && start.head != kNone && (emits() != "named" || start.firm))
      choice = head_speaker(start);
    if (!choice.speakers.empty()) return choice;
    if (state_.chained && start.head == kNone && !start.behind) return same_speaker();
    const bool required = emits() == "named" || emits() == "sure" || emits() == "beside";
    if ((required && !goes_on()) || is_led(start) || start.behind) return choice;
    return speaker_before(a_, place);
  }

  // …다는 야당의 주장을 반박했다: the claim is not of whoever rejects it.
  SpeakerChoice owner() const {
    const auto noun = static_cast<TokenIndex>(match_.cue);
    const Token& before = a_.tokens[noun - 1];
    if (noun <= ending_ + 1 || !before.is_word()) return {};
    if (!before.is(Josa::Gen) && !before.is(Josa::None)) return {};
    const Phrase phrase = phrase_at(a_, noun - 1, ending_ + 1);
    const PhraseKind kind = kind_of(a_, phrase);
    if (!is_somebody(kind) && kind != PhraseKind::Place) return {};
    return resolve(a_, phrase, "speaker.owner", 0.75);
  }

  // “…”라며 …해야 한다고 말했다: whose words the ones before in the sentence are.
  SpeakerChoice same_speaker() const {
    SpeakerChoice choice;
    const Quotation& last = a_.quotations.back();
    if (last.span.start < state_.here().span.start || last.speakers.empty()) return choice;
    choice.speakers = last.speakers;
    for (Speaker& s : choice.speakers) s.surface.clear(), s.span = {};
    choice.rule = "speaker.same_sentence";
    choice.confidence = 0.85;
    return choice;
  }

  // 이어 …: the speaker before goes on.
  bool goes_on() const {
    if (match_.rule->layer == "after_clause_neun") return false;
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[state_.here().begin]));
    return word != nullptr &&
           std::any_of(word->facts.begin(), word->facts.end(), [](const lang::Fact& fact) {
             return (kAdjunct >> fact.cls & 1) && fact.value == "goes_on";
           });
  }

  // Whether whoever stands before the clause could be the one who reports it: not 불확실성이.
  bool is_led(const ClauseStart& start) const {
    if (start.head == kNone) return false;
    const auto head = static_cast<TokenIndex>(start.head);
    const PhraseKind kind = kind_of(a_, phrase_at(a_, head, start.segment));
    if (kind == PhraseKind::Unknown) return !a_.tokens[head].is(Josa::Subj);
    return kind != PhraseKind::Thing && kind != PhraseKind::Nobody;
  }

  // A topic that the ranker leaves alone governs the report all the same.
  SpeakerChoice head_speaker(const ClauseStart& start) const {
    const auto head = static_cast<TokenIndex>(start.head);
    const Phrase phrase = phrase_at(a_, head, start.segment);
    const PhraseKind kind = kind_of(a_, phrase);
    if (kind == PhraseKind::Nobody || kind == PhraseKind::Thing) return {};
    if (kind == PhraseKind::Unknown && a_.tokens[head].is(Josa::Subj)) return {};
    return resolve(a_, phrase, "speaker.topic", 0.6);
  }

  // Whether the rule asks for a speaker that is not there.
  bool holds(const SpeakerChoice& choice, const ClauseStart& start) const {
    if (state_.chained && start.head == kNone && emits() != "owned")
      return emits() == "clause" || !choice.speakers.empty();
    if (emits() == "owned") return !choice.speakers.empty();
    if (emits() == "sure") return choice.sure && choice.beside && start.head != kNone;
    return emits() != "named" ||
           (!choice.speakers.empty() && (choice.sure || start.firm || !choice.beside));
  }

  QuotationState& state_;
  const Analysis& a_;
  TokenIndex ending_;
  const RuleMatch& match_;
  bool forecast_ = false;
  std::int32_t cue_ = kNone;  // the verb or noun of this clause
};

const char* layer_of(const lang::WordReading& reading) {
  if (reading.quotative_bytes == 0) return "after_clause_bare";
  switch (reading.quotative) {
    case Quotative::Go:
      return "after_clause_go";
    case Quotative::Myeo:
      return "after_clause_myeo";
    default:
      return "after_clause_neun";
  }
}

// Whether a passage has been taken as a direct quotation.
bool is_taken(const Analysis& a, std::int32_t passage) {
  if (passage == kNone) return false;
  const std::size_t stop = a.quotations.size() > 4 ? a.quotations.size() - 4 : 0;
  for (std::size_t i = a.quotations.size(); i-- > stop;) {
    if (a.quotations[i].span == a.passages[passage].inner) return true;
  }
  return false;
}

bool in_speech(const Analysis& a, const Token& t) {
  return t.passage != kNone &&
         (a.passages[t.passage].family == MarkFamily::Double || is_taken(a, t.passage));
}

}  // namespace

void read_clause(QuotationState& state, TokenIndex ending) {
  const Analysis& a = state.a;
  const Token& t = a.tokens[ending];
  if (in_speech(a, t) || (ending > 0 && is_taken(a, a.closing[ending - 1]))) return;
  const bool loose = state.is_clause_tail(ending);
  if (!loose && (t.reading.quotative_bytes >= t.span.size() || state.is_after_mark(ending))) return;
  const auto match =
      match_first(a, rules_of(layer_of(t.reading)), ending + 1, state.limit_at(ending));
  if (!match || match->rule->emits == "none") return;
  ClauseReader(state, ending, *match)
      .read(t.reading.quotative_bytes, t.reading.quotative == Quotative::Myeo);
}

// …할 것으로 내다봤다: a forecast of somebody named in the sentence.
void read_forecast(QuotationState& state, TokenIndex thing) {
  const Analysis& a = state.a;
  const std::string_view word = a.surface(a.tokens[thing]);
  if (word != "것으로" && word != "걸로") return;
  const auto match = match_first(a, rules_of("after_thing"), thing + 1, state.here().end);
  if (!match || match->cue == kNone) return;
  ClauseReader(state, thing, *match).read(6, false);
}

// 숲을 넓힐 것임을 밝혔다, 팔 뜻이 없음을 분명히 했다.
void read_nominal(QuotationState& state, TokenIndex ending) {
  const Analysis& a = state.a;
  if (!ends_nominal(a.surface(a.tokens[ending]))) return;
  const auto match = match_first(a, rules_of("after_nominal"), ending + 1, state.here().end);
  if (!match || match->cue == kNone) return;
  constexpr std::uint32_t kParticle = 3;  // 을
  ClauseReader(state, ending, *match).read(kParticle, false);
}

namespace {

// 경찰에 따르면: the source of the sentence.
class SourceReader {
 public:
  SourceReader(QuotationState& state, TokenIndex according)
      : state_(state), a_(state.a), i_(according) {}

  void read() {
    const Sentence& s = state_.here();
    if (i_ <= state_.segment || !is_according(a_, i_) || !a_.tokens[i_ - 1].is_word()) return;
    if (!a_.tokens[i_ - 1].is(Josa::Dat) && !is_listed(a_.tokens[i_ - 1])) return;
    const auto source = who();
    const auto& rules = rules_of("according");
    if (!source || !opens_sentence(*source) || rules.empty()) return;
    TokenIndex first = i_ + 1;
    while (first < s.end && a_.tokens[first].first == ',') ++first;
    TokenIndex last = s.end;
    while (last > first && is_stop(last - 1)) --last;
    last = without_hearsay(first, last);
    if (first >= last || says_thus(a_, last - 1)) return;
    const Token& end = a_.tokens[last - 1];
    const ByteSpan span{a_.tokens[first].span.start,
                        end.span.end - (last < s.end ? end.reading.quotative_bytes : 0)};
    const RuleMatch m{&rules.front(), static_cast<std::int32_t>(i_), i_ + 1};
    Quotation q = state_.start(QuotationKind::Indirect, span, m);
    q.cue_class = "say";
    state_.finish(q, resolve(a_, *source, "speaker.according", 0.85));
    state_.segment = first;
  }

 private:
  // 방송에: stands with its particle in lexicon/title_words.tsv.
  bool is_listed(const Token& t) const {
    const std::string_view word = a_.surface(t);
    return t.reading.has(kAdverb) && word.size() > 3 && word.ends_with("에");
  }

  bool is_stop(TokenIndex i) const { return !a_.tokens[i].is_word() && a_.tokens[i].first == '.'; }

  // …났다|고 한다
  TokenIndex without_hearsay(TokenIndex first, TokenIndex last) const {
    const bool hearsay = last > first + 1 && is_hearsay(a_.surface(a_.tokens[last - 1])) &&
                         a_.tokens[last - 2].reading.quotative == Quotative::Go;
    return hearsay ? last - 1 : last;
  }

  // The source, or who made it: 데일리메일의 보도, 로이터 보도, 주민들 말.
  std::optional<Phrase> who() const {
    const Phrase source = phrase_at(a_, i_ - 1, state_.segment);
    static const lang::ClassMask kNoun = class_mask("report_noun");
    if (a_.tokens[i_ - 1].reading.has(kNoun) && i_ >= state_.segment + 2 &&
        a_.tokens[i_ - 2].is_word()) {
      const Phrase owner = phrase_at(a_, i_ - 2, state_.segment);
      if (is_somebody(kind_of(a_, owner))) return owner;
    }
    if (kind_of(a_, source) != PhraseKind::Nobody) return source;
    for (TokenIndex i = i_ - 1; i > source.begin; --i) {
      if (a_.mention_at[i - 1] == kNone) continue;
      const Phrase owner = phrase_at(a_, i - 1, state_.segment);
      if (is_somebody(kind_of(a_, owner))) return owner;
    }
    return std::nullopt;
  }

  // Only days, connectives and words that describe the source before it.
  bool opens_sentence(const Phrase& p) const {
    if (p.begin > state_.segment && a_.tokens[p.begin - 1].first == ',') return true;
    for (TokenIndex i = state_.segment; i < p.begin; ++i) {
      const Token& t = a_.tokens[i];
      if (!t.is_word()) {
        if (t.first == '(' && p.begin - i <= 2) return false;
        continue;
      }
      if (t.is(Josa::Topic) || t.reading.quotative != Quotative::None ||
          t.reading.verb == lang::VerbForm::Connective)
        return false;
    }
    return true;
  }

  QuotationState& state_;
  const Analysis& a_;
  TokenIndex i_;
};

}  // namespace

void read_source(QuotationState& state, TokenIndex according) {
  SourceReader(state, according).read();
}

}  // namespace onrecord::extract
