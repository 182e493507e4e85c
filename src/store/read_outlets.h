// Outlets as the archive knows them: their names, groups and counts.
//
// Errors: Failure, as database.h says. Threads: as the Archive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/archive.h"

namespace onrecord::store {

struct OutletFace {
  std::string name;
  std::vector<std::string> names, groups;  // other names; groups it belongs to
  std::int64_t articles = 0, quotations = 0;
  std::string first_published, last_published;  // may be empty
};

// Those with most articles first.
std::vector<OutletFace> outlets(Archive& archive);

}  // namespace onrecord::store
