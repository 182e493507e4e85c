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
  bool doubtful = false, sure = false;
};

int run_quotes(Options options, const Context& context) {
  options.quotes.list = list_options(options);
  options.quotes.by = text::nfc(options.quotes.by);
  if (options.doubtful || options.sure) options.quotes.doubtful = options.doubtful;
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
  command
      ->add_option("--cue-class", options->quotes.cue_classes,
                   "Whose verb is of this class: say, ask, deny …; repeat for 'or'")
      ->type_name("CLASS")
      ->allow_extra_args(false);
  command
      ->add_option("--where", options->quotes.places,
                   "headline, subhead, body, caption or list; repeat for 'or'")
      ->check(CLI::IsMember({"headline", "subhead", "body", "caption", "list"}))
      ->allow_extra_args(false);
  command
      ->add_option("--min-confidence", options->quotes.least_confidence,
                   "Of this confidence (0 to 1) or more")
      ->check(CLI::Range(0.0, 1.0))
      ->type_name("C");
  CLI::Option* doubtful = command->add_flag("--doubtful", options->doubtful,
                                            "Only those whose speaker is open or a guess (추정)");
  command->add_flag("--sure", options->sure, "Only those whose speaker is no guess")
      ->excludes(doubtful);
  command
      ->add_option("--variants", options->quotes.variants_of,
                   "The places in which the utterance at this reference stands")
      ->type_name("REF");
  command->add_flag("--explain", options->quotes.explain,
                    "Say why each is a quotation and why this speaker's");
  add_answer_options(*command, *options);
  command->callback([options, &context] {
    context.action = [options, &context] { return run_quotes(*options, context); };
  });
}

}  // namespace onrecord::cli
