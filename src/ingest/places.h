// A place in an article as corrections write it: UID:START-END, code points. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace onrecord::ingest {

struct PlaceInArticle {
  std::string uid;
  CodepointSpan span;
};

// Nothing where it is none.
std::optional<PlaceInArticle> parse_place(std::string_view ref);

}  // namespace onrecord::ingest
