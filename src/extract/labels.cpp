#include "extract/labels.h"

#include <algorithm>
#include <optional>

#include "extract/interview_heads.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;

constexpr std::size_t kLongestLabel = 90;     // bytes
constexpr std::size_t kLongestLine = 20'000;  // bytes of speech behind one label
constexpr int kFewestLabels = 2;
constexpr TokenIndex kFewestWords = 4;  // of speech without marks behind a single label

const Heads kBullet("bullet");
const Heads kOpen("open");
const Heads kClose("close");
const Heads kColon("colon");
const Heads kClip("clip");
const text::EndingSet kOwnVoice(Heads("own_voice").all());
const text::EndingSet kKin(Heads("kin").all());

class LabelReader {
 public:
  LabelReader(const QuotationState& state, std::size_t b, TokenIndex first)
      : state_(state), a_(state.a), block_(b), first_(first), end_(first) {
    while (end_ < a_.tokens.size() && a_.tokens[end_].block == b) ++end_;
  }

  std::optional<Label> read() {
    Label label;
    label.block = label.spoken = block_;
    TokenIndex i = past_bullets(first_);
    if (const TokenIndex behind = past_clip(i); behind > i) {
      i = past_bullets(behind);
      label.speech.clip = label.firm = true;
    }
    const TokenIndex close = end_of_label(i);
    if (close == i || !may_be_label(i, close)) return std::nullopt;
    label.speech.speaker = who(i, close);
    if (label.speech.speaker.speakers.empty()) return std::nullopt;
    TokenIndex words = close;
    while (words < end_ && words < close + 2 && is_close(words)) ++words;
    const bool placed = words < end_ ? place(label, words, close) : place_below(label);
    return placed ? std::optional<Label>(label) : std::nullopt;
  }

 private:
  // Brackets, colons and bullets.
  TokenIndex past_bullets(TokenIndex i) const {
    for (int steps = 0; steps < 4 && i < end_ && !a_.tokens[i].is_word(); ++steps, ++i) {
      const Token& t = a_.tokens[i];
      if (t.kind == TokenKind::Mark) break;
      if (!kBullet.has(t.first) && !kOpen.has(t.first) && !kClose.has(t.first)) break;
    }
    return i;
  }

  // [인터뷰] 김하늘/주민, 녹취> 김하늘, 인터뷰(☎) : 김하늘: what stands behind says who speaks.
  TokenIndex past_clip(TokenIndex i) const {
    if (i + 1 >= end_ || !a_.tokens[i].is_word()) return i;
    if (kClip.bytes(a_.surface(a_.tokens[i])) != a_.tokens[i].span.size()) return i;
    TokenIndex next = i + 1;
    if (a_.tokens[next].first == '(') {
      const TokenIndex far = std::min(end_, next + 4);
      while (next < far && a_.tokens[next].first != ')') ++next;
      ++next;
    }
    return next < end_ && is_close(next) ? next + 1 : i;
  }

  bool is_close(TokenIndex i) const {
    return !a_.tokens[i].is_word() && a_.tokens[i].kind != TokenKind::Mark &&
           kClose.has(a_.tokens[i].first);
  }

  // Its colon or bracket, the first mark, or the end of the line.
  TokenIndex end_of_label(TokenIndex i) const {
    while (i < end_ && a_.tokens[i].kind != TokenKind::Mark && !is_close(i)) ++i;
    return i;
  }

  bool may_be_label(TokenIndex begin, TokenIndex close) const {
    if (a_.tokens[close - 1].span.end > a_.tokens[first_].span.start + kLongestLabel) return false;
    const bool closed = close < end_ && a_.tokens[close].kind != TokenKind::Mark;
    bool parted = false;
    for (TokenIndex i = begin; i < close; ++i) {
      const Token& t = a_.tokens[i];
      parted |= t.first == '/';
      // 앵커, 기자, 진행자: who tells the news is not quoted.
      if (t.is_word() && kOwnVoice.ends(a_.surface(t))) return false;
      if (t.is_word() && t.reading.verb_like && a_.mention_at[i] == kNone) return false;
    }
    return closed || begin > past_bullets(first_) || (parted && close == end_);
  }

