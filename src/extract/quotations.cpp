// Direct quotations (words between marks that somebody said) and reported clauses (…다고 말했다),
// in order of the text: walks the sentences and hands each place where words may begin to its
// reader.
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
    if (!t.is_word() || i < state.signed_until) continue;
    if (t.passage == kNone) read_source(state, i);
    if (t.reading.quotative != Quotative::None) read_clause(state, i);
    if (t.passage == kNone) read_forecast(state, i);
    if (t.passage == kNone) read_nominal(state, i);
  }
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
}

}  // namespace onrecord::extract
