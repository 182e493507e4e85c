// The options that `ingest` and `extract` share: which inputs, what they lack, how many threads.
#pragma once

#include <string>
#include <vector>

#include "formats/document_builder.h"

namespace CLI {
class App;
}

namespace onrecord::cli {

struct IntakeOptions {
  std::vector<std::string> paths;
  formats::Defaults defaults;
  unsigned jobs = 1;
};

// `options` must outlive the app.
void add_intake_options(CLI::App& command, IntakeOptions& options);

}  // namespace onrecord::cli
