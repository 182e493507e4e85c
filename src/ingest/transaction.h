// One transaction of the archive: taken back where it is left without commit().
#pragma once

#include "store/archive.h"

namespace onrecord::ingest {

class Transaction {
 public:
  explicit Transaction(store::Archive& archive);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void commit();

 private:
  store::Archive& archive_;
  bool open_ = true;
};

}  // namespace onrecord::ingest
