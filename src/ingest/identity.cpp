#include "ingest/identity.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "ingest/identity_nodes.h"
#include "lang/hangul.h"
#include "lang/name_match.h"
#include "lang/sound_words.h"

namespace onrecord::ingest {
namespace {

using store::Identity;
using store::NamedChain;

constexpr double kWithAffiliation = lang::kMatchThreshold;
constexpr double kWithTitle = 0.9;  // a title is shared by many: the names must be all but the same
// Beyond so many pairs of one organisation or title and one skeleton, the skeleton says too little.
constexpr std::size_t kMostPairs = 200000;
constexpr std::size_t kSyllableBytes = 3;

enum class Origin { Article, Curated, Latin, Sound };
const char* name_of(Origin origin) {
  constexpr const char* kNames[] = {"article", "curated", "latin", "sound"};
  return kNames[static_cast<std::size_t>(origin)];
}

struct Edge {
  std::size_t a = 0, b = 0;
  Origin origin = Origin::Sound;
  bool of_a_alone = false;  // says why a's names are the entity's, and nothing about b's
};

class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parent_;
};

bool share_anything(const Evidence& a, const Evidence& b) {
  const auto meet = [](const std::set<std::string>& x, const std::set<std::string>& y) {
    return std::any_of(x.begin(), x.end(),
                       [&](const std::string& one) { return y.count(one) != 0; });
  };
  return meet(a.titles, b.titles) || meet(a.affiliations, b.affiliations);
}

// --- curated pairs and 한글(Latin)

using NodesByName = std::unordered_map<std::string, std::vector<std::size_t>>;

std::string typed_key(const Node& node, const std::string& key) {
  return std::string(1, static_cast<char>('0' + static_cast<int>(node.kind))) + key;
}

// A name with homonyms is joined only where evidence says which one is meant.
bool may_join(const Node& a, const Node& b) {
  if (a.kind != b.kind || a.unnamed || b.unnamed || a.key == b.key) return false;
  if (speaks_against(a.evidence, b.evidence)) return false;
  return (!a.homonym && !b.homonym) || share_anything(a.evidence, b.evidence);
}

NodesByName by_name(const std::vector<Node>& nodes) {
  NodesByName out;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].unnamed) out[typed_key(nodes[i], nodes[i].key)].push_back(i);
  }
  return out;
}

// Names of one thing meet at each name that a curated line gives them. Single words meet only
// themselves there: too many things are called Paul.
void add_curated(const std::vector<Node>& nodes, const NodesByName& names,
                 std::vector<Edge>& edges) {
  NodesByName meeting;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].unnamed) continue;
    for (const std::string& alias : lang::curated_aliases(nodes[i].name)) {
      if (lang::characters(alias).size() < 2) continue;
      const auto direct = names.find(typed_key(nodes[i], folded(alias)));
      if (direct != names.end()) {
        for (std::size_t other : direct->second) {
          if (may_join(nodes[i], nodes[other])) edges.push_back({i, other, Origin::Curated});
        }
      }
      if (alias.find(' ') != std::string::npos)
        meeting[typed_key(nodes[i], folded(alias))].push_back(i);
    }
  }
  for (const auto& [alias, members] : meeting) {
    for (std::size_t k = 1; k < members.size(); ++k) {
      if (may_join(nodes[members[0]], nodes[members[k]]))
        edges.push_back({members[0], members[k], Origin::Curated});
    }
  }
}

bool is_abbreviation(const std::string& latin) {
  return std::none_of(latin.begin(), latin.end(),
                      [](unsigned char c) { return std::islower(c) != 0; });
}

// Several Hangul names that articles give one Latin form: spellings of one name, unless it is an
// abbreviation or they are Korean names, which differ in Hangul where they are the same in Latin
// letters.
bool one_name(const std::vector<Node>& nodes, const std::vector<std::size_t>& members,
              const std::string& latin) {
  std::set<std::string> keys;
  bool native = false;
  for (std::size_t i : members) {
    if (keys.insert(nodes[i].key).second) native = native || nodes[i].native;
  }
  return keys.size() == 1 || (!native && !is_abbreviation(latin));
}

void add_latin(const std::vector<Node>& nodes, const NodesByName& names, std::vector<Edge>& edges) {
  std::map<std::string, std::pair<std::string, std::vector<std::size_t>>> by_latin;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].unnamed) continue;
    for (const std::string& latin : nodes[i].latins) {
      auto& [written, members] = by_latin[typed_key(nodes[i], folded(latin))];
      written =
          std::max(written, latin);  // "Nato" before "NATO": small letters say that it is a word
      members.push_back(i);
    }
  }
  for (auto& [key, entry] : by_latin) {
    auto& [latin, members] = entry;
    if (!one_name(nodes, members, latin)) continue;
    if (const auto same = names.find(key); same != names.end()) {
      members.insert(members.end(), same->second.begin(), same->second.end());
    }
    for (std::size_t k = 0; k < members.size(); ++k) {
      for (std::size_t l = k + 1; l < members.size(); ++l) {
        if (may_join(nodes[members[k]], nodes[members[l]]))
          edges.push_back({members[k], members[l], Origin::Latin});
      }
    }
  }
}

