// onrecord entities [NAME]: whom and what the archive names; one of them at length.
#include <CLI/CLI.hpp>

#include <map>
#include <memory>

#include "base/error.h"

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

// Orders that entities alone know; the others are those of every list.
std::optional<store::EntityOrder> order_of(const std::string& sort) {
  using store::EntityOrder;
  static const std::map<std::string, EntityOrder> kOrders = {
      {"articles", EntityOrder::Articles},
      {"mentions", EntityOrder::Mentions},
      {"quotations", EntityOrder::Quotations},
      {"last-seen", EntityOrder::LastSeen},
      {"-date", EntityOrder::LastSeen},
      {"date", EntityOrder::FirstSeen},
      {"added", EntityOrder::Added},
      {"relevance", EntityOrder::Articles},
      {"name", EntityOrder::Name}};
  const auto found = kOrders.find(sort);
  return found == kOrders.end() ? std::nullopt : std::optional(found->second);
}

int run_entities(Options options, const Context& context) {
  if (!options.sort.empty()) {
    const auto order = order_of(options.sort);
    if (!order)
      fail(ErrorKind::Usage,
           "--sort wants articles, mentions, quotations, last-seen, name, date, -date or added, "
           "not '" +
               options.sort + "'");
    options.entities.order = *order;
    options.sort.clear();
  }
  options.entities.with = text::nfc(options.entities.with);
  options.entities.role = text::nfc(options.entities.role);
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
  command->add_option("--role", options->entities.role, "Whoever bears this title")
      ->type_name("TITLE");
  command
      ->add_option("--with", options->entities.with,
                   "Those who stand with NAME: in events, quoted in the same articles, named there")
      ->type_name("NAME");
  command->add_flag("--explain", options->entities.explain,
                    "With a name: say why each name is one of its names");
  add_answer_options(*command, *options);
  command->get_option("--sort")->description(
      "articles, mentions, quotations, last-seen, name, date (first seen), -date or added");
  add_entity_corrections(*command, context);
  command->callback([options, command, &context] {
    if (!command->get_subcommands().empty()) return;  // merge, split …: they have set the action
    context.action = [options, &context] { return run_entities(*options, context); };
  });
}

}  // namespace onrecord::cli
