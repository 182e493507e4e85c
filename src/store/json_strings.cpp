#include "store/json_strings.h"

namespace onrecord::store {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

void append_escaped(std::string& out, char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    out += '\\';
    out += c;
  } else if (c == '\n') {
    out += "\\n";
  } else if (byte < 0x20) {
    out += "\\u00";
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  } else {
    out += c;
  }
}

// The character behind a backslash at json[at]; `at` moves behind what was read.
char unescape(std::string_view json, std::size_t& at) {
  const char c = json[at++];
  if (c == 'n') return '\n';
  if (c != 'u' || at + 4 > json.size()) return c;
  const auto high = kHex.find(json[at + 2]);
  const auto low = kHex.find(json[at + 3]);
  at += 4;
  return static_cast<char>(high * 16 + low);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) append_escaped(out, c);
  out += '"';
}

std::string json_array(const std::vector<std::string>& strings) {
  std::string out = "[";
  for (const std::string& string : strings) {
    if (out.size() > 1) out += ',';
    append_json_string(out, string);
  }
  return out += ']';
}

std::vector<std::string> strings_of(std::string_view json) {
  std::vector<std::string> strings;
  bool inside = false;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at++];
    if (c == '"') {
      inside = !inside;
      if (inside) strings.emplace_back();
    } else if (inside) {
      strings.back() += c == '\\' && at < json.size() ? unescape(json, at) : c;
    }
  }
  return strings;
}

}  // namespace onrecord::store
