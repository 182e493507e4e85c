// What counts as an event, where it took place, and who took no part.
#include <doctest/doctest.h>

#include <algorithm>

#include "extract/extract.h"
#include "text/layout.h"

using namespace onrecord;

namespace {

std::vector<Event> events_of(const std::string& sentence) {
  Document d;
  d.text = "제목 하나\n\n" + sentence;
  d.language = "ko";
  d.published = "2024-10-13";
  d.blocks = text::find_blocks(d.text);
  return extract::extract(d).events;
}

bool takes_part(const Event& event, const std::string& name) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const Participant& p) { return p.name == name; });
}

}  // namespace

TEST_CASE("events: what is reported to have happened is an event, who tells of it takes no part") {
  const auto found = events_of(
      "소방당국에 따르면 11일 오전 3시께 경기 안산시 단원구의 한 공장에서 불이 나 3명이 다쳤다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].type == "accident");
  CHECK(found[0].date == "2024-10-11");
  CHECK(found[0].place == "경기 안산시 단원구의 한 공장");
  CHECK_FALSE(takes_part(found[0], "소방당국"));
}

TEST_CASE("events: a verb before a noun of news tells of an event; one yet to come does not") {
  const auto found =
      events_of("박서준 한누리전자 회장이 10일 서울대병원에서 별세했다는 소식이 전해졌다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].type == "death");
  CHECK(found[0].date == "2024-10-10");
  CHECK(takes_part(found[0], "박서준"));
  CHECK(events_of("박서준 회장은 김하늘 장관을 만나겠다는 뜻을 전했다.").empty());
}

TEST_CASE("events: a clause before a place is no part of it") {
  const auto found = events_of(
      "경찰은 12일 여행을 마치고 부산 해운대구로 돌아온 박서준 씨를 부산역에서 긴급체포했다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].type == "arrest");
  CHECK(found[0].place.find("마치고") == std::string::npos);
}

TEST_CASE("events: what was called off, denied or asked for did not take place") {
  CHECK(events_of("박서준 회장과 김하늘 장관의 회동이 11일 무산됐다.").empty());
  CHECK(events_of("박서준 회장은 11일 서울시청에서 기자회견을 열지 않았다.").empty());
  CHECK(events_of("박서준 회장은 김하늘 장관에게 이사회 개최를 촉구했다.").empty());
}

TEST_CASE("events: whom the press calls or meets gives an interview") {
  CHECK(events_of("박서준 회장은 11일 본지와의 통화에서 아쉽다고 말했다.").empty());
  CHECK(events_of("박서준 회장은 11일 기자들과 만나 아쉽다고 말했다.").empty());
  CHECK(events_of("박서준 회장은 11일 부산에서 김하늘 장관과 만나 악수했다.").size() == 1);
}

TEST_CASE("events: a verb and its object make a trigger") {
  const auto found = events_of("박서준 선수가 11일 부산시청에서 은퇴를 선언했다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].type == "resignation");
  CHECK(found[0].place == "부산시청");
}

TEST_CASE("events: one set for a day to come counts, without a day it does not") {
  const auto found = events_of("다음 공판은 11월 20일 열린다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].date == "2024-11-20");
  CHECK(events_of("공판은 언젠가 열린다.").empty());
}

TEST_CASE("events: the day of another verb is not the event's") {
  const auto found = events_of("한누리전자가 지난 1일 무너진 창고의 복구 계획을 내놨다.");
  for (const Event& event : found) CHECK((event.type == "accident" || event.date.empty()));
}

TEST_CASE("events: a reported clause keeps its people, the report its own") {
  const auto found = events_of(
      "박서준 회장은 16일 제주에서 김하늘 장관과 오찬 회동을 갖는다고 이보람 대변인이 서면브리핑을 "
      "통해 "
      "12일 밝혔다.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].date == "2024-10-16");
  CHECK(takes_part(found[0], "김하늘"));
  CHECK(found[1].date == "2024-10-12");
  CHECK_FALSE(takes_part(found[1], "김하늘"));
}

TEST_CASE("events: a place is told with its town, a word like 병원 alone is none") {
  CHECK(events_of("11일 경기 화성시의 한 보관창고에서 불이 났다.").at(0).place ==
        "경기 화성시의 한 보관창고");
  CHECK(events_of("11일 병원에서 불이 났다.").at(0).place.empty());
}

TEST_CASE(
    "events: a day that opens the sentence is the sentence's, whatever clause stands behind it") {
  const auto found = events_of(
      "지난 9일 열풍을 불러온 김민수 대표는 산업통상부가 여의도에서 개최한 간담회에 참여했다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].date == "2024-10-09");
  CHECK(std::count_if(found[0].participants.begin(), found[0].participants.end(),
                      [](const Participant& p) { return p.name == "산업통상부"; }) == 1);
}
