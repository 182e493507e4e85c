// Direct quotations (words between marks that somebody said) and reported clauses (…다고 말했다),
// in order of the text.
#include <algorithm>
#include <optional>

#include "extract/rules.h"
#include "extract/speakers.h"
#include "extract/steps.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::Quotative;
using lang::VerbForm;

const lang::ClassMask kReport = class_mask("report") | class_mask("report_weak");
const lang::ClassMask kNamedNoun = class_mask("named_noun");
const lang::ClassMask kSoCalled = class_mask("so_called");
const lang::ClassMask kAdverb = class_mask("adverb");
const lang::ClassMask kAfterClause = class_mask("after_mark_clause");
const lang::ClassMask kAbstract =
    class_mask("abstract") | class_mask("report_noun") | class_mask("report_noun_weak");
const lang::ClassMask kConnective = class_mask("connective") | class_mask("topic_change");

bool is_speech_block(BlockKind kind) {
  return kind != BlockKind::Byline && kind != BlockKind::Dateline && kind != BlockKind::Notice;
}

// Whether the words between marks are a clause: they end like a sentence, or are many.
bool is_utterance(const Analysis& a, const Passage& p) {
  const TokenIndex first = p.lost_open ? p.open : p.open + 1;
  TokenIndex last = p.close;
  int words = 0;
  for (TokenIndex i = first; i < p.close; ++i) {
    if (!a.tokens[i].is_word()) continue;
    ++words;
    last = i;
  }
  if (words == 0) return false;
  const std::string_view word = a.surface(a.tokens[last]);
  std::size_t at = word.size();
  const char32_t c = text::decode_backwards(word, at);
  const bool predicate = c == U'다' || c == U'요' || c == U'까' || c == U'죠' || c == U'자' ||
                         c == U'라' || c == U'냐' || c == U'네' || c == U'것' || c == U'지' ||
                         c == U'걸' || c == U'니' || c == U'나' || c == U'오';
  return (predicate && words >= 1) || words >= 6;
}

class QuotationFinder {
 public:
  explicit QuotationFinder(Analysis& a) : a_(a) {}

  void run() {
    order_passages();
    find_interview();
    for (std::uint32_t s = 0; s < a_.sentences.size(); ++s) {
      sentence_ = s;
      segment_ = a_.sentences[s].begin;
      if (!is_speech_block(a_.document.blocks[a_.sentences[s].block].kind)) continue;
      read_sentence(a_.sentences[s]);
    }
    link_headlines();
    std::stable_sort(a_.quotations.begin(), a_.quotations.end(),
                     [](const Quotation& x, const Quotation& y) {
                       return x.span.start != y.span.start ? x.span.start < y.span.start
                                                           : x.span.end > y.span.end;
                     });
    drop_crossing();
  }

 private:
  // Quotations stand apart or one inside the other. Of two that cross, or are the same words twice,
  // a clause gives way to marked words, and the later one to the earlier.
  void drop_crossing() {
    std::vector<Quotation> kept;
    std::vector<std::size_t> around;  // indexes into kept, outermost first
    for (Quotation& q : a_.quotations) {
      while (!around.empty() && kept[around.back()].span.end <= q.span.start) around.pop_back();
      bool drop = false;
      while (!around.empty() && !drop) {
        Quotation& outer = kept[around.back()];
        const bool same = outer.span == q.span;
        if (!same && q.span.end <= outer.span.end) break;
        if (q.kind == QuotationKind::Direct && outer.kind == QuotationKind::Indirect) {
          outer.span.end = outer.span.start;  // taken out below
          around.pop_back();
        } else {
          drop = true;
        }
      }
      if (drop) continue;
      around.push_back(kept.size());
      kept.push_back(std::move(q));
    }
    std::erase_if(kept, [](const Quotation& q) { return q.span.empty(); });
    a_.quotations = std::move(kept);
  }

  void order_passages() {
    opening_.assign(a_.tokens.size(), kNone);
    for (std::size_t i = a_.passages.size(); i-- > 0;)
      opening_[a_.passages[i].open] = static_cast<std::int32_t>(i);
  }

  BlockKind block() const { return a_.document.blocks[a_.sentences[sentence_].block].kind; }
  bool in_headline() const {
    return block() == BlockKind::Headline || block() == BlockKind::Subhead;
  }

