// One article as a JSON object: the shape that `onrecord extract --json` prints, or any object with
// a "text".
//
// `text` is required; id, title, source, url, published, authors, language and captions are taken
// where present. Errors: BadInput with the byte of the fault.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "model/document.h"

namespace onrecord::formats {

// `bytes` become RawDocument::original. path, record and format are left to the caller.
Result<RawDocument> article_from_json(std::string bytes, const std::string& where);

// Whether the text is one whole JSON object and nothing else but blanks: brackets and strings only,
// no more.
bool is_whole_object(std::string_view line);

}  // namespace onrecord::formats
