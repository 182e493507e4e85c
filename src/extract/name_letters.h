// How much a word looks like a personal name, by its syllables alone: log-odds of a small model
// that script/train_name_letters makes from the project's own lists. Above 0 names are likelier
// than other words.
//
// A judgement without context: whether a word names somebody is decided in people.cpp and
// bare_names.cpp.
#pragma once

#include <string_view>

namespace onrecord::extract::names {

// 김하윤 5, 수정이 -4. `word`: two or three Hangul syllables, the first a surname.
double korean_letters(std::string_view word);
// 마르티노프 3, 정부 -3. `word`: two or more Hangul syllables.
double foreign_letters(std::string_view word);

}  // namespace onrecord::extract::names
