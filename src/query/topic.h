// A topic of a question, in both languages: where it stands in a text, and how it is searched.
//
// Pure; offsets are bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/word_match.h"

namespace onrecord::query {

struct Topic {
  std::string asked;
  std::vector<std::string> forms;  // the asked word first, then what the glossary gives
  double weight = 1;               // how telling: the rarer in the archive, the more
  bool somewhere = true;           // in the archive at all
};

Topic make_topic(const std::string& asked);
std::vector<Topic> make_topics(const std::vector<std::string>& asked);

// Words of an option like --about: particles stripped, entries of the glossary kept together.
std::vector<std::string> topic_words(std::string_view text);

// Places where the topic stands as a word or as part of a compound, in order.
std::vector<WordHit> find_topic(std::string_view text, const Topic& topic);

// FTS5: any form of the topic. "" where none is searchable.
std::string fts_any(const Topic& topic);
// FTS5: any form of any of the topics.
std::string fts_any(const std::vector<Topic>& topics);

}  // namespace onrecord::query
