#include "extract/english_turns.h"

#include <algorithm>

namespace onrecord::extract::english {
namespace {

constexpr TokenIndex kLongLabel = 6;  // tokens
constexpr TokenIndex kFirstWords = 6;

}  // namespace

Turns::Turns(const Analysis& a, const Page& page, const Speakers& speakers)
    : a_(a), page_(page), speakers_(speakers) {
  for (TokenIndex i = 0; i < a_.tokens.size();) {
    TokenIndex end = i;
    while (end < a_.tokens.size() && a_.tokens[end].block == a_.tokens[i].block) ++end;
    count(i, end);
    i = end;
  }
  settle();
}

Turns::Label Turns::label_at(TokenIndex begin, TokenIndex end) const {
  TokenIndex i = begin;
  while (i < end && i < begin + kLongLabel && page_.free(i) && !page_.is(i, ':')) {
    const bool dot = page_.is(i, '.');
    if (!dot && (!page_.is_word(i) || !page_.word(i).capital)) return {};
    const bool letter = i == begin && (page_.form(i) == "q" || page_.form(i) == "a");
    if (letter && i + 2 < end && page_.is(i + 1, '.')) return {begin, begin + 1};  // Q. …
    ++i;
  }
  const bool colon = i > begin && i + 2 < end && page_.is(i, ':');
  return colon ? Label{begin, i} : Label{};
}

// The last word: Valentina Kruse and Kruse are one label.
std::string Turns::key(const Label& label) const {
  return page_.form(label.end - 1);
}

void Turns::count(TokenIndex begin, TokenIndex end) {
  const Label label = label_at(begin, end);
  if (label.empty() || a_.block_kind(a_.tokens[begin]) == BlockKind::Headline) return;
  Tally& tally = tallies_[key(label)];
  ++tally.turns;
  tally.questions += page_.is(end - 1, '?') ? 1 : 0;
}

// A layout of turns: two labels at least, one of them more than once, and somebody asks. Teams with
// their next games in a table ask nothing.
void Turns::settle() {
  int turns = 0, labels = 0, most = 0, questions = 0;
  for (const auto& [label, tally] : tallies_) {
    turns += tally.turns;
    questions += label == "q" ? tally.turns : tally.questions;
    most = std::max(most, tally.turns);
    ++labels;
  }
  if (labels < 2 || most < 2 || turns < 3 || questions == 0) return;
  for (const auto& [label, tally] : tallies_) {
    const bool asks = label == "q" || (label != "a" && 2 * tally.questions >= tally.turns);
    if (label == "a" || label == "q" || tally.turns >= 2)
      roles_[label] = asks ? Role::Question : Role::Answer;
  }
  interviewed_ = interviewed();
}

// A label that asks opens the paragraph.
bool Turns::in_question(ByteSpan span) const {
  const auto block =
      std::lower_bound(a_.document.blocks.begin(), a_.document.blocks.end(), span.start,
                       [](const Block& b, std::uint32_t byte) { return b.span.end <= byte; });
  if (block == a_.document.blocks.end()) return false;
  const auto at =
      std::lower_bound(a_.tokens.begin(), a_.tokens.end(), block->span.start,
                       [](const Token& t, std::uint32_t byte) { return t.span.start < byte; });
  const auto begin = static_cast<TokenIndex>(at - a_.tokens.begin());
  TokenIndex end = begin;
  while (end < a_.tokens.size() && end < begin + kLongLabel + 3 &&
         a_.tokens[end].block == a_.tokens[begin].block)
    ++end;
  const Label label = begin < end ? label_at(begin, end) : Label{};
  return !label.empty() && key(label) == "q";
}

// Who is interviewed: the person named most, by words that are no question.
std::int32_t Turns::interviewed() const {
  std::unordered_map<std::uint32_t, int> count;
  std::int32_t best = kNone;
  for (const Mention& m : a_.mentions) {
    if (m.kind != EntityKind::Person || in_question(m.span)) continue;
    const int n = ++count[m.chain];
    if (best == kNone || n > count[static_cast<std::uint32_t>(best)])
      best = static_cast<std::int32_t>(m.chain);
  }
  return best;
}

Voice Turns::voice_of(const Label& label) const {
  Voice v{{}, "en_speaker.turn", 0.85, {label.begin, label.end}};
  if (key(label) != "a") {
    v = speakers_.resolve({label.begin, label.end});
    v.rule = "en_speaker.turn";
    return v;
  }
  const std::int32_t chain = interviewed_;
  if (chain == kNone) return {};
  Speaker s;
  s.chain = chain;
  s.name = a_.chains[chain].name;
  v.speakers.push_back(std::move(s));
  v.phrase = {};
  return v;
}

bool Turns::is_first_person(TokenIndex begin, TokenIndex end) const {
  for (TokenIndex i = begin; i < end && i < begin + kFirstWords; ++i) {
    if (!page_.is_word(i) || !page_.free(i)) continue;
    const std::string w = page_.form(i);
    if (w == "i" || w == "my" || w == "we" || w == "our") return true;
  }
  return false;
}

// A second paragraph of an answer that is followed by the next question.
bool Turns::goes_on(TokenIndex begin, TokenIndex end, Label& answer) const {
  if (roles_.find("a") == roles_.end() || begin == 0 || end >= a_.tokens.size()) return false;
  if (!is_first_person(begin, end)) return false;
  const std::uint32_t block = a_.tokens[begin - 1].block;
  TokenIndex before = begin - 1, next = end;
  while (before > 0 && a_.tokens[before - 1].block == block) --before;
  while (next < a_.tokens.size() && a_.tokens[next].block == a_.tokens[end].block) ++next;
  answer = label_at(before, begin);
  return !label_at(end, next).empty() && !answer.empty() && key(answer) == "a";
}

bool Turns::is_answer(TokenIndex begin, TokenIndex end, ByteSpan& words, Voice& voice) const {
  if (roles_.empty()) return false;
  Label label = label_at(begin, end);
  TokenIndex first = label.end + 1;
  if (label.empty()) {
    if (!goes_on(begin, end, label)) return false;
    first = begin;
  } else {
    const auto role = roles_.find(key(label));
    if (role == roles_.end() || role->second != Role::Answer) return false;
  }
  words = {a_.tokens[first].span.start, a_.tokens[end - 1].span.end};
  voice = voice_of(label);
  return true;
}

}  // namespace onrecord::extract::english
