// Any text, read as Korean and as English: findings are slices, nested or apart, the same every
// time.
#include "../support/finding_properties.h"
#include "extract/extract.h"
#include "target.h"
#include "text/normalize.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onrecord;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (text::find_invalid_utf8(bytes)) return 0;
  for (const char* language : {"ko", "en"}) {
    const Document d = support::article(text::normalize(bytes), language);
    const Findings f = extract::extract(d);
    if (const std::string fault = support::fault_of(d, f); !fault.empty()) fuzz::broken(fault);
    fuzz::require(support::print(f) == support::print(extract::extract(d)),
                  "the same text gives the same findings");
  }
  return 0;
}
