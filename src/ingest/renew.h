// Findings made anew from the stored text: with newer rules, or with what a person has said since.
//
// The text, its blocks and its paragraphs stay; a better reader makes a new version instead.
// Errors: Failure, as Archive.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "ingest/derive.h"
#include "store/archive.h"

namespace onrecord::ingest {

struct RenewRequest {
  bool all = false;  // also what this program's rules have found already
  unsigned jobs = 1;
  std::function<bool()> interrupted = [] { return false; };
  std::function<void(std::uint64_t done, std::uint64_t total)> on_progress = [](std::uint64_t,
                                                                                std::uint64_t) {};
};

struct Renewal {
  std::uint64_t articles = 0;  // in the archive
  std::uint64_t renewed = 0;   // extracted anew
  std::uint64_t changed = 0;   // of these, with other findings than before
  bool interrupted = false;    // nothing was changed
};

// The whole archive in one transaction: all of it or nothing.
Renewal reextract(store::Archive& archive, const RenewRequest& request);

// One article, inside a transaction. What of the derived tables no longer fits.
struct Renewed {
  bool found = false, chains_changed = false;
};
Renewed renew_article(store::Archive& archive, const std::string& uid);

}  // namespace onrecord::ingest