  void read_sentence(const Sentence& s) {
    if (is_bullet(s.begin)) return read_list(s);
    according_ = kNone;
    last_cue_ = kNone;
    for (TokenIndex i = s.begin; i < s.end; ++i) {
      if (opening_[i] != kNone) try_passage(opening_[i], s);
      const Token& t = a_.tokens[i];
      if (!t.is_word()) continue;
      if (t.passage == kNone) try_according(i, s);
      if (t.reading.quotative != Quotative::None) try_clause(i, s);
      if (t.passage == kNone && a_.surface(t) == "것으로") try_prediction(i, s);
    }
  }

  // --- direct -----------------------------------------------------------------------------------

  void try_passage(std::int32_t index, const Sentence& s) {
    const Passage& p = a_.passages[index];
    if (p.family == MarkFamily::Work || p.lost_close || p.close >= s.end) return;
    const bool nested = p.parent != kNone && a_.passages[p.parent].family != MarkFamily::Work;
    if (is_named(p)) return;
    const bool firm = p.family == MarkFamily::Double && !nested;
    const TokenIndex limit = level_limit(p, s);
    auto match =
        match_first(a_, rules_of(firm ? "after_mark" : "after_single"), p.close + 1, limit);
    if (!match && in_headline()) match = headline(p, s);
    if (!match && firm) match = ending_outside(p, s);
    if (!match && firm) match = standing_alone(p, s);
    if (!match || match->rule->emits == "none") return;
    if (match->rule->emits == "utterance" && !is_utterance(a_, p)) return;
    emit_direct(p, *match, s, limit);
  }

  TokenIndex level_limit(const Passage& p, const Sentence& s) const {
    return p.parent == kNone ? s.end : std::min(s.end, a_.passages[p.parent].close);
  }

  // 이른바 “…”; ‘…’라는 이름.
  bool is_named(const Passage& p) const {
    return p.open > 0 && !p.lost_open && a_.tokens[p.open - 1].is_word() &&
           a_.tokens[p.open - 1].reading.has(kSoCalled);
  }

  // NAME “…” in a headline: the words before the marks end in a name.
  std::optional<RuleMatch> headline(const Passage& p, const Sentence& s) const {
    if (p.close + 1 < s.end && a_.tokens[p.close + 1].is_word() && a_.tokens[p.close + 1].glued)
      return std::nullopt;
    const auto& rules = rules_of("headline");
    if (rules.empty() || p.family != MarkFamily::Double) return std::nullopt;
    RuleMatch m;
    m.rule = &rules.front();
    m.end = p.close + 1;
    return m;
  }

  // “…에 전해왔”다며: only the ending of a marked clause stands outside. Of few words it is a part
  // of a reported clause instead (try_clause).
  std::optional<RuleMatch> ending_outside(const Passage& p, const Sentence& s) const {
    if (p.close + 1 >= s.end || !is_clause_tail(p.close + 1) || words_in(p) < 4)
      return std::nullopt;
    const auto& rules = rules_of("ending_outside");
    if (rules.empty()) return std::nullopt;
    RuleMatch m;
    m.rule = &rules.front();
    m.end = p.close + 2;
    if (const auto cue = match_first(a_, rules_of("after_clause_go"), p.close + 2, s.end))
      m.cue = cue->cue;
    return m;
  }

  int words_in(const Passage& p) const {
    int words = 0;
    for (TokenIndex i = p.open + 1; i < p.close; ++i) words += a_.tokens[i].is_word();
    return words;
  }

  // A marked sentence with no particle behind: “….” 김 사장은 이같이 말했다; a pull quotation on a
  // line of its own.
  std::optional<RuleMatch> standing_alone(const Passage& p, const Sentence& s) const {
    if (p.close + 1 < s.end && a_.tokens[p.close + 1].glued && a_.tokens[p.close + 1].is_word())
      return std::nullopt;
    if (!is_utterance(a_, p)) return std::nullopt;
    const bool whole = p.open == s.begin && p.close + 1 >= s.end;
    const auto& rules = rules_of("alone");
    for (const Rule& rule : rules) {
      RuleMatch m;
      m.rule = &rule;
      m.end = p.close + 1;
      if (rule.emits == "whole" && whole) return m;
      if (rule.emits == "comma" && p.close + 2 < s.end && a_.tokens[p.close + 1].first == ',' &&
          a_.tokens[p.close + 2].kind == TokenKind::Mark) {
        return m;
      }
    }
    return std::nullopt;
  }

