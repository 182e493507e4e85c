#include "extract/quotation_state.h"

#include <algorithm>

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;
using lang::Quotative;
using lang::VerbForm;

const lang::ClassMask kAfterMark = class_mask("after_mark");
const lang::ClassMask kAfterClause = class_mask("after_mark_clause");
const lang::ClassMask kAbstract =
    class_mask("abstract") | class_mask("report_noun") | class_mask("report_noun_weak");

}  // namespace

QuotationState::QuotationState(Analysis& analysis) : a(analysis) {
  opening.assign(a.tokens.size(), kNone);
  for (std::size_t i = a.passages.size(); i-- > 0;)
    opening[a.passages[i].open] = static_cast<std::int32_t>(i);
}

bool QuotationState::in_headline() const {
  return block() == BlockKind::Headline || block() == BlockKind::Subhead;
}

void QuotationState::enter(std::uint32_t next) {
  sentence = next;
  segment = last_segment = here().begin;
  last_cue = kNone;
  chained = false;
}

Quotation QuotationState::start(QuotationKind kind, ByteSpan span, const RuleMatch& match) const {
  Quotation q;
  q.kind = kind;
  q.span = span;
  q.sentence = here().span;
  q.where = block();
  q.rule = match.rule->id;
  q.confidence = match.rule->confidence;
  if (match.cue != kNone) {
    q.cue = std::string(a.surface(a.tokens[match.cue]));
    q.cue_class = std::string(a.tokens[match.cue].reading.cue_class);
  } else if (match.end > 0 && match.end - 1 < a.tokens.size() && match.rule->emits != "whole") {
    const Token& particle = a.tokens[match.end - 1];
    if (particle.is_word()) q.cue = std::string(a.surface(particle));
  }
  return q;
}

void QuotationState::finish(Quotation& q, const SpeakerChoice& choice) {
  q.speakers = choice.speakers;
  q.speaker_rule = choice.rule;
  q.confidence *= choice.speakers.empty() ? kNobody : choice.confidence;
  q.doubtful = choice.speakers.empty() || choice.confidence < 0.6;
  a.quotations.push_back(std::move(q));
}

void QuotationState::move_segment(const RuleMatch& match, TokenIndex behind) {
  last_segment = segment;
  last_cue = match.cue;
  const bool same_speaker = match.rule->id.find("myeo") != std::string::npos;
  if (match.cue == kNone) {
    segment = past_particle(behind);
    chained = same_speaker;
    return;
  }
  const auto cue = static_cast<TokenIndex>(match.cue);
  const lang::WordReading& reading = a.tokens[cue].reading;
  if (reading.quotative != Quotative::None || reading.has(kAbstract)) return;
  if (reading.verb == VerbForm::Connective) segment = cue + 1, chained = false;
  if (same_speaker && reading.verb == VerbForm::Connective && is_plain(behind, cue)) return;
  if (reading.verb == VerbForm::Finite || same_speaker) {
    segment = past_particle(behind);
    chained = same_speaker;
  }
}

// …라며 육성을 제안했고: no further words are reported between the ending and the verb.
bool QuotationState::is_plain(TokenIndex begin, TokenIndex end) const {
  for (TokenIndex i = begin; i < end; ++i) {
    const Token& t = a.tokens[i];
    if (t.kind == TokenKind::Mark) return false;
    if (t.reading.quotative != Quotative::None && t.reading.verb_like) return false;
  }
  return true;
}

// 라면서 behind a closing mark belongs to what was said before.
TokenIndex QuotationState::past_particle(TokenIndex i) const {
  return i < a.tokens.size() && i > 0 && (is_after_mark(i) || is_clause_tail(i)) ? i + 1 : i;
}

TokenIndex QuotationState::limit_at(TokenIndex i) const {
  const std::int32_t p = a.tokens[i].passage;
  return p == kNone ? here().end : std::min(here().end, a.passages[p].close);
}

bool QuotationState::is_clause_tail(TokenIndex i) const {
  if (i == 0 || !a.tokens[i].glued || a.tokens[i - 1].kind != TokenKind::Mark) return false;
  const lang::Word* word = lang::find_word(a.surface(a.tokens[i]));
  return word != nullptr && word->has(kAfterClause);
}

bool QuotationState::is_after_mark(TokenIndex i) const {
  if (i == 0 || a.tokens[i - 1].kind != TokenKind::Mark) return false;
  const lang::Word* word = lang::find_word(a.surface(a.tokens[i]));
  return word != nullptr && word->has(kAfterMark);
}

int QuotationState::words_in(const Passage& p) const {
  int words = 0;
  for (TokenIndex i = p.open + 1; i < p.close; ++i) words += a.tokens[i].is_word();
  return words;
}

}  // namespace onrecord::extract
