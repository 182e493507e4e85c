#include <CLI/CLI.hpp>

#include <memory>

#include "cli/command.h"
#include "cli/intake_options.h"
#include "cli/interrupt.h"
#include "cli/json_extract.h"
#include "cli/terminal.h"
#include "cli/text_extract.h"
#include "extract/extract.h"
#include "formats/reader.h"
#include "ingest/ordered_pipeline.h"
#include "ingest/walk.h"

namespace onrecord::cli {
namespace {

struct ExtractOptions : IntakeOptions {
  bool json = false;
};

using Input = Result<RawDocument>;

struct Printed {
  std::string text;
  std::string fault;  // empty: none
};

void read_all(const std::vector<std::string>& paths, const std::function<bool(Input)>& emit) {
  bool more = true;
  const formats::Sink sink = [&](formats::Item item) {
    return more = emit(std::move(item.document));
  };
  ingest::walk(paths, {
                          [&](const ingest::FoundFile& file) {
                            file.path == "-" ? formats::read_standard_input(sink)
                                             : formats::read_file(file.path, file.path, sink);
                            return more;
                          },
                          [&](const ingest::FoundFile&, const Error& error) { return emit(error); },
                      });
}

Printed print_article(Input input, const ExtractOptions& options) {
  if (!input) return {{}, describe(input.error())};
  const Document document = formats::build_document(std::move(input.value()), options.defaults);
  const Findings findings = extract::extract(document);
  return {options.json ? extract_json(document, findings) + "\n" : extract_text(document, findings),
          {}};
}

int run_extract(const ExtractOptions& options) {
  end_at_interrupt();
  bool refused = false;
  ingest::OrderedPipeline<Input, Printed> pipeline;
  pipeline.produce = [&](const auto& emit) { read_all(options.paths, emit); };
  pipeline.weigh = [](const Input& input) { return input ? input.value().text.size() : 0; };
  pipeline.work = [&](Input input) { return print_article(std::move(input), options); };
  pipeline.consume = [&](Printed printed) {
    if (!printed.fault.empty()) warn(printed.fault);
    refused = refused || !printed.fault.empty();
    print(printed.text);
    return true;
  };
  pipeline.run(options.jobs);
  flush_output();
  return refused ? kSomeRefused : kAnswered;
}

}  // namespace

void register_extract(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("extract", "Print what is found in articles, without an archive");
  auto options = std::make_shared<ExtractOptions>();
  add_intake_options(*command, *options);
  command->add_flag("--json", options->json, "One JSON object per article per line");
  command->callback(
      [options, &context] { context.action = [options] { return run_extract(*options); }; });
}

}  // namespace onrecord::cli
