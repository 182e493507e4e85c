#include "formats/markdown_text.h"

#include <algorithm>

namespace onrecord::formats {
namespace {

std::string_view trimmed(std::string_view s) {
  const std::size_t first = s.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t\r") - first + 1);
}

// Depth of `## Heading`, or 0.
std::size_t heading_depth(std::string_view line) {
  const std::size_t depth = std::min(line.find_first_not_of('#'), line.size());
  return depth <= 6 && depth < line.size() && line[depth] == ' ' ? depth : 0;
}

bool is_rule(std::string_view line) {
  return line.size() >= 3 &&
         (line.find_first_not_of("- ") == line.npos || line.find_first_not_of("* ") == line.npos ||
          line.find_first_not_of("_ ") == line.npos);
}

bool is_list_item(std::string_view line) {
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ")) return true;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && digits <= 3 && line.substr(digits, 2) == ". ";
}

// [words](target) at `at`: where the words end and where the whole ends; nothing where it is no
// link.
struct Link {
  std::size_t words_end = 0, end = 0;
};

Link find_link(std::string_view s, std::size_t at) {
  const std::size_t close = s.find(']', at);
  if (close == std::string_view::npos || s.substr(close, 2) != "](") return {};
  const std::size_t end = s.find(')', close);
  if (end == std::string_view::npos || s.substr(at, end - at).find('\n') != std::string_view::npos)
    return {};
  return {close, end + 1};
}

bool is_word_byte(std::string_view s, std::size_t at) {
  const auto c = static_cast<unsigned char>(at < s.size() ? s[at] : ' ');
  return c >= 0x80 || std::isalnum(c) != 0;
}

// How many marks of emphasis to leave out at `at`: ** and __, or a * or _ that touches a word on
// one side only.
std::size_t emphasis_at(std::string_view s, std::size_t at) {
  const char c = s[at];
  if (c == '`') return 1;
  if (c != '*' && c != '_') return 0;
  const std::size_t run = std::min(s.find_first_not_of(c, at), s.size()) - at;
  const bool before = at > 0 && is_word_byte(s, at - 1), after = is_word_byte(s, at + run);
  if (c == '_' && before && after) return 0;  // snake_case
  const bool beside = (at > 0 && s[at - 1] != ' ') || (at + run < s.size() && s[at + run] != ' ');
  return beside && run <= 3 ? run : 0;
}

class Renderer {
 public:
  MarkdownText finish() && {
    end_paragraph();
    return std::move(out_);
  }

  void take(std::string_view line) {
    line = trimmed(line);
    while (line.starts_with('>')) line = trimmed(line.substr(1));
    if (line.empty() || is_rule(line)) return end_paragraph();
    if (const std::size_t depth = heading_depth(line))
      return take_heading(line.substr(depth), depth);
    if (is_list_item(line) && !paragraph_.empty())
      paragraph_ += '\n';
    else if (!paragraph_.empty())
      paragraph_ += ' ';
    paragraph_ += inline_text(line);
  }

 private:
  void take_heading(std::string_view words, std::size_t depth) {
    end_paragraph();
    while (words.ends_with('#')) words.remove_suffix(1);
    paragraph_ = inline_text(trimmed(words));
    const bool first = depth == 1 && out_.headline.empty();
    if (first) out_.headline = paragraph_;
    end_paragraph();
  }

  void end_paragraph() {
    const std::string_view words = trimmed(paragraph_);
    if (!words.empty()) {
      if (!out_.text.empty()) out_.text += "\n\n";
      out_.text += words;
    }
    paragraph_.clear();
  }

  std::string inline_text(std::string_view s) {
    std::string text;
    for (std::size_t at = 0; at < s.size();) {
      if (s[at] == '\\' && at + 1 < s.size() &&
          std::ispunct(static_cast<unsigned char>(s[at + 1]))) {
        text += s[at + 1], at += 2;
      } else if (s.substr(at, 2) == "![" && find_link(s, at + 2).end > 0) {
        const Link link = find_link(s, at + 2);
        if (link.words_end > at + 2)
          out_.captions.emplace_back(s.substr(at + 2, link.words_end - at - 2));
        at = link.end;
      } else if (s[at] == '[' && find_link(s, at + 1).end > 0) {
        const Link link = find_link(s, at + 1);
        text += inline_text(s.substr(at + 1, link.words_end - at - 1)), at = link.end;
      } else if (const std::size_t marks = emphasis_at(s, at)) {
        at += marks;
      } else {
        text += s[at++];
      }
    }
    return text;
  }

  MarkdownText out_;
  std::string paragraph_;
};

}  // namespace

MarkdownText render_markdown(std::string_view body) {
  Renderer renderer;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    renderer.take(body.substr(0, end));
    body.remove_prefix(std::min(end + 1, body.size()));
  }
  return std::move(renderer).finish();
}

}  // namespace onrecord::formats
