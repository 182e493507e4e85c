#include "store/stats.h"

#include <filesystem>

namespace onrecord::store {
namespace {

std::int64_t size_on_disk(const std::string& path) {
  std::int64_t bytes = 0;
  for (const char* suffix : {"", "-wal", "-journal"}) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path + suffix, error);
    if (!error) bytes += static_cast<std::int64_t>(size);
  }
  return bytes;
}

void count_entities(Database& database, Stats& stats) {
  Statement rows =
      database.prepare("stats.entities", "SELECT kind, count(*) FROM entity GROUP BY kind");
  while (rows.step()) {
    const auto kind = entity_kind(rows.text(0));
    if (kind == EntityKind::Person) stats.people = rows.integer(1);
    if (kind == EntityKind::Organization) stats.organizations = rows.integer(1);
    if (kind == EntityKind::Place) stats.places = rows.integer(1);
  }
}

void count_articles(Database& database, Stats& stats) {
  Statement row = database.prepare(
      "stats.articles",
      "SELECT count(*), count(DISTINCT coalesce(o.outlet, a.source)), "
      "min(substr(published, 1, 10)), max(substr(published, 1, 10)), "
      "coalesce(sum(length(text)), 0) FROM article a LEFT JOIN outlet_name o ON o.name = a.source");
  row.step();
  stats.articles = row.integer(0);
  stats.outlets = row.integer(1);
  stats.first_published = row.optional_text(2);
  stats.last_published = row.optional_text(3);
  stats.text_characters = row.integer(4);
}

}  // namespace

Stats stats(Archive& archive) {
  Database& database = archive.database();
  Stats stats;
  count_articles(database, stats);
  count_entities(database, stats);
  const auto count = [&](const char* name, const char* from) {
    return database.integer(name, std::string("SELECT count(*) FROM ") + from);
  };
  stats.direct = count("stats.direct", "quotation WHERE kind = 'direct'");
  stats.quotations = count("stats.quotations", "quotation");
  stats.indirect = stats.quotations - stats.direct;
  stats.events = count("stats.events", "event");
  stats.mentions = count("stats.mentions", "mention");
  stats.problems = count("stats.problems", "problem");
  stats.bytes = size_on_disk(archive.path());
  stats.schema = archive.schema();
  return stats;
}

}  // namespace onrecord::store
