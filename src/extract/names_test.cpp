// People, bodies and places in sentences of our own.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstring>

#include "extract/extract.h"
#include "extract/name_letters.h"
#include "extract/names.h"
#include "text/layout.h"

using namespace onrecord;

namespace {

struct Article {
  explicit Article(std::string text) {
    document.text = std::move(text);
    document.language = "ko";
    document.published = "2024-03-11";
    document.blocks = text::find_blocks(document.text);
    found = extract::extract(document);
  }

  // Whether `surface` is mentioned as this kind.
  bool names(EntityKind kind, std::string_view surface) const {
    return std::any_of(found.mentions.begin(), found.mentions.end(),
                       [&](const Mention& m) { return m.kind == kind && m.surface == surface; });
  }
  bool person(std::string_view s) const { return names(EntityKind::Person, s); }
  bool body(std::string_view s) const { return names(EntityKind::Organization, s); }
  bool place(std::string_view s) const { return names(EntityKind::Place, s); }
  std::size_t people() const {
    return std::count_if(found.mentions.begin(), found.mentions.end(),
                         [](const Mention& m) { return m.kind == EntityKind::Person; });
  }

  Document document;
  Findings found;
};

}  // namespace

TEST_CASE("names: the syllables tell a Korean name from a word") {
  using namespace extract::names;
  CHECK(korean_letters("김하윤") > 3);
  CHECK(korean_letters("수정이") < 0);
  CHECK(korean_letters("서구을") < -3.5);
  CHECK(foreign_letters("마르티노프") > 2);
  CHECK(foreign_letters("정부") < 0);
  CHECK(sure_korean("윤태경"));
  CHECK_FALSE(sure_korean("정치권"));
}

TEST_CASE("names: a Korean name needs no title") {
  const Article a("문태경은 마을 도서관을 지었다. 사람들은 문태경의 뜻을 기렸다.");
  CHECK(a.person("문태경"));
  const Article b("회의가 끝난 뒤 수정이 필요하다는 말이 나왔다. 사진은 공개되지 않았다.");
  CHECK(b.people() == 0);
}

TEST_CASE("names: no word becomes a name because a title stands behind it") {
  const Article a("정부 고위 관계자는 단골 멤버 세 명과 신인 개그맨을 불렀다.");
  CHECK(a.people() == 0);
  const Article b("학교가 초대한 강사 두 명과 유명한 요리사, 단골 가수가 나왔다.");
  CHECK(b.people() == 0);
  const Article c("배우가 고소장을 냈고 차는 주차장에 있었다. 그는 예금통장을 찾았다.");
  CHECK(c.people() == 0);
}

TEST_CASE("names: the mention is the name where something parts it from its title") {
  const Article a("윤태경 전 시장과 오세림(41) 씨, 김모(33)씨가 왔다. 최도윤 대표도 왔다.");
  CHECK(a.person("윤태경"));
  CHECK(a.person("오세림"));
  CHECK(a.person("김"));
  CHECK(a.person("최도윤 대표"));
}

TEST_CASE("names: a body between a name and its title is mentioned too") {
  const Article a("윤태경 국방부 대변인은 “훈련을 미룬다”고 밝혔다.");
  CHECK(a.person("윤태경"));
  CHECK(a.body("국방부"));
  REQUIRE(a.found.quotations.size() == 1);
  CHECK(a.found.quotations[0].speakers.at(0).name == "윤태경");
}

TEST_CASE("names: a surname with its title bears out an unusual name") {
  const Article a("새벽전자 신쾌의 회장이 도착했다. 기자들이 기다렸다.");
  CHECK(a.people() == 0);
  const Article b("새벽전자 신쾌의 회장이 도착했다. 신 회장은 손을 흔들었다.");
  CHECK(b.person("신쾌의 회장"));
}

TEST_CASE("names: foreign names of several words, with connectors and particles") {
  const Article a("안토니오 드 마르티노프는 공항에서 마이클 하퍼와 줄리아 로웰 의장을 만났다.");
  CHECK(a.person("안토니오 드 마르티노프"));
  CHECK(a.person("마이클 하퍼"));
  CHECK(a.person("줄리아 로웰 의장"));
  const Article b("엘레나 스타노바(크로아티아)가 먼저 들어왔다.");
  CHECK(b.person("엘레나 스타노바"));
}

