// The least that a searchable store can do: each line's text into a table and its pairs of
// characters into FTS5.
//
//   bare_insert CORPUS.jsonl OUT.db
//
// One thread, the archive's own pragmas, one transaction per thousand articles, an index that keeps
// no second copy of the text. No metadata, no check, no extraction. `onrecord ingest` is measured
// against its wall time.
#include <sqlite3.h>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "text/search_terms.h"

namespace {

sqlite3* database = nullptr;

void check(int status) {
  if (status == SQLITE_OK || status == SQLITE_DONE || status == SQLITE_ROW) return;
  std::fprintf(stderr, "bare_insert: %s\n", sqlite3_errmsg(database));
  std::exit(1);
}

void run(const char* sql) {
  check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr));
}

sqlite3_stmt* prepare(const char* sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr));
  return statement;
}

void insert(sqlite3_stmt* statement, std::int64_t id, const std::string& text) {
  check(sqlite3_bind_int64(statement, 1, id));
  check(sqlite3_bind_text(statement, 2, text.data(), static_cast<int>(text.size()), SQLITE_STATIC));
  check(sqlite3_step(statement));
  check(sqlite3_reset(statement));
}

void make_tables() {
  run("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA "
      "cache_size = -65536;"
      "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4096;");
  run("CREATE TABLE article(id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
      "CREATE VIRTUAL TABLE article_index USING fts5(terms, content='',"
      " tokenize='unicode61 remove_diacritics 2');");
}

void insert_all(const char* corpus) {
  sqlite3_stmt* article = prepare("INSERT INTO article(id, text) VALUES(?, ?)");
  sqlite3_stmt* index = prepare("INSERT INTO article_index(rowid, terms) VALUES(?, ?)");
  std::ifstream in(corpus);
  std::string line;
  run("BEGIN");
  for (std::int64_t id = 1; std::getline(in, line); ++id) {
    const std::string text = nlohmann::json::parse(line)["text"];
    insert(article, id, text);
    insert(index, id, onrecord::text::search_terms(text));
    if (id % 1000 == 0) run("COMMIT; BEGIN");
  }
  run("COMMIT");
  sqlite3_finalize(article);
  sqlite3_finalize(index);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: bare_insert CORPUS.jsonl OUT.db\n", stderr), 2;
  check(sqlite3_open(argv[2], &database));
  make_tables();
  insert_all(argv[1]);
  run("PRAGMA journal_mode = DELETE");
  check(sqlite3_close(database));
}
