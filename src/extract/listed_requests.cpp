// △… △… under a request or promise: every item is what was asked for or promised.
#include "extract/quotation_state.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::VerbForm;

const lang::ClassMask kReport = class_mask("report") | class_mask("report_weak");
constexpr std::uint32_t kLongestList = 20;  // items; keeps the cost linear

bool is_bullet(const Token& t) {
  if (t.is_word()) return false;
  static constexpr std::u32string_view kBullets = U"△▲▷▶①②③④⑤⑥⑦⑧⑨";
  return kBullets.find(t.first) != std::u32string_view::npos;
}

bool asks_or_promises(const lang::WordReading& r) {
  return r.has(kReport) && r.verb == VerbForm::Finite &&
         (r.cue_class == "request" || r.cue_class == "promise" || r.cue_class == "propose");
}

// The sentence that the list is under: above the items on lines of their own.
std::uint32_t sentence_above(const QuotationState& state) {
  std::uint32_t above = state.sentence - 1;
  const std::uint32_t stop = above > kLongestList ? above - kLongestList : 0;
  while (above > stop && is_bullet(state.a.tokens[state.a.sentences[above].begin])) --above;
  return above;
}

// Who made the request that the list is under: the speaker of the sentence before, where its verb
// asks or promises.
SpeakerChoice who_lists(const QuotationState& state, std::int32_t& cue) {
  const Analysis& a = state.a;
  const std::uint32_t asking = sentence_above(state);
  const Sentence& before = a.sentences[asking];
  for (TokenIndex i = before.begin; i < before.end; ++i) {
    if (a.tokens[i].passage == kNone && asks_or_promises(a.tokens[i].reading))
      cue = static_cast<std::int32_t>(i);
  }
  if (cue == kNone) return {};
  QuotationPlace place;
  place.sentence = asking;
  place.segment = before.begin;
  place.before = static_cast<TokenIndex>(cue);
  place.after = place.limit = before.end;
  SpeakerChoice choice = speaker_beside(a, place);
  for (Speaker& sp : choice.speakers) sp.surface.clear(), sp.span = {};
  return choice;
}

// The items' words, without 등이다 and the stop behind the last.
ByteSpan item_span(const Analysis& a, TokenIndex begin, TokenIndex end) {
  while (end > begin &&
         (!a.tokens[end - 1].is_word() || a.surface(a.tokens[end - 1]).starts_with("등")))
    --end;
  if (begin >= end) return {};
  return {a.tokens[begin].span.start, a.tokens[end - 1].span.end};
}

}  // namespace

// False where the sentence is no list.
bool read_list(QuotationState& state) {
  const Analysis& a = state.a;
  const Sentence& s = state.here();
  if (!is_bullet(a.tokens[s.begin])) return false;
  const auto& rules = rules_of("list_item");
  std::int32_t cue = kNone;
  if (state.sentence == 0 || rules.empty()) return false;
  const SpeakerChoice choice = who_lists(state, cue);
  if (choice.speakers.empty()) return false;
  for (TokenIndex i = s.begin; i < s.end;) {
    TokenIndex next = i + 1;
    while (next < s.end && !is_bullet(a.tokens[next])) ++next;
    const ByteSpan span = item_span(a, i + 1, next);
    if (!span.empty()) {
      Quotation q = state.start(QuotationKind::Indirect, span, {&rules.front(), cue, next});
      q.where = BlockKind::List;
      q.sentence = span;
      state.finish(q, choice);
    }
    i = next;
  }
  return true;
}

}  // namespace onrecord::extract