  void emit_direct(const Passage& p, const RuleMatch& match, const Sentence& s, TokenIndex limit) {
    QuotationPlace place;
    place.sentence = sentence_;
    place.passage = p.parent;
    place.segment = p.parent == kNone ? segment_ : first_inside(p.parent);
    place.before = p.open;
    place.after = p.close + 1;
    place.limit = limit;
    place.cue = match.cue;
    Quotation q = start(QuotationKind::Direct, p.inner, match, s);
    SpeakerChoice choice = in_headline() ? headline_speaker(p, s) : speaker_of(place, match);
    finish(q, choice);
    move_segment(match, p.close + 1);
  }

  TokenIndex first_inside(std::int32_t passage) const { return a_.passages[passage].open + 1; }

  Quotation start(QuotationKind kind, ByteSpan span, const RuleMatch& match,
                  const Sentence& s) const {
    Quotation q;
    q.kind = kind;
    q.span = span;
    q.sentence = s.span;
    q.where = block();
    q.rule = match.rule->id;
    q.confidence = match.rule->confidence;
    if (match.cue != kNone) {
      q.cue = std::string(a_.surface(a_.tokens[match.cue]));
      q.cue_class = std::string(a_.tokens[match.cue].reading.cue_class);
    } else if (match.end > 0 && match.end - 1 < a_.tokens.size() && match.rule->emits != "whole") {
      const Token& particle = a_.tokens[match.end - 1];
      if (particle.is_word()) q.cue = std::string(a_.surface(particle));
    }
    return q;
  }

  SpeakerChoice speaker_of(const QuotationPlace& place, const RuleMatch& match) {
    SpeakerChoice choice = speaker_beside(a_, place);
    if (match.rule->emits == "whole" && in_interview()) return interviewee();
    if (choice.speakers.empty() && match.rule->emits == "whole") choice = speaker_behind();
    if (choice.speakers.empty()) choice = speaker_before(a_, place);
    return choice;
  }

  // “….” Then: 박영희 사장은 … 이같이 말했다.
  SpeakerChoice speaker_behind() {
    if (sentence_ + 1 >= a_.sentences.size()) return {};
    const Sentence& next = a_.sentences[sentence_ + 1];
    bool thus = false;
    bool report = false;
    TokenIndex mark = next.end;
    for (TokenIndex i = next.begin; i < next.end; ++i) {
      if (a_.tokens[i].kind == TokenKind::Mark) mark = std::min(mark, i);
      thus |= a_.tokens[i].reading.has(kAdverb) && is_thus(a_.tokens[i]);
      report |= a_.tokens[i].reading.has(kReport);
    }
    if (!thus || !report || mark < next.end) return {};
    QuotationPlace place;
    place.sentence = sentence_ + 1;
    place.segment = next.begin;
    place.before = place.after = place.limit = next.end;
    return speaker_beside(a_, place);
  }

  bool is_thus(const Token& t) const {
    const lang::Word* word = lang::find_word(a_.surface(t));
    return word != nullptr && word->value(kAdverb) == "thus";
  }

  // 샘 알트만 “…”: the last name before the marks, else a name behind them in brackets.
  SpeakerChoice headline_speaker(const Passage& p, const Sentence& s) {
    std::int32_t found = kNone;
    for (TokenIndex i = s.begin; i < p.open; ++i) {
      if (a_.mention_at[i] != kNone && a_.tokens[i].passage == kNone &&
          a_.mentions[a_.mention_at[i]].kind != EntityKind::Place) {
        found = static_cast<std::int32_t>(i);
      }
    }
    if (found == kNone || p.open - static_cast<TokenIndex>(found) > 3) return {};
    return resolve(a_, phrase_at(a_, static_cast<TokenIndex>(found), s.begin), "speaker.headline",
                   0.8);
  }

  // △… △… under a request or promise: every item is what was asked for or promised.
  bool is_bullet(TokenIndex i) const {
    const char32_t c = a_.tokens[i].first;
    return c == U'△' || c == U'▲' || c == U'▷' || c == U'①' || c == U'②' || c == U'③' ||
           c == U'④' || c == U'⑤';
  }

