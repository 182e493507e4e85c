#include "query/query_parser.h"

#include <doctest/doctest.h>

#include <fstream>

namespace onrecord::query {
namespace {

TEST_CASE("query: every tree of tests/query/queries.tsv") {
  std::ifstream in(ONRECORD_SOURCE_DIR "/tests/query/queries.tsv");
  REQUIRE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line); ++rows) {
    if (line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    CAPTURE(line);
    CHECK(print_tree(parse_query(line.substr(0, tab))) == line.substr(tab + 1));
  }
  CHECK(rows > 15);
}

TEST_CASE("query: an expression for FTS5 quotes every term") {
  CHECK(fts_expression(parse_query("규제")) == "\"규제\"");
  CHECK(fts_expression(parse_query("알트만")) == "\"알트 트만\"");
  CHECK(fts_expression(parse_query("샘")) == "\"샘\" *");
  CHECK(fts_expression(parse_query("AI 규제")) == "(\"AI\" AND \"규제\")");
  CHECK(fts_expression(parse_query("규제 NOT AI")) == "((\"규제\") NOT \"AI\")");
  CHECK(fts_expression(parse_query("policies")) == "\"polic\" *");
  CHECK(fts_expression(parse_query("NOT 규제")) == "");
}

TEST_CASE("query: words under NOT are not shown") {
  CHECK(shown_words(parse_query("규제 \"AI 법\" NOT 저작권")) ==
        std::vector<std::string>{"규제", "AI 법"});
}

TEST_CASE("query: deep parentheses end the depth, not the program") {
  const std::string deep(100000, '(');
  CHECK(print_tree(parse_query(deep + "규제")) != "");
}

}  // namespace
}  // namespace onrecord::query
