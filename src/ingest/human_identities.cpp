#include "ingest/human_identities.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "ingest/identity_nodes.h"

namespace onrecord::ingest {
namespace {

using store::Action;
using store::Correction;
using store::Identity;
using store::NamedChain;
using Member = Identity::Member;

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr const char* kHumanOrigin = "human";

std::uint64_t key_of(const Member& member) {
  return (static_cast<std::uint64_t>(member.article_id) << 20) ^ member.chain;
}

bool has_alias(const Identity& identity, const std::string& name) {
  return identity.name == name ||
         std::any_of(identity.aliases.begin(), identity.aliases.end(),
                     [&](const Identity::Alias& alias) { return alias.name == name; });
}

void add_alias(Identity& identity, const std::string& name) {
  if (!name.empty() && !has_alias(identity, name)) identity.aliases.push_back({name, kHumanOrigin});
}

// Two chains that a word brought together, or kept apart.
struct Bond {
  Member a, b;
  bool together = true;
};

class Clusters {
 public:
  Clusters(std::vector<Identity>& identities, const std::vector<NamedChain>& chains)
      : all_(identities), chains_(chains) {
    for (std::size_t i = 0; i < all_.size(); ++i) note(i);
    for (std::size_t i = 0; i < chains.size(); ++i)
      chain_at_[key_of({chains[i].article_id, chains[i].chain})] = i;
  }

  Identity& operator[](std::size_t cluster) { return all_[cluster]; }
  std::size_t size() const { return all_.size(); }

  std::size_t of(const Member& member) const {
    const auto found = cluster_of_.find(key_of(member));
    return found == cluster_of_.end() ? kNone : found->second;
  }

  const NamedChain* chain(const Member& member) const {
    const auto found = chain_at_.find(key_of(member));
    return found == chain_at_.end() ? nullptr : &chains_[found->second];
  }

  // By its mention, else by name: called so before merely known so, of that kind before others,
  // with most chains first.
  std::size_t find(const std::string& kind, const std::string& name,
                   const std::optional<Member>& at) const {
    if (at && of(*at) != kNone) return of(*at);
    std::size_t best = kNone;
    for (std::size_t i : named(name)) {
      if (best == kNone || rank(i, kind, name) < rank(best, kind, name)) best = i;
    }
    return best;
  }

  // Another one of that kind and name.
  std::size_t other_named(std::size_t cluster, EntityKind kind, const std::string& name) const {
    for (std::size_t i : named(name)) {
      if (i != cluster && all_[i].kind == kind) return i;
    }
    return kNone;
  }

  void join(std::size_t into, std::size_t from) {
    Identity taken = std::move(all_[from]);
    all_[from] = {};
    for (const Member& member : taken.members) cluster_of_[key_of(member)] = into;
    Identity& kept = all_[into];
    kept.members.insert(kept.members.end(), taken.members.begin(), taken.members.end());
    add_alias(kept, taken.name);
    for (const Identity::Alias& alias : taken.aliases) add_alias(kept, alias.name);
    note(into);
  }

  // A new cluster of these members of another one; both keep the names that their chains bear.
  std::size_t part(std::size_t from, const std::vector<Member>& moved, const std::string& name) {
    Identity split;
    split.kind = all_[from].kind;
    split.members = moved;
    split.name = name.empty() ? most_frequent_name(moved) : name;
    const std::set<std::uint64_t> gone = keys(moved);
    std::erase_if(all_[from].members, [&](const Member& m) { return gone.count(key_of(m)) != 0; });
    const std::set<std::string> theirs = names_of(moved), ours = names_of(all_[from].members);
    for (const Identity::Alias& alias : all_[from].aliases) {
      if (theirs.count(alias.name) != 0) split.aliases.push_back(alias);
    }
    if (!has_alias(split, split.name)) split.aliases.push_back({split.name, "article"});
    Identity& rest = all_[from];
    std::erase_if(rest.aliases, [&](const Identity::Alias& alias) {
      return ours.count(alias.name) == 0 &&
             (alias.origin != kHumanOrigin || theirs.count(alias.name) != 0);
    });
    std::erase_if(rest.aliases, [&](const Identity::Alias& alias) { return alias.name == name; });
    if (ours.count(rest.name) == 0 && theirs.count(rest.name) != 0)
      rest.name = most_frequent_name(rest.members);
    all_.push_back(std::move(split));
    note(all_.size() - 1);
    note(from);
    return all_.size() - 1;
  }

