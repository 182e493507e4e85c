// A writer is killed at many points; what is left must be a sound archive of whole batches that a
// second run completes to the very archive that an undisturbed run makes.
#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "base/error.h"
#include "store/dump.h"
#include "store/sample_entries.h"
#include "store/verify.h"

using namespace onrecord;
using namespace onrecord::store;

namespace {

constexpr int kBatches = 6;
constexpr int kBatchSize = 20;

// The running writer; what it says comes through a pipe.
struct Writer {
  pid_t pid = -1;
  int said = -1;
};

Writer start_writer(const std::string& path) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const std::string batches = std::to_string(kBatches), size = std::to_string(kBatchSize);
  const pid_t pid = fork();
  if (pid == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl(ONRECORD_CRASH_WRITER, "crash_writer", path.c_str(), batches.c_str(), size.c_str(),
          nullptr);
    _exit(127);
  }
  close(ends[1]);
  return {pid, ends[0]};
}

int commits_said(int fd) {
  int commits = 0;
  for (char c = 0; read(fd, &c, 1) == 1;) commits += c == 'c';
  close(fd);
  return commits;
}

// Kills the writer after that time. Commits it told of; -1: it was done before.
int run_and_kill(const std::string& path, std::chrono::microseconds after) {
  const Writer writer = start_writer(path);
  std::this_thread::sleep_for(after);
  kill(writer.pid, SIGKILL);
  int status = 0;
  waitpid(writer.pid, &status, 0);
  const int commits = commits_said(writer.said);
  return WIFSIGNALED(status) ? commits : -1;
}

std::string undisturbed_dump(const std::string& path, std::chrono::microseconds& duration) {
  const auto start = std::chrono::steady_clock::now();
  const Writer writer = start_writer(path);
  int status = 0;
  waitpid(writer.pid, &status, 0);
  REQUIRE(status == 0);
  CHECK(commits_said(writer.said) == kBatches);
  duration = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  Archive archive = Archive::open(path, Mode::Read);
  return canonical_dump(archive);
}

// The archive as the crash left it, read first, so that reading, too, meets it.
void check_what_is_left(const std::string& path, int commits) {
  Archive archive = Archive::open(path, Mode::Read);
  const auto articles = archive.database().integer("test", "SELECT count(*) FROM article");
  CHECK(articles % kBatchSize == 0);
  CHECK(articles >= commits * kBatchSize);  // what was said to be committed is there
  CHECK(archive.database().integer("test", "SELECT count(*) FROM run") == articles / kBatchSize);
  for (const Fault& fault : verify(archive, text::search_terms).faults)
    FAIL_CHECK(fault.where, ": ", fault.what);
}

std::string finish(const std::string& path) {
  const Writer writer = start_writer(path);
  int status = 0;
  waitpid(writer.pid, &status, 0);
  CHECK(status == 0);
  commits_said(writer.said);
  Archive archive = Archive::open(path, Mode::Read);
  return canonical_dump(archive);
}

bool is_made(const std::string& path) {
  try {
    Archive::open(path, Mode::Read);
    return true;
  } catch (const Failure& failure) {
    const std::string what = failure.what();
    CAPTURE(what);
    CHECK(failure.error().kind == ErrorKind::ArchiveMissing);  // killed before the schema stood
    return false;
  }
}

}  // namespace

TEST_CASE("crash: killed at any point, the archive is sound and a second run completes it") {
  ScratchFolder folder;
  std::chrono::microseconds duration{};
  const std::string expected = undisturbed_dump(folder.file("whole.db"), duration);
  constexpr int kPoints = 25;
  int hit = 0, half_way = 0;
  for (int point = 0; point < kPoints; ++point) {
    CAPTURE(point);
    const std::string path = folder.file("crash" + std::to_string(point) + ".db");
    const int commits = run_and_kill(path, duration * point / kPoints);
    if (commits < 0) continue;
    ++hit;
    half_way += commits > 0;
    if (is_made(path)) check_what_is_left(path, commits);
    CHECK(finish(path) == expected);
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
  }
  // A test that never met the writer at work would prove nothing.
  CHECK(hit > 10);
  CHECK(half_way > 3);
}

TEST_CASE("crash: two writers at once leave the archive of both") {
  ScratchFolder folder;
  const std::string path = folder.file("a.db");
  const Writer first = start_writer(path), second = start_writer(path);
  for (const Writer& writer : {first, second}) {
    int status = 0;
    waitpid(writer.pid, &status, 0);
    CHECK(status == 0);
    commits_said(writer.said);
  }
  CHECK_FALSE(std::filesystem::exists(path + "-wal"));
  Archive archive = Archive::open(path, Mode::Read);
  CHECK(archive.database().integer("test", "SELECT count(*) FROM article") ==
        kBatches * kBatchSize);
  CHECK(verify(archive, text::search_terms).sound());
}
