#include "store/dump.h"

#include "store/findings_rows.h"

namespace onrecord::store {
namespace {

using Out = std::function<void(std::string_view)>;

void print_given(Database& database, std::int64_t article_id, CanonicalPrint& print) {
  struct Part {
    const char* table;
    const char* select;
  };
  constexpr Part kParts[] = {
      {"article",
       "SELECT uid, original_sha256, original, format, given_id, title, source, url, published, "
       "language, text_sha256, text FROM article WHERE id = ?"},
      {"sqlar",
       "SELECT name, mode, mtime, sz, hex(data) FROM sqlar "
       "WHERE name = (SELECT original FROM article WHERE id = ?)"},
      {"author", "SELECT position, name FROM author WHERE article_id = ? ORDER BY position"},
      {"location", "SELECT path, record FROM location WHERE article_id = ? ORDER BY path, record"},
      {"paragraph",
       "SELECT kind, start, end FROM paragraph WHERE article_id = ? ORDER BY kind <> 'title', id"},
      {"given_value", "SELECT field, value FROM given_value WHERE article_id = ? ORDER BY field"},
      {"extraction", "SELECT ruleset, digest FROM extraction WHERE article_id = ?"},
  };
  for (const Part& part : kParts) {
    Statement& rows =
        database.statement(std::string("dump.") + part.table, part.select).bind(1, article_id);
    while (rows.step()) print.row(part.table).values(rows);
    rows.reset();
  }
}

void dump_articles(Database& database, const Out& out) {
  Statement articles = database.prepare("dump.articles", "SELECT id FROM article ORDER BY uid");
  while (articles.step()) {
    CanonicalPrint print;
    print_given(database, articles.integer(0), print);
    print_findings(database, articles.integer(0), print);
    out(print.text() + "\n");
  }
}

void dump_rows(Database& database, const char* table, const char* select, const Out& out) {
  Statement rows = database.prepare(std::string("dump.") + table, select);
  while (rows.step()) out(CanonicalPrint().row(table).values(rows).text() + "\n");
}

}  // namespace

void canonical_dump(Archive& archive, const Out& out) {
  Database& database = archive.database();
  dump_articles(database, out);
  dump_rows(database, "rule",
            "SELECT id, layer, pattern, emits, confidence, example, counter_example FROM rule "
            "ORDER BY id",
            out);
  // Entities keep their ids here: they are given in canonical order and must come out the same.
  dump_rows(database, "entity", "SELECT id, kind, name FROM entity ORDER BY id", out);
  dump_rows(database, "alias", "SELECT entity_id, name, origin FROM alias ORDER BY entity_id, name",
            out);
  dump_rows(
      database, "identity",
      "SELECT a.uid, i.chain, i.entity_id FROM identity i JOIN article a ON a.id = i.article_id "
      "ORDER BY a.uid, i.chain",
      out);
  dump_rows(database, "outlet_name", "SELECT name, outlet FROM outlet_name ORDER BY name", out);
  dump_rows(database, "outlet_group", "SELECT name, outlet FROM outlet_group ORDER BY name, outlet",
            out);
  dump_rows(database, "correction",
            "SELECT made_at, made_by, action, uid, start, end, kind, subject, value, value_ref "
            "FROM correction WHERE undone_at IS NULL ORDER BY id",
            out);
  dump_rows(database, "variant",
            "SELECT v.utterance_id, a.uid, q.start, q.end, q.kind, u.representative = q.id "
            "FROM variant v JOIN utterance u ON u.id = v.utterance_id "
            "JOIN quotation q ON q.id = v.quotation_id JOIN article a ON a.id = q.article_id "
            "ORDER BY v.utterance_id, a.uid, q.start, q.end, q.kind",
            out);
}

std::string canonical_dump(Archive& archive) {
  std::string dump;
  canonical_dump(archive, [&](std::string_view part) { dump += part; });
  return dump;
}

}  // namespace onrecord::store
