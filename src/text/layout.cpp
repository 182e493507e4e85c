#include "text/layout.h"

namespace onrecord::text {

std::vector<Block> find_blocks(std::string_view text) {
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    if (text.substr(at, end - at).find_first_not_of(" \t") != std::string_view::npos) {
      blocks.push_back({BlockKind::Body, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    }
    at = end + 1;
  }
  return blocks;
}

}  // namespace onrecord::text
