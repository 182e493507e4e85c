// Interviews and transcripts: lines that ask (Q. …, ― …), answers without marks, and lines with a
// label (김하늘 위원장: …, [박서준/주민], ◎ 진행자>).
#include <algorithm>
#include <bitset>
#include <optional>

#include "extract/quotation_state.h"
#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;

constexpr std::size_t kLongestLabel = 90;  // bytes
constexpr int kFewestLabels = 2;

std::string_view block_text(const Analysis& a, std::size_t b) {
  return slice(a.text, a.document.blocks[b].span);
}

// The heads of one kind, in the order of their table.
class Heads {
 public:
  explicit Heads(std::string_view kind) {
    for (const lang::TableRow& row : lang::table("interview_heads")) {
      if (row.cells[1] != kind) continue;
      heads_.push_back(row.cells[0]);
      first_.set(static_cast<unsigned char>(row.cells[0][0]));
      std::size_t at = 0;
      const char32_t c = text::decode(row.cells[0], at);
      if (at == row.cells[0].size()) alone_.push_back(c);
    }
  }

  // The bytes of the head at the start of the line; 0 without one.
  std::size_t bytes(std::string_view line) const {
    if (line.empty() || !first_.test(static_cast<unsigned char>(line[0]))) return 0;
    for (const std::string_view head : heads_) {
      if (text::begins_in(line, head)) return head.size();
    }
    return 0;
  }

  // Whether the character alone is one of them.
  bool has(char32_t c) const { return std::find(alone_.begin(), alone_.end(), c) != alone_.end(); }

  std::vector<std::string_view> all() const { return heads_; }

 private:
  std::vector<std::string_view> heads_;
  std::vector<char32_t> alone_;  // those of one character
  std::bitset<256> first_;       // bytes that heads begin with
};

const Heads kQuestion("question");
const Heads kPlainQuestion("plain_question");
const Heads kAnswer("answer");
const Heads kMark("mark");
const Heads kBullet("bullet");
const Heads kOpen("open");
const Heads kClose("close");
const Heads kClip("clip");
const text::EndingSet kOwnVoice(Heads("own_voice").all());

bool opens_with_mark(std::string_view line) {
  std::size_t at = 0;
  return !line.empty() && kMark.has(text::decode(line, at));
}

bool is_prose(BlockKind kind) {
  return kind == BlockKind::Body || kind == BlockKind::List || kind == BlockKind::Subhead;
}

std::string_view trimmed(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  return s;
}

// --- questions and answers ---

// The person named most often.
SpeakerChoice most_named(const Analysis& a) {
  std::vector<int> counts(a.chains.size());
  for (const Mention& m : a.mentions) counts[m.chain] += m.kind == EntityKind::Person;
  const auto best = std::max_element(counts.begin(), counts.end());
  SpeakerChoice choice;
  if (best == counts.end() || *best < 2) return choice;
  const auto chain = static_cast<std::int32_t>(best - counts.begin());
  Speaker s;
  s.name = a.chains[chain].name;
  s.chain = chain;
  choice.speakers = {s};
  choice.rule = "speaker.interview";
  choice.confidence = 0.75;
  return choice;
}

class InterviewFinder {
 public:
  explicit InterviewFinder(QuotationState& state) : state_(state), a_(state.a) {}

  void run() {
    const std::size_t count = a_.document.blocks.size();
    state_.first_question = static_cast<std::uint32_t>(count);
    for (std::size_t b = 0; b < count; ++b) {
      const std::string_view line = block_text(a_, b);
      if (kQuestion.bytes(line) > 0) {
        questions_.push_back(b);
        asking_ += line.ends_with('?') || line.ends_with("?”") || kPlainQuestion.bytes(line);
      }
      if (kAnswer.bytes(line) > 0) ++answers_;
    }
    if (questions_.size() < 2) return;
    state_.first_question = static_cast<std::uint32_t>(questions_.front());
    state_.interviewee = most_named(a_);
    if (asking_ * 2 < questions_.size() && answers_ * 2 < questions_.size()) return;  // a list
    const SpeakerChoice& speaker = state_.interviewee;
    if (answers_ >= 2) {
      headed_answers(speaker);
    } else if (are_plain()) {
      plain_answers(speaker);
    }
  }

