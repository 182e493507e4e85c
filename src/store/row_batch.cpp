#include "store/row_batch.h"

#include <algorithm>
#include <map>

namespace onrecord::store {
namespace {

constexpr std::size_t kMostRows = 32;  // of one statement

// INSERT INTO t(a, b) VALUES(?, ?) for so many rows. OR FAIL: SQLite then needs no savepoint of its
// own for the statement, at which FTS5 would write out what it has gathered.
std::string sql_of(std::string_view one_row, std::size_t rows) {
  const std::size_t values = one_row.find(" VALUES");
  const std::string_view row = one_row.substr(values + 7);
  std::string sql = "INSERT OR FAIL" + std::string(one_row.substr(6, values - 6)) + " VALUES";
  for (std::size_t i = 0; i < rows; ++i) sql.append(i > 0 ? "," : "").append(row);
  return sql;
}

// Kept by name: put together once.
const char* kept_sql(const std::string& name, std::string_view one_row, std::size_t rows) {
  thread_local std::map<std::string, std::string> kept;
  const auto found = kept.find(name);
  if (found != kept.end()) return found->second.c_str();
  return kept.emplace(name, sql_of(one_row, rows)).first->second.c_str();
}

void bind_cell(Statement& statement, int parameter, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    statement.bind(parameter, *number);
  } else if (const auto* text = std::get_if<std::string>(&cell)) {
    statement.bind_text_in_place(parameter, *text);
  } else if (const auto* real = std::get_if<double>(&cell)) {
    statement.bind(parameter, *real);
  }  // NULL is what reset() left
}

}  // namespace

std::vector<std::int64_t> RowBatch::insert(
    Database& database, std::string_view name, std::string_view one_row_sql,
    const std::function<std::int64_t(std::int64_t)>& owner) const {
  std::vector<std::int64_t> ids;
  const std::size_t width = owners_.empty() ? 0 : cells_.size() / owners_.size();
  for (std::size_t first = 0; first < owners_.size();) {
    const std::size_t rows = std::min(kMostRows, owners_.size() - first);
    const std::string full_name = std::string(name) + "." + std::to_string(rows);
    Statement& statement = database.statement(full_name, kept_sql(full_name, one_row_sql, rows));
    int parameter = 0;
    for (std::size_t row = first; row < first + rows; ++row) {
      statement.bind(++parameter, owner(owners_[row]));
      for (std::size_t i = row * width; i < (row + 1) * width; ++i)
        bind_cell(statement, ++parameter, cells_[i]);
    }
    statement.run();
    const std::int64_t last = database.last_id();
    for (std::size_t i = rows; i > 0; --i) ids.push_back(last - static_cast<std::int64_t>(i) + 1);
    first += rows;
  }
  return ids;
}

}  // namespace onrecord::store