  // Speech in the same line.
  bool place(Label& label, TokenIndex words, TokenIndex close) const {
    const BlockKind kind = a_.document.blocks[block_].kind;
    const bool enclosed = is_enclosed(close);
    if (!put(label, words)) return false;
    label.firm |= enclosed || label.speech.marked ||
                  (block_ > 0 && kColon.has(a_.tokens[close].first) && is_sentence(words));
    return is_prose(kind) || (block_ > 0 && label.firm && label.speech.marked);
  }

  // Speech in the next line.
  bool place_below(Label& label) const {
    const auto& blocks = a_.document.blocks;
    label.spoken = block_ + 1;
    if (label.spoken >= blocks.size() || !is_prose(blocks[label.spoken].kind)) return false;
    TokenIndex words = end_;
    while (words < a_.tokens.size() && a_.tokens[words].block == label.spoken &&
           (a_.tokens[words].first == '-' || kBullet.has(a_.tokens[words].first)))
      ++words;
    if (words >= a_.tokens.size() || a_.tokens[words].block != label.spoken) return false;
    if (!put(label, words)) return false;
    const bool below_title = block_ > 0 || kOpen.has(a_.tokens[first_].first);
    label.firm |= label.speech.marked && below_title;
    return is_prose(blocks[block_].kind) || (below_title && label.firm);
  }

  // [김하늘/주민 : …]: label and speech in one bracket.
  bool is_enclosed(TokenIndex close) const {
    const Token& last = a_.tokens[end_ - 1];
    return a_.tokens[first_].first == '[' && last.first == ']' && close + 1 < end_ &&
           a_.tokens[close].first != ']';
  }

  // Several words that end in a stop.
  bool is_sentence(TokenIndex words) const {
    const char32_t last = a_.tokens[end_ - 1].first;
    return words + kFewestWords < end_ && (last == '.' || last == '?' || last == '!') &&
           a_.tokens[end_ - 2].is_word() && a_.tokens[end_ - 2].reading.verb_like;
  }

  bool put(Label& label, TokenIndex words) const {
    const Token& first = a_.tokens[words];
    label.speech.begin = first.span.start;
    if (first.kind != TokenKind::Mark) return true;
    label.speech.marked = is_marked(words);
    if (!label.speech.marked) label.speech.begin = 0;  // read as marked words
    return true;
  }

  // Whether the rest of the line is “…”, or several, and brackets: “…” (웃음) “…”].
  bool is_marked(TokenIndex i) const {
    const std::uint32_t block = a_.tokens[i].block;
    bool bracket = false;
    for (; i < a_.tokens.size() && a_.tokens[i].block == block; ++i) {
      const Token& t = a_.tokens[i];
      if (state_.opening[i] != kNone) {
        const Passage& p = a_.passages[state_.opening[i]];
        if (p.family != MarkFamily::Double || p.lost_close || p.lost_open) return false;
        i = p.close;
        continue;
      }
      bracket = t.first == '(' || (bracket && a_.tokens[i - 1].first != ')');
      if (t.kind == TokenKind::Mark || (t.is_word() && !bracket)) return false;
    }
    return true;
  }

  SpeakerChoice who(TokenIndex begin, TokenIndex end) const {
    for (TokenIndex i = begin; i < end; ++i) {
      if (a_.mention_at[i] == kNone) continue;
      if (a_.mentions[a_.mention_at[i]].kind != EntityKind::Person) continue;
      TokenIndex last = i;
      while (last + 1 < end && a_.mention_at[last + 1] == a_.mention_at[i]) ++last;
      if (const TokenIndex kin = kin_behind(last, end); kin > last)
        return resolve(a_, phrase_at(a_, kin, i), "speaker.label", 0.8);
      return resolve(a_, phrase_at(a_, last, begin), "speaker.label", 0.85);
    }
    return role(begin, end);
  }

