// Limits of time in a question: "since June 2023", "last month", 지난달, 2023년 6월부터.
//
// Pure: relative words count from `today`. Days are inclusive on both sides.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "query/question_words.h"

namespace onrecord::query {

struct Period {
  std::optional<Date> since, until;
  bool empty() const { return !since && !until; }
};

// Takes the words that speak of time out of `words`; several limits narrow each other.
Period cut_period(std::vector<QuestionWord>& words, Date today);

}  // namespace onrecord::query
