#include "store/archive.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "store/journal.h"
#include "store/migrator.h"

namespace onrecord::store {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};

[[noreturn]] void refuse_missing(const std::string& path) {
  fail(ErrorKind::ArchiveMissing, "there is no archive here yet; 'onrecord ingest PATH…' makes one",
       path);
}

void refuse_what_is_no_file(const std::string& path, const struct stat& status) {
  if (S_ISDIR(status.st_mode)) {
    fail(ErrorKind::ArchiveForeign, "this is a folder; an archive is one file", path);
  }
  if (!S_ISREG(status.st_mode)) {
    fail(ErrorKind::ArchiveForeign, "this is no ordinary file; an archive is one", path);
  }
}

// SQLite would say "file is not a database" only after it had opened the file to write.
void refuse_what_is_no_database(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) fail(ErrorKind::Io, std::string("cannot be read: ") + std::strerror(errno), path);
  std::array<char, kMagic.size()> head{};
  file.read(head.data(), head.size());
  const std::string_view seen(head.data(), static_cast<std::size_t>(file.gcount()));
  if (seen.empty() || seen == kMagic) return;
  fail(ErrorKind::ArchiveForeign,
       "this is not an onrecord archive (not a SQLite file) and was left alone", path);
}

// False: there is nothing yet.
bool check_file(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return false;
    fail(ErrorKind::Io, std::string("cannot be read: ") + std::strerror(errno), path);
  }
  refuse_what_is_no_file(path, status);
  refuse_what_is_no_database(path);
  return status.st_size > 0;
}

void make_folder_of(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  if (folder.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    fail(ErrorKind::Io, "the archive's folder cannot be made: " + error.message(), folder.string());
  }
}

std::unique_ptr<Database> open_to_read(const std::string& path) {
  if (!check_file(path)) refuse_missing(path);
  auto database = std::make_unique<Database>(path, Mode::Read);
  const int number = schema_of(*database);
  if (number == 0) refuse_missing(path);
  if (number < newest_schema()) {
    fail(ErrorKind::ArchiveDamaged,
         "this archive has an older schema; any 'onrecord ingest' brings it up to date", path);
  }
  return database;
}

std::unique_ptr<Database> open_to_write(const std::string& path) {
  if (!check_file(path)) make_folder_of(path);
  auto database = std::make_unique<Database>(path, Mode::Write);
  // Refuses before anything is written. A new file gets large pages: an article of 2 to 3 kB leaves
  // a third of a page of 4 kB empty (measured: 8 kB pages make the archive a sixth smaller; ADR
  // 0003).
  if (schema_of(*database) == 0) database->execute("file.page_size", "PRAGMA page_size = 8192");
  start_journal(*database);
  migrate(*database);
  return database;
}

}  // namespace

Archive::Archive(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Archive::Archive(Archive&&) noexcept = default;

Archive& Archive::operator=(Archive&& other) noexcept {
  std::swap(database_, other.database_);
  return *this;
}

Archive::~Archive() {
  if (database_) end_journal(std::move(database_));
}

Archive Archive::open(const std::string& path, Mode mode) {
  return Archive(mode == Mode::Read ? open_to_read(path) : open_to_write(path));
}

Archive Archive::open_existing(const std::string& path) {
  if (!check_file(path)) refuse_missing(path);
  if (Database database(path, Mode::Read); schema_of(database) == 0) refuse_missing(path);
  return Archive(open_to_write(path));
}

const std::string& Archive::path() const {
  return database_->path();
}
Database& Archive::database() {
  return *database_;
}
int Archive::schema() {
  return schema_of(*database_);
}

}  // namespace onrecord::store
