#include "formats/press_lines.h"

#include <algorithm>

#include "formats/date_text.h"
#include "formats/press_words.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

constexpr std::size_t kHeadLines = 14;
constexpr std::size_t kTailLines = 6;
constexpr std::size_t kLongestPressLine = 300;  // bytes; longer ones are paragraphs

using View = std::string_view;

View trimmed(View s) {
  const std::size_t first = s.find_first_not_of(" \t");
  if (first == View::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t") - first + 1);
}

// Blanks, and the signs that press lines are framed and parted with.
View stripped(View s) {
  static constexpr View kFrame[] = {" ",  "\t", "[", "]", "(", ")",  "/",  "=", "|", "·",
                                    "ㅣ", "│",  "■", "▲", "-", "【", "】", ",", ":"};
  for (bool again = true; again;) {
    again = false;
    for (View sign : kFrame) {
      if (s.starts_with(sign)) s.remove_prefix(sign.size()), again = true;
      if (s.ends_with(sign)) s.remove_suffix(sign.size()), again = true;
    }
  }
  return s;
}

template <class Range>
View ending_of(View s, const Range& endings) {
  for (View ending : endings) {
    if (s.ends_with(ending)) return ending;
  }
  return {};
}

bool is_outlet(View name) {
  if (const std::size_t bracket = name.find('('); bracket != View::npos)
    name = name.substr(0, bracket);
  const auto* end = std::end(kOutlets);
  return std::find(std::begin(kOutlets), end, name) != end ||
         (!ending_of(name, kOutletEndings).empty() && name.size() > 6);
}

// A Korean person's name as reporters sign: two to four syllables of Hangul.
bool is_korean_name(View s) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < s.size(); ++count) {
    if (!text::is_hangul_syllable(text::decode(s, at))) return false;
  }
  return count >= 2 && count <= 4 && kSurnames.find(s.substr(0, 3)) != View::npos;
}

std::vector<View> words_of(View s) {
  std::vector<View> words;
  while (!(s = trimmed(s)).empty()) {
    const std::size_t end = std::min(s.find_first_of(" \t"), s.size());
    words.push_back(s.substr(0, end));
    s.remove_prefix(end);
  }
  return words;
}

bool is_email(View word) {
  const std::size_t at = word.find('@');
  return at != View::npos && at > 0 && word.find('.', at) != View::npos;
}

void add_author(PressFacts& facts, View name) {
  if (!name.empty() &&
      std::find(facts.authors.begin(), facts.authors.end(), name) == facts.authors.end()) {
    facts.authors.emplace_back(name);
  }
}

// 홍길동·김철수 or 홍길동,김철수: all of them, or nothing where one part is no name.
std::vector<View> joined_names(View word) {
  std::vector<View> names;
  while (!word.empty()) {
    std::size_t end = word.size(), next = word.size();
    for (View sign : {View("·"), View(","), View("ㆍ"), View("/")}) {
      if (const std::size_t at = word.find(sign); at < end) end = at, next = at + sign.size();
    }
    if (end > 0 && !is_korean_name(word.substr(0, end))) return {};
    if (end > 0) names.push_back(word.substr(0, end));
    word.remove_prefix(next);
  }
  return names;
}

// What stands before a reporter's title: [OUTLET|PLACE=] NAME [NAME…] [PLACE].
bool take_signature(View before, bool reporter_abroad, PressFacts& facts) {
  std::vector<View> names;
  View outlet;
  if (const std::size_t equals = before.rfind('='); equals != View::npos) {
    outlet = stripped(before.substr(0, equals));
    before = before.substr(equals + 1);
  }
  std::vector<View> words = words_of(before);
  if (words.size() > 1 && is_outlet(words.front())) {
    outlet = words.front();
    words.erase(words.begin());
    if (words.front() == "|") words.erase(words.begin());
  }
  if (reporter_abroad && words.size() == 2)
    words.resize(is_korean_name(words[0]) ? 1 : 2);  // 홍길동 도쿄 특파원
  if (words.empty() || words.size() > 4) return false;
  for (View word : words) {
    word = stripped(word);
    const View ending = ending_of(word, kReporterTitles);  // 홍길동 기자, 김철수 기자
    const auto found = joined_names(word.substr(0, word.size() - ending.size()));
    if (found.empty() && ending != word) return false;
    names.insert(names.end(), found.begin(), found.end());
  }
  for (View name : names) add_author(facts, name);
  if (!outlet.empty() && is_outlet(outlet) && !facts.source) facts.source = std::string(outlet);
  return !names.empty();
}

