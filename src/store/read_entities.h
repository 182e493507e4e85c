// People, organisations and places as the whole archive knows them: names, counts, roles, evidence.
//
// Offsets are code points. Errors: Failure, as database.h says. Threads: as the Archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/read_articles.h"

namespace onrecord::store {

struct EntityName {
  std::int64_t entity = 0;
  std::string kind, canonical, alias;
};

struct Counted {
  std::string name;
  std::int64_t count = 0;
};

struct EntityFace {
  std::int64_t id = 0;
  std::string kind, name;
  std::int64_t articles = 0, mentions = 0, quotations = 0;
  std::string first_seen, last_seen;  // days of publication; may be empty
  std::vector<EntityName> aliases;    // canonical holds the origin
  std::vector<Counted> roles, organizations;
};

struct Evidence {
  std::int64_t article_id = 0;
  CodepointSpan span;
  std::string surface, rule;
  double confidence = 0;
};

// Somebody with a title, as an article calls him.
struct Titled {
  std::int64_t entity = 0;
  std::string canonical;
  std::vector<std::string> titles, affiliations;
  std::vector<std::string> around;  // the text beside some of the mentions
};

struct EntityFilter {
  ArticleFilter article;
  std::string kind;  // person, organization, place …; empty: all
};

class EntityReader {
 public:
  explicit EntityReader(Archive& archive) : database_(archive.database()) {}

  std::vector<EntityName> by_alias(const std::string& name);
  // Every name of people and organisations; for matching by sound.
  std::vector<EntityName> names();
  // Every name of all that are not people.
  std::vector<EntityName> names_of_things();
  bool speaks(std::int64_t entity);

  // Titles of its chains, the most frequent first.
  std::vector<Counted> roles(std::int64_t entity);
  // People with a title in the newest articles (at most `limit`) with a paragraph that matches
  // `terms` (FTS5).
  std::vector<Titled> titled(const std::string& terms, std::int64_t limit);
  std::optional<EntityFace> face(std::int64_t entity);
  std::vector<Evidence> evidence(std::int64_t entity, std::int64_t limit);

  // Those named in most articles first.
  std::vector<std::int64_t> list(const EntityFilter& filter, std::int64_t limit,
                                 std::int64_t offset);
  std::int64_t count(const EntityFilter& filter);

 private:
  std::vector<Counted> counted(const char* name, const char* sql, std::int64_t entity);
  Database& database_;
};

}  // namespace onrecord::store
