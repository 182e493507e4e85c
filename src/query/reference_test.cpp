#include "query/reference.h"

#include <doctest/doctest.h>

namespace onrecord::query {

TEST_CASE("reference: a version, or a place in it") {
  const auto whole = parse_reference("3f2a00aa11bb22cc");
  REQUIRE(whole);
  CHECK_FALSE(whole.value().place);
  const auto place = parse_reference("3F2A00AA11BB22CC:120-168");
  REQUIRE(place);
  CHECK(place.value().uid == "3f2a00aa11bb22cc");
  CHECK(place.value().place == CodepointSpan{120, 168});
}

TEST_CASE("reference: anything else is wrong usage") {
  for (const char* text :
       {"", "12", "3f2a00aa11bb22cg", "3f2a00aa11bb22cc:", "3f2a00aa11bb22cc:5",
        "3f2a00aa11bb22cc:9-5", "3f2a00aa11bb22cc:-1-5", "3f2a00aa11bb22cc:1-99999999999"}) {
    CAPTURE(text);
    const auto reference = parse_reference(text);
    REQUIRE_FALSE(reference);
    CHECK(reference.error().kind == ErrorKind::Usage);
  }
}

}  // namespace onrecord::query
