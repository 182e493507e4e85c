#include "cli/answer_options.h"

#include <CLI/CLI.hpp>

#include "base/date.h"
#include "base/error.h"
#include "cli/answer_json.h"
#include "cli/answer_text.h"
#include "cli/terminal.h"

namespace onrecord::cli {
namespace {

// 2023, 2023-06 and 2023-06-09 as the first or the last day they name.
std::string day(const std::string& text, bool last, const char* option) {
  if (text.empty()) return "";
  std::string whole = text;
  if (text.size() == 4) whole += last ? "-12-31" : "-01-01";
  if (text.size() == 7) {
    const auto first = parse_iso_day(text + "-01");
    if (first) whole += "-" + std::to_string(last ? days_in_month(first->year, first->month) : 1);
    if (whole.size() == 9) whole.insert(8, "0");
  }
  if (const auto date = parse_iso_day(whole)) return iso(*date);
  fail(ErrorKind::Usage, std::string(option) + " wants a day like 2023-06-09, not '" + text + "'");
}

std::optional<query::Sort> sort_of(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (name == "relevance") return query::Sort::Relevance;
  if (name == "date") return query::Sort::Date;
  if (name == "-date") return query::Sort::DateDown;
  if (name == "added") return query::Sort::Added;
  fail(ErrorKind::Usage, "--sort wants relevance, date, -date or added, not '" + name + "'");
}

}  // namespace

void add_answer_options(CLI::App& command, AnswerOptions& options) {
  command.add_flag("--json", options.json, "Print one JSON document");
  command.add_option("--limit", options.list.limit, "At most so many answers; 0: all")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command.add_option("--offset", options.list.offset, "Leave out so many answers first")
      ->check(CLI::NonNegativeNumber);
  command.add_option("--sort", options.sort, "relevance, date, -date or added")->type_name("ORDER");
  command.add_option("--since", options.list.since, "Published on this day or later")
      ->type_name("DATE");
  command.add_option("--until", options.list.until, "Published on this day or before")
      ->type_name("DATE");
  command
      .add_option("--said-since", options.list.said_since, "Said or happened on this day or later")
      ->type_name("DATE");
  command
      .add_option("--said-until", options.list.said_until, "Said or happened on this day or before")
      ->type_name("DATE");
  command
      .add_option("--added-since", options.list.added_since,
                  "Added to the archive on this day or later")
      ->type_name("DATE");
  command.add_option("--source", options.list.sources, "Of this outlet; repeat for 'or'")
      ->type_name("NAME")
      ->allow_extra_args(false);
}

query::ListOptions list_options(const AnswerOptions& options) {
  query::ListOptions list = options.list;
  list.sort = sort_of(options.sort);
  list.since = day(list.since, false, "--since");
  list.until = day(list.until, true, "--until");
  list.said_since = day(list.said_since, false, "--said-since");
  list.said_until = day(list.said_until, true, "--said-until");
  list.added_since = day(list.added_since, false, "--added-since");
  return list;
}

int print_answers(const query::AnswerSet& set, const AnswerOptions& options) {
  print(options.json ? to_json(set) + "\n" : to_text(set, options.explain));
  if (set.answers.empty() && set.total > 0 && !options.json)
    warn("nothing on this page: lower --offset");
  return set.total > 0 ? kAnswered : kNothingFound;
}

}  // namespace onrecord::cli
