#include "query/reference.h"

#include <charconv>

namespace onrecord::query {
namespace {

constexpr std::size_t kUidLength = 16;

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Error refuse(std::string_view text) {
  return {
      ErrorKind::Usage,
      "a reference is UID or UID:START-END, as answers print it, not '" + std::string(text) + "'",
      ""};
}

}  // namespace

Result<Reference> parse_reference(std::string_view text) {
  const std::size_t colon = text.find(':');
  Reference reference{std::string(text.substr(0, colon)), std::nullopt};
  for (char& c : reference.uid) c = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
  const bool hex = reference.uid.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (reference.uid.size() != kUidLength || !hex) return refuse(text);
  if (colon == std::string_view::npos) return reference;
  const std::string_view range = text.substr(colon + 1);
  const std::size_t dash = range.find('-');
  if (dash == std::string_view::npos) return refuse(text);
  const auto start = number(range.substr(0, dash));
  const auto end = number(range.substr(dash + 1));
  if (!start || !end || *end < *start) return refuse(text);
  reference.place = CodepointSpan{*start, *end};
  return reference;
}

}  // namespace onrecord::query