  void move(const Member& member, std::size_t into) {
    const std::size_t from = of(member);
    if (from == into || from == kNone) return;
    std::erase_if(all_[from].members, [&](const Member& m) { return key_of(m) == key_of(member); });
    all_[into].members.push_back(member);
    cluster_of_[key_of(member)] = into;
    if (const NamedChain* moved = chain(member)) add_alias(all_[into], moved->name);
    if (all_[from].members.empty()) all_[from] = {};
    note(into);
  }

  void note_name(std::size_t cluster, const std::string& name) { by_name_[name].insert(cluster); }

 private:
  void note(std::size_t cluster) {
    const Identity& identity = all_[cluster];
    for (const Member& member : identity.members) cluster_of_[key_of(member)] = cluster;
    by_name_[identity.name].insert(cluster);
    for (const Identity::Alias& alias : identity.aliases) by_name_[alias.name].insert(cluster);
  }

  // Clusters that still bear the name.
  std::vector<std::size_t> named(const std::string& name) const {
    std::vector<std::size_t> out;
    const auto found = by_name_.find(name);
    if (found == by_name_.end()) return out;
    for (std::size_t i : found->second) {
      if (!all_[i].members.empty() && has_alias(all_[i], name)) out.push_back(i);
    }
    return out;
  }

  std::tuple<bool, bool, std::size_t, std::size_t> rank(std::size_t i, const std::string& kind,
                                                        const std::string& name) const {
    const bool other_kind = !kind.empty() && kind != name_of(all_[i].kind);
    return {all_[i].name != name, other_kind, ~all_[i].members.size(), i};
  }

  static std::set<std::uint64_t> keys(const std::vector<Member>& members) {
    std::set<std::uint64_t> out;
    for (const Member& member : members) out.insert(key_of(member));
    return out;
  }

  std::set<std::string> names_of(const std::vector<Member>& members) const {
    std::set<std::string> out;
    for (const Member& member : members) {
      const NamedChain* one = chain(member);
      if (one == nullptr) continue;
      out.insert(one->name);
      out.insert(one->names.begin(), one->names.end());
      if (!one->latin.empty()) out.insert(one->latin);
    }
    return out;
  }

  std::string most_frequent_name(const std::vector<Member>& members) const {
    std::map<std::string, std::size_t> count;
    for (const Member& member : members) {
      if (const NamedChain* one = chain(member)) ++count[one->name];
    }
    std::string best;
    for (const auto& [name, times] : count) {
      if (best.empty() || times > count[best]) best = name;
    }
    return best;
  }

  std::vector<Identity>& all_;
  const std::vector<NamedChain>& chains_;
  std::unordered_map<std::uint64_t, std::size_t> cluster_of_, chain_at_;
  std::unordered_map<std::string, std::set<std::size_t>> by_name_;
};

class Words {
 public:
  explicit Words(Clusters& clusters) : clusters_(clusters) {}

  Outcome apply(const IdentityWord& word) {
    Outcome outcome;
    const Correction& said = word.said;
    const std::size_t subject = clusters_.find(said.kind, said.subject, word.subject_at);
    bonds_.emplace_back();
    if (subject == kNone) {
      outcome.standing = Standing::Waiting;
      return outcome;
    }
    switch (said.action) {
      case Action::Merge:
        merge(word, subject, outcome);
        break;
      case Action::Split:
        split(word, subject, outcome);
        break;
      case Action::Rename:
        rename(said, subject, outcome);
        break;
      case Action::Alias:
        alias(said, subject, outcome);
        break;
      case Action::Kind:
        set_kind(said, subject, outcome);
        break;
      default:
        break;
    }
    return outcome;
  }

