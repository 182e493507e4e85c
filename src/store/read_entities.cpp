#include "store/read_entities.h"

#include "store/conditions.h"
#include "store/database.h"
#include "store/json_strings.h"

namespace onrecord::store {
namespace {

constexpr const char* kFace =
    "SELECT e.kind, e.name,"
    " (SELECT count(DISTINCT article_id) FROM identity WHERE entity_id = e.id),"
    " (SELECT count(*) FROM identity i JOIN mention m ON m.article_id = i.article_id AND m.chain = "
    "i.chain"
    "  WHERE i.entity_id = e.id),"
    " (SELECT count(DISTINCT q.id) FROM identity i JOIN quotation q ON q.article_id = i.article_id"
    "  JOIN speaker s ON s.quotation_id = q.id AND s.chain = i.chain WHERE i.entity_id = e.id),"
    " (SELECT substr(min(a.published), 1, 10) FROM identity i JOIN article a ON a.id = "
    "i.article_id WHERE i.entity_id = e.id),"
    " (SELECT substr(max(a.published), 1, 10) FROM identity i JOIN article a ON a.id = "
    "i.article_id WHERE i.entity_id = e.id)"
    " FROM entity e WHERE e.id = ?";

constexpr const char* kRoles =
    "SELECT t.value, count(*) FROM identity i JOIN chain c ON c.article_id = i.article_id AND "
    "c.chain = i.chain,"
    " json_each(c.titles) t WHERE i.entity_id = ? GROUP BY t.value ORDER BY count(*) DESC, t.value";
constexpr const char* kOrganizations =
    "SELECT t.value, count(*) FROM identity i JOIN chain c ON c.article_id = i.article_id AND "
    "c.chain = i.chain,"
    " json_each(c.affiliations) t WHERE i.entity_id = ? GROUP BY t.value ORDER BY count(*) DESC, "
    "t.value";

// The newest articles first, so that of someone named everywhere only a few are looked into.
constexpr const char* kEvidence =
    "SELECT x.article_id, m.start, m.end, m.surface, m.rule, m.confidence FROM"
    " (SELECT i.article_id AS article_id, min(i.chain) AS chain, a.published AS published FROM "
    "identity i"
    "  CROSS JOIN article a ON a.id = i.article_id WHERE i.entity_id = ?1 GROUP BY i.article_id"
    "  ORDER BY a.published DESC, i.article_id LIMIT ?2) x"
    " CROSS JOIN mention m ON m.id = (SELECT id FROM mention WHERE article_id = x.article_id AND "
    "chain = x.chain"
    " ORDER BY start LIMIT 1) ORDER BY x.published DESC, x.article_id";

// Beside a mention: so many characters before and behind it.
constexpr const char* kTitled =
    "SELECT i.entity_id, e.name, c.titles, c.affiliations, m.start,"
    " substr(a.text, max(m.start - 80, 0) + 1, m.end - max(m.start - 80, 0) + 80)"
    " FROM (SELECT DISTINCT p.article_id AS id FROM paragraph_index f CROSS JOIN paragraph p ON"
    "  p.id = f.rowid WHERE f.paragraph_index MATCH ?1 ORDER BY p.article_id DESC LIMIT ?2) x"
    " CROSS JOIN article a ON a.id = x.id CROSS JOIN chain c ON c.article_id = a.id AND c.kind = "
    "'person'"
    " CROSS JOIN identity i ON i.article_id = c.article_id AND i.chain = c.chain"
    " CROSS JOIN entity e ON e.id = i.entity_id"
    " CROSS JOIN mention m ON m.article_id = c.article_id AND m.chain = c.chain"
    " ORDER BY c.article_id, c.chain, m.start";

// Without a filter on articles their table is left alone.
std::string entities_where(const EntityFilter& filter, Conditions& conditions) {
  if (!filter.kind.empty()) conditions.add("e.kind = ?", filter.kind);
  add_article_filter(conditions, filter.article);
  const ArticleFilter& article = filter.article;
  const bool any_article = article.sources.empty() && article.since.empty() &&
                           article.until.empty() && article.added_since.empty();
  return std::string(" FROM identity i CROSS JOIN entity e ON e.id = i.entity_id") +
         (any_article ? "" : " CROSS JOIN article a ON a.id = i.article_id") + conditions.where();
}

}  // namespace

std::vector<EntityName> EntityReader::by_alias(const std::string& name) {
  Statement& rows =
      database_
          .statement(
              "alias.by_name",
              "SELECT e.id, e.kind, e.name, l.name FROM alias l JOIN entity e ON e.id = l.entity_id"
              " WHERE l.name = ?1 UNION SELECT id, kind, name, name FROM entity WHERE name = ?1")
          .with(name);
  std::vector<EntityName> found;
  while (rows.step()) found.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3)});
  return found;
}

