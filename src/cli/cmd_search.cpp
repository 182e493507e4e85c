// onrecord search: ranked full-text search over articles.
#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/answer_options.h"
#include "cli/command.h"
#include "query/search.h"
#include "text/utf8.h"

namespace onrecord::cli {
namespace {

struct SearchOptions : AnswerOptions {
  std::vector<std::string> words;
};

// Words that the shell kept together and that are no query of their own stay a phrase only if they
// were quoted twice.
std::string join(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  if (text::find_invalid_utf8(line)) fail(ErrorKind::Usage, "the words are not UTF-8");
  return line;
}

int run_search(const SearchOptions& options, const Context& context) {
  query::AnswerSet set;
  set.question = join(options.words);
  const query::ListOptions list = list_options(options);
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  query::search(archive, set.question, list, set);
  return print_answers(set, options);
}

}  // namespace

void register_search(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("search", "Find articles by their words, best first");
  auto options = std::make_shared<SearchOptions>();
  command->add_option("words", options->words, "Words, \"phrases\", OR, NOT or -word, parentheses")
      ->required()
      ->type_name("WORDS");
  add_answer_options(*command, *options);
  command->callback([options, &context] {
    context.action = [options, &context] { return run_search(*options, context); };
  });
}

}  // namespace onrecord::cli
