#include "ingest/wording.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

using namespace onrecord::ingest;

namespace {

Likeness compare(const char* a, const char* b) {
  const Likeness there = likeness(plain_words(a), plain_words(b));
  CHECK(likeness(plain_words(b), plain_words(a)) == there);
  return there;
}

bool share_a_print(const char* a, const char* b) {
  const auto first = fingerprints(plain_words(a)), second = fingerprints(plain_words(b));
  return std::any_of(first.begin(), first.end(), [&](std::uint32_t print) {
    return std::find(second.begin(), second.end(), print) != second.end();
  });
}

constexpr const char* kForest = "우리 지역의 오래된 숲을 앞으로도 끝까지 지켜야 한다";

}  // namespace

TEST_CASE("wording: blanks, marks, case and polite endings do not matter") {
  CHECK(plain_words("숲을 지켜야 합니다.") == plain_words("숲을, 지켜야 한다"));
  CHECK(plain_words("다 했습니다") == plain_words("다 했다"));
  CHECK(plain_words("It’s 1,000 Trees!") == u"its 1000 trees");
  CHECK(compare("숲을 지켜 내야 한다", "숲을 지켜내야 한다") == Likeness::Equal);
}

TEST_CASE("wording: particles, a left-out word and the ending may differ") {
  CHECK(compare(kForest, "우리 지역의 오래된 숲은 앞으로도 끝까지 지켜야 합니다") ==
        Likeness::Alike);
  CHECK(compare(kForest, "우리 지역의 숲을 앞으로도 끝까지 지켜야") == Likeness::Alike);
  CHECK(compare("우리 지역의 오래된 숲을 끝까지 지켜야 한다",
                "우리 지역의 오래된 숲은 앞으로도 끝까지 지켜야 합니다") == Likeness::Alike);
  CHECK(compare("We will keep the old forest for all of our children",
                "we will keep the forest for all of our children") == Likeness::Alike);
}

TEST_CASE("wording: a piece is contained from word to word") {
  CHECK(compare(kForest, "숲을 앞으로도 끝까지 지켜야 한다") == Likeness::Contained);
  CHECK(compare(kForest, "지역의 오래된 숲을") == Likeness::None);  // too short to tell
}

TEST_CASE("wording: a word in place of another, a number or a negation makes two utterances") {
  CHECK(compare("새로 낸 개정안에 전적으로 찬성한다", "새로 낸 개정안에 전적으로 반대한다") ==
        Likeness::None);
  CHECK(compare(kForest, "우리 지역의 오래된 숲을 앞으로도 끝까지 지키지 않아야 한다") ==
        Likeness::None);
  CHECK(compare("올해 안에 나무를 삼만 그루 심고 예산을 300억 원 늘리겠다",
                "올해 안에 나무를 삼만 그루 심고 예산을 500억 원 늘리겠다") == Likeness::None);
  CHECK(compare("올해 안에 나무를 심고 관련 예산을 30억 원 늘리겠다",
                "올해 안에 나무를 심고 관련 예산을 300억 원 늘리겠다") == Likeness::None);
  CHECK(compare("내년부터 이 지역의 대중교통 요금을 올리겠다",
                "내년부터 이 지역의 대중교통 요금을 내리겠다") == Likeness::None);
  CHECK(compare("이번 합병은 현행 제도 아래에서 충분히 가능하다",
                "이번 합병은 현행 제도 아래에서 충분히 불가능하다") == Likeness::None);
  CHECK(compare("We will sign the agreement before the end of June",
                "We will not sign the agreement before the end of June") == Likeness::None);
  CHECK(compare("We will sign the agreement before the end of June",
                "We will sign the agreement before the end of July") == Likeness::None);
}

TEST_CASE("wording: a negation behind a piece turns it round") {
  CHECK(compare("제출된 원안에 전적으로 찬성한다는 말은",
                "제출된 원안에 전적으로 찬성한다는 말은 아니다") == Likeness::None);
}

TEST_CASE("wording: wordings of one utterance share a fingerprint") {
  CHECK(share_a_print(kForest, "우리 지역의 숲을 앞으로도 끝까지 지켜야"));
  CHECK(share_a_print(kForest, "숲을 앞으로도 끝까지 지켜야 한다"));
  CHECK(share_a_print("We will keep the old forest for all of our children",
                      "we will keep the forest for all of our children"));
  CHECK_FALSE(share_a_print(kForest, "추가 예산을 국회에 곧 요청하겠다"));
}

TEST_CASE("wording: whatever is compared ends soon") {
  const auto begin = std::chrono::steady_clock::now();
  std::string pieces, other;
  for (int i = 0; i < 20000; ++i) pieces += "가 나 ";
  for (int i = 0; i < 20000; ++i) other += "가나 ";
  compare(pieces.c_str(), (other + "다").c_str());
  compare("", "가");
  fingerprints(plain_words(pieces));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}
