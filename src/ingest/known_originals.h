// Which originals does the archive hold already? Asked before any work is spent on an input.
//
// Memory: some 40 bytes an article. Not thread-safe; the thread that reads inputs owns it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "store/archive.h"

namespace onrecord::ingest {

class KnownOriginals {
 public:
  explicit KnownOriginals(store::Archive& archive);

  // True where the UID was known; it is from now on.
  bool meet(std::string_view uid);

 private:
  std::unordered_set<std::uint64_t> uids_;
};

// Whether the archive has the article under that path and record.
bool knows_place(store::Archive& archive, const std::string& uid, const std::string& path,
                 std::uint64_t record);

}  // namespace onrecord::ingest
