// From bytes to code points and back, for one text.
//
// Cost: O(n) to build (one entry per 256 bytes), O(256) a look-up. The text must outlive the map.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace onrecord::text {

class OffsetMap {
 public:
  explicit OffsetMap(std::string_view utf8);

  std::uint32_t to_codepoint(std::uint32_t byte) const;
  std::uint32_t to_byte(std::uint32_t codepoint) const;
  CodepointSpan to_codepoints(ByteSpan span) const {
    return {to_codepoint(span.start), to_codepoint(span.end)};
  }
  ByteSpan to_bytes(CodepointSpan span) const { return {to_byte(span.start), to_byte(span.end)}; }
  std::uint32_t codepoints() const { return total_; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points that start before byte 256 * i
  std::uint32_t total_ = 0;
};

}  // namespace onrecord::text
