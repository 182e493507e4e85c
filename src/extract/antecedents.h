// Who is meant: a phrase beside the words becomes a speaker with the fullest name that the article
// gives.
#pragma once

#include "extract/speakers.h"

namespace onrecord::extract {

// The last quotation that has a speaker, not looked for further back than a page; nullptr if none.
const Quotation* latest_quotation(const Analysis& a);

// The first phrase of a sentence, outside marks, that somebody is the topic of; else its first
// person with 이, 가. Empty where the sentence is about nobody.
Phrase topic_of(const Analysis& a, std::uint32_t sentence);

}  // namespace onrecord::extract