// --- likeness in sound, together with evidence

// An organisation or a title that both sides share, with the skeleton of the name.
struct BlockKey {
  std::string evidence;
  std::string skeleton;
  bool operator<(const BlockKey& other) const {
    return std::tie(evidence, skeleton) < std::tie(other.evidence, other.skeleton);
  }
};

template <class Use>
void for_each_token(const Evidence& evidence, Use&& use) {
  for (const std::string& place : evidence.affiliations) use("a" + place);
  for (const std::string& title : evidence.titles)
    use((is_general_title(title) ? "g" : "t") + title);
}

// A name of one word is the short form of one with more, unless it is a Korean person's.
bool worth_hearing(const Node& a, const Node& b) {
  if (a.key == b.key || speaks_against(a.evidence, b.evidence)) return false;
  return a.native != b.native ? a.words + b.words > 2 : a.words == b.words;
}

// Likeness in sound where an organisation or a title is shared. Korean names of one skeleton are
// many and differ; but a surname may have two spellings (류현진, 유현진).
// Of the name, and of a Korean given name alone: Lee sounds little like 이.
std::set<std::string> skeletons_of(const Node& node) {
  std::set<std::string> out{lang::sound_skeleton(node.name)};
  if (node.native) out.insert("given " + lang::sound_skeleton(node.name.substr(kSyllableBytes)));
  const auto words = lang::name_words(node.name, lang::Hyphens::Cut);
  for (std::size_t surname : {std::size_t{0}, words.size() - 1}) {
    if (words.size() < 2 || lang::surnames_of_latin(words[surname]).empty()) continue;
    std::string given;
    for (std::size_t i = 0; i < words.size(); ++i) given += i == surname ? "" : words[i];
    out.insert("given " + lang::sound_skeleton(given));
  }
  return out;
}

class SoundEdges {
 public:
  SoundEdges(const std::vector<Node>& nodes, std::vector<Edge>& edges)
      : nodes_(nodes), edges_(edges) {}

  void add_all() {
    using Blocks = std::map<BlockKey, std::vector<std::size_t>>;
    Blocks alike, one_given_name;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (node.kind != EntityKind::Person || node.unnamed || node.evidence.empty()) continue;
      const std::set<std::string> skeletons = skeletons_of(node);
      for_each_token(node.evidence, [&](const std::string& token) {
        if (token[0] == 'g') return;
        for (const std::string& skeleton : skeletons) alike[{token, skeleton}].push_back(i);
        if (node.native) one_given_name[{token, node.name.substr(kSyllableBytes)}].push_back(i);
      });
    }
    for (const auto& [key, members] : alike) compare(members, threshold_of(key));
    for (const auto& [key, members] : one_given_name) compare_all(members, threshold_of(key));
  }

 private:
  static double threshold_of(const BlockKey& key) {
    return key.evidence[0] == 'a' ? kWithAffiliation : kWithTitle;
  }

  void compare_all(const std::vector<std::size_t>& members, double threshold) {
    for (std::size_t k = 0; k < members.size(); ++k) {
      for (std::size_t l = k + 1; l < members.size(); ++l)
        consider(members[k], members[l], threshold);
    }
  }

  // Foreign names with all; the index hears each name once.
  void compare(const std::vector<std::size_t>& members, double threshold) {
    const auto is_foreign = [&](std::size_t i) { return !nodes_[i].native; };
    const auto foreign = std::count_if(members.begin(), members.end(), is_foreign);
    if (members.size() < 2 || foreign == 0) return;
    if (static_cast<std::size_t>(foreign) * members.size() > kMostPairs) return;
    std::vector<std::string> names;
    for (std::size_t i : members) names.push_back(nodes_[i].name);
    const lang::NameIndex index(std::move(names));
    for (std::size_t a : members) {
      if (!is_foreign(a)) continue;
      const std::vector<double> scores = index.similarities(nodes_[a].name, threshold);
      for (std::size_t k = 0; k < members.size(); ++k) {
        if (scores[k] >= threshold && worth_hearing(nodes_[a], nodes_[members[k]])) {
          edges_.push_back({a, members[k], Origin::Sound});
        }
      }
    }
  }

  void consider(std::size_t a, std::size_t b, double threshold) {
    if (!worth_hearing(nodes_[a], nodes_[b])) return;
    if (lang::name_similarity(nodes_[a].name, nodes_[b].name) >= threshold) {
      edges_.push_back({a, b, Origin::Sound});
    }
  }

  const std::vector<Node>& nodes_;
  std::vector<Edge>& edges_;
};