std::vector<EntityName> EntityReader::names() {
  Statement& rows =
      database_
          .statement(
              "alias.all",
              "SELECT e.id, e.kind, e.name, l.name FROM alias l JOIN entity e ON e.id = l.entity_id"
              " WHERE e.kind IN ('person', 'organization')"
              " UNION SELECT id, kind, name, name FROM entity WHERE kind IN ('person', "
              "'organization')"
              " ORDER BY 1, 4")
          .reset();
  std::vector<EntityName> found;
  while (rows.step()) found.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3)});
  return found;
}

std::vector<EntityName> EntityReader::names_of_things() {
  Statement& rows =
      database_
          .statement("alias.of_things",
                     "SELECT e.id, e.kind, e.name, l.name FROM alias l JOIN entity e ON e.id = "
                     "l.entity_id WHERE e.kind <> 'person' ORDER BY 1, 4")
          .reset();
  std::vector<EntityName> found;
  while (rows.step()) found.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3)});
  return found;
}

bool EntityReader::speaks(std::int64_t entity) {
  Statement& row =
      database_
          .statement("entity.speaks",
                     "SELECT 1 FROM identity i JOIN quotation q ON q.article_id = i.article_id"
                     " JOIN speaker s ON s.quotation_id = q.id AND s.chain = i.chain WHERE "
                     "i.entity_id = ? LIMIT 1")
          .with(entity);
  const bool found = row.step();
  row.reset();
  return found;
}

std::vector<Counted> EntityReader::counted(const char* name, const char* sql, std::int64_t entity) {
  Statement& rows = database_.statement(name, sql).with(entity);
  std::vector<Counted> all;
  while (rows.step()) all.push_back({rows.text(0), rows.integer(1)});
  return all;
}

std::vector<Counted> EntityReader::roles(std::int64_t entity) {
  return counted("chain.roles", kRoles, entity);
}

std::vector<Titled> EntityReader::titled(const std::string& terms, std::int64_t limit) {
  Statement& rows = database_.statement("chain.titled", kTitled).with(terms, limit);
  std::vector<Titled> all;
  while (rows.step()) {
    const std::int64_t entity = rows.integer(0);
    if (all.empty() || all.back().entity != entity)
      all.push_back({entity, rows.text(1), strings_of(rows.text(2)), strings_of(rows.text(3)),
                     {}});
    all.back().around.push_back(rows.text(5));
  }
  return all;
}

std::optional<EntityFace> EntityReader::face(std::int64_t entity) {
  Statement& row = database_.statement("entity.face", kFace).with(entity);
  if (!row.step()) return std::nullopt;
  EntityFace face{entity,
                  row.text(0),
                  row.text(1),
                  row.integer(2),
                  row.integer(3),
                  row.integer(4),
                  row.text(5),
                  row.text(6),
                  {},
                  {},
                  {}};
  row.reset();
  Statement& names =
      database_
          .statement("alias.of_entity",
                     "SELECT origin, name FROM alias WHERE entity_id = ? ORDER BY name")
          .with(entity);
  while (names.step()) face.aliases.push_back({entity, face.kind, names.text(0), names.text(1)});
  face.roles = roles(entity);
  face.organizations = counted("chain.organizations", kOrganizations, entity);
  return face;
}

std::vector<Evidence> EntityReader::evidence(std::int64_t entity, std::int64_t limit) {
  Statement& rows = database_.statement("mention.of_entity", kEvidence).with(entity, limit);
  std::vector<Evidence> all;
  while (rows.step()) {
    all.push_back(
        {rows.integer(0),
         {static_cast<std::uint32_t>(rows.integer(1)), static_cast<std::uint32_t>(rows.integer(2))},
         rows.text(3),
         rows.text(4),
         rows.real(5)});
  }
  return all;
}

std::vector<std::int64_t> EntityReader::list(const EntityFilter& filter, std::int64_t limit,
                                             std::int64_t offset) {
  Conditions conditions;
  const std::string from = entities_where(filter, conditions);
  conditions.value(limit);
  conditions.value(offset);
  Statement rows = database_.prepare(
      "entity.list",
      "SELECT e.id" + from + " GROUP BY e.id ORDER BY count(*) DESC, e.id LIMIT ? OFFSET ?");
  conditions.bind(rows);
  std::vector<std::int64_t> ids;
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

std::int64_t EntityReader::count(const EntityFilter& filter) {
  Conditions conditions;
  const std::string from = entities_where(filter, conditions);
  Statement rows = database_.prepare("entity.count", "SELECT count(DISTINCT e.id)" + from);
  conditions.bind(rows);
  return rows.step() ? rows.integer(0) : 0;
}

}  // namespace onrecord::store
