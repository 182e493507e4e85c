// What was said once and stands in several places: quotations gathered into families, across
// articles and within one (headline against body).
//
// A function of the set of quotations and identities: the order of ingest shows nowhere. A family
// never holds the words of two people who are named for certain. Linear in the number of
// quotations; docs/benchmarks.md has figures, docs/quotations.md the rules.
#pragma once

#include <vector>

#include "store/archive.h"

namespace onrecord::ingest {

// Families of two and more, each with its best variant as representative, in the order of the
// representatives. `said` is in canonical order (Archive::for_each_said).
std::vector<store::Family> gather_families(const std::vector<store::SaidWords>& said);

// Replaces the archive's families by those of its quotations, inside a transaction that the caller
// has begun; identities come before. Throws Failure as Archive does.
void rebuild_families(store::Archive& archive);

}  // namespace onrecord::ingest
