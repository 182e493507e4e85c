#include "extract/shares.h"

#include <algorithm>

#include "text/ending_set.h"

namespace onrecord::extract {
namespace {

using lang::Josa;

text::EndingSet words_of(std::string_view kind) {
  std::vector<std::string_view> out;
  for (const lang::TableRow& row : lang::table("shares")) {
    if (row.cells.size() > 1 && row.cells[1] == kind) out.push_back(row.cells[0]);
  }
  return text::EndingSet(std::move(out));
}

// 36%, 6명: a number of people or a part of all.
bool is_number(const Analysis& a, TokenIndex i) {
  static const text::EndingSet kUnits = words_of("unit");
  const Token& t = a.tokens[i];
  if (!text::is_digit(t.first)) return false;
  return kUnits.ends(a.stem(t)) || (i + 1 < a.tokens.size() && a.tokens[i + 1].first == '%');
}

bool is_part(const Analysis& a, TokenIndex i) {
  static const text::EndingSet kParts = words_of("part");
  return is_number(a, i) || kParts.has(a.stem(a.tokens[i]));
}

bool is_about(const Analysis& a, TokenIndex i) {
  static const text::EndingSet kAbout = words_of("about");
  return kAbout.has(a.stem(a.tokens[i]));
}

bool is_among(const Analysis& a, TokenIndex i) {
  static const text::EndingSet kAmong = words_of("among");
  return a.tokens[i].is_word() && kAmong.has(a.surface(a.tokens[i]));
}

}  // namespace

std::optional<Phrase> share_at(const Analysis& a, TokenIndex head, TokenIndex not_before) {
  if (head <= not_before || !a.tokens[head].is_word() || a.mention_at[head] != kNone)
    return std::nullopt;
  TokenIndex part = head;
  if (a.tokens[head].reading.stem_bytes == 0 && a.tokens[head - 1].first == '%') {
    if (head < not_before + 2) return std::nullopt;
    part = head - 2;  // 36%|가
  }
  if (!is_part(a, part)) {
    if (!is_about(a, part) || !is_part(a, --part) || part <= not_before) return std::nullopt;
  }
  if (part <= not_before) return std::nullopt;
  TokenIndex all = part - 1;
  if (is_about(a, all) && all > not_before) --all;  // 약 27%
  const bool among = is_among(a, all);
  if (among && all > not_before) --all;
  if (among && !is_number(a, all)) return std::nullopt;  // 원고 중 1명은: one of them
  if (!a.tokens[all].is_word()) return std::nullopt;
  TokenIndex noun = all;
  if (is_number(a, all) && all > not_before) --noun;  // 중개사 10명 중
  const PhraseKind kind =
      a.tokens[noun].is_word() ? kind_of(a, phrase_at(a, noun, not_before)) : PhraseKind::Nobody;
  const bool many = kind == PhraseKind::Unknown && a.tokens[noun].is(Josa::Gen);  // 중개업소의
  const bool counted = is_somebody(kind) || many || noun < all;
  if (!counted && !among) return std::nullopt;
  Phrase p = phrase_at(a, head, not_before);
  p.begin = counted ? phrase_at(a, noun, not_before).begin : all;
  p.span.start = a.tokens[p.begin].span.start;
  return p;
}

bool may_speak_for_share(const Analysis& a, std::int32_t cue) {
  if (cue == kNone) return false;
  const std::string_view kind = a.tokens[cue].reading.cue_class;
  return kind == "predict" || kind == "answer" || kind == "judge";
}

SpeakerChoice speaker_of_share(const Analysis& a, const Phrase& share) {
  SpeakerChoice choice;
  Speaker s;
  s.name = s.surface = std::string(slice(a.text, share.span));
  s.span = share.span;
  choice.speakers = {s};
  choice.phrase = share;
  choice.beside = choice.sure = true;
  choice.rule = "speaker.share";
  choice.confidence = 0.75;
  return choice;
}

}  // namespace onrecord::extract
