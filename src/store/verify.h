// Does every stored thing still stand? Checks the file, the search index, the schema, each
// article's digests and spans, the originals, and that nothing hangs in the air. Writes nothing.
//
// Cost: reads everything, tokenises all text again, and makes a temporary copy of the archive (in
// SQLite's temporary folder, gone afterwards) because FTS5 checks its index by an INSERT only.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "store/archive.h"

namespace onrecord::store {

struct Fault {
  std::string where;  // "article UID", "search index", "file" …
  std::string what;
};

struct Verification {
  std::uint64_t articles = 0, findings = 0, originals = 0;  // looked at
  std::vector<Fault> faults;
  bool sound() const { return faults.empty(); }
};

// text::search_terms: passed in, because this folder knows no text/.
using TermsOf = std::function<std::string(std::string_view paragraph)>;

Verification verify(Archive& archive, const TermsOf& terms_of);

}  // namespace onrecord::store
