// Under which name somebody speaks: names that look like words, and words that look like names.
#include <doctest/doctest.h>

#include "extract/article_of.h"

using namespace onrecord;

namespace {

Findings read(std::string text) {
  return extract::extract(extract::article_of(std::move(text)));
}

// The names of the speakers of all quotations, in order, a blank and a stroke between.
std::string speakers(const std::string& text) {
  std::string out;
  for (const Quotation& q : read(text).quotations) {
    if (!out.empty()) out += " | ";
    for (const Speaker& s : q.speakers) out += s.name;
  }
  return out;
}

}  // namespace

TEST_CASE("spoken names: a name that ends like a particle, before a body and a title") {
  CHECK(
      speakers("한재만 물결전자 부사장은 “주문이 많다”고 밝혔다. 한 부사장은 “새 공장을 짓는다”고 "
               "전했다.") == "한재만 | 한재만");
  CHECK(speakers("서이도 물결전자 상무는 “주문이 많다”고 밝혔다.") == "서이도");
  CHECK(speakers("배수만 푸른건설 사장은 공사가 끝났다고 밝혔다.") == "배수만");
  CHECK(speakers("장성인 신임 푸른연구재단(푸른재단) 정책연구원장은 “옳다”고 말했다.") == "장성인");
  CHECK(speakers("이번만 국방부 장관은 “예외”라고 말했다.") == "국방부 장관");
  CHECK(speakers("유명한 물결전자 부사장은 “좋다”고 말했다.") != "유명한");
}

TEST_CASE("spoken names: 은 at the end of a name is no particle before its title") {
  CHECK(speakers("문기찬 대표는 홍광은 이사를 만난 뒤 “좋다”고 말했다.") == "문기찬");
  CHECK(speakers("이진은 “이기겠다”고 말했다.") == "이진");
  CHECK(speakers("배우 정은은 “맞다”고 말했다.") == "정은");
  CHECK(speakers("김지은은 “이기겠다”고 말했다. 김지은 “끝까지 간다”고 했다.") ==
        "김지은 | 김지은");
}

TEST_CASE("spoken names: a rare given name at the head of a topic with an office") {
  CHECK(speakers("도월화 의원은 “찬성한다”고 말했다.") == "도월화");
  CHECK(speakers("조언아 의원은 “찬성한다”고 말했다.") == "조언아");
  CHECK(speakers("이공대 교수는 “찬성한다”고 말했다.") == "이공대 교수");
  CHECK(speakers("여당측 의원은 “찬성한다”고 말했다.") == "여당측 의원");
}

TEST_CASE("spoken names: who stands before the stroke of a label") {
  CHECK(speakers("마을은 조용했다.\n[황을동/푸른시 주민 : 그런 일은 없었던 것으로 알아요.]\n") ==
        "황을동");
  CHECK(speakers("마을은 조용했다.\n[신익태/푸른경찰서 교통과장 : 곧 알려 드리겠습니다.]\n") ==
        "신익태");
}

TEST_CASE("spoken names: a body and a long title behind the name") {
  CHECK(speakers("서민재 청와대 국민소통수석은 회의가 열린다고 밝혔다.") == "서민재");
  CHECK(speakers("윤정 물결증권 연구위원은 “기대와 같다”고 밝혔다. 윤 연구원은 “더 오를 것”이라고 "
                 "내다봤다.") == "윤정 | 윤정");
  CHECK(speakers("전직 국방부 장관은 “찬성한다”고 말했다.") == "전직 국방부 장관");
}

TEST_CASE("spoken names: foreign names before a body or a team") {
  CHECK(speakers("고브라누스 WHO 사무총장은 “위기가 왔다”고 말했다.") == "고브라누스");
  CHECK(speakers("닐 파슨스 유엔난민기구 대변인은 “위기가 왔다”고 말했다.") == "닐 파슨스");
  CHECK(speakers("카를로 베르니 강변 유나이티드 감독이 “이기겠다”고 말했다.") == "카를로 베르니");
  CHECK(speakers("존 스미서 백악관 대변인은 “위기가 왔다”고 말했다.") == "존 스미서");
  CHECK(speakers("돈 피어슨 이글스 감독은 “이기겠다”고 말했다.") == "돈 피어슨");
  CHECK(speakers("조슈아 핀 연구원은 “위기가 왔다”고 말했다.") == "조슈아 핀");
  CHECK(speakers("스타트업 물결전자 대표는 “좋다”고 말했다.") == "스타트업 물결전자 대표");
}

TEST_CASE("spoken names: where the family name stands first") {
  CHECK(speakers("스가노 겐이치 일본 총리는 회의를 열었다. 스가노 총리는 “피해는 없다”고 "
                 "말했다.") == "스가노 겐이치");
  CHECK(speakers("왕하오란 중국 외교부 대변인은 “알고 있다”고 밝혔다. 왕 대변인은 “할 말은 "
                 "없다”고 했다.") == "왕하오란 | 왕하오란");
  CHECK(speakers("스가노 겐이치 총리와 스가노 다케시 장관이 만났다. 스가노 총리는 “피해는 "
                 "없다”고 말했다.") == "스가노");
  CHECK(speakers("마르티노프 의원이 왔다. 마 대표는 “피해는 없다”고 말했다.") == "마 대표");
}

