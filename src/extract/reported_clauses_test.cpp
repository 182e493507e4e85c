// Where a reported clause begins and ends, and whose it is.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/article_of.h"

using namespace onrecord;

namespace {

// «words» speaker, one a quotation, in the order of the text.
std::vector<std::string> reports(const std::string& text) {
  const Document d = extract::article_of(text);
  std::vector<std::string> out;
  for (const Quotation& q : extract::extract(d).quotations) {
    const std::string speaker = q.speakers.empty() ? "-" : q.speakers[0].name;
    out.push_back(std::string(slice(d.text, q.span)) + " | " + speaker);
  }
  return out;
}

using Reports = std::vector<std::string>;

}  // namespace

TEST_CASE("clauses: what must be said has not been said") {
  CHECK(reports("박서준 대표는 시가 사과해야 한다며, 경위를 밝혀야 한다고 주장했다.") ==
        Reports{"시가 사과해야 한다 | 박서준", "경위를 밝혀야 한다 | 박서준"});
}

TEST_CASE("clauses: when it was said stands before the clause, when it happened in it") {
  const std::string said = "숲이 넓어졌다";
  for (const std::string when : {"28일(현지시간) ", "3일 오전 ", "29일 자정 이후 회견을 하고 "}) {
    CAPTURE(when);
    CHECK(reports("박서준 대표는 " + when + said + "고 밝혔다.") == Reports{said + " | 박서준"});
  }
  for (const std::string when : {"전날(2일)부터 이날까지 ", "31일 새벽 ", "이에 따라 "}) {
    CAPTURE(when);
    CHECK(reports("박서준 대표는 " + when + said + "고 밝혔다.") ==
          Reports{when + said + " | 박서준"});
  }
}

TEST_CASE("clauses: the reporter's line is no part of one") {
  for (const std::string line : {"(서울=숲뉴스) 김하늘 기자 = ", "[숲일보 김하늘 기자]"}) {
    CAPTURE(line);
    CHECK(reports(line + "나라숲이 다음 달 문을 연다고 박서준 대표가 회견에서 밝혔다.") ==
          Reports{"나라숲이 다음 달 문을 연다 | 박서준"});
  }
}

TEST_CASE("clauses: a topic before a subject is not of the clause that a noun behind it owns") {
  CHECK(reports("이날 회견은 파업이 숲을 해칠 수 있다는 정부의 우려 때문에 열렸다.") ==
        Reports{"파업이 숲을 해칠 수 있다 | 정부"});
}

TEST_CASE("clauses: that somebody spoke is not what was said") {
  CHECK(reports("박서준 대표는 회의에서 이같이 말했다고 연합뉴스가 보도했다.").empty());
  CHECK(reports("연합뉴스에 따르면 박서준 대표는 기자들과 만나 이같이 말했다.").empty());
  CHECK(reports("박서준 대표는 숲을 지키겠다는 뜻이라고 전했다.") ==
        Reports{"숲을 지키겠다 | 박서준"});
}

TEST_CASE("clauses: a rejected claim is its owner's, or nobody's") {
  CHECK(reports("박서준 장관은 자신이 숲을 팔았다는 야당 주장을 반박했다.") ==
        Reports{"자신이 숲을 팔았다 | 야당"});
  CHECK(reports("박서준 장관은 숲을 팔았다는 주장을 일축했다.").empty());
}

TEST_CASE("clauses: what somebody answers is another's") {
  CHECK(reports("정부가 숲을 지켜냈다고 주장한 데 대해 박서준 대표는 “거짓”이라고 맞섰다.") ==
        Reports{"숲을 지켜냈다 | 정부", "거짓 | 박서준"});
}

TEST_CASE("clauses: 등이 behind a body that reports") {
  CHECK(reports("박서준은 상을 거절했다고 연합뉴스 등이 보도했다.") ==
        Reports{"박서준은 상을 거절했다 | 연합뉴스"});
}

TEST_CASE("clauses: a town speaks where the clause has a subject of its own") {
  CHECK(reports("박서준 의원은 “급하다”고 말했다. 여수시가 시설이 낡았다며 예산을 요구했다.") ==
        Reports{"급하다 | 박서준", "시설이 낡았다 | 여수시"});
}

TEST_CASE("clauses: a forecast inside a report") {
  CHECK(reports("박서준 의장은 위원들이 금리가 오를 것으로 예상하고 있다고 강조했다.") ==
        Reports{"위원들이 금리가 오를 것으로 예상하고 있다 | 박서준", "금리가 오를 것 | 위원들"});
}

TEST_CASE("clauses: shares of many") {
  CHECK(reports("응답자의 36%가 값이 내릴 것으로 내다봤다.") ==
        Reports{"값이 내릴 것 | 응답자의 36%"});
  CHECK(reports("상인 10명 중 6명은 값이 내린다고 답했다.") ==
        Reports{"값이 내린다 | 상인 10명 중 6명"});
  CHECK(reports("매출의 36%가 수출에서 나온다고 했다.") ==
        Reports{"매출의 36%가 수출에서 나온다 | -"});
}

TEST_CASE("clauses: a source that speaks, and what is said by nobody in particular") {
  CHECK(reports("주민들 말에 따르면 새벽에 불이 났다고 한다.") ==
        Reports{"새벽에 불이 났다 | 주민들"});
  CHECK(reports("목격자 진술에 따르면 트럭이 신호를 어겼다.") ==
        Reports{"트럭이 신호를 어겼다 | 목격자"});
}

TEST_CASE("clauses: a share price target speaks for nobody") {
  for (const std::string& found : reports("숲증권이 좋은 실적을 냈다며 목표주가 9만원을 제시했다."))
    CHECK(found.find("목표주") == std::string::npos);
}
