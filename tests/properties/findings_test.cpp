// Properties that hold on any text: slices, order, nesting, sameness, and what a broken mark may
// cost.
#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "../support/finding_properties.h"
#include "extract/extract.h"

using namespace onrecord;
using support::article;
using support::fault_of;
using support::print;

namespace {

constexpr const char* kLanguages[] = {"ko", "en"};

std::vector<std::string> sample_texts() {
  std::vector<std::string> out;
  for (const char* folder : {"/tests/gold", "/sample_corpus"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::string(ONRECORD_SOURCE_DIR) + folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".txt" && extension != ".md" && extension != ".json") continue;
      std::ifstream in(entry.path());
      std::stringstream s;
      s << in.rdbuf();
      out.push_back(s.str());
    }
  }
  std::sort(out.begin(), out.end());  // the same order on every file system
  REQUIRE(out.size() > 60);
  return out;
}

void check(const std::string& text) {
  CAPTURE(text);
  for (const char* language : kLanguages) {
    const Document d = article(text, language);
    const Findings f = extract::extract(d);
    REQUIRE(fault_of(d, f) == "");
    REQUIRE(print(f) == print(extract::extract(d)));
  }
}

}  // namespace

TEST_CASE("extract: findings are slices of the text, nested or apart, the same every time") {
  for (const std::string& text : sample_texts()) check(text);
}

TEST_CASE("extract: real paragraphs cut, doubled and shuffled never break a span") {
  const std::vector<std::string> texts = sample_texts();
  std::mt19937 random(20261125);
  for (int round = 0; round < 300; ++round) {
    std::string mixed;
    for (int piece = 0; piece < 4; ++piece) {
      const std::string& text = texts[random() % texts.size()];
      std::size_t from = random() % text.size();
      std::size_t to = std::min(text.size(), from + 20 + random() % 400);
      while (from > 0 && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
      while (to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) ++to;
      mixed += text.substr(from, to - from);
    }
    check(mixed);
  }
}

TEST_CASE("extract: random cuts and mixes of text and marks never break a span") {
  const std::vector<std::string> pieces = {"박서준 대표는 ",
                                           "“",
                                           "”",
                                           "\"",
                                           "'",
                                           "‘",
                                           "’",
                                           "고 말했다. ",
                                           "며 ",
                                           "숲을 지키겠다",
                                           "다고 ",
                                           "라며 ",
                                           "\n",
                                           "(69)",
                                           "에 따르면 ",
                                           ", ",
                                           "그는 ",
                                           "△",
                                           "이 의원은 ",
                                           "〈",
                                           "〉",
                                           "「",
                                           "」",
                                           "것이라 ",
                                           "것으로 내다봤다. ",
                                           "9일 ",
                                           "KBS",
                                           "은 ",
                                           "가",
                                           "…",
                                           "😀",
                                           "A씨는 ",
                                           "와 ",
                                           "측은 ",
                                           "입장이다.",
                                           " ",
                                           "이하 '",
                                           "(이하 AFC)",
                                           "다는 ",
                                           "뜻을 밝혔다",
                                           "Mr. Hart said ",
                                           ",” she said. ",
                                           "said that "};
  std::mt19937 random(20261123);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const int length = static_cast<int>(random() % 40);
    for (int i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    check(text);
  }
}

TEST_CASE("extract: an unclosed mark costs at most its paragraph") {
  const Findings f = extract::extract(
      article("박서준 대표는 “숲을 지키자고 말했다.\n김하늘 의원은 “물을 지키자”고 말했다.", "ko"));
  bool found = false;
  for (const Quotation& q : f.quotations)
    found |=
        q.kind == QuotationKind::Direct && q.speakers.size() == 1 && q.speakers[0].name == "김하늘";
  CHECK(found);
}

TEST_CASE("extract: megabytes in one paragraph take linear time") {
  const auto seconds = [](int repeats) {
    std::string text;
    for (int i = 0; i < repeats; ++i)
      text +=
          "박서준 대표는 “숲을 지키자”고 말했다. 그는 나무가 많다고 덧붙였다. 이어 “물도 "
          "지키자”라며 웃었다. ";
    const Document d = article(text, "ko");
    const auto begin = std::chrono::steady_clock::now();
    CHECK(extract::extract(d).quotations.size() > 0);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  seconds(200);
  const double small = seconds(2000);
  CHECK(seconds(16000) <
        small * 8 * 4);  // eight times the text; four times its share for a noisy machine
}
