#include "formats/page_title.h"

#include <doctest/doctest.h>

#include "formats/wording.h"

using namespace onrecord::formats;

namespace {

Ballot ballot_of(std::initializer_list<std::pair<const char*, double>> proposals) {
  Ballot ballot;
  for (const auto& [value, weight] : proposals) ballot.propose(bare(value), value, weight);
  return ballot;
}

}  // namespace

TEST_CASE("page title: it is cut at signs between blanks only") {
  CHECK(title_parts("버스 요금 오른다 < 사회 < 기사본문 - 가나일보") ==
        std::vector<std::string_view>{"버스 요금 오른다", "사회", "기사본문", "가나일보"});
  CHECK(title_parts("Twenty-one: a well-known number").size() == 1);
  CHECK(title_parts("").empty());
}

TEST_CASE("page title: a headline is told by what contains it, and is not the outlet") {
  CHECK(choose_headline(ballot_of({{"Harbour reopens", 1},
                                   {"Harbour reopens - The Post", 1.2},
                                   {"Subscribe now", 1.5}}),
                        "The Post") == "Harbour reopens");
  CHECK(choose_headline(ballot_of({{"가나일보", 5}, {"버스 요금 오른다 - 가나일보", 1}}),
                        "가나일보") == "버스 요금 오른다");
  CHECK(choose_headline(ballot_of({{"The Post", 5}}), "The Post") == std::nullopt);
}

TEST_CASE("page title: the outlet before a headline") {
  CHECK(outlet_before("Valley Echo: Village buys its pub", "Village buys its pub") ==
        "Valley Echo");
  CHECK(outlet_before("Village buys its pub", "Village buys its pub") == std::nullopt);
  CHECK(outlet_before(": - Village", "Village") == std::nullopt);
}

TEST_CASE("wording: signs, blanks and small letters do not matter, words do") {
  CHECK(bare("“버스 요금” 오른다!") == bare("버스요금 오른다"));
  CHECK(bare("IT’S HERE") == bare("It’s here"));
  CHECK(likeness("버스 요금 오른다", "버스 요금, 오른다") == 1);
  CHECK(likeness("버스 요금 오른다", "지하철 파업 끝났다") < 0.2);
  CHECK(likeness("", "") == 0);
}
