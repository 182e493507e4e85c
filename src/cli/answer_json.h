// Answers as the JSON of docs/output-schema.md.
#pragma once

#include <string>

#include "query/answer.h"

namespace onrecord::cli {

// One JSON document, UTF-8, without a line end.
std::string to_json(const query::AnswerSet& set);

}  // namespace onrecord::cli
