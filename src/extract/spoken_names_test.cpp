// Under which name somebody speaks: names that look like words, and words that look like names.
#include <doctest/doctest.h>

#include "extract/extract.h"
#include "text/layout.h"

using namespace onrecord;

namespace {

Findings read(std::string text) {
  Document d;
  d.text = std::move(text);
  d.language = "ko";
  d.published = "2024-03-11";
  d.blocks = text::find_blocks(d.text);
  return extract::extract(d);
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
