#include "cli/app.h"

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdlib>
#include <ctime>

#include "base/error.h"
#include "base/version.h"
#include "cli/command.h"
#include "cli/terminal.h"

namespace onrecord::cli {
namespace {

using Register = void (*)(CLI::App&, Context&);

// Every command of the program, in the order of `onrecord --help`.
// clang-format off
constexpr Register kCommands[] = {
    register_ingest,
    register_extract,
    register_ask,
    register_search,
    register_quotes,
    register_events,
    register_entities,
    register_show,
    register_fix,
    register_confirm,
    register_corrections,
    register_outlets,
    register_reextract,
    register_match,
    register_stats,
    register_verify,
    register_problems,
};
// clang-format on

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

std::string default_archive() {
  if (std::string path = environment("ONRECORD_ARCHIVE"); !path.empty()) return path;
  std::string data = environment("XDG_DATA_HOME");
  if (data.empty() || data.front() != '/') data = environment("HOME") + "/.local/share";
  return data + "/onrecord/archive.db";
}

Date clock_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

int exit_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Usage:
      return kUsage;
    case ErrorKind::NotFound:
      return kNothingFound;
    case ErrorKind::ArchiveMissing:
    case ErrorKind::ArchiveDamaged:
    case ErrorKind::ArchiveForeign:
    case ErrorKind::ArchiveNewer:
      return kArchiveFault;
    case ErrorKind::Interrupted:
      return kInterrupted;
    default:
      return kIoFault;
  }
}

int parse(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return kAnswered;
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error);  // --help and --version go to standard output
      return -1;
    }
    warn(error.what());
    warn("see 'onrecord --help' or 'onrecord COMMAND --help'");
    return kUsage;
  }
}

int run_action(const Context& context) {
  const int status = context.action();
  flush_output();
  return status;
}

}  // namespace

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app{"A searchable local archive of press coverage: who said what, to whom, when."};
  app.name("onrecord");
  app.set_version_flag("--version", std::string("onrecord ") + kProgramVersion);
  app.require_subcommand(1);
  Context context;
  context.archive = default_archive();
  context.today = clock_today();
  app.add_option("--archive", context.archive, "The archive file (also $ONRECORD_ARCHIVE)")
      ->type_name("FILE");
  app.add_option_function<std::string>(
         "--now",
         [&](const std::string& day) {
           const auto date = parse_iso_day(day);
           if (!date) throw CLI::ValidationError("--now", "wants a day like 2023-06-10");
           context.today = *date;
         },
         "Take this day for today")
      ->type_name("DATE");
  app.add_flag("--verbose", context.verbose, "Say more about faults");
  app.fallthrough();
  for (Register add : kCommands) add(app, context);
  if (const int status = parse(app, argc, argv); status != kAnswered)
    return status < 0 ? 0 : status;
  try {
    return run_action(context);
  } catch (const ClosedPipe&) {
    return kAnswered;
  } catch (const Failure& failure) {
    warn(failure.what());
    return exit_status(failure.error().kind);
  } catch (const std::exception& error) {
    warn(std::string("internal fault: ") + error.what());
    return kIoFault;
  }
}

}  // namespace onrecord::cli
