#include "store/migrator.h"

#include <span>

#include "base/digest.h"
#include "base/error.h"
#include "base/version.h"

namespace onrecord::store {
namespace {

bool has_history(Database& database) {
  // The columns are asked for too: other programs have tables of this name.
  return database.integer("schema.history",
                          "SELECT count(*) FROM pragma_table_info('schema_history') "
                          "WHERE name IN ('number', 'checksum', 'program', 'applied_at')") == 4;
}

bool is_empty(Database& database) {
  return database.integer("schema.tables", "SELECT count(*) FROM sqlite_schema") == 0;
}

[[noreturn]] void refuse_foreign(Database& database) {
  fail(ErrorKind::ArchiveForeign,
       "this SQLite file belongs to another program and was left alone; name another file with "
       "--archive",
       database.path());
}

void refuse_newer(Database& database, std::int64_t number, int newest) {
  if (number <= newest) return;
  fail(ErrorKind::ArchiveNewer,
       "this archive was written by a newer onrecord (schema " + std::to_string(number) +
           ", this program knows " + std::to_string(newest) + "); update onrecord",
       database.path());
}

int schema_of(Database& database, int newest) {
  const std::int64_t id = database.integer("schema.application_id", "PRAGMA application_id");
  if (id == 0 && is_empty(database)) return 0;
  const bool known = has_history(database);
  if (id != kApplicationId && !(id == 0 && known)) refuse_foreign(database);
  refuse_newer(database, database.integer("schema.user_version", "PRAGMA user_version"), newest);
  if (!known) {
    fail(ErrorKind::ArchiveDamaged, "this archive has lost its schema_history", database.path());
  }
  const std::int64_t number =
      database.integer("schema.number", "SELECT max(number) FROM schema_history");
  refuse_newer(database, number, newest);
  return static_cast<int>(number);
}

void set_marks(Database& database, int number) {
  database.execute("schema.marks", "PRAGMA application_id = " + std::to_string(kApplicationId) +
                                       "; PRAGMA user_version = " + std::to_string(number));
}

void apply(Database& database, const Migration& step) {
  database.execute("migrate." + step.name, step.sql);
  database
      .prepare("migrate.record",
               "INSERT INTO schema_history(number, name, checksum, program, applied_at) "
               "VALUES(?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
      .with(step.number, step.name, sha256_hex(step.sql), kProgramVersion)
      .run();
  set_marks(database, step.number);
}

// Steps that fail leave no trace; another process that was faster leaves nothing to do.
void apply_in_transaction(Database& database, std::span<const Migration> steps, int newest) {
  database.execute("migrate.begin", "BEGIN IMMEDIATE");
  try {
    for (const Migration& step : steps) {
      if (schema_of(database, newest) < step.number) apply(database, step);
    }
    database.execute("migrate.commit", "COMMIT");
  } catch (const Failure&) {
    if (database.in_transaction()) database.execute("migrate.rollback", "ROLLBACK");
    throw;
  }
}

}  // namespace

int newest_schema() {
  return migrations().back().number;
}

int schema_of(Database& database) {
  return schema_of(database, newest_schema());
}

void migrate(Database& database, const std::vector<Migration>& steps) {
  const int newest = steps.back().number;
  const int now = schema_of(database, newest);
  if (now == 0) {  // a new archive is whole, or there is none
    apply_in_transaction(database, steps, newest);
  } else {
    for (const Migration& step : steps) {
      if (now < step.number) apply_in_transaction(database, {&step, 1}, newest);
    }
  }
  if (database.integer("schema.application_id", "PRAGMA application_id") != kApplicationId ||
      database.integer("schema.user_version", "PRAGMA user_version") != newest) {
    set_marks(database, newest);
  }
}

}  // namespace onrecord::store
