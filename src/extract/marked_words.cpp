// Direct quotations: words between marks that a particle, a verb or noun of speech, a headline or a
// line of their own shows to be speech.
#include <algorithm>
#include <optional>

#include "extract/candidates.h"
#include "extract/clause_endings.h"
#include "extract/clause_start.h"
#include "extract/quotation_state.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;

const lang::ClassMask kReport = class_mask("report") | class_mask("report_weak");
const lang::ClassMask kSoCalled = class_mask("so_called");
const lang::ClassMask kAdverb = class_mask("adverb");
constexpr int kManyWords = 6;             // so many words are a clause whatever they end in
constexpr TokenIndex kLongestHead = 150;  // tokens; keeps the cost linear
constexpr int kLongestRow = 8;            // “…”, “…”, “…” 등

bool ends_like_speech(std::string_view word) {
  static const std::u32string endings = [] {
    std::u32string out;
    for (const lang::TableRow& row : lang::table("utterance_endings")) {
      std::size_t at = 0;
      out += text::decode(row.cells[0], at);
    }
    return out;
  }();
  std::size_t at = word.size();
  return endings.find(text::decode_backwards(word, at)) != std::u32string::npos;
}

// Whether the words between marks are a clause: they end like a sentence, or are many.
bool is_utterance(const Analysis& a, const Passage& p) {
  TokenIndex last = p.close;
  int words = 0;
  bool stops = false;  // the words end a sentence
  for (TokenIndex i = p.lost_open ? p.open : p.open + 1; i < p.close; ++i) {
    const Token& t = a.tokens[i];
    if (!t.is_word()) stops |= t.first == '.' || t.first == '?' || t.first == '!';
    if (!t.is_word()) continue;
    ++words;
    last = i;
  }
  if (words == 0) return false;
  return stops || words >= kManyWords || ends_like_speech(a.surface(a.tokens[last]));
}

class PassageReader {
 public:
  PassageReader(QuotationState& state, const Passage& p)
      : state_(state), a_(state.a), p_(p), limit_(level_limit()) {}

  void read() {
    const Sentence& s = state_.here();
    if (p_.lost_close && p_.parent == kNone) return run_on();
    if (p_.family == MarkFamily::Work || p_.lost_close || p_.close >= s.end || is_named()) return;
    const auto match = find();
    if (!match || match->rule->emits == "none") return;
    const bool apart = match->rule->emits == "apart";  // no particle on the marks
    if ((apart || match->rule->emits.ends_with("utterance")) && !is_utterance(a_, p_)) return;
    if (apart && word_hangs_on()) return;
    emit(*match);
  }

 private:
  // A paragraph of a quotation that goes on in the next one.
  void run_on() {
    if (const auto match = by("run_on", p_.close)) emit(*match);
  }

  std::optional<RuleMatch> find() const {
    const bool nested = p_.parent != kNone && a_.passages[p_.parent].family != MarkFamily::Work;
    const bool firm = p_.family == MarkFamily::Double && !nested;
    auto match = after(p_, firm);
    if (!match && state_.in_headline()) match = headline();
    if (!match) match = ending_outside();
    if (!match) match = in_a_row(firm);
    if (!match && !nested) match = standing_alone();
    if (!match && firm) match = signed_behind();
    return match;
  }

  std::optional<RuleMatch> after(const Passage& p, bool firm) const {
    return match_first(a_, rules_of(firm ? "after_mark" : "after_single"),
                       past_bracket(p.close + 1), limit_);
  }

  // “…하는 것”(원문)이라고: past a bracket between the marks and the particle.
  TokenIndex past_bracket(TokenIndex i) const {
    if (i >= limit_ || a_.tokens[i].first != '(' || !a_.tokens[i].glued) return i;
    for (TokenIndex k = i + 1; k + 1 < std::min(limit_, i + 10); ++k) {
      if (a_.tokens[k].first == ')') return a_.tokens[k + 1].glued ? k + 1 : i;
    }
    return i;
  }

  static std::optional<RuleMatch> by(std::string_view layer, TokenIndex end) {
    const auto& rules = rules_of(layer);
    if (rules.empty()) return std::nullopt;
    RuleMatch m;
    m.rule = &rules.front();
    m.end = end;
    return m;
  }

  TokenIndex level_limit() const {
    const TokenIndex end = state_.here().end;
    return p_.parent == kNone ? end : std::min(end, a_.passages[p_.parent].close);
  }

  // 이른바 “…”; ‘…’라는 이름.
  bool is_named() const {
    return p_.open > 0 && !p_.lost_open && a_.tokens[p_.open - 1].is_word() &&
           a_.tokens[p_.open - 1].reading.has(kSoCalled);
  }

