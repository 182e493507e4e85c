// The encoding that a page says it is in: <meta charset>, <meta http-equiv content="…charset=…">,
// <?xml encoding="…"?>. Read from the bytes, before they are decoded.
#pragma once

#include <string_view>

namespace onrecord::formats {

// Empty where it says nothing. Looked at are the first 8 KiB.
std::string_view declared_charset(std::string_view page);

}  // namespace onrecord::formats
