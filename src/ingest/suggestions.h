// What can be asked of this archive: questions about the people it quotes most and what they speak
// of.
//
// Made from the newest quotations in the archive, never from a list: each names a person and a
// topic that the person's own words hold. A question is only suggested if `has_answer` says so.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "store/archive.h"

namespace onrecord::ingest {

// At most `count`, fewer where the archive gives no more. The same archive gives the same
// questions.
std::vector<std::string> suggest_questions(
    store::Archive& archive, std::size_t count,
    const std::function<bool(const std::string&)>& has_answer);

}  // namespace onrecord::ingest
