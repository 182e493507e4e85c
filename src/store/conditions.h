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
  void add(const char* piece, std::int64_t number) {
    add(piece);
    values_.push_back({Kind::Integer, number, 0, {}});
  }
  void add(const char* piece, double number) {
    add(piece);
    values_.push_back({Kind::Real, 0, number, {}});
  }
  void add(const char* piece) { sql_ += (sql_.empty() ? " WHERE " : " AND ") + std::string(piece); }
  // A value for a ? that stands elsewhere in the statement, in order.
  void value(const std::string& text) { values_.push_back({Kind::Text, 0, 0, text}); }
  void value(std::int64_t number) { values_.push_back({Kind::Integer, number, 0, {}}); }

  const std::string& where() const { return sql_; }

  void bind(Statement& statement) const {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      const int parameter = static_cast<int>(i + 1);
      const Value& value = values_[i];
      switch (value.kind) {
        case Kind::Text:
          statement.bind(parameter, value.text);
          break;
        case Kind::Integer:
          statement.bind(parameter, value.integer);
          break;
        case Kind::Real:
          statement.bind(parameter, value.real);
          break;
      }
    }
  }

 private:
  enum class Kind { Text, Integer, Real };
  struct Value {
    Kind kind;
    std::int64_t integer;
    double real;
    std::string text;
  };
  std::string sql_;
  std::vector<Value> values_;
};

}  // namespace onrecord::store
