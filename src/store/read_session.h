// One unchanging view of the archive for many reads, with one lock instead of one a statement.
//
// Errors: Failure, as database.h says. Not to be held while the same Archive writes; inside an open
// transaction it does nothing.
#pragma once

#include "store/archive.h"

namespace onrecord::store {

class ReadSession {
 public:
  explicit ReadSession(Archive& archive);
  ReadSession(const ReadSession&) = delete;
  ReadSession& operator=(const ReadSession&) = delete;
  ~ReadSession();

 private:
  Database& database_;
  bool own_;
};

}  // namespace onrecord::store
