// A page as a tree: what the parser of browsers makes of its markup, broken or not.
//
// Nodes stand in document order; those below node i are i + 1 … nodes[i].end - 1, so that every
// walk is a loop. Input: valid UTF-8. Names and texts point into
// the tree or the page, which has to stay; entities are resolved.
// Errors: TooLarge where elements nest deeper than kDeepestNesting or the parser would take more
// than its share of memory. Cost: linear; at most 320 MiB. By gumbo.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace onrecord::formats {

// The elements that a reader of articles tells apart.
enum class Tag : std::uint8_t {
  Text,
  Other,
  A,
  Address,
  Article,
  Aside,
  B,
  Blockquote,
  Body,
  Br,
  Button,
  Caption,
  Dd,
  Details,
  Div,
  Dl,
  Dt,
  Em,
  Fieldset,
  Figcaption,
  Figure,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hr,
  Html,
  Iframe,
  Img,
  Input,
  Label,
  Li,
  Link,
  Main,
  Meta,
  Nav,
  Noscript,
  Object,
  Ol,
  Option,
  P,
  Pre,
  Q,
  Script,
  Section,
  Select,
  Span,
  Strong,
  Style,
  Svg,
  Table,
  Td,
  Template,
  Textarea,
  Th,
  Time,
  Title,
  Tr,
  Ul,
  Video,
};

struct HtmlAttribute {
  std::string_view name, value;
};

struct HtmlNode {
  Tag tag = Tag::Other;
  std::uint32_t parent = 0;  // of the root: itself
  std::uint32_t end = 0;     // the first node that is not below
  std::uint32_t first_attribute = 0, attribute_count = 0;
  std::string_view text;  // of Tag::Text, white space as it stands; of an element that HTML does
                          // not know, its name
};

class HtmlTree {
 public:
  static Result<HtmlTree> parse(std::string_view page, const std::string& where);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  // Its value, or nothing: data() is then null.
  std::string_view attribute(std::uint32_t node, std::string_view name) const;
  bool has_attribute(std::uint32_t node, std::string_view name) const {
    return attribute(node, name).data() != nullptr;
  }
  // The text below a node, as it stands; empty where it has more than `limit` bytes.
  std::string text_below(std::uint32_t node, std::size_t limit) const;

 private:
  class Arena;
  HtmlTree();

  std::unique_ptr<Arena> arena_;  // holds what the views point to
  std::vector<HtmlNode> nodes_;
  std::vector<HtmlAttribute> attributes_;
};

}  // namespace onrecord::formats
