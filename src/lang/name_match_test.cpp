#include "lang/name_match.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "lang/hangul.h"
#include "lang/lexicon.h"
#include "lang/sound_words.h"

using namespace onrecord::lang;

namespace {

double score(const char* a, const char* b) {
  return name_similarity(a, b);
}

std::string first(const char* query, const std::vector<std::string>& candidates) {
  return match_name(query, candidates, 1).front().candidate;
}

// tests/names/pairs.tsv: English name -> Korean spellings.
std::map<std::string, std::vector<std::string>> read_pairs() {
  std::ifstream in(ONRECORD_SOURCE_DIR "/tests/names/pairs.tsv");
  std::map<std::string, std::vector<std::string>> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    std::istringstream spellings(line.substr(tab + 1));
    for (std::string one; std::getline(spellings, one, ',');)
      out[line.substr(0, tab)].push_back(one);
  }
  return out;
}

// A thousand Korean names, the same every time: each likely surname with syllables of given names.
std::vector<std::string> korean_names() {
  std::vector<std::string_view> syllables;
  for (const TableRow& row : table("name_syllables")) {
    for (std::string_view s : characters(row.cells[1])) syllables.push_back(s);
  }
  std::vector<std::string> out;
  std::size_t at = 0;
  for (const char* surname : {"김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"}) {
    for (int i = 0; i < 100; ++i) {
      std::string name = surname;
      for (int k = 0; k < 2; ++k) name += syllables[(at += 137) % syllables.size()];
      out.push_back(name);
    }
  }
  return out;
}

struct Measure {
  double recall_at_1 = 0, recall_at_5 = 0, accepted = 0, false_a_query = 0;
};

bool shares_a_word(const std::string& candidate, const std::vector<std::string>& right) {
  const auto words = name_words(candidate, Hyphens::Dropped);
  return std::any_of(right.begin(), right.end(), [&](const std::string& one) {
    const auto others = name_words(one, Hyphens::Dropped);
    return std::find_first_of(words.begin(), words.end(), others.begin(), others.end()) !=
           words.end();
  });
}

template <class Match>
Measure measure(Match&& match) {
  const auto pairs = read_pairs();
  std::set<std::string> candidates;
  for (const auto& [name, right] : pairs) candidates.insert(right.begin(), right.end());
  for (const std::string& name : korean_names()) candidates.insert(name);
  const NameIndex index({candidates.begin(), candidates.end()});
  Measure sum;
  double spellings = 0;
  for (const auto& [query, right] : pairs) {
    const std::vector<NameMatch> found = match(index, query, candidates);
    for (const std::string& one : right) {
      ++spellings;
      int place = 0;
      for (const NameMatch& m : found) {
        if (m.candidate == one) {
          sum.recall_at_1 += place < 1;
          sum.recall_at_5 += place < 5;
          sum.accepted += m.score >= kMatchThreshold;
          break;
        }
        place += std::count(right.begin(), right.end(), m.candidate) == 0;
      }
    }
    for (const NameMatch& m : found) {
      sum.false_a_query += m.score >= kMatchThreshold && !shares_a_word(m.candidate, right);
    }
  }
  return {sum.recall_at_1 / spellings, sum.recall_at_5 / spellings, sum.accepted / spellings,
          sum.false_a_query / static_cast<double>(pairs.size())};
}

std::string print(const Measure& m) {
  std::ostringstream out;
  out << "recall@1 " << m.recall_at_1 << ", @5 " << m.recall_at_5 << ", accepted " << m.accepted
      << ", false a query " << m.false_a_query;
  return out.str();
}

// The same consonants in the same order, or nothing.
std::vector<NameMatch> naive(const NameIndex&, const std::string& query,
                             const std::set<std::string>& candidates) {
  static std::map<std::string, std::vector<std::string>> by_skeleton = [&] {
    std::map<std::string, std::vector<std::string>> out;
    for (const std::string& one : candidates) out[sound_skeleton(one)].push_back(one);
    return out;
  }();
  std::vector<NameMatch> out;
  for (const std::string& one : by_skeleton[sound_skeleton(query)]) out.push_back({one, 1});
  return out;
}

}  // namespace

TEST_CASE("names: spellings of one name in Hangul are alike") {
  CHECK(score("알트만", "알트먼") > 0.9);
  CHECK(score("알트만", "올트먼") > 0.85);
  CHECK(score("샘 알트만", "샘 올트먼") > 0.85);
  CHECK(score("저커버그", "주커버그") > 0.9);
  CHECK(score("모건 스탠리", "모건스탠리") > 0.95);
}

