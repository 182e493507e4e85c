// Whose file is this, and which schema does it have? Brings an archive to the newest schema.
//
// An archive is known by application_id, or, since a dump and restore loses that, by its
// schema_history. Errors: ArchiveMissing (an empty file), ArchiveForeign, ArchiveNewer,
// ArchiveDamaged.
#pragma once

#include <vector>

#include "store/database.h"
#include "store/migrations.h"

namespace onrecord::store {

// The number of the newest schema that this program knows.
int newest_schema();

// The schema number of an archive; 0: an empty file. Another program's file, or a newer archive, is
// refused.
int schema_of(Database& database);

// Runs the steps that are missing, each in a transaction with its row in schema_history, and
// restores the header's marks that a dump loses. Does nothing to an archive that is up to date.
void migrate(Database& database, const std::vector<Migration>& steps = migrations());

}  // namespace onrecord::store
