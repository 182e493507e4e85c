// Is the search index that of the paragraphs? A part of verify.h.
#pragma once

#include <vector>

#include "store/verify.h"

namespace onrecord::store {

void check_index(Database& database, const TermsOf& terms_of, std::vector<Fault>& faults);

}  // namespace onrecord::store
