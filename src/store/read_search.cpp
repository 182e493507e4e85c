#include "store/read_search.h"

#include "store/conditions.h"
#include "store/database.h"

namespace onrecord::store {
namespace {

constexpr const char* kArticlesOfPhrase =
    "SELECT p.article_id FROM paragraph_index f CROSS JOIN paragraph p ON p.id = f.rowid WHERE "
    "f.paragraph_index MATCH ?";

const char* joint_of(TermTree::Kind kind) {
  switch (kind) {
    case TermTree::Kind::And:
      return " INTERSECT ";
    case TermTree::Kind::Or:
      return " UNION ";
    default:
      return " EXCEPT ";
  }
}

// A SELECT of article ids for the tree; its phrases are bound in order.
std::string articles_of(const TermTree& tree, Conditions& conditions) {
  if (tree.kind == TermTree::Kind::Phrase) {
    conditions.value(tree.phrase);
    return kArticlesOfPhrase;
  }
  std::string sql;
  for (const TermTree& child : tree.children) {
    if (!sql.empty()) sql += joint_of(tree.kind);
    sql += "SELECT article_id FROM (" + articles_of(child, conditions) + ")";
  }
  return sql;
}

}  // namespace

std::int64_t SearchReader::count_paragraphs(const std::string& terms, std::int64_t most) {
  Statement& row = database_
                       .statement("paragraph_index.count_up_to",
                                  "SELECT count(*) FROM (SELECT 1 FROM paragraph_index WHERE "
                                  "paragraph_index MATCH ? LIMIT ?)")
                       .with(terms, most);
  const std::int64_t count = row.step() ? row.integer(0) : 0;
  row.reset();
  return count;
}

std::int64_t SearchReader::paragraphs() {
  Statement& row =
      database_.statement("paragraph.last", "SELECT coalesce(max(id), 0) FROM paragraph").reset();
  const std::int64_t count = row.step() ? row.integer(0) : 0;
  row.reset();
  return count;
}

std::int64_t SearchReader::count_articles(const TermTree& tree, const ArticleFilter& filter) {
  Conditions conditions;
  const std::string found = articles_of(tree, conditions);
  conditions.add(("a.id IN (" + found + ")").c_str());
  add_article_filter(conditions, filter);
  Statement rows =
      database_.prepare("search.count", "SELECT count(*) FROM article a" + conditions.where());
  conditions.bind(rows);
  return rows.step() ? rows.integer(0) : 0;
}

std::vector<ParagraphHit> SearchReader::find(const TermTree& tree, const std::string& any,
                                             const ArticleFilter& filter, std::int64_t limit) {
  const bool common = count_paragraphs(any, kMostRanked + 1) > kMostRanked;
  Conditions conditions;
  const bool one_term = tree.kind == TermTree::Kind::Phrase;
  const std::string with =
      one_term ? "" : "WITH found(id) AS MATERIALIZED (" + articles_of(tree, conditions) + ") ";
  conditions.add("f.paragraph_index MATCH ?", any);
  if (!one_term) conditions.add("p.article_id IN (SELECT id FROM found)");
  add_article_filter(conditions, filter);
  conditions.value(limit);
  Statement rows = database_.prepare(
      "search.find",
      with + "SELECT p.article_id, p.kind, p.start, p.end, " +
          (common ? "0.0" : "bm25(paragraph_index)") +
          " FROM paragraph_index f CROSS JOIN paragraph p ON p.id = f.rowid"
          " CROSS JOIN article a ON a.id = p.article_id" +
          conditions.where() +
          (common ? " ORDER BY f.rowid DESC" : " ORDER BY 5, a.published DESC, p.id") + " LIMIT ?");
  conditions.bind(rows);
  std::vector<ParagraphHit> hits;
  while (rows.step()) {
    hits.push_back(
        {rows.integer(0),
         rows.text(1),
         {static_cast<std::uint32_t>(rows.integer(2)), static_cast<std::uint32_t>(rows.integer(3))},
         rows.real(4)});
  }
  return hits;
}

}  // namespace onrecord::store
