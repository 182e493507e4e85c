#include "extract/english_loose.h"

#include <algorithm>

#include "text/utf8.h"

namespace onrecord::extract::english {
namespace {

constexpr std::size_t kFewWords = 5;    // fewer, without a speaker, are no quotation
constexpr std::size_t kFewAtColon = 3;  // in a headline
constexpr std::size_t kMostHeadlines = 8;
constexpr std::size_t kLongWord = 4;  // bytes of a word that carries meaning

bool carries_text(BlockKind k) {
  return k != BlockKind::Byline && k != BlockKind::Dateline && k != BlockKind::Notice &&
         k != BlockKind::Headline;
}

// The words of some length, in lower case.
std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : lower(text) + " ") {
    const bool letter = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) >= 0x80);
    if (letter) {
      word += c;
    } else {
      if (word.size() >= kLongWord) out.push_back(word);
      word.clear();
    }
  }
  return out;
}

}  // namespace

void Loose::read_block(TokenIndex begin, TokenIndex end) {
  for (TokenIndex i = begin; i < end; ++i) {
    if (!page_.opens(i)) continue;
    Piece& p = page_.piece_at(i);
    if (!p.used) read(p, begin, end);
  }
  last_block_piece_ = end > begin && !page_.free(end - 1) ? page_.index_at(end - 1) : kNone;
}

void Loose::read(Piece& p, TokenIndex begin, TokenIndex end) {
  if (const Voice v = signature(p, end); !v.speakers.empty())
    return said_.direct(p, v, kNone, "en_direct.signed");
  const bool colon = p.open > begin && page_.is(p.open - 1, ':');
  if (is_headline(p, begin)) {
    if (page_.words_in(p) < kFewAtColon) return;
    return said_.direct(p, colon ? introduced(p, begin) : Voice{}, kNone, "en_direct.headline");
  }
  if (page_.is_name(p) || (!colon && !is_whole_sentence(p, begin))) return;
  const Voice voice = colon ? introduced(p, begin) : goes_on(p, begin);
  if (voice.speakers.empty() && page_.words_in(p) < kFewWords) return;
  said_.direct(p, voice, kNone, colon ? "en_direct.colon" : "en_direct.alone");
}

// “…”: what happened / What happened: “…”
bool Loose::is_headline(const Piece& p, TokenIndex begin) const {
  const bool before = p.open == begin && page_.is(p.after, ':');
  const bool behind = p.open > begin && page_.is(p.open - 1, ':') &&
                      a_.block_kind(a_.tokens[p.open]) == BlockKind::Headline;
  return before || behind;
}

// “…” — NAME
Voice Loose::signature(const Piece& p, TokenIndex end) const {
  TokenIndex i = p.after;
  if (i >= end || !page_.is_dash(i)) return {};
  while (i < end && page_.is(i, a_.tokens[p.after].first)) ++i;
  const NounPhrase name = speakers_.subjects().after(i, end);
  if (name.empty() || !page_.word(name.begin).capital) return {};
  Voice v = speakers_.resolve(name);
  v.rule = "en_speaker.signed";
  return v;
}

bool Loose::is_whole_sentence(const Piece& p, TokenIndex begin) const {
  if (!p.lost_close && !page_.ends_like_speech(p) && !page_.is(p.after, '.')) return false;
  const Token& first = a_.tokens[p.open + 1];
  const bool opens =
      first.is_word() && (page_.word(p.open + 1).capital || text::is_digit(first.first));
  if (!opens && first.kind != TokenKind::Mark) return false;
  if (p.open == begin || !page_.free(p.open - 1)) return true;
  const Token& before = a_.tokens[p.open - 1];
  return before.first == '.' || before.first == '?' || before.first == '!';
}

Voice Loose::introduced(const Piece& p, TokenIndex begin) const {
  TokenIndex from = p.open;
  while (from > begin && a_.tokens[from - 1].sentence == a_.tokens[p.open - 1].sentence) --from;
  Voice v = speakers_.resolve(speakers_.subject(from, p.open - 1));
  if (v.speakers.empty() || v.speakers[0].chain == kNone)
    v = p.open == from + 2 ? after_block(from) : v;  // Then: “…”
  if (!v.speakers.empty()) v.rule = "en_speaker.colon";
  return v;
}

bool Loose::same(const Voice& x, const Voice& y) {
  return x.speakers[0].chain != kNone && x.speakers[0].chain == y.speakers[0].chain;
}