TEST_CASE("names: one other syllable is another Korean person") {
  CHECK(score("이재명", "이재영") < kMatchThreshold);
  CHECK(score("김민수", "김민서") < kMatchThreshold);
  CHECK(score("류현진", "유현진") > 0.9);
  CHECK(score("김민수", "김민수") == 1.0);
}

TEST_CASE("names: romanised Korean names find their Hangul, in either order") {
  CHECK(score("Kim Min-su", "김민수") > 0.95);
  CHECK(score("Min-su Kim", "김민수") > 0.95);
  CHECK(score("KIM Minsu", "김민수") > 0.9);
  CHECK(score("김민수", "Kim Min-su") > 0.95);
  CHECK(first("Kim Min-su", {"김민서", "김만수", "김민수", "이민수"}) == "김민수");
  CHECK(score("Namgung Min", "남궁민") > 0.9);
}

TEST_CASE("names: initials, middle names and other orders of words") {
  CHECK(score("S. Altman", "샘 올트먼") >= kMatchThreshold);
  CHECK(score("T. Altman", "샘 올트먼") < kMatchThreshold);
  CHECK(score("Kim M. S.", "김민수") >= kMatchThreshold);
  CHECK(score("Donald John Trump", "도널드 트럼프") >= 0.9);
  CHECK(score("Shinzo Abe", "아베 신조") >= 0.9);
  CHECK(score("Jean-Luc Godard", "장뤼크 고다르") >= kMatchThreshold);
}

TEST_CASE("names: a last name finds the full name, a mere Korean surname nobody in particular") {
  CHECK(score("Altman", "샘 올트먼") >= 0.85);
  CHECK(score("Lee", "이재명") < kMatchThreshold);
  CHECK(score("Lee", "이재명") > 0.5);
  CHECK(score("尹", "윤석열") == score("윤", "윤석열"));
}

TEST_CASE("names: curated pairs need not sound alike") {
  CHECK(score("Pfizer", "화이자") > 0.95);
  CHECK(score("화이자", "Pfizer") > 0.95);
  CHECK(score("Greta Thunberg", "그레타 툰베리") > 0.95);
  CHECK(score("Jack Ma", "마윈") > 0.95);
}

TEST_CASE("names: a candidate far behind the best stays below the threshold") {
  const auto found = match_name("Lenin", {"레닌", "로닌", "머스크"}, 3);
  REQUIRE(found.size() == 3);
  CHECK(found[0].candidate == "레닌");
  CHECK(found[1].score < kMatchThreshold);
  CHECK(name_similarity("Lenin", "로닌") > kMatchThreshold);
}

TEST_CASE("names: there are as many answers as asked for, whatever the query") {
  CHECK(match_name("!!!", {"김민수", "이재명"}).size() == 2);
  CHECK(match_name("", {"김민수"}).size() == 1);
  CHECK(match_name("Altman", {}).empty());
  CHECK(match_name("Qxqzw", {"가", "나", "다", "라", "마", "바"}, 5).size() >= 5);
}

TEST_CASE("names: an index says what single comparisons say") {
  const std::vector<std::string> names = {"샘 올트먼", "김민수", "Lee Jae-myung",
                                          "오픈AI",    "마크롱", "트럼프"};
  const NameIndex index(names);
  for (const char* query :
       {"Sam Altman", "Kim Minsoo", "이재명", "OpenAI", "Macron", "도널드 트럼프"}) {
    const auto scores = index.similarities(query, 0);
    for (std::size_t i = 0; i < names.size(); ++i)
      CHECK(scores[i] == name_similarity(query, names[i]));
  }
}

TEST_CASE("names: three hundred pairs of our own stay above their floors") {
  const Measure naive_found = measure(naive);
  const Measure found = measure([](const NameIndex& index, const std::string& query,
                                   const std::set<std::string>&) { return index.match(query); });
  MESSAGE("equal consonants: ", print(naive_found));
  MESSAGE("match:            ", print(found));
  CHECK(found.recall_at_1 >= 0.96);
  CHECK(found.recall_at_5 >= 0.98);
  CHECK(found.accepted >= 0.97);
  CHECK(found.false_a_query <= 0.08);
  CHECK(found.recall_at_1 > naive_found.recall_at_1);
}