  bool word_hangs_on() const {
    const TokenIndex next = p_.close + 1;
    return next < state_.here().end && a_.tokens[next].is_word() && a_.tokens[next].glued;
  }

  // “ or "; not 『 of a book.
  bool is_quotation_mark() const {
    const char32_t c = a_.tokens[p_.open].first;
    return p_.family == MarkFamily::Double && c < 0x3000;
  }

  // NAME “…” in a headline.
  std::optional<RuleMatch> headline() const {
    if (word_hangs_on() || !is_quotation_mark()) return std::nullopt;
    return by("headline", p_.close + 1);
  }

  // “…에 전해왔”다며, “…물러나야” 한다며: the ending stands outside, and the clause begins with the
  // marks. Where it begins before them it is a reported clause of which a part is marked.
  std::optional<RuleMatch> ending_outside() const {
    const TokenIndex tail = p_.close + 1;
    if (tail >= limit_ || state_.words_in(p_) < 2 || !may_end_outside(tail)) return std::nullopt;
    const auto cue = match_first(a_, rules_of("after_clause_go"), tail + 1, limit_);
    ClauseFrame frame{state_.segment,         tail,      limit_,
                      cue ? cue->cue : kNone, p_.parent, state_.chained};
    if (find_clause_start(a_, frame).first < p_.open) return std::nullopt;
    auto match = by("ending_outside", tail + 1);
    if (match && cue) match->cue = cue->cue;
    return match;
  }

  bool may_end_outside(TokenIndex tail) const {
    if (state_.is_clause_tail(tail)) return true;
    const Token& t = a_.tokens[tail];
    return t.is_word() && t.reading.quotative != lang::Quotative::None &&
           p_.family == MarkFamily::Double && state_.words_in(p_) >= 4 &&
           t.span.size() - t.reading.quotative_bytes <= 9;
  }

  // “…”, “…” 등의 의견: marked sentences side by side; what follows the last shows what all are.
  std::optional<RuleMatch> in_a_row(bool firm) const {
    if (!is_utterance(a_, p_)) return std::nullopt;
    TokenIndex close = p_.close;
    std::optional<RuleMatch> last;
    for (int step = 0; step < kLongestRow && !last; ++step) {
      const std::int32_t next = next_in_row(close);
      if (next == kNone) return std::nullopt;
      const Passage& p = a_.passages[next];
      last = after(p, firm);
      close = p.close;
    }
    if (!last || last->rule->emits == "none") return std::nullopt;
    auto match = by(is_voiced(*last) ? "row_voiced" : "row", p_.close + 1);
    if (match) match->cue = last->cue;
    return match;
  }

  // The passage of the same kind behind nothing but a comma or a bracket; kNone where there is
  // none.
  std::int32_t next_in_row(TokenIndex close) const {
    TokenIndex i = close + 1;
    const TokenIndex far = std::min(limit_, i + 8);
    bool bracket = false;
    while (i < far && !(a_.tokens[i].kind == TokenKind::Mark)) {
      const Token& t = a_.tokens[i];
      bracket = t.first == '(' || (bracket && a_.tokens[i - 1].first != ')');
      if (!bracket && t.is_word()) return kNone;
      if (!t.is_word() && t.first != ',' && t.first != '(' && t.first != ')' && !bracket)
        return kNone;
      ++i;
    }
    if (i >= far || state_.opening[i] == kNone) return kNone;
    const Passage& next = a_.passages[state_.opening[i]];
    const bool fits = next.family == p_.family && next.parent == p_.parent && !next.lost_close;
    return fits && next.close < limit_ ? state_.opening[i] : kNone;
  }

  // A marked sentence with no particle behind: “….” 김 사장은 이같이 말했다; a pull quotation on a
  // line of its own.
  std::optional<RuleMatch> standing_alone() const {
    const Sentence& s = state_.here();
    if (word_hangs_on() || !is_utterance(a_, p_)) return std::nullopt;
    if (p_.family == MarkFamily::Single && a_.tokens[p_.close - 1].is_word()) return std::nullopt;
    const bool opens = opens_line() || s.block == 0 || a_.tokens[p_.open - 1].first == '=';
    if (!opens || p_.close + 1 < s.end) return std::nullopt;
    return by("alone", p_.close + 1);
  }

  // Nothing but a dash or a bullet before the marks.
  bool opens_line() const {
    TokenIndex i = p_.open;
    const TokenIndex begin = state_.here().begin;
    while (i > begin && i + 3 > p_.open && !a_.tokens[i - 1].is_word()) --i;
    return i == begin;
  }

