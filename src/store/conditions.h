// Filters of a reading statement: fixed pieces of SQL joined by AND, with the values they bind.
//
// No text of a user becomes SQL: pieces are literals of this folder, values are bound. Of this
// folder only.
#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace onrecord::store {

class Conditions {
 public:
  // `piece` holds one ? for the value.
  void add(const char* piece, const std::string& text) {
    add(piece);
    value(text);
  }
  void add(const char* piece) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + std::string(piece); }
  // A value for a ? that stands elsewhere in the statement, in order.
  void value(const std::string& text) { values_.push_back({true, 0, text}); }
  void value(std::int64_t number) { values_.push_back({false, number, {}}); }

  const std::string& where() const { return sql_; }

  void bind(Statement& statement) const {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const int parameter = static_cast<int>(i + 1);
      if (values_[i].is_text) {
        statement.bind(parameter, values_[i].text);
      } else {
        statement.bind(parameter, values_[i].number);
      }
    }
  }

 private:
  struct Value {
    bool is_text;
    std::int64_t number;
    std::string text;
  };
  std::string sql_;
  std::vector<Value> values_;
};

}  // namespace onrecord::store
