#include "formats/ballot.h"

#include <doctest/doctest.h>

using namespace onrecord::formats;

TEST_CASE("ballot: those that agree outweigh a heavier one alone") {
  Ballot ballot;
  ballot.propose("a", "A", 3);
  ballot.propose("b", "B, exactly", 2);
  ballot.propose("b", "b", 1.5);
  CHECK(ballot.winner() == "B, exactly");
}

TEST_CASE("ballot: of a tie the first wins, and nothing of nothing") {
  Ballot ballot;
  CHECK(ballot.winner() == std::nullopt);
  ballot.propose("", "no key", 9);
  ballot.propose("a", "A", 1);
  ballot.propose("b", "B", 1);
  CHECK(ballot.winner() == "A");
}
