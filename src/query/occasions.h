// Events that answer a question: who met whom, when and where.
#pragma once

#include <string>
#include <vector>

#include "query/answer.h"
#include "query/topic.h"
#include "store/read_events.h"

namespace onrecord::query {

struct OccasionQuery {
  std::vector<std::vector<std::int64_t>> who;  // of each group one takes part
  std::vector<std::string> types;              // any of them; empty: all
  std::string place;                           // as asked, either language; empty: anywhere
  std::vector<Topic> topics;                   // stand in the evidence sentence
  bool needs_date = false, needs_place = false;
  ListOptions options;
};

void find_occasions(store::Archive& archive, const OccasionQuery& query, AnswerSet& set);

}  // namespace onrecord::query
