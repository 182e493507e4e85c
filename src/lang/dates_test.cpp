#include <doctest/doctest.h>

#include <string>

#include "lang/dates.h"

namespace onrecord::lang {
namespace {

constexpr Date kPublished{2023, 6, 10};  // a Saturday

// "text|start|end" of every date, parted by "; ".
std::string dates(std::string_view text, std::optional<Date> published = kPublished) {
  std::string out;
  for (const DateFound& d : find_dates(text, published)) {
    if (!out.empty()) out += "; ";
    out += std::string(slice(text, d.span)) + "=" + (d.start ? iso(*d.start) : "-");
    if (d.end && d.end != d.start) out += ".." + iso(*d.end);
  }
  return out;
}

TEST_CASE("dates: a day without month is the last such day, with 오는 the next") {
  CHECK(dates("지난 9일 열렸다.") == "지난 9일=2023-06-09");
  CHECK(dates("지난 12일 열렸다.") == "지난 12일=2023-05-12");
  CHECK(dates("오는 12일 열린다.") == "오는 12일=2023-06-12");
  CHECK(dates("오는 3일 열린다.") == "오는 3일=2023-07-03");
  CHECK(dates("10일 열렸다.") == "10일=2023-06-10");
  CHECK(dates("9일(현지시간) 만났다.") == "9일(현지시간)=2023-06-09");
}

TEST_CASE("dates: the sentence says where an incomplete date lies") {
  CHECK(dates("행사는 12일 열릴 예정이다.") == "12일=2023-06-12");
  CHECK(dates("행사는 12일 열린다.") == "12일=2023-06-12");
  CHECK(dates("행사는 12일 열렸다.") == "12일=2023-05-12");
}

TEST_CASE("dates: 이날 is the last day written out, else the day of publication") {
  CHECK(dates("지난 7일 열렸다. 이날 만났다. 전날 왔다. 다음 날 갔다.") ==
        "지난 7일=2023-06-07; 이날=2023-06-07; 전날=2023-06-06; 다음 날=2023-06-08");
  CHECK(dates("이날 만났다.") == "이날=2023-06-10");
}

TEST_CASE("dates: months and years written or counted") {
  CHECK(dates("지난달 20일에") == "지난달 20일=2023-05-20");
  CHECK(dates("지난해 3월") == "지난해 3월=2022-03-01..2022-03-31");
  CHECK(dates("2023년 6월 9일") == "2023년 6월 9일=2023-06-09");
  CHECK(dates("6월 9일") == "6월 9일=2023-06-09");
  CHECK(dates("12월 9일") == "12월 9일=2022-12-09");
  CHECK(dates("올해 상반기에") == "올해 상반기=2023-01-01..2023-06-30");
  CHECK(dates("10년 후에는") == "10년 후=2033-01-01..2033-12-31");
  CHECK(dates("지난주 금요일") == "지난주 금요일=2023-06-02");
  CHECK(dates("내달 초") == "내달 초=2023-07-01..2023-07-10");
}

TEST_CASE("dates: ranges") {
  CHECK(dates("지난달 20일부터 25일까지") == "지난달 20일부터 25일=2023-05-20..2023-05-25");
  CHECK(dates("5월 20~25일") == "5월 20~25일=2023-05-20..2023-05-25");
}

TEST_CASE("dates: a range of two days, months or years is one date") {
  CHECK(dates("4월 30일~5월 2일") == "4월 30일~5월 2일=2023-04-30..2023-05-02");
  CHECK(dates("4월 30일부터 5월 2일까지") == "4월 30일부터 5월 2일=2023-04-30..2023-05-02");
  CHECK(dates("2019~2021년") == "2019~2021년=2019-01-01..2021-12-31");
  CHECK(dates("on April 3-5, and 3-5 April") ==
        "April 3-5=2023-04-03..2023-04-05; 3-5 April=2023-04-03..2023-04-05");
  CHECK(dates("지난 5월 2일, 4월 30일") == "지난 5월 2일=2023-05-02; 4월 30일=2023-04-30");
}

TEST_CASE("dates: 같은 달, 같은 해, the next day count from what was named") {
  CHECK(dates("2019년 2월 갔다. 같은 해 5월 왔다.") ==
        "2019년 2월=2019-02-01..2019-02-28; 같은 해 5월=2019-05-01..2019-05-31");
  CHECK(dates("같은 해 5월 왔다.") == "같은 해 5월=-");
  CHECK(dates("He left on June 7. The next day it rained. The day before the vote it froze.") ==
        "June 7=2023-06-07; next day=2023-06-08; day before=-");
}

TEST_CASE("dates: days counted from an event are not counted from the paper's") {
  CHECK(dates("이틀 전 떠났다.") == "이틀 전=2023-06-08");
  CHECK(dates("개막 이틀 전 떠났다.") == "이틀 전=-");
  CHECK(dates("사흘 뒤 숨졌다.") == "사흘 뒤=-");
  CHECK(dates("사흘 뒤 떠난다.") == "사흘 뒤=2023-06-13");
}

TEST_CASE("dates: halves and quarters need their year in English") {
  CHECK(dates("in the first half of 2022") == "first half of 2022=2022-01-01..2022-06-30");
  CHECK(dates("scored in the first half") == "");
}

TEST_CASE("dates: lengths of time are no dates") {
  CHECK(dates("1일 3회, 1박 2일") == "");
  CHECK(dates("9일간 10일째 3일 동안 5개월 만에 3년 연속") == "");
  CHECK(dates("30월 45일") == "");
}

TEST_CASE("dates: nothing is invented") {
  CHECK(dates("지난 9일, 6월 9일, 어제, on Friday", std::nullopt) ==
        "지난 9일=-; 6월 9일=-; 어제=-; Friday=-");
  CHECK(dates("2023년 2월 30일") == "2023년 2월 30일=-");
  CHECK(dates("2023년 6월 9일 열렸다. 이날", std::nullopt) ==
        "2023년 6월 9일=2023-06-09; 이날=2023-06-09");
}

TEST_CASE("dates: English forms") {
  CHECK(dates("on June 9") == "June 9=2023-06-09");
  CHECK(dates("on June 9, 2022, and") == "June 9, 2022=2022-06-09");
  CHECK(dates("on 9 June 2022") == "9 June 2022=2022-06-09");
  CHECK(dates("in June 2022") == "June 2022=2022-06-01..2022-06-30");
  CHECK(dates("on Friday") == "Friday=2023-06-09");
  CHECK(dates("It will open on Friday") == "Friday=2023-06-16");
  CHECK(dates("yesterday and today") == "yesterday=2023-06-09; today=2023-06-10");
  CHECK(dates("last month") == "last month=2023-05-01..2023-05-31");
  CHECK(dates("two years ago") == "two years ago=2021-01-01..2021-12-31");
  CHECK(dates("They may march on. March was cold.") == "");
}

}  // namespace
}  // namespace onrecord::lang
