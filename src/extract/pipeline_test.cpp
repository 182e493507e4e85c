// Properties that hold on any text: slices, order, nesting, sameness, and what a broken mark may
// cost.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "extract/extract.h"
#include "text/layout.h"
#include "text/utf8.h"

using namespace onrecord;

namespace {

Document article(std::string text) {
  Document d;
  d.text = std::move(text);
  d.language = "ko";
  d.published = "2024-03-11";
  d.blocks = text::find_blocks(d.text);
  return d;
}

bool on_boundary(const std::string& text, std::uint32_t at) {
  return at <= text.size() &&
         (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_spans(const Document& d, const Findings& f) {
  for (const Quotation& q : f.quotations) {
    REQUIRE(q.span.start < q.span.end);
    REQUIRE(on_boundary(d.text, q.span.start));
    REQUIRE(on_boundary(d.text, q.span.end));
    REQUIRE(q.sentence.end <= d.text.size());
    REQUIRE(q.confidence >= 0);
    REQUIRE(q.confidence <= 1);
    for (const Speaker& s : q.speakers) {
      REQUIRE_FALSE(s.name.empty());
      REQUIRE(std::string(slice(d.text, s.span)) == s.surface);
      REQUIRE(s.chain < static_cast<std::int32_t>(f.chains.size()));
    }
  }
  for (const Mention& m : f.mentions) {
    REQUIRE(std::string(slice(d.text, m.span)) == m.surface);
    REQUIRE(m.chain < f.chains.size());
  }
}

// Quotations overlap only as one inside the other.
void check_nesting(const Findings& f) {
  for (std::size_t i = 0; i < f.quotations.size(); ++i) {
    for (std::size_t j = i + 1;
         j < f.quotations.size() && f.quotations[j].span.start < f.quotations[i].span.end; ++j) {
      const ByteSpan x = f.quotations[i].span;
      const ByteSpan y = f.quotations[j].span;
      const bool nested = x.contains(y) || y.contains(x);
      CHECK(nested);
    }
  }
}

std::string print(const Findings& f) {
  std::ostringstream out;
  for (const Quotation& q : f.quotations) {
    out << q.span.start << '-' << q.span.end << q.rule << q.speaker_rule << q.confidence;
    for (const Speaker& s : q.speakers) out << s.name << s.chain;
  }
  for (const Mention& m : f.mentions) out << m.span.start << m.name << m.rule;
  for (const Event& e : f.events) out << e.type << e.date << e.place;
  return out.str();
}

std::vector<std::string> sample_texts() {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::string(ONRECORD_SOURCE_DIR) + "/tests/gold/articles")) {
    std::ifstream in(entry.path());
    std::stringstream s;
    s << in.rdbuf();
    out.push_back(s.str());
  }
  return out;
}

}  // namespace

TEST_CASE("extract: findings are slices of the text, nested or apart, the same every time") {
  for (const std::string& text : sample_texts()) {
    const Document d = article(text);
    const Findings f = extract::extract(d);
    check_spans(d, f);
    check_nesting(f);
    CHECK(print(f) == print(extract::extract(d)));
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
                                           "뜻을 밝혔다"};
  std::mt19937 random(20261123);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const int length = static_cast<int>(random() % 40);
    for (int i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const Document d = article(text);
    const Findings f = extract::extract(d);
    check_spans(d, f);
    check_nesting(f);
  }
}

TEST_CASE("extract: an unclosed mark costs at most its paragraph") {
  const Findings f = extract::extract(
      article("박서준 대표는 “숲을 지키자고 말했다.\n김하늘 의원은 “물을 지키자”고 말했다."));
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
    const Document d = article(text);
    const auto begin = std::chrono::steady_clock::now();
    CHECK(extract::extract(d).quotations.size() > 0);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  seconds(200);
  const double small = seconds(2000);
  CHECK(seconds(16000) <
        small * 8 * 4);  // eight times the text; four times its share for a noisy machine
}