// One part of a line that is nothing but a signature: 홍길동 기자 gildong@example.com
bool take_korean_byline(View part, PressFacts& facts) {
  part = stripped(part);
  for (std::vector<View> words = words_of(part);
       !words.empty() && is_email(stripped(words.back()));) {
    part = stripped(part.substr(0, static_cast<std::size_t>(words.back().data() - part.data())));
    words.pop_back();
  }
  const View title = ending_of(part, kReporterTitles);
  if (title.empty() || part.size() > 90) return false;
  return take_signature(trimmed(part.substr(0, part.size() - title.size())), title == "특파원",
                        facts);
}

bool is_latin_name(View name) {
  const std::vector<View> words = words_of(name);
  if (words.size() < 2 || words.size() > 5) return false;
  return std::all_of(words.begin(), words.end(), [](View word) {
    const auto c = static_cast<unsigned char>(word.front());
    return (c >= 'A' && c <= 'Z') || c >= 0xC3 || word == "de" || word == "van" || word == "von" ||
           word == "bin";
  });
}

// By Jane Doe and John Roe, Staff Writers
bool take_english_byline(View part, PressFacts& facts) {
  part = trimmed(part);
  if (!part.starts_with("By ") && !part.starts_with("BY ")) return false;
  View names = part.substr(3);
  bool some = false;
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(", "), names.size());
    const std::size_t conjunction = std::min(names.find(" and "), names.size());
    const std::size_t end = std::min(comma, conjunction);
    const View name = stripped(names.substr(0, end));
    if (!is_latin_name(name)) return some;
    if (!name.starts_with("Staff") && !name.starts_with("Senior"))
      add_author(facts, name), some = true;
    names.remove_prefix(std::min(names.size(), end + (end == conjunction ? 5 : 2)));
  }
  return some;
}

template <class Range>
View label_of(View part, const Range& labels) {
  for (View label : labels) {
    if (part.starts_with(label)) return label;
  }
  return {};
}

struct Dates {
  std::optional<std::string> published, updated, bare;
};

void keep(std::optional<std::string>& slot, const DateText& date, bool korean) {
  if (!slot) slot = stored_form(date, korean);
}

View after_label(View part) {
  static constexpr View kSigns[] = {" ", ":", "：", "일시", "일", "시간", "|", "ㅣ", "on "};
  for (bool again = true; again;) {
    again = false;
    for (View sign : kSigns) {
      if (part.starts_with(sign)) part.remove_prefix(sign.size()), again = true;
    }
  }
  return part;
}

// Labelled dates anywhere in a short line; a bare date only where it is all of a part.
void take_dates(View part, bool korean, Dates& dates) {
  part = stripped(part);
  while (!part.empty()) {
    const View published = label_of(part, kPublishedLabels),
               updated = label_of(part, kUpdatedLabels);
    const View label = published.empty() ? updated : published;
    const auto date = parse_date_text(after_label(part.substr(label.size())));
    if (!date) return;
    const View rest = after_label(part.substr(label.size())).substr(date->end);
    if (label.empty() && !stripped(rest).empty() &&
        label_of(stripped(rest), kUpdatedLabels).empty())
      return;
    keep(label.empty()       ? dates.bare
         : published.empty() ? dates.updated
                             : dates.published,
         *date, korean);
    part = stripped(rest);
  }
}

// A line cut at | and the like, tabs, and runs of blanks.
std::vector<View> parts_of(View line) {
  static constexpr View kSigns[] = {"|", "ㅣ", "│", "\t", "  ", " / ", " · "};
  std::vector<View> parts;
  while (!line.empty()) {
    std::size_t end = line.size(), next = line.size();
    for (View sign : kSigns) {
      if (const std::size_t at = line.find(sign); at < end) end = at, next = at + sign.size();
    }
    if (const View part = trimmed(line.substr(0, end)); !part.empty()) parts.push_back(part);
    line.remove_prefix(next);
  }
  return parts;
}

