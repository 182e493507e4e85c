// The terms under which a paragraph is found, as one string of terms parted by blanks.
//
// The same string is made in SQL by the view `paragraph_terms` (migrations/0001_initial.sql), so that
// any SQLite can rebuild the index; a test compares the two. FTS5's unicode61 tokenizer, which folds case
// and drops punctuation, reads both.
#pragma once

#include <string>
#include <string_view>

namespace onrecord::text {

// Overlapping pairs of code points; runs of ASCII letters and digits whole. Cost: linear.
std::string search_terms(std::string_view text);

}  // namespace onrecord::text
