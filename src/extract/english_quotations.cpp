#include "extract/english.h"
namespace onrecord::extract {
void find_english_quotations(Analysis&) {}
}