  // Once all is said: which words no longer hold.
  void judge(std::vector<Outcome>& outcomes) const {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      if (!bonds_[i] || outcomes[i].standing != Standing::InForce) continue;
      const bool together = clusters_.of(bonds_[i]->a) == clusters_.of(bonds_[i]->b);
      if (together != bonds_[i]->together) outcomes[i].standing = Standing::Broken;
    }
  }

 private:
  // A chain that is called so, best the one that was pointed at; else that one, else the first.
  Member example(std::size_t cluster, const std::string& name, const std::optional<Member>& at) {
    const bool here = at && clusters_.of(*at) == cluster;
    const auto is_called_so = [&](const Member& member) {
      const NamedChain* chain = clusters_.chain(member);
      return chain != nullptr && chain->name == name;
    };
    if (here && is_called_so(*at)) return *at;
    const std::vector<Member>& members = clusters_[cluster].members;
    const auto found = std::find_if(members.begin(), members.end(), is_called_so);
    if (found != members.end()) return *found;
    return here ? *at : members.front();
  }

  void merge(const IdentityWord& word, std::size_t subject, Outcome& outcome) {
    const std::size_t other = clusters_.find(word.said.kind, word.said.value, word.value_at);
    if (other == kNone) {
      outcome.standing = Standing::Waiting;
      return;
    }
    bonds_.back() = Bond{example(subject, word.said.subject, word.subject_at),
                         example(other, word.said.value, word.value_at), true};
    outcome.idle = other == subject;
    if (other != subject) clusters_.join(subject, other);
  }

  bool belongs(const IdentityWord& word, const Member& member) const {
    const std::string& value = word.said.value;
    if (value.empty()) return word.value_at && key_of(*word.value_at) == key_of(member);
    const NamedChain* chain = clusters_.chain(member);
    if (chain == nullptr) return false;
    const auto holds = [](const std::vector<std::string>& all, const std::string& one) {
      return std::find(all.begin(), all.end(), one) != all.end();
    };
    if (value.starts_with(kByRole))
      return holds(chain->titles, value.substr(std::string_view(kByRole).size()));
    if (value.starts_with(kByOrganization))
      return holds(chain->affiliations, value.substr(std::string_view(kByOrganization).size()));
    return folded(chain->name) == folded(value);
  }

  void split(const IdentityWord& word, std::size_t subject, Outcome& outcome) {
    std::vector<Member> moved, rest;
    for (const Member& member : clusters_[subject].members)
      (belongs(word, member) ? moved : rest).push_back(member);
    if (moved.empty()) {
      outcome.standing = Standing::Waiting;
      outcome.conflict = "nothing of ‘" + word.said.subject + "’ is called or placed so";
      return;
    }
    if (rest.empty()) {
      outcome.standing = Standing::Waiting;
      outcome.conflict = "nothing of ‘" + word.said.subject + "’ would be left";
      return;
    }
    bonds_.back() = Bond{moved.front(), rest.front(), false};
    const bool by_name =
        !word.said.value.starts_with(kByRole) && !word.said.value.starts_with(kByOrganization);
    clusters_.part(subject, moved, by_name ? word.said.value : "");
  }

  std::string bears(std::size_t cluster, EntityKind kind, const std::string& name) {
    const std::size_t other = clusters_.other_named(cluster, kind, name);
    if (other == kNone) return "";
    return "another " + std::string(name_of(kind)) + " bears the name ‘" + name + "’ (‘" +
           clusters_[other].name + "’); are the two one, merge them";
  }

