// Which words are a quotation, of which kind, and where they begin and end.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "extract/extract.h"
#include "text/layout.h"

using namespace onrecord;

namespace {

struct Found {
  QuotationKind kind;
  std::string words, speaker;
};

std::vector<Found> quotations(const std::string& text) {
  Document d;
  d.text = text;
  d.language = "ko";
  d.published = "2024-03-11";
  d.blocks = text::find_blocks(d.text);
  std::vector<Found> out;
  for (const Quotation& q : extract::extract(d).quotations) {
    out.push_back(
        {q.kind, std::string(slice(d.text, q.span)), q.speakers.empty() ? "" : q.speakers[0].name});
  }
  return out;
}

bool has(const std::vector<Found>& found, QuotationKind kind, const std::string& words) {
  for (const Found& f : found) {
    if (f.kind == kind && f.words == words) return true;
  }
  return false;
}

bool reported(const std::string& text, const std::string& words) {
  return has(quotations(text), QuotationKind::Indirect, words);
}

bool direct(const std::string& text, const std::string& words) {
  return has(quotations(text), QuotationKind::Direct, words);
}

}  // namespace

TEST_CASE("quotations: a reported clause begins behind what belongs to the report") {
  const std::string words = "숲이 해마다 넓어지고 있다";
  for (const std::string head :
       {"박서준 대표는 ", "박서준 대표는 지난 3일 ", "박서준 대표는 기자들과 만나 ",
        "박서준 대표는 이날 기자회견을 열고 ", "박서준 대표는 보고서를 통해 ",
        "박서준 대표는 취재진에게 ", "박서준 대표는 팔짱을 낀 채 ",
        "박서준 대표는 회의가 끝난 뒤 취재진에게 ", "박서준 대표는 배경을 묻자 ",
        "박서준 대표는 왜 심느냐는 물음에 ", "박서준 대표는 시의 결정을 비판하며 ",
        "숲모임을 이끄는 박서준 대표는 ", "또 이 자리에서 박서준 대표는 "}) {
    CAPTURE(head);
    CHECK(reported(head + words + "고 말했다.", words));
  }
}

TEST_CASE("quotations: what belongs to the clause stays in it") {
  for (const std::string words :
       {"오는 9일 숲에 나무를 심겠다", "3일 오전 9시께 숲에서 불이 났다", "나무를 심고 물을 주겠다",
        "시청이 숲을 살리지 못했다", "주민이 만나 이야기하는 곳이 숲이다"}) {
    CAPTURE(words);
    CHECK(reported("박서준 대표는 " + words + "고 말했다.", words));
  }
}

TEST_CASE("quotations: the speaker may stand behind the clause") {
  CHECK(
      reported("숲에서 난 불이 밤새 꺼졌다고 박서준 대표가 밝혔다.", "숲에서 난 불이 밤새 꺼졌다"));
  CHECK(reported("불이 밤새 꺼졌다는 것이 박서준 대표의 설명이다.", "불이 밤새 꺼졌다"));
}

TEST_CASE("quotations: a chain of clauses is one quotation each") {
  const auto found = quotations("박서준 대표는 숲이 좁다며 나무를 더 심겠다고 말했다.");
  CHECK(has(found, QuotationKind::Indirect, "숲이 좁다"));
  CHECK(has(found, QuotationKind::Indirect, "나무를 더 심겠다"));
  for (const Found& f : found) CHECK(f.speaker == "박서준");
}

TEST_CASE("quotations: a report inside a report is a quotation too, with its own speaker") {
  const auto found =
      quotations("경찰은 박서준 대표가 숲을 지키겠다고 말했다고 전했다. 행사는 끝났다.");
  CHECK(has(found, QuotationKind::Indirect, "박서준 대표가 숲을 지키겠다고 말했다"));
  CHECK(has(found, QuotationKind::Indirect, "숲을 지키겠다"));
  REQUIRE(found.size() == 2);
  CHECK(found[0].speaker == "경찰");
  CHECK(found[1].speaker == "박서준");
}

TEST_CASE(
    "quotations: an ending outside the marks leaves a marked clause direct, a part reported") {
  CHECK(direct("박서준 대표는 “숲을 모두 지키겠”다고 말했다.", "숲을 모두 지키겠"));
  CHECK(reported("박서준 대표는 이 숲이 아직 “너무 좁”다고 말했다.", "이 숲이 아직 “너무 좁”다"));
}

TEST_CASE("quotations: a lost mark costs a quotation no word") {
  CHECK(direct("박서준 대표는 “숲을 모두 지키겠다고 말했다.", "숲을 모두 지키겠다"));
  CHECK(direct("박서준 대표는 숲을 모두 지키겠다”고 말했다.", "숲을 모두 지키겠다"));
  CHECK(direct("박서준 대표는\"숲을 모두 지키겠다\"고 말했다.", "숲을 모두 지키겠다"));
}

TEST_CASE("quotations: marked sentences in a row are all quotations") {
  const std::string text = "주민들은 “숲을 지켜야 한다”, “물도 지켜야 한다” 등의 의견을 냈다.";
  CHECK(direct(text, "숲을 지켜야 한다"));
  CHECK(direct(text, "물도 지켜야 한다"));
  CHECK(quotations("모임은 “숲이 좋다”, “물이 맑다” 등의 노래를 불렀다.").empty());
}

