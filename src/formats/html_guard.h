// Is it safe to hand this page to the parser? Some pages cost it time that grows with the square of
// their size: elements nested without end, and one element with attributes without end.
//
// A single pass over the tags, before parsing. It counts generously: what it refuses is far beyond
// any page, and what it lets pass is counted exactly afterwards (html_tree.h). Cost: linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace onrecord::formats {

inline constexpr std::size_t kDeepestNesting = 512;  // elements inside each other

std::optional<Error> refuse_hostile_markup(std::string_view page, const std::string& where);

Error too_deep(const std::string& where);
Error too_intricate(const std::string& where);

}  // namespace onrecord::formats
