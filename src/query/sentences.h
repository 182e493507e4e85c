// The sentences of a paragraph, for passages that answer: cut behind . ? ! and at line ends, never
// inside quotation marks.
//
// Simpler than extraction's own sentences (extract/), which the archive does not keep. Pure, linear;
// offsets are bytes.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::query {

std::vector<ByteSpan> sentences_of(std::string_view text);

}  // namespace onrecord::query
