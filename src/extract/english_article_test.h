// Reads English text for the tests of the English steps: one block a line.
#pragma once

#include <algorithm>
#include <string>

#include "extract/extract.h"

namespace onrecord {

struct Article {
  explicit Article(std::string text) {
    document.language = "en";
    document.text = std::move(text);
    std::uint32_t at = 0;
    while (at < document.text.size()) {
      const auto end =
          static_cast<std::uint32_t>(std::min(document.text.find('\n', at), document.text.size()));
      if (end > at) document.blocks.push_back({BlockKind::Body, {at, end}});
      at = end + 1;
    }
    found = extract::extract(document);
  }

  std::string words(std::size_t i) const {
    return std::string(slice(document.text, found.quotations.at(i).span));
  }
  bool is_direct(std::size_t i) const {
    return found.quotations.at(i).kind == QuotationKind::Direct;
  }
  std::string speaker(std::size_t i) const {
    const auto& s = found.quotations.at(i).speakers;
    return s.empty() ? "" : s.front().name;
  }

  Document document;
  Findings found;
};

}  // namespace onrecord
