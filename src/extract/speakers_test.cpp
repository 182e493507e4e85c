// Who speaks: one case a class of faults that real press showed.
#include <doctest/doctest.h>

#include "extract/article_of.h"

using namespace onrecord;

namespace {

Findings read(std::string text) {
  return extract::extract(extract::article_of(std::move(text)));
}

// The speakers of the quotation that contains `words`, joined by +; "?" if there is none, "" if
// nobody is named.
std::string who(const std::string& text, std::string_view words) {
  const Findings f = read(text);
  const Quotation* found = nullptr;
  for (const Quotation& q : f.quotations) {
    if (slice(text, q.span).find(words) == std::string_view::npos) continue;
    if (found == nullptr || q.span.size() < found->span.size()) found = &q;
  }
  if (found == nullptr) return "?";
  std::string names;
  for (const Speaker& s : found->speakers) names += (names.empty() ? "" : "+") + s.name;
  return names;
}

}  // namespace

TEST_CASE("speakers: the subject of a clause before a noun is not the speaker") {
  CHECK(who("박서준 대표는 김민수 의원이 낸 법안에 대해 “숲을 해친다”고 비판했다.", "해친다") ==
        "박서준");
  CHECK(who("박서준 대표는 “숲을 지키자”고 말했다. 또 시청이 새로 낸 계획에 대해서는 “늦었다”고 "
            "지적했다.",
            "늦었다") == "박서준");
}

TEST_CASE("speakers: whose words are quoted inside a report") {
  const std::string text = "박서준 대표는 김민수 의원이 “숲은 필요 없다”고 말했다고 전했다.";
  CHECK(who(text, "필요 없다") == "김민수");
  CHECK(who("박서준 대표는 푸른모임이 “위선”이라고 비판한 데 대해 “사실이 아니다”라고 했다.",
            "위선") == "푸른모임");
  CHECK(who("박서준 대표는 푸른모임이 “위선”이라고 비판한 데 대해 “사실이 아니다”라고 했다.",
            "사실이") == "박서준");
}

TEST_CASE("speakers: the owner of words before a noun of speech") {
  CHECK(who("박서준 대표는 김민수 의원의 “숲은 필요 없다”는 발언에 “부끄럽다”고 말했다.",
            "필요 없다") == "김민수");
}

TEST_CASE("speakers: whoever asked does not answer") {
  const std::string text =
      "박서준 대표는 9일 기자들을 만났다. 그는 “숲은 모두의 것”이라고 말했다. 구청 관계자가 손을 "
      "내젓자 “그럼 묻지 말라”고 했다.";
  CHECK(who(text, "묻지 말라") == "박서준");
}

TEST_CASE("speakers: a chain of quotations keeps its speaker") {
  const std::string text =
      "박서준 대표는 “숲을 지키자”며 “물도 지켜야 한다”고 말했다. 이어 “땅도 지키자”고 덧붙였다. "
      "한편 김민수 의원은 “반대한다”고 했다. 그러면서 “돈이 없다”고 말했다.";
  CHECK(who(text, "물도") == "박서준");
  CHECK(who(text, "땅도") == "박서준");
  CHECK(who(text, "반대") == "김민수");
  CHECK(who(text, "돈이") == "김민수");
}

TEST_CASE("speakers: nobody inherits across a change of topic") {
  const std::string text =
      "박서준 대표는 “숲을 지키자”고 말했다. 한편 그날 “다 끝났다”는 말도 나왔다.";
  CHECK(who(text, "다 끝났다") == "");
}

TEST_CASE("speakers: words inside words do not lend their speaker") {
  const std::string text =
      "설아윤 교육감은 “학부모들께서 ‘이게 학교냐’고 하셨는데 드릴 말씀이 없다”고 사과했다. 또 "
      "“교사를 곧 보내겠다”고 약속했다.";
  CHECK(who(text, "곧 보내겠다") == "설아윤");
}

TEST_CASE("speakers: groups, parts of groups and bodies known by their ending speak") {
  CHECK(who("네티즌들은 “서버를 늘려라”라고 지적했다.", "늘려라") == "네티즌들");
  CHECK(who("방청객 일부가 “너무 가볍다”고 소리쳤다.", "가볍다") == "방청객");
  CHECK(who("바른철도공사는 “심려를 끼쳤다”고 해명했다.", "심려") == "바른철도공사");
  CHECK(who("북측은 “회담에 나오라”고 요구했다.", "나오라") == "북측");
}

TEST_CASE("speakers: things and verbs that look like nouns do not speak") {
  CHECK(who("박서준 대표는 “숲을 지키자”고 말했다. 그러고는 “물도 지키자”고 했다.", "물도") ==
        "박서준");
  CHECK(who("박서준 대표는 김 의원을 향해서도 “숲을 모른다”고 비판했다.", "모른다") == "박서준");
}

