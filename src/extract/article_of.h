// For the tests of this folder: a Korean article with nothing but a text, published on 2024-03-11.
#pragma once

#include <string>
#include <utility>

#include "extract/extract.h"
#include "text/layout.h"

namespace onrecord::extract {

inline Document article_of(std::string text) {
  Document d;
  d.text = std::move(text);
  d.language = "ko";
  d.published = "2024-03-11";
  d.blocks = text::find_blocks(d.text);
  return d;
}

}  // namespace onrecord::extract
