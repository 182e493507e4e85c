// onrecord events: what happened, by who took part, where, and type.
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/answer_options.h"
#include "cli/command.h"
#include "query/ask.h"

namespace onrecord::cli {
namespace {

struct Options : AnswerOptions {
  query::EventOptions events;
};

int run_events(Options options, const Context& context) {
  options.events.list = list_options(options);
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  return print_answers(query::list_events(archive, options.events), options);
}

}  // namespace

void register_events(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("events", "List events");
  auto options = std::make_shared<Options>();
  command->add_option("--who", options->events.who, "Who took part; repeat for 'and'")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--where", options->events.where, "Where")->type_name("PLACE");
  command->add_option("--type", options->events.types, "Type, like meeting; repeat for 'or'")
      ->type_name("TYPE")
      ->allow_extra_args(false);
  add_answer_options(*command, *options);
  command->callback([options, &context] {
    context.action = [options, &context] { return run_events(*options, context); };
  });
}

}  // namespace onrecord::cli
