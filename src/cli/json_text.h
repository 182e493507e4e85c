// JSON put together by appending to a string: fast, in the order of the calls, valid by the
// caller's care.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord::cli {

// With quotes. Valid UTF-8 in, and everything that ends a line in some reader is escaped.
void append_json_string(std::string& out, std::string_view text);
void append_json_string_or_null(std::string& out, const std::optional<std::string>& text);

void append_json_number(std::string& out, std::uint64_t number);
// Three decimals at most: confidences and scores.
void append_json_real(std::string& out, double number);

// ["a", "b"]
template <class Range>
void append_json_strings(std::string& out, const Range& texts) {
  out += '[';
  bool first = true;
  for (const auto& text : texts) {
    if (!first) out += ", ";
    first = false;
    append_json_string(out, text);
  }
  out += ']';
}

}  // namespace onrecord::cli