  // 박서준 씨 어머니: not he himself.
  TokenIndex kin_behind(TokenIndex name, TokenIndex end) const {
    static const lang::ClassMask kRole = class_mask("person_noun");
    const TokenIndex next = name + 1;
    if (next >= end || !a_.tokens[next].is_word()) return name;
    const std::string_view noun = a_.stem(a_.tokens[next]);
    if (kKin.has(noun)) return next;
    const lang::Word* word = lang::find_word(noun);
    const bool kin =
        word != nullptr &&
        std::any_of(word->facts.begin(), word->facts.end(), [](const lang::Fact& fact) {
          return (kRole >> fact.cls & 1) != 0 && fact.value == "kin";
        });
    return kin ? next : name;
  }

  // 관광객, 인근 상인(음성변조), 유족/음성변조; 나릿/유튜버: a name that no list knows.
  SpeakerChoice role(TokenIndex begin, TokenIndex end) const {
    for (TokenIndex from = begin; from < end;) {
      const TokenIndex to = end_of_part(from, end);
      const TokenIndex noun = without_bracket(from, to);
      if (noun > from && noun - from <= 4 && is_role(noun - 1, from, from > begin)) {
        SpeakerChoice choice = resolve(a_, phrase_at(a_, noun - 1, from), "speaker.label", 0.7);
        if (from > begin && !choice.speakers.empty()) rename(choice.speakers[0], begin);
        return choice;
      }
      from = to + 1;
    }
    return {};
  }

  // Behind a slash any word that ends like a role is one: 현장대응단장.
  bool is_role(TokenIndex noun, TokenIndex from, bool parted) const {
    static const lang::ClassMask kRole = class_mask("title") | class_mask("person_noun");
    return a_.tokens[noun].reading.has(kRole) ||
           (parted && kind_of(a_, phrase_at(a_, noun, from)) == PhraseKind::Role);
  }

  TokenIndex end_of_part(TokenIndex from, TokenIndex end) const {
    while (from < end && a_.tokens[from].first != '/') ++from;
    return from;
  }

  TokenIndex without_bracket(TokenIndex from, TokenIndex to) const {
    if (to == from || a_.tokens[to - 1].first != ')') return to;
    while (to > from && a_.tokens[to - 1].first != '(') --to;
    return to > from ? to - 1 : from;
  }

  // The part before the role, where it is no known word.
  void rename(Speaker& speaker, TokenIndex begin) const {
    const Token& name = a_.tokens[begin];
    const bool alone = a_.tokens[begin + 1].first == '/';
    if (!alone || name.reading.classes != 0 || a_.mention_at[begin] != kNone) return;
    speaker.name = speaker.surface = std::string(a_.surface(name));
    speaker.span = name.span;
  }

  const QuotationState& state_;
  const Analysis& a_;
  std::size_t block_;
  TokenIndex first_;
  TokenIndex end_;  // of the block
};

}  // namespace

std::vector<Label> find_labels(const QuotationState& state) {
  const Analysis& a = state.a;
  std::vector<Label> labels;
  TokenIndex token = 0;
  for (std::size_t b = 0; b < a.document.blocks.size(); ++b) {
    while (token < a.tokens.size() && a.tokens[token].block < b) ++token;
    if (token >= a.tokens.size() || a.tokens[token].block != b) continue;
    if (a.document.blocks[b].span.size() > kLongestLine) continue;
    if (auto label = LabelReader(state, b, token).read()) labels.push_back(std::move(*label));
  }
  if (labels.size() < kFewestLabels)
    std::erase_if(labels, [](const Label& label) { return !label.firm; });
  return labels;
}

}  // namespace onrecord::extract
