#include "query/sentences.h"

#include "text/utf8.h"

namespace onrecord::query {
namespace {

bool is_end(char32_t c) {
  return c == '.' || c == '?' || c == '!' || c == 0x3002;
}
bool is_closing(char32_t c) {
  return c == 0x201D || c == 0x2019 || c == ')' || c == ']' || c == 0x300D || c == 0x300F;
}

// "8.2", "U.S. officials", "Aug. 27": a stop behind a short Latin word or before a small letter or
// a digit ends nothing.
bool is_abbreviation(std::string_view text, std::size_t stop, std::size_t next) {
  if (next < text.size()) {
    const char c = text[next];
    if (c != ' ' && c != '\n' && static_cast<unsigned char>(c) < 0x80) return true;
    const std::size_t after = text.find_first_not_of(' ', next);
    if (after != std::string_view::npos && text[after] >= 'a' && text[after] <= 'z') return true;
  }
  std::size_t letters = 0;
  while (letters < stop && text::is_ascii_letter(static_cast<unsigned char>(text[stop - 1 - letters])))
    ++letters;
  const bool capital = letters > 0 && text[stop - letters] >= 'A' && text[stop - letters] <= 'Z';
  return capital && letters <= 4;
}

}  // namespace

std::vector<ByteSpan> sentences_of(std::string_view text) {
  std::vector<ByteSpan> spans;
  std::size_t begin = 0;
  int depth = 0;
  const auto cut = [&](std::size_t end) {
    while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
    if (begin < end)
      spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = text::decode(text, at);
    if (c == 0x201C) ++depth;
    if (c == 0x201D && depth > 0) --depth;
    if (c == '\n') {
      cut(here);
      depth = 0;
      continue;
    }
    if (!is_end(c) || depth > 0 || is_abbreviation(text, here, at)) continue;
    while (at < text.size()) {
      std::size_t next = at;
      if (!is_closing(text::decode(text, next))) break;
      at = next;
    }
    cut(at);
  }
  cut(text.size());
  return spans;
}

}  // namespace onrecord::query
