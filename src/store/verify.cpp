#include "store/verify.h"

#include <zlib.h>

#include <algorithm>

#include <optional>

#include "base/digest.h"
#include "base/error.h"
#include "store/findings_rows.h"
#include "store/index_check.h"
#include "store/migrator.h"

namespace onrecord::store {
namespace {

using Faults = std::vector<Fault>;

void check_file(Database& database, Faults& faults) {
  Statement rows = database.prepare("verify.file", "PRAGMA integrity_check");
  while (rows.step()) {
    if (rows.view(0) != "ok") faults.push_back({"file", rows.text(0)});
  }
}

// Against a fresh archive: a guard or an index that was dropped is missed, what a user added is
// not.
void check_schema(Database& database, Faults& faults) {
  Database fresh(":memory:", Mode::Write);
  migrate(fresh);
  Statement expected = fresh.prepare(
      "verify.schema", "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
  Statement found = database.prepare("verify.schema_object",
                                     "SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?");
  while (expected.step()) {
    found.with(expected.text(0), expected.text(1));
    const std::string object = expected.text(0) + " " + expected.text(1);
    if (!found.step()) {
      faults.push_back({"schema", object + " is missing"});
    } else if (found.view(0) != expected.view(2)) {
      faults.push_back({"schema", object + " is not what this version makes"});
    }
  }
}

struct Hanging {
  const char* what;
  const char* count;
};

// Foreign keys are declared but not enforced in other tools; and JSON-like references are not even
// declared.
constexpr Hanging kHanging[] = {
    {"author without article", "author WHERE article_id NOT IN (SELECT id FROM article)"},
    {"location without article", "location WHERE article_id NOT IN (SELECT id FROM article)"},
    {"arrival without article", "arrival WHERE article_id NOT IN (SELECT id FROM article)"},
    {"arrival without run", "arrival WHERE run_id NOT IN (SELECT id FROM run)"},
    {"given value without article", "given_value WHERE article_id NOT IN (SELECT id FROM article)"},
    {"paragraph without article", "paragraph WHERE article_id NOT IN (SELECT id FROM article)"},
    {"extraction without article", "extraction WHERE article_id NOT IN (SELECT id FROM article)"},
    {"block without article", "block WHERE article_id NOT IN (SELECT id FROM article)"},
    {"chain without article", "chain WHERE article_id NOT IN (SELECT id FROM article)"},
    {"mention without chain",
     "mention m WHERE NOT EXISTS (SELECT 1 FROM chain c WHERE c.article_id = m.article_id AND "
     "c.chain = m.chain)"},
    {"quotation without article", "quotation WHERE article_id NOT IN (SELECT id FROM article)"},
    {"speaker without quotation", "speaker WHERE quotation_id NOT IN (SELECT id FROM quotation)"},
    {"event without article", "event WHERE article_id NOT IN (SELECT id FROM article)"},
    {"participant without event", "participant WHERE event_id NOT IN (SELECT id FROM event)"},
    {"alias without entity", "alias WHERE entity_id NOT IN (SELECT id FROM entity)"},
    {"identity without entity", "identity WHERE entity_id NOT IN (SELECT id FROM entity)"},
    {"identity without chain",
     "identity i WHERE NOT EXISTS (SELECT 1 FROM chain c WHERE c.article_id = i.article_id AND "
     "c.chain = i.chain)"},
    {"variant without utterance", "variant WHERE utterance_id NOT IN (SELECT id FROM utterance)"},
    {"variant without quotation", "variant WHERE quotation_id NOT IN (SELECT id FROM quotation)"},
    {"utterance without representative",
     "utterance u WHERE NOT EXISTS (SELECT 1 FROM variant v WHERE v.quotation_id = "
     "u.representative AND v.utterance_id = u.id)"},
    {"original without article",
     "sqlar WHERE name LIKE 'originals/%' AND name NOT IN (SELECT original FROM article WHERE "
     "original IS NOT NULL)"},
    {"article without extraction", "article WHERE id NOT IN (SELECT article_id FROM extraction)"},
    {"article without place", "article WHERE id NOT IN (SELECT article_id FROM location)"},
};

void check_hanging(Database& database, Faults& faults) {
  for (const Hanging& kind : kHanging) {
    const auto count = database.integer(std::string("verify.") + kind.what,
                                        std::string("SELECT count(*) FROM ") + kind.count);
    if (count != 0) faults.push_back({"references", std::to_string(count) + " × " + kind.what});
  }
}

// Every span of an article that leaves its text (?2: its length), and every mention that is not its
// words.
constexpr const char* kBadSpans =
    "WITH span(what, start, end) AS ("
    " SELECT 'paragraph', start, end FROM paragraph WHERE article_id = ?1"
    " UNION ALL SELECT 'block', start, end FROM block WHERE article_id = ?1"
    " UNION ALL SELECT 'mention', start, end FROM mention WHERE article_id = ?1"
    " UNION ALL SELECT 'quotation', start, end FROM quotation WHERE article_id = ?1"
    " UNION ALL SELECT 'sentence', sentence_start, sentence_end FROM quotation WHERE article_id = "
    "?1"
    " UNION ALL SELECT 'speaker', surface_start, surface_end FROM speaker WHERE surface_start IS "
    "NOT NULL"
    "  AND quotation_id IN (SELECT id FROM quotation WHERE article_id = ?1)"
    " UNION ALL SELECT 'antecedent', antecedent_start, antecedent_end FROM speaker"
    "  WHERE antecedent_start IS NOT NULL"
    "  AND quotation_id IN (SELECT id FROM quotation WHERE article_id = ?1)"
    " UNION ALL SELECT 'naming', naming_start, naming_end FROM speaker WHERE naming_start IS NOT "
    "NULL"
    "  AND quotation_id IN (SELECT id FROM quotation WHERE article_id = ?1)"
    " UNION ALL SELECT 'event', trigger_start, trigger_end FROM event WHERE article_id = ?1"
    " UNION ALL SELECT 'sentence', sentence_start, sentence_end FROM event WHERE article_id = ?1) "
    "SELECT what || ' at ' || start || '-' || end || ' leaves the text' FROM span "
    "WHERE start < 0 OR end < start OR end > ?2 "
    "UNION ALL SELECT 'mention at ' || m.start || '-' || m.end || ' is not \"' || m.surface || "
    "'\"' "
    "FROM mention m JOIN article a ON a.id = m.article_id WHERE a.id = ?1 "
    "AND m.surface IS NOT substr(a.text, m.start + 1, m.end - m.start)";

constexpr const char* kArticles =
    "SELECT a.id, a.uid, a.original_sha256, a.original, a.text_sha256, a.text, length(a.text), "
    "x.digest, "
    "       s.sz, s.data, s.name "
    "FROM article a LEFT JOIN extraction x ON x.article_id = a.id LEFT JOIN sqlar s ON s.name = "
    "a.original "
    "ORDER BY a.id";

std::optional<std::string> unpack(std::string_view packed, std::int64_t size) {
  if (size < 0) return std::nullopt;
  if (static_cast<std::size_t>(size) == packed.size()) return std::string(packed);
  std::string original(static_cast<std::size_t>(size), '\0');
  uLongf length = original.size();
  const int status = uncompress(reinterpret_cast<Bytef*>(original.data()), &length,
                                reinterpret_cast<const Bytef*>(packed.data()), packed.size());
  if (status != Z_OK || length != original.size()) return std::nullopt;
  return original;
}

// Checks one article after another; the statement stands on its row.
class ArticleCheck {
 public:
  ArticleCheck(Database& database, Verification& verification)
      : database_(database), verification_(verification) {}

  void run() {
    Statement rows = database_.prepare("verify.articles", kArticles);
    while (rows.step()) {
      ++verification_.articles;
      where_ = "article " + rows.text(1);
      check_text(rows);
      check_findings(rows);
      check_spans(rows);
      if (!rows.is_null(3)) check_original(rows);
    }
  }

 private:
  void fault(std::string what) { verification_.faults.push_back({where_, std::move(what)}); }

  void check_text(const Statement& row) {
    if (sha256_hex(row.view(5)) != row.view(4)) fault("the text is not the one that was stored");
    if (row.view(1) != row.view(2).substr(0, 16)) fault("the uid is not that of its original");
  }

  void check_findings(const Statement& row) {
    CanonicalPrint print;
    print_findings(database_, row.integer(0), print);
    const std::string& lines = print.text();
    verification_.findings +=
        static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n')) + !lines.empty();
    if (row.is_null(7)) return;  // told by check_hanging
    if (findings_digest(row.text(4), print) != row.view(7))
      fault("the findings are not those that were stored");
  }

  void check_spans(const Statement& row) {
    Statement& bad =
        database_.statement("verify.spans", kBadSpans).with(row.integer(0), row.integer(6));
    while (bad.step()) fault(bad.text(0));
    bad.reset();
  }

  void check_original(const Statement& row) {
    ++verification_.originals;
    if (row.is_null(10)) return fault("the original " + row.text(3) + " is gone");
    const auto original = unpack(row.view(9), row.integer(8));
    if (!original) return fault("the original " + row.text(3) + " cannot be unpacked");
    if (sha256_hex(*original) != row.view(2)) {
      fault("the original " + row.text(3) + " is not the one that was stored");
    }
  }

  Database& database_;
  Verification& verification_;
  std::string where_;
};

// A file that is damaged stops one check, not those after it.
template <class Check>
void guarded(const char* what, Faults& faults, Check&& check) {
  try {
    check();
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::ArchiveDamaged) throw;
    faults.push_back({what, failure.error().message});
  }
}

}  // namespace

Verification verify(Archive& archive, const TermsOf& terms_of) {
  Database& database = archive.database();
  Verification result;
  Faults& faults = result.faults;
  guarded("file", faults, [&] { check_file(database, faults); });
  guarded("schema", faults, [&] { check_schema(database, faults); });
  guarded("references", faults, [&] { check_hanging(database, faults); });
  guarded("articles", faults, [&] { ArticleCheck(database, result).run(); });
  guarded("search index", faults, [&] { check_index(database, terms_of, faults); });
  return result;
}

}  // namespace onrecord::store
