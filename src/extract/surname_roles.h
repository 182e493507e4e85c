// A surname with a role, 신 조사관, and who is called so: the full name that stands before the same
// role elsewhere in the article, 신미로 조사관. The repetition bears out what neither the lists nor
// the syllables would: rare surnames, roles that no list has, names of two syllables.
#pragma once

#include "extract/people.h"

namespace onrecord::extract {

// The role behind the word `t` (전 and 현 left out), within the sentence: its token, kNone if there
// is none.
std::int32_t role_behind(const Analysis& a, TokenIndex t);

// Adds the full names that a surname with their role bears out to those that were found; `people`
// stays in the order of the text.
void add_borne_out_names(const Analysis& a, std::vector<NameFound>& people);

}  // namespace onrecord::extract