TEST_CASE("quotations: over several paragraphs each is found") {
  const std::string text =
      "박서준 대표는 9일 숲을 찾았다. 그는 오래 말했다.\n\n“숲을 지키겠습니다. 나무를 "
      "심겠습니다.\n\n"
      "“물도 지키겠습니다.”\n";
  CHECK(direct(text, "숲을 지키겠습니다. 나무를 심겠습니다."));
  CHECK(direct(text, "물도 지키겠습니다."));
}

TEST_CASE("quotations: speech without marks in interviews and transcripts") {
  const std::string answers =
      "박서준 대표를 만났다.\nQ. 숲은 어떤가.\nA. 숲은 아주 좋다. 박서준이 그렇게 말하면 "
      "그렇다.\nQ. 물은?\nA. "
      "물도 맑다.\n";
  CHECK(direct(answers, "물도 맑다."));
  const std::string labels =
      "회의가 열렸다.\n박서준 대표: 숲을 지켜야 합니다.\n김하늘 의원: 물도 지켜야 합니다.\n";
  const auto found = quotations(labels);
  CHECK(has(found, QuotationKind::Direct, "숲을 지켜야 합니다."));
  REQUIRE(found.size() == 2);
  CHECK(found[1].speaker == "김하늘");
  CHECK(quotations("나무는 다음과 같다.\n- 소나무 숲\n- 참나무 숲\n나무는 모두 크다.\n").empty());
}

TEST_CASE("quotations: items on lines of their own are what was asked for") {
  const std::string text =
      "박서준 대표는 정부에 세 가지를 요청했다.\n△ 숲을 지킬 것\n△ 물을 아낄 것\n△ 나무를 심을 것 "
      "등이다.\n";
  for (const std::string words : {"숲을 지킬 것", "물을 아낄 것", "나무를 심을 것"}) {
    CAPTURE(words);
    CHECK(reported(text, words));
  }
}

TEST_CASE("quotations: names, inscriptions, hopes and hearsay are none") {
  for (const std::string text :
       {"모임은 ‘푸른 숲’이라는 이름으로 열렸다.", "주민들은 “푸른 숲”이라고 쓴 천을 걸었다.",
        "숲이 곧 넓어진다는 전망이 나온다.", "숲은 참 넓다는 평가를 받는다.",
        "그 숲은 곧 넓어진다고 한다.", "숲이 넓어진다고 해서 물이 느는 것은 아니다.",
        "숲은 더 넓어질 것으로 알려졌다.", "박서준 대표는 숲이 좋다고 말하지 않았다.",
        "박서준 대표는 숲이 좋다고 말할 예정이다."}) {
    CAPTURE(text);
    CHECK(quotations(text).empty());
  }
}

TEST_CASE(
    "quotations: a line signed in brackets is its signer's, and nothing in the bracket is one") {
  const auto found = quotations(
      "말말말\n\n△“숲을 꼭 지켜야 합니다.”(푸른당 박서준 의원. 김하늘 장관에게 물이 부족하다고 "
      "지적하며)\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == "숲을 꼭 지켜야 합니다.");
  CHECK(found[0].speaker == "박서준");
}

TEST_CASE("quotations: a heading in brackets speaks no headline") {
  const auto found = quotations(
      "[하늘뉴스] \"숲을 지켜 달라\" 거듭 부탁\n\n박서준 대표는 9일 숲을 찾아 나무를 심었다.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].speaker.empty());
}

TEST_CASE("quotations: one clip in brackets is speech, and its speaker does not go on") {
  const auto found = quotations(
      "숲에 불이 났습니다.\n\n[박서준 / 푸른숲협회 회장 : 숲을 지켜야 합니다. 모두 "
      "도와주십시오.]\n\n"
      "\"물이 모자랐다\"는 취지로 진술했습니다.\n");
  REQUIRE(found.size() == 2);
  CHECK(found[0].speaker == "박서준");
  CHECK(found[1].speaker.empty());
}

TEST_CASE("quotations: who says it behind the marks without a particle; not a title with one") {
  const auto found = quotations("“숲을 지켜야 합니다,” 박서준 대표는 숲을 나서며 말했다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].speaker == "박서준");
  CHECK_FALSE(direct("박서준 대표는 책 “숲은 곧 물이 아니다”에서 나무는 늘 옳다고 말했다.",
                     "숲은 곧 물이 아니다"));
}

TEST_CASE("quotations: an adverb that ends like a subject speaks nothing") {
  const auto found =
      quotations("박서준 대표는 이날 일에 대해 \"숲을 지키지 못했다\"고 깊이 뉘우쳤다.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].speaker == "박서준");
}

TEST_CASE("quotations: a headline may name its speaker behind the marks") {
  const auto found = quotations(
      "“숲을 지키는 것이 먼저”…박서준 한누리전자 대표\n\n박서준 대표는 9일 숲을 찾았다.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].speaker == "박서준");
  const auto other = quotations(
      "“숲을 지키는 것이 먼저”…박서준 대표가 만난 사람들\n\n박서준 대표는 9일 숲을 찾았다.\n");
  REQUIRE(other.size() == 1);
  CHECK(other[0].speaker.empty());
}
