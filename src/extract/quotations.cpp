// Direct quotations (words between marks that somebody said) and reported clauses (…다고 말했다),
// in order of the text: walks the sentences and hands each place where words may begin to its
// reader.
#include <algorithm>

#include "extract/quotation_state.h"
#include "extract/steps.h"

namespace onrecord::extract {
namespace {

using lang::Quotative;

bool is_speech_block(BlockKind kind) {
  return kind != BlockKind::Byline && kind != BlockKind::Dateline && kind != BlockKind::Notice;
}

void read_sentence(QuotationState& state) {
  const Sentence& s = state.here();
  for (TokenIndex i = s.begin; i < s.end; ++i) {
    if (state.opening[i] != kNone) read_passage(state, state.opening[i]);
    const Token& t = state.a.tokens[i];
    if (!t.is_word()) continue;
    if (t.passage == kNone) read_source(state, i);
    if (t.reading.quotative != Quotative::None) read_clause(state, i);
    if (t.passage == kNone) read_forecast(state, i);
  }
}

// Quotations stand apart or one inside the other. Of two that cross, or are the same words twice, a
// clause gives way to marked words, and the later one to the earlier.
void drop_crossing(std::vector<Quotation>& quotations) {
  std::vector<Quotation> kept;
  std::vector<std::size_t> around;  // indexes into kept, outermost first
  for (Quotation& q : quotations) {
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
  quotations = std::move(kept);
}

}  // namespace

void find_quotations(Analysis& a) {
  QuotationState state(a);
  find_interview(state);
  for (std::uint32_t s = 0; s < a.sentences.size(); ++s) {
    state.enter(s);
    if (!is_speech_block(state.block())) continue;
    if (!read_list(state) && !read_answer(state)) read_sentence(state);
  }
  link_headlines(a);
  std::stable_sort(
      a.quotations.begin(), a.quotations.end(), [](const Quotation& x, const Quotation& y) {
        return x.span.start != y.span.start ? x.span.start < y.span.start : x.span.end > y.span.end;
      });
  drop_crossing(a.quotations);
}

}  // namespace onrecord::extract