// Lee Jun-seok sounds like 이준석 and 이준숙: where a name finds two Korean people, it finds none.
void drop_sound_that_finds_two_people(const std::vector<Node>& nodes, std::vector<Edge>& edges) {
  std::map<std::size_t, std::set<std::string>> found;
  const auto between = [&](const Edge& edge, std::size_t foreign, std::size_t native) {
    return edge.origin == Origin::Sound && !nodes[foreign].native && nodes[native].native;
  };
  for (const Edge& edge : edges) {
    if (between(edge, edge.a, edge.b)) found[edge.a].insert(nodes[edge.b].key);
    if (between(edge, edge.b, edge.a)) found[edge.b].insert(nodes[edge.a].key);
  }
  const auto unsure = [&](std::size_t i) {
    const auto at = found.find(i);
    return at != found.end() && at->second.size() > 1;
  };
  std::erase_if(edges, [&](const Edge& edge) {
    return (between(edge, edge.a, edge.b) && unsure(edge.a)) ||
           (between(edge, edge.b, edge.a) && unsure(edge.b));
  });
}

// Nodes of one name were parted for a reason: where sound would bring them together again, it does
// not count.
void drop_sound_that_unites_homonyms(const std::vector<Node>& nodes, std::vector<Edge>& edges) {
  Sets sets(nodes.size());
  for (const Edge& edge : edges) sets.join(edge.a, edge.b);
  std::set<std::pair<std::size_t, std::string>> seen;
  std::set<std::size_t> unsound;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].homonym &&
        !seen.insert({sets.root(i), typed_key(nodes[i], nodes[i].key)}).second) {
      unsound.insert(sets.root(i));
    }
  }
  edges.erase(std::remove_if(edges.begin(), edges.end(),
                             [&](const Edge& edge) {
                               return edge.origin == Origin::Sound &&
                                      unsound.count(sets.root(edge.a)) != 0;
                             }),
              edges.end());
}

// --- short names: 알트만 대표 to 샘 알트만, where organisation or title agrees and only one fits

std::string last_word(const std::string& name) {
  const auto words = lang::name_words(name, lang::Hyphens::Dropped);
  return words.empty() ? name : words.back();
}

class ShortNames {
 public:
  ShortNames(const std::vector<Node>& nodes, Sets& sets) : nodes_(nodes), sets_(sets) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (nodes[i].kind == EntityKind::Person) evidence_[sets_.root(i)].add(nodes[i].evidence);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      if (node.kind != EntityKind::Person || node.unnamed || node.words < 2) continue;
      const std::string word = last_word(node.name);
      const std::string skeleton = lang::sound_skeleton(word);
      for_each_token(evidence_[sets_.root(i)], [&](const std::string& token) {
        full_[{token, skeleton}].emplace(sets_.root(i), word);
      });
    }
  }

  std::vector<Edge> find() {
    std::vector<Edge> out;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!nodes_[i].is_short() || has_full_name(sets_.root(i))) continue;
      Fits fits = fitting(i);
      const bool exact = !fits.same.empty();
      const auto& chosen = exact ? fits.same : fits.alike;
      if (chosen.size() != 1) continue;
      out.push_back({i, *chosen.begin(), exact ? Origin::Article : Origin::Sound, true});
    }
    return out;
  }

 private:
  struct Fits {
    std::set<std::size_t> same, alike;  // roots
  };

  bool has_full_name(std::size_t root) {
    if (with_full_name_.empty()) {
      for (std::size_t i = 0; i < nodes_.size(); ++i) {
        if (nodes_[i].words > 1) with_full_name_.insert(sets_.root(i));
      }
    }
    return with_full_name_.count(root) != 0;
  }

  Fits fitting(std::size_t i) {
    Fits out;
    const Node& node = nodes_[i];
    const std::string skeleton = lang::sound_skeleton(node.name);
    for_each_token(node.evidence, [&](const std::string& token) {
      const auto block = full_.find({token, skeleton});
      if (block == full_.end()) return;
      for (const auto& [root, word] : block->second) {
        if (speaks_against(evidence_[root], node.evidence)) continue;
        if (folded(word) == node.key) {
          out.same.insert(root);
        } else if (token[0] != 'g' &&
                   lang::name_similarity(node.name, word) >= lang::kMatchThreshold) {
          out.alike.insert(root);
        }
      }
    });
    return out;
  }

  const std::vector<Node>& nodes_;
  Sets& sets_;
  std::unordered_map<std::size_t, Evidence> evidence_;  // by root
  std::map<BlockKey, std::set<std::pair<std::size_t, std::string>>>
      full_;  // roots with their last words
  std::set<std::size_t> with_full_name_;
};

// --- from nodes to identities

