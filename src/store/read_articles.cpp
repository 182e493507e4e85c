#include "store/read_articles.h"

#include "base/date.h"
#include "store/conditions.h"
#include "store/database.h"

namespace onrecord::store {
namespace {

#define FACE_COLUMNS                                                                 \
  "a.id, a.uid, a.title, "                                                           \
  "coalesce((SELECT outlet FROM outlet_name n WHERE n.name = a.source), a.source), " \
  "a.url, a.published, a.language, a.text_sha256, "                                  \
  "(SELECT min(path) FROM location l WHERE l.article_id = a.id), a.source "

constexpr const char* kById = "SELECT " FACE_COLUMNS "FROM article a WHERE a.id = ?";
constexpr const char* kByUid = "SELECT " FACE_COLUMNS "FROM article a WHERE a.uid = ?";
#undef FACE_COLUMNS

// An outlet by any of its names, or by a group that it belongs to.
constexpr const char* kOfOutlets =
    "lower(a.source) IN (WITH asked(name) AS (SELECT lower(value) FROM json_each(?)),"
    " wanted(outlet) AS (SELECT name FROM asked"
    "  UNION SELECT lower(o.outlet) FROM outlet_name o JOIN asked ON lower(o.name) = asked.name"
    "  UNION SELECT lower(g.outlet) FROM outlet_group g JOIN asked ON lower(g.name) = asked.name)"
    " SELECT outlet FROM wanted UNION SELECT lower(o.name) FROM outlet_name o"
    " JOIN wanted ON lower(o.outlet) = wanted.outlet)";

std::optional<ArticleFace> read_face(Statement& row) {
  if (!row.step()) return std::nullopt;
  ArticleFace face;
  face.id = row.integer(0);
  face.uid = row.text(1);
  face.title = row.optional_text(2);
  face.source = row.optional_text(3);
  face.url = row.optional_text(4);
  face.published = row.optional_text(5);
  face.language = row.text(6);
  face.text_sha256 = row.text(7);
  face.path = row.optional_text(8);
  face.source_given = row.optional_text(9);
  row.reset();
  return face;
}

std::string json_string(const std::string& text) {
  static constexpr const char* kHex = "0123456789abcdef";
  std::string out = "\"";
  for (char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (u < 0x20) {
      out += "\\u00";
      out += kHex[u >> 4];
      out += kHex[u & 15];
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

// Times of a day sort behind the day itself, so the end of a period is the next day, exclusive.
std::string day_after(const std::string& day) {
  const auto date = parse_iso_day(day);
  return date ? iso(add_days(*date, 1)) : day;
}

}  // namespace

void add_article_filter(Conditions& conditions, const ArticleFilter& filter) {
  if (!filter.sources.empty()) {
    conditions.add(kOfOutlets, json_list(filter.sources));
  }
  if (!filter.since.empty()) conditions.add("a.published >= ?", filter.since);
  if (!filter.until.empty()) conditions.add("a.published < ?", day_after(filter.until));
  if (!filter.added_since.empty()) {
    conditions.add("a.id IN (SELECT article_id FROM arrival WHERE added_at >= ?)",
                   filter.added_since);
  }
}

std::string json_list(const std::vector<std::string>& values) {
  std::string out = "[";
  for (const std::string& value : values) out += (out.size() > 1 ? "," : "") + json_string(value);
  return out + "]";
}

std::string json_list(const std::vector<std::int64_t>& values) {
  std::string out = "[";
  for (const std::int64_t value : values)
    out += (out.size() > 1 ? "," : "") + std::to_string(value);
  return out + "]";
}

std::optional<ArticleFace> ArticleReader::by_id(std::int64_t id) {
  return read_face(database_.statement("article.face_by_id", kById).with(id));
}

std::optional<ArticleFace> ArticleReader::by_uid(const std::string& uid) {
  return read_face(database_.statement("article.face_by_uid", kByUid).with(uid));
}

std::string ArticleReader::text(std::int64_t id) {
  Statement& row =
      database_.statement("article.text", "SELECT text FROM article WHERE id = ?").with(id);
  std::string text = row.step() ? row.text(0) : "";
  row.reset();
  return text;
}

std::vector<std::string> ArticleReader::authors(std::int64_t id) {
  Statement& rows = database_
                        .statement("author.of_article",
                                   "SELECT name FROM author WHERE article_id = ? ORDER BY position")
                        .with(id);
  std::vector<std::string> names;
  while (rows.step()) names.push_back(rows.text(0));
  return names;
}

std::vector<StoredBlock> ArticleReader::blocks(std::int64_t id) {
  Statement& rows =
      database_
          .statement("block.of_article",
                     "SELECT kind, start, end FROM block WHERE article_id = ? ORDER BY position")
          .with(id);
  std::vector<StoredBlock> blocks;
  while (rows.step()) {
    blocks.push_back({rows.text(0),
                      {static_cast<std::uint32_t>(rows.integer(1)),
                       static_cast<std::uint32_t>(rows.integer(2))}});
  }
  return blocks;
}

std::int64_t ArticleReader::count() {
  return database_.integer("article.count", "SELECT count(*) FROM article");
}

std::int64_t ArticleReader::count(const ArticleFilter& filter) {
  Conditions conditions;
  add_article_filter(conditions, filter);
  Statement rows = database_.prepare("article.count_filtered",
                                     "SELECT count(*) FROM article a" + conditions.where());
  conditions.bind(rows);
  return rows.step() ? rows.integer(0) : 0;
}

std::vector<std::int64_t> ArticleReader::newest(const ArticleFilter& filter, std::int64_t limit) {
  Conditions conditions;
  add_article_filter(conditions, filter);
  conditions.value(limit);
  Statement rows =
      database_.prepare("article.newest", "SELECT a.id FROM article a" + conditions.where() +
                                              " ORDER BY a.published DESC, a.id LIMIT ?");
  conditions.bind(rows);
  std::vector<std::int64_t> ids;
  while (rows.step()) ids.push_back(rows.integer(0));
  return ids;
}

}  // namespace onrecord::store
