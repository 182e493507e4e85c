// The connection to the archive's file, and prepared statements on it: the only way to SQL in the
// program.
//
// Every statement has a name ("article.insert"), which a fault carries with SQLite's extended code.
// Faults of SQLite leave as Failure (ArchiveDamaged, ArchiveForeign, ArchiveBusy, Io, Internal).
// Columns are numbered from 0, parameters from 1. Threads: a Database and its statements belong to
// one thread at a time.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace onrecord::store {

enum class Mode { Read, Write };
enum class ColumnType { Null, Integer, Real, Text };  // Text: blobs too

class Statement {
 public:
  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;
  ~Statement();

  // Starts anew: rows left over are dropped, all parameters become NULL.
  Statement& reset();

  // Values are copied.
  Statement& bind(int parameter, std::int64_t value);
  Statement& bind(int parameter, double value);
  Statement& bind(int parameter, const std::string& text);
  Statement& bind(int parameter, const char* text);
  Statement& bind(int parameter, std::nullptr_t);
  Statement& bind(int parameter, std::integral auto value) {
    return bind(parameter, static_cast<std::int64_t>(value));
  }
  template <class T>
  Statement& bind(int parameter, const std::optional<T>& value) {
    return value ? bind(parameter, *value) : bind(parameter, nullptr);
  }
  // Not copied: `text` must live until the next reset() or run().
  Statement& bind_text_in_place(int parameter, const std::string& text);
  Statement& bind_blob_in_place(int parameter, std::string_view bytes);

  // reset(), then one value a parameter, from the first.
  template <class... Values>
  Statement& with(const Values&... values) {
    reset();
    int parameter = 0;
    (bind(++parameter, values), ...);
    return *this;
  }

  bool step();             // true: a row is there to be read
  void run();              // to the end, rows unread; then reset, so that no lock is held
  std::int64_t changes();  // rows that the last run() changed

  int columns() const;

  // Of the row that step() came to. A string_view lives until the next step() or reset().
  ColumnType type(int column) const;
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;  // "" for NULL
  std::string_view view(int column) const;
  std::optional<std::string> optional_text(int column) const;
  std::optional<std::int64_t> optional_integer(int column) const;

 private:
  friend class Database;
  struct Prepared;
  explicit Statement(std::unique_ptr<Prepared> prepared);
  std::unique_ptr<Prepared> prepared_;
};

class Database {
 public:
  // Read: changes nothing (but what an interrupted writer left is mended), works in a folder that
  // may not be written. Write: makes the file where it is missing; what the file holds is
  // archive.cpp's business.
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& path() const { return path_; }
  Mode mode() const { return mode_; }

  // A statement that is kept for the life of the connection and handed out reset. One name, one SQL
  // text.
  Statement& statement(std::string_view name, const char* sql);
  // One that is the caller's: for SQL put together at run time.
  Statement prepare(std::string_view name, const std::string& sql);

  // Rows left unread in kept statements hold a lock: lets go of all.
  void reset_statements();

  // Several statements without results.
  void execute(std::string_view name, const std::string& sql);
  // The first column of the first row; 0 or "" where there is none.
  std::int64_t integer(std::string_view name, const std::string& sql);
  std::string text(std::string_view name, const std::string& sql);

  // A temporary copy of the whole file, to be written to and thrown away.
  std::unique_ptr<Database> temporary_copy();
  // A function of one text for the SQL of this connection. Nothing in the file may depend on it.
  void define(const char* name, std::function<std::string(std::string_view)> function);

  std::int64_t last_id() const;  // rowid of the last insertion
  bool in_transaction() const;

 private:
  struct Connection;
  void open_read();
  bool try_to_read(const std::string& name, int flags);
  void open_write();
  std::string path_;
  Mode mode_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace onrecord::store