  void read_list(const Sentence& s) {
    const auto& rules = rules_of("list_item");
    if (sentence_ == 0 || rules.empty()) return;
    std::int32_t cue = kNone;
    const SpeakerChoice choice = who_lists(cue);
    if (choice.speakers.empty()) return;
    for (TokenIndex i = s.begin; i < s.end;) {
      TokenIndex next = i + 1;
      while (next < s.end && !is_bullet(next)) ++next;
      const ByteSpan span = item_span(i + 1, next);
      if (!span.empty()) {
        const RuleMatch m{&rules.front(), cue, next};
        Quotation q = start(QuotationKind::Indirect, span, m, s);
        q.where = BlockKind::List;
        q.sentence = span;
        finish(q, choice);
      }
      i = next;
    }
  }

  // The items' words, without 등이다 and the stop behind the last.
  ByteSpan item_span(TokenIndex begin, TokenIndex end) const {
    while (end > begin &&
           (!a_.tokens[end - 1].is_word() || a_.surface(a_.tokens[end - 1]).starts_with("등")))
      --end;
    if (begin >= end) return {};
    return {a_.tokens[begin].span.start, a_.tokens[end - 1].span.end};
  }

  // Who made the request that the list is under: the speaker of the sentence before, where its verb
  // asks or promises.
  SpeakerChoice who_lists(std::int32_t& cue) const {
    const Sentence& before = a_.sentences[sentence_ - 1];
    for (TokenIndex i = before.begin; i < before.end; ++i) {
      const lang::WordReading& r = a_.tokens[i].reading;
      if (a_.tokens[i].passage != kNone || !r.has(kReport) || r.verb != VerbForm::Finite) continue;
      if (r.cue_class == "request" || r.cue_class == "promise" || r.cue_class == "propose")
        cue = static_cast<std::int32_t>(i);
    }
    if (cue == kNone) return {};
    QuotationPlace place;
    place.sentence = sentence_ - 1;
    place.segment = before.begin;
    place.before = static_cast<TokenIndex>(cue);
    place.after = place.limit = before.end;
    SpeakerChoice choice = speaker_beside(a_, place);
    for (Speaker& sp : choice.speakers) sp.surface.clear(), sp.span = {};
    return choice;
  }

  // …할 것으로 내다봤다: a forecast of somebody named in the sentence.
  void try_prediction(TokenIndex i, const Sentence& s) {
    const auto match = match_first(a_, rules_of("after_thing"), i + 1, s.end);
    if (!match || match->cue == kNone || a_.tokens[match->cue].reading.cue_class != "predict")
      return;
    QuotationPlace place{sentence_, segment_, i, i + 1, s.end, match->cue, kNone, false, true};
    emit_clause(i, *match, place, s, 6);
  }

  // --- interviews and headlines -----------------------------------------------------------------

  // Lines that ask (― …, ▷ …, Q. …): what stands in marks after them is the answer of the person
  // interviewed.
  void find_interview() {
    int questions = 0;
    for (std::uint32_t b = 0; b < a_.document.blocks.size(); ++b) {
      if (!asks(slice(a_.text, a_.document.blocks[b].span))) continue;
      if (++questions == 1) first_question_ = b;
    }
    if (questions < 2) first_question_ = static_cast<std::uint32_t>(a_.document.blocks.size());
  }

  static bool asks(std::string_view line) {
    for (std::string_view head : {"―", "—", "–", "▷", "◇", "Q.", "Q:", "Q ", "문:", "문.", "- "}) {
      if (line.starts_with(head)) return true;
    }
    return false;
  }

  bool in_interview() const { return a_.sentences[sentence_].block > first_question_; }

  // The person named most often.
  SpeakerChoice interviewee() const {
    std::vector<int> counts(a_.chains.size());
    for (const Mention& m : a_.mentions) counts[m.chain] += m.kind == EntityKind::Person;
    const auto best = std::max_element(counts.begin(), counts.end());
    SpeakerChoice choice;
    if (best == counts.end() || *best < 2) return choice;
    const auto chain = static_cast<std::int32_t>(best - counts.begin());
    Speaker s;
    s.name = a_.chains[chain].name;
    s.chain = chain;
    choice.speakers = {s};
    choice.rule = "speaker.interview";
    choice.confidence = 0.75;
    return choice;
  }

