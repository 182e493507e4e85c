// What people said of one article, applied to what rules found in it: pure functions.
//
// A person's word stands as it was given, also where newer rules cut the words differently or no
// longer find them; a finding of rules gives way where the two cross. Spans of corrections are code
// points, those of findings bytes.
#pragma once

#include <string>
#include <vector>

#include "model/findings.h"
#include "store/corrections.h"

namespace onrecord::ingest {

// The rule that a person's word names, and its confidence.
inline constexpr const char* kHuman = "human";
inline constexpr const char* kSpeakersParted = "; ";

std::vector<std::string> speakers_of(const store::Correction& correction);
std::string value_of(const std::vector<std::string>& speakers);

// Published, source and title as people have them; what the input said comes back.
std::vector<store::GivenValue> correct_facts(Document& document,
                                             const std::vector<store::Correction>& corrections);

// In the order of the corrections.
void correct_findings(const Document& document, const std::vector<store::Correction>& corrections,
                      Findings& findings);

// Two places that are one finding, cut a little differently: half of both together is in common.
bool is_one_finding(CodepointSpan a, CodepointSpan b);

}  // namespace onrecord::ingest
