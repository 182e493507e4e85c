#include "store/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <map>
#include <vector>

#include "base/error.h"

namespace onrecord::store {
namespace {

// A writer holds the lock for one batch, never longer.
constexpr int kBusyMilliseconds = 30'000;

ErrorKind kind_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_CORRUPT:
      return ErrorKind::ArchiveDamaged;
    case SQLITE_NOTADB:
      return ErrorKind::ArchiveForeign;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ErrorKind::ArchiveBusy;
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
      return ErrorKind::Io;
    case SQLITE_INTERRUPT:
      return ErrorKind::Interrupted;
    default:
      return ErrorKind::Internal;
  }
}

std::string explanation(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::ArchiveDamaged:
      return "the archive is damaged; 'onrecord verify' says where";
    case ErrorKind::ArchiveForeign:
      return "this is not an onrecord archive";
    case ErrorKind::ArchiveBusy:
      return "the archive is in use by another process; try again later";
    case ErrorKind::Io:
      return "the archive cannot be read or written";
    case ErrorKind::Interrupted:
      return "interrupted";
    default:
      return "the archive refused a statement";
  }
}

[[noreturn]] void fail_with(const SQLite::Exception& error, std::string_view statement,
                            const std::string& path) {
  const ErrorKind kind = kind_of(error.getErrorCode());
  std::string message = explanation(kind) + " (" + std::string(statement) + ": " + error.what() +
                        ", SQLite " + std::to_string(error.getExtendedErrorCode()) + ")";
  fail(kind, std::move(message), path);
}

bool is_empty_or_missing(const std::string& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  return error || size == 0;
}

std::string immutable_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
  }
  return uri + "?immutable=1";
}

// Lets SQLite roll back or replay what an interrupted writer left. Where it may not, nothing
// happens.
void mend(const std::string& path) {
  try {
    SQLite::Database(path, SQLite::OPEN_READWRITE, kBusyMilliseconds)
        .exec("SELECT count(*) FROM sqlite_schema");
  } catch (const SQLite::Exception&) {
  }
}

// Runs `work`; a fault of SQLite leaves as Failure with the statement's name.
template <class Work>
auto named(std::string_view statement, const std::string& path, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    fail_with(error, statement, path);
  }
}

// SQLite's own count of its memory takes a lock at each allocation, and nobody asks for it. Must
// come before the first connection.
void spare_memory_statistics() {
  static const int status = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)status;  // refused where another library has started SQLite: then it counts
}

using TextFunction = std::function<std::string(std::string_view)>;

// What SQLite calls: an exception must not pass through it.
void call_text_function(sqlite3_context* context, int, sqlite3_value** arguments) {
  const auto& function = *static_cast<const TextFunction*>(sqlite3_user_data(context));
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(arguments[0]));
  if (text == nullptr) return sqlite3_result_null(context);
  try {
    const std::string result =
        function({text, static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]))});
    sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } catch (const std::exception& error) {
    sqlite3_result_error(context, error.what(), -1);
  }
}

}  // namespace

struct Statement::Prepared {
  SQLite::Statement statement;
  std::string name;
  const std::string* path;
  std::int64_t changes = 0;

  template <class Work>
  auto guard(Work&& work) {
    return named(name, *path, std::forward<Work>(work));
  }
};

