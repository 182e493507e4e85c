// A command of the program: one cmd_NAME.cpp each, listed in kCommands of app.cpp.
//
// register_NAME(app, context) adds the subcommand with its options; its callback sets
// context.action, which app.cpp runs once the whole command line has been read and returns the exit
// status.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/date.h"

namespace CLI {
class App;
}

namespace onrecord::cli {

// docs/contract: exit status.
enum ExitStatus : int {
  kAnswered = 0,
  kNothingFound = 1,
  kUsage = 2,
  kSomeRefused = 3,
  kArchiveFault = 4,
  kIoFault = 5,
  kInterrupted = 130,
};

struct Context {
  std::string archive;  // --archive, $ONRECORD_ARCHIVE, XDG data directory; always set
  Date today;           // --now, or the clock
  bool verbose = false;
  std::function<int()> action;  // what the chosen command does; returns an ExitStatus
};

void register_extract(CLI::App& app, Context& context);
void register_ingest(CLI::App& app, Context& context);
void register_problems(CLI::App& app, Context& context);
void register_verify(CLI::App& app, Context& context);
void register_stats(CLI::App& app, Context& context);
void register_match(CLI::App& app, Context& context);
void register_ask(CLI::App& app, Context& context);
void register_search(CLI::App& app, Context& context);
void register_quotes(CLI::App& app, Context& context);
void register_events(CLI::App& app, Context& context);
void register_entities(CLI::App& app, Context& context);
void register_show(CLI::App& app, Context& context);
void register_fix(CLI::App& app, Context& context);
void register_confirm(CLI::App& app, Context& context);
void register_corrections(CLI::App& app, Context& context);
void register_outlets(CLI::App& app, Context& context);
void register_reextract(CLI::App& app, Context& context);

}  // namespace onrecord::cli