TEST_CASE("speakers: a name behind a role and a name in marks") {
  CHECK(who("평론가 사공윤후는 “문장이 맑다”고 평했다.", "맑다") == "사공윤후");
  CHECK(who("팬클럽 ‘나이테’는 “음악 편에 서겠다”고 밝혔다.", "음악 편") == "나이테");
}

TEST_CASE("speakers: also, likewise, and under whose name") {
  CHECK(who("박서준 대표는 “숲을 지키자”고 말했다. 김민수 의원도 “옳다”고 했다.", "옳다") ==
        "김민수");
  CHECK(who("박서준 대표는 “숲을 지키자”고 말했다. 김민수 의원 역시 “옳다”고 했다.", "옳다") ==
        "김민수");
}

TEST_CASE("speakers: behind the words") {
  CHECK(who("“숲을 지키자”고 박서준 대표는 말했다.", "숲을") == "박서준");
  CHECK(who("숲이 절반으로 줄었다고 산림청 관계자가 밝혔다.", "줄었다") == "산림청 관계자");
  CHECK(who("박서준 대표는 “숲은 중요하다”면서도 숲이 늘었다는 증거는 보지 못했다고 말했다.",
            "중요하다") == "박서준");
}

TEST_CASE("speakers: pronouns stand for whom the sentence before is about") {
  CHECK(who("박서준 대표는 김민수 의원을 만났다. 그는 “숲을 지키자”고 말했다.", "숲을") ==
        "박서준");
  CHECK(who("가장 먼저 나선 이는 박서준 대표였다. 그는 “숲을 지키자”고 말했다.", "숲을") ==
        "박서준");
  CHECK(who("박서준 대표와 김민수 의원은 “숲을 지키자”고 말했다. 이들은 “물도 지키자”고 했다.",
            "물도") == "박서준+김민수");
}

TEST_CASE("speakers: bare titles, surnames with titles and bodies written short") {
  CHECK(who("박서준 대표가 시청을 찾았다. 박대표는 “숲을 지키자”고 말했다.", "숲을") == "박서준");
  CHECK(who("업계 관계자는 “값이 오른다”고 했다. 이 관계자는 “곧 내린다”고 덧붙였다.", "내린다") ==
        "업계 관계자");
  CHECK(who("푸른숲관리위원회는 9일 문을 열었다. 푸관위는 “숲을 지키겠다”고 밝혔다.", "숲을") ==
        "푸른숲관리위원회");
}

TEST_CASE("speakers: 회사 stands for the body spoken of, 노조 only for one so named") {
  CHECK(who("푸른전자는 9일 문을 닫았다. 회사는 “죄송하다”고 밝혔다.", "죄송") == "푸른전자");
  CHECK(who("푸른전자는 9일 문을 닫았다. 노조는 “억울하다”고 밝혔다.", "억울") == "노조");
}

TEST_CASE("speakers: a body with a person in brackets is the body") {
  CHECK(who("서울중앙지법 형사2부(부장판사 맹주현)는 “죄가 무겁다”고 밝혔다.", "무겁다") !=
        "맹주현");
}

TEST_CASE("speakers: an inherited speaker is less certain than a named one") {
  const Findings f = read(
      "박서준 대표는 “숲을 지키자”고 말했다.\n\n날이 흐렸다. 사람들이 모였다. “물도 지키자”고 "
      "했다.");
  REQUIRE(f.quotations.size() == 2);
  CHECK(f.quotations[0].confidence > 0.9);
  CHECK(f.quotations[1].confidence < f.quotations[0].confidence);
}

TEST_CASE("speakers: the side of a body or a person speaks, not whoever spoke before") {
  const std::string before = "박서준 대표는 “숲을 지키자”고 말했다. ";
  CHECK(who(before + "검찰 측은 “물이 없다”고 했다.", "물이") == "검찰");
  CHECK(who(before + "시청 쪽은 “물이 없다”고 했다.", "물이") == "시청");
  CHECK(who(before + "김하늘 측이 “물이 없다”고 했다.", "물이") == "김하늘 측");
}

TEST_CASE("speakers: a title behind a name that looks like a word with a particle is not bare") {
  CHECK(who("박서준 대표는 9일 숲을 찾았다. 이미란 대표는 이날 “물이 없다”고 말했다.", "물이") ==
        "이미란");
}

TEST_CASE("speakers: whose report tells of the words does not go on with them") {
  CHECK(who("하늘통신에 따르면 박서준 대변인은 “숲이 먼저”라며 “물은 나중”이라고 말했다.",
            "나중") == "박서준");
}

TEST_CASE("speakers: a person with body and title behind the name is that person") {
  CHECK(who("네드 밀러 미 국무부 대변인은 숲이 준다고 말했다.", "숲이") == "네드 밀러");
}
