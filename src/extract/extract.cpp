#include "extract/extract.h"

#include "lang/lexicon.h"

namespace onrecord::extract {

Findings extract(const Document&) { return {}; }

const std::string& ruleset() {
  static const std::string version(lang::lexicon_digest_source());
  return version;
}

}  // namespace onrecord::extract