  // A quotation in a headline is most often a shorter form of one in the body: its speaker is that
  // one's.
  void link_headlines() {
    int left = 20;  // a real article has few; keeps the cost linear
    for (Quotation& q : a_.quotations) {
      if (left == 0) return;
      if (q.where != BlockKind::Headline && q.where != BlockKind::Subhead) continue;
      --left;
      const Quotation* best = nullptr;
      double best_share = 0.5;
      for (const Quotation& other : a_.quotations) {
        if (other.where != BlockKind::Body || other.speakers.empty()) continue;
        const double share = shared_pairs(slice(a_.text, q.span), slice(a_.text, other.span));
        if (share > best_share) best = &other, best_share = share;
      }
      if (best == nullptr) continue;
      if (!q.speakers.empty() && q.speakers[0].name == best->speakers[0].name) continue;
      q.speakers = best->speakers;
      for (Speaker& s : q.speakers) s.surface.clear(), s.span = {};
      q.speaker_rule = "speaker.headline_body";
      q.doubtful = best->doubtful;
    }
  }

  // The share of the pairs of characters of `shorter` that stand in `longer` too, blanks left out.
  static double shared_pairs(std::string_view shorter, std::string_view longer) {
    std::u32string left, right;
    for (std::size_t at = 0; at < shorter.size();) {
      if (const char32_t c = text::decode(shorter, at); c != ' ') left += c;
    }
    for (std::size_t at = 0; at < longer.size();) {
      if (const char32_t c = text::decode(longer, at); c != ' ') right += c;
    }
    if (left.size() < 4) return 0;
    int hits = 0;
    for (std::size_t i = 0; i + 2 <= left.size(); ++i)
      hits += right.find(left.substr(i, 2)) != std::u32string::npos;
    return hits / static_cast<double>(left.size() - 1);
  }

  // --- reported ---------------------------------------------------------------------------------

  // 경찰에 따르면 …
  void try_according(TokenIndex i, const Sentence& s) {
    const Token& t = a_.tokens[i];
    if (i == s.begin || !t.reading.has(kAdverb)) return;
    const lang::Word* word = lang::find_word(a_.surface(t));
    if (word == nullptr || word->value(kAdverb) != "according" || !a_.tokens[i - 1].is(Josa::Dat))
      return;
    const Phrase source = phrase_at(a_, i - 1, s.begin);
    const PhraseKind kind = kind_of(a_, source);
    if (kind == PhraseKind::Nobody || !opens_sentence(source, s)) return;
    TokenIndex first = i + 1;
    if (first < s.end && a_.tokens[first].first == ',') ++first;
    if (first >= s.end) return;
    std::uint32_t end = s.span.end;
    while (end > a_.tokens[first].span.start &&
           (a_.text[end - 1] == '.' || a_.text[end - 1] == ' '))
      --end;
    const auto& rules = rules_of("according");
    if (rules.empty() || end <= a_.tokens[first].span.start) return;
    RuleMatch m{&rules.front(), static_cast<std::int32_t>(i), i + 1};
    Quotation q = start(QuotationKind::Indirect, {a_.tokens[first].span.start, end}, m, s);
    q.cue_class = "say";
    finish(q, resolve(a_, source, "speaker.according", 0.85));
    according_ = static_cast<std::int32_t>(i);
    segment_ = first;
  }

  // Only days, connectives and marks before it; not (위원회에 따르면) in the middle.
  bool opens_sentence(const Phrase& p, const Sentence& s) const {
    if (p.begin > s.begin && a_.tokens[p.begin - 1].first == ',') return true;
    for (TokenIndex i = s.begin; i < p.begin; ++i) {
      const Token& t = a_.tokens[i];
      if (t.is_word() && !is_time(a_, i) && !t.reading.has(kConnective) && !t.is(Josa::Gen) &&
          !is_zone(i))
        return false;
    }
    return true;
  }

