#include "ingest/families.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>

using namespace onrecord;
using namespace onrecord::ingest;
using store::Family;
using store::SaidWords;

namespace {

constexpr const char* kWords = "우리 지역의 오래된 숲을 앞으로도 끝까지 지켜야 한다";
constexpr const char* kPiece = "숲을 앞으로도 끝까지 지켜야 한다";

struct Place {
  const char* article;
  const char* words;
  std::vector<std::string> speakers = {"#1"};
  bool doubtful = false;
  bool in_body = true;
  const char* day = "2024-03-11";
};

std::vector<SaidWords> said(const std::vector<Place>& places) {
  std::vector<SaidWords> all;
  for (const Place& place : places) {
    SaidWords words;
    words.quotation_id = static_cast<std::int64_t>(all.size() + 1);
    words.uid = place.article;
    words.start = static_cast<std::uint32_t>(10 * all.size());
    words.words = place.words;
    words.speakers = place.speakers;
    words.doubtful = place.doubtful;
    words.in_body = place.in_body;
    words.day = place.day;
    all.push_back(words);
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const SaidWords& a, const SaidWords& b) { return a.uid < b.uid; });
  return all;
}

std::vector<Family> gather(const std::vector<Place>& places) {
  return gather_families(said(places));
}

std::set<std::int64_t> members(const Family& family) {
  return {family.variants.begin(), family.variants.end()};
}

}  // namespace

TEST_CASE("families: one utterance in three articles, whole and in part, is one family") {
  const auto found = gather({{"a", kPiece},
                             {"b", kWords},
                             {"c",
                              "우리 지역의 오래된 숲은 앞으로도 "
                              "끝까지 지켜야 합니다"}});
  REQUIRE(found.size() == 1);
  CHECK(members(found[0]) == std::set<std::int64_t>{1, 2, 3});
  CHECK(found[0].representative == 2);  // the longest; of two alike the first by reference
}

TEST_CASE("families: the words of two people are two utterances") {
  CHECK(gather({{"a", kWords}, {"b", kWords, {"#2"}}}).empty());
  CHECK(gather({{"a", kWords}, {"b", kWords, {"#1", "#2"}}}).empty());
  CHECK(gather({{"a", kWords}, {"b", kWords, {"한 관계자"}}}).empty());
}

TEST_CASE("families: opposite words of one person are two utterances") {
  CHECK(gather({{"a", "새로 낸 개정안에 전적으로 찬성한다"},
                {"b", "새로 낸 개정안에 전적으로 반대한다"}})
            .empty());
}

TEST_CASE("families: where nobody is named the words join the one speaker whose they are") {
  const auto found = gather({{"a", kWords}, {"b", kWords, {}, true}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].representative == 1);
  // Of two speakers neither: but two without a name may be one utterance.
  CHECK(gather({{"a", kWords}, {"b", kWords, {"#2"}}, {"c", kWords, {}, true}}).empty());
  CHECK(gather({{"a", kWords, {}, true}, {"b", kWords, {}, true}}).size() == 1);
}

TEST_CASE(
    "families: a doubtful guess gives way to the speaker named for certain, two guesses do not "
    "meet") {
  CHECK(gather({{"a", kWords}, {"b", kWords, {"#2"}, true}}).size() == 1);
  CHECK(gather({{"a", kWords, {"#1"}, true}, {"b", kWords, {"#2"}, true}}).empty());
  const auto through_nobody =
      gather({{"a", kWords, {}, true}, {"b", kWords, {"#2"}, true}, {"c", kWords, {"#3"}, true}});
  for (const Family& family : through_nobody) {
    const bool both = members(family).count(2) != 0 && members(family).count(3) != 0;
    CHECK_FALSE(both);
  }
}

TEST_CASE("families: short words are said again another week; long ones are quoted again") {
  const char* usual = "철저히 조사하겠다";
  CHECK(gather({{"a", usual}, {"b", usual}}).size() == 1);
  CHECK(gather({{"a", usual}, {"b", usual, {"#1"}, false, true, "2024-09-01"}}).empty());
  CHECK(gather({{"a", kWords}, {"b", kWords, {"#1"}, false, true, "2024-09-01"}}).size() == 1);
  CHECK(gather({{"a", "네"}, {"b", "네"}}).empty());
}

TEST_CASE("families: a headline joins its body, and the body stands for both") {
  const auto found =
      gather({{"a", "오래된 숲 앞으로도 끝까지 지켜야", {"#1"}, false, false}, {"a", kWords}});
  REQUIRE(found.size() == 1);
  CHECK(found[0].representative == 2);
}

TEST_CASE("families: the order of ids shows nowhere") {
  std::vector<Place> places;
  for (const char* article : {"a", "b", "c", "d"}) {
    for (const char* words : {kWords, kPiece, "추가 예산을 국회에 곧 정식으로 요청하겠다"}) {
      places.push_back({article, words, {article[0] < 'c' ? "#1" : "#2"}, article[0] == 'd'});
      places.push_back({article, words, {}, true});
    }
  }
  const std::vector<SaidWords> all = said(places);
  // A family by the places of its members, which are the same whatever their ids.
  const auto print = [](const std::vector<SaidWords>& some) {
    std::vector<std::vector<std::size_t>> out;
    for (const Family& family : gather_families(some)) {
      std::vector<std::size_t> at;
      for (const std::int64_t id : family.variants) {
        at.push_back(static_cast<std::size_t>(
            std::find_if(some.begin(), some.end(),
                         [&](const SaidWords& s) { return s.quotation_id == id; }) -
            some.begin()));
      }
      out.push_back(at);
    }
    return out;
  };
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    std::vector<SaidWords> other = all;
    std::vector<std::int64_t> ids;
    for (std::size_t i = 0; i < other.size(); ++i)
      ids.push_back(static_cast<std::int64_t>(i + 100));
    std::shuffle(ids.begin(), ids.end(), random);
    for (std::size_t i = 0; i < other.size(); ++i) other[i].quotation_id = ids[i];
    CHECK(print(other) == print(all));
  }
}