  void rename(const Correction& said, std::size_t subject, Outcome& outcome) {
    Identity& identity = clusters_[subject];
    outcome.idle = identity.name == said.value;
    outcome.conflict = bears(subject, identity.kind, said.value);
    add_alias(identity, identity.name);
    add_alias(identity, said.value);
    identity.name = said.value;
    clusters_.note_name(subject, said.value);
  }

  // Whoever comes to be called so is the subject.
  void alias(const Correction& said, std::size_t subject, Outcome& outcome) {
    const EntityKind kind = clusters_[subject].kind;
    outcome.idle = has_alias(clusters_[subject], said.value);
    outcome.conflict = bears(subject, kind, said.value);
    for (std::size_t other = clusters_.other_named(subject, kind, said.value);
         other != kNone && clusters_[other].name == said.value;
         other = clusters_.other_named(subject, kind, said.value))
      clusters_.join(subject, other);
    add_alias(clusters_[subject], said.value);
    clusters_.note_name(subject, said.value);
  }

  void set_kind(const Correction& said, std::size_t subject, Outcome& outcome) {
    const auto kind = entity_kind(said.value);
    if (!kind) return;
    outcome.idle = clusters_[subject].kind == *kind;
    if (!outcome.idle) outcome.conflict = bears(subject, *kind, clusters_[subject].name);
    clusters_[subject].kind = *kind;
  }

  Clusters& clusters_;
  std::vector<std::optional<Bond>> bonds_;  // by word
};

}  // namespace

std::vector<Outcome> apply_identity_words(std::vector<Identity>& identities,
                                          const std::vector<NamedChain>& chains,
                                          const std::vector<SpeakerAnchor>& anchors,
                                          const std::vector<IdentityWord>& words) {
  if (anchors.empty() && words.empty()) return {};
  Clusters clusters(identities, chains);
  for (const SpeakerAnchor& anchor : anchors) {
    const std::size_t whom = clusters.of(anchor.mention);
    if (whom != kNone) clusters.move(anchor.chain, whom);
  }
  Words said(clusters);
  std::vector<Outcome> outcomes;
  for (const IdentityWord& word : words) outcomes.push_back(said.apply(word));
  said.judge(outcomes);
  std::erase_if(identities, [](const Identity& identity) { return identity.members.empty(); });
  return outcomes;
}

std::vector<Outcome> apply_outlet_words(store::OutletNames& outlets,
                                        const std::vector<Correction>& words) {
  std::map<std::string, std::string> outlet_of;  // by name
  std::set<std::pair<std::string, std::string>> groups;
  const auto resolve = [&](const std::string& name) {
    const auto found = outlet_of.find(name);
    return found == outlet_of.end() ? name : found->second;
  };
  std::vector<Outcome> outcomes;
  for (const Correction& word : words) {
    Outcome outcome;
    const std::string other = resolve(word.value);
    if (word.action == Action::OutletGroup) {
      if (outlet_of.count(word.subject) != 0)
        outcome.conflict = "‘" + word.subject + "’ is an outlet, no group";
      outcome.idle = !groups.insert({word.subject, word.value}).second;
      outcomes.push_back(outcome);
      continue;
    }
    const std::string outlet = resolve(word.subject);
    outcome.idle = outlet == other;
    if (word.action == Action::OutletAlias && other != word.value && other != outlet)
      outcome.conflict = "‘" + word.value + "’ is a name of ‘" + other + "’ already";
    for (auto& [name, owner] : outlet_of) {
      if (owner == other) owner = outlet;
    }
    outlet_of[outlet] = outlet_of[other] = outlet_of[word.value] = outlet;
    outcomes.push_back(outcome);
  }
  for (const auto& [name, outlet] : outlet_of) outlets.names.emplace_back(name, outlet);
  std::set<std::pair<std::string, std::string>> resolved;
  for (const auto& [group, name] : groups) resolved.insert({group, resolve(name)});
  outlets.groups.assign(resolved.begin(), resolved.end());
  return outcomes;
}

}  // namespace onrecord::ingest
