#include "extract/english_said.h"

#include <algorithm>

#include "extract/rules.h"

namespace onrecord::extract::english {
namespace {

const Rule& rule_named(std::string_view id) {
  const auto& rules = rules_of("en_quotation");
  const auto it =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.id == id; });
  return it == rules.end() ? rules.front() : *it;
}

}  // namespace

void Said::direct(Piece& p, const Voice& voice, std::int64_t cue, std::string_view rule) {
  if (page_.words_in(p) == 0) return;
  p.used = true;
  p.voice = voice;
  finish(QuotationKind::Direct, p.inner, p.open, voice, cue, rule);
  speakers_.heard(voice, p.open);
}

void Said::direct(ByteSpan span, TokenIndex at, const Voice& voice, std::string_view rule) {
  finish(QuotationKind::Direct, span, at, voice, kNone, rule);
  speakers_.heard(voice, at);
}

void Said::clause(const Frame& f, TokenIndex from, TokenIndex to, std::string_view rule) {
  for (TokenIndex i = from + 2; i + 3 < to; ++i) {
    if (!page_.free(i) || !page_.is_word(i - 1)) continue;
    const bool but = page_.form(i - 1) == "but";
    if (!but && !page_.word(i - 1).is(kind("and"))) continue;
    if (page_.form(i) != "that") continue;
    one_clause(f, from, i - 1, rule);
    from = i + 1;
  }
  one_clause(f, from, to, rule);
}

void Said::one_clause(const Frame& f, TokenIndex from, TokenIndex to, std::string_view rule) {
  while (to > from && page_.free(to - 1) &&
         (page_.is(to - 1, '.') || page_.is(to - 1, ',') || page_.is(to - 1, ';')))
    --to;
  while (from < to && page_.is(from, ',')) ++from;
  if (from >= to) return;
  if (page_.opens(from) && page_.piece_at(from).after == to) {
    Piece& p = page_.piece_at(from);
    if (!p.used) direct(p, f.voice, f.cue, "en_direct.after_frame");
    return;
  }
  for (TokenIndex i = from; i < to; ++i) {
    if (page_.opens(i)) page_.piece_at(i).used = true, page_.piece_at(i).voice = f.voice;
  }
  finish(QuotationKind::Indirect, {a_.tokens[from].span.start, a_.tokens[to - 1].span.end}, from,
         f.voice, f.cue, rule);
  if (!nested_) speakers_.heard(f.voice, f.cue);
}

void Said::finish(QuotationKind what, ByteSpan span, TokenIndex at, const Voice& voice,
                  std::int64_t cue, std::string_view rule) {
  Quotation q;
  q.kind = what;
  q.span = span;
  q.sentence = a_.sentences[a_.tokens[at].sentence].span;
  q.sentence.start = std::min(q.sentence.start, span.start);
  q.sentence.end = std::max(q.sentence.end, span.end);
  q.where = a_.block_kind(a_.tokens[at]);
  q.speakers = voice.speakers;
  q.speaker_rule = voice.rule;
  const Rule& by = rule_named(rule);
  q.rule = by.id;
  q.confidence = by.confidence * (voice.speakers.empty() ? kNobody : voice.confidence);
  q.doubtful = voice.speakers.empty() || voice.confidence < 0.6;
  if (cue != kNone) {
    const auto verb = static_cast<TokenIndex>(cue);
    q.cue = std::string(a_.surface(a_.tokens[verb]));
    q.cue_class = std::string(clauses_.report_class(verb));
    if (q.cue_class.empty()) q.cue_class = "say";  // according to
  }
  a_.quotations.push_back(std::move(q));
}

}  // namespace onrecord::extract::english
