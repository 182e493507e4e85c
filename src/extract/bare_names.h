// Names without a title: 문태경은, 오세림의. The evidence is summed over the article: the
// syllables, the particles behind the word, its neighbours in a list, how often it stands there.
#pragma once

#include <vector>

#include "extract/people.h"

namespace onrecord::extract {

// Bytes of the Korean name at the head of the token, for a place where a name is expected (behind a
// title): three syllables, or two before a topic particle (정은은); 0 if it is none.
std::size_t korean_name_at(const Analysis& a, TokenIndex t);

// Adds the names that no title bears out to those that were found; `people` stays in the order of
// the text.
void add_bare_names(const Analysis& a, std::vector<NameFound>& people);

}  // namespace onrecord::extract
