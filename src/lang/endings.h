// The lexicon's words that other words end in: particles, quotative and verb endings, titles,
// bodies' suffixes, event nouns. One walk from a word's last character backwards finds them all,
// where a look-up for each length would hash each tail.
//
// Built once from the lexicon; read-only and thread-safe. Cost: one step a character, at most
// kMostEnding.
#pragma once

#include <array>
#include <string_view>

#include "lang/lexicon.h"

namespace onrecord::lang {

inline constexpr int kMostEnding = 8;  // characters

struct Endings {
  // By characters: the known ending of that length, or nullptr. ASCII capitals of the word count
  // as small letters, as which the lexicon has them.
  std::array<const Word*, kMostEnding + 1> by_length{};
  int longest = 0;
  ClassMask classes = 0;  // of all of them

  // The ending of `length` characters where it has a class of `mask`.
  const Word* find(int length, ClassMask mask) const {
    const Word* word = by_length[static_cast<std::size_t>(length)];
    return word != nullptr && word->has(mask) ? word : nullptr;
  }
};

// The known endings of `word`, itself among them.
Endings endings_of(std::string_view word);

// Their classes alone, which cost less.
ClassMask ending_classes(std::string_view word);

}  // namespace onrecord::lang
