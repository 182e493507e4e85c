#include "store/read_entities.h"

#include <algorithm>
#include <map>
#include <tuple>

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

constexpr const char* kBearsRole =
    "EXISTS (SELECT 1 FROM chain c, json_each(c.titles) t WHERE c.article_id = i.article_id AND "
    "c.chain = i.chain AND t.value = ?)";

// Over the chains that pass the filter.
const char* order_of(EntityOrder order) {
  switch (order) {
    case EntityOrder::Articles:
      return "count(*) DESC";
    case EntityOrder::Mentions:
      return "sum((SELECT count(*) FROM mention m WHERE m.article_id = i.article_id AND m.chain = "
             "i.chain)) DESC";
    case EntityOrder::Quotations:
      return "sum((SELECT count(*) FROM quotation q JOIN speaker s ON s.quotation_id = q.id WHERE "
             "q.article_id = i.article_id AND s.chain = i.chain)) DESC";
    case EntityOrder::LastSeen:
      return "max((SELECT published FROM article p WHERE p.id = i.article_id)) DESC";
    case EntityOrder::FirstSeen:
      return "min((SELECT published FROM article p WHERE p.id = i.article_id)) ASC NULLS LAST";
    case EntityOrder::Added:
      return "max(i.article_id) DESC";
    case EntityOrder::Name:
      return "e.name";
  }
  return "count(*) DESC";
}

constexpr const char* kTogetherInArticles =
    "SELECT i.entity_id, count(DISTINCT i.article_id) FROM identity o CROSS JOIN identity i ON "
    "i.article_id = o.article_id WHERE o.entity_id IN (SELECT value FROM json_each(?1)) AND "
    "i.entity_id NOT IN (SELECT value FROM json_each(?1)) GROUP BY i.entity_id";
constexpr const char* kTogetherInEvents =
    "SELECT i.entity_id, count(DISTINCT v.id) FROM identity o CROSS JOIN event v ON v.article_id = "
    "o.article_id CROSS JOIN participant p ON p.event_id = v.id AND p.chain = o.chain CROSS JOIN "
    "participant r ON r.event_id = v.id JOIN identity i ON i.article_id = v.article_id AND i.chain "
    "= r.chain WHERE o.entity_id IN (SELECT value FROM json_each(?1)) AND i.entity_id NOT IN "
    "(SELECT value FROM json_each(?1)) GROUP BY i.entity_id";
constexpr const char* kQuotedTogether =
    "WITH own(article_id) AS (SELECT DISTINCT o.article_id FROM identity o JOIN quotation q ON "
    "q.article_id = o.article_id JOIN speaker s ON s.quotation_id = q.id AND s.chain = o.chain "
    "WHERE o.entity_id IN (SELECT value FROM json_each(?1))) "
    "SELECT i.entity_id, count(DISTINCT q.article_id) FROM own CROSS JOIN quotation q ON "
    "q.article_id = own.article_id CROSS JOIN speaker s ON s.quotation_id = q.id JOIN identity i "
    "ON i.article_id = q.article_id AND i.chain = s.chain WHERE i.entity_id NOT IN (SELECT value "
    "FROM json_each(?1)) GROUP BY i.entity_id";

constexpr const char* kCalled =
    "SELECT c.titles, c.affiliations, (SELECT a.uid || ':' || m.start || '-' || m.end FROM mention "
    "m JOIN article a ON a.id = m.article_id WHERE m.article_id = i.article_id AND m.chain = "
    "i.chain ORDER BY instr(m.surface, ?2) = 0, m.start LIMIT 1) "
    "FROM identity i JOIN chain c ON c.article_id = i.article_id AND c.chain = i.chain "
    "WHERE i.entity_id = ?1 AND (c.name = ?2 OR c.latin IS ?2 OR EXISTS (SELECT 1 FROM "
    "json_each(c.names) n WHERE n.value = ?2)) = ?3 "
    "ORDER BY c.name <> ?2, (SELECT uid FROM article a WHERE a.id = i.article_id) LIMIT 1000";

