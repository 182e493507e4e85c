// onrecord match: names from standard input against the archive's people or the names of a file.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "lang/name_match.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace onrecord::cli {
namespace {

struct MatchOptions {
  std::string among;
  bool json = false;
};

// One name a line, NFC, blank lines left out.
std::vector<std::string> read_names(std::istream& in, const std::string& what) {
  std::vector<std::string> names;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (text::find_invalid_utf8(line)) {
      fail(ErrorKind::BadInput, "not UTF-8", what + ":" + std::to_string(number));
    }
    std::string name = text::normalize(line);
    while (!name.empty() && (name.back() == '\n' || name.back() == ' ')) name.pop_back();
    if (!name.empty()) names.push_back(std::move(name));
  }
  if (in.bad()) fail(ErrorKind::Io, "cannot be read", what);
  return names;
}

std::vector<std::string> candidates(const MatchOptions& options) {
  std::ifstream in(options.among);
  if (!in)
    fail(ErrorKind::Unreadable, "cannot be read: give a file with one name a line", options.among);
  return read_names(in, options.among);
}

std::string as_line(const std::string& query, const lang::NameMatch& match) {
  char score[16];
  std::snprintf(score, sizeof score, "%.3f", match.score);
  return printable(query) + "\t" + printable(match.candidate) + "\t" + score + "\n";
}

nlohmann::ordered_json as_json(const std::string& query,
                               const std::vector<lang::NameMatch>& matches) {
  nlohmann::ordered_json found = nlohmann::ordered_json::array();
  for (const lang::NameMatch& match : matches) {
    found.push_back({{"name", match.candidate},
                     {"score", match.score},
                     {"same", match.score >= lang::kMatchThreshold}});
  }
  return {{"query", query}, {"matches", found}};
}

int run_match(const MatchOptions& options) {
  const lang::NameIndex index(candidates(options));
  bool any = false;
  for (const std::string& query : read_names(std::cin, "standard input")) {
    const auto matches = index.match(query);
    any = any || (!matches.empty() && matches.front().score >= lang::kMatchThreshold);
    if (options.json) {
      print(as_json(query, matches).dump() + "\n");
      continue;
    }
    for (const lang::NameMatch& match : matches) print(as_line(query, match));
  }
  return any ? kAnswered : kNothingFound;
}

}  // namespace

void register_match(CLI::App& app, Context& context) {
  auto options = std::make_shared<MatchOptions>();
  CLI::App* command = app.add_subcommand(
      "match",
      "Names from standard input, one a line: which of the known names they are, across scripts");
  command
      ->add_option("--among", options->among,
                   "Match against the names in FILE, one a line, not the archive's people")
      ->type_name("FILE");
  command->add_flag("--json", options->json,
                    "One JSON object a line: query, matches with name, score, same");
  command->callback(
      [options, &context] { context.action = [options] { return run_match(*options); }; });
}

}  // namespace onrecord::cli
