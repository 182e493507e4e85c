// The table of steps: each writes what it says and leaves every other layer as it was.
#include "extract/steps.h"

#include <doctest/doctest.h>

#include <map>
#include <sstream>

#include "text/layout.h"

using namespace onrecord;
using namespace onrecord::extract;

namespace {

std::string tokens_of(const Analysis& a) {
  std::ostringstream out;
  for (const Token& t : a.tokens)
    out << t.span.start << ' ' << t.span.end << ' ' << static_cast<int>(t.kind) << t.glued << ' '
        << t.block << '\n';
  return out.str();
}

std::string readings_of(const Analysis& a) {
  std::ostringstream out;
  for (const Token& t : a.tokens)
    out << t.reading.stem_bytes << ' ' << static_cast<int>(t.reading.josa) << ' '
        << t.reading.verb_like << '\n';
  return out.str();
}

std::string levels_of(const Analysis& a) {
  std::ostringstream out;
  for (const Token& t : a.tokens) out << t.passage << ' ' << t.sentence << '\n';
  for (std::int32_t c : a.closing) out << c << ' ';
  return out.str();
}

template <class Row>
std::string rows_of(const std::vector<Row>& rows) {
  std::ostringstream out;
  for (const Row& row : rows) {
    if constexpr (requires { row.inner; })
      out << row.inner.start << ' ' << row.inner.end << '\n';
    else if constexpr (requires { row.names; })
      out << row.name << ' ' << row.names.size() << '\n';
    else if constexpr (requires { row.trigger; })
      out << row.trigger.start << row.type << row.date << '\n';
    else if constexpr (requires { row.begin; })
      out << row.begin << ' ' << row.end << '\n';
    else
      out << row.span.start << ' ' << row.span.end << row.rule << '\n';
  }
  return out.str();
}

std::map<std::string, std::string> layers_of(const Analysis& a) {
  return {{"tokens", tokens_of(a)},
          {"readings", readings_of(a)},
          {"levels", levels_of(a)},
          {"passages", rows_of(a.passages)},
          {"sentences", rows_of(a.sentences)},
          {"mentions", rows_of(a.mentions)},
          {"chains", rows_of(a.chains)},
          {"quotations", rows_of(a.quotations)},
          {"events", rows_of(a.events)}};
}

bool names_layer(const char* list, const std::string& layer) {
  std::istringstream words(list);
  for (std::string word; words >> word;) {
    if (word == layer) return true;
  }
  return false;
}

void run_and_compare(const std::string& text, const char* language) {
  Document d;
  d.text = text;
  d.language = language;
  d.published = "2024-03-11";
  d.blocks = text::find_blocks(d.text);
  Analysis a(d);
  for (const Step& step : steps()) {
    const auto before = layers_of(a);
    step.run(a);
    const auto after = layers_of(a);
    for (const auto& [layer, was] : before) {
      CAPTURE(std::string(step.name));
      CAPTURE(layer);
      if (!names_layer(step.writes, layer)) CHECK(after.at(layer) == was);
    }
  }
  CHECK(a.quotations.size() == 2);
  CHECK_FALSE(a.events.empty());
}

}  // namespace

TEST_CASE("extract: a step changes the layers it writes and no other") {
  run_and_compare(
      "9일 부산시청에서 간담회가 열렸다. 박서준 대표는 김하늘 장관을 만나 “숲을 지키자”고 말했다. "
      "마르욜레인 데브리스 교수는 나무가 적다고 덧붙였다.",
      "ko");
  run_and_compare(
      "Anna Miller held a news conference in London on Friday. “The forest stays open,” Anna "
      "Miller "
      "said. She said that nobody would be turned away.",
      "en");
}
