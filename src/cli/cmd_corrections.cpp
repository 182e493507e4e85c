// onrecord corrections list|undo|export|import: what people said against the rules.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/error.h"
#include "cli/command.h"
#include "cli/correction_output.h"
#include "cli/correction_table.h"
#include "cli/terminal.h"
#include "store/read_session.h"

namespace onrecord::cli {
namespace {

using store::Correction;

struct ListOptions {
  std::size_t limit = 10, offset = 0;
  bool undone = false, json = false;
};

struct UndoOptions {
  std::vector<std::int64_t> ids;
  bool last = false, json = false;
};

struct ImportOptions {
  std::string path;
  bool json = false;
};

// Newest first.
std::vector<Correction> page_of(std::vector<Correction> all, const ListOptions& options) {
  std::reverse(all.begin(), all.end());
  const std::size_t begin = std::min(options.offset, all.size());
  const std::size_t end =
      options.limit == 0 ? all.size() : std::min(all.size(), begin + options.limit);
  return {all.begin() + static_cast<std::ptrdiff_t>(begin),
          all.begin() + static_cast<std::ptrdiff_t>(end)};
}

int run_list(const ListOptions& options, const Context& context) {
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  store::Corrections corrections(archive);
  std::vector<Correction> all = options.undone ? corrections.all() : corrections.in_force();
  const std::size_t total = all.size();
  const std::vector<Correction> page = page_of(std::move(all), options);
  if (options.json) {
    print(corrections_json(page, total));
    return total == 0 ? kNothingFound : kAnswered;
  }
  std::string out;
  for (const Correction& correction : page) out += line_of(correction) + "\n";
  out += total == 0 ? "No corrections.\n"
                    : std::to_string(page.size()) + " of " + std::to_string(total) + "\n";
  print(printable(out));
  return total == 0 ? kNothingFound : kAnswered;
}

int run_undo(UndoOptions options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  if (options.last) {
    const auto in_force = store::Corrections(archive).in_force();
    if (in_force.empty()) fail(ErrorKind::NotFound, "there is no correction to undo");
    options.ids.push_back(in_force.back().id);
  }
  if (options.ids.empty())
    fail(ErrorKind::Usage, "undo wants the number of a correction, or --last");
  const std::vector<Correction> undone = ingest::undo(archive, options.ids);
  if (options.json) {
    print(corrections_json(undone, undone.size()));
    return kAnswered;
  }
  std::string out;
  for (const Correction& correction : undone) out += "Undone: " + line_of(correction) + "\n";
  print(printable(out));
  return kAnswered;
}

int run_export(const Context& context) {
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  print(correction_table(store::Corrections(archive).in_force()));
  return kAnswered;
}

std::string read_all(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path, std::ios::binary);
    if (!file) fail(ErrorKind::Io, "cannot be read", path);
  }
  std::istream& in = path == "-" ? std::cin : file;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int run_import(const ImportOptions& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  auto words = read_correction_table(read_all(options.path));
  if (!words) throw Failure(words.error());
  const auto corrected = ingest::correct(archive, std::move(words.value()), ingest::Manner::Import);
  if (options.json) return print_corrected(corrected, true);
  std::string out = "Imported " + std::to_string(corrected.made.size()) + " corrections";
  if (!corrected.known.empty())
    out += "; " + std::to_string(corrected.known.size()) + " were in force already";
  if (!corrected.waiting.empty())
    out += "; " + std::to_string(corrected.waiting.size()) +
           " speak of what is not here yet and take force when it comes";
  print(out + ".\n");
  return kAnswered;
}

void add_list(CLI::App& corrections, Context& context) {
  CLI::App* command = corrections.add_subcommand("list", "Those in force, newest first");
  auto options = std::make_shared<ListOptions>();
  command->add_option("--limit", options->limit, "At most so many; 0: all")->capture_default_str();
  command->add_option("--offset", options->offset, "Leave out so many first");
  command->add_flag("--undone", options->undone, "Also those that were undone");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_list(*options, context); };
  });
}

void add_undo(CLI::App& corrections, Context& context) {
  CLI::App* command = corrections.add_subcommand("undo", "Take corrections back");
  auto options = std::make_shared<UndoOptions>();
  command->add_option("id", options->ids, "Number of a correction, as list prints it")
      ->type_name("ID");
  command->add_flag("--last", options->last, "The newest one");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_undo(*options, context); };
  });
}

void add_export(CLI::App& corrections, Context& context) {
  CLI::App* command =
      corrections.add_subcommand("export", "Write those in force as tab-separated lines");
  command->callback([&context] { context.action = [&context] { return run_export(context); }; });
}

void add_import(CLI::App& corrections, Context& context) {
  CLI::App* command =
      corrections.add_subcommand("import", "Take what export wrote: all or nothing");
  auto options = std::make_shared<ImportOptions>();
  command->add_option("file", options->path, "A file, or - for standard input")
      ->required()
      ->type_name("FILE");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_import(*options, context); };
  });
}

}  // namespace

void register_corrections(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("corrections", "List, undo, export or import what people corrected");
  command->require_subcommand(1);
  add_list(*command, context);
  add_undo(*command, context);
  add_export(*command, context);
  add_import(*command, context);
}

}  // namespace onrecord::cli
