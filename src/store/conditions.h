// Filters of a reading statement: fixed pieces of SQL joined by AND, with the values they bind.
//
// No text of a user becomes SQL: pieces are literals of this folder, values are bound. Of this
// folder only.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/database.h"

namespace onrecord::store {

class Conditions {
 public:
  using Value = std::variant<std::int64_t, std::string>;

  // `piece` holds one ? for the value.
  void add(const char* piece, Value value) {
    add(piece);
    values_.push_back(std::move(value));
  }
  void add(const char* piece) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + std::string(piece); }
  // A value for a ? that stands elsewhere in the statement, in order.
  void value(Value value) { values_.push_back(std::move(value)); }

  const std::string& where() const { return sql_; }

  void bind(Statement& statement) const {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      std::visit([&](const auto& v) { statement.bind(static_cast<int>(i + 1), v); }, values_[i]);
    }
  }

 private:
  std::string sql_;
  std::vector<Value> values_;
};

}  // namespace onrecord::store
