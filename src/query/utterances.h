// Quotations that answer a question: by speaker and topic, best first, of each family of one
// utterance the best variant.
//
// A topic counts most in the quotation, less in its sentence, in its paragraph where all talk there
// is the same speaker's, in the paragraph before, in the article's title (query/coverage.h); words
// of others never count. Cost: bounded by kMostRead quotations.
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
  std::string kind;                              // direct, indirect, or empty
  std::vector<std::string> cue_classes, places;  // any of them; empty: all
  std::vector<std::string> liked_cues;  // classes of verbs that come first: who criticised …
  double least_confidence = 0;
  std::optional<bool> doubtful;
  std::int64_t utterance = 0;  // of this family alone; 0: all
  bool explain = false;        // answers say why
  std::string place;           // must stand in the article's text; empty: anywhere
  ListOptions options;
  bool needs_speaker = false;  // who said …
  bool each = false;  // of every speaker the best in turn
  bool fold = true;   // what stands in several places stands once
};

// All answers on one page; sets answers and total.
void find_utterances(store::Archive& archive, const UtteranceQuery& query, AnswerSet& set);

// Of a topic's quotations so many of the newest are read; the set says where there are more.
inline constexpr std::int64_t kMostRead = 2000;
inline constexpr std::int64_t kMostOfSpeaker = 20000;  // where a speaker is asked for
inline constexpr std::int64_t kMostCounted = 200;

// Who is quoted most among those that pass, the most first.
struct Quoted {
  std::string name;
  std::int64_t quotations = 0;
};
std::vector<Quoted> most_quoted(store::Archive& archive, const UtteranceQuery& query);

// How many quotations pass, of at most `most` that are looked at.
std::int64_t count_utterances(store::Archive& archive, const UtteranceQuery& query,
                              std::int64_t most = kMostCounted);

}  // namespace onrecord::query
