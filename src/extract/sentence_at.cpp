#include "extract/sentence_at.h"

#include <algorithm>

#include "extract/steps.h"

namespace onrecord::extract {

ByteSpan sentence_at(const Document& document, ByteSpan span) {
  Analysis a(document);
  find_tokens(a);
  find_passages(a);
  find_sentences(a);
  ByteSpan found = span;
  for (const Sentence& sentence : a.sentences) {
    if (!sentence.span.overlaps(span)) continue;
    found.start = std::min(found.start, sentence.span.start);
    found.end = std::max(found.end, sentence.span.end);
  }
  return found;
}

}  // namespace onrecord::extract
