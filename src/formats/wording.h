// Do two wordings say the same? For what a page repeats: headlines, outlets, authors.
//
// Input: valid UTF-8. Cost: linear; likeness sorts.
#pragma once

#include <string>
#include <string_view>

namespace onrecord::formats {

// Letters and digits alone, those of ASCII small: equal where two wordings differ in signs and
// blanks only.
std::string bare(std::string_view words);

// Of the pairs of characters in two wordings, the share that both have: 0 to 1.
double likeness(std::string_view a, std::string_view b);

}  // namespace onrecord::formats
