// onrecord ask: a question in Korean or English, answered from the archive.
#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/answer_options.h"
#include "cli/command.h"
#include "query/ask.h"
#include "text/utf8.h"

namespace onrecord::cli {
namespace {

struct AskOptions : AnswerOptions {
  std::vector<std::string> words;
  std::string form;
  query::Corrections corrections;
};

std::string join(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  if (text::find_invalid_utf8(line)) fail(ErrorKind::Usage, "the question is not UTF-8");
  return line;
}

int run_ask(const AskOptions& options, const Context& context) {
  const std::string question = join(options.words);
  const query::ListOptions list = list_options(options);
  query::Corrections corrections = options.corrections;
  if (!options.form.empty()) corrections.form = query::form_named(options.form);
  if (!options.form.empty() && !corrections.form)
    fail(ErrorKind::Usage,
         "--form wants said, who_said, when, where, who, whom, what_happened, "
         "who_is, count, articles, outlets or most_quoted, not '" +
             options.form + "'");
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  return print_answers(query::ask(archive, question, context.today, list, corrections), options);
}

}  // namespace

void register_ask(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("ask", "Answer a question in Korean or English");
  auto options = std::make_shared<AskOptions>();
  command->add_option("question", options->words, "The question, quoted or not")
      ->required()
      ->type_name("QUESTION");
  command
      ->add_option("--form", options->form,
                   "What is asked, where it was read wrongly: said, when …")
      ->type_name("FORM");
  command->add_option("--by", options->corrections.speakers, "Whom the question means; repeatable")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--about", options->corrections.about, "The topic that it means")
      ->type_name("WORDS");
  command->add_option("--where", options->corrections.place, "The place that it means")
      ->type_name("PLACE");
  command->add_flag("--explain", options->explain, "Say how the question was read");
  add_answer_options(*command, *options);
  command->callback([options, &context] {
    context.action = [options, &context] { return run_ask(*options, context); };
  });
}

}  // namespace onrecord::cli
