// Is this an article's text at all? The checks that every reader makes before it hands a document
// on.
//
// Errors: BadInput with the byte of the fault and what to do; TooLarge beyond kMaxArticleBytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace onrecord::formats {

// Content that no reader takes, known by its first bytes or by its name: pictures, PDF, databases,
// XML …
std::optional<Error> refuse_foreign(std::string_view head, const std::string& where);
std::optional<Error> refuse_by_name(std::string_view extension, const std::string& where);

// Bytes that should be UTF-8 text: no fault in the encoding, no NUL, something to read in it.
std::optional<Error> refuse_bytes(std::string_view bytes, const std::string& where);

// Decoded text: not blank, no NUL, not too large.
std::optional<Error> refuse_text(std::string_view text, const std::string& where);

Error too_large(const std::string& where);
Error page_too_large(const std::string& where);

}  // namespace onrecord::formats
