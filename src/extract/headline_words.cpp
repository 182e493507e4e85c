// Quotations in headlines: who speaks in 샘 알트만 “…”, and which quotation of the body a headline
// shortens.
#include <string>

#include "extract/quotation_state.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

std::u32string without_blanks(std::string_view words) {
  std::u32string out;
  for (std::size_t at = 0; at < words.size();) {
    if (const char32_t c = text::decode(words, at); c != ' ') out += c;
  }
  return out;
}

// The share of the pairs of characters of `shorter` that stand in `longer` too, blanks left out.
double shared_pairs(std::string_view shorter, std::string_view longer) {
  const std::u32string left = without_blanks(shorter);
  const std::u32string right = without_blanks(longer);
  if (left.size() < 4) return 0;
  int hits = 0;
  for (std::size_t i = 0; i + 2 <= left.size(); ++i)
    hits += right.find(left.substr(i, 2)) != std::u32string::npos;
  return hits / static_cast<double>(left.size() - 1);
}

const Quotation* body_form(const Analysis& a, const Quotation& headline) {
  const Quotation* best = nullptr;
  double best_share = 0.5;
  for (const Quotation& other : a.quotations) {
    if (other.where != BlockKind::Body || other.speakers.empty()) continue;
    const double share = shared_pairs(slice(a.text, headline.span), slice(a.text, other.span));
    if (share > best_share) best = &other, best_share = share;
  }
  return best;
}

}  // namespace

// A quotation in a headline is most often a shorter form of one in the body: its speaker is that
// one's.
void link_headlines(Analysis& a) {
  int left = 20;  // a real article has few; keeps the cost linear
  for (Quotation& q : a.quotations) {
    if (left == 0) return;
    if (q.where != BlockKind::Headline && q.where != BlockKind::Subhead) continue;
    --left;
    const Quotation* best = body_form(a, q);
    if (best == nullptr) continue;
    if (!q.speakers.empty() && q.speakers[0].name == best->speakers[0].name) continue;
    q.speakers = best->speakers;
    for (Speaker& s : q.speakers) s.surface.clear(), s.span = {};
    q.speaker_rule = "speaker.headline_body";
    q.doubtful = best->doubtful;
  }
}

namespace {

// Behind [단독], [자막뉴스]: what a headline opens with in brackets is a heading.
TokenIndex behind_heading(const Analysis& a, const Sentence& s, TokenIndex limit) {
  TokenIndex i = s.begin;
  while (i < limit && a.tokens[i].first == '[') {
    TokenIndex close = i;
    while (close < limit && a.tokens[close].first != ']') ++close;
    if (close == limit) break;
    i = close + 1;
  }
  return i;
}

// “…”…이창용 총재; “…” [박서준 대표]: a person behind dots or an opening bracket, with nothing but
// titles and bodies to the end of the headline. kNone if there is none.
std::int32_t person_behind(const Analysis& a, const Sentence& s, TokenIndex close) {
  TokenIndex i = close + 1;
  while (i < s.end && a.tokens[i].kind == TokenKind::Punct && a.tokens[i].first != ',') ++i;
  if (i == close + 1) return kNone;
  std::int32_t person = kNone;
  for (; i < s.end; ++i) {
    const Token& t = a.tokens[i];
    if (!t.is_word()) continue;
    if (t.reading.josa != lang::Josa::None || (t.reading.verb_like && a.mention_at[i] == kNone))
      return kNone;
    const std::int32_t m = a.mention_at[i];
    if (person == kNone && m != kNone && a.mentions[m].kind == EntityKind::Person)
      person = static_cast<std::int32_t>(i);
  }
  return person;
}

}  // namespace

// 샘 알트만 “…”: the last name before the marks, else a person behind them.
SpeakerChoice headline_speaker(const QuotationState& state, const Passage& p) {
  const Analysis& a = state.a;
  const Sentence& s = state.here();
  std::int32_t found = kNone;
  for (TokenIndex i = behind_heading(a, s, p.open); i < p.open; ++i) {
    if (a.mention_at[i] != kNone && a.tokens[i].passage == kNone &&
        a.mentions[a.mention_at[i]].kind != EntityKind::Place) {
      found = static_cast<std::int32_t>(i);
    }
  }
  if (found == kNone || p.open - static_cast<TokenIndex>(found) > 3) {
    const std::int32_t behind = p.lost_close ? kNone : person_behind(a, s, p.close);
    if (behind == kNone) return {};
    return resolve(a, phrase_at(a, static_cast<TokenIndex>(behind), p.close + 1),
                   "speaker.headline", 0.75);
  }
  for (TokenIndex i = static_cast<TokenIndex>(found) + 1; i < p.open; ++i) {
    if (a.tokens[i].reading.verb_like) return {};  // 경찰 묻자 “…”
  }
  return resolve(a, phrase_at(a, static_cast<TokenIndex>(found), s.begin), "speaker.headline", 0.8);
}

}  // namespace onrecord::extract
