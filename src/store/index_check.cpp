#include "store/index_check.h"

#include "base/error.h"

namespace onrecord::store {
namespace {

// The view makes the same terms (tests/store/search_terms_test.cpp), but ten times slower than the
// program.
constexpr const char* kFastTerms =
    "DROP VIEW paragraph_terms; "
    "CREATE TEMP VIEW paragraph_source(id, t) AS "
    "  SELECT p.id, CASE p.kind WHEN 'title' THEN coalesce(a.title, '') "
    "               ELSE substr(a.text, p.start + 1, p.end - p.start) END "
    "  FROM paragraph p JOIN article a ON a.id = p.article_id; "
    "CREATE TABLE paragraph_terms(id INTEGER PRIMARY KEY, terms TEXT); "
    "INSERT INTO paragraph_terms SELECT id, search_terms(t) FROM paragraph_source";

}  // namespace

void check_index(Database& database, const TermsOf& terms_of, std::vector<Fault>& faults) {
  const auto copy = database.temporary_copy();
  copy->define("search_terms", terms_of);
  copy->execute("verify.terms", kFastTerms);
  try {
    copy->execute(
        "verify.index",
        "INSERT INTO paragraph_index(paragraph_index, rank) VALUES('integrity-check', 1)");
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::ArchiveDamaged) throw;
    faults.push_back(
        {"search index",
         "it does not follow from the texts; the stock shell repairs it: sqlite3 FILE \"INSERT "
         "INTO paragraph_index(paragraph_index) VALUES('rebuild')\""});
  }
}

}  // namespace onrecord::store
