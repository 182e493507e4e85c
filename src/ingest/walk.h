// Which files are meant by the paths on the command line: files as they are, folders with all that
// is below.
//
// Order: paths as given; in a folder by name, byte by byte. Left out below a folder: names that
// start with a dot, what is no ordinary file. A link to a folder is followed unless it leads to a
// place above or inside the folder that is walked (it would be met twice, or for ever). Errors:
// what is not there or may not be opened is handed on as an Error; the rest is still walked.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/error.h"

namespace onrecord::ingest {

struct FoundFile {
  std::string path;   // to open; "-" is standard input
  std::string shown;  // what the archive keeps: below a folder relative to it, else the last part
                      // of the path
};

struct Walk {
  std::function<bool(const FoundFile&)> file;                   // false: stop
  std::function<bool(const FoundFile&, const Error&)> problem;  // false: stop
};

void walk(const std::vector<std::string>& paths, const Walk& walk);

}  // namespace onrecord::ingest
