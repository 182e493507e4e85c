// Quotations as they are read back: by speaker, by words in their paragraph, by article.
//
// Offsets are code points of the article's text. Errors: Failure, as database.h says. Threads: as
// the Archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/read_articles.h"

namespace onrecord::store {

struct StoredSpeaker {
  std::string name;  // fullest in that article
  std::string surface;
  std::int64_t entity = 0;  // 0: none
  std::string canonical;    // the archive's name; that of the article where there is none
};

struct StoredQuotation {
  std::int64_t id = 0, article_id = 0;
  std::string kind;
  CodepointSpan span, sentence_span;
  std::string where, cue, rule;
  double confidence = 0;
  bool doubtful = false;
  std::string words, sentence;
  std::string published;  // of the article; may be empty
};

struct QuotationFilter {
  ArticleFilter article;
  std::vector<std::int64_t> speakers;  // entities, any of them
  std::string terms;                   // FTS5 expression that the paragraph must match; empty: any
  std::string kind;                    // direct, indirect; empty: both
  bool oldest_first = false;
  bool by_arrival = false;
};

// What stands around a quotation in its paragraph.
struct Paragraph {
  CodepointSpan span;
  std::string text;
  struct Other {
    CodepointSpan span;
    std::vector<std::int64_t> entities;  // 0 for a speaker without one
  };
  std::vector<Other> quotations;  // all of the paragraph, the asked one among them
};

class QuotationReader {
 public:
  explicit QuotationReader(Archive& archive) : database_(archive.database()) {}

  // Newest first unless the filter says otherwise; at most `limit`.
  std::vector<StoredQuotation> find(const QuotationFilter& filter, std::int64_t limit);
  std::int64_t count(const QuotationFilter& filter);
  std::vector<StoredQuotation> of_article(std::int64_t article_id);
  std::vector<StoredSpeaker> speakers(std::int64_t quotation_id);
  Paragraph paragraph(std::int64_t article_id, CodepointSpan span);

  // Articles that name one of these entities, counted up to `limit`.
  std::int64_t articles_naming(const std::vector<std::int64_t>& entities, std::int64_t limit);

 private:
  Database& database_;
};

}  // namespace onrecord::store
