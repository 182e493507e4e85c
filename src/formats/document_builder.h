// From what a reader took to the Document that is stored and extracted from: normalised text,
// blocks, metadata completed from the text's own lines, digests.
#pragma once

#include <optional>
#include <string>

#include "model/document.h"

namespace onrecord::formats {

// What the user gave on the command line for inputs that lack it (--published, --source).
struct Defaults {
  std::optional<std::string> published;
  std::optional<std::string> source;
};

// The document's own statement wins over its lines, its lines over the defaults. What is unknown
// stays empty.
Document build_document(RawDocument raw, const Defaults& defaults);

}  // namespace onrecord::formats
