// Who is who among generated mentions: how many are merged wrongly, how many variants are found,
// and what twice as many cost.
//
//   bench_identities [MENTIONS] [DOUBLINGS]     (10000 and 2; --quick: 2500 and 2)
//
// 500 people: Koreans in Hangul and in two romanisations, foreigners in two spellings of Hangul, in
// Latin letters, sometimes with the one behind the other, and by surname and title; one Korean in
// ten shares the name with somebody of another field. Of the mentions one in ten says nothing but
// the name, one in twenty names another organisation. Names are put together from syllables;
// nobody in it is anybody. Ends with 1 where a floor is missed.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "ingest/identity.h"

using namespace onrecord;

namespace {

constexpr std::size_t kPeople = 500;
// Floors of what is reached; the goal is 0.5 % and 95 % (docs/benchmarks.md).
constexpr double kMostWrong = 0.03;
constexpr double kLeastFound = 0.88;
constexpr double kMostGrowth = 2.8;  // of the time, where the mentions double

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

struct Office {
  const char* korean;
  const char* english;
};
constexpr Office kOffices[] = {{"장관", "minister"},   {"교수", "professor"},  {"대표", "CEO"},
                               {"의원", "lawmaker"},   {"감독", "coach"},      {"시장", "mayor"},
                               {"위원장", "chairman"}, {"대통령", "president"}};

struct Unit {  // of a foreign name: Latin, Hangul, another Hangul of the same sound
  const char *latin, *hangul, *other;
};
constexpr Unit kFirst[] = {
    {"Mar", "마르", "마르"}, {"Al", "알", "알"},      {"Ste", "스테", "스테"},  {"Be", "베", "베"},
    {"Lo", "로", "로"},      {"Ka", "카", "카"},      {"Dani", "다니", "대니"}, {"Pe", "페", "페"},
    {"Jo", "조", "조"},      {"Ro", "로", "로"},      {"Vi", "비", "비"},       {"Ni", "니", "니"},
    {"Tho", "토", "토"},     {"Gre", "그레", "그레"}, {"Hel", "헬", "헬"}};
constexpr Unit kMiddle[] = {{"co", "코", "코"}, {"bert", "버트", "베르트"}, {"fan", "판", "판"},
                            {"na", "나", "나"}, {"ren", "렌", "렌"},        {"rin", "린", "린"},
                            {"el", "엘", "엘"}, {"ter", "터", "테르"},      {"mas", "마스", "마스"},
                            {"ga", "가", "가"}, {"vin", "빈", "빈"},        {"na", "나", "나"}};
constexpr Unit kLast[] = {
    {"Bel", "벨", "벨"},          {"Alt", "알트", "알트"},  {"Gold", "골드", "골드"},
    {"Stei", "스타이", "슈타이"}, {"Kovi", "코비", "코비"}, {"Ander", "앤더", "안더"},
    {"Lind", "린드", "린드"},     {"Ro", "로", "로"},       {"Ha", "하", "하"},
    {"Pet", "페트", "페트"},      {"Mol", "몰", "몰"},      {"Wal", "월", "발"},
    {"Fer", "페르", "퍼"},        {"Du", "뒤", "듀"},       {"Tor", "토르", "토어"}};
constexpr Unit kEnd[] = {{"man", "만", "먼"},
                         {"son", "손", "슨"},
                         {"berg", "버그", "베르크"},
                         {"lini", "리니", "리니"},
                         {"ner", "너", "네르"},
                         {"ski", "스키", "스키"},
                         {"quist", "퀴스트", "크비스트"},
                         {"ton", "턴", "톤"},
                         {"nandez", "난데스", "난데즈"},
                         {"mont", "몽", "몬트"}};

constexpr const char* kSurnames[][2] = {
    {"김", "Kim"}, {"이", "Lee"},  {"박", "Park"}, {"최", "Choi"}, {"정", "Jung"}, {"강", "Kang"},
    {"조", "Cho"}, {"윤", "Yoon"}, {"장", "Jang"}, {"임", "Lim"},  {"한", "Han"},  {"오", "Oh"}};
constexpr const char* kGiven[][2] = {
    {"하", "ha"},    {"늘", "neul"},  {"도", "do"},   {"윤", "yun"},  {"서", "seo"},
    {"연", "yeon"},  {"민", "min"},   {"재", "jae"},  {"지", "ji"},   {"우", "woo"},
    {"예", "ye"},    {"린", "rin"},   {"현", "hyun"}, {"수", "su"},   {"아", "ah"},
    {"준", "jun"},   {"영", "young"}, {"호", "ho"},   {"성", "sung"}, {"진", "jin"},
    {"경", "kyung"}, {"태", "tae"},   {"원", "won"},  {"석", "seok"}};

struct Name {
  std::string text;
  bool is_english = false;  // stands in an English article
  bool is_short = false;    // by surname and title
};

struct Person {
  std::vector<Name> names;
  std::string latin;  // behind the Hangul name, of foreigners
  Office office{};
  std::string body;
};

class Generator {
  template <class Range>
  const auto& one_of(const Range& range) {
    return std::begin(range)[static_cast<std::ptrdiff_t>(random_() % std::size(range))];
  }

