// Interviews and transcripts: lines that ask (Q. …, ― …) and answers without marks. Lines with the
// label of a speaker are read by labels.cpp.
#include <algorithm>

#include "extract/interview_heads.h"
#include "extract/labels.h"
#include "extract/quotation_state.h"

namespace onrecord::extract {
namespace {

std::string_view block_text(const Analysis& a, std::size_t b) {
  return slice(a.text, a.document.blocks[b].span);
}

const Heads kQuestion("question");
const Heads kPlainQuestion("plain_question");
const Heads kAnswer("answer");
const Heads kMark("mark");

bool opens_with_mark(std::string_view line) {
  std::size_t at = 0;
  return !line.empty() && kMark.has(text::decode(line, at));
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
      if (state_.speeches[b].clip) continue;  // ▶ 인터뷰 : 김하늘, and - “…” below it
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
    const std::string_view words = without_blanks(block_text(a_, b).substr(head));
    if (words.empty() || opens_with_mark(words) || !is_prose(a_.document.blocks[b].kind)) return;
    Speech speech;
    speech.begin = static_cast<std::uint32_t>(words.data() - a_.text.data());
    speech.speaker = speaker;
    state_.speeches[b] = std::move(speech);
  }

  QuotationState& state_;
  const Analysis& a_;
  std::vector<std::size_t> questions_;
  std::size_t asking_ = 0;  // those that end in a question mark, or begin with Q
  std::size_t answers_ = 0;
};

}  // namespace

void find_interview(QuotationState& state) {
  state.speeches.assign(state.a.document.blocks.size(), {});
  const std::vector<Label> labels = find_labels(state);
  for (const Label& label : labels)
    state.speeches[label.block].clip = state.speeches[label.spoken].clip = label.speech.clip;
  InterviewFinder(state).run();
  for (const Label& label : labels) state.speeches[label.spoken] = label.speech;
}

namespace {

// [김하늘/주민 : “…”], and “…” below such a label.
void read_marked(QuotationState& state, const Speech& speech) {
  const Analysis& a = state.a;
  const Sentence& s = state.here();
  const auto& rules = rules_of("labelled");
  RuleMatch match;
  match.rule = &rules.front();
  for (TokenIndex i = s.begin; i < s.end; ++i) {
    if (a.tokens[i].span.start < speech.begin || state.opening[i] == kNone) continue;
    const Passage& p = a.passages[state.opening[i]];
    Quotation q = state.start(QuotationKind::Direct, p.inner, match);
    state.finish(q, speech.speaker);
    i = p.close;
  }
}

}  // namespace

// A block that is speech as a whole is one quotation; false where it is not.
bool read_answer(QuotationState& state) {
  const Analysis& a = state.a;
  const std::uint32_t block = state.here().block;
  const Speech& speech = state.speeches[block];
  const auto& rules = rules_of("answer");
  if (speech.begin == 0 || rules.empty()) return false;
  if (speech.marked) return read_marked(state, speech), true;
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
