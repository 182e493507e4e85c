// Quotations that answer a question: by speaker and topic, best first, near-identical ones folded.
//
// A topic must stand in the quotation, else in its sentence, else in its paragraph where all talk
// there is the same speaker's; words of others never count. Every topic asked must match. Cost:
// bounded by kMostRead quotations.
#pragma once

#include <string>
#include <vector>

#include "query/answer.h"
#include "query/topic.h"
#include "store/read_quotations.h"

namespace onrecord::query {

struct UtteranceQuery {
  std::vector<std::vector<std::int64_t>> speakers;  // of any group any entity; empty: anyone
  std::vector<Topic> topics;
  std::string kind;   // direct, indirect, or empty
  std::string place;  // must stand in the article's text; empty: anywhere
  ListOptions options;
  bool fold = true;  // near-identical utterances stand once
};

// All answers on one page; sets answers and total.
void find_utterances(store::Archive& archive, const UtteranceQuery& query, AnswerSet& set);

// How many quotations pass, without reading what is not counted.
std::int64_t count_utterances(store::Archive& archive, const UtteranceQuery& query);

inline constexpr std::int64_t kMostRead = 20000;

}  // namespace onrecord::query
