#include "formats/html_charset.h"

#include <algorithm>
#include <string>

namespace onrecord::formats {
namespace {

constexpr std::size_t kLookedAt = 8192;

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

// Where the name after `key` and an equals sign starts and how long it is.
struct Found {
  std::size_t at = 0, size = 0;
};

Found value_after(std::string_view head, std::string_view key, std::size_t from, std::size_t end) {
  const std::size_t found = head.find(key, from);
  if (found == std::string_view::npos || found >= end) return {};
  std::size_t at = head.find_first_not_of(" \t\r\n", found + key.size());
  if (at == std::string_view::npos || head[at] != '=') return {};
  at = head.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == std::string_view::npos) return {};
  std::size_t stop = at;
  while (stop < head.size() && is_name_byte(head[stop])) ++stop;
  return {at, stop - at};
}

}  // namespace

std::string_view declared_charset(std::string_view page) {
  const std::string head = lower(page.substr(0, kLookedAt));
  for (std::size_t at = head.find("<meta"); at != std::string::npos;
       at = head.find("<meta", at + 5)) {
    const Found name = value_after(head, "charset", at, std::min(head.find('>', at), head.size()));
    if (name.size > 0) return page.substr(name.at, name.size);
  }
  const std::size_t xml = head.find("<?xml");
  if (xml == std::string::npos || xml > 16) return {};
  const Found name = value_after(head, "encoding", xml, std::min(head.find('>'), head.size()));
  return page.substr(name.at, name.size);
}

}  // namespace onrecord::formats
