#include "store/renewal.h"

#include "base/error.h"
#include "store/database.h"
#include "store/findings_rows.h"

namespace onrecord::store {

void write_extraction(Database& database, std::int64_t article_id, const Entry& entry) {
  const auto packed = entry.packed_findings ? entry.packed_findings : pack_findings(entry);
  write_findings(database, article_id, *packed);
  database
      .statement("extraction.insert",
                 "INSERT INTO extraction(article_id, ruleset, digest) VALUES(?, ?, ?)")
      .with(article_id, entry.ruleset, packed->digest)
      .run();
}

void replace_findings(Archive& archive, std::int64_t article_id, const Entry& entry) {
  Database& database = archive.database();
  struct Clear {
    const char* name;
    const char* sql;
  };
  // Speakers, participants and variants go by triggers.
  constexpr Clear kClear[] = {
      {"event.clear", "DELETE FROM event WHERE article_id = ?"},
      {"quotation.clear", "DELETE FROM quotation WHERE article_id = ?"},
      {"mention.clear", "DELETE FROM mention WHERE article_id = ?"},
      {"chain.clear", "DELETE FROM chain WHERE article_id = ?"},
      {"block.clear", "DELETE FROM block WHERE article_id = ?"},
      {"extraction.clear", "DELETE FROM extraction WHERE article_id = ?"},
  };
  for (const Clear& clear : kClear)
    database.statement(clear.name, clear.sql).with(article_id).run();
  write_extraction(database, article_id, entry);
}

std::string print_of_chains(Archive& archive, std::int64_t article_id) {
  CanonicalPrint print;
  Statement& rows =
      archive.database()
          .statement("chain.print",
                     "SELECT chain, kind, name, names, titles, affiliations, latin, unnamed "
                     "FROM chain WHERE article_id = ? ORDER BY chain")
          .with(article_id);
  while (rows.step()) print.row("chain").values(rows);
  rows.reset();
  return print.text();
}

std::pair<std::string, std::string> extraction_of(Archive& archive, std::int64_t article_id) {
  Statement& row = archive.database()
                       .statement("extraction.of_article",
                                  "SELECT ruleset, digest FROM extraction WHERE article_id = ?")
                       .with(article_id);
  std::pair<std::string, std::string> found;
  if (row.step()) found = {row.text(0), row.text(1)};
  row.reset();
  return found;
}

std::vector<GivenValue> given_values(Archive& archive, std::int64_t article_id) {
  Statement& rows =
      archive.database()
          .statement("given_value.of_article",
                     "SELECT field, value FROM given_value WHERE article_id = ? ORDER BY field")
          .with(article_id);
  std::vector<GivenValue> given;
  while (rows.step()) given.push_back({rows.text(0), rows.optional_text(1)});
  rows.reset();
  return given;
}

void replace_given_values(Archive& archive, std::int64_t article_id,
                          const std::vector<GivenValue>& given) {
  Database& database = archive.database();
  database.statement("given_value.clear", "DELETE FROM given_value WHERE article_id = ?")
      .with(article_id)
      .run();
  for (const GivenValue& value : given) {
    database
        .statement("given_value.insert",
                   "INSERT INTO given_value(article_id, field, value) VALUES(?, ?, ?)")
        .with(article_id, value.field, value.value)
        .run();
  }
}

void set_fact(Archive& archive, std::int64_t article_id, const std::string& field,
              const std::optional<std::string>& value) {
  Database& database = archive.database();
  Statement& update =
      field == "published" ? database.statement("article.set_published",
                                                "UPDATE article SET published = ? WHERE id = ?")
      : field == "source"
          ? database.statement("article.set_source", "UPDATE article SET source = ? WHERE id = ?")
          : database.statement("article.set_title", "UPDATE article SET title = ? WHERE id = ?");
  update.with(value, article_id).run();
}

void replace_title_paragraph(Archive& archive, std::int64_t article_id,
                             const std::optional<Entry::Paragraph>& title) {
  Database& database = archive.database();
  database
      .statement("paragraph.clear_title",
                 "DELETE FROM paragraph WHERE article_id = ? AND kind = 'title'")
      .with(article_id)
      .run();
  if (!title) return;
  database
      .statement("paragraph.insert_title",
                 "INSERT INTO paragraph(article_id, kind, start, end) VALUES(?, 'title', 0, 0)")
      .with(article_id)
      .run();
  database
      .statement("paragraph_index.insert_title",
                 "INSERT INTO paragraph_index(rowid, terms) VALUES(?, ?)")
      .with(database.last_id(), title->terms)
      .run();
}

}  // namespace onrecord::store
