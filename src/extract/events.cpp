#include "extract/steps.h"

namespace onrecord::extract {

void find_events(Analysis&) {}

}  // namespace onrecord::extract
