// The language of `search`: words, "phrases", OR, NOT or -word, parentheses;
// docs/query-language.md.
//
// Words beside each other must all be there. Nothing is refused: marks that make no sense are
// dropped, so that any line a user types is a query. Pure.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::query {

struct Query {
  enum class Kind : std::uint8_t { Word, Phrase, And, Or, Not };
  Kind kind = Kind::And;
  std::string text;             // of Word and Phrase
  std::vector<Query> children;  // And: two or more, Not last; Or: two or more; Not: one

  bool empty() const { return text.empty() && children.empty(); }
};

Query parse_query(std::string_view line);

// (and (word 규제) (not (phrase "AI 법"))): for tests and --explain.
std::string print_tree(const Query& query);

// Words and phrases that an answer should show, those under NOT left out.
std::vector<std::string> shown_words(const Query& query);

// The expression for FTS5: every term a quoted string, so that nothing typed is syntax. "" for a
// query that could match everything (nothing, or NOT alone).
std::string fts_expression(const Query& query);

// The FTS5 phrase for one word or phrase.
std::string fts_phrase(std::string_view words);

}  // namespace onrecord::query
