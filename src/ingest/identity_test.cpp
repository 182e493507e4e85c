#include "ingest/identity.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace onrecord;
using onrecord::ingest::cluster_identities;
using store::Identity;
using store::NamedChain;

namespace {

struct Said {
  std::string name;
  std::vector<std::string> titles, affiliations;
  std::string latin;
  EntityKind kind = EntityKind::Person;
  bool unnamed = false;
};

std::vector<NamedChain> chains(const std::vector<Said>& said) {
  std::vector<NamedChain> out;
  for (const Said& one : said) {
    NamedChain chain;
    chain.article_id = static_cast<std::int64_t>(out.size()) + 1;
    chain.kind = one.kind;
    chain.name = one.name;
    chain.names = {one.name};
    chain.titles = one.titles;
    chain.affiliations = one.affiliations;
    chain.latin = one.latin;
    chain.unnamed = one.unnamed;
    out.push_back(chain);
  }
  return out;
}

// "name: other names" of each identity, sorted; the number of chains in front.
std::vector<std::string> read(const std::vector<Identity>& identities) {
  std::vector<std::string> out;
  for (const Identity& one : identities) {
    std::string line = std::to_string(one.members.size()) + " " + one.name + ":";
    for (const auto& alias : one.aliases) {
      if (alias.name != one.name) line += " " + alias.name + "(" + alias.origin + ")";
    }
    out.push_back(line);
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> told_apart(const std::vector<Said>& said) {
  return read(cluster_identities(chains(said)));
}

using Lines = std::vector<std::string>;

const std::vector<Said> kMixed = {
    {"샘 올트먼", {"CEO"}, {"오픈AI"}, "Sam Altman"},
    {"샘 알트만", {"대표"}, {"오픈AI"}},
    {"샘 알트먼", {}, {"오픈AI"}},
    {"Sam Altman", {"CEO"}, {"OpenAI"}},
    {"올트먼", {"CEO"}, {"오픈AI"}},
    {"김민수", {"검사"}, {}},
    {"김민수", {"공격수"}, {}},
    {"김민수", {"공격수"}, {"대한축구협회"}},
    {"김민수", {}, {}},
    {"류현진", {"투수"}, {"한화"}},
    {"유현진", {"투수"}, {"한화"}},
    {"업계 관계자", {}, {}, "", EntityKind::Person, true},
    {"유럽연합", {}, {}, "EU", EntityKind::Organization},
    {"EU", {}, {}, "", EntityKind::Organization},
    {"한국은행", {}, {}, "", EntityKind::Organization},
    {"한국은행", {}, {}, "", EntityKind::Organization},
};

}  // namespace

TEST_CASE("identity: three spellings and the Latin form of one name are one person") {
  const auto found = told_apart({{"샘 알트만", {"대표"}, {"오픈AI"}},
                                 {"샘 알트만", {}, {"오픈AI"}},
                                 {"샘 올트먼", {}, {"오픈AI"}, "Sam Altman"},
                                 {"샘 알트먼", {"CEO"}, {"오픈AI"}},
                                 {"Sam Altman", {"CEO"}, {"OpenAI"}}});
  CHECK(found == Lines{"5 샘 알트만: Sam Altman(latin) 샘 알트먼(sound) 샘 올트먼(latin)"});
}

TEST_CASE("identity: never by sound alone") {
  CHECK(told_apart({{"샘 알트만", {"대표"}, {"오픈AI"}}, {"샘 올트먼", {"배우"}, {"청룡영화상"}}})
            .size() == 2);
  CHECK(told_apart({{"샘 알트만", {}, {}}, {"샘 올트먼", {}, {}}}).size() == 2);
}

TEST_CASE("identity: a title alone joins only names that sound all but the same") {
  CHECK(told_apart({{"블라디미르 푸틴", {"대통령"}, {}}, {"블라디미르 뿌틴", {"대통령"}, {}}})
            .size() == 1);
  CHECK(told_apart({{"레흐 카친스키", {"대통령"}, {}}, {"레이 코친스카", {"대통령"}, {}}}).size() ==
        2);
}

TEST_CASE("identity: homonyms stay two, by title and organisation") {
  CHECK(told_apart({{"김민수", {"검사"}, {}}, {"김민수", {"공격수"}, {}}}).size() == 2);
  CHECK(told_apart({{"김민수", {"팀장"}, {"서울시"}}, {"김민수", {"부장"}, {"롯데"}}}).size() == 2);
  CHECK(told_apart({{"김민수", {"팀장"}, {"서울시"}}, {"김민수", {"부장"}, {"서울시"}}}).size() ==
        1);
}

TEST_CASE("identity: what goes together in one life does not part a name") {
  CHECK(told_apart({{"한덕수", {"장관"}, {}}, {"한덕수", {"의원"}, {}}}).size() == 1);
  CHECK(told_apart({{"한덕수", {"전 총리"}, {}}, {"한덕수", {"총리"}, {}}}).size() == 1);
}

TEST_CASE("identity: a chain that says nothing goes to the namesake with most chains") {
  const auto found = told_apart({{"김민수", {"검사"}, {}},
                                 {"김민수", {"공격수"}, {}},
                                 {"김민수", {"공격수"}, {"토트넘"}},
                                 {"김민수", {}, {}}});
  CHECK(found == Lines{"1 김민수:", "3 김민수:"});
}

TEST_CASE("identity: Korean names of one Latin form are different people") {
  CHECK(told_apart({{"이준석", {"대표"}, {"개혁신당"}, "Lee Jun-seok"},
                    {"이준숙", {"대표"}, {"개혁신당"}, "Lee Jun-seok"}})
            .size() == 2);
  CHECK(told_apart({{"이재명", {"대표"}, {"민주당"}}, {"이재영", {"대표"}, {"민주당"}}}).size() ==
        2);
}

TEST_CASE("identity: a role in English is the same role in Korean") {
  CHECK(told_apart({{"윤석열", {"대통령"}, {}}, {"Yoon Suk Yeol", {"President"}, {}}}) ==
        Lines{"2 윤석열: Yoon Suk Yeol(sound)"});
  CHECK(told_apart({{"윤석열", {"감독"}, {}}, {"Yoon Suk Yeol", {"President"}, {}}}).size() == 2);
}

TEST_CASE("identity: a Latin name that may be two Korean people joins neither") {
  CHECK(told_apart(
            {{"이준석", {"의원"}, {}}, {"이준숙", {"의원"}, {}}, {"Lee Jun-suk", {"lawmaker"}, {}}})
            .size() == 3);
  CHECK(told_apart({{"이준석", {"의원"}, {}}, {"Lee Jun-suk", {"lawmaker"}, {}}}).size() == 1);
}

TEST_CASE("identity: a bare surname is nobody's name beyond its article") {
  auto given = chains({{"이재명", {"대표"}, {}}});
  given[0].names = {"이재명", "이"};
  CHECK(read(cluster_identities(given)) == Lines{"1 이재명:"});
}

TEST_CASE("identity: two spellings of a surname are one person where the organisation agrees") {
  CHECK(told_apart({{"류현진", {"투수"}, {"한화"}}, {"유현진", {"투수"}, {"한화"}}}).size() == 1);
  CHECK(told_apart({{"류현진", {"투수"}, {"한화"}}, {"유현진", {"교수"}, {"연세대"}}}).size() == 2);
}

TEST_CASE("identity: a short name joins the one full name that it can mean") {
  const auto found = told_apart(
      {{"샘 알트만", {"CEO"}, {"오픈AI"}}, {"알트만", {"CEO"}, {}}, {"올트먼", {}, {"오픈AI"}}});
  CHECK(found == Lines{"3 샘 알트만: 알트만(article) 올트먼(sound)"});
}

TEST_CASE("identity: a short name that may be two people, or has no evidence, stays by itself") {
  CHECK(told_apart(
            {{"조지 부시", {"대통령"}, {}}, {"젭 부시", {"대통령"}, {}}, {"부시", {"대통령"}, {}}})
            .size() == 3);
  CHECK(told_apart({{"샘 알트만", {"CEO"}, {"오픈AI"}}, {"알트만", {}, {}}}).size() == 2);
  CHECK(told_apart({{"샘 알트만", {"CEO"}, {"오픈AI"}}, {"올트먼", {"CEO"}, {}}}).size() == 2);
}

TEST_CASE("identity: curated names need no likeness in sound") {
  const auto found =
      told_apart({{"모택동", {}, {}}, {"마오쩌둥", {"주석"}, {}}, {"마오쩌둥", {}, {}}});
  CHECK(found == Lines{"3 마오쩌둥: 모택동(curated)"});
}

TEST_CASE("identity: organisations join by mined and curated names, never by sound") {
  const auto org = EntityKind::Organization;
  CHECK(told_apart({{"유럽연합", {}, {}, "EU", org}, {"EU", {}, {}, "", org}}).size() == 1);
  CHECK(told_apart({{"현대차", {}, {}, "", org}, {"현대자동차", {}, {}, "", org}}).size() == 1);
  CHECK(told_apart({{"앤트로픽", {}, {}, "", org}, {"앤스로픽", {}, {}, "", org}}).size() == 2);
  // One abbreviation of two organisations tells nothing.
  CHECK(told_apart({{"한국전력", {}, {}, "KE", org}, {"한국에너지", {}, {}, "KE", org}}).size() ==
        2);
}

TEST_CASE("identity: a role without a name meets only itself, a name of another kind nobody") {
  CHECK(told_apart({{"업계 관계자", {}, {}, "", EntityKind::Person, true},
                    {"업계 관계자", {}, {}, "", EntityKind::Person, true},
                    {"업계 관계자", {}, {}}})
            .size() == 2);
  CHECK(told_apart({{"한강", {}, {}}, {"한강", {}, {}, "", EntityKind::Place}}).size() == 2);
}

TEST_CASE("identity: the canonical name is Hangul, full and frequent, then first by bytes") {
  CHECK(told_apart({{"Elon Musk", {}, {"테슬라"}},
                    {"Elon Musk", {}, {"테슬라"}},
                    {"일론 머스크", {}, {"테슬라"}, "Elon Musk"}}) ==
        Lines{"3 일론 머스크: Elon Musk(latin)"});
  CHECK(told_apart({{"엘론 머스크", {}, {"테슬라"}}, {"일론 머스크", {}, {"테슬라"}}})[0].substr(
            2, 16) == "엘론 머스크");
}

TEST_CASE("identity: the order of chains and the numbers of articles do not matter") {
  auto given = chains(kMixed);
  const auto expected = read(cluster_identities(given));
  CHECK(expected.size() == 7);
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(given.begin(), given.end(), random);
    for (std::size_t i = 0; i < given.size(); ++i)
      given[i].article_id = static_cast<std::int64_t>(1000 - i);
    REQUIRE(read(cluster_identities(given)) == expected);
  }
}

TEST_CASE("identity: every chain belongs to exactly one identity") {
  const auto given = chains(kMixed);
  std::multiset<std::int64_t> seen;
  for (const Identity& one : cluster_identities(given)) {
    for (const auto& member : one.members) seen.insert(member.article_id);
  }
  CHECK(seen.size() == given.size());
  CHECK(std::set<std::int64_t>(seen.begin(), seen.end()).size() == given.size());
}

// Run by hand, on a release build: test_ingest -ns -tc='*million*'
TEST_CASE("identity: a million chains take a minute of processor time at most" * doctest::skip()) {
  const std::vector<std::string> surnames = {"김", "이", "박", "최", "정",
                                             "강", "조", "윤", "장", "임"};
  const std::string syllables =
      "가경광규기남대덕도동명문민병상서석선성수승시영용우원윤은인재정종주준지진창철태현형호훈희";
  const std::string foreign =
      "가나다라마바사자카타파하거너더러머버서저커터퍼허고노도로모보소조코토포호";
  std::mt19937 random(1);
  const auto one_of = [&](const std::string& from) {
    return from.substr(3 * (random() % (from.size() / 3)), 3);
  };
  const std::vector<std::string> titles = {"의원", "장관", "교수",   "대표", "감독",
                                           "선수", "검사", "변호사", "기자", "배우"};
  std::vector<Said> said;
  for (int i = 0; i < 1000000; ++i) {
    std::string name = surnames[random() % 10] + one_of(syllables) + one_of(syllables);
    if (i % 5 == 0)
      name = one_of(foreign) + one_of(foreign) + " " + one_of(foreign) + one_of(foreign);
    Said one{name, {}, {}, "", EntityKind::Person, false};
    if (random() % 2 == 0) one.titles = {titles[random() % 10]};
    if (random() % 2 == 0) one.affiliations = {"기관" + std::to_string(random() % 5000)};
    said.push_back(one);
  }
  const auto given = chains(said);
  const std::clock_t start = std::clock();
  const std::size_t entities = cluster_identities(given).size();
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  MESSAGE(entities, " entities in ", seconds, " s of processor time");
  CHECK(seconds < 60);
}
