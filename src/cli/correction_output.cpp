#include "cli/correction_output.h"

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/terminal.h"
#include "ingest/program_rules.h"

namespace onrecord::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string user() {
  for (const char* name : {"ONRECORD_USER", "USER", "LOGNAME"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return printable(value);
  }
  return "unknown";
}

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json to_json(const store::Correction& c) {
  return {{"id", c.id},
          {"made_at", c.made_at},
          {"made_by", c.made_by},
          {"action", store::name_of(c.action)},
          {"ref", or_null(store::ref_of(c))},
          {"kind", or_null(c.kind)},
          {"subject", or_null(c.subject)},
          {"value", or_null(c.value)},
          {"value_ref", or_null(c.value_ref)},
          {"undone_at", or_null(c.undone_at)},
          {"text", ingest::words_of(c)}};
}

Json to_json(const std::vector<store::Correction>& corrections) {
  Json out = Json::array();
  for (const store::Correction& correction : corrections) out.push_back(to_json(correction));
  return out;
}

std::string text_of(const ingest::Corrected& corrected) {
  if (corrected.idle) return "Nothing to do: it is so already.\n";
  std::string out;
  for (const store::Correction& known : corrected.known)
    out += "Said already: " + line_of(known) + "\n";
  for (const store::Correction& made : corrected.made) out += line_of(made) + "\n";
  if (!corrected.waiting.empty()) {
    out += std::to_string(corrected.waiting.size()) +
           " of these speak of what is not in this archive; they take force when it comes.\n";
  }
  return out;
}

}  // namespace

store::Correction new_correction(store::Action action) {
  store::Correction correction;
  correction.action = action;
  correction.made_at = ingest::utc_now();
  correction.made_by = user();
  return correction;
}

std::string line_of(const store::Correction& c) {
  return std::to_string(c.id) + "  " + c.made_at.substr(0, 10) + " " + c.made_by + "  " +
         ingest::words_of(c) +
         (c.undone_at.empty() ? "" : "  [undone " + c.undone_at.substr(0, 10) + "]");
}

int print_corrected(const ingest::Corrected& corrected, bool json) {
  if (!json) {
    print(printable(text_of(corrected)));
    return kAnswered;
  }
  const Json out = {{"made", to_json(corrected.made)},
                    {"known", to_json(corrected.known)},
                    {"waiting", corrected.waiting}};
  print(out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  return kAnswered;
}

std::string corrections_json(const std::vector<store::Correction>& corrections, std::size_t total) {
  const Json out = {{"total", total}, {"answers", to_json(corrections)}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace onrecord::cli
