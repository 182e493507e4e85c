#include "cli/json_text.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace onrecord::cli {
namespace {

void append_escaped(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\r':
      out += "\\r";
      return;
    default:
      break;
  }
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "\\u%04x", c);
  out += buffer;
}

// U+0085, U+2028 and U+2029 end a line for Python's splitlines() and others.
std::size_t line_end_at(std::string_view s, std::size_t at) {
  if (s.substr(at, 2) == "\xC2\x85") return 2;
  return s.substr(at, 3) == "\xE2\x80\xA8" || s.substr(at, 3) == "\xE2\x80\xA9" ? 3 : 0;
}

const char* escape_of_line_end(std::string_view s, std::size_t at) {
  if (s[at] == '\xC2') return "\\u0085";
  return s[at + 2] == '\xA8' ? "\\u2028" : "\\u2029";
}

bool needs_a_look(unsigned char c) {
  static const auto kTable = [] {
    std::array<bool, 256> table{};
    for (int i = 0; i < 0x20; ++i) table[static_cast<std::size_t>(i)] = true;
    for (unsigned char special : {'"', '\\', '\x7F', '\xC2', '\xE2'}) table[special] = true;
    return table;
  }();
  return kTable[c];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = static_cast<unsigned char>(text[at]);
    const std::size_t line_end = needs_a_look(c) ? line_end_at(text, at) : 0;
    if (!needs_a_look(c) || (c >= 0x80 && line_end == 0)) {
      ++at;
      continue;
    }
    out.append(text.substr(plain, at - plain));
    line_end > 0 ? void(out += escape_of_line_end(text, at)) : append_escaped(out, c);
    plain = at += line_end > 0 ? line_end : 1;
  }
  out.append(text.substr(plain));
  out += '"';
}

void append_json_string_or_null(std::string& out, const std::optional<std::string>& text) {
  text ? append_json_string(out, *text) : void(out += "null");
}

void append_json_number(std::string& out, std::uint64_t number) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  out.append(buffer, end);
}

void append_json_real(std::string& out, double number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.3f", number);
  std::string_view digits = buffer;
  while (digits.ends_with('0') && !digits.ends_with(".0")) digits.remove_suffix(1);
  out += digits;
}

}  // namespace onrecord::cli
