// A question in, answers out: the reading is settled against the archive, then sent where its form
// belongs.
//
// Where the archive holds no answer, `answers` is empty and `nothing` says what was looked for and
// what is nearest.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/answer.h"
#include "store/archive.h"

namespace onrecord::query {

// What the user says the question means, in place of what was read; empty fields leave the reading.
struct Corrections {
  std::optional<Form> form;
  std::vector<std::string> speakers;
  std::string about, place;
};

AnswerSet ask(store::Archive& archive, const std::string& question, Date today,
              const ListOptions& options, const Corrections& corrections = {});

struct QuoteOptions {
  std::string by, about, kind;
  std::vector<std::string> cue_classes, places;  // any of them; empty: all
  double least_confidence = 0;
  std::optional<bool> doubtful;
  std::string variants_of;  // a reference: the family of the quotation that stands there
  bool explain = false;
  ListOptions list;
};
AnswerSet list_quotes(store::Archive& archive, const QuoteOptions& options);

struct EventOptions {
  std::vector<std::string> who, types;
  std::string where;
  ListOptions list;
};
AnswerSet list_events(store::Archive& archive, const EventOptions& options);

}  // namespace onrecord::query
