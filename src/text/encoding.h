// In what encoding are these bytes? For inputs that may say so wrongly, or not at all: saved pages.
//
// Input: any bytes. Output: UTF-8; what cannot be read becomes U+FFFD and is counted. A byte order
// mark decides, then the text itself (bytes that are valid UTF-8 are UTF-8, whatever they are
// declared to be), then the declaration as browsers take it (euc-kr means CP949, iso-8859-1 means
// Windows-1252), and last what fits best. By ICU. Cost: linear; a few passes.
#pragma once

#include <string>
#include <string_view>

namespace onrecord::text {

struct Decoded {
  std::string text;
  std::string encoding;    // "UTF-8", "windows-949" …
  std::size_t faults = 0;  // characters that could not be read
};

Decoded decode_bytes(std::string_view bytes, std::string_view declared);

// Whether the bytes start with a mark of UTF-16, or with ASCII written in it.
bool is_utf16(std::string_view bytes);

}  // namespace onrecord::text