// The same speaker goes on; else whom the sentence before is about.
Voice Loose::goes_on(const Piece& p, TokenIndex begin) const {
  if (p.open == begin) return after_block(begin);
  const std::uint32_t sentence = a_.tokens[p.open - 1].sentence;
  const TokenIndex from = std::max(begin, a_.sentences[sentence].begin);
  Voice v = spoke_in(a_.tokens[from].span.start, a_.tokens[p.open].span.start);
  const bool said = !v.speakers.empty();
  if (!said) v = speakers_.about(from, p.open);
  for (std::int32_t q = page_.index_at(p.open) - 1; q >= 0 && page_.piece(q).open >= begin; --q) {
    const std::uint32_t there = a_.tokens[page_.piece(q).open].sentence;
    if (there + 1 < sentence) break;
    const Voice& before = page_.piece(q).voice;
    if (before.speakers.empty()) continue;
    if (there == sentence || (!said && (v.speakers.empty() || same(v, before))))
      return continued(before, 0.85);
    if (!said) return {};  // another one stands between: either may go on
    break;
  }
  return continued(v, 0.6);
}

// Marked words that open a paragraph: who ended the one before with words of their own, or whom its
// last sentence is about.
Voice Loose::after_block(TokenIndex begin) const {
  if (begin == 0) return {};
  if (last_block_piece_ != kNone && page_.index_at(begin - 1) == last_block_piece_) {
    const Piece& last = page_.piece(last_block_piece_);
    return continued(last.voice, last.lost_close ? 0.9 : 0.6);
  }
  const Sentence& sentence = a_.sentences[a_.tokens[begin - 1].sentence];
  if (!carries_text(a_.document.blocks[sentence.block].kind)) return {};
  Voice v = spoke_in(sentence.span.start, sentence.span.end);
  if (v.speakers.empty()) v = speakers_.about(sentence.begin, sentence.end);
  return continued(v, 0.55);
}

// The speaker of the last words that lie between two bytes.
Voice Loose::spoke_in(std::uint32_t from, std::uint32_t to) const {
  Voice v;
  ByteSpan inner;
  for (std::size_t i = a_.quotations.size(); i-- > 0 && a_.quotations[i].span.end > from;) {
    const Quotation& q = a_.quotations[i];
    if (q.span.start < from || q.span.end > to) continue;
    const bool around =
        v.speakers.empty() || (q.span.start <= inner.start && q.span.end >= inner.end);
    if (!around) continue;
    v.speakers = q.speakers;
    inner = q.span;
  }
  return v;
}

Voice Loose::continued(Voice v, double confidence) {
  v.rule = v.speakers.empty() ? "" : "en_speaker.goes_on";
  v.confidence = confidence;
  for (Speaker& s : v.speakers) s.surface.clear(), s.span = {};
  return v;
}

// --- headlines
// --------------------------------------------------------------------------------------

void Loose::match_headlines() {
  std::size_t first = 0;
  const std::size_t many = a_.quotations.size();
  const auto in_head = [&](const Quotation& q) {
    return q.where == BlockKind::Headline || q.where == BlockKind::Subhead ||
           q.rule == "en_direct.headline";
  };
  while (first < many && first < kMostHeadlines && in_head(a_.quotations[first])) ++first;
  for (std::size_t i = 0; i < first; ++i) {
    Quotation& q = a_.quotations[i];
    const Quotation* same = said_in_body(q, first);
    if (same == nullptr) continue;
    q.speakers = same->speakers;
    for (Speaker& s : q.speakers) s.surface.clear(), s.span = {};
    q.speaker_rule = "en_speaker.headline";
    q.doubtful = false;
    q.confidence = std::max(q.confidence, 0.8);
  }
}

// The quotation of the body that holds the long words of the headline in their order.
const Quotation* Loose::said_in_body(const Quotation& headline, std::size_t first_of_body) const {
  const std::vector<std::string> wanted = long_words(slice(a_.text, headline.span));
  std::string words = lower(slice(a_.text, headline.span));
  while (!words.empty() && (words.back() == '.' || words.back() == ',')) words.pop_back();
  for (std::size_t i = first_of_body; i < a_.quotations.size(); ++i) {
    const Quotation& q = a_.quotations[i];
    if (q.speakers.empty()) continue;
    if (wanted.size() < 2) {
      if (lower(slice(a_.text, q.span)).find(words) != std::string::npos) return &q;
      continue;
    }
    std::size_t at = 0;
    for (const std::string& word : long_words(slice(a_.text, q.span)))
      at += at < wanted.size() && word == wanted[at] ? 1 : 0;
    if (at == wanted.size()) return &q;
  }
  return nullptr;
}

}  // namespace onrecord::extract::english
