#include "formats/page_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "formats/page_words_data.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

using View = std::string_view;

constexpr std::size_t kLongestHeading = 60;  // code points
constexpr std::size_t kLongestStartLine = 120;
constexpr std::size_t kLongestPartLine = 160;
constexpr std::size_t kLongestWord = 100;  // bytes of one class that are looked at
constexpr View kBlanks = " \t\r\n\f";
constexpr std::size_t kMostJoined = 4;  // words of one form

constexpr std::pair<View, std::uint32_t> kRoleKinds[] = {
    {"talk", kTalk | kChrome}, {"chrome", kChrome},     {"side", kSide},
    {"article", kArticle},     {"lead", kLead},         {"headline", kHeadline},
    {"byline", kByline},       {"dateline", kDateline}, {"caption", kCaption},
    {"pull", kPullQuote}};

struct Tables {
  std::unordered_map<View, std::uint32_t> names, name_starts;
  std::unordered_set<View> headings, whole_lines;
  std::vector<View> mutes, line_starts, line_parts;

  Tables() {
    for (const data::PageWord& word : data::page_words()) add(word);
  }

  void add(const data::PageWord& word) {
    const auto* role = std::find_if(std::begin(kRoleKinds), std::end(kRoleKinds),
                                    [&](const auto& pair) { return pair.first == word.kind; });
    if (role != std::end(kRoleKinds)) {
      if (word.form.ends_with('*')) {
        name_starts[word.form.substr(0, word.form.size() - 1)] |= role->second;
      } else {
        names[word.form] |= role->second;
      }
    } else if (word.kind == "mute") {
      mutes.push_back(word.form);
    } else if (word.kind == "heading") {
      headings.insert(word.form);
    } else if (word.kind == "whole") {
      whole_lines.insert(word.form);
    } else {
      (word.kind == "start" ? line_starts : line_parts).push_back(word.form);
    }
  }
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// mostRead, most_read and most-read alike: "most-read". Digits part words, too, and fall away.
std::string joined_words(View name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool high = (c & 0x80) != 0;
    if (!high && !is_upper(c) && !is_lower(c)) {
      if (!out.empty() && out.back() != '-') out += '-';
      continue;
    }
    const bool hump = is_upper(c) && i > 0 && is_lower(name[i - 1]);
    if (hump && !out.empty() && out.back() != '-') out += '-';
    out += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

std::uint32_t roles_from(const Tables& t, View joined) {
  std::uint32_t roles = 0;
  for (std::size_t start = 0; start < joined.size();) {
    const View rest = joined.substr(start);
    std::size_t end = 0;
    for (std::size_t words = 0; words < kMostJoined && end < rest.size(); ++words) {
      end = std::min(rest.find('-', end + (words > 0)), rest.size());
      if (const auto it = t.names.find(rest.substr(0, end)); it != t.names.end())
        roles |= it->second;
    }
    const std::size_t longest = std::min<std::size_t>(rest.size(), 24);
    for (std::size_t size = 3; size <= longest; ++size) {
      const auto it = t.name_starts.find(rest.substr(0, size));
      if (it != t.name_starts.end()) roles |= it->second;
    }
    start += std::min(rest.find('-'), rest.size()) + 1;
  }
  return roles;
}

std::string lower(View s) {
  std::string out(s);
  for (char& c : out) c = is_upper(c) ? static_cast<char>(c + 32) : c;
  return out;
}

// Signs that headings are framed with: [관련기사], ▶ 많이 본 뉴스:
View without_frame(View s) {
  static constexpr std::array<View, 20> kFrame = {" ", "[", "]", "<", ">",  "(", ")",
                                                  ":", "|", "▶", "■", "●",  "◆", "☞",
                                                  "+", "»", "›", "…", "【", "】"};
  for (bool again = true; again;) {
    again = false;
    for (View sign : kFrame) {
      if (s.starts_with(sign)) s.remove_prefix(sign.size()), again = true;
      if (s.ends_with(sign)) s.remove_suffix(sign.size()), again = true;
    }
  }
  return s;
}

// "댓글 12", "Comments (3)": a count behind the word does not matter.
View without_count(View s) {
  while (!s.empty() && ((s.back() >= '0' && s.back() <= '9') || s.back() == ',' ||
                        s.back() == '(' || s.back() == ')' || s.back() == ' '))
    s.remove_suffix(1);
  return s;
}

}  // namespace

std::uint32_t roles_of_name(View name) {
  const Tables& t = tables();
  std::uint32_t roles = 0;
  for (std::size_t at = 0; (at = name.find_first_not_of(kBlanks, at)) != View::npos;) {
    const std::size_t end = std::min(name.find_first_of(kBlanks, at), name.size());
    const std::string words = joined_words(name.substr(at, std::min(end - at, kLongestWord)));
    const auto starts = [&](View form) { return View(words).starts_with(form); };
    if (std::none_of(t.mutes.begin(), t.mutes.end(), starts)) roles |= roles_from(t, words);
    at = end;
  }
  return roles;
}

bool opens_chrome(View heading) {
  if (heading.size() > 4 * kLongestHeading || text::count_codepoints(heading) > kLongestHeading)
    return false;
  const std::string small = lower(heading);
  const auto& headings = tables().headings;
  const View bare = without_frame(small);
  return headings.contains(bare) || headings.contains(without_frame(without_count(bare)));
}

bool is_chrome_line(View line) {
  if (line.size() > 4 * kLongestPartLine) return false;
  const std::size_t length = text::count_codepoints(line);
  if (length > kLongestPartLine) return false;
  const std::string small = lower(line);
  const Tables& t = tables();
  if (t.whole_lines.contains(without_frame(without_count(without_frame(small))))) return true;
  const auto starts = [&](View form) { return small.starts_with(form); };
  if (length <= kLongestStartLine &&
      std::any_of(t.line_starts.begin(), t.line_starts.end(), starts)) {
    return true;
  }
  return std::any_of(t.line_parts.begin(), t.line_parts.end(),
                     [&](View form) { return small.find(form) != std::string::npos; });
}

}  // namespace onrecord::formats