 private:
  void headed_answers(const SpeakerChoice& speaker) {
    for (std::size_t b = questions_.front(); b < a_.document.blocks.size(); ++b) {
      const std::size_t head = kAnswer.bytes(block_text(a_, b));
      if (head > 0) add(b, head, speaker);
    }
  }

  // Whether the lines behind questions stand without marks.
  bool are_plain() const {
    std::size_t plain = 0;
    for (std::size_t b : questions_) {
      if (b + 1 >= a_.document.blocks.size()) continue;
      const std::string_view next = block_text(a_, b + 1);
      plain += !opens_with_mark(next) && kQuestion.bytes(next) == 0;
    }
    return plain >= 2 && plain * 4 >= questions_.size() * 3;
  }

  void plain_answers(const SpeakerChoice& speaker) {
    for (std::size_t q = 0; q < questions_.size(); ++q) {
      const bool last = q + 1 == questions_.size();
      const std::size_t end = last ? questions_[q] + 2 : questions_[q + 1];
      for (std::size_t b = questions_[q] + 1; b < std::min(end, a_.document.blocks.size()); ++b)
        add(b, 0, speaker);
    }
  }

  void add(std::size_t b, std::size_t head, const SpeakerChoice& speaker) {
    const std::string_view words = trimmed(block_text(a_, b).substr(head));
    if (words.empty() || opens_with_mark(words) || !is_prose(a_.document.blocks[b].kind)) return;
    state_.speeches[b] = {static_cast<std::uint32_t>(words.data() - a_.text.data()), speaker};
  }

  QuotationState& state_;
  const Analysis& a_;
  std::vector<std::size_t> questions_;
  std::size_t asking_ = 0;  // those that end in a question mark, or begin with Q
  std::size_t answers_ = 0;
};

// --- labels ---

struct Label {
  std::size_t block = 0;
  std::uint32_t speech = 0;  // first byte of the speech
  bool enclosed = false;     // [김하늘/주민 : …]: label and speech in one bracket
  SpeakerChoice speaker;
};

class LabelFinder {
 public:
  explicit LabelFinder(QuotationState& state) : state_(state), a_(state.a) {}

  void run() {
    std::vector<Label> labels;
    TokenIndex token = 0;
    for (std::size_t b = 0; b < a_.document.blocks.size(); ++b) {
      while (token < a_.tokens.size() && a_.tokens[token].block < b) ++token;
      if (token >= a_.tokens.size() || a_.tokens[token].block != b) continue;
      if (!is_prose(a_.document.blocks[b].kind)) continue;
      if (auto label = read(b, token)) labels.push_back(std::move(*label));
    }
    const bool enough = labels.size() >= kFewestLabels;
    for (const Label& label : labels) {
      if (enough || label.enclosed) take(label);
    }
  }

 private:
  // The label that the line begins with: an optional bullet or bracket, few words with the name of
  // a person, and a colon or closing bracket.
  std::optional<Label> read(std::size_t b, TokenIndex first) const {
    const ByteSpan line = a_.document.blocks[b].span;
    TokenIndex i = first;
    while (i < a_.tokens.size() && !a_.tokens[i].is_word() && i < first + 3 &&
           (kBullet.has(a_.tokens[i].first) || kOpen.has(a_.tokens[i].first)))
      ++i;
    const TokenIndex begin = i;
    for (; i < a_.tokens.size() && a_.tokens[i].block == b; ++i) {
      const Token& t = a_.tokens[i];
      if (t.span.end > line.start + kLongestLabel || t.kind == TokenKind::Mark) return std::nullopt;
      if (!t.is_word() && kClose.has(t.first)) break;
      if (t.is_word() && (t.reading.verb_like && a_.mention_at[i] == kNone)) return std::nullopt;
      if (t.is_word() && is_own_voice(t)) return std::nullopt;
    }
    if (i >= a_.tokens.size() || a_.tokens[i].block != b || i == begin) return std::nullopt;
    if (is_clip(a_.tokens[i - 1])) return clip(b, i + 1);
    Label label;
    label.block = b;
    label.speaker = who(begin, i);
    if (label.speaker.speakers.empty()) return std::nullopt;
    const std::string_view rest = trimmed(slice(a_.text, {a_.tokens[i].span.end, line.end}));
    label.speech = static_cast<std::uint32_t>(rest.data() - a_.text.data());
    label.enclosed = slice(a_.text, line).starts_with('[') && rest.ends_with(']');
    return label;
  }

