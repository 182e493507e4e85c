#include "store/canonical_print.h"

#include <array>
#include <charconv>

#include "store/json_strings.h"

namespace onrecord::store {
namespace {

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, 40> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(1, ' ').append(digits.data(), end);
}

}  // namespace

CanonicalPrint& CanonicalPrint::row(std::string_view table) {
  if (!out_.empty()) out_ += '\n';
  out_ += table;
  return *this;
}

CanonicalPrint& CanonicalPrint::value(std::nullptr_t) {
  out_ += " -";
  return *this;
}

CanonicalPrint& CanonicalPrint::value(std::int64_t number) {
  append_number(out_, number);
  return *this;
}

CanonicalPrint& CanonicalPrint::value(double number) {
  append_number(out_, number);
  return *this;
}

CanonicalPrint& CanonicalPrint::value(std::string_view text) {
  out_ += ' ';
  append_json_string(out_, text);
  return *this;
}

CanonicalPrint& CanonicalPrint::values(const Statement& statement, int first, int end) {
  if (end < 0) end = statement.columns();
  for (int column = first; column < end; ++column) {
    switch (statement.type(column)) {
      case ColumnType::Null:
        value(nullptr);
        break;
      case ColumnType::Integer:
        value(statement.integer(column));
        break;
      case ColumnType::Real:
        value(statement.real(column));
        break;
      case ColumnType::Text:
        value(statement.view(column));
        break;
    }
  }
  return *this;
}

}  // namespace onrecord::store
