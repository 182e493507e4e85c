#include "formats/press_lines.h"

#include <doctest/doctest.h>

#include "formats/date_text.h"

using namespace onrecord::formats;

namespace {
using Names = std::vector<std::string>;

PressFacts korean(std::string_view text) {
  return read_press_lines(text, true);
}
PressFacts english(std::string_view text) {
  return read_press_lines(text, false);
}

std::string stored(std::string_view text, bool in_korean = true) {
  return published_from(text, in_korean).value_or("none");
}
}  // namespace

TEST_CASE("formats: dates as the press writes them") {
  CHECK(stored("2024.03.11 09:30") == "2024-03-11T09:30:00+09:00");
  CHECK(stored("2024-03-11") == "2024-03-11");
  CHECK(stored("2024. 3. 11. 오후 3:05") == "2024-03-11T15:05:00+09:00");
  CHECK(stored("2024년 3월 11일(월) 오전 9시 5분") == "2024-03-11T09:05:00+09:00");
  CHECK(stored("2024/03/11 12:30 PM", false) == "2024-03-11");
  CHECK(stored("2024-03-11T09:30:15.123+0900") == "2024-03-11T09:30:15+09:00");
  CHECK(stored("2024-03-11T00:30:00Z") == "2024-03-11T00:30:00+00:00");
  CHECK(stored("20240311") == "2024-03-11");
  CHECK(stored("March 11, 2024", false) == "2024-03-11");
  CHECK(stored("Mon, 11 Mar 2024 09:30:00 +0900", false) == "2024-03-11T09:30:00+09:00");
  CHECK(stored("Mar. 11, 2024, 9:30 p.m. KST", false) == "2024-03-11T21:30:00+09:00");
}

TEST_CASE("formats: what is no date is none") {
  CHECK(stored("2024-13-11") == "none");
  CHECK(stored("2024.02.30") == "none");
  CHECK(stored("어제") == "none");
  CHECK(stored("2024") == "none");
  CHECK(stored("Maybe 11, 2024", false) == "none");
  CHECK(stored("") == "none");
}

TEST_CASE("formats: the date line of a Korean page") {
  CHECK(korean("제목\n입력 2024.03.11 09:30 | 수정 2024.03.12 10:00\n본문이다.").published ==
        "2024-03-11T09:30:00+09:00");
  CHECK(korean("제목\n승인 2024.03.11 09:30\n본문이다.").published == "2024-03-11T09:30:00+09:00");
  CHECK(korean("제목\n입력 : 2024-03-11 09:30 수정 : 2024-03-12 10:00\n").published ==
        "2024-03-11T09:30:00+09:00");
  CHECK(korean("제목\n수정 2024.03.12\n본문").published == "2024-03-12");
  CHECK(korean("제목\n홍길동 기자\t2024년 3월 11일\n본문").published == "2024-03-11");
}

TEST_CASE("formats: a date in a sentence is not the date of publication") {
  CHECK_FALSE(korean("제목\n2024년 3월 11일 서울에서 열린 회의에서 장관이 말했다.").published);
  CHECK_FALSE(english("On March 11, 2024 the minister spoke.").published);
}

TEST_CASE("formats: Korean bylines") {
  CHECK(korean("제목\n홍길동 기자 gildong@example.com\n본문").authors == Names{"홍길동"});
  CHECK(korean("제목\n홍길동·김철수 기자\n본문").authors == Names{"홍길동", "김철수"});
  CHECK(korean("제목\n홍길동 기자, 김철수 기자\n본문").authors == Names{"홍길동", "김철수"});
  CHECK(korean("제목\n도쿄=홍길동 특파원\n본문").authors == Names{"홍길동"});
  CHECK(korean("제목\n홍길동 워싱턴 특파원\n본문").authors == Names{"홍길동"});
  CHECK(korean("제목\n본문이라고 밝혔다. 홍길동 기자 a@b.co.kr").authors == Names{"홍길동"});
  CHECK(korean("제목\n홍길동 기자는 말했다\n본문").authors.empty());
  CHECK(korean("제목\n사건을 취재한 기자").authors.empty());
}

TEST_CASE("formats: datelines of agencies name the source") {
  const auto bracket = korean("제목\n[서울=연합뉴스] 홍길동 김철수 기자 = 정부가 11일 밝혔다.");
  CHECK(bracket.source == "연합뉴스");
  CHECK(bracket.authors == Names{"홍길동", "김철수"});
  CHECK(korean("(서울=뉴스1) 홍길동 기자 = 정부가").source == "뉴스1");
  CHECK(korean("【서울=뉴시스】홍길동 기자 = 정부가").authors == Names{"홍길동"});
  const auto inside = korean("[이데일리 홍길동 기자] 정부가 11일 밝혔다.");
  CHECK(inside.source == "이데일리");
  CHECK(inside.authors == Names{"홍길동"});
  CHECK(korean("[헤럴드경제=홍길동 기자] 정부가").source == "헤럴드경제");
  CHECK_FALSE(korean("[부산=홍길동 기자] 정부가").source);
  CHECK_FALSE(korean("[앵커] 정부가").source);
}

TEST_CASE("formats: English bylines and datelines") {
  CHECK(english("Title\nBy Jane Doe\nSEOUL, June 9 (Yonhap) -- The minister").authors ==
        Names{"Jane Doe"});
  CHECK(english("Title\nBy Jane Doe and John Roe, Staff Writers\n").authors ==
        Names{"Jane Doe", "John Roe"});
  CHECK(english("SEOUL, June 9 (Yonhap) -- The minister").source == "Yonhap");
  CHECK_FALSE(english("SEOUL, June 9 (Yonhap) -- The minister").published);
  CHECK(english("LONDON (Reuters) - The minister").source == "Reuters");
  CHECK(english("Title\nMarch 11, 2024\nBody").published == "2024-03-11");
  CHECK(english("Title\nPublished: March 11, 2024 9:30 KST\n").published ==
        "2024-03-11T09:30:00+09:00");
  CHECK(english("By Friday the talks (if any) - had ended").authors.empty());
}
