// Dates as the press writes them: 2024.03.11 09:30, 2024년 3월 11일 오후 3시 5분, March 11, 2024,
// ISO 8601.
//
// Output: the two forms that are stored, "2023-06-09" and "2023-06-09T10:30:00+09:00".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onrecord::formats {

struct DateText {
  std::string iso;  // a day, or a time with its zone where it has one: "2024-03-11T09:30:00"
  bool has_time = false;
  bool has_zone = false;
  std::size_t end = 0;  // bytes taken, from the start of the text
};

// A full date (year, month, day) at the start of `text`, with a weekday and a time after it where
// they stand.
std::optional<DateText> parse_date_text(std::string_view text);

// The date that `value` starts with. A time without a zone is Korea's (+09:00) in a Korean article;
// elsewhere only the day is certain. Nothing where it is no date.
std::optional<std::string> published_from(std::string_view value, bool korean);
std::string stored_form(const DateText& date, bool korean);

}  // namespace onrecord::formats
