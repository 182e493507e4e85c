// The steps that make and change an archive's schema, compiled in from migrations/NNNN_name.sql.
#pragma once

#include <string>
#include <vector>

namespace onrecord::store {

struct Migration {
  int number;
  std::string name;
  std::string sql;
};

// In order of their numbers, from 1, without gaps.
const std::vector<Migration>& migrations();

}  // namespace onrecord::store
