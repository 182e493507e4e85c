// The inputs that could not be taken, as the archive remembers them: by path, then by record.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/archive.h"

namespace onrecord::ingest {

struct ProblemQuery {
  std::uint64_t limit = 10;  // 0: all
  std::uint64_t offset = 0;
};

struct StoredProblem : store::Problem {
  std::string first_seen, last_seen;  // UTC, ISO 8601
};

struct ProblemList {
  std::uint64_t total = 0;
  std::vector<StoredProblem> problems;
};

ProblemList list_problems(store::Archive& archive, const ProblemQuery& query);

}  // namespace onrecord::ingest
