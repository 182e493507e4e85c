// Interviews and transcripts: paragraphs that open with “Q:”, “A:” or a speaker and a colon.
//
// Offsets and indexes as in analysis.h. Cost: linear.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "extract/english_said.h"

namespace onrecord::extract::english {

class Turns {
 public:
  Turns(const Analysis& a, const Page& page, const Speakers& speakers);

  // Whether the paragraph that begins at `begin` is somebody's answer: its words and who says them.
  bool is_answer(TokenIndex begin, TokenIndex end, ByteSpan& words, Voice& voice) const;

 private:
  struct Label {
    TokenIndex begin = 0, end = 0;  // without the colon
    bool empty() const { return begin == end; }
  };
  enum class Role : std::uint8_t { None, Question, Answer };

  Label label_at(TokenIndex begin, TokenIndex end) const;
  std::string key(const Label& label) const;
  void count(TokenIndex begin, TokenIndex end);
  void settle();
  bool in_question(ByteSpan span) const;
  std::int32_t interviewed() const;
  bool goes_on(TokenIndex begin, TokenIndex end, Label& answer) const;
  bool is_first_person(TokenIndex begin, TokenIndex end) const;
  Voice voice_of(const Label& label) const;

  struct Tally {
    int turns = 0, questions = 0;
  };

  const Analysis& a_;
  const Page& page_;
  const Speakers& speakers_;
  std::unordered_map<std::string, Tally> tallies_;  // by label
  std::unordered_map<std::string, Role> roles_;
  std::int32_t interviewed_ = kNone;
};

}  // namespace onrecord::extract::english
