// References: UID or UID:START-END, code points. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/span.h"

namespace onrecord::query {

struct Reference {
  std::string uid;
  std::optional<CodepointSpan> place;
};

// Usage where it is no reference.
Result<Reference> parse_reference(std::string_view text);

}  // namespace onrecord::query
