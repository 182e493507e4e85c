// What extraction found in an article as rows: written, and read back as the print that its digest
// is over.
//
// The two give the same print for the same findings; `verify` compares them. Spans go in as bytes
// and stand in the archive as code points.
#pragma once

#include <cstdint>
#include <string>

#include "store/archive.h"
#include "store/canonical_print.h"
#include "store/database.h"

namespace onrecord::store {

// Inserts blocks, chains, mentions, quotations with speakers, events with participants; adds them
// to the print.
void write_findings(Database& database, std::int64_t article_id, const Entry& entry,
                    CanonicalPrint& print);

// The same print from what is stored.
void print_findings(Database& database, std::int64_t article_id, CanonicalPrint& print);

// SHA-256, in hex, over an article's text (by its own digest) and the print of its findings.
std::string findings_digest(const std::string& text_sha256, const CanonicalPrint& print);

}  // namespace onrecord::store
