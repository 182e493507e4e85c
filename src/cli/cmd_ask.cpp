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
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  return print_answers(query::ask(archive, question, context.today, list), options);
}

}  // namespace

void register_ask(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("ask", "Answer a question in Korean or English");
  auto options = std::make_shared<AskOptions>();
  command->add_option("question", options->words, "The question, quoted or not")
      ->required()
      ->type_name("QUESTION");
  add_answer_options(*command, *options);
  command->callback([options, &context] {
    context.action = [options, &context] { return run_ask(*options, context); };
  });
}

}  // namespace onrecord::cli
