#include <CLI/CLI.hpp>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/terminal.h"
#include "store/verify.h"
#include "text/search_terms.h"

namespace onrecord::cli {
namespace {

std::string as_json(const store::Verification& result) {
  nlohmann::ordered_json faults = nlohmann::ordered_json::array();
  for (const store::Fault& fault : result.faults)
    faults.push_back({{"where", fault.where}, {"what", fault.what}});
  const nlohmann::ordered_json json = {{"sound", result.sound()},
                                       {"articles", result.articles},
                                       {"findings", result.findings},
                                       {"originals", result.originals},
                                       {"faults", faults}};
  // replace: a damaged text may hold any bytes
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string as_text(const store::Verification& result) {
  std::string out;
  for (const store::Fault& fault : result.faults) out += fault.where + ": " + fault.what + "\n";
  out += result.sound() ? "sound" : "damaged: faults " + std::to_string(result.faults.size());
  return out + "; checked: articles " + std::to_string(result.articles) + ", findings " +
         std::to_string(result.findings) + ", originals " + std::to_string(result.originals) + "\n";
}

int verify(const std::string& path, bool json) {
  store::Archive archive = store::Archive::open(path, store::Mode::Read);
  const store::Verification result = store::verify(archive, text::search_terms);
  print(json ? as_json(result) : printable(as_text(result)));
  return result.sound() ? kAnswered : kArchiveFault;
}

}  // namespace

void register_verify(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand(
      "verify",
      "Check that the file is sound and every stored extraction still stands in its article");
  auto json = std::make_shared<bool>(false);
  command->add_flag("--json", *json, "Print one JSON document");
  command->callback([&context, json] {
    context.action = [&context, json] { return verify(context.archive, *json); };
  });
}

}  // namespace onrecord::cli
