// How an article flows in: walk, read, extract, write, and at the end tell identities apart.
//
// One thread reads, `jobs` threads extract, the caller's thread writes in the order of the input,
// in batches that are one transaction each. The outcome is the same for any number of threads.
// Inputs that cannot be taken become problems of the archive, and the rest goes on. Errors: faults
// of the archive leave as Failure, the batch under way rolled back.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "formats/document_builder.h"
#include "store/archive.h"

namespace onrecord::ingest {

struct Request {
  std::vector<std::string> paths;
  formats::Defaults defaults;
  unsigned jobs = 1;
  bool keep_originals = true;
  std::function<bool()> interrupted = [] { return false; };  // asked from several threads
  std::function<void(const Error&)> on_problem = [](const Error&) {};
  std::function<void(std::uint64_t done)> on_progress = [](std::uint64_t) {};  // after each input
};

struct Report {
  std::map<std::string, std::uint64_t> added;  // by format
  std::uint64_t known = 0;
  std::map<std::string, std::uint64_t> refused;  // by kind of problem
  bool interrupted = false;  // what is written is whole; a second run does the rest
};

std::uint64_t sum(const std::map<std::string, std::uint64_t>& counts);

Report ingest(store::Archive& archive, const Request& request);

}  // namespace onrecord::ingest
