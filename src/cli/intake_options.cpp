#include "cli/intake_options.h"

#include <CLI/CLI.hpp>

#include <thread>

#include "formats/date_text.h"

namespace onrecord::cli {

void add_intake_options(CLI::App& command, IntakeOptions& options) {
  options.jobs = std::max(1u, std::thread::hardware_concurrency());
  command
      .add_option("paths", options.paths,
                  "Files, folders (with all that is below), or - for standard input")
      ->type_name("PATH")
      ->required();
  command
      .add_option_function<std::string>(
          "--published",
          [&options](const std::string& value) {
            options.defaults.published = formats::published_from(value, true);
            if (!options.defaults.published) {
              throw CLI::ValidationError("--published", "wants a day like 2023-06-09");
            }
          },
          "The date of articles that carry none")
      ->type_name("DATE");
  command.add_option("--source", options.defaults.source, "The outlet of articles that name none")
      ->type_name("NAME");
  command.add_option("--jobs", options.jobs, "Threads that read and extract")
      ->type_name("N")
      ->check(CLI::Range(1u, 256u))
      ->capture_default_str();
}

}  // namespace onrecord::cli
