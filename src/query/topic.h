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
};

Topic make_topic(const std::string& asked);
std::vector<Topic> make_topics(const std::vector<std::string>& asked);

// Words of an option like --about: particles stripped, entries of the glossary kept together.
std::vector<std::string> topic_words(std::string_view text);

// Places where the topic stands as a word or as part of a compound, in order.
std::vector<WordHit> find_topic(std::string_view text, const Topic& topic);

// FTS5: every topic by any of its forms, in one paragraph. "" where a topic has no searchable form.
std::string fts_expression(const std::vector<Topic>& topics);

}  // namespace onrecord::query
