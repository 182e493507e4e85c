// Answers for people: the words, who said them, when and where they stand, wrapped to the terminal.
//
// Everything from an article passes printable().
#pragma once

#include <string>
#include <string_view>

#include "query/answer.h"

namespace onrecord::cli {

// `explain`: also how the question was read.
std::string to_text(const query::AnswerSet& set, bool explain = false);

// Wraps at blanks, and inside words that are wider than a line; Hangul and Han count two columns.
// Each line begins with `indent` blanks. Styled text may hold escape sequences of ours, which take
// no room.
std::string wrap(std::string_view text, int width, int indent);

// `text` in a style where standard output takes colour; as it is elsewhere.
enum class Style : std::uint8_t { Strong, Faint, Marked };
std::string styled(const std::string& text, Style style);

}  // namespace onrecord::cli
