// One name, two scripts: how alike an English and a Korean name sound (Altman = 알트만 = 올트먼).
//
// Weighted phone edit distance with a table of Korean surnames; measured in docs/benchmarks.md.
// Pure functions; thread-safe. Cost: product of the names' lengths.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::lang {

// 0 (nothing in common) to 1 (sounds the same). Either name may be in either script.
double name_similarity(std::string_view a, std::string_view b);

struct NameMatch {
  std::string candidate;
  double score = 0;
};

// At and above this score a match is taken for the same name.
inline constexpr double kMatchThreshold = 0.75;

// Candidates for `query`, best first. The printed score stays below kMatchThreshold where the margin
// rule (more than .06 behind the best) rejects a candidate. At least `at_least` and all above the threshold.
std::vector<NameMatch> match_name(std::string_view query, const std::vector<std::string>& candidates,
                                  std::size_t at_least = 5);

}  // namespace onrecord::lang
