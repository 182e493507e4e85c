// Who is who in one article: every mention joins the chain of the person or body that it names.
#pragma once

#include "extract/analysis.h"
#include "extract/people.h"

namespace onrecord::extract {

// Fills a.mentions, a.mention_at and a.chains from what was found.
void build_chains(Analysis& a, std::vector<NameFound> people, std::vector<NameFound> bodies);

// The chain of a person or body named so in this article, or kNone. `name` is a bare name.
std::int32_t chain_named(const Analysis& a, std::string_view name);

}  // namespace onrecord::extract
