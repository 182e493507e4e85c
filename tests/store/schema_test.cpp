#include <doctest/doctest.h>

#include "store/migrator.h"
#include "store/sample_entries.h"
#include "store/schema_text.h"

using namespace onrecord;
using namespace onrecord::store;

TEST_CASE(
    "schema: current.sql is what the migrations make (cmake --build build/dev --target "
    "update-schema)") {
  const std::string kept = read_bytes(ONRECORD_SOURCE_DIR "/schema/current.sql");
  CHECK_MESSAGE(kept == schema_text(), "schema/current.sql is out of date");
}

TEST_CASE("schema: current.sql makes a database by itself") {
  Database database(":memory:", Mode::Write);
  database.execute("test", read_bytes(ONRECORD_SOURCE_DIR "/schema/current.sql"));
  CHECK(database.integer("test", "SELECT count(*) FROM quotations") == 0);
}

TEST_CASE("schema: every column of every table and view is explained in SCHEMA.md") {
  const std::string explained = read_bytes(ONRECORD_SOURCE_DIR "/schema/SCHEMA.md");
  Database database(":memory:", Mode::Write);
  migrate(database);
  Statement columns = database.prepare(
      "test",
      "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
      "WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE "
      "'paragraph_index%'");
  std::string missing;
  while (columns.step()) {
    // A section a table; in it a row a column: | `name` |
    const std::string heading = "\n### " + columns.text(0) + "\n";
    const auto section = explained.find(heading);
    const auto end = explained.find("\n### ", section + heading.size());
    const bool found =
        section != std::string::npos &&
        explained.substr(section, end - section).find("| `" + columns.text(1) + "` |") !=
            std::string::npos;
    if (!found) missing += columns.text(0) + "." + columns.text(1) + " ";
  }
  CHECK(missing == "");
}

TEST_CASE("schema: migrations are numbered from 1 without gaps") {
  int expected = 0;
  for (const Migration& migration : migrations()) CHECK(migration.number == ++expected);
}
