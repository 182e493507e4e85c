// The first step of telling identities apart: chains of one name, parted where evidence says that
// they are homonyms.
//
// A node is what every later step takes for one entity. Pure functions of the set of chains.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/archive.h"

namespace onrecord::ingest {

// Titles without 전 and 현, English ones with the Korean ones they stand for; organisations folded
// (lang: folded like names).
struct Evidence {
  std::set<std::string> titles;
  std::set<std::string> affiliations;

  void add(const Evidence& other);
  bool empty() const { return titles.empty() && affiliations.empty(); }
};

Evidence evidence_of(const store::NamedChain& chain);

// Two people: titles disjoint, and either organisations disjoint too or titles of fields that do
// not go together. What is missing on one side speaks for nothing.
bool speaks_against(const Evidence& a, const Evidence& b);

// A title of no field in particular (대표, 회장): shared by too many to tell anything.
bool is_general_title(const std::string& title);

struct Node {
  EntityKind kind = EntityKind::Person;
  bool unnamed = false;
  std::string key;                               // the name, folded
  std::string name;                              // most frequent spelling, the smaller bytes of two
  bool native = false;                           // may be a Korean person's full name
  std::size_t words = 1;                         // of the name
  std::map<std::string, std::size_t> spellings;  // chain names, with their number
  std::set<std::string> other_names;             // further forms in the articles
  std::set<std::string> latins;                  // from 한글(Latin), as written
  Evidence evidence;
  std::vector<std::size_t> chains;  // indices
  bool homonym = false;             // another node has the same kind and key

  bool is_short() const { return kind == EntityKind::Person && !unnamed && words == 1 && !native; }
};

// Sorted by kind, name and evidence.
std::vector<Node> gather_nodes(const std::vector<store::NamedChain>& chains);

// A name for comparing: NFKC case folding, without spaces and hyphens. Remembers what it has
// folded.
const std::string& folded(const std::string& name);

}  // namespace onrecord::ingest