  // [인터뷰] 김하늘/주민: the rest of the line says who speaks in the next.
  bool is_clip(const Token& t) const {
    return t.is_word() && kClip.bytes(a_.surface(t)) == t.span.size();
  }

  std::optional<Label> clip(std::size_t b, TokenIndex begin) const {
    TokenIndex end = begin;
    while (end < a_.tokens.size() && a_.tokens[end].block == b &&
           a_.tokens[end].kind != TokenKind::Mark)
      ++end;
    Label label;
    label.block = b;
    label.speaker = who(begin, end);
    if (label.speaker.speakers.empty()) return std::nullopt;
    label.speech = end < a_.tokens.size() && a_.tokens[end].block == b
                       ? a_.tokens[end].span.start
                       : a_.document.blocks[b].span.end;
    return label;
  }

  // 앵커, 기자, 진행자: who tells the news is not quoted.
  bool is_own_voice(const Token& t) const { return kOwnVoice.ends(a_.surface(t)); }

  SpeakerChoice who(TokenIndex begin, TokenIndex end) const {
    for (TokenIndex i = begin; i < end; ++i) {
      if (a_.mention_at[i] == kNone) continue;
      if (a_.mentions[a_.mention_at[i]].kind != EntityKind::Person) continue;
      TokenIndex last = i;
      while (last + 1 < end && a_.mention_at[last + 1] == a_.mention_at[i]) ++last;
      return resolve(a_, phrase_at(a_, last, begin), "speaker.label", 0.85);
    }
    static const lang::ClassMask kRole = class_mask("title") | class_mask("person_noun");
    if (end - begin > 4 || !a_.tokens[end - 1].reading.has(kRole)) return {};
    return resolve(a_, phrase_at(a_, end - 1, begin), "speaker.label", 0.7);
  }

  void take(const Label& label) {
    std::size_t b = label.block;
    const ByteSpan line = a_.document.blocks[b].span;
    std::uint32_t speech = label.speech;
    if (speech >= line.end) {
      if (++b >= a_.document.blocks.size() || !is_prose(a_.document.blocks[b].kind)) return;
      speech = a_.document.blocks[b].span.start;
    }
    const ByteSpan words{speech, a_.document.blocks[b].span.end};
    if (words.empty()) return;
    const bool marked = opens_with_mark(slice(a_.text, words));  // read as marked words
    state_.speeches[b] = {marked ? 0 : speech, label.speaker};
  }

  QuotationState& state_;
  const Analysis& a_;
};

}  // namespace

void find_interview(QuotationState& state) {
  state.speeches.assign(state.a.document.blocks.size(), {});
  InterviewFinder(state).run();
  LabelFinder(state).run();
}

// A block that is speech as a whole is one quotation; false where it is not.
bool read_answer(QuotationState& state) {
  const Analysis& a = state.a;
  const std::uint32_t block = state.here().block;
  const Speech& speech = state.speeches[block];
  const auto& rules = rules_of("answer");
  if (speech.begin == 0 || rules.empty()) return false;
  const bool first = state.sentence == 0 || a.sentences[state.sentence - 1].block != block;
  ByteSpan span{speech.begin, a.document.blocks[block].span.end};
  const bool bracketed = a.text[a.document.blocks[block].span.start] == '[';
  if (bracketed && a.text[span.end - 1] == ']') --span.end;  // [김하늘 / 주민 : …]
  if (!first || span.empty()) return true;
  RuleMatch match;
  match.rule = &rules.front();
  Quotation q = state.start(QuotationKind::Direct, span, match);
  q.sentence = a.document.blocks[block].span;
  state.finish(q, speech.speaker);
  return true;
}

}  // namespace onrecord::extract
