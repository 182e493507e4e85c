// Finds a verb of speech in any of its conjugated forms: 밝혔다, 밝히며, 밝힌, 밝히기도 → 밝히.
#pragma once

#include <string_view>

#include "lang/word.h"

namespace onrecord::lang {

struct VerbReading {
  const Word* verb = nullptr;  // the stem's entry in the lexicon; nullptr: no verb of speech
  VerbForm form = VerbForm::None;
  ClassMask classes = 0;  // of all verbs that the word may be a form of, whatever was looked for
  bool unsaid = false;    // 밝힐, 말하지 (않다), 말하려고: nothing has been said
};

// `word` is a whole word as it stands. Only stems with a class of `classes` are looked for.
VerbReading read_verb(std::string_view word, ClassMask classes);

}  // namespace onrecord::lang
