#include <doctest/doctest.h>

#include <random>

#include "store/dump.h"
#include "store/findings_rows.h"
#include "store/json_strings.h"
#include "store/sample_entries.h"

using namespace onrecord;
using namespace onrecord::store;

namespace {

std::int64_t count(Archive& archive, const std::string& from) {
  return archive.database().integer("test", "SELECT count(*) FROM " + from);
}

std::string dump_of(const std::vector<std::vector<int>>& batches) {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  for (const auto& batch : batches)
    add_batch(archive, batch, "2026-01-0" + std::to_string(1 + batch.size() % 9));
  identify(archive);
  return canonical_dump(archive);
}

}  // namespace

TEST_CASE("archive: spans are code points, and substr() gives the words") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  add_batch(archive, {7});
  const auto words = [&](const char* kind) {
    return archive.database().text(
        "test", std::string("SELECT substr(text, start + 1, end - start) FROM article, "
                            "quotation q WHERE q.kind = '") +
                    kind + "'");
  };
  CHECK(words("direct") == "한국의 7번째 칩😀이 필요하다");
  CHECK(words("indirect") == "전력이 모자란다");
  CHECK(
      count(
          archive,
          "mention m, article a WHERE m.surface <> substr(a.text, m.start + 1, m.end - m.start)") ==
      0);
  CHECK(count(archive,
              "speaker s, article a WHERE s.surface = "
              "substr(a.text, s.surface_start + 1, s.surface_end - s.surface_start)") == 2);
}

TEST_CASE("archive: a known original adds nothing but the place where it was found") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  add_batch(archive, {1, 2});
  archive.begin();
  Entry entry = sample_entry(1);
  CHECK(archive.add(entry, 1, "later") == Outcome::Known);
  CHECK(count(archive, "location") == 2);
  entry.document.path = "elsewhere/copy.txt";
  CHECK(archive.add(entry, 1, "later") == Outcome::Known);
  archive.commit();
  CHECK(count(archive, "location") == 3);
  CHECK(count(archive, "article") == 2);
  CHECK(count(archive, "quotation") == 4);
  CHECK(archive.knows(entry.document.uid));
  CHECK_FALSE(archive.knows("0000000000000000"));
}

TEST_CASE("archive: a batch rolled back leaves nothing") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  archive.begin();
  archive.add(sample_entry(1), archive.start_run("now"), "now");
  archive.rollback();
  CHECK(canonical_dump(archive).empty());
  add_batch(archive, {1});
  CHECK(count(archive, "article") == 1);
}

TEST_CASE("archive: any order of adding and any split into runs gives the same dump") {
  std::vector<int> numbers(24);
  for (int i = 0; i < 24; ++i) numbers[static_cast<std::size_t>(i)] = i;
  const std::string expected = dump_of({numbers});
  REQUIRE(std::count(expected.begin(), expected.end(), '\n') > 24 * 10);
  std::mt19937 random(1);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(numbers.begin(), numbers.end(), random);
    std::vector<std::vector<int>> batches(1);
    for (const int number : numbers) {
      if (random() % 4 == 0) batches.emplace_back();
      batches.back().push_back(number);
      if (random() % 6 == 0) batches.back().push_back(numbers[0]);  // once more what is known
    }
    CHECK(dump_of(batches) == expected);
  }
  numbers.pop_back();
  CHECK(dump_of({numbers}) != expected);
}

TEST_CASE("archive: the digest is over what is stored") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  add_batch(archive, {4});
  const auto digest_now = [&] {
    CanonicalPrint print;
    print_findings(archive.database(), 1, print);
    return findings_digest(archive.database().text("test", "SELECT text_sha256 FROM article"),
                           print);
  };
  const std::string stored = archive.database().text("test", "SELECT digest FROM extraction");
  CHECK(digest_now() == stored);
  for (const char* change :
       {"UPDATE mention SET confidence = 0.3333333333333334 WHERE id = 2",
        "DELETE FROM speaker WHERE position = 1", "UPDATE participant SET role = NULL",
        "UPDATE chain SET latin = '' WHERE latin IS NULL"}) {
    CAPTURE(change);
    archive.database().execute("test", std::string("SAVEPOINT s; ") + change);
    CHECK(digest_now() != stored);
    archive.database().execute("test", "ROLLBACK TO s; RELEASE s");
  }
  CHECK(digest_now() == stored);
}

TEST_CASE("archive: lists are JSON that SQLite reads and that reads back the same") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  const std::vector<std::string> nasty = {
      "", "a\"b\\c", "줄\n바꿈\t", "😀", std::string(1, '\x01'), "[,]\"\""};
  const std::string json = json_array(nasty);
  CHECK(strings_of(json) == nasty);
  CHECK(strings_of("[]").empty());
  Statement rows = archive.database().prepare("test", "SELECT value FROM json_each(?)");
  rows.bind(1, json);
  for (const std::string& string : nasty) {
    REQUIRE(rows.step());
    CHECK(rows.text(0) == string);
  }
  CHECK_FALSE(rows.step());
}

TEST_CASE("archive: chains come back as they went in, in the order of uids") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  add_batch(archive, {3, 1, 2});
  const auto chains = archive.named_chains();
  REQUIRE(chains.size() == 9);
  CHECK(chains[0].name == "샘 알트만");
  CHECK(chains[0].names == std::vector<std::string>{"샘 알트만", "알트만"});
  CHECK(chains[0].titles == std::vector<std::string>{"대표"});
  CHECK(chains[0].affiliations == std::vector<std::string>{"오픈AI"});
  CHECK(chains[0].latin == "Sam Altman");
  CHECK(chains[2].unnamed);
  std::vector<std::string> uids;
  for (const auto& chain : chains) {
    uids.push_back(archive.database().text(
        "test", "SELECT uid FROM article WHERE id = " + std::to_string(chain.article_id)));
  }
  CHECK(std::is_sorted(uids.begin(), uids.end()));
}

TEST_CASE("archive: identities are replaced as a whole") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  add_batch(archive, {1, 2});
  identify(archive);
  identify(archive);
  CHECK(count(archive, "entity") == 3);
  CHECK(count(archive, "identity") == 6);
  CHECK(archive.database().text("test", "SELECT group_concat(id || name, ' ') FROM entity") ==
        "1샘 알트만 2업계 관계자 3윤석열");
  CHECK(archive.database().text("test", "SELECT origin FROM alias WHERE name = 'Sam Altman'") ==
        "latin");
}

TEST_CASE("archive: a problem is kept once and goes when its input is taken") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  archive.add_problem({"a.txt", 0, "bad-input", "empty", ""}, "first");
  archive.add_problem({"a.txt", 0, "bad-input", "still empty", "line 1"}, "second");
  CHECK(archive.database().text(
            "test", "SELECT first_seen || last_seen || message || place FROM problem") ==
        "firstsecondstill emptyline 1");
  archive.clear_problem("a.txt", 0);
  CHECK(count(archive, "problem") == 0);
}

TEST_CASE("archive: an original is packed only where that makes it smaller") {
  const std::string text(1000, 'a');
  CHECK(pack_original(text).size() < 100);
  CHECK(pack_original("abc") == "abc");
  CHECK(pack_original("").empty());
}
