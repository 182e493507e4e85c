// Full-text search over paragraphs: which articles hold the terms, and where.
//
// Terms come as FTS5 phrases that query/query_parser made; nothing else reaches MATCH. Offsets are
// code points. Errors: Failure, as database.h says. Threads: as the Archive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/read_articles.h"

namespace onrecord::store {

// Terms joined over a whole article, not over a paragraph.
struct TermTree {
  enum class Kind : std::uint8_t {
    Phrase,
    And,
    Or,
    Except
  };  // Except: the first child without the others
  Kind kind = Kind::Phrase;
  std::string phrase;  // FTS5 expression of one term
  std::vector<TermTree> children;
};

struct ParagraphHit {
  std::int64_t article_id = 0;
  std::string kind;
  CodepointSpan span;  // empty for a title outside the text
  double rank = 0;     // bm25, less is better; 0 where too many paragraphs match
};

class SearchReader {
 public:
  explicit SearchReader(Archive& archive) : database_(archive.database()) {}

  std::int64_t count_articles(const TermTree& tree, const ArticleFilter& filter);

  // Paragraphs with any of the terms in articles that match the tree, best first; at most `limit`.
  // `any` is an FTS5 expression of the terms joined by OR.
  std::vector<ParagraphHit> find(const TermTree& tree, const std::string& any,
                                 const ArticleFilter& filter, std::int64_t limit);

  // How many paragraphs match, counted up to `most`; and how many there are.
  std::int64_t count_paragraphs(const std::string& terms, std::int64_t most);
  std::int64_t paragraphs();

  // bm25 over more paragraphs than this is left out: newest first instead.
  static constexpr std::int64_t kMostRanked = 20000;

 private:
  Database& database_;
};

}  // namespace onrecord::store