TEST_CASE("names: an office vouches for a name that no list has, a trade does not") {
  const Article a("뤄샤오 부총리와 언드라크 벨리 장관이 회담했다.");
  CHECK(a.person("뤄샤오 부총리"));
  CHECK(a.person("언드라크 벨리 장관"));
  const Article b("그는 표를 받아 국가주석으로 뽑혔고 한 팀의 단골 선수가 되었다.");
  CHECK(b.people() == 0);
}

TEST_CASE("names: a surname of two syllables before one") {
  const Article a("새벽전자 사공민 이사는 말을 아꼈다.");
  CHECK(a.person("사공민 이사"));
}

TEST_CASE("names: the letter C at the end of a firm is no courtesy") {
  const Article a("새벽이앤씨는 한빛브이씨와 손잡았다.");
  CHECK(a.people() == 0);
}

TEST_CASE("bodies: words without a name of their own are marked so") {
  const Article a("회사는 입장을 냈다. 검찰은 수사를 시작했다.");
  const auto unnamed = [&](std::string_view surface) {
    for (const Mention& m : a.found.mentions) {
      if (m.surface == surface) return a.found.chains[m.chain].unnamed;
    }
    FAIL("not mentioned");
    return false;
  };
  CHECK(unnamed("회사"));
  CHECK_FALSE(unnamed("검찰"));
}

TEST_CASE("bodies: one name in several words") {
  const Article a("전북 익산경찰서와 미국 국무부, 대전 이글스, 수원지법 형사12부가 참여했다.");
  CHECK(a.body("전북 익산경찰서"));
  CHECK(a.body("미국 국무부"));
  CHECK(a.body("대전 이글스"));
  CHECK(a.body("수원지법 형사12부"));
  const Article b("공화당 상원 의원들이 반대했다.");
  CHECK(b.body("공화당"));
}

TEST_CASE("bodies: a common word that ends like one is none") {
  const Article a("신용카드와 생방송, 아동복지법, 여자친구, 지원시스템을 다뤘다.");
  CHECK(std::none_of(a.found.mentions.begin(), a.found.mentions.end(),
                     [](const Mention& m) { return m.kind == EntityKind::Organization; }));
}

TEST_CASE("bodies: an unknown word behind a noun for bodies") {
  const Article a(
      "소속사 달빛나무 관계자는 걸그룹 ‘모랄리스’의 활동을 알렸다. 매체 이용현황도 나왔다.");
  CHECK(a.body("달빛나무"));
  CHECK(a.body("모랄리스"));
  CHECK_FALSE(a.body("이용현황"));
}

TEST_CASE("bodies: a service is a body only as a subject") {
  const Article a("영상은 유튜브에 올랐다. 트위터는 삭제 요청을 거절했다.");
  CHECK_FALSE(a.body("유튜브"));
  CHECK(a.body("트위터"));
}

TEST_CASE("places: side by side they are one, a site with them") {
  const Article a("경기 안산시 단원구 매교동에서 불이 났다. 그는 부산 푸른섬 호텔에 묵었다.");
  CHECK(a.place("경기 안산시 단원구 매교동"));
  CHECK(a.place("부산 푸른섬 호텔"));
  const Article b("경기가 끝나자 관중이 나왔다. 파주지역에는 비가 왔다.");
  CHECK_FALSE(b.place("경기"));
  CHECK(b.place("파주"));
}

TEST_CASE("places: a house where something happens, a body where it acts") {
  const Article a("회견은 국회에서 열렸다. 국회는 법안을 넘겼다. 서울시는 예산을 늘렸다.");
  CHECK(a.place("국회"));
  CHECK(a.body("국회"));
  CHECK(a.body("서울시"));
}

TEST_CASE("bodies: a short form that no list has in full is the one body it can be short for") {
  const Article article(
      "중소기업벤처부가 간담회를 열었다. 중기부 이영 장관은 숲을 찾았다. 정부는 말이 없다.");
  const auto called = [&](std::string_view surface) {
    for (const Mention& m : article.found.mentions) {
      if (m.surface == surface) return m.name;
    }
    return std::string();
  };
  CHECK(called("중기부") == "중소기업벤처부");
  CHECK(called("정부") != "중소기업벤처부");
}
