// onrecord entities [NAME]: whom and what the archive names; one of them at length.
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/answer_options.h"
#include "cli/command.h"
#include "cli/entity_corrections.h"
#include "query/profile.h"
#include "text/normalize.h"

namespace onrecord::cli {
namespace {

struct Options : AnswerOptions {
  query::EntityOptions entities;
  std::vector<std::string> words;
};

int run_entities(Options options, const Context& context) {
  options.entities.list = list_options(options);
  std::string name;
  for (const std::string& word : options.words) name += (name.empty() ? "" : " ") + text::nfc(word);
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  const query::AnswerSet set = name.empty() ? query::list_entities(archive, options.entities)
                                            : query::find_entity(archive, name, options.entities);
  return print_answers(set, options);
}

}  // namespace

void register_entities(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("entities", "List people, organisations and places, or tell of one");
  auto options = std::make_shared<Options>();
  command->add_option("name", options->words, "In any spelling or script")->type_name("NAME");
  command
      ->add_option("--kind", options->entities.kind,
                   "person, organization, place, product, work or event")
      ->check(CLI::IsMember({"person", "organization", "place", "product", "work", "event"}));
  add_answer_options(*command, *options);
  add_entity_corrections(*command, context);
  command->callback([options, command, &context] {
    if (!command->get_subcommands().empty()) return;  // merge, split …: they have set the action
    context.action = [options, &context] { return run_entities(*options, context); };
  });
}

}  // namespace onrecord::cli