  // △“…” (김하늘 의원, 예산을 따지며): the bracket behind says who.
  std::optional<RuleMatch> signed_behind() const {
    const TokenIndex end = state_.here().end;
    if (!opens_line() || p_.close + 3 >= end || a_.tokens[p_.close + 1].first != '(')
      return std::nullopt;
    if (a_.tokens[last_of_line()].first != ')' || !signer()) return std::nullopt;
    return by("signed", p_.close + 1);
  }

  // (김하늘 장관. 박서준 의원의 질문에): a stop inside the bracket ends no line.
  TokenIndex last_of_line() const {
    constexpr TokenIndex kLongest = 120;
    const TokenIndex far = std::min(static_cast<TokenIndex>(a_.tokens.size()), p_.close + kLongest);
    TokenIndex last = p_.close;
    while (last + 1 < far && a_.tokens[last + 1].block == a_.tokens[p_.close].block) ++last;
    return last;
  }

  std::optional<TokenIndex> signer() const {
    const TokenIndex far = std::min(state_.here().end, p_.close + 8);
    for (TokenIndex i = p_.close + 2; i < far; ++i) {
      if (a_.mention_at[i] == kNone) continue;
      if (a_.mentions[a_.mention_at[i]].kind == EntityKind::Person) return i;
    }
    return std::nullopt;
  }

  void emit(const RuleMatch& match) {
    QuotationPlace place;
    place.sentence = state_.sentence;
    place.passage = p_.parent;
    place.segment = p_.parent == kNone ? state_.segment : a_.passages[p_.parent].open + 1;
    place.before = p_.open;
    place.after = p_.close + 1;
    place.limit = limit_;
    place.cue = match.cue;
    if (match.rule->emits == "each") place.limit = p_.close + 1, place.cue = kNone;
    place.voiced = is_voiced(match);
    ByteSpan words = p_.inner;
    const bool behind_mark = p_.open > 0 && a_.tokens[p_.open - 1].kind == TokenKind::Mark;
    if (p_.lost_open && !behind_mark) words.start = begin_without_mark(place);
    Quotation q = state_.start(QuotationKind::Direct, words, match);
    const SpeakerChoice choice =
        state_.in_headline() ? headline_speaker(state_, p_) : speaker(place, match);
    state_.finish(q, choice);
    if (!is_inside_report(choice)) state_.move_segment(match, p_.close + 1);
    if (match.rule->emits == "signed") state_.signed_until = last_of_line() + 1;
  }

  // 협회는 정부가 “…”며 미뤘다고 주장했다: the words and who spoke them are part of the report.
  bool is_inside_report(const SpeakerChoice& choice) const {
    if (!choice.beside || choice.phrase.josa != lang::Josa::Subj) return false;
    if (choice.phrase.end > p_.open) return false;
    const TokenIndex end = std::min(choice.phrase.begin, state_.segment + kLongestHead);
    for (TokenIndex i = state_.segment; i < end; ++i) {
      const Token& t = a_.tokens[i];
      if (t.passage != p_.parent || !t.is(lang::Josa::Topic)) continue;
      if (is_somebody(kind_of(a_, phrase_at(a_, i, state_.segment)))) return true;
    }
    return false;
  }

  // 김 사장은 숲을 지키자”고 말했다: the words begin where a reported clause would.
  std::uint32_t begin_without_mark(QuotationPlace& place) const {
    ClauseFrame frame;
    frame.segment = std::max(state_.segment, p_.open);
    frame.last = p_.close - 1;
    frame.limit = p_.close;
    frame.passage = a_.tokens[p_.open].passage;
    const ClauseStart start = find_clause_start(a_, frame);
    place.segment = start.segment;
    place.before = start.first;
    place.passage = frame.passage;
    return a_.tokens[start.first].span.start;
  }

  SpeakerChoice speaker(const QuotationPlace& place, const RuleMatch& match) const {
    const bool whole = match.rule->emits == "whole";
    if (match.rule->emits == "signed") {
      if (const auto head = signer())
        return resolve(a_, phrase_at(a_, *head, p_.close + 2), "speaker.signed", 0.85);
    }
    if (whole && !state_.speeches[state_.here().block].speaker.speakers.empty())
      return state_.speeches[state_.here().block].speaker;
    if (whole && state_.in_interview()) return state_.interviewee;
    SpeakerChoice choice = speaker_beside(a_, place);
    if (is_put_to_somebody(match) && choice.rule != "speaker.owner") return {};
    if (place.voiced) return choice;
    if (choice.speakers.empty() && whole) choice = announcer();
    if (choice.speakers.empty() && whole) choice = speaker_behind();
    if (choice.speakers.empty()) choice = speaker_before(a_, place);
    return choice;
  }

