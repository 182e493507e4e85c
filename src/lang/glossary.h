// Topic words across languages: regulation = 규제, both ways, over lexicon/glossary.tsv.
//
// English words meet by their stem (Snowball), so that "regulating" finds what "regulation" does.
// Pure functions; thread-safe; the English side is indexed at its first use (about a millisecond).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::lang {

// "Regulating" -> "regul". Words of other scripts come back as they are.
std::string english_stem(std::string_view word);

// What else names this topic: for a Korean word its English glosses, for English words (one, or
// several parted by blanks: "interest rate") the Korean ones. Empty where the glossary does not
// know it.
std::vector<std::string> translate_topic(std::string_view words);

// How many words from `at` on are one entry of the glossary ("artificial intelligence": 2); 0 for
// none.
std::size_t topic_length(const std::vector<std::string>& words, std::size_t at);

}  // namespace onrecord::lang