// Hangul before Latin, full before short, frequent before rare, then the smaller bytes.
using Rank = std::tuple<bool, bool, std::size_t, std::string>;

class Gathered {
 public:
  Gathered(const std::vector<Node>& nodes, std::vector<std::size_t> members,
           const std::vector<NamedChain>& chains)
      : nodes_(nodes), members_(std::move(members)), chains_(chains) {}

  // `edges` touch members only.
  Identity identity(const std::vector<Edge>& edges) const {
    const auto [main, name] = canonical();
    Identity out;
    out.kind = nodes_[main].kind;
    out.name = name;
    out.aliases = aliases(main, edges);
    std::vector<std::size_t> all;
    for (std::size_t i : members_)
      all.insert(all.end(), nodes_[i].chains.begin(), nodes_[i].chains.end());
    std::sort(all.begin(), all.end());
    for (std::size_t i : all) out.members.push_back({chains_[i].article_id, chains_[i].chain});
    return out;
  }

 private:
  // The name counts over all nodes that are spelt so.
  std::pair<std::size_t, std::string> canonical() const {
    std::map<std::string, std::size_t> count;
    for (std::size_t i : members_) {
      for (const auto& [name, times] : nodes_[i].spellings) count[name] += times;
    }
    const bool any_full = std::any_of(members_.begin(), members_.end(),
                                      [&](std::size_t i) { return nodes_[i].words > 1; });
    std::pair<std::size_t, std::string> best{members_.front(), {}};
    Rank least;
    for (std::size_t i : members_) {
      for (const auto& [name, times] : nodes_[i].spellings) {
        const bool latin = lang::script_of(name) != lang::Script::Hangul;
        const Rank rank{latin, any_full && nodes_[i].is_short(), ~count[name], name};
        if (best.second.empty() || rank < least) {
          least = rank;
          best = {i, name};
        }
      }
    }
    return best;
  }

  // A node's names are the entity's for the best reason that any pair gives.
  std::vector<Identity::Alias> aliases(std::size_t main, const std::vector<Edge>& edges) const {
    std::map<std::size_t, Origin> reason;
    for (const Edge& edge : edges) {
      for (std::size_t end : {edge.a, edge.b}) {
        if (edge.of_a_alone && end == edge.b) continue;
        const auto [at, is_new] = reason.emplace(end, edge.origin);
        if (!is_new) at->second = std::min(at->second, edge.origin);
      }
    }
    reason[main] = Origin::Article;
    std::map<std::string, Origin> names;
    const auto note = [&](const std::string& name, Origin origin) {
      const auto [at, is_new] = names.emplace(name, origin);
      if (!is_new) at->second = std::min(at->second, origin);
    };
    for (std::size_t i : members_) {
      for (const auto& [name, times] : nodes_[i].spellings) note(name, reason[i]);
      for (const std::string& name : nodes_[i].other_names) note(name, reason[i]);
      for (const std::string& name : nodes_[i].latins) note(name, Origin::Latin);
    }
    std::vector<Identity::Alias> out;
    for (const auto& [name, origin] : names) {
      if (!name.empty()) out.push_back({name, name_of(origin)});
    }
    return out;
  }

  const std::vector<Node>& nodes_;
  std::vector<std::size_t> members_;
  const std::vector<NamedChain>& chains_;
};

std::vector<Edge> find_edges(const std::vector<Node>& nodes) {
  std::vector<Edge> edges;
  const NodesByName names = by_name(nodes);
  add_curated(nodes, names, edges);
  add_latin(nodes, names, edges);
  SoundEdges(nodes, edges).add_all();
  drop_sound_that_finds_two_people(nodes, edges);
  drop_sound_that_unites_homonyms(nodes, edges);
  return edges;
}

}  // namespace

std::vector<Identity> cluster_identities(const std::vector<NamedChain>& chains) {
  const std::vector<Node> nodes = gather_nodes(chains);
  std::vector<Edge> edges = find_edges(nodes);
  Sets sets(nodes.size());
  for (const Edge& edge : edges) sets.join(edge.a, edge.b);
  for (const Edge& edge : ShortNames(nodes, sets).find()) edges.push_back(edge);
  for (const Edge& edge : edges) sets.join(edge.a, edge.b);
  std::map<std::size_t, std::pair<std::vector<std::size_t>, std::vector<Edge>>> clusters;
  for (std::size_t i = 0; i < nodes.size(); ++i) clusters[sets.root(i)].first.push_back(i);
  for (const Edge& edge : edges) clusters[sets.root(edge.a)].second.push_back(edge);
  std::vector<Identity> out;
  for (auto& [root, cluster] : clusters) {
    out.push_back(Gathered(nodes, std::move(cluster.first), chains).identity(cluster.second));
  }
  return out;
}

}  // namespace onrecord::ingest