// Beside a mention: so many characters before and behind it.
constexpr const char* kTitled =
    "SELECT i.entity_id, e.name, c.titles, c.affiliations, m.start,"
    " substr(a.text, max(m.start - 80, 0) + 1, m.end - max(m.start - 80, 0) + 80)"
    " FROM (SELECT DISTINCT p.article_id AS id FROM paragraph_index f CROSS JOIN paragraph p ON"
    "  p.id = f.rowid WHERE f.paragraph_index MATCH ?1 ORDER BY p.article_id DESC LIMIT ?2) x"
    " CROSS JOIN article a ON a.id = x.id CROSS JOIN chain c ON c.article_id = a.id"
    " CROSS JOIN identity i ON i.article_id = c.article_id AND i.chain = c.chain"
    " CROSS JOIN entity e ON e.id = i.entity_id AND e.kind = 'person'"
    " CROSS JOIN mention m ON m.article_id = c.article_id AND m.chain = c.chain"
    " ORDER BY c.article_id, c.chain, m.start";

// Without a filter on articles their table is left alone.
std::string entities_where(const EntityFilter& filter, Conditions& conditions) {
  if (!filter.kind.empty()) conditions.add("e.kind = ?", filter.kind);
  if (!filter.role.empty()) conditions.add(kBearsRole, filter.role);
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

std::optional<EntityName> EntityReader::of_chain(const Identity::Member& chain) {
  Statement& row = database_
                       .statement("entity.of_chain",
                                  "SELECT e.id, e.kind, e.name FROM identity i JOIN entity e ON "
                                  "e.id = i.entity_id WHERE i.article_id = ? AND i.chain = ?")
                       .with(chain.article_id, chain.chain);
  std::optional<EntityName> found;
  if (row.step()) found = EntityName{row.integer(0), row.text(1), row.text(2), row.text(2)};
  row.reset();
  return found;
}

std::string EntityReader::name_in_article(std::int64_t entity, std::int64_t article_id) {
  Statement& row =
      database_
          .statement("chain.name_of_entity",
                     "SELECT c.name FROM identity i JOIN chain c ON c.article_id = i.article_id "
                     "AND c.chain = i.chain WHERE i.entity_id = ? AND i.article_id = ? "
                     "ORDER BY length(c.name) DESC, c.chain LIMIT 1")
          .with(entity, article_id);
  std::string name = row.step() ? row.text(0) : "";
  row.reset();
  return name;
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
      all.push_back({entity, rows.text(1), strings_of(rows.text(2)), strings_of(rows.text(3)), {}});
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

std::vector<Together> EntityReader::together(const std::vector<std::int64_t>& entities) {
  std::map<std::int64_t, Together> all;
  const std::string list = json_list(entities);
  const auto count = [&](const char* name, const char* sql, std::int64_t Together::*field) {
    Statement& rows = database_.statement(name, sql).with(list);
    while (rows.step()) all[rows.integer(0)].*field = rows.integer(1);
    rows.reset();
  };
  count("together.articles", kTogetherInArticles, &Together::articles);
  count("together.events", kTogetherInEvents, &Together::events);
  count("together.quoted", kQuotedTogether, &Together::quoted);
  std::vector<Together> out;
  for (auto& [entity, one] : all) {
    one.entity = entity;
    out.push_back(one);
  }
  std::stable_sort(out.begin(), out.end(), [](const Together& a, const Together& b) {
    return std::tie(a.events, a.quoted, a.articles) > std::tie(b.events, b.quoted, b.articles);
  });
  return out;
}

NameEvidence EntityReader::called(std::int64_t entity, const std::string& name, bool is) {
  NameEvidence evidence;
  const auto add = [](std::vector<std::string>& all, std::vector<std::string> more) {
    for (std::string& one : more) {
      if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
    }
  };
  Statement& rows = database_.statement("chain.called", kCalled).with(entity, name, is ? 1 : 0);
  while (rows.step()) {
    add(evidence.titles, strings_of(rows.view(0)));
    add(evidence.affiliations, strings_of(rows.view(1)));
    if (evidence.ref.empty()) evidence.ref = rows.text(2);
  }
  rows.reset();
  return evidence;
}

std::vector<std::int64_t> EntityReader::list(const EntityFilter& filter, std::int64_t limit,
                                             std::int64_t offset) {
  Conditions conditions;
  const std::string from = entities_where(filter, conditions);
  conditions.value(limit);
  conditions.value(offset);
  Statement rows =
      database_.prepare("entity.list", "SELECT e.id" + from + " GROUP BY e.id ORDER BY " +
                                           order_of(filter.order) + ", e.id LIMIT ? OFFSET ?");
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
