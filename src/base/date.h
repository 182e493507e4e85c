// A day of the proleptic Gregorian calendar, and the ISO 8601 forms that the archive stores.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord {

struct Date {
  int year = 0;
  int month = 1;  // 1–12
  int day = 1;    // 1–31
  friend auto operator<=>(const Date&, const Date&) = default;
};

bool is_valid(Date date);
int days_in_month(int year, int month);

// Days since 1970-01-01; the two are inverse.
long days_from_civil(Date date);
Date civil_from_days(long days);
Date add_days(Date date, long days);

// 0 = Monday … 6 = Sunday.
int weekday(Date date);

// "2023-06-09". Parsing takes that, and the day of "2023-06-09T10:30:00+09:00"; nothing else.
std::string iso(Date date);
std::optional<Date> parse_iso_day(std::string_view text);

}  // namespace onrecord
