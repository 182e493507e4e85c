// onrecord quotes: quotations by speaker, topic, outlet and kind.
#include <CLI/CLI.hpp>

#include <memory>

#include "cli/answer_options.h"
#include "cli/command.h"
#include "query/ask.h"
#include "text/normalize.h"

namespace onrecord::cli {
namespace {

struct Options : AnswerOptions {
  query::QuoteOptions quotes;
};

int run_quotes(Options options, const Context& context) {
  options.quotes.list = list_options(options);
  options.quotes.by = text::nfc(options.quotes.by);
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  return print_answers(query::list_quotes(archive, options.quotes), options);
}

}  // namespace

void register_quotes(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("quotes", "List quotations");
  auto options = std::make_shared<Options>();
  command->add_option("--by", options->quotes.by, "Who said it, in any spelling or script")
      ->type_name("NAME");
  command->add_option("--about", options->quotes.about, "What it is about, in Korean or English")
      ->type_name("TOPIC");
  command->add_option("--kind", options->quotes.kind, "direct or indirect")
      ->check(CLI::IsMember({"direct", "indirect"}));
  add_answer_options(*command, *options);
  command->callback([options, &context] {
    context.action = [options, &context] { return run_quotes(*options, context); };
  });
}

}  // namespace onrecord::cli