// [서울=연합뉴스], (서울=뉴스1) 홍길동 기자 =, 【서울=뉴시스】, [이데일리 홍길동 기자] at the start
// of a paragraph.
void take_korean_lead(View line, PressFacts& facts) {
  static constexpr std::pair<View, View> kBrackets[] = {
      {"[", "]"}, {"(", ")"}, {"【", "】"}, {"〔", "〕"}};
  for (const auto& [open, close] : kBrackets) {
    if (!line.starts_with(open)) continue;
    const std::size_t end = line.find(close);
    if (end == View::npos || end > 120) return;
    const View inside = line.substr(open.size(), end - open.size());
    const std::size_t equals = inside.rfind('=');
    const bool signed_inside = take_korean_byline(inside, facts);
    if (!signed_inside && equals != View::npos && !facts.source &&
        is_outlet(trimmed(inside.substr(equals + 1)))) {
      facts.source = std::string(trimmed(inside.substr(equals + 1)));
    }
    const View after = line.substr(end + close.size());
    const std::size_t sign = after.find('=');
    if (sign != View::npos && sign < 90) take_korean_byline(after.substr(0, sign), facts);
    return;
  }
}

// SEOUL, June 9 (Yonhap) -- | LONDON (Reuters) -
void take_english_lead(View line, Dates& dates, PressFacts& facts) {
  const std::size_t open = line.find(" (");
  const std::size_t close = line.find(") -");
  if (open == View::npos || close == View::npos || close < open || close > 100) return;
  const View before = line.substr(0, open);
  const std::size_t comma = std::min(before.find(','), before.size());
  const auto is_capital = [](char c) {
    return (c >= 'A' && c <= 'Z') || c == ' ' || c == '.' || c == '-' || c == '/';
  };
  if (comma < 3 ||
      !std::all_of(before.begin(), before.begin() + static_cast<long>(comma), is_capital))
    return;
  const View agency = line.substr(open + 2, close - open - 2);
  if (agency.size() <= 40 && !facts.source) facts.source = std::string(agency);
  if (comma == before.size()) return;
  if (const auto date = parse_date_text(trimmed(before.substr(comma + 1))))
    keep(dates.bare, *date, false);
}

// …라고 밝혔다. 홍길동 기자 gildong@example.com, at the end of the last paragraph.
void take_closing_signature(View line, PressFacts& facts) {
  const std::size_t end = line.rfind(". ");
  if (end != View::npos && line.size() - end < 100) take_korean_byline(line.substr(end + 2), facts);
}

std::vector<View> lines_worth_a_look(View text) {
  std::vector<View> lines;
  std::size_t at = 0;
  while (at < text.size() && lines.size() < kHeadLines) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (const View line = trimmed(text.substr(at, end - at)); !line.empty()) lines.push_back(line);
    at = end + 1;
  }
  std::vector<View> tail;
  for (std::size_t end = text.size(); end > at && tail.size() < kTailLines;) {
    const std::size_t newline = text.rfind('\n', end - 1);
    const std::size_t start = newline == View::npos || newline < at ? at : newline + 1;
    if (const View line = trimmed(text.substr(start, end - start)); !line.empty())
      tail.push_back(line);
    end = start == at ? at : start - 1;
  }
  lines.insert(lines.end(), tail.rbegin(), tail.rend());
  return lines;
}

void take_line(View line, bool korean, Dates& dates, PressFacts& facts) {
  take_korean_lead(line, facts);
  if (!korean) take_english_lead(line, dates, facts);
  if (line.size() > kLongestPressLine) return;
  for (View part : parts_of(line)) {
    take_dates(part, korean, dates);
    if (!take_korean_byline(part, facts)) take_english_byline(part, facts);
  }
}

}  // namespace

bool is_outlet_name(std::string_view name) {
  return is_outlet(name);
}

PressFacts read_press_lines(std::string_view text, bool korean) {
  PressFacts facts;
  Dates dates;
  const std::vector<View> lines = lines_worth_a_look(text);
  for (View line : lines) take_line(line, korean, dates, facts);
  if (!lines.empty()) take_closing_signature(lines.back(), facts);
  facts.published = dates.published ? dates.published : dates.bare ? dates.bare : dates.updated;
  return facts;
}

}  // namespace onrecord::formats
