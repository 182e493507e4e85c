#include "query/query_parser.h"

#include <algorithm>

#include "query/word_match.h"
#include "text/normalize.h"
#include "text/search_terms.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

constexpr int kDeepest = 40;  // parentheses inside each other; deeper ones are dropped
constexpr std::size_t kPrefixFrom =
    4;  // letters of an English word from which inflections are searched

struct Token {
  enum class Kind : std::uint8_t { Word, Phrase, Or, Not, And, Open, Close, End };
  Kind kind = Kind::End;
  std::string text;
};

bool is_blank(char32_t c) {
  return c <= ' ' || c == 0xA0 || c == 0x3000;
}
bool is_quote(char32_t c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0xFF02;
}

bool has_letters(std::string_view text) {
  return text::search_terms(text).find_first_not_of(" \"'.,;:!?*()-") != std::string::npos;
}

class Scanner {
 public:
  explicit Scanner(std::string_view line) : line_(line) {}

  Token next() {
    while (at_ < line_.size() && is_blank(peek())) take();
    if (at_ >= line_.size()) return {};
    const char32_t c = peek();
    if (is_quote(c)) return phrase();
    if (c == '(' || c == ')') {
      take();
      return {c == '(' ? Token::Kind::Open : Token::Kind::Close, ""};
    }
    if (c == '-' && at_ + 1 < line_.size() && line_[at_ + 1] != ' ' && line_[at_ + 1] != '-') {
      take();
      return {Token::Kind::Not, ""};
    }
    return word();
  }

 private:
  char32_t peek() const {
    std::size_t at = at_;
    return text::decode(line_, at);
  }
  void take() { text::decode(line_, at_); }

  Token phrase() {
    take();
    const std::size_t begin = at_;
    while (at_ < line_.size() && !is_quote(peek())) take();
    Token token{Token::Kind::Phrase, std::string(line_.substr(begin, at_ - begin))};
    if (at_ < line_.size()) take();
    return token;
  }

  Token word() {
    const std::size_t begin = at_;
    while (at_ < line_.size() && !is_blank(peek()) && !is_quote(peek()) && peek() != '(' &&
           peek() != ')')
      take();
    std::string text(line_.substr(begin, at_ - begin));
    if (text == "OR" || text == "|") return {Token::Kind::Or, ""};
    if (text == "NOT") return {Token::Kind::Not, ""};
    if (text == "AND" || text == "&") return {Token::Kind::And, ""};
    return {Token::Kind::Word, std::move(text)};
  }

  std::string_view line_;
  std::size_t at_ = 0;
};

std::string trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

Query group(Query::Kind kind, std::vector<Query> children) {
  if (children.size() == 1 && kind != Query::Kind::Not) return std::move(children.front());
  Query query;
  query.kind = kind;
  query.children = std::move(children);
  return query;
}

class Parser {
 public:
  explicit Parser(std::string_view line) : scanner_(line), token_(scanner_.next()) {}

  Query parse() {
    std::vector<Query> all;
    while (token_.kind != Token::Kind::End) {
      if (token_.kind == Token::Kind::Close) advance();
      Query part = either(0);
      if (!part.empty()) all.push_back(std::move(part));
    }
    return all.empty() ? Query{} : group(Query::Kind::And, std::move(all));
  }

 private:
  void advance() { token_ = scanner_.next(); }

  Query either(int depth) {
    std::vector<Query> ways;
    while (true) {
      Query way = all_of(depth);
      if (!way.empty()) ways.push_back(std::move(way));
      if (token_.kind != Token::Kind::Or) break;
      advance();
    }
    return ways.empty() ? Query{} : group(Query::Kind::Or, std::move(ways));
  }

  Query all_of(int depth) {
    std::vector<Query> parts, without;
    while (token_.kind != Token::Kind::Or && token_.kind != Token::Kind::Close &&
           token_.kind != Token::Kind::End) {
      const bool negative = token_.kind == Token::Kind::Not;
      if (negative || token_.kind == Token::Kind::And) {
        advance();
        if (!negative) continue;
      }
      Query part = one(depth);
      if (part.empty()) continue;
      if (negative) part = group(Query::Kind::Not, {std::move(part)});
      (negative ? without : parts).push_back(std::move(part));
    }
    std::move(without.begin(), without.end(), std::back_inserter(parts));
    return parts.empty() ? Query{} : group(Query::Kind::And, std::move(parts));
  }

