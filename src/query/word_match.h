// Does a word stand in a text as a word, as a part of a compound, or only as letters inside another
// word?
//
// Korean glues particles and verb endings to nouns and nouns to each other, so that 규제 stands as
// a word in 규제를 and 규제했다, as a part in 규제완화 and 탄소규제, and only inside in 자가격리
// (가격). English words meet by stem. Pure; ASCII case does not count; offsets are bytes. Cost:
// linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::query {

enum class WordMatch : std::uint8_t { None, Inside, Part, Word };
const char* name_of(WordMatch match);  // "inside", "part", "word"

struct WordHit {
  ByteSpan span;
  WordMatch match = WordMatch::None;
};

// Every place of `word` in `text`, in order. A word of several English words is found as a phrase.
std::vector<WordHit> find_word_hits(std::string_view text, std::string_view word);

// The best of them.
WordMatch best_match(std::string_view text, std::string_view word);

// The part of an English word that all its inflections begin with: policies -> polic. Others: as
// they are.
std::string search_stem(std::string_view word);

}  // namespace onrecord::query
