// onrecord outlets list|merge|alias|group: outlets by their names, and groups of them.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "cli/command.h"
#include "cli/correction_output.h"
#include "cli/terminal.h"
#include "store/read_outlets.h"
#include "text/normalize.h"

namespace onrecord::cli {
namespace {

using Json = nlohmann::ordered_json;
using store::Action;
using store::Correction;

struct ListOptions {
  std::string group;
  std::size_t limit = 10, offset = 0;
  bool json = false;
};

struct WordOptions {
  std::string one;
  std::vector<std::string> others;
  bool json = false;
};

Json to_json(const store::OutletFace& outlet) {
  return {{"kind", "outlet"},
          {"name", outlet.name},
          {"names", outlet.names},
          {"groups", outlet.groups},
          {"articles", outlet.articles},
          {"quotations", outlet.quotations},
          {"first_published",
           outlet.first_published.empty() ? Json(nullptr) : Json(outlet.first_published)},
          {"last_published",
           outlet.last_published.empty() ? Json(nullptr) : Json(outlet.last_published)}};
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string line_of(const store::OutletFace& outlet) {
  std::string out = outlet.name + " — " + std::to_string(outlet.articles) + " articles, " +
                    std::to_string(outlet.quotations) + " quotations";
  if (!outlet.first_published.empty())
    out +=
        ", " + outlet.first_published.substr(0, 10) + " to " + outlet.last_published.substr(0, 10);
  if (!outlet.names.empty()) out += "; also " + joined(outlet.names);
  if (!outlet.groups.empty()) out += " [" + joined(outlet.groups) + "]";
  return out + "\n";
}

int run_list(const ListOptions& options, const Context& context) {
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  std::vector<store::OutletFace> all = store::outlets(archive);
  if (!options.group.empty()) {
    std::erase_if(all, [&](const store::OutletFace& outlet) {
      return std::find(outlet.groups.begin(), outlet.groups.end(), text::nfc(options.group)) ==
             outlet.groups.end();
    });
  }
  const std::size_t total = all.size();
  const std::size_t begin = std::min(options.offset, total);
  const std::size_t end = options.limit == 0 ? total : std::min(total, begin + options.limit);
  Json answers = Json::array();
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    answers.push_back(to_json(all[i]));
    out += line_of(all[i]);
  }
  if (options.json) {
    const Json json = {{"total", total}, {"answers", answers}};
    print(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  } else {
    out += total == 0 ? "No outlets.\n"
                      : std::to_string(end - begin) + " of " + std::to_string(total) + "\n";
    print(printable(out));
  }
  return total == 0 ? kNothingFound : kAnswered;
}

// The outlet's name as the archive has it.
std::string known_outlet(store::Archive& archive, const std::string& words) {
  const std::string name = text::nfc(words);
  for (const store::OutletFace& outlet : store::outlets(archive)) {
    const bool here = outlet.name == name || std::find(outlet.names.begin(), outlet.names.end(),
                                                       name) != outlet.names.end();
    if (here) return outlet.name;
  }
  fail(ErrorKind::NotFound, "no article of this archive is from ‘" + name + "’");
}

int run_word(Action action, const WordOptions& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  std::vector<Correction> words;
  for (const std::string& other : options.others) {
    Correction word = new_correction(action);
    const bool group = action == Action::OutletGroup;
    word.subject = group ? text::nfc(options.one) : known_outlet(archive, options.one);
    word.value = action == Action::OutletAlias ? text::nfc(other) : known_outlet(archive, other);
    if (word.subject.empty() || word.value.empty()) fail(ErrorKind::Usage, "a name is empty");
    words.push_back(std::move(word));
  }
  return print_corrected(ingest::correct(archive, std::move(words), ingest::Manner::Single),
                         options.json);
}

void add_word(CLI::App& outlets, Context& context, const char* name, const char* does,
              const std::pair<const char*, const char*>& one, const char* other, Action action) {
  CLI::App* command = outlets.add_subcommand(name, does);
  auto options = std::make_shared<WordOptions>();
  command->add_option(one.first, options->one, one.second)->required();
  command->add_option("names", options->others, other)->required();
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, action, &context] {
    context.action = [options, action, &context] { return run_word(action, *options, context); };
  });
}

void add_list(CLI::App& outlets, Context& context) {
  CLI::App* command = outlets.add_subcommand("list", "Those with most articles first");
  auto options = std::make_shared<ListOptions>();
  command->add_option("--group", options->group, "Of this group")->type_name("NAME");
  command->add_option("--limit", options->limit, "At most so many; 0: all")->capture_default_str();
  command->add_option("--offset", options->offset, "Leave out so many first");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_list(*options, context); };
  });
}

}  // namespace

void register_outlets(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("outlets", "List outlets, give them names, gather them in groups");
  command->require_subcommand(1);
  add_list(*command, context);
  const std::pair<const char*, const char*> outlet{"outlet", "An outlet of this archive"};
  add_word(*command, context, "merge", "Outlets that stand here as two are one", outlet,
           "Outlets that are the first one, too", Action::OutletMerge);
  add_word(*command, context, "alias", "Give an outlet another name", outlet, "Other names of it",
           Action::OutletAlias);
  add_word(*command, context, "group", "Gather outlets in a group, which --source takes, too",
           {"group", "The group's name"}, "Outlets of it", Action::OutletGroup);
}

}  // namespace onrecord::cli
