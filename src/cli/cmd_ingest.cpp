#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/intake_options.h"
#include "cli/interrupt.h"
#include "cli/json_text.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "ingest/ingest.h"
#include "ingest/suggestions.h"
#include "query/ask.h"
#include "store/archive.h"

namespace onrecord::cli {
namespace {

using ingest::sum;

struct IngestOptions : IntakeOptions {
  bool no_originals = false;
  bool quiet = false;
  bool json = false;
};

ingest::Request request_from(const IngestOptions& options, Progress& progress) {
  ingest::Request request;
  request.paths = options.paths;
  request.defaults = options.defaults;
  request.jobs = options.jobs;
  request.keep_originals = !options.no_originals;
  request.interrupted = interrupted;
  request.on_progress = [&progress](std::uint64_t done) { progress.update(done); };
  request.on_problem = [&progress](const Error& error) {
    progress.wipe();
    warn(describe(error));
  };
  return request;
}

std::string listed(const std::map<std::string, std::uint64_t>& counts) {
  std::string out;
  for (const auto& [name, count] : counts)
    out += (out.empty() ? " (" : ", ") + name + " " + grouped(count);
  return out.empty() ? out : out + ")";
}

std::string summary(const ingest::Report& report, const std::string& archive) {
  std::string out = "Archive: " + archive + "\n  added   " + grouped(sum(report.added)) +
                    listed(report.added) + "\n  known   " + grouped(report.known) + "\n";
  if (report.refused.empty()) return out;
  return out + "  refused " + grouped(sum(report.refused)) + listed(report.refused) +
         "; see 'onrecord problems'\n";
}

void append_counts(std::string& out, const std::map<std::string, std::uint64_t>& counts) {
  out += '{';
  for (const auto& [name, count] : counts) {
    if (out.back() != '{') out += ", ";
    append_json_string(out, name);
    out += ": ";
    append_json_number(out, count);
  }
  out += '}';
}

std::string summary_json(const ingest::Report& report, const std::string& archive,
                         const std::vector<std::string>& questions) {
  std::string out = "{\"archive\": ";
  append_json_string(out, archive);
  out += ", \"added\": ";
  append_json_number(out, sum(report.added));
  out += ", \"known\": ";
  append_json_number(out, report.known);
  out += ", \"refused\": ";
  append_json_number(out, sum(report.refused));
  out += ", \"added_by_format\": ";
  append_counts(out, report.added);
  out += ", \"refused_by_kind\": ";
  append_counts(out, report.refused);
  out += ", \"questions\": ";
  append_json_strings(out, questions);
  return out + "}\n";
}

// Three questions that this archive answers, each tried.
std::vector<std::string> questions_for(store::Archive& archive, const Context& context) {
  query::ListOptions one;
  one.limit = 1;
  return ingest::suggest_questions(archive, 3, [&](const std::string& question) {
    return !query::ask(archive, question, context.today, one).answers.empty();
  });
}

std::string shown(const std::vector<std::string>& questions) {
  std::string out;
  for (const std::string& question : questions) out += "  onrecord ask \"" + question + "\"\n";
  return out.empty() ? out : "Ask, for example:\n" + out;
}

int status_of(const ingest::Report& report) {
  if (report.interrupted) return kInterrupted;
  return report.refused.empty() ? kAnswered : kSomeRefused;
}

int run_ingest(const Context& context, const IngestOptions& options) {
  watch_for_interrupt();
  store::Archive archive = store::Archive::open(context.archive, store::Mode::Write);
  Progress progress(stderr_is_terminal() && !options.quiet, "inputs");
  const ingest::Report report = ingest::ingest(archive, request_from(options, progress));
  progress.wipe();
  if (report.interrupted) {
    warn("interrupted; " + grouped(sum(report.added)) +
         " articles are in the archive, and the same command again does the rest");
  }
  if (options.json) {
    print(summary_json(report, archive.path(), questions_for(archive, context)));
  } else if (!options.quiet) {
    print(printable(summary(report, archive.path())));
    if (!report.interrupted) print(printable(shown(questions_for(archive, context))));
  }
  return status_of(report);
}

}  // namespace

void register_ingest(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("ingest", "Add articles to the archive: files, folders, standard input");
  auto options = std::make_shared<IngestOptions>();
  add_intake_options(*command, *options);
  command->add_flag("--no-originals", options->no_originals,
                    "Do not keep the inputs' bytes in the archive");
  command->add_flag("-q,--quiet", options->quiet, "Say nothing but what went wrong");
  command->add_flag("--json", options->json, "Print the counts as JSON");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_ingest(context, *options); };
  });
}

}  // namespace onrecord::cli
