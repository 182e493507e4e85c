#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/json_text.h"
#include "cli/terminal.h"
#include "ingest/problem_list.h"
#include "store/archive.h"

namespace onrecord::cli {
namespace {

struct ProblemOptions {
  ingest::ProblemQuery query;
  bool json = false;
};

std::string as_text(const ingest::StoredProblem& problem) {
  std::string out = problem.path;
  if (!problem.place.empty()) out += ", " + problem.place;
  return out + "\n    " + problem.kind + ": " + problem.message + " (last seen " +
         problem.last_seen + ")\n";
}

void append_json(std::string& out, const ingest::StoredProblem& problem) {
  auto text = [&out](const char* key, const std::string& value) {
    out += out.back() == '{' ? "\"" : ", \"";
    out += key;
    out += "\": ";
    append_json_string(out, value);
  };
  out += '{';
  text("kind", "problem");
  text("path", problem.path);
  out += ", \"record\": ";
  append_json_number(out, problem.record);
  text("problem", problem.kind);
  text("text", problem.message);
  out += ", \"place\": ";
  append_json_string_or_null(out,
                             problem.place.empty() ? std::nullopt : std::optional(problem.place));
  text("first_seen", problem.first_seen);
  text("last_seen", problem.last_seen);
  out += '}';
}

std::string as_json(const ingest::ProblemList& list) {
  std::string out = "{\"total\": ";
  append_json_number(out, list.total);
  out += ", \"answers\": [";
  for (const auto& problem : list.problems) {
    if (&problem != &list.problems.front()) out += ",\n  ";
    append_json(out, problem);
  }
  return out + "]}\n";
}

std::string as_text(const ingest::ProblemList& list) {
  std::string out;
  for (const auto& problem : list.problems) out += as_text(problem);
  if (list.problems.size() < list.total) {
    out += std::to_string(list.problems.size()) + " of " + std::to_string(list.total) +
           "; --limit 0 shows all\n";
  }
  return out;
}

int run_problems(const Context& context, const ProblemOptions& options) {
  store::Archive archive = store::Archive::open(context.archive, store::Mode::Read);
  const ingest::ProblemList list = ingest::list_problems(archive, options.query);
  if (options.json) {
    print(as_json(list));
  } else if (list.total == 0) {
    print("Nothing: every input was taken.\n");
  } else {
    print(printable(as_text(list)));
  }
  return list.problems.empty() ? kNothingFound : kAnswered;
}

}  // namespace

void register_problems(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("problems", "List the inputs that could not be taken, and why");
  auto options = std::make_shared<ProblemOptions>();
  command->add_option("--limit", options->query.limit, "How many to show; 0: all")
      ->type_name("N")
      ->capture_default_str();
  command->add_option("--offset", options->query.offset, "How many to pass over")->type_name("N");
  command->add_flag("--json", options->json, "One JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_problems(context, *options); };
  });
}

}  // namespace onrecord::cli
