// The order in which quotations leave extraction, in every language.
#pragma once

#include <vector>

#include "model/findings.h"

namespace onrecord::extract {

// Sorts by span, outer before inner, and keeps quotations apart or one inside the other: of two
// that cross, or are the same words twice, a clause gives way to marked words, and the later one to
// the earlier. Cost: that of sorting.
void settle_order(std::vector<Quotation>& quotations);

}  // namespace onrecord::extract
