#include "ingest/identity_nodes.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "lang/hangul.h"
#include "lang/lexicon.h"
#include "lang/name_match.h"
#include "lang/sound_words.h"
#include "text/normalize.h"

namespace onrecord::ingest {
namespace {

using store::NamedChain;

template <class T>
bool share(const std::set<T>& a, const std::set<T>& b) {
  const auto& few = a.size() < b.size() ? a : b;
  const auto& many = a.size() < b.size() ? b : a;
  return std::any_of(few.begin(), few.end(), [&](const T& one) { return many.count(one) != 0; });
}

std::string without_tense(std::string title) {
  for (const char* tense : {"전 ", "현 ", "前 ", "現 ", "신임 ", "前", "現"}) {
    const std::string_view head = tense;
    if (title.size() > head.size() && title.compare(0, head.size(), head) == 0) {
      return title.substr(head.size());
    }
  }
  return title;
}

// "President" -> 대통령, 회장 …; nothing for a Korean title.
std::vector<std::string> translations_of(const std::string& title) {
  static const auto known = [] {
    std::unordered_map<std::string_view, std::vector<std::string>> out;
    for (const lang::TableRow& row : lang::table("title_translations")) {
      out[row.cells[0]].emplace_back(row.cells[1]);
    }
    return out;
  }();
  const auto found = known.find(text::fold(title));
  return found == known.end() ? std::vector<std::string>() : found->second;
}

// "government", "sports" …; "general" where no table knows better. Of several words the last one
// counts.
std::string field_of(const std::string& title) {
  static const lang::ClassMask mask = lang::class_mask("title");
  const std::size_t space = title.rfind(' ');
  for (const std::string& form :
       {title, space == std::string::npos ? title : title.substr(space + 1)}) {
    const lang::Word* word = lang::find_word(form);
    if (word != nullptr && word->has(mask) && !word->value(mask).empty())
      return std::string(word->value(mask));
  }
  return "general";
}

bool are_kin(const std::string& a, const std::string& b) {
  if (a == b || a == "general" || b == "general") return true;
  for (const lang::TableRow& row : lang::table("title_kin")) {
    if ((row.cells[0] == a && row.cells[1] == b) || (row.cells[0] == b && row.cells[1] == a))
      return true;
  }
  return false;
}

bool fields_part(const std::set<std::string>& a, const std::set<std::string>& b) {
  for (const std::string& one : a) {
    for (const std::string& other : b) {
      if (are_kin(field_of(one), field_of(other))) return false;
    }
  }
  return true;
}

// An honorific (씨, 군) says nothing about who it is.
bool is_honorific(const std::string& title) {
  static const lang::ClassMask suffix = lang::class_mask("title_suffix");
  static const lang::ClassMask title_mask = lang::class_mask("title");
  const lang::Word* word = lang::find_word(title);
  return word != nullptr && word->has(suffix) && !word->has(title_mask);
}

// Part of a name's chains that speak of one person.
struct Part {
  Evidence evidence;
  std::vector<std::size_t> chains;

