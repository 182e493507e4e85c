#include "store/verify.h"

#include <doctest/doctest.h>

#include "base/error.h"
#include "store/sample_entries.h"
#include "store/stats.h"

using namespace onrecord;
using namespace onrecord::store;

namespace {

void make_archive(const std::string& path) {
  Archive archive = Archive::open(path, Mode::Write);
  add_batch(archive, {1, 2, 3, 4, 5});
  identify(archive);
}

std::string faults_of(const std::string& path) {
  Archive archive = Archive::open(path, Mode::Read);
  std::string all;
  for (const Fault& fault : verify(archive, text::search_terms).faults)
    all += fault.where + ": " + fault.what + "\n";
  return all;
}

}  // namespace

TEST_CASE("verify: a sound archive has no faults, and everything was looked at") {
  ScratchFolder folder;
  make_archive(folder.file("a.db"));
  const std::string before = read_bytes(folder.file("a.db"));
  Archive archive = Archive::open(folder.file("a.db"), Mode::Read);
  const Verification result = verify(archive, text::search_terms);
  for (const Fault& fault : result.faults) MESSAGE(fault.where, ": ", fault.what);
  CHECK(result.sound());
  CHECK(result.articles == 5);
  CHECK(result.originals == 5);
  CHECK(result.findings == 5 * 16);
  CHECK(read_bytes(folder.file("a.db")) == before);
}

TEST_CASE("verify: each kind of damage is named") {
  struct Damage {
    const char* sql;
    const char* fault;
  };
  const Damage kinds[] = {
      {"DROP TRIGGER article_is_never_rewritten; "
       "UPDATE article SET text = replace(text, '말했다', '말헀다') WHERE id = 3",
       "the text is not the one that was stored"},
      {"DROP TRIGGER article_is_never_rewritten", "trigger article_is_never_rewritten is missing"},
      {"DROP INDEX entity_name", "index entity_name is missing"},
      {"UPDATE quotation SET kind = 'direct' WHERE id = 2",
       "the findings are not those that were stored"},
      {"DELETE FROM mention WHERE id = 3", "the findings are not those that were stored"},
      {"UPDATE quotation SET end = 10000 WHERE id = 1", "leaves the text"},
      {"UPDATE mention SET start = start + 1 WHERE id = 1", "is not \"샘 알트만 오픈AI 대표\""},
      {"UPDATE sqlar SET data = zeroblob(length(data)) WHERE rowid = 2", "cannot be unpacked"},
      {"UPDATE sqlar SET data = zeroblob(sz) WHERE rowid = 2", "is not the one that was stored"},
      {"DELETE FROM sqlar WHERE rowid = 2", "is gone"},
      {"UPDATE article SET original = NULL WHERE id = 2", "1 × original without article"},
      {"DROP TRIGGER quotation_takes_its_speakers; DELETE FROM quotation WHERE id = 1",
       "2 × speaker without quotation"},
      {"DROP TRIGGER paragraph_leaves_search; DELETE FROM paragraph WHERE id = 1", "search index"},
      {"DROP TRIGGER title_enters_search; UPDATE article SET title = '다른 제목' WHERE id = 2",
       "search index"},
      {"DELETE FROM extraction WHERE article_id = 4", "1 × article without extraction"},
      {"DELETE FROM entity WHERE id = 1; DROP TRIGGER entity_takes_its_names; DELETE FROM entity",
       "identity without entity"},
  };
  for (const Damage& kind : kinds) {
    CAPTURE(kind.sql);
    ScratchFolder folder;
    make_archive(folder.file("a.db"));
    { Database(folder.file("a.db"), Mode::Write).execute("damage", kind.sql); }
    const std::string faults = faults_of(folder.file("a.db"));
    CAPTURE(faults);
    CHECK(faults.find(kind.fault) != std::string::npos);
  }
}

TEST_CASE("verify: a broken page is a fault, not the end of the checks") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  make_archive(path);
  std::int64_t page = 0, size = 0;
  {
    Database database(path, Mode::Read);
    page = database.integer("t", "SELECT rootpage FROM sqlite_schema WHERE name = 'mention'");
    size = database.integer("t", "PRAGMA page_size");
  }
  std::string bytes = read_bytes(path);
  for (std::int64_t i = 0; i < size; ++i)
    bytes[static_cast<std::size_t>((page - 1) * size + i)] = '\x55';
  std::ofstream(path, std::ios::binary) << bytes;
  const std::string faults = faults_of(path);
  CAPTURE(faults);
  CHECK(faults.find("file: ") != std::string::npos);
  CHECK(faults.find("articles: ") != std::string::npos);
}

TEST_CASE("verify: what a user added to the archive is no fault") {
  ScratchFolder folder;
  make_archive(folder.file("a.db"));
  {
    Database database(folder.file("a.db"), Mode::Write);
    database.execute("t",
                     "CREATE TABLE mine(note); CREATE VIEW my_view AS SELECT * FROM quotations");
  }
  CHECK(faults_of(folder.file("a.db")).empty());
}

TEST_CASE("stats: counts what is there") {
  ScratchFolder folder;
  make_archive(folder.file("a.db"));
  Archive archive = Archive::open(folder.file("a.db"), Mode::Read);
  const Stats counted = stats(archive);
  CHECK(counted.articles == 5);
  CHECK(counted.quotations == 10);
  CHECK(counted.direct == 5);
  CHECK(counted.people == 3);
  CHECK(counted.outlets == 2);
  CHECK(counted.events == 5);
  CHECK(counted.first_published == "2023-06-11");
  CHECK(counted.last_published == "2023-06-14");
  CHECK(counted.bytes == static_cast<std::int64_t>(read_bytes(folder.file("a.db")).size()));
  CHECK(counted.schema == 3);
}
