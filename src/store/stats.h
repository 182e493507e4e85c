// How much is in an archive, counted. Reads only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/archive.h"

namespace onrecord::store {

struct Stats {
  std::int64_t articles = 0, quotations = 0, direct = 0, indirect = 0, events = 0, mentions = 0;
  std::int64_t people = 0, organizations = 0, places = 0;  // identities, not mentions
  std::int64_t outlets = 0, problems = 0;
  std::optional<std::string> first_published, last_published;  // ISO days
  std::int64_t text_characters = 0;                            // code points
  std::int64_t bytes = 0;                                      // of the file and its journal
  int schema = 0;
};

Stats stats(Archive& archive);

}  // namespace onrecord::store
