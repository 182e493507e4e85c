#include "formats/date_text.h"

#include <array>
#include <cstdio>

#include "base/date.h"

namespace onrecord::formats {
namespace {

// Reads from the front of a text; each step either takes what it looks for or leaves all as it was.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  void back_to(std::size_t at) { at_ = at; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }

  void blanks() {
    while (peek() == ' ' || peek() == '\t') ++at_;
  }

  bool take(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }

  // ASCII letters in any case.
  bool take_word(std::string_view lower) {
    const std::string_view here = text_.substr(at_, lower.size());
    if (here.size() < lower.size()) return false;
    for (std::size_t i = 0; i < here.size(); ++i) {
      if ((here[i] | 32) != lower[i]) return false;
    }
    at_ += lower.size();
    return true;
  }

  bool is_letter() const { return ((peek() | 32) >= 'a') && ((peek() | 32) <= 'z'); }
  void letters() {
    while (is_letter()) ++at_;
  }

  // Between `least` and `most` digits, not followed by another.
  std::optional<int> number(int least, int most) {
    int value = 0, digits = 0;
    std::size_t i = at_;
    for (; i < text_.size() && text_[i] >= '0' && text_[i] <= '9' && digits < most; ++i, ++digits) {
      value = value * 10 + (text_[i] - '0');
    }
    const bool more = i < text_.size() && text_[i] >= '0' && text_[i] <= '9';
    if (digits < least || more) return std::nullopt;
    at_ = i;
    return value;
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view kWeekdays[] = {"(월)",   "(화)",   "(수)",   "(목)",   "(금)",
                                          "(토)",   "(일)",   "월요일", "화요일", "수요일",
                                          "목요일", "금요일", "토요일", "일요일"};

// A month's name, whole or cut after its third letter or later, with a full stop or none.
std::optional<int> month_name(Cursor& in) {
  const std::size_t start = in.at();
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    std::size_t size = kMonths[i].size();
    while (size >= 3 && !in.take_word(kMonths[i].substr(0, size))) --size;
    if (size < 3) continue;
    if (in.is_letter()) break;
    in.take(".");
    return static_cast<int>(i) + 1;
  }
  in.back_to(start);
  return std::nullopt;
}

// What parts year, month and day: the same sign twice, or 년 and 월.
bool part(Cursor& in, std::string_view sign) {
  in.blanks();
  if (!in.take(sign)) return false;
  in.blanks();
  return true;
}

std::optional<Date> numeric_day(Cursor& in) {
  const auto year = in.number(4, 4);
  if (!year) return std::nullopt;
  for (std::string_view sign : {"-", ".", "/"}) {
    const std::size_t start = in.at();
    if (!part(in, sign)) continue;
    const auto month = in.number(1, 2);
    const bool parted = month && part(in, sign);
    const auto day = parted ? in.number(1, 2) : std::nullopt;
    if (day) {
      if (sign == ".") in.take(".");
      return Date{*year, *month, *day};
    }
    in.back_to(start);
  }
  if (!part(in, "년")) return std::nullopt;
  const auto month = in.number(1, 2);
  if (!month || !part(in, "월")) return std::nullopt;
  const auto day = in.number(1, 2);
  return day && part(in, "일") ? std::optional<Date>({*year, *month, *day}) : std::nullopt;
}

std::optional<Date> compact_day(Cursor& in) {
  const auto digits = in.number(8, 8);
  if (!digits) return std::nullopt;
  return Date{*digits / 10000, *digits / 100 % 100, *digits % 100};
}

// March 11, 2024 and 11 March 2024, a weekday before it left out.
std::optional<Date> named_day(Cursor& in) {
  for (std::string_view day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
    if (!in.take_word(day)) continue;
    in.letters();
    in.take(",") || in.take(".,") || in.take(".");
    in.blanks();
    break;
  }
  auto day = in.number(1, 2);
  in.blanks();
  const auto month = month_name(in);
  if (!month) return std::nullopt;
  in.blanks();
  if (!day) {
    day = in.number(1, 2);
    in.take(",");
    in.blanks();
  }
  const auto year = in.number(4, 4);
  return day && year ? std::optional<Date>({*year, *month, *day}) : std::nullopt;
}

std::optional<Date> day_of(Cursor& in) {
  for (auto* read : {numeric_day, compact_day, named_day}) {
    const std::size_t start = in.at();
    const auto day = read(in);
    if (day && is_valid(*day)) return day;
    in.back_to(start);
  }
  return std::nullopt;
}

struct Time {
  int hour = 0, minute = 0, second = 0;
  std::string zone;
};

void skip_weekday(Cursor& in) {
  const std::size_t start = in.at();
  in.blanks();
  for (std::string_view day : kWeekdays) {
    if (in.take(day)) return;
  }
  in.back_to(start);
}

// -1: none, 0: before noon, 1: after noon.
int half_before(Cursor& in) {
  if (in.take("오전") || in.take("AM ")) return in.blanks(), 0;
  if (in.take("오후") || in.take("PM ")) return in.blanks(), 1;
  return -1;
}

int half_after(Cursor& in) {
  const std::size_t start = in.at();
  in.blanks();
  if (in.take_word("am") || in.take_word("a.m.")) return 0;
  if (in.take_word("pm") || in.take_word("p.m.")) return 1;
  in.back_to(start);
  return -1;
}

std::string zone_of(Cursor& in) {
  const std::size_t start = in.at();
  if (in.take("Z")) return "+00:00";
  in.blanks();
  if (in.take("KST")) return "+09:00";
  if (in.take("GMT") || in.take("UTC")) return "+00:00";
  const char sign = in.peek();
  if (sign == '+' || sign == '-') {
    in.take(std::string_view(&sign, 1));
    auto hours = in.number(2, 2);
    auto minutes = std::optional<int>(0);
    if (hours && in.take(":")) {
      minutes = in.number(2, 2);
    } else if (!hours) {
      const auto both = in.number(4, 4);
      if (both) hours = *both / 100, minutes = *both % 100;
    }
    char buffer[32];
    if (hours && minutes && *hours <= 14 && *minutes < 60) {
      std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", sign, *hours, *minutes);
      return buffer;
    }
  }
  in.back_to(start);
  return {};
}

// 09:30, 09:30:15.123, 오후 3시 5분
std::optional<Time> clock_of(Cursor& in) {
  Time time;
  int half = half_before(in);
  const auto hour = in.number(1, 2);
  if (!hour) return std::nullopt;
  if (in.take(":")) {
    const auto minute = in.number(2, 2);
    if (!minute) return std::nullopt;
    time.minute = *minute;
    if (in.take(":")) time.second = in.number(2, 2).value_or(0);
    if (in.take(".")) in.number(1, 9);
  } else if (in.take("시")) {
    in.blanks();
    const std::size_t before = in.at();
    const auto minute = in.number(1, 2);
    minute&& in.take("분") ? time.minute = *minute : (in.back_to(before), 0);
  } else {
    return std::nullopt;
  }
  if (half < 0) half = half_after(in);
  time.hour = half < 0 ? *hour : *hour % 12 + 12 * half;
  if (time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
  time.zone = zone_of(in);
  return time;
}

std::optional<Time> time_after(Cursor& in) {
  const std::size_t start = in.at();
  in.take("T") || in.take(",") || in.take(" -");
  in.blanks();
  in.take("at ");
  auto time = clock_of(in);
  if (!time) in.back_to(start);
  return time;
}

}  // namespace

std::optional<DateText> parse_date_text(std::string_view text) {
  Cursor in(text);
  const auto before = clock_of(in);  // 16:04 June 09, 2023
  in.blanks();
  if (!before) in.back_to(0);
  const auto day = day_of(in);
  if (!day) return std::nullopt;
  DateText out;
  out.iso = iso(*day);
  skip_weekday(in);
  if (const auto time = before ? before : time_after(in)) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d", time->hour, time->minute, time->second);
    out.iso += buffer + time->zone;
    out.has_time = true;
    out.has_zone = !time->zone.empty();
  }
  out.end = in.at();
  return out;
}

std::string stored_form(const DateText& date, bool korean) {
  if (!date.has_time || date.has_zone) return date.iso;
  return korean ? date.iso + "+09:00" : date.iso.substr(0, 10);
}

std::optional<std::string> published_from(std::string_view value, bool korean) {
  const std::size_t first = value.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return std::nullopt;
  const auto date = parse_date_text(value.substr(first));
  return date ? std::optional<std::string>(stored_form(*date, korean)) : std::nullopt;
}

}  // namespace onrecord::formats
