// The derived stratum: which chains of which articles speak of one entity. Replaced as a whole,
// with ids that follow from the set.

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "store/archive.h"
#include "store/json_strings.h"
#include "store/row_batch.h"

namespace onrecord::store {
namespace {

// Articles by the order of their uids, which is the same in every archive of the same articles.
using Ranks = std::unordered_map<std::int64_t, std::int64_t>;

Ranks rank_articles(Database& database) {
  Ranks ranks;
  Statement& rows =
      database.statement("article.by_uid_order", "SELECT id FROM article ORDER BY uid");
  for (std::int64_t rank = 0; rows.step(); ++rank) ranks.emplace(rows.integer(0), rank);
  rows.reset();
  return ranks;
}

struct InOrderOfUid {
  const Ranks& ranks;
  std::pair<std::int64_t, std::uint32_t> key(const Identity::Member& member) const {
    return {ranks.at(member.article_id), member.chain};
  }
  bool operator()(const Identity::Member& a, const Identity::Member& b) const {
    return key(a) < key(b);
  }
  bool operator()(const Identity& a, const Identity& b) const {
    const auto head = [](const Identity& i) { return std::tie(i.kind, i.name); };
    if (head(a) != head(b)) return head(a) < head(b);
    return std::lexicographical_compare(a.members.begin(), a.members.end(), b.members.begin(),
                                        b.members.end(), *this);
  }
};

void put_in_order(std::vector<Identity>& identities, const Ranks& ranks) {
  const InOrderOfUid order{ranks};
  for (Identity& identity : identities)
    std::sort(identity.members.begin(), identity.members.end(), order);
  std::sort(identities.begin(), identities.end(), order);
}

void write_aliases(Database& database, std::int64_t id, const Identity& identity) {
  std::map<std::string, std::string> origins;  // of two origins the lesser one, whatever came first
  for (const Identity::Alias& alias : identity.aliases) {
    const auto [kept, is_new] = origins.emplace(alias.name, alias.origin);
    if (!is_new) kept->second = std::min(kept->second, alias.origin);
  }
  for (const auto& [name, origin] : origins) {
    database.statement("alias.insert", "INSERT INTO alias(entity_id, name, origin) VALUES(?, ?, ?)")
        .with(id, name, origin)
        .run();
  }
}

void write_identity(Database& database, std::int64_t id, const Identity& identity) {
  database.statement("entity.insert", "INSERT INTO entity(id, kind, name) VALUES(?, ?, ?)")
      .with(id, name_of(identity.kind), identity.name)
      .run();
  write_aliases(database, id, identity);
  RowBatch members;
  for (const Identity::Member& member : identity.members) {
    members.begin_row(member.article_id);
    members.add(member.chain), members.add(id);
  }
  members.insert(database, "identity.insert",
                 "INSERT INTO identity(article_id, chain, entity_id) VALUES(?, ?, ?)",
                 [](std::int64_t article) { return article; });
}

NamedChain read_chain(const Statement& row) {
  NamedChain chain;
  chain.article_id = row.integer(0);
  chain.chain = static_cast<std::uint32_t>(row.integer(1));
  chain.kind = entity_kind(row.text(2)).value_or(EntityKind::Person);
  chain.name = row.text(3);
  chain.names = strings_of(row.view(4));
  chain.titles = strings_of(row.view(5));
  chain.affiliations = strings_of(row.view(6));
  chain.latin = row.text(7);
  chain.unnamed = row.integer(8) != 0;
  return chain;
}

}  // namespace

std::vector<NamedChain> Archive::named_chains() {
  Statement& rows = database_->statement(
      "chain.all",
      "SELECT c.article_id, c.chain, c.kind, c.name, c.names, c.titles, c.affiliations, c.latin, "
      "c.unnamed "
      "FROM article a CROSS JOIN chain c ON c.article_id = a.id ORDER BY a.uid, c.chain");
  std::vector<NamedChain> chains;
  while (rows.step()) chains.push_back(read_chain(rows));
  rows.reset();
  return chains;
}

void Archive::replace_identities(std::vector<Identity> identities) {
  put_in_order(identities, rank_articles(*database_));
  // Entities last: the trigger that takes an entity's names finds none left.
  for (const char* clear : {"DELETE FROM identity", "DELETE FROM alias", "DELETE FROM entity"}) {
    database_->execute("identity.clear", clear);
  }
  std::int64_t id = 0;
  for (const Identity& identity : identities) write_identity(*database_, ++id, identity);
}

}  // namespace onrecord::store
