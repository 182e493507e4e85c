// What extraction found in an article as rows: packed, written, and read back as the print that its
// digest is over.
//
// The two give the same print for the same findings; `verify` compares them. Spans go in as bytes
// and stand in the archive as code points.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "store/archive.h"
#include "store/canonical_print.h"
#include "store/database.h"
#include "store/row_batch.h"

namespace onrecord::store {

inline constexpr std::size_t kFindingsTables = 7;

// Blocks, chains, mentions, quotations with speakers, events with participants, before their
// article has an id.
struct PackedFindings {
  std::array<RowBatch, kFindingsTables> rows;
  CanonicalPrint print;
  std::string digest;  // findings_digest()
};

// Any thread.
PackedFindings pack_rows(const Entry& entry);

void write_findings(Database& database, std::int64_t article_id, const PackedFindings& packed);

// The same print from what is stored.
void print_findings(Database& database, std::int64_t article_id, CanonicalPrint& print);

// SHA-256, in hex, over an article's text (by its own digest) and the print of its findings.
std::string findings_digest(const std::string& text_sha256, const CanonicalPrint& print);

}  // namespace onrecord::store
