// onrecord match: names from standard input against the archive's people or the names of a file.
#include <CLI/CLI.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "lang/name_match.h"
#include "store/archive.h"
#include "store/read_entities.h"
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

// Known names, each with the name that it is shown by: a person of the archive by the canonical
// one.
struct Known {
  std::vector<std::string> names;
  std::map<std::string, std::set<std::string>> shown_by;
};

Known names_of_file(const std::string& path) {
  std::ifstream in(path);
  if (!in) fail(ErrorKind::Unreadable, "cannot be read: give a file with one name a line", path);
  Known out;
  for (std::string& name : read_names(in, path)) {
    if (out.shown_by[name].insert(name).second) out.names.push_back(std::move(name));
  }
  return out;
}

Known names_of_people(const std::string& path) {
  store::Archive archive = store::Archive::open(path, store::Mode::Read);
  Known out;
  for (store::EntityName& entity : store::EntityReader(archive).names()) {
    if (entity.kind != "person") continue;
    auto& shown = out.shown_by[entity.alias];
    if (shown.empty()) out.names.push_back(entity.alias);
    shown.insert(std::move(entity.canonical));
  }
  return out;
}

// Several names of one person are one answer, with the score of the best.
std::vector<lang::NameMatch> match(const lang::NameIndex& index, const Known& known,
                                   const std::string& query) {
  constexpr std::size_t kAtLeast = 5, kNamesAPerson = 4;
  std::vector<lang::NameMatch> out;
  std::set<std::string> seen;
  for (const lang::NameMatch& found : index.match(query, kAtLeast * kNamesAPerson)) {
    if (out.size() >= kAtLeast && found.score < lang::kMatchThreshold) break;
    for (const std::string& name : known.shown_by.at(found.candidate)) {
      if (seen.insert(name).second) out.push_back({name, found.score});
    }
  }
  return out;
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

int run_match(const MatchOptions& options, const std::string& archive) {
  const Known known =
      options.among.empty() ? names_of_people(archive) : names_of_file(options.among);
  const lang::NameIndex index(known.names);
  bool any = false;
  for (const std::string& query : read_names(std::cin, "standard input")) {
    const auto matches = match(index, known, query);
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
  command->callback([options, &context] {
    context.action = [options, &context] { return run_match(*options, context.archive); };
  });
}

}  // namespace onrecord::cli
