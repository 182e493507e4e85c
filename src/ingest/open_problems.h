// The problems that earlier runs left in the archive, and which of them this run has settled.
//
// An input's problem goes when a run reads the input to its end without meeting it again.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "store/archive.h"

namespace onrecord::ingest {

class OpenProblems {
 public:
  explicit OpenProblems(store::Archive& archive);

  // Both inside a transaction of the archive.
  void meet(const store::Problem& problem, const std::string& now_utc);
  void settle(const std::string& path);  // the input has been read to its end

  // Whether settle() would change anything.
  bool has_unmet(const std::string& path) const;

 private:
  struct Known {
    std::string kind;
    bool met = false;
  };
  store::Archive& archive_;
  std::map<std::string, std::map<std::uint64_t, Known>> known_;  // path, record
};

}  // namespace onrecord::ingest
