// Whose words stand behind, or below, the label of a speaker.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "extract/article_of.h"

using namespace onrecord;

namespace {

// Speaker and words of the direct quotations of a report with these lines in it.
std::vector<std::pair<std::string, std::string>> spoken(const std::string& lines) {
  const Document d =
      extract::article_of("숲에 밤새 불이 났습니다.\n" + lines + "\n불은 아침에 꺼졌습니다.\n");
  std::vector<std::pair<std::string, std::string>> out;
  for (const Quotation& q : extract::extract(d).quotations) {
    if (q.kind != QuotationKind::Direct) continue;
    out.emplace_back(q.speakers.empty() ? "" : q.speakers[0].name,
                     std::string(slice(d.text, q.span)));
  }
  return out;
}

const std::string kWords = "숲을 꼭 지켜야 해요. 걱정입니다.";

}  // namespace

TEST_CASE("labels: marked words behind a label") {
  for (const auto& [label, speaker] : std::vector<std::pair<std::string, std::string>>{
           {"박서준/인근 주민", "박서준"},
           {"박서준 / 숲대학교 교수", "박서준"},
           {"고 박서준 씨 유족", "박서준 씨 유족"},
           {"희생자 고 박서준 씨 어머니", "박서준 씨 어머니"},
           {"희생자 유족/음성변조", "희생자 유족"},
           {"관광객", "관광객"},
           {"나릿/유튜버", "나릿"}}) {
    for (const std::string& line :
         {"[" + label + " : \"" + kWords + "\"]", "<인터뷰> " + label + " : “" + kWords + "”"}) {
      CAPTURE(line);
      const auto found = spoken(line);
      REQUIRE(found.size() == 1);
      CHECK(found[0].first == speaker);
      CHECK(found[0].second == kWords);
    }
  }
}

TEST_CASE("labels: a label on the line above") {
  for (const char* const label : {"[박서준 / 농민]", "박서준 / 농민", "녹취> 박서준 / 숲시 대변인",
                                  "▶ 인터뷰 : 박서준 / 숲병원 교수", "◀ INT ▶ 박서준/농민"}) {
    for (const std::string& words :
         {"\"" + kWords + "\"", "\n“" + kWords + "”", "- \"" + kWords + "\"", "″" + kWords + "″"}) {
      CAPTURE(label);
      CAPTURE(words);
      const auto found = spoken(std::string(label) + "\n" + words);
      REQUIRE(found.size() == 1);
      CHECK(found[0].first == "박서준");
      CHECK(found[0].second == kWords);
    }
  }
}

TEST_CASE("labels: each clip is its own label's, however many there are") {
  const auto found = spoken(
      "▶ 인터뷰 : 박서준 / 숲병원 교수\n- \"물을 자주 드세요.\"\n더위가 이어집니다.\n"
      "▶ 인터뷰 : 김하늘 / 농민\n- \"너무 덥습니다.\"");
  REQUIRE(found.size() == 2);
  CHECK(found[0].first == "박서준");
  CHECK(found[1].first == "김하늘");
}

TEST_CASE("labels: one line without marks is speech where it ends like a sentence") {
  CHECK(spoken("박서준 대변인: 이미 밝혔지만 우리 입장은 변하지 않았습니다.").size() == 1);
  CHECK(spoken("박서준 대변인: 숲고 졸업, 숲대 교수").empty());
  CHECK(spoken("문의 박서준 팀장에게 보낸 글[4]에 숲이 넓다고 나왔다.").empty());
}

TEST_CASE("labels: who tells the news is not quoted") {
  CHECK(spoken("[박서준 기자 : \"" + kWords + "\"]").empty());
  CHECK(spoken("박서준 / 숲일보\n“숲을 지키자”고 김하늘 씨가 말했다.")[0].first == "김하늘");
}
