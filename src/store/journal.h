// How the archive's file is journalled: WAL while somebody writes, one plain file at rest.
//
// A WAL file in a folder one may not write cannot be opened, and a copy without it lacks rows: so
// the last one out, reader or writer, folds it back. Until then readers do not hold up the writer.
#pragma once

#include <memory>

#include "store/database.h"

namespace onrecord::store {

// Of a connection that is about to write: WAL where the path allows it, and the settings for
// writing.
void start_journal(Database& database);

// Closes the connection. Where it is the last one, the file is whole and alone afterwards. Never
// throws: what could not be folded back is whole in its WAL, and the next one out does it.
void end_journal(std::unique_ptr<Database> database) noexcept;

}  // namespace onrecord::store
