// Which blocks of a page are its article? Text length, link density, sentence ends, what the
// elements around a block call themselves, and what stands beside it, weighed against each other.
//
// 1. Each block gets a weight of prose. 2. Elements that call themselves chrome are set aside,
// unless they hold what is plainly the article. 3. The innermost element that holds nearly all
// prose left is the article's container. 4. Within it, short blocks follow their neighbours. Cost:
// linear in the nodes, but for a binary search per element.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/page_blocks.h"

namespace onrecord::formats {

enum class PartKind : std::uint8_t { Body, Subhead, Item, PullQuote };

struct ArticlePart {
  PartKind kind = PartKind::Body;
  std::uint32_t block = 0;  // index
};

struct MainText {
  std::vector<ArticlePart> parts;  // in order
  std::vector<std::uint32_t> captions;
  std::vector<std::uint32_t> side;  // short lines about the article: who wrote it, when it appeared
};

// `roles`: element_roles(tree). `headline` is not among the parts, though a block may repeat it.
MainText find_main_text(const HtmlTree& tree, const std::vector<std::uint32_t>& roles,
                        const std::vector<PageBlock>& blocks, const std::string& headline);

}  // namespace onrecord::formats
