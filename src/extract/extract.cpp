#include "extract/extract.h"

#include <array>

#include "base/digest.h"
#include "base/version.h"
#include "extract/english.h"
#include "extract/quotation_order.h"
#include "extract/steps.h"
#include "lang/lexicon.h"

namespace onrecord::extract {
namespace {

bool is_english(const Analysis& a) {
  return a.document.language == "en";
}
void find_all_mentions(Analysis& a) {
  is_english(a) ? find_english_mentions(a) : find_mentions(a);
}
void find_all_quotations(Analysis& a) {
  is_english(a) ? find_english_quotations(a) : find_quotations(a);
  settle_order(a.quotations);
  find_antecedents(a);
}

constexpr std::array<Step, 6> kSteps = {{
    {"tokens", "blocks", "tokens readings levels", find_tokens},
    {"passages", "tokens", "passages levels", find_passages},
    {"sentences", "tokens passages", "sentences levels", find_sentences},
    {"mentions", "tokens passages sentences", "mentions chains readings", find_all_mentions},
    {"quotations", "tokens passages sentences mentions chains", "quotations", find_all_quotations},
    {"events", "tokens passages sentences mentions chains quotations", "events", find_events},
}};

}  // namespace

std::span<const Step> steps() {
  return kSteps;
}

namespace {

Findings run(Analysis& a) {
  for (const Step& step : kSteps) step.run(a);
  return {std::move(a.chains), std::move(a.mentions), std::move(a.quotations), std::move(a.events)};
}

}  // namespace

Findings extract(const Document& document) {
  Analysis a(document);
  return run(a);
}

Findings extract(const Document& document, std::vector<std::string>& speaker_trace) {
  Analysis a(document);
  a.speaker_trace = &speaker_trace;
  return run(a);
}

const std::string& ruleset() {
  static const std::string version =
      sha256_hex(std::string(kProgramVersion) + std::string(lang::lexicon_digest_source()))
          .substr(0, 16);
  return version;
}

}  // namespace onrecord::extract
