// The terms under which a paragraph is found, as one string of terms parted by blanks.
//
// The same string is made in SQL by the view `paragraph_terms` (migrations/0001_initial.sql), so
// that any SQLite can rebuild the index; a test compares the two. FTS5's unicode61 tokenizer, which
// folds case and drops punctuation, reads both. Why pairs: docs/adr/0004-search-tables.md.
#pragma once

#include <string>
#include <string_view>

namespace onrecord::text {

// A character of the scripts whose words are indexed as pairs: Hangul, Han, kana. Nothing else is
// cut.
bool is_paired(char32_t c);

// Input: valid UTF-8 without NUL. Overlapping pairs within words of such characters ("한국은행" →
// 한국 국은 은행), a word of one as it is, everything else unchanged. Cost: linear.
//
// To find a word: its terms as a phrase ("한국 국은 은행"); one character c as the prefix c*, which
// does not find words that end in c; the last word of a phrase, if it is one character, as a
// prefix, too.
std::string search_terms(std::string_view text);

}  // namespace onrecord::text
