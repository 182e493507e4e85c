#include "store/schema_text.h"

#include "store/migrator.h"

namespace onrecord::store {

std::string schema_text() {
  Database fresh(":memory:", Mode::Write);
  migrate(fresh);
  std::string text =
      "-- Schema " + std::to_string(newest_schema()) +
      ": what the migrations make of an empty file. Generated, do not edit:\n"
      "-- cmake --build build/dev --target update-schema. Every column: SCHEMA.md.\n";
  // Shadow tables of FTS5 and indexes that SQLite makes itself are no part of the contract.
  Statement rows = fresh.prepare(
      "schema.text",
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE "
      "'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE 'paragraph\\_index\\_%' ESCAPE '\\' "
      "ORDER BY rowid");
  while (rows.step()) text.append("\n").append(rows.text(0)).append(";\n");
  return text;
}

}  // namespace onrecord::store
