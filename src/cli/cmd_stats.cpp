#include <CLI/CLI.hpp>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/terminal.h"
#include "store/dump.h"
#include "store/stats.h"

namespace onrecord::cli {
namespace {

struct Options {
  bool json = false;
  bool dump = false;
};

nlohmann::ordered_json day(const std::optional<std::string>& iso) {
  return iso ? nlohmann::ordered_json(*iso) : nlohmann::ordered_json(nullptr);
}

std::string as_json(const store::Archive& archive, const store::Stats& stats) {
  const nlohmann::ordered_json json = {{"archive", archive.path()},
                                       {"articles", stats.articles},
                                       {"quotations", stats.quotations},
                                       {"direct", stats.direct},
                                       {"indirect", stats.indirect},
                                       {"events", stats.events},
                                       {"mentions", stats.mentions},
                                       {"people", stats.people},
                                       {"organizations", stats.organizations},
                                       {"places", stats.places},
                                       {"outlets", stats.outlets},
                                       {"problems", stats.problems},
                                       {"first_published", day(stats.first_published)},
                                       {"last_published", day(stats.last_published)},
                                       {"text_characters", stats.text_characters},
                                       {"bytes", stats.bytes},
                                       {"schema", stats.schema}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string readable_size(std::int64_t bytes) {
  const char* unit = "bytes";
  double size = static_cast<double>(bytes);
  for (const char* next : {"kB", "MB", "GB", "TB"}) {
    if (size < 1000) break;
    size /= 1000;
    unit = next;
  }
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, bytes < 1000 ? "%.0f %s" : "%.1f %s", size, unit);
  return buffer;
}

std::string as_text(const store::Archive& archive, const store::Stats& stats) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  std::string published = "unknown";
  if (stats.first_published) published = *stats.first_published + " to " + *stats.last_published;
  const std::pair<const char*, std::string> lines[] = {
      {"archive", archive.path()},
      {"articles", number(stats.articles)},
      {"published", published},
      {"outlets", number(stats.outlets)},
      {"quotations", number(stats.quotations) + " (direct " + number(stats.direct) + ", reported " +
                         number(stats.indirect) + ")"},
      {"events", number(stats.events)},
      {"people", number(stats.people)},
      {"organizations", number(stats.organizations)},
      {"places", number(stats.places)},
      {"mentions", number(stats.mentions)},
      {"problems", number(stats.problems)},
      {"size", readable_size(stats.bytes)},
      {"schema", number(stats.schema)}};
  std::string out;
  for (const auto& [label, value] : lines) {
    out +=
        std::string(label) + std::string(15 - std::string_view(label).size(), ' ') + value + "\n";
  }
  return out;
}

int show_stats(const std::string& path, const Options& options) {
  store::Archive archive = store::Archive::open(path, store::Mode::Read);
  if (options.dump) {
    store::canonical_dump(archive, [](std::string_view part) { print(part); });
    return kAnswered;
  }
  const store::Stats stats = store::stats(archive);
  print(options.json ? as_json(archive, stats) : printable(as_text(archive, stats)));
  return kAnswered;
}

}  // namespace

void register_stats(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("stats", "What is in the archive");
  auto options = std::make_shared<Options>();
  command->add_flag("--json", options->json, "Print one JSON document");
  command->add_flag("--dump", options->dump)->group("");  // for scripts: everything, without ids
  command->callback([&context, options] {
    context.action = [&context, options] { return show_stats(context.archive, *options); };
  });
}

}  // namespace onrecord::cli
