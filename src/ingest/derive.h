// Everything over the whole archive, made anew: who is who, outlets, families of one utterance.
//
// A function of the set of findings and of the corrections in force. Stands inside a transaction
// that the caller has begun; throws Failure as Archive does.
#pragma once

#include <map>
#include <vector>

#include "ingest/human_identities.h"
#include "store/corrections.h"

namespace onrecord::ingest {

// What became of the words about identities and outlets, by the id of the correction.
using Outcomes = std::map<std::int64_t, Outcome>;

Outcomes rebuild_identities(store::Archive& archive);
Outcomes rebuild_outlets(store::Archive& archive);

Outcomes derive(store::Archive& archive);  // all of it, families last

}  // namespace onrecord::ingest
