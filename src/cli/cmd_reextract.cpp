// onrecord reextract: newer rules over the stored text.
#include <CLI/CLI.hpp>

#include <memory>
#include <thread>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/json_text.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "ingest/renew.h"

namespace onrecord::cli {
namespace {

struct Options {
  bool all = false, quiet = false, json = false;
  unsigned jobs = 1;
};

std::string as_json(const ingest::Renewal& renewal) {
  std::string out = "{\"articles\": ";
  append_json_number(out, renewal.articles);
  out += ", \"extracted\": ";
  append_json_number(out, renewal.renewed);
  out += ", \"changed\": ";
  append_json_number(out, renewal.changed);
  return out + "}\n";
}

std::string as_text(const ingest::Renewal& renewal) {
  if (renewal.renewed == 0)
    return "Nothing to do: the rules of this version have read all " + grouped(renewal.articles) +
           " articles.\n";
  return "Extracted " + grouped(renewal.renewed) + " of " + grouped(renewal.articles) +
         " articles anew; the findings of " + grouped(renewal.changed) + " changed.\n";
}

int run_reextract(const Options& options, const Context& context) {
  watch_for_interrupt();
  auto archive = store::Archive::open_existing(context.archive);
  Progress progress(stderr_is_terminal() && !options.quiet, "articles");
  ingest::RenewRequest request;
  request.all = options.all;
  request.jobs = options.jobs;
  request.interrupted = interrupted;
  request.on_progress = [&progress](std::uint64_t done, std::uint64_t total) {
    progress.update(done, total);
  };
  const ingest::Renewal renewal = ingest::reextract(archive, request);
  progress.wipe();
  if (renewal.interrupted) {
    warn("interrupted; the archive is as it was");
    return kInterrupted;
  }
  if (options.json) {
    print(as_json(renewal));
  } else if (!options.quiet) {
    print(as_text(renewal));
  }
  return kAnswered;
}

}  // namespace

void register_reextract(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand(
      "reextract", "Run this version's rules over the stored text; corrections stay");
  auto options = std::make_shared<Options>();
  options->jobs = std::max(1u, std::thread::hardware_concurrency());
  command->add_flag("--all", options->all, "Also what these rules have read already");
  command->add_option("--jobs", options->jobs, "Threads that extract")
      ->type_name("N")
      ->check(CLI::Range(1u, 256u))
      ->capture_default_str();
  command->add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
  command->add_flag("--json", options->json, "Print the counts as JSON");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_reextract(*options, context); };
  });
}

}  // namespace onrecord::cli
