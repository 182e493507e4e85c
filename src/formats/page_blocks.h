// A page as a row of blocks: paragraphs, headings, items and cells in the order in which they
// stand, with what surrounds each.
//
// A block ends where a block-level element starts or ends, at an empty line (two <br>), and at a
// single <br> unless the line before it was wrapped by hand. White space and no-break spaces become
// one blank; zero-width, control and direction characters go, as do soft hyphens (docs/formats.md).
// What no reader of the page sees as text (scripts, controls, embedded frames) yields nothing.
// Cost: linear.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/html_tree.h"

namespace onrecord::formats {

struct PageBlock {
  std::uint32_t node = 0;    // the block-level element that it stands in
  std::uint32_t at = 0;      // its first text node
  std::uint32_t weight = 0;  // characters; Hangul, kana and Han count two
  std::uint32_t link_weight = 0;
  std::uint32_t bold_weight = 0;
  std::string text;

  double link_density() const { return weight == 0 ? 0 : double(link_weight) / weight; }
};

// `roles`: element_roles(tree). What calls itself a caption is a block of its own whatever element
// it is, and so is a <span> that calls itself a byline or a date.
std::vector<PageBlock> find_page_blocks(const HtmlTree& tree,
                                        const std::vector<std::uint32_t>& roles);

// The blocks below a node: first and one past the last.
struct BlockRange {
  std::size_t first = 0, end = 0;
};
BlockRange blocks_below(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                        std::uint32_t node);

// The rules for white space, for values that come from attributes.
std::string squeezed(std::string_view text);

bool is_heading(Tag tag);

// Whether the text ends as a sentence does, marks of quotation and brackets left aside.
bool ends_sentence(std::string_view text);

}  // namespace onrecord::formats
