#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace onrecord::cli {

void register_extract(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("extract", "Print what is found in articles, without an archive");
  command->callback([&context] { context.action = [] { return kAnswered; }; });
}

}  // namespace onrecord::cli
