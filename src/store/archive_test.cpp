#include "store/archive.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "store/migrator.h"

using namespace onrecord;
using namespace onrecord::store;

namespace {

// A folder that goes with the test.
struct ScratchFolder {
  std::filesystem::path path;
  ScratchFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "onrecord_store_XXXXXX").string();
    path = mkdtemp(name.data());
  }
  ~ScratchFolder() { std::filesystem::remove_all(path); }
  std::string file(const char* name) const { return (path / name).string(); }
};

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

ErrorKind kind_of_refusal(const std::string& path, Mode mode) {
  try {
    Archive::open(path, mode);
  } catch (const Failure& failure) {
    CHECK(std::string(failure.what()).find(path) != std::string::npos);
    return failure.error().kind;
  }
  FAIL("opened: ", path);
  return ErrorKind::Internal;
}

int count_files(const std::filesystem::path& folder) {
  int count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

}  // namespace

TEST_CASE("store: writing makes the archive and its folder, and leaves one plain file") {
  ScratchFolder folder;
  const std::string path = folder.file("deep/er/archive.db");
  { CHECK(Archive::open(path, Mode::Write).schema() == newest_schema()); }
  CHECK(count_files(folder.path / "deep/er") == 1);
  CHECK(Archive::open(path, Mode::Read).database().text("t", "PRAGMA journal_mode") == "delete");
}

TEST_CASE("store: reading makes nothing and says how an archive is made") {
  ScratchFolder folder;
  CHECK(kind_of_refusal(folder.file("none.db"), Mode::Read) == ErrorKind::ArchiveMissing);
  CHECK(count_files(folder.path) == 0);
  try {
    Archive::open(folder.file("none.db"), Mode::Read);
  } catch (const Failure& failure) {
    CHECK(std::string(failure.what()).find("onrecord ingest") != std::string::npos);
  }
}

TEST_CASE("store: an empty file is no archive yet, and becomes one by writing") {
  ScratchFolder folder;
  write_file(folder.file("a.db"), "");
  CHECK(kind_of_refusal(folder.file("a.db"), Mode::Read) == ErrorKind::ArchiveMissing);
  { Archive::open(folder.file("a.db"), Mode::Write); }
  CHECK(Archive::open(folder.file("a.db"), Mode::Read).schema() == newest_schema());
}

TEST_CASE(
    "store: a text file, a folder and another program's database are refused and left alone") {
  ScratchFolder folder;
  write_file(folder.file("text.db"), "“안녕하세요”라고 말했다.\n");
  std::filesystem::create_directory(folder.file("folder.db"));
  {
    Database other(folder.file("other.db"), Mode::Write);
    other.execute("t", "CREATE TABLE schema_history(number, note); CREATE TABLE article(id)");
  }
  for (const char* name : {"text.db", "folder.db", "other.db"}) {
    for (const Mode mode : {Mode::Read, Mode::Write}) {
      CAPTURE(name);
      const bool is_file = std::filesystem::is_regular_file(folder.file(name));
      const std::string before = is_file ? read_file(folder.file(name)) : "";
      CHECK(kind_of_refusal(folder.file(name), mode) == ErrorKind::ArchiveForeign);
      if (is_file) CHECK(read_file(folder.file(name)) == before);
    }
  }
  CHECK(count_files(folder.path) == 3);
}

TEST_CASE("store: a newer archive is refused, by its history and by its header") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  { Archive::open(path, Mode::Write); }
  const char* change = "";
  SUBCASE("history") {
    change = "INSERT INTO schema_history VALUES(99, 'later', 'x', '9.9', '2030-01-01T00:00:00Z')";
  }
  SUBCASE("header") {
    change = "PRAGMA user_version = 99";
  }
  { Database(path, Mode::Write).execute("t", change); }
  CHECK(kind_of_refusal(path, Mode::Read) == ErrorKind::ArchiveNewer);
  CHECK(kind_of_refusal(path, Mode::Write) == ErrorKind::ArchiveNewer);
}

