// The sentence that holds a place which no rule found: for quotations that a person points out.
#pragma once

#include "base/span.h"
#include "model/document.h"

namespace onrecord::extract {

// From the start of the first sentence that the span touches to the end of the last one; the span
// itself where none does. Linear in the text.
ByteSpan sentence_at(const Document& document, ByteSpan span);

}  // namespace onrecord::extract