  // “…”는 말에 “…”라고 답했다
  bool answer_follows(std::int32_t cue) const {
    const TokenIndex far = std::min(limit_, static_cast<TokenIndex>(cue) + 6);
    for (TokenIndex i = static_cast<TokenIndex>(cue) + 1; i < far; ++i) {
      if (a_.tokens[i].kind == TokenKind::Mark) return true;
    }
    return false;
  }

  // …는 지적이 나온다: of nobody spoken of before.
  static bool is_voiced(const RuleMatch& match) { return match.rule->emits.starts_with("voiced"); }

  // “…”는 질문에: asked by somebody else than who answers.
  bool is_put_to_somebody(const RuleMatch& match) const {
    static const lang::ClassMask kNoun = class_mask("report_noun");
    if (match.cue == kNone) return false;
    if (is_told(a_.surface(a_.tokens[match.cue])) && answer_follows(match.cue)) return true;
    const lang::WordReading& cue = a_.tokens[match.cue].reading;
    return cue.has(kNoun) && cue.cue_class == "ask";
  }

  // “….” Then: 박영희 사장은 … 이같이 말했다.
  SpeakerChoice speaker_behind() const {
    if (!may_tell_of(a_, state_.sentence)) return {};
    const Sentence& next = a_.sentences[state_.sentence + 1];
    bool thus = false;
    TokenIndex report = next.end;
    for (TokenIndex i = next.begin; i < next.end && report == next.end; ++i) {
      if (a_.tokens[i].kind == TokenKind::Mark) return {};
      thus |= is_thus(a_.tokens[i]);
      if (thus && a_.tokens[i].reading.has(kReport)) report = i;
    }
    if (report == next.end) return {};
    QuotationPlace place;
    place.sentence = state_.sentence + 1;
    place.segment = next.begin;
    place.before = place.after = place.limit = report;
    return speaker_beside(a_, place);
  }

  // 도 감독은 이렇게 답했다. “….”: the sentence before says who speaks, without the words.
  SpeakerChoice announcer() const {
    if (state_.sentence == 0) return {};
    const Sentence& before = a_.sentences[state_.sentence - 1];
    const std::int32_t verb = announcing_verb(before);
    if (verb == kNone || a_.document.blocks[before.block].kind != BlockKind::Body) return {};
    QuotationPlace place;
    place.sentence = state_.sentence - 1;
    place.segment = before.begin;
    place.before = static_cast<TokenIndex>(verb);
    place.after = place.limit = before.end;
    const SpeakerChoice choice = speaker_beside(a_, place);
    return choice.speakers.empty() ? speaker_before(a_, place) : choice;
  }

  // The verb of speech that ends a sentence in which nothing is reported.
  std::int32_t announcing_verb(const Sentence& s) const {
    constexpr TokenIndex kLongest = 60;
    if (s.end - s.begin > kLongest) return kNone;
    static const lang::ClassMask kSpeech = class_mask("report_noun");
    std::int32_t last = kNone;
    bool thus = false, acts = false;
    for (TokenIndex i = s.begin; i < s.end; ++i) {
      const Token& t = a_.tokens[i];
      thus |= is_thus(t);
      acts |= t.is(lang::Josa::Obj) && !t.reading.has(kSpeech);  // 사퇴를 요구했다
      const lang::Quotative quotative = t.reading.quotative;
      if (t.kind == TokenKind::Mark || quotative == lang::Quotative::Go ||
          quotative == lang::Quotative::Myeo)
        return kNone;
      if (t.is_word()) last = static_cast<std::int32_t>(i);
    }
    if (last == kNone || (acts && !thus)) return kNone;
    static const lang::ClassMask kSays = class_mask("report");
    const lang::WordReading& verb = a_.tokens[last].reading;
    if (verb.cue_class == "ask" && !is_asking()) return kNone;  // 사회자가 소감을 물었다. “….”
    return verb.has(kSays) && verb.verb == lang::VerbForm::Finite ? last : kNone;
  }

  bool is_asking() const { return p_.close > p_.open + 1 && a_.tokens[p_.close - 1].first == '?'; }

  bool is_thus(const Token& t) const {
    const lang::Word* word = t.reading.has(kAdverb) ? lang::find_word(a_.surface(t)) : nullptr;
    return word != nullptr && word->value(kAdverb) == "thus";
  }

  QuotationState& state_;
  const Analysis& a_;
  const Passage& p_;
  TokenIndex limit_;
};

}  // namespace

void read_passage(QuotationState& state, std::int32_t passage) {
  const Passage p = state.a.passages[passage];
  PassageReader(state, p).read();
}

}  // namespace onrecord::extract
