// Who said what, who is named, what happened: findings in one article.
//
// Pure: the same document gives the same findings on any machine and any number of threads. Linear
// in the length of the text.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "model/findings.h"

namespace onrecord::extract {

Findings extract(const Document& document);

// The same; writes down every candidate for a speaker with its features, a line each, for
// script/learn_speaker_weights.py.
Findings extract(const Document& document, std::vector<std::string>& speaker_trace);

// A digest of the rules and the lexicon compiled into this program; findings are only comparable
// under the same one.
const std::string& ruleset();

}  // namespace onrecord::extract
