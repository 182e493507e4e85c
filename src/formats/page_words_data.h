// The table that src/tools/page_words_compiler.cpp makes of lexicon/pages/page_words.tsv.
#pragma once

#include <span>
#include <string_view>

namespace onrecord::formats::data {

struct PageWord {
  std::string_view kind, form;
};

std::span<const PageWord> page_words();  // sorted by kind and form

}  // namespace onrecord::formats::data
