// How much of what is asked stands in and around some words: each topic by how near it stands and
// how telling it is.
//
// A rare word tells more than a common one (as the inverse frequency in the archive's paragraphs
// does in search engines), and the most telling one must be there: else words that stand everywhere
// would answer any question. Pure but for weigh().
#pragma once

#include <cstdint>
#include <vector>

#include "query/topic.h"
#include "store/archive.h"

namespace onrecord::query {

// Where a topic stands, the farthest first.
enum class Nearness : std::uint8_t { Outside, Article, Before, Paragraph, Sentence, Quotation };

// Sets the weights from the archive; a topic that stands nowhere is the most telling.
void weigh(store::Archive& archive, std::vector<Topic>& topics);

// 0 … 1; `near` has one entry a topic. 1 where no topic is asked.
double coverage(const std::vector<Topic>& topics, const std::vector<Nearness>& near);

// Is this enough for an answer? Where the speaker is asked for by name, less is.
bool is_enough(const std::vector<Topic>& topics, const std::vector<Nearness>& near,
               bool known_speaker);

// The topics that an answer cannot do without, as an expression for the paragraphs' index.
std::string fts_needed(const std::vector<Topic>& topics);

}  // namespace onrecord::query