TEST_CASE("store: an archive whose pages are broken is damaged") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  { Archive::open(path, Mode::Write); }
  std::string bytes = read_file(path);
  SUBCASE("first page") {
    for (std::size_t i = 100; i < 4096; ++i) bytes[i] = static_cast<char>(i * 7);
  }
  SUBCASE("cut off") {
    bytes.resize(4096 + 100);
  }
  write_file(path, bytes);
  CHECK(kind_of_refusal(path, Mode::Read) == ErrorKind::ArchiveDamaged);
  CHECK(kind_of_refusal(path, Mode::Write) == ErrorKind::ArchiveDamaged);
}

TEST_CASE(
    "store: an archive without its header's marks is known by its history, and marked by writing") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  { Archive::open(path, Mode::Write); }
  {
    Database(path, Mode::Write).execute("t", "PRAGMA application_id = 0; PRAGMA user_version = 0");
  }
  { CHECK(Archive::open(path, Mode::Read).schema() == newest_schema()); }
  { Archive::open(path, Mode::Write); }
  Database database(path, Mode::Read);
  CHECK(database.integer("t", "PRAGMA application_id") == 0x6f6e7263);
  CHECK(database.integer("t", "PRAGMA user_version") == newest_schema());
}

TEST_CASE("store: opening an up-to-date archive to write changes no byte") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  { Archive::open(path, Mode::Write); }
  const auto pages = [&] { return read_file(path).substr(100); };  // the header counts changes
  const std::string before = pages();
  { Archive::open(path, Mode::Write); }
  CHECK(pages() == before);
}

TEST_CASE("store: a migration that fails leaves the archive as it was") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  { Archive::open(path, Mode::Write); }
  const int last = newest_schema();
  Database database(path, Mode::Write);
  std::vector<Migration> steps = migrations();
  steps.push_back({last + 1, "good", "CREATE TABLE good(x);"});
  steps.push_back({last + 2, "bad", "CREATE TABLE half(x); CREATE TABLE half(x);"});
  CHECK_THROWS_AS(migrate(database, steps), Failure);
  CHECK(database.integer("t", "SELECT max(number) FROM schema_history") == last + 1);
  CHECK(database.integer("t", "PRAGMA user_version") == last + 1);
  CHECK(database.integer("t", "SELECT count(*) FROM sqlite_schema WHERE name = 'good'") == 1);
  CHECK(database.integer("t", "SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0);
}

TEST_CASE("store: a fault names its statement and SQLite's extended code") {
  ScratchFolder folder;
  Archive archive = Archive::open(folder.file("a.db"), Mode::Write);
  try {
    archive.database().execute("test.twice",
                               "INSERT INTO schema_history SELECT * FROM schema_history");
    FAIL("accepted");
  } catch (const Failure& failure) {
    const std::string message = failure.what();
    CHECK(message.find("test.twice") != std::string::npos);
    CHECK(message.find("1555") != std::string::npos);  // SQLITE_CONSTRAINT_PRIMARYKEY
  }
}

TEST_CASE("store: the last one out folds the journal back, be it the reader") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  auto writer = std::make_unique<Archive>(Archive::open(path, Mode::Write));
  writer->database().execute("t", "INSERT INTO run(started_at, program) VALUES('now', 'x')");
  {
    Archive reader = Archive::open(path, Mode::Read);
    CHECK(reader.database().integer("t", "SELECT count(*) FROM run") == 1);
    writer.reset();
    CHECK(count_files(folder.path) > 1);
  }
  CHECK(count_files(folder.path) == 1);
  CHECK(Archive::open(path, Mode::Read).database().integer("t", "SELECT count(*) FROM run") == 1);
}

TEST_CASE("store: a reader does not fold back what a writer still uses") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  Archive writer = Archive::open(path, Mode::Write);
  writer.database().execute("t", "INSERT INTO run(started_at, program) VALUES('now', 'x')");
  { Archive::open(path, Mode::Read); }
  CHECK(writer.database().text("t", "PRAGMA journal_mode") == "wal");
  CHECK(std::filesystem::exists(path + "-wal"));
}
