#include "text/offset_map.h"

#include <algorithm>

namespace onrecord::text {
namespace {
constexpr std::uint32_t kStep = 256;
bool starts(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}
}  // namespace

OffsetMap::OffsetMap(std::string_view utf8) : text_(utf8) {
  before_.reserve(utf8.size() / kStep + 2);
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (i % kStep == 0) before_.push_back(total_);
    total_ += starts(utf8[i]);
  }
  if (utf8.size() % kStep == 0) before_.push_back(total_);
}

std::uint32_t OffsetMap::to_codepoint(std::uint32_t byte) const {
  std::uint32_t count = before_[byte / kStep];
  for (std::uint32_t i = byte / kStep * kStep; i < byte; ++i) count += starts(text_[i]);
  return count;
}

std::uint32_t OffsetMap::to_byte(std::uint32_t codepoint) const {
  if (codepoint >= total_) return static_cast<std::uint32_t>(text_.size());
  const auto it = std::upper_bound(before_.begin(), before_.end(), codepoint) - 1;
  std::uint32_t count = *it;
  auto i = static_cast<std::uint32_t>(it - before_.begin()) * kStep;
  for (; i < text_.size(); ++i) {
    if (!starts(text_[i])) continue;
    if (count == codepoint) return i;
    ++count;
  }
  return i;
}

}  // namespace onrecord::text