 public:
  explicit Generator(unsigned seed) : random_(seed) {
    while (people_.size() < kPeople * 3 / 5) add_korean();
    while (people_.size() < kPeople) add_foreign();
    weights_.reserve(kPeople);
    for (std::size_t i = 0; i < kPeople; ++i)
      weights_.push_back(1.0 / static_cast<double>(1 + i % 100));  // few are named often
  }

  // The mention's person and the spelling that it has.
  struct Mention {
    std::size_t person = 0;
    std::string spelling;
  };

  std::vector<store::NamedChain> chains(std::size_t count, std::vector<Mention>& truth) {
    std::discrete_distribution<std::size_t> whom(weights_.begin(), weights_.end());
    std::vector<store::NamedChain> out;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t number = i < kPeople ? i : whom(random_);  // everybody at least once
      const Person& person = people_[number];
      const Name& name = i < kPeople ? person.names.front() : one_of(person.names);
      out.push_back(chain(person, name, static_cast<std::int64_t>(i) + 1));
      truth.push_back({number, name.text});
    }
    return out;
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }

  void settle(Person& person) {
    person.office = one_of(kOffices);
    person.body = "기관" + std::to_string(random_() % 150);
  }

  void add_korean() {
    const auto& surname = one_of(kSurnames);
    const auto& first = one_of(kGiven);
    const auto& second = one_of(kGiven);
    const std::string hangul = std::string(surname[0]) + first[0] + second[0];
    if (!taken_.insert(hangul).second) return;
    std::string given = std::string(first[1]) + "-" + second[1];
    given[0] = static_cast<char>(given[0] - 32);
    Person person;
    person.names = {{hangul},
                    {hangul},
                    {std::string(surname[1]) + " " + given, true},
                    {given + " " + surname[1], true}};
    settle(person);
    people_.push_back(person);
    if (people_.size() % 10 != 0 || field_of(person) == 0) return;
    Person other;  // of the same name, in another field and body
    other.names = {{hangul}, {hangul}};
    do settle(other);
    while (!is_other_field(person, other));
    people_.push_back(other);
  }

  // A minister and a coach are told apart; a CEO (0) may be anything else, too.
  static int field_of(const Person& person) {
    const std::string title = person.office.korean;
    if (title == "교수") return 1;
    if (title == "감독") return 2;
    return title == "대표" || title == "위원장" ? 0 : 3;
  }
  static bool is_other_field(const Person& a, const Person& b) {
    return a.body != b.body && field_of(b) != 0 && field_of(a) != field_of(b);
  }

  void add_foreign() {
    const Unit& first = one_of(kFirst);
    const Unit& middle = one_of(kMiddle);
    const Unit& last = one_of(kLast);
    const Unit& end = one_of(kEnd);
    const auto join = [&](auto part) {
      return std::string(first.*part) + middle.*part + " " + last.*part + end.*part;
    };
    Person person;
    person.latin = join(&Unit::latin);
    if (!taken_.insert(person.latin).second) return;
    const std::string usual = join(&Unit::hangul), other = join(&Unit::other);
    person.names = {{usual},
                    {usual},
                    {other},
                    {person.latin, true},
                    {usual.substr(usual.find(' ') + 1), false, true}};
    settle(person);
    people_.push_back(person);
  }

