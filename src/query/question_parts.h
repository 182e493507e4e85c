// The words of a question sorted into parts by what marks them, and what they ask: the step between
// words (query/question_words.h) and reading (query/question.h).
//
// Korean particles and English prepositions and word order open slots. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/question_words.h"

namespace onrecord::query {

enum class Slot : std::uint8_t {
  Bare,      // nothing marks it
  Subject,   // 이/가; before an English verb
  Theme,     // 은/는
  Genitive,  // 의
  Object,    // 을/를; behind an English verb of meeting
  At,        // 에
  Place,     // 에서, in, at
  With,      // 와/과
  To,        // 에게, 로
  About,     // 에 대해, about
  Copula     // 이란, 인가
};

struct Part {
  std::vector<std::string> words;
  std::string raw_last;  // the last word with its particle; may be empty
  Slot slot = Slot::Bare;
};

// What the words of a question ask, before it is weighed against each other.
struct Asks {
  bool what = false, who = false, whom = false, when = false, where = false, which = false;
  bool count = false, say = false, remark = false, article = false, outlet = false, about = false;
  bool happen = false, attend = false, most = false, first = false, latest = false, each = false;
  bool does = false;                     // 했나: says something only beside what, about …
  bool clause = false;                   // "… 다고 (말했다)", "said that …"
  std::string event;                     // type of event that the verb names: meeting, visit
  std::vector<std::string> cue_classes;  // of verbs more telling than "say": criticise, deny

  void note(std::string_view role);
  void note_cue(std::string_view cue_class);
  bool asks_who() const { return who || whom; }
  bool speech() const { return say || remark || (does && (what || about || clause)); }
};

struct Parts {
  Asks asks;
  std::vector<Part> parts;  // in order; none is empty
};

Parts read_korean_parts(const std::vector<QuestionWord>& words);
Parts read_english_parts(const std::vector<QuestionWord>& words);

}  // namespace onrecord::query
