// A page's title: which of the proposals is the headline, and what of <title> is the outlet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/ballot.h"

namespace onrecord::formats {

// "Headline - Outlet", "제목 < 사회 < 기사본문 | 가나일보": cut at the signs that stand between
// blanks. Views into `title`.
std::vector<std::string_view> title_parts(std::string_view title);

// The heaviest proposal that is not the outlet's name, without that name behind it. What a proposal
// is part of speaks for it, too: "Headline" in "Headline - Outlet". Proposals are keyed by bare().
std::optional<std::string> choose_headline(const Ballot& proposals, std::string_view outlet);

// The wording that readers saw, among the headings that the page prints, where search engines are
// told another.
std::string as_printed(const std::string& headline, const std::vector<std::string>& headings);

// The outlet in "Outlet: Headline".
std::optional<std::string> outlet_before(const std::string& title, const std::string& headline);

}  // namespace onrecord::formats
