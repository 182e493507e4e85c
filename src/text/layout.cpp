#include "text/layout.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace onrecord::text {
namespace {

using Line = std::string_view;

constexpr std::array<std::string_view, 12> kNoticeWords = {
    "무단전재", "무단 전재",           "재배포",    "저작권자", "관련기사", "관련 기사", "ⓒ",
    "©",        "All rights reserved", "Copyright", "▶ 제보",   "구독하기"};
constexpr std::array<std::string_view, 9> kDatelineHeads = {
    "입력", "등록", "수정", "승인", "송고", "기사입력", "기사 입력", "최종수정", "게재"};
constexpr std::array<std::string_view, 8> kCaptionWords = {
    "사진=", "사진 =", "(사진", "[사진", "사진제공", "사진 제공", "/사진", "Photo:"};
constexpr std::array<std::string_view, 4> kCaptionHeads = {"▲", "▶", "◀", "▼"};
constexpr std::array<std::string_view, 12> kListHeads = {"△", "○", "●", "◇",  "◆", "■",
                                                         "□", "▷", "•", "- ", "▲", "※"};
constexpr std::size_t kLongestHeadline = 70;  // code points
constexpr std::size_t kLongestEnglishHeadline = 120;

template <std::size_t N>
bool starts_with_any(Line line, const std::array<std::string_view, N>& heads) {
  return std::any_of(heads.begin(), heads.end(),
                     [&](std::string_view h) { return line.starts_with(h); });
}

template <std::size_t N>
bool contains_any(Line line, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view w) { return line.find(w) != std::string_view::npos; });
}

bool has_digit(Line line) {
  return line.find_first_of("0123456789") != std::string_view::npos;
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201D || c == 0x2033 || c == 0x2019 || c == ')' ||
         c == ']' || c == 0x300D || c == 0x300F;
}

// Whether a line ends like a sentence: a stop (marks behind it left aside), or a Korean ending.
bool ends_sentence(Line line) {
  std::size_t at = line.size();
  char32_t c = 0;
  bool closed = false;
  while (at > 0) {
    c = decode_backwards(line, at);
    if (!is_closing(c)) break;
    closed = true;
  }
  if (c == '.' || c == '?' || c == '!' || c == ':') return true;
  return !closed && (c == U'다' || c == U'요' || c == U'까' || c == U'죠');
}

bool has_hangul(Line line) {
  for (std::size_t at = 0; at < line.size();) {
    if (is_hangul_syllable(decode(line, at))) return true;
  }
  return false;
}

bool is_byline(Line line) {
  if (count_codepoints(line) > 60) return false;
  if (line.find('@') != std::string_view::npos && line.find(' ') == line.rfind(' ')) return true;
  if (line.ends_with("기자") || line.ends_with("특파원") || line.ends_with("기자]"))
    return count_codepoints(line) < 30;
  const bool mail = line.find('@') != std::string_view::npos;
  return (mail && line.find("기자") != std::string_view::npos) || line.starts_with("By ");
}

bool is_headline_like(Line line) {
  if (ends_sentence(line)) return false;
  const std::size_t length = count_codepoints(line);
  return length <= (has_hangul(line) ? kLongestHeadline : kLongestEnglishHeadline);
}

// A whole line between marks is a pull quotation, not a headline.
bool is_marked_line(Line line) {
  return (line.starts_with("“") && line.ends_with("”") && line.find("”") == line.size() - 3) ||
         (line.starts_with("\"") && line.ends_with("\"") && line.find('"', 1) == line.size() - 1);
}

BlockKind kind_alone(Line line) {
  const bool short_line = count_codepoints(line) <= 160;
  if (short_line && contains_any(line, kNoticeWords)) {
    return contains_any(line, kCaptionHeads) ? BlockKind::Caption : BlockKind::Notice;
  }
  if (short_line && starts_with_any(line, kDatelineHeads) && has_digit(line))
    return BlockKind::Dateline;
  if (is_byline(line)) return BlockKind::Byline;
  const bool marked =
      line.find("“") != std::string_view::npos || line.find('"') != std::string_view::npos;
  if (starts_with_any(line, kCaptionHeads) && !(marked && ends_sentence(line)))
    return BlockKind::Caption;
  if (contains_any(line, kCaptionWords) && count_codepoints(line) <= 200) return BlockKind::Caption;
  if (starts_with_any(line, kListHeads)) return BlockKind::List;
  return is_headline_like(line) && !is_marked_line(line) ? BlockKind::Subhead : BlockKind::Body;
}

ByteSpan trimmed(std::string_view text, std::size_t start, std::size_t end) {
  auto blank = [&](std::size_t i) { return text[i] == ' ' || text[i] == '\t'; };
  while (start < end && blank(start)) ++start;
  while (end > start && blank(end - 1)) --end;
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
}

// English text wrapped by hand: a line that goes on in lower case.
bool goes_on(std::string_view text, const Block& block, ByteSpan next) {
  if (block.kind != BlockKind::Body && block.kind != BlockKind::Subhead) return false;
  if (next.start - block.span.end != 1 || ends_sentence(slice(text, block.span))) return false;
  const char c = text[next.start];
  return c >= 'a' && c <= 'z' && block.span.size() > 40;
}

// The first headline-like lines are the headline and its subheads; without any body nothing is a
// headline.
void settle_headlines(std::vector<Block>& blocks) {
  const bool body = std::any_of(blocks.begin(), blocks.end(),
                                [](const Block& b) { return b.kind == BlockKind::Body; });
  std::size_t headline = blocks.size();
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block& b = blocks[i];
    if (b.kind != BlockKind::Subhead) continue;
    if (!body) {
      b.kind = BlockKind::Body;
    } else if (headline == blocks.size() && i < 6) {
      b.kind = BlockKind::Headline;
    } else if (i == headline + 1) {
      b.kind = BlockKind::Headline;  // a headline in two lines
    }
    if (headline == blocks.size()) headline = i;
  }
}

}  // namespace

std::vector<Block> find_blocks(std::string_view text) {
  std::vector<Block> blocks;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    const ByteSpan span = trimmed(text, at, end);
    at = end + 1;
    if (span.empty()) continue;
    if (!blocks.empty() && goes_on(text, blocks.back(), span)) {
      blocks.back().span.end = span.end;
      blocks.back().kind = kind_alone(slice(text, blocks.back().span));
      continue;
    }
    blocks.push_back({kind_alone(slice(text, span)), span});
  }
  settle_headlines(blocks);
  return blocks;
}

}  // namespace onrecord::text
