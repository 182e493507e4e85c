#include "ingest/places.h"

#include <charconv>

namespace onrecord::ingest {
namespace {

constexpr std::size_t kUidLength = 16;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<PlaceInArticle> parse_place(std::string_view ref) {
  const std::size_t dash = ref.find('-');
  if (ref.size() < kUidLength + 4 || ref[kUidLength] != ':' || dash == std::string_view::npos ||
      ref.substr(0, kUidLength).find_first_not_of("0123456789abcdef") != std::string_view::npos)
    return std::nullopt;
  const auto start = number(ref.substr(kUidLength + 1, dash - kUidLength - 1));
  const auto end = number(ref.substr(dash + 1));
  if (!start || !end || *end < *start) return std::nullopt;
  return PlaceInArticle{std::string(ref.substr(0, kUidLength)), {*start, *end}};
}

}  // namespace onrecord::ingest
