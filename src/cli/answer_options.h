// Options that every list takes (docs/contract: --limit, --offset, --sort, --since …), and its end:
// print, exit status.
#pragma once

#include <string>

#include "cli/command.h"
#include "query/answer.h"

namespace onrecord::cli {

struct AnswerOptions {
  query::ListOptions list;
  std::string sort;
  bool json = false;
  bool explain = false;  // of a question: how it was read
};

// `options` must outlive the command line's reading.
void add_answer_options(CLI::App& command, AnswerOptions& options);

// The options as read; a faulty day or sort is Failure(Usage).
query::ListOptions list_options(const AnswerOptions& options);

// Prints the set as JSON or for people; kAnswered or kNothingFound.
int print_answers(const query::AnswerSet& set, const AnswerOptions& options);

}  // namespace onrecord::cli
