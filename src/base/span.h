// Places in a text, in two kinds that cannot be mixed: bytes of its UTF-8 inside the program, code
// points in the archive and in JSON. All ranges are half-open: [start, end).
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord {

struct ByteSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - start; }
  bool empty() const { return end <= start; }
  bool contains(ByteSpan other) const { return start <= other.start && other.end <= end; }
  bool contains(std::uint32_t at) const { return start <= at && at < end; }
  bool overlaps(ByteSpan other) const { return start < other.end && other.start < end; }
  friend bool operator==(ByteSpan, ByteSpan) = default;
};

struct CodepointSpan {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  friend bool operator==(CodepointSpan, CodepointSpan) = default;
};

inline std::string_view slice(std::string_view text, ByteSpan span) {
  return text.substr(span.start, span.end - span.start);
}

}  // namespace onrecord
