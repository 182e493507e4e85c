// What a page says of its article to search engines: schema.org objects in JSON-LD.
//
// Input: the contents of <script type="application/ld+json">, valid UTF-8. Faulty JSON yields
// nothing. Values are as they stand there but for entities, which are resolved.
// Cost: linear; objects nested deeper than 32 are not looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onrecord::formats {

struct JsonLdArticle {
  std::optional<std::string> headline, publisher, published, modified, url, language, description,
      body;
  std::vector<std::string> authors;  // people alone where the page tells them from organisations
};

// Every object of a type that ends in "Article", "Posting" or "Report", in order.
std::vector<JsonLdArticle> read_json_ld(std::string_view script);

}  // namespace onrecord::formats