  void try_clause(TokenIndex i, const Sentence& s) {
    const Token& t = a_.tokens[i];
    const bool loose = is_clause_tail(i);
    if (t.reading.quotative_bytes >= t.span.size() && !loose) return;
    if (is_after_mark(i) && !loose) return;
    if (loose && marked_words_before(i) >= 4) return;
    if (t.passage != kNone && a_.passages[t.passage].family == MarkFamily::Double) return;
    const char* layer = t.reading.quotative_bytes == 0           ? "after_clause_bare"
                        : t.reading.quotative == Quotative::Go   ? "after_clause_go"
                        : t.reading.quotative == Quotative::Myeo ? "after_clause_myeo"
                                                                 : "after_clause_neun";
    const auto match = match_first(a_, rules_of(layer), i + 1, limit_at(i, s));
    if (!match || match->rule->emits == "none") return;
    QuotationPlace place;
    place.sentence = sentence_;
    place.segment = segment_;
    place.before = i;
    place.after = i + 1;
    place.limit = limit_at(i, s);
    place.cue = match->cue;
    place.passage = t.passage;
    place.reported = true;
    place.chained = t.reading.quotative == Quotative::Myeo;
    // A report of what somebody said in marks: …“…”고 지시했다고 전했다.
    const bool outer = last_cue_ != kNone && static_cast<TokenIndex>(last_cue_) <= i &&
                       i - static_cast<TokenIndex>(last_cue_) <= 2;
    if (outer) place.segment = last_segment_;
    emit_clause(i, *match, place, s, t.reading.quotative_bytes);
  }

  TokenIndex limit_at(TokenIndex i, const Sentence& s) const {
    const std::int32_t p = a_.tokens[i].passage;
    return p == kNone ? s.end : std::min(s.end, a_.passages[p].close);
  }

  // 다고 in “…낮”다고.
  bool is_clause_tail(TokenIndex i) const {
    if (i == 0 || !a_.tokens[i].glued || a_.tokens[i - 1].kind != TokenKind::Mark) return false;
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    return word != nullptr && word->has(kAfterClause);
  }

  int marked_words_before(TokenIndex i) const {
    const std::int32_t p = i == 0 ? kNone : a_.closing[i - 1];
    return p == kNone ? 0 : words_in(a_.passages[p]);
  }

  bool is_after_mark(TokenIndex i) const {
    return i > 0 && a_.tokens[i - 1].kind == TokenKind::Mark &&
           (a_.tokens[i].glued || is_particle_word(i));
  }

  bool is_particle_word(TokenIndex i) const {
    static const lang::ClassMask kAfterMark = class_mask("after_mark");
    const lang::Word* word = lang::find_word(a_.surface(a_.tokens[i]));
    return word != nullptr && word->has(kAfterMark);
  }

  void emit_clause(TokenIndex i, const RuleMatch& match, const QuotationPlace& place,
                   const Sentence& s, std::uint32_t particle_bytes) {
    SpeakerChoice choice = speaker_beside(a_, place);
    const bool before =
        choice.beside && choice.phrase.end <= i && choice.phrase.begin >= place.segment;
    TokenIndex first = before ? choice.phrase.end : skip_opening(place.segment, i);
    first = before ? skip_adjuncts(first, i) : skip_opening(first, i);
    if (first >= i && !is_clause_tail(i) && first > i) return;
    const ByteSpan span{a_.tokens[first].span.start, a_.tokens[i].span.end - particle_bytes};
    if (span.empty() || text::count_codepoints(slice(a_.text, span)) < 3) return;
    if (match.rule->emits == "sure" && !(before && choice.sure)) return;
    const bool required = match.rule->emits == "named" || match.rule->emits == "sure";
    if (choice.speakers.empty() && !required && match.rule->emits != "beside")
      choice = speaker_before(a_, place);
    if (choice.speakers.empty() && required) return;
    Quotation q = start(QuotationKind::Indirect, span, match, s);
    finish(q, choice);
    move_segment(match, i + 1);
  }

  // 그러나, 또한, 이어 at the head of a sentence belong to the report, not to the words.
  TokenIndex skip_opening(TokenIndex first, TokenIndex end) const {
    while (first < end) {
      const Token& t = a_.tokens[first];
      if (t.is_word() ? !t.reading.has(kConnective) : t.first != ',') break;
      ++first;
    }
    return first;
  }

  // Days, places and occasions of speaking that stand between the speaker and the clause.
  TokenIndex skip_adjuncts(TokenIndex first, TokenIndex end) const {
    first = skip_opening(first, end);
    TokenIndex best = skip_days(first, end);
    const TokenIndex far = std::min(end, first + 9);
    for (TokenIndex i = first; i + 1 < far; ++i) {
      const Token& t = a_.tokens[i];
      if (t.kind == TokenKind::Mark && i > first + 5) break;
      if (!t.is_word()) continue;
      const bool early = i < best + 6;
      if (t.reading.has(kAdverb) && is_adjunct(t)) best = skip_days(i + 1, end);
      if (early && (addressee(i) || occasion(i))) best = skip_days(i + 1, end);
    }
    while (best < end && a_.tokens[best].first == ',') ++best;
    return best < end ? best : first;
  }