TEST_CASE("spoken names: a role of no list behind a sure name") {
  CHECK(speakers("서민재 특검보는 “사실이 없다”고 말했다. 서 특검보는 이어 “확인 중”이라고 "
                 "말했다.") == "서민재 | 서민재");
  CHECK(speakers("이민재 크리에이터는 “사실이 없다”고 말했다. 이 크리에이터는 이어 “확인 "
                 "중”이라고 말했다.") == "이민재 | 이민재");
  CHECK(speakers("서민재 변호인단은 “사실이 없다”고 말했다.") == "서민재 변호인단");
  CHECK(speakers("서민재 동생은 “사실이 없다”고 말했다.") == "서민재 동생");
  CHECK(speakers("서민재 팬클럽은 “사실이 없다”고 말했다.") != "서민재");
}

TEST_CASE("spoken names: the team of a scientist is no person, its leader is known") {
  CHECK(speakers("푸른대 의대 김윤 교수팀은 “효과를 봤다”고 밝혔다. 김 교수는 “널리 쓰일 것”이라고 "
                 "말했다.") == "김윤 교수팀 | 김윤");
  CHECK(speakers("오세림 박사팀은 “효과를 봤다”고 밝혔다. 오 박사는 “널리 쓰일 것”이라고 "
                 "말했다.") == "오세림 박사팀 | 오세림");
}

TEST_CASE("spoken names: one syllable before a title") {
  CHECK(speakers("한 총리는 “차질 없이 하겠다”고 말했다.") == "한 총리");
  CHECK(speakers("한동주 총리가 왔다. 한 총리는 “차질 없이 하겠다”고 말했다.") == "한동주");
  CHECK(speakers("한 임원은 “좋다”고 말했다.") == "임원");
  CHECK(speakers("학생 이 모 군은 “후회된다”고 말했다. 이 군은 “죄송하다”고 덧붙였다.") ==
        "이 모 군 | 이 모 군");
}

TEST_CASE("spoken names: bodies of two words, branches and embassies") {
  CHECK(speakers("소방 당국은 “불길을 잡았다”고 밝혔다.") == "소방 당국");
  CHECK(speakers("시 의회는 “예산을 늘렸다”고 밝혔다.") == "시 의회");
  CHECK(speakers("우리 정부는 “예산을 늘렸다”고 밝혔다.") == "정부");
  CHECK(speakers("푸른노동조합(푸른노조) 대전지부는 “파업하겠다”고 밝혔다.") ==
        "푸른노동조합 대전지부");
  CHECK(speakers("전국금속연대 푸른아연지부는 “파업하겠다”고 밝혔다.") ==
        "전국금속연대 푸른아연지부");
  CHECK(speakers("주네덜란드 한국대사관은 “안전하다”고 밝혔다.") == "주네덜란드 한국대사관");
  CHECK(speakers("미 국방부는 “훈련을 마쳤다”고 밝혔다.") == "미 국방부");
  CHECK(speakers("회의 중 국방부는 “훈련을 마쳤다”고 밝혔다.") == "국방부");
  CHECK(speakers("푸른경찰서 여성청소년과는 “수사한다”고 밝혔다.") == "푸른경찰서 여성청소년과");
  CHECK(speakers("서울시 기반시설본부는 “곧 고친다”고 밝혔다.") == "서울시 기반시설본부");
  CHECK(speakers("기자회견을 연 대전지부는 “파업하겠다”고 밝혔다.") == "대전지부");
}

TEST_CASE("spoken names: what counts or modifies is no name") {
  CHECK(speakers("법조인 160여명은 “철회하라”고 말했다.") == "법조인 160여명");
  CHECK(speakers("글을 본 다른 공무원 누리꾼이 “그만두라”고 말했다.") == "공무원 누리꾼");
  CHECK(speakers("낯선 의원은 “철회하라”고 말했다.") == "의원");
  CHECK(speakers("중개업소 H공인 관계자는 “거래가 없다”고 말했다.") == "중개업소 H공인 관계자");
}

TEST_CASE("spoken names: foreign names of no list before long titles and courtesies") {
  CHECK(speakers("에밀리아 카르포바 유럽연합(EU) 집행위원은 “나쁘다”고 말했다.") ==
        "에밀리아 카르포바");
  CHECK(speakers("에밀리아 카르포바 미 국무부 부장관이 “나쁘다”고 밝혔다.") == "에밀리아 카르포바");
  CHECK(speakers("시민 카를로스 메히아는 “나쁘다”고 말했다.") == "카를로스 메히아");
  CHECK(speakers("하비에르 오르테가 대변인은 “나쁘다”고 말했다.") == "하비에르 오르테가");
  CHECK(speakers("에리크 욘손 씨는 “나쁘다”고 말했다. 욘손 씨는 “더 나빠진다”고 했다.") ==
        "에리크 욘손 | 에리크 욘손");
  CHECK(speakers("현지 주민 크와메 오세이(34)는 “나쁘다”고 말했다.") == "크와메 오세이");
}

TEST_CASE("spoken names: Chinese family names stand alone before a title") {
  CHECK(speakers("쉬광후이 대변인은 “알고 있다”고 밝혔다. 쉬 대변인은 “할 말은 없다”고 했다.") ==
        "쉬광후이 | 쉬광후이");
  CHECK(speakers("자오젠궈 대변인은 “알고 있다”고 밝혔다. 자오 대변인은 “할 말은 없다”고 "
                 "했다.") == "자오젠궈 | 자오젠궈");
}

TEST_CASE("spoken names: groups and seats before a title are none") {
  CHECK(speakers("회의에서 진보계 의원은 “좋다”고 말했다.") == "진보계 의원");
  CHECK(speakers("회의에서 강남갑 의원은 “좋다”고 말했다.") == "강남갑 의원");
  CHECK(speakers("회의에서 도월화 의원은 “좋다”고 말했다.") == "도월화");
}
