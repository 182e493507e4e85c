// Rows of one table that go in together: made by any thread, written by one statement for all of
// them. A statement's start and end cost as much as the writing of a row.
//
// Memory: the cells of one article's findings. The SQL is "INSERT INTO table(…) VALUES(?, …)" with
// the owner (article, quotation, event) as its first column.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/database.h"

namespace onrecord::store {

using Cell = std::variant<std::nullptr_t, std::int64_t, double, std::string>;

class RowBatch {
 public:
  // Begins a row whose owner is named by a number of the caller's.
  void begin_row(std::int64_t owner) { owners_.push_back(owner); }

  void add(std::nullptr_t) { cells_.emplace_back(nullptr); }
  void add(double number) { cells_.emplace_back(number); }
  void add(std::string_view text) { cells_.emplace_back(std::string(text)); }
  void add(const std::string& text) { cells_.emplace_back(text); }
  void add(const char* text) { cells_.emplace_back(std::string(text)); }
  void add(std::integral auto number) { cells_.emplace_back(static_cast<std::int64_t>(number)); }
  template <class T>
  void add(const std::optional<T>& value) {
    value ? add(*value) : add(nullptr);
  }

  std::size_t size() const { return owners_.size(); }

  // Inserts all rows in order; `owner` gives the first column from what begin_row() was told.
  // Returns the rowids (of a table that has them). Inside a transaction: a fault leaves the rows
  // before it, for the caller to roll back.
  std::vector<std::int64_t> insert(Database& database, std::string_view name,
                                   std::string_view one_row_sql,
                                   const std::function<std::int64_t(std::int64_t)>& owner) const;

 private:
  std::vector<std::int64_t> owners_;
  std::vector<Cell> cells_;
};

}  // namespace onrecord::store
