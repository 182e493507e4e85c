// The whole of an archive as text without ids or history: equal for equal archives, however they
// came to be.
//
// Given, findings and derived; articles in the order of their uids. The tests hold archives against
// each other by it: any order of ingest, any split into runs gives the same dump.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "store/archive.h"

namespace onrecord::store {

// Hands on one article at a time, lines ended.
void canonical_dump(Archive& archive, const std::function<void(std::string_view)>& out);

std::string canonical_dump(Archive& archive);

}  // namespace onrecord::store
