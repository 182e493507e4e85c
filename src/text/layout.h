// The parts of a plain text: headline, subheads, byline, dateline, body paragraphs, captions,
// lists, notices.
//
// Input: normalised text. Output: blocks in order, without surrounding blanks; every non-blank line
// belongs to exactly one block. Cost: linear.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace onrecord::text {

std::vector<Block> find_blocks(std::string_view text);

}  // namespace onrecord::text