  void take(Part&& other) {
    evidence.add(other.evidence);
    chains.insert(chains.end(), other.chains.begin(), other.chains.end());
  }
};

// The largest first; of equal size by what they say, which differs where it is not empty.
bool comes_before(const Part& a, const Part& b) {
  if (a.chains.size() != b.chains.size()) return a.chains.size() > b.chains.size();
  return std::tie(a.evidence.titles, a.evidence.affiliations) <
         std::tie(b.evidence.titles, b.evidence.affiliations);
}

// Chains joined by a title or an organisation in common, directly or through others.
class SharedEvidence {
 public:
  explicit SharedEvidence(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  void note(std::size_t chain, const std::string& token) {
    const auto [first, is_new] = first_with_.emplace(token, chain);
    if (!is_new) parent_[root(chain)] = root(first->second);
  }
  std::size_t root(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

 private:
  std::vector<std::size_t> parent_;
  std::unordered_map<std::string, std::size_t> first_with_;
};

std::vector<Part> connected_parts(const std::vector<NamedChain>& all,
                                  const std::vector<std::size_t>& chains, Part& without_evidence) {
  SharedEvidence shared(chains.size());
  std::vector<Evidence> evidence;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    evidence.push_back(evidence_of(all[chains[i]]));
    for (const std::string& title : evidence[i].titles) shared.note(i, "t" + title);
    for (const std::string& place : evidence[i].affiliations) shared.note(i, "a" + place);
  }
  std::map<std::size_t, Part> parts;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    Part& part = evidence[i].empty() ? without_evidence : parts[shared.root(i)];
    part.chains.push_back(chains[i]);
    part.evidence.add(evidence[i]);
  }
  std::vector<Part> out;
  for (auto& [root, part] : parts) out.push_back(std::move(part));
  std::sort(out.begin(), out.end(), comes_before);
  return out;
}

// Homonyms stay apart; what says nothing, or nothing against the others, goes to the largest that
// it may belong to.
std::vector<Part> part_homonyms(const std::vector<NamedChain>& all,
                                const std::vector<std::size_t>& chains) {
  Part without_evidence;
  std::vector<Part> people;
  for (Part& part : connected_parts(all, chains, without_evidence)) {
    const auto same = std::find_if(people.begin(), people.end(), [&](const Part& one) {
      return !speaks_against(one.evidence, part.evidence);
    });
    if (same == people.end()) {
      people.push_back(std::move(part));
    } else {
      same->take(std::move(part));
    }
  }
  if (people.empty()) people.emplace_back();
  std::sort(people.begin(), people.end(), comes_before);
  people.front().take(std::move(without_evidence));
  return people;
}

std::string most_frequent(const std::map<std::string, std::size_t>& spellings) {
  std::string best;
  std::size_t count = 0;
  for (const auto& [name, times] : spellings) {
    if (times > count) {
      best = name;
      count = times;
    }
  }
  return best;
}

// 이 for 이재명: says in its article who is meant, and nothing beyond it.
bool is_bare_surname(const std::string& name) {
  return lang::characters(name).size() == 1;
}

Node make_node(const std::vector<NamedChain>& all, const std::string& key, Part part) {
  const NamedChain& first = all[part.chains.front()];
  Node node;
  node.kind = first.kind;
  node.unnamed = first.unnamed;
  node.key = key;
  for (std::size_t i : part.chains) {
    const NamedChain& chain = all[i];
    ++node.spellings[chain.name];
    node.other_names.insert(chain.names.begin(), chain.names.end());
    if (!chain.latin.empty()) node.latins.insert(chain.latin);
  }
  node.name = most_frequent(node.spellings);
  node.words = std::max<std::size_t>(1, lang::name_words(node.name, lang::Hyphens::Dropped).size());
  node.native = node.words == 1 && lang::may_be_korean_name(node.name);
  if (node.native) std::erase_if(node.other_names, is_bare_surname);
  node.evidence = std::move(part.evidence);
  node.chains = std::move(part.chains);
  return node;
}

using GroupKey = std::tuple<EntityKind, bool, std::string>;

}  // namespace

void Evidence::add(const Evidence& other) {
  titles.insert(other.titles.begin(), other.titles.end());
  affiliations.insert(other.affiliations.begin(), other.affiliations.end());
}

Evidence evidence_of(const NamedChain& chain) {
  Evidence out;
  for (const std::string& title : chain.titles) {
    std::string bare = without_tense(title);
    for (std::string& korean : translations_of(bare)) out.titles.insert(std::move(korean));
    if (!bare.empty() && !is_honorific(bare)) out.titles.insert(std::move(bare));
  }
  for (const std::string& place : chain.affiliations) {
    if (!place.empty()) out.affiliations.insert(folded(place));
  }
  return out;
}

bool speaks_against(const Evidence& a, const Evidence& b) {
  if (a.titles.empty() || b.titles.empty() || share(a.titles, b.titles)) return false;
  if (share(a.affiliations, b.affiliations)) return false;
  if (!a.affiliations.empty() && !b.affiliations.empty()) return true;
  return fields_part(a.titles, b.titles);
}

bool is_general_title(const std::string& title) {
  return field_of(title) == "general";
}

const std::string& folded(const std::string& name) {
  thread_local std::unordered_map<std::string, std::string> known;
  const auto [at, is_new] = known.try_emplace(name);
  if (is_new) at->second = lang::folded_name(name);
  return at->second;
}

std::vector<Node> gather_nodes(const std::vector<NamedChain>& chains) {
  std::map<GroupKey, std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < chains.size(); ++i) {
    groups[{chains[i].kind, chains[i].unnamed, folded(chains[i].name)}].push_back(i);
  }
  std::vector<Node> nodes;
  for (auto& [key, members] : groups) {
    const auto& [kind, unnamed, name] = key;
    std::vector<Part> parts;
    if (kind == EntityKind::Person && !unnamed) {
      parts = part_homonyms(chains, members);
    } else {
      parts.push_back({{}, std::move(members)});
    }
    for (Part& part : parts) {
      const bool homonym = parts.size() > 1;
      nodes.push_back(make_node(chains, name, std::move(part)));
      nodes.back().homonym = homonym;
    }
  }
  return nodes;
}

}  // namespace onrecord::ingest