  Query one(int depth) {
    if (token_.kind == Token::Kind::Open) {
      advance();
      Query inner = depth < kDeepest ? either(depth + 1) : Query{};
      if (token_.kind == Token::Kind::Close) advance();
      return inner;
    }
    if (token_.kind != Token::Kind::Word && token_.kind != Token::Kind::Phrase) return {};
    Query leaf;
    leaf.kind = token_.kind == Token::Kind::Word ? Query::Kind::Word : Query::Kind::Phrase;
    if (has_letters(token_.text)) leaf.text = token_.text;
    advance();
    return leaf;
  }

  Scanner scanner_;
  Token token_;
};

std::string quoted(std::string_view terms) {
  std::string out = "\"";
  for (char c : terms) {
    if (c == '"') continue;
    out += c;
  }
  return out + "\"";
}

void collect(const Query& query, std::vector<std::string>& words) {
  if (query.kind == Query::Kind::Not) return;
  if (!query.text.empty()) words.push_back(query.text);
  for (const Query& child : query.children) collect(child, words);
}

std::string join_children(const Query& query, const char* between) {
  std::string out;
  for (const Query& child : query.children) {
    if (child.kind == Query::Kind::Not) continue;
    const std::string part = fts_expression(child);
    if (!part.empty()) out += (out.empty() ? "" : between) + part;
  }
  return out.empty() ? out : "(" + out + ")";
}

std::string and_expression(const Query& query) {
  std::string out = join_children(query, " AND ");
  if (out.empty()) return out;
  for (const Query& child : query.children) {
    if (child.kind != Query::Kind::Not) continue;
    const std::string part = fts_expression(child.children.front());
    if (!part.empty()) out = "(" + out + " NOT " + part + ")";
  }
  return out;
}

}  // namespace

Query parse_query(std::string_view line) {
  return Parser(text::nfc(line)).parse();
}

std::string print_tree(const Query& query) {
  static constexpr const char* kNames[] = {"word", "phrase", "and", "or", "not"};
  if (query.empty()) return "()";
  std::string out = std::string("(") + kNames[static_cast<std::size_t>(query.kind)];
  if (query.kind == Query::Kind::Word) out += " " + query.text;
  if (query.kind == Query::Kind::Phrase) out += " \"" + query.text + "\"";
  for (const Query& child : query.children) out += " " + print_tree(child);
  return out + ")";
}

std::vector<std::string> shown_words(const Query& query) {
  std::vector<std::string> words;
  collect(query, words);
  return words;
}

std::string fts_phrase(std::string_view words) {
  const std::string stem = search_stem(words);
  const bool one_english_word = std::all_of(words.begin(), words.end(), [](char c) {
    return text::is_ascii_letter(static_cast<unsigned char>(c));
  });
  const bool inflected = one_english_word && stem.size() >= kPrefixFrom;
  const std::string terms = trimmed(text::search_terms(inflected ? std::string_view(stem) : words));
  if (terms.empty()) return "";
  // A lone syllable at the end is the beginning of some pair: 샘 of 샘알트만.
  std::size_t last = terms.size();
  const bool lone =
      text::decode_backwards(terms, last) >= 0x80 && (last == 0 || terms[last - 1] == ' ');
  return quoted(terms) + (lone || inflected ? " *" : "");
}

std::string fts_expression(const Query& query) {
  switch (query.kind) {
    case Query::Kind::Word:
    case Query::Kind::Phrase:
      return query.text.empty() ? "" : fts_phrase(query.text);
    case Query::Kind::And:
      return and_expression(query);
    case Query::Kind::Or:
      return join_children(query, " OR ");
    case Query::Kind::Not:
      return "";
  }
  return "";
}

}  // namespace onrecord::query
