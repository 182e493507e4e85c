// What does a part of a page call itself, and what does a line of it say? Lookups in
// lexicon/pages/page_words.tsv.
//
// Threads: the tables are built once and only read. Cost: linear in the name or line.
#pragma once

#include <cstdint>
#include <string_view>

namespace onrecord::formats {

// Bits; a name may say several things.
enum PageRole : std::uint32_t {
  kChrome = 1,
  kSide = 2,
  kArticle = 4,
  kLead = 8,
  kHeadline = 16,
  kByline = 32,
  kDateline = 64,
  kCaption = 128,
  kPullQuote = 256,
  kTalk = 512,  // what readers wrote; chrome that may be longer than the article
};

// Of the value of a class, id, role or itemprop: "post-nav navLinks" → kChrome.
std::uint32_t roles_of_name(std::string_view name);

// Whether a heading says that what follows is not the article: "관련기사", "Most read".
bool opens_chrome(std::string_view heading);

// Whether a line as a whole is no part of an article: "ⓒ 가나일보. 무단전재 및 재배포 금지".
bool is_chrome_line(std::string_view line);

}  // namespace onrecord::formats
