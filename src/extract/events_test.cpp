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
