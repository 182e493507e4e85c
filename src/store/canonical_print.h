// Rows as text, one way only: what digests are taken over and dumps are compared by.
//
// One line a row, values parted by blanks: NULL as -, integers and reals in decimal (the shortest
// that reads back the same), text in JSON's quotes.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace onrecord::store {

class CanonicalPrint {
 public:
  // Begins a row: its table.
  CanonicalPrint& row(std::string_view table);

  CanonicalPrint& value(std::nullptr_t);
  CanonicalPrint& value(std::int64_t number);
  CanonicalPrint& value(double number);
  CanonicalPrint& value(std::string_view text);
  CanonicalPrint& value(const std::string& text) { return value(std::string_view(text)); }
  CanonicalPrint& value(const char* text) { return value(std::string_view(text)); }
  CanonicalPrint& value(std::integral auto number) {
    return value(static_cast<std::int64_t>(number));
  }
  template <class T>
  CanonicalPrint& value(const std::optional<T>& optional) {
    return optional ? value(*optional) : value(nullptr);
  }
  // The columns [first, end) of the row that the statement stands on; -1: to the last.
  CanonicalPrint& values(const Statement& statement, int first = 0, int end = -1);

  const std::string& text() const { return out_; }

 private:
  std::string out_;
};

}  // namespace onrecord::store
