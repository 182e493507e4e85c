// Why a quotation is one, and why it is this speaker's: what the archive knows of the making of a
// finding, for `--explain`.
//
// Everything comes from the archive: rules as the program that ran last had them, names as its
// identities stand. Offsets are code points.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/read_quotations.h"

namespace onrecord::query {

struct Explanation {
  std::optional<store::RuleText> rule, speaker_rule;
  // People and bodies named in the sentence outside the words, the speaker left out: who else
  // might have spoken.
  std::vector<store::NamedNearby> others;
  std::string verdict;  // why this speaker, or why nobody; a sentence
};

Explanation explain(store::QuotationReader& reader, const store::StoredQuotation& quotation,
                    const std::vector<store::StoredSpeaker>& speakers);

}  // namespace onrecord::query
