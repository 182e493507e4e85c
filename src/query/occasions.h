// Events that answer a question: who met whom, when and where; and where no event is stored, the
// sentences that tell of one.
//
// Both are ordered by how much of the question stands in and around them (query/coverage.h).
// Sentences are answers of kind "article" with rule "passage". Cost: bounded by the numbers below.
#pragma once

#include <string>
#include <vector>

#include "query/answer.h"
#include "query/topic.h"
#include "store/read_events.h"

namespace onrecord::query {

// Somebody who must take part: his entities, and the names that tell of him in a text.
struct Participant {
  std::vector<std::int64_t> entities;
  Topic names;
};

struct OccasionQuery {
  std::vector<Participant> who;    // all of them
  std::vector<std::string> types;  // any of them; empty: all
  std::string place;               // as asked, either language; empty: anywhere
  std::vector<Topic> topics;       // with their weights
  bool needs_date = false, needs_place = false, needs_people = false;
  bool ranked = false;    // a question: by how well they answer; else a list in the order of days
  bool passages = false;  // also sentences that tell of no stored event
  ListOptions options;
};

void find_occasions(store::Archive& archive, const OccasionQuery& query, AnswerSet& set);

}  // namespace onrecord::query
