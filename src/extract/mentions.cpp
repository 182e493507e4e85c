#include "extract/chains.h"
#include "extract/people.h"
#include "extract/steps.h"

namespace onrecord::extract {

void find_mentions(Analysis& a) {
  build_chains(a, find_people(a), find_bodies_and_places(a));
}

}  // namespace onrecord::extract
