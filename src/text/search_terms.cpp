#include "text/search_terms.h"

#include "text/utf8.h"

namespace onrecord::text {

// The same ranges stand in the view paragraph_terms.
bool is_paired(char32_t c) {
  return c >= 0x1100 && ((c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x3400 && c <= 0x9FFF) ||
                         (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3131 && c <= 0x318E) ||
                         c <= 0x11FF || (c >= 0x20000 && c <= 0x323AF));
}

std::string search_terms(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 5 / 2);
  bool was = false;  // the character before is a paired one
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_paired(decode(text, at))) {
      out.append(text, begin, at - begin);
      was = false;
      continue;
    }
    if (!was) out += ' ';
    std::size_t next = at;
    if (at < text.size() && is_paired(decode(text, next))) {
      out.append(text, begin, next - begin).append(1, ' ');
    } else if (!was) {
      out.append(text, begin, at - begin).append(1, ' ');
    }
    was = true;
  }
  return out;
}

}  // namespace onrecord::text
