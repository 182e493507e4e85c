// Full-text search: one answer an article, best first, with its best passage and the words marked
// in it.
//
// Order: matched as a word, as a part, only inside words; headline before body; bm25; newest first.
// Copies of one text stand once.
#pragma once

#include <string>

#include "query/answer.h"
#include "query/topic.h"

namespace onrecord::query {

// `line` in the language of docs/query-language.md.
void search(store::Archive& archive, const std::string& line, const ListOptions& options,
            AnswerSet& set);

// Articles in which every topic stands, by any of its forms.
void search_topics(store::Archive& archive, const std::vector<Topic>& topics,
                   const ListOptions& options, AnswerSet& set);

}  // namespace onrecord::query
