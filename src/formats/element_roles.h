// What each element of a page says of itself, by its tag and by the words of class, id, role and
// itemprop.
#pragma once

#include <cstdint>
#include <vector>

#include "formats/html_tree.h"
#include "formats/page_words.h"

namespace onrecord::formats {

// One set of PageRole a node; text nodes have none. Cost: linear.
std::vector<std::uint32_t> element_roles(const HtmlTree& tree);

}  // namespace onrecord::formats
