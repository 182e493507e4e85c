#include "store/read_session.h"

#include "store/database.h"

namespace onrecord::store {

ReadSession::ReadSession(Archive& archive)
    : database_(archive.database()), own_(!database_.in_transaction()) {
  if (own_) database_.execute("read_session.begin", "BEGIN");
}

ReadSession::~ReadSession() {
  try {
    if (own_) database_.execute("read_session.end", "COMMIT");
  } catch (...) {
    // Nothing was written; closing the connection ends the transaction, too.
  }
}

}  // namespace onrecord::store
