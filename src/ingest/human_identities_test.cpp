#include "ingest/human_identities.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "ingest/identity.h"

using namespace onrecord;
using namespace onrecord::ingest;
using store::Action;
using store::Identity;
using store::NamedChain;

namespace {

std::vector<NamedChain> chains(const std::vector<std::string>& names) {
  std::vector<NamedChain> out;
  for (const std::string& name : names) {
    NamedChain chain;
    chain.article_id = static_cast<std::int64_t>(out.size()) + 1;
    chain.name = name;
    chain.names = {name};
    out.push_back(chain);
  }
  return out;
}

IdentityWord word(Action action, const std::string& subject, const std::string& value) {
  IdentityWord out;
  out.said.action = action;
  out.said.kind = "person";
  out.said.subject = subject;
  out.said.value = value;
  return out;
}

struct Told {
  std::multiset<std::string> people;  // "김하늘 2": name and number of chains
  std::vector<Outcome> outcomes;
  std::vector<Identity> identities;
};

Told tell(const std::vector<NamedChain>& named, const std::vector<IdentityWord>& words,
          const std::vector<SpeakerAnchor>& anchors = {}) {
  Told told;
  told.identities = cluster_identities(named);
  told.outcomes = apply_identity_words(told.identities, named, anchors, words);
  for (const Identity& one : told.identities)
    told.people.insert(one.name + " " + std::to_string(one.members.size()));
  return told;
}

using People = std::multiset<std::string>;

}  // namespace

TEST_CASE("human identities: a merge makes one, called as the first is") {
  const auto told =
      tell(chains({"김하늘", "이도윤", "이도윤"}), {word(Action::Merge, "김하늘", "이도윤")});
  CHECK(told.people == People{"김하늘 3"});
  const auto& aliases = told.identities.front().aliases;
  CHECK(std::any_of(aliases.begin(), aliases.end(), [](const auto& alias) {
    return alias.name == "이도윤" && alias.origin == "human";
  }));
}

TEST_CASE("human identities: what is merged and split again is a contradiction, in either order") {
  const auto named = chains({"김하늘", "이도윤", "박서연"});
  const auto merge = word(Action::Merge, "김하늘", "이도윤");
  const auto split = word(Action::Split, "김하늘", "이도윤");
  auto told = tell(named, {merge, split});
  CHECK(told.outcomes[0].standing == Standing::Broken);
  CHECK(told.outcomes[1].standing == Standing::InForce);
  told = tell(named, {merge, word(Action::Merge, "박서연", "김하늘"),
                      word(Action::Split, "박서연", "이도윤")});
  CHECK(told.outcomes[0].standing == Standing::Broken);  // through a third
  CHECK(told.outcomes[1].standing == Standing::InForce);
}

TEST_CASE("human identities: a split goes by name and leaves both their names") {
  auto named = chains({"마르코 벨리니", "Marco Bellini", "마르코 벨리니"});
  named[0].latin = "Marco Bellini";
  CHECK(tell(named, {}).people == People{"마르코 벨리니 3"});
  const auto split = word(Action::Split, "마르코 벨리니", "Marco Bellini");
  const auto told = tell(named, {split});
  CHECK(told.people == People{"마르코 벨리니 2", "Marco Bellini 1"});
  const auto back = tell(named, {split, word(Action::Merge, "마르코 벨리니", "Marco Bellini")});
  CHECK(back.outcomes[0].standing == Standing::Broken);
  CHECK(tell(named, {word(Action::Split, "마르코 벨리니", "아무개")}).outcomes[0].standing ==
        Standing::Waiting);
}

TEST_CASE("human identities: of two of one name the mention says which") {
  auto named = chains({"박도현", "박도현"});
  named[0].titles = {"장관"};
  named[0].affiliations = {"해양수산부"};
  named[1].titles = {"감독"};
  named[1].affiliations = {"해솔FC"};
  CHECK(tell(named, {}).people == People{"박도현 1", "박도현 1"});
  auto rename = word(Action::Rename, "박도현", "박도현 감독");
  rename.subject_at = Identity::Member{2, 0};
  const auto told = tell(named, {rename});
  CHECK(told.people == People{"박도현 1", "박도현 감독 1"});
  const auto coach = std::find_if(told.identities.begin(), told.identities.end(),
                                  [](const Identity& one) { return one.name == "박도현 감독"; });
  CHECK(coach->members.front().article_id == 2);
  auto merge = word(Action::Merge, "박도현", "박도현");
  merge.subject_at = Identity::Member{1, 0};
  merge.value_at = Identity::Member{2, 0};
  CHECK(tell(named, {merge}).people == People{"박도현 2"});
}

TEST_CASE("human identities: a name that another bears is no new name") {
  const auto named = chains({"김하늘", "이도윤"});
  CHECK(tell(named, {word(Action::Rename, "김하늘", "이도윤")}).outcomes[0].conflict != "");
  CHECK(tell(named, {word(Action::Alias, "김하늘", "이도윤")}).outcomes[0].conflict != "");
  CHECK(tell(named, {word(Action::Rename, "김하늘", "김노을")}).outcomes[0].conflict == "");
}

TEST_CASE("human identities: an alias takes in who comes to be called so; a kind is set") {
  const auto alias = word(Action::Alias, "김하늘", "하늘이");
  CHECK(tell(chains({"김하늘"}), {alias}).people == People{"김하늘 1"});
  CHECK(tell(chains({"김하늘", "하늘이"}), {alias}).people == People{"김하늘 2"});
  const auto told = tell(chains({"김하늘"}), {word(Action::Kind, "김하늘", "work")});
  CHECK(told.identities.front().kind == EntityKind::Work);
}

TEST_CASE("human identities: a speaker without a mention is whoever was pointed at") {
  auto named = chains({"박도현", "박도현", "박도현"});
  named[0].titles = {"장관"};
  named[0].affiliations = {"해양수산부"};
  named[1].titles = {"감독"};
  named[1].affiliations = {"해솔FC"};
  const auto told = tell(named, {}, {{{3, 0}, {2, 0}}});
  for (const Identity& one : told.identities) {
    if (one.members.size() == 2) CHECK(one.members.front().article_id == 2);
  }
  CHECK(told.people == People{"박도현 1", "박도현 2"});
}

TEST_CASE("human identities: outlets take names and groups") {
  const auto said = [](Action action, const char* subject, const char* value) {
    store::Correction word;
    word.action = action;
    word.subject = subject;
    word.value = value;
    return word;
  };
  store::OutletNames outlets;
  const auto outcomes = apply_outlet_words(
      outlets, {said(Action::OutletMerge, "가", "나"), said(Action::OutletMerge, "다", "가"),
                said(Action::OutletGroup, "경제지", "나"),
                said(Action::OutletAlias, "나", "나닷컴"), said(Action::OutletMerge, "다", "나")});
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  CHECK(outlets.names == Pairs{{"가", "다"}, {"나", "다"}, {"나닷컴", "다"}, {"다", "다"}});
  CHECK(outlets.groups == Pairs{{"경제지", "다"}});
  CHECK(outcomes[4].idle);
  CHECK_FALSE(outcomes[1].idle);
}