Statement::Statement(std::unique_ptr<Prepared> prepared) : prepared_(std::move(prepared)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::reset() {
  // The code that a reset gives back is that of the step before it, which has been reported
  // already.
  prepared_->statement.tryReset();
  prepared_->guard([&] { prepared_->statement.clearBindings(); });
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t value) {
  prepared_->guard([&] { prepared_->statement.bind(parameter, value); });
  return *this;
}

Statement& Statement::bind(int parameter, double value) {
  prepared_->guard([&] { prepared_->statement.bind(parameter, value); });
  return *this;
}

Statement& Statement::bind(int parameter, const std::string& text) {
  prepared_->guard([&] { prepared_->statement.bind(parameter, text); });
  return *this;
}

Statement& Statement::bind(int parameter, const char* text) {
  prepared_->guard([&] { prepared_->statement.bind(parameter, text); });
  return *this;
}

Statement& Statement::bind(int parameter, std::nullptr_t) {
  prepared_->guard([&] { prepared_->statement.bind(parameter); });
  return *this;
}

Statement& Statement::bind_text_in_place(int parameter, const std::string& text) {
  prepared_->guard([&] { prepared_->statement.bindNoCopy(parameter, text); });
  return *this;
}

Statement& Statement::bind_blob_in_place(int parameter, std::string_view bytes) {
  // A null pointer would bind NULL; no bytes are still bytes.
  const char* data = bytes.empty() ? "" : bytes.data();
  prepared_->guard(
      [&] { prepared_->statement.bindNoCopy(parameter, data, static_cast<int>(bytes.size())); });
  return *this;
}

bool Statement::step() {
  return prepared_->guard([&] { return prepared_->statement.executeStep(); });
}

void Statement::run() {
  while (step()) {
  }
  prepared_->changes = prepared_->statement.getChanges();
  prepared_->statement.tryReset();
}

std::int64_t Statement::changes() {
  return prepared_->changes;
}

int Statement::columns() const {
  return prepared_->statement.getColumnCount();
}

ColumnType Statement::type(int column) const {
  const int type =
      prepared_->guard([&] { return prepared_->statement.getColumn(column).getType(); });
  switch (type) {
    case SQLITE_NULL:
      return ColumnType::Null;
    case SQLITE_INTEGER:
      return ColumnType::Integer;
    case SQLITE_FLOAT:
      return ColumnType::Real;
    default:
      return ColumnType::Text;
  }
}

bool Statement::is_null(int column) const {
  return prepared_->guard([&] { return prepared_->statement.isColumnNull(column); });
}

std::int64_t Statement::integer(int column) const {
  return prepared_->guard([&] { return prepared_->statement.getColumn(column).getInt64(); });
}

double Statement::real(int column) const {
  return prepared_->guard([&] { return prepared_->statement.getColumn(column).getDouble(); });
}

std::string_view Statement::view(int column) const {
  return prepared_->guard([&]() -> std::string_view {
    const SQLite::Column value = prepared_->statement.getColumn(column);
    // The pointer first: asking for it may convert the value and so change its length.
    const auto* data = static_cast<const char*>(value.getBlob());
    return data == nullptr ? std::string_view{}
                           : std::string_view(data, static_cast<std::size_t>(value.getBytes()));
  });
}

std::string Statement::text(int column) const {
  return std::string(view(column));
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

struct Database::Connection {
  std::vector<std::unique_ptr<TextFunction>> functions;  // outlives the connection that calls them
  std::unique_ptr<SQLite::Database> sqlite;
  std::map<std::string, Statement, std::less<>> statements;  // goes before the connection does
};

Database::Database(const std::string& path, Mode mode)
    : path_(path), mode_(mode), connection_(std::make_unique<Connection>()) {
  spare_memory_statistics();
  named("open", path_, [&] { mode == Mode::Read ? open_read() : open_write(); });
}

Database::~Database() = default;

void Database::open_read() {
  if (try_to_read(path_, SQLite::OPEN_READONLY)) return;
  // A writer that was killed left a journal that wants to be rolled back or an index to be made: as
  // any SQLite program, mend that, where the folder may be written.
  mend(path_);
  if (try_to_read(path_, SQLite::OPEN_READONLY)) return;
  // A copy made in the midst of writing, in a folder that may not be written: SQLite wants to make
  // the WAL's index there. With no WAL left there is nothing to index, and the file alone is whole.
  if (is_empty_or_missing(path_ + "-wal") && is_empty_or_missing(path_ + "-journal") &&
      try_to_read(immutable_uri(path_), SQLite::OPEN_READONLY | SQLite::OPEN_URI)) {
    return;
  }
  fail(ErrorKind::Io,
       "an interrupted writer left a journal beside this archive, and the folder may not be "
       "written; copy "
       "both to a folder of your own",
       path_);
}

// False: a journal is in the way. Other faults come up with the first statement, under its name.
bool Database::try_to_read(const std::string& name, int flags) {
  connection_->sqlite =
      std::make_unique<SQLite::Database>(name, flags | SQLite::OPEN_NOMUTEX, kBusyMilliseconds);
  const int code = connection_->sqlite->tryExec("SELECT count(*) FROM sqlite_schema") & 0xFF;
  return code != SQLITE_CANTOPEN && code != SQLITE_READONLY;
}

void Database::open_write() {
  connection_->sqlite = std::make_unique<SQLite::Database>(
      path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX,
      kBusyMilliseconds);
}

Statement& Database::statement(std::string_view name, const char* sql) {
  auto& kept = connection_->statements;
  auto found = kept.find(name);
  if (found == kept.end()) {
    found = kept.emplace(std::string(name), prepare(name, sql)).first;
  }
  return found->second.reset();
}

Statement Database::prepare(std::string_view name, const std::string& sql) {
  return named(name, path_, [&] {
    return Statement(std::unique_ptr<Statement::Prepared>(new Statement::Prepared{
        SQLite::Statement(*connection_->sqlite, sql), std::string(name), &path_}));
  });
}

void Database::reset_statements() {
  for (auto& [name, statement] : connection_->statements) statement.reset();
}

void Database::execute(std::string_view name, const std::string& sql) {
  named(name, path_, [&] { connection_->sqlite->exec(sql); });
}

std::int64_t Database::integer(std::string_view name, const std::string& sql) {
  Statement statement = prepare(name, sql);
  return statement.step() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view name, const std::string& sql) {
  Statement statement = prepare(name, sql);
  return statement.step() ? statement.text(0) : "";
}

std::unique_ptr<Database> Database::temporary_copy() {
  // An empty name: a file of SQLite's own, deleted on closing, in memory while it is small.
  auto copy = std::make_unique<Database>("", Mode::Write);
  named("copy", path_, [&] {
    SQLite::Backup backup(*copy->connection_->sqlite, *connection_->sqlite);
    backup.executeStep();
  });
  return copy;
}

void Database::define(const char* name, std::function<std::string(std::string_view)> function) {
  auto kept = std::make_unique<TextFunction>(std::move(function));
  named("define", path_, [&] {
    connection_->sqlite->createFunction(name, 1, true, kept.get(), call_text_function);
  });
  connection_->functions.push_back(std::move(kept));
}

std::int64_t Database::last_id() const {
  return connection_->sqlite->getLastInsertRowid();
}

bool Database::in_transaction() const {
  return sqlite3_get_autocommit(connection_->sqlite->getHandle()) == 0;
}

}  // namespace onrecord::store
