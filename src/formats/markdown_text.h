// The plain text of a Markdown body: headline, subheads and paragraphs, one blank line between
// them.
//
// Marks of emphasis, links and quotation are taken off, soft line breaks become blanks, list items
// keep their line and sign, pictures go to `captions`. Input: valid UTF-8. Cost: linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::formats {

struct MarkdownText {
  std::string text;
  std::string headline;               // the first `# Heading`, also the first paragraph of `text`
  std::vector<std::string> captions;  // the words of ![words](picture)
};

MarkdownText render_markdown(std::string_view body);

}  // namespace onrecord::formats
