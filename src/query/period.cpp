#include "query/period.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "text/utf8.h"

namespace onrecord::query {
namespace {

using Words = std::vector<QuestionWord>;

// Words [from, from + words) name the days first to last; `limit` is what a Korean ending says
// (since, until …).
struct Named {
  std::size_t words = 0;
  Date first, last;
  std::string limit;
  bool needs_limit = false;  // "May", "2023": time only where a word like "in" stands before it
};

std::string_view period_value(std::string_view word) {
  return lexicon_value(word, "ask_period");
}

std::string_view after(std::string_view value, std::string_view key) {
  return value.starts_with(key) && value.size() > key.size() ? value.substr(key.size() + 1)
                                                             : std::string_view{};
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

std::pair<int, int> shift_month(int year, int month, int steps) {
  const int index = year * 12 + month - 1 + steps;
  return {index / 12, index % 12 + 1};
}

void set_month(Named& named, int year, int month) {
  named.first = {year, month, 1};
  named.last = {year, month, days_in_month(year, month)};
}

void set_unit(Named& named, std::string_view unit, int steps, Date today) {
  if (unit == "day") {
    named.first = named.last = add_days(today, steps);
  } else if (unit == "week") {
    named.first = add_days(today, -weekday(today) + 7L * steps);
    named.last = add_days(named.first, 6);
  } else if (unit == "month") {
    const auto [year, month] = shift_month(today.year, today.month, steps);
    set_month(named, year, month);
  } else {
    named.first = {today.year + steps, 1, 1};
    named.last = {today.year + steps, 12, 31};
  }
}

// The last such month that has begun.
int year_of_month(int month, Date today) {
  return month > today.month ? today.year - 1 : today.year;
}

// "지난달에" -> {"지난달", "in"}: every way to part a word from what limits it, the whole word
// first.
std::vector<std::pair<std::string, std::string>> with_endings(const std::string& word) {
  std::vector<std::pair<std::string, std::string>> ways{{word, ""}};
  if (!has_hangul(word)) return ways;
  for (std::size_t cut = word.size(); cut > 0;) {
    text::decode_backwards(word, cut);
    const auto limit = after(period_value(std::string_view(word).substr(cut)), "limit");
    if (cut > 0 && !limit.empty()) ways.emplace_back(word.substr(0, cut), limit);
  }
  return ways;
}

// today, last month, 지난달에
std::optional<Named> relative(const Words& words, std::size_t at, Date today) {
  for (std::size_t n = 2; n > 0; --n) {
    if (at + n > words.size()) continue;
    for (const auto& [last, limit] : with_endings(words[at + n - 1].text)) {
      const std::string_view value = period_value(n == 2 ? words[at].text + " " + last : last);
      const std::size_t blank = value.find(' ');
      if (blank == std::string_view::npos) continue;
      const auto steps = number(value.substr(blank + 1));
      const std::string_view unit = value.substr(0, blank);
      if (!steps || unit == "name" || unit == "unit" || unit == "limit") continue;
      Named named{n, {}, {}, limit};
      set_unit(named, unit, *steps, today);
      return named;
    }
  }
  return std::nullopt;
}

std::size_t leading_digits(std::string_view word) {
  return std::min(word.find_first_not_of("0123456789"), word.size());
}

// "last 3 months", "지난 3개월간": up to today.
std::optional<Named> span(const Words& words, std::size_t at, Date today) {
  if (period_value(words[at].text) != "span" || at + 1 >= words.size()) return std::nullopt;
  const std::string& second = words[at + 1].text;
  const std::size_t digits = leading_digits(second);
  const auto count = number(std::string_view(second).substr(0, digits));
  if (!count || *count > 10000) return std::nullopt;
  const bool apart = digits == second.size();
  if (apart && at + 2 >= words.size()) return std::nullopt;
  for (const auto& [head, limit] :
       with_endings(apart ? words[at + 2].text : second.substr(digits))) {
    const auto unit = after(period_value(head), "unit");
    if (unit.empty()) continue;
    Named named{apart ? 3u : 2u, today, today, ""};
    const auto [year, month] = shift_month(today.year, today.month,
                                           unit == "month"  ? -*count
                                           : unit == "year" ? -12 * *count
                                                            : 0);
    named.first = {year, month, std::min(today.day, days_in_month(year, month))};
    if (unit == "day" || unit == "week")
      named.first = add_days(today, -(unit == "week" ? 7L : 1L) * *count);
    return named;
  }
  return std::nullopt;
}

struct KoreanDate {
  std::optional<int> year, month, day;
};

// Reads 2023년, 6월, 9일 from the front of `word`; what is left stays in it.
bool read_korean_part(std::string_view& word, KoreanDate& date) {
  const std::size_t digits = leading_digits(word);
  const auto value = number(word.substr(0, digits));
  if (!value) return false;
  const std::string_view rest = word.substr(digits);
  const std::pair<std::string_view, std::optional<int>*> units[] = {
      {"년", &date.year}, {"월", &date.month}, {"일", &date.day}};
  for (const auto& [unit, field] : units) {
    if (!rest.starts_with(unit) || *field) continue;
    *field = value;
    word = rest.substr(unit.size());
    return true;
  }
  return false;
}

bool set_days(Named& named, KoreanDate date, Date today) {
  if (date.year && *date.year < 1800) return false;
  if (date.day && !date.month && date.year) return false;
  const int month = date.month.value_or(today.month);
  if (month < 1 || month > 12) return false;
  const int year = date.year.value_or(date.month ? year_of_month(month, today) : today.year);
  if (date.day) {
    named.first = {year, month, *date.day};
    if (!date.month && named.first > today) {  // "9일" on the 5th: of last month
      const auto [earlier, last_month] = shift_month(year, month, -1);
      named.first = {earlier, last_month, *date.day};
    }
    named.last = named.first;
    return is_valid(named.first);
  }
  if (date.month) {
    set_month(named, year, month);
  } else {
    named.first = {year, 1, 1};
    named.last = {year, 12, 31};
  }
  return true;
}

// 2023년 6월 9일부터
std::optional<Named> korean_date(const Words& words, std::size_t at, Date today) {
  KoreanDate date;
  Named named;
  while (at + named.words < words.size()) {
    std::string_view rest = words[at + named.words].text;
    KoreanDate longer = date;
    bool read = false;
    while (read_korean_part(rest, longer)) read = true;
    const auto limit = after(period_value(rest), "limit");
    if (!read || (!rest.empty() && limit.empty())) break;
    date = longer;
    ++named.words;
    named.limit = limit;
    if (!limit.empty()) break;
  }
  if (named.words == 0 || !set_days(named, date, today)) return std::nullopt;
  return named;
}

// 2023-06-09, 2023-06, 2023.6.9
std::optional<Named> numeric_date(const Words& words, std::size_t at, Date) {
  for (const auto& [word, limit] : with_endings(words[at].text)) {
    std::vector<int> parts;
    std::string_view rest = word;
    while (parts.size() < 4) {
      const std::size_t digits = leading_digits(rest);
      const auto value = number(rest.substr(0, digits));
      if (!value) break;
      parts.push_back(*value);
      rest.remove_prefix(digits);
      if (rest.empty() || (rest[0] != '-' && rest[0] != '.' && rest[0] != '/')) break;
      rest.remove_prefix(1);
    }
    if (!rest.empty() || parts.empty() || parts.size() > 3 || parts[0] < 1800 || parts[0] > 2200)
      continue;
    Named named{1, {}, {}, limit, parts.size() == 1 && limit.empty()};
    KoreanDate date{parts[0], std::nullopt, std::nullopt};
    if (parts.size() > 1) date.month = parts[1];
    if (parts.size() > 2) date.day = parts[2];
    if (set_days(named, date, {parts[0], 1, 1})) return named;
  }
  return std::nullopt;
}

std::optional<int> day_number(std::string_view word) {
  std::string_view digits = word.substr(0, leading_digits(word));
  const std::string_view rest = word.substr(digits.size());
  if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th")
    return std::nullopt;
  const auto value = number(digits);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

std::optional<int> month_name(const Words& words, std::size_t at) {
  if (at >= words.size()) return std::nullopt;
  return number(after(period_value(words[at].text), "name"));
}

// June 9, 2023; 9 June 2023; June 2023; June
std::optional<Named> english_date(const Words& words, std::size_t at, Date today) {
  KoreanDate date;
  Named named;
  if (const auto day = day_number(words[at].text); day && month_name(words, at + 1)) {
    date.day = day;
    ++named.words;
  }
  date.month = month_name(words, at + named.words);
  if (!date.month) return std::nullopt;
  ++named.words;
  if (!date.day && at + named.words < words.size()) {
    date.day = day_number(words[at + named.words].text);
    named.words += date.day ? 1 : 0;
  }
  if (at + named.words < words.size()) {
    const auto year = number(words[at + named.words].text);
    if (year && *year > 1800 && *year < 2200) date.year = year;
    named.words += date.year ? 1 : 0;
  }
  named.needs_limit = named.words == 1;
  if (!set_days(named, date, today)) return std::nullopt;
  return named;
}

std::optional<Named> name_days(const Words& words, std::size_t at, Date today) {
  if (at >= words.size()) return std::nullopt;
  for (auto read : {span, relative, korean_date, numeric_date, english_date}) {
    if (auto named = read(words, at, today)) return named;
  }
  return std::nullopt;
}

void narrow(Period& period, std::optional<Date> since, std::optional<Date> until) {
  if (since && (!period.since || *period.since < *since)) period.since = since;
  if (until && (!period.until || *until < *period.until)) period.until = until;
}

void apply(Period& period, std::string_view limit, const Named& named) {
  if (limit == "since" || limit == "from") {
    narrow(period, named.first, std::nullopt);
  } else if (limit == "after") {
    narrow(period, add_days(named.last, 1), std::nullopt);
  } else if (limit == "until") {
    narrow(period, std::nullopt, named.last);
  } else if (limit == "before") {
    narrow(period, std::nullopt, add_days(named.first, -1));
  } else {
    narrow(period, named.first, named.last);
  }
}

// "between A and B", "from A to B": the words of the second date, joining word included.
std::size_t second_date(const Words& words, std::size_t at, Date today, Period& period) {
  if (at + 1 >= words.size()) return 0;
  const std::string joint = lower_ascii(words[at].text);
  if (joint != "and" && joint != "to" && joint != "until" && joint != "through") return 0;
  const auto named = name_days(words, at + 1, today);
  if (!named) return 0;
  narrow(period, std::nullopt, named->last);
  return named->words + 1;
}

std::string_view limit_of(const Words& words, std::size_t at) {
  return at < words.size() ? after(period_value(words[at].text), "limit") : std::string_view{};
}

}  // namespace

Period cut_period(std::vector<QuestionWord>& words, Date today) {
  Period period;
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view before = has_hangul(words[at].text) ? "" : limit_of(words, at);
    std::size_t begin = before.empty() ? at : at + 1;
    if (begin > at && begin < words.size() && lower_ascii(words[begin].text) == "the") ++begin;
    const auto named = name_days(words, begin, today);
    if (!named || (named->needs_limit && before.empty())) {
      ++at;
      continue;
    }
    std::size_t end = begin + named->words;
    std::string_view limit = before.empty() ? std::string_view(named->limit) : before;
    if (limit == "between" || limit == "from") {
      limit = "from";
      end += second_date(words, end, today, period);
    } else if (limit.empty() && end < words.size() && has_hangul(words[end].text)) {
      limit = limit_of(words, end);
      end += limit.empty() ? 0 : 1;
    }
    apply(period, limit, *named);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(at),
                words.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return period;
}

}  // namespace onrecord::query