  // 기자들에게, 파나마 정부에.
  bool addressee(TokenIndex i) const {
    if (!a_.tokens[i].is(Josa::Dat)) return false;
    const std::string_view particle = a_.particle(a_.tokens[i]);
    return particle == "에게" || particle == "께";
  }

  // 방위백서에서도; not 서울에서 열린.
  bool occasion(TokenIndex i) const {
    static const lang::ClassMask kOccasion = class_mask("occasion_noun");
    if (!a_.tokens[i].is(Josa::Loc)) return false;
    if (a_.tokens[i].reading.stem_bytes == 0) return true;  // 보고서 ‘…’에서
    const std::string_view noun = a_.stem(a_.tokens[i]);
    for (std::size_t at = noun.size(); at > 0;) {
      text::decode_backwards(noun, at);
      const lang::Word* word = lang::find_word(noun.substr(at));
      if (word != nullptr && word->has(kOccasion)) return true;
    }
    return false;
  }

  // A bare day is when it was said; a day with an hour is when it happened.
  TokenIndex skip_days(TokenIndex first, TokenIndex end) const {
    TokenIndex i = first;
    while (i < end && (is_time(a_, i) || is_zone(i))) {
      if (!is_day(i)) return first;
      ++i;
    }
    return i;
  }

  bool is_day(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (!t.is_word()) return true;
    const std::string_view s = a_.surface(t);
    if (s == "지난" || s == "이날" || s == "전날" || s == "오는" || s == "현지시간" ||
        s == "현지시각")
      return true;
    return s.ends_with("일") && text::is_digit(t.first);
  }

  bool is_zone(TokenIndex i) const {
    const Token& t = a_.tokens[i];
    if (t.first == '(' && t.glued && i > 0 && is_time(a_, i - 1)) return true;
    return (t.first == ')' && i > 1 && is_time(a_, i - 1));
  }

  bool is_adjunct(const Token& t) const {
    const lang::Word* word = lang::find_word(a_.surface(t));
    return word != nullptr && word->value(kAdverb) == "adjunct";
  }

  // --- both -------------------------------------------------------------------------------------

  void finish(Quotation& q, const SpeakerChoice& choice) {
    q.speakers = choice.speakers;
    q.speaker_rule = choice.rule;
    if (!choice.speakers.empty()) q.confidence *= choice.confidence;
    q.doubtful = choice.speakers.empty() || choice.confidence < 0.6;
    a_.quotations.push_back(std::move(q));
  }

  // After 말했고, … somebody else may speak. A quotation inside a noun phrase or a further report
  // moves nothing.
  void move_segment(const RuleMatch& match, TokenIndex behind) {
    last_segment_ = segment_;
    last_cue_ = match.cue;
    if (match.cue == kNone) {
      segment_ = past_particle(behind);
      return;
    }
    const auto cue = static_cast<TokenIndex>(match.cue);
    const lang::WordReading& reading = a_.tokens[cue].reading;
    if (reading.quotative != Quotative::None || reading.has(kAbstract)) return;
    if (reading.verb == VerbForm::Connective) segment_ = cue + 1;
    const bool chained = match.rule->id.find("myeo") != std::string::npos;
    if (reading.verb == VerbForm::Finite || chained) segment_ = past_particle(behind);
  }

  // 라면서 behind a closing mark belongs to what was said before.
  TokenIndex past_particle(TokenIndex i) const {
    return i < a_.tokens.size() && i > 0 && (is_after_mark(i) || is_clause_tail(i)) ? i + 1 : i;
  }

  Analysis& a_;
  std::vector<std::int32_t> opening_;  // by token: the outermost passage that opens there
  std::uint32_t sentence_ = 0;
  std::uint32_t first_question_ =
      0;  // block of the first question of an interview; behind the last where there is none
  TokenIndex segment_ = 0;
  TokenIndex last_segment_ = 0;
  std::int32_t last_cue_ = kNone;
  std::int32_t according_ = kNone;
};

}  // namespace

void find_quotations(Analysis& a) {
  QuotationFinder(a).run();
}

}  // namespace onrecord::extract
