// What a page says about its article: headline, authors, outlet, dates, address, language.
//
// JSON-LD, OpenGraph, microdata, other meta elements and the page's own lines each propose; where
// they differ, each has a weight, those that agree add up, and the heaviest wins. What is plainly
// something else (a name of a site as a headline, an address as an author) is not taken.
// Cost: linear.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "formats/page_blocks.h"

namespace onrecord::formats {

struct PageFacts {
  std::optional<std::string> headline, outlet, published, url, language, description;
  std::optional<std::string> body;  // of JSON-LD: for pages whose text only a script would show
  std::vector<std::string> authors;
};

// `roles`: element_roles(tree).
PageFacts read_page_facts(const HtmlTree& tree, const std::vector<std::uint32_t>& roles,
                          const std::vector<PageBlock>& blocks, std::string_view page);

}  // namespace onrecord::formats
