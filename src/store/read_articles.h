// Articles as they are read back: their faces for lists, their text and blocks for showing.
//
// Offsets are code points. Errors: Failure, as database.h says. Threads: as the Archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "store/archive.h"

namespace onrecord::store {

struct ArticleFace {
  std::int64_t id = 0;
  std::string uid;
  std::optional<std::string> title, source, url, published, path;
  std::optional<std::string> source_given;  // `source` is the outlet's name in this archive
  std::string language;
  std::string text_sha256;
};

struct StoredBlock {
  std::string kind;
  CodepointSpan span;
};

// Filters by article that every list takes; empty fields do not filter. Days are ISO, inclusive.
struct ArticleFilter {
  std::vector<std::string> sources;  // outlets or groups, any of them, ASCII case aside
  std::string since, until;          // of publication
  std::string added_since;           // arrival in the archive
};

class Conditions;
// Adds the filter to a statement in which the article is `a`.
void add_article_filter(Conditions& conditions, const ArticleFilter& filter);

// ["a","b"] or [1,2] for json_each().
std::string json_list(const std::vector<std::string>& values);
std::string json_list(const std::vector<std::int64_t>& values);

class ArticleReader {
 public:
  explicit ArticleReader(Archive& archive) : database_(archive.database()) {}

  std::optional<ArticleFace> by_id(std::int64_t id);
  std::optional<ArticleFace> by_uid(const std::string& uid);
  std::string text(std::int64_t id);
  std::vector<std::string> authors(std::int64_t id);
  std::vector<StoredBlock> blocks(std::int64_t id);
  std::int64_t count();
  // Articles that pass the filter, newest first.
  std::int64_t count(const ArticleFilter& filter);
  std::vector<std::int64_t> newest(const ArticleFilter& filter, std::int64_t limit);

 private:
  Database& database_;
};

}  // namespace onrecord::store
