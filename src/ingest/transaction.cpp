#include "ingest/transaction.h"

#include "base/error.h"

namespace onrecord::ingest {

Transaction::Transaction(store::Archive& archive) : archive_(archive) {
  archive_.begin();
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    archive_.rollback();
  } catch (const Failure&) {  // the fault that brought us here is the one to report
  }
}

void Transaction::commit() {
  archive_.commit();
  open_ = false;
}

}  // namespace onrecord::ingest