  store::NamedChain chain(const Person& person, const Name& name, std::int64_t article) {
    store::NamedChain chain;
    chain.article_id = article;
    chain.name = name.text;
    chain.names = {name.text};
    const bool bare = chance(10) && !name.is_short;
    if (!bare) {
      if (!chance(15))
        chain.titles = {name.is_english ? person.office.english : person.office.korean};
      if (!chance(15)) chain.affiliations = {person.body};
      if (chance(5)) chain.affiliations = {"기관" + std::to_string(random_() % 150)};
    }
    if (!name.is_english && !name.is_short && chance(20)) chain.latin = person.latin;
    return chain;
  }

  std::mt19937 random_;
  std::vector<Person> people_;
  std::vector<double> weights_;
  std::set<std::string> taken_;
};

struct Figures {
  std::size_t mentions = 0, entities = 0, wrong = 0, variants = 0, found = 0;
  double seconds = 0;
};

// A mention is merged wrongly where its entity is mostly somebody else; a variant is found where
// most of its mentions stand in the entity that has most of its person's.
Figures judge(const std::vector<store::Identity>& identities,
              const std::vector<Generator::Mention>& truth) {
  Figures out;
  out.mentions = truth.size();
  out.entities = identities.size();
  std::map<std::size_t, std::map<std::size_t, std::size_t>> of_person;
  std::map<std::pair<std::size_t, std::string>, std::map<std::size_t, std::size_t>> of_variant;
  for (std::size_t entity = 0; entity < identities.size(); ++entity) {
    std::map<std::size_t, std::size_t> people;
    for (const auto& member : identities[entity].members) {
      const auto& mention = truth[static_cast<std::size_t>(member.article_id) - 1];
      ++people[mention.person];
      ++of_person[mention.person][entity];
      ++of_variant[{mention.person, mention.spelling}][entity];
    }
    std::size_t most = 0;
    for (const auto& [person, count] : people) most = std::max(most, count);
    out.wrong += identities[entity].members.size() - most;
  }
  const auto main_of = [](const std::map<std::size_t, std::size_t>& counts) {
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  };
  for (const auto& [variant, counts] : of_variant) {
    ++out.variants;
    out.found += main_of(counts) == main_of(of_person[variant.first]);
  }
  return out;
}

Figures measure(std::size_t mentions) {
  Generator generator(20240311);
  std::vector<Generator::Mention> truth;
  const auto chains = generator.chains(mentions, truth);
  double best = 0;
  std::vector<store::Identity> identities;
  for (int round = 0; round < 3; ++round) {
    const double start = processor_seconds();
    identities = ingest::cluster_identities(chains);
    const double seconds = processor_seconds() - start;
    if (round == 0 || seconds < best) best = seconds;
  }
  Figures figures = judge(identities, truth);
  figures.seconds = best;
  return figures;
}

}  // namespace

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
  std::size_t mentions = quick ? 2500 : argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000;
  const int doublings = argc > 2 ? std::atoi(argv[2]) : 2;
  bool good = true;
  double before = 0;
  for (int i = 0; i <= doublings; ++i, mentions *= 2) {
    const Figures f = measure(mentions);
    const double wrong = static_cast<double>(f.wrong) / static_cast<double>(f.mentions);
    const double found = static_cast<double>(f.found) / static_cast<double>(f.variants);
    std::printf(
        "%zu mentions of %zu people: %zu entities, wrongly merged %.2f %%, variants found "
        "%zu of %zu (%.1f %%), %.3f s%s\n",
        f.mentions, kPeople, f.entities, 100 * wrong, f.found, f.variants, 100 * found, f.seconds,
        before > 0 && f.seconds > kMostGrowth * before + 0.05 ? ", not linear" : "");
    good = good && wrong <= kMostWrong && (quick || found >= kLeastFound) &&
           (before == 0 || f.seconds <= kMostGrowth * before + 0.05);
    before = f.seconds;
  }
  std::puts(good ? "within the floors" : "a floor is missed");
  return good ? 0 : 1;
}
