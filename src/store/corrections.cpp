#include "store/corrections.h"

#include <array>
#include <tuple>

#include "store/database.h"

namespace onrecord::store {
namespace {

constexpr std::array<const char*, 15> kActions = {
    "speaker", "reject", "quote", "confirm", "published",    "source",       "title",       "merge",
    "split",   "rename", "alias", "kind",    "outlet-merge", "outlet-alias", "outlet-group"};

#define COLUMNS                                                                             \
  "SELECT id, made_at, made_by, action, uid, start, end, kind, subject, value, value_ref, " \
  "undone_at "
constexpr const char* kInForce = COLUMNS "FROM correction WHERE undone_at IS NULL ORDER BY id";
constexpr const char* kAll = COLUMNS "FROM correction ORDER BY id";
constexpr const char* kById = COLUMNS "FROM correction WHERE id = ?";
constexpr const char* kOfArticle = COLUMNS
    "FROM correction WHERE uid = ? AND undone_at IS NULL AND action IN "
    "('speaker', 'reject', 'quote', 'confirm', 'published', 'source', 'title') ORDER BY id";
#undef COLUMNS

// The mention at the place, else the one that overlaps it most; else the first speaker of the
// quotation there.
constexpr const char* kChainAt =
    "SELECT article_id, chain FROM ("
    " SELECT m.article_id, m.chain, 0 AS rank, min(m.end, ?3) - max(m.start, ?2) AS common, m.id"
    "  FROM mention m JOIN article a ON a.id = m.article_id"
    "  WHERE a.uid = ?1 AND m.start < ?3 AND m.end > ?2"
    "  AND NOT EXISTS (SELECT 1 FROM quotation q WHERE q.article_id = a.id AND q.start = ?2 AND "
    "q.end = ?3)"
    " UNION ALL"
    " SELECT q.article_id, s.chain, 1, 0, q.id FROM quotation q"
    "  JOIN article a ON a.id = q.article_id JOIN speaker s ON s.quotation_id = q.id AND "
    "s.position = 0"
    "  WHERE a.uid = ?1 AND q.start = ?2 AND q.end = ?3 AND s.chain IS NOT NULL"
    ") ORDER BY rank, common DESC, id LIMIT 1";

constexpr const char* kChainNamed =
    "SELECT c.article_id, c.chain FROM chain c JOIN article a ON a.id = c.article_id"
    " WHERE a.uid = ?1 AND c.name = ?2 AND NOT EXISTS"
    " (SELECT 1 FROM mention m WHERE m.article_id = c.article_id AND m.chain = c.chain)"
    " ORDER BY c.chain LIMIT 1";

constexpr const char* kMentionOf =
    "SELECT a.uid || ':' || m.start || '-' || m.end FROM identity i"
    " JOIN article a ON a.id = i.article_id"
    " JOIN mention m ON m.article_id = i.article_id AND m.chain = i.chain"
    " WHERE i.entity_id = ? ORDER BY a.uid, m.start LIMIT 1";

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::optional<Identity::Member> member_of(Statement& row) {
  std::optional<Identity::Member> member;
  if (row.step())
    member = Identity::Member{row.integer(0), static_cast<std::uint32_t>(row.integer(1))};
  row.reset();
  return member;
}

Correction read_row(const Statement& row) {
  Correction c;
  c.id = row.integer(0);
  c.made_at = row.text(1);
  c.made_by = row.text(2);
  c.action = action_named(row.text(3)).value_or(Action::Speaker);
  c.uid = row.text(4);
  if (!row.is_null(5)) {
    c.place = CodepointSpan{static_cast<std::uint32_t>(row.integer(5)),
                            static_cast<std::uint32_t>(row.integer(6))};
  }
  c.kind = row.text(7);
  c.subject = row.text(8);
  c.value = row.text(9);
  c.value_ref = row.text(10);
  c.undone_at = row.text(11);
  return c;
}

}  // namespace

const char* name_of(Action action) {
  return kActions[static_cast<std::size_t>(action)];
}

std::optional<Action> action_named(const std::string& name) {
  for (std::size_t i = 0; i < kActions.size(); ++i) {
    if (name == kActions[i]) return static_cast<Action>(i);
  }
  return std::nullopt;
}

bool is_of_finding(Action action) {
  return action <= Action::Confirm;
}
bool is_of_article(Action action) {
  return action >= Action::Published && action <= Action::Title;
}
bool is_of_identity(Action action) {
  return action >= Action::Merge && action <= Action::Kind;
}
bool is_of_outlet(Action action) {
  return action >= Action::OutletMerge;
}

std::string ref_of(const Correction& correction) {
  if (!correction.place) return correction.uid;
  return correction.uid + ":" + std::to_string(correction.place->start) + "-" +
         std::to_string(correction.place->end);
}

bool says_the_same(const Correction& a, const Correction& b) {
  const auto word = [](const Correction& c) {
    return std::tuple(c.action, ref_of(c), c.kind, c.subject, c.value, c.value_ref);
  };
  return word(a) == word(b);
}

std::vector<Correction> Corrections::read(Statement& rows) {
  std::vector<Correction> all;
  while (rows.step()) all.push_back(read_row(rows));
  rows.reset();
  return all;
}

std::vector<Correction> Corrections::in_force() {
  return read(database_.statement("correction.in_force", kInForce).reset());
}

std::vector<Correction> Corrections::all() {
  return read(database_.statement("correction.all", kAll).reset());
}

std::vector<Correction> Corrections::of_article(const std::string& uid) {
  return read(database_.statement("correction.of_article", kOfArticle).with(uid));
}

std::optional<Correction> Corrections::by_id(std::int64_t id) {
  const auto found = read(database_.statement("correction.by_id", kById).with(id));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

std::int64_t Corrections::add(const Correction& c) {
  const auto start = c.place ? std::optional<std::int64_t>(c.place->start) : std::nullopt;
  const auto end = c.place ? std::optional<std::int64_t>(c.place->end) : std::nullopt;
  database_
      .statement("correction.insert",
                 "INSERT INTO correction(made_at, made_by, action, uid, start, end, kind, subject, "
                 "value, value_ref) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(c.made_at, c.made_by, name_of(c.action), unless_empty(c.uid), start, end,
            unless_empty(c.kind), unless_empty(c.subject), unless_empty(c.value),
            unless_empty(c.value_ref))
      .run();
  return database_.last_id();
}

void Corrections::undo(std::int64_t id, const std::string& now_utc) {
  database_
      .statement("correction.undo",
                 "UPDATE correction SET undone_at = ? WHERE id = ? AND undone_at IS NULL")
      .with(now_utc, id)
      .run();
}

std::optional<Identity::Member> chain_at(Archive& archive, const std::string& uid,
                                         CodepointSpan place) {
  return member_of(archive.database()
                       .statement("chain.at", kChainAt)
                       .with(uid, std::int64_t{place.start}, std::int64_t{place.end}));
}

std::optional<Identity::Member> chain_named(Archive& archive, const std::string& uid,
                                            const std::string& name) {
  return member_of(archive.database().statement("chain.named", kChainNamed).with(uid, name));
}

std::string mention_of(Archive& archive, std::int64_t entity) {
  Statement& row = archive.database().statement("mention.first_of", kMentionOf).with(entity);
  std::string ref = row.step() ? row.text(0) : "";
  row.reset();
  return ref;
}

void replace_outlets(Archive& archive, const OutletNames& outlets) {
  Database& database = archive.database();
  for (const char* clear : {"DELETE FROM outlet_name", "DELETE FROM outlet_group"})
    database.execute("outlet.clear", clear);
  for (const auto& [name, outlet] : outlets.names) {
    database.statement("outlet_name.insert", "INSERT INTO outlet_name(name, outlet) VALUES(?, ?)")
        .with(name, outlet)
        .run();
  }
  for (const auto& [group, outlet] : outlets.groups) {
    database.statement("outlet_group.insert", "INSERT INTO outlet_group(name, outlet) VALUES(?, ?)")
        .with(group, outlet)
        .run();
  }
}

std::vector<std::string> sources(Archive& archive) {
  Statement& rows =
      archive.database()
          .statement("article.sources",
                     "SELECT DISTINCT source FROM article WHERE source IS NOT NULL ORDER BY source")
          .reset();
  std::vector<std::string> names;
  while (rows.step()) names.push_back(rows.text(0));
  rows.reset();
  return names;
}

}  // namespace onrecord::store
