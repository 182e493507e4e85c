// Lists of strings as the archive stores them: a JSON array in one column, for json_each() in plain
// SQL.
//
// One form only, so that equal lists are equal bytes: no blanks; of the characters only ", \ and
// controls are escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::store {

void append_json_string(std::string& out, std::string_view text);

std::string json_array(const std::vector<std::string>& strings);

// Of an array that json_array() wrote; whatever else stands there gives what could be read.
std::vector<std::string> strings_of(std::string_view json);

}  // namespace onrecord::store
