#include "store/journal.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/error.h"

namespace onrecord::store {
namespace {

// WAL wants memory that all processes share, which a network or user-space file system does not
// give.
bool is_shared_memory_safe(const std::string& path) {
  constexpr std::array<unsigned long, 7> kRemote = {
      0x6969,      // NFS
      0x517B,      // SMB
      0xFF534D42,  // CIFS
      0xFE534D42,  // SMB2
      0x01021997,  // 9P
      0x65735546,  // FUSE (sshfs)
      0x00C36400,  // Ceph
  };
  struct statfs status {};
  if (statfs(path.c_str(), &status) != 0) return false;
  const auto type = static_cast<unsigned long>(status.f_type) & 0xFFFFFFFFul;
  return std::find(kRemote.begin(), kRemote.end(), type) == kRemote.end();
}

bool is_wal(Database& database) {
  return database.text("journal.mode", "PRAGMA journal_mode") == "wal";
}

// The last connection alone may leave WAL; SQLite refuses it to all others, and that is the test.
void fold_back(Database& database) {
  database.reset_statements();
  database.execute("journal.impatient", "PRAGMA busy_timeout = 0");
  database.execute("journal.delete", "PRAGMA journal_mode = DELETE");
}

// False while another process reads in rollback mode: then this run writes in that mode, too.
bool turn_to_wal(Database& database) {
  try {
    return database.text("journal.wal", "PRAGMA journal_mode = WAL") == "wal";
  } catch (const Failure& failure) {
    if (failure.error().kind == ErrorKind::ArchiveBusy) return false;
    throw;
  }
}

bool is_left_in_wal(Database& database) {
  std::error_code error;
  return is_wal(database) && std::filesystem::exists(database.path() + "-wal", error);
}

}  // namespace

void start_journal(Database& database) {
  // NORMAL: in WAL a crash of the machine may cost the last batches, never the file; the next
  // ingest brings them again. The folding back at the end is synced.
  database.execute(
      "journal.settings",
      "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  if (!is_shared_memory_safe(database.path())) {
    // A rollback journal: FULL is what keeps it safe.
    database.execute("journal.rollback", "PRAGMA synchronous = FULL");
    return;
  }
  if (!turn_to_wal(database)) database.execute("journal.rollback", "PRAGMA synchronous = FULL");
  // 32 MB between checkpoints: index pages that are written again and again reach the file once.
  database.execute("journal.checkpoint", "PRAGMA wal_autocheckpoint = 4096");
}

void end_journal(std::unique_ptr<Database> database) noexcept {
  try {
    if (database->mode() == Mode::Write) {
      if (is_wal(*database)) fold_back(*database);
      return;
    }
    const std::string path = database->path();
    if (!is_left_in_wal(*database)) return;
    database.reset();  // a reader is in its own way
    Database last(path, Mode::Write);
    fold_back(last);
  } catch (const Failure&) {
    // Others are still there, or the folder may not be written.
  }
}

}  // namespace onrecord::store
