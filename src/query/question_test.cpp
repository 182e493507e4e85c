#include "query/question.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

namespace onrecord::query {
namespace {

constexpr Date kToday{2023, 7, 15};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (char c : line) {
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  cells.resize(8);
  return cells;
}

std::string bar(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + word;
  return out;
}

std::string names(const Reading& reading) {
  std::vector<std::string> out;
  for (const AskedName& name : reading.speaker) out.push_back(name.name);
  return bar(out);
}

std::string days(const Period& period) {
  if (period.empty()) return "";
  return (period.since ? iso(*period.since) : "") + ".." + (period.until ? iso(*period.until) : "");
}

TEST_CASE("question: every reading of tests/query/questions.tsv") {
  std::ifstream in(ONRECORD_SOURCE_DIR "/tests/query/questions.tsv");
  REQUIRE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto want = cells_of(line);
    const Reading got = read_question(want[0], kToday);
    CAPTURE(want[0]);
    CHECK(name_of(got.form) == want[1]);
    CHECK(names(got) == want[2]);
    CHECK(bar(got.topic) == want[3]);
    CHECK(days(got.period) == want[4]);
    CHECK(got.place == want[5]);
    CHECK(got.event == want[6]);
    ++rows;
  }
  CHECK(rows >= 60);
}

TEST_CASE("question: the language is that of the words that hold it together") {
  CHECK(read_question("what did 알트만 say about 규제?", kToday).language == "en");
  CHECK(read_question("Altman 규제 발언", kToday).language == "ko");
}

TEST_CASE("question: a name that ends like a particle keeps its raw form for the archive") {
  const Reading reading = read_question("김정은 핵 발언", kToday);
  REQUIRE(reading.speaker.size() == 1);
  CHECK(reading.speaker[0].raw == "김정은");
}

TEST_CASE("question: unmarked words become speaker and topic by what the archive knows") {
  Reading reading = read_question("알트만 메모리", kToday);
  settle(reading, [](const AskedName& asked, bool) {
    return asked.name == "알트만" ? Sureness::Person : Sureness::Unknown;
  });
  CHECK(names(reading) == "알트만");
  CHECK(reading.topic == std::vector<std::string>{"메모리"});
}

TEST_CASE("question: what the archive knows for a name outweighs the particle") {
  Reading reading = read_question("가람군수는 예산이 얼마나 든다고 했어?", kToday);
  settle(reading, [](const AskedName& asked, bool) {
    return asked.name == "가람" && asked.title == "군수" ? Sureness::Person : Sureness::Unknown;
  });
  CHECK(names(reading) == "가람");
  CHECK(std::find(reading.topic.begin(), reading.topic.end(), "예산") != reading.topic.end());
}

TEST_CASE("question: part of a longer name is not taken for the name") {
  Reading reading = read_question("What did Pyo Eun-chan say about the tram?", kToday);
  settle(reading, [](const AskedName& asked, bool) {
    return asked.name == "Pyo" ? Sureness::Person : Sureness::Unknown;
  });
  CHECK(names(reading) == "Pyo Eun-chan");
}

TEST_CASE("question: nothing, blanks and marks are read without fault") {
  for (const char* question : {"", "   ", "?", "\"", "에", "의 의 의", "who", "a'b\"c;--"}) {
    CAPTURE(question);
    CHECK_NOTHROW(read_question(question, kToday));
  }
}

}  // namespace
}  // namespace onrecord::query
