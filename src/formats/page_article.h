// The article of a saved page: headline, subheads and body as text, its parts marked, captions
// apart, and what the page says about it.
//
// Input: a page in valid UTF-8. Output: `text` normalised, paragraphs parted by a blank line,
// `blocks` for its parts; path, format and original are left to the caller. Of a page whose text
// only a script would show, the text that it gives to search engines. Errors: BadInput where there
// is no article; TooLarge beyond the limits of html_tree.h.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "model/document.h"

namespace onrecord::formats {

Result<RawDocument> article_from_page(std::string_view page, const std::string& where);

}  // namespace onrecord::formats
