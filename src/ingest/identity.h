// Who is who across articles: chains of names gathered into entities, with every name and why it is
// theirs.
//
// A function of the set of chains: neither their order nor the numbers of articles matter. Order of
// evidence: the same name (homonyms stay two, by title and organisation), curated pairs,
// 한글(Latin) in an article, likeness in sound together with a shared organisation or title; never
// sound alone. docs/names.md says more.
#pragma once

#include <vector>

#include "store/archive.h"

namespace onrecord::ingest {

// One identity for every entity; members are in the order of `chains`. About 10 µs a chain.
std::vector<store::Identity> cluster_identities(const std::vector<store::NamedChain>& chains);

}  // namespace onrecord::ingest
