#include "ingest/batch.h"

#include "base/error.h"
#include "ingest/program_rules.h"

namespace onrecord::ingest {
namespace {

constexpr std::size_t kMostArticles = 1000;
constexpr std::size_t kMostBytes = 16u << 20;

}  // namespace

Batch::Batch(store::Archive& archive) : archive_(archive) {}

Batch::~Batch() {
  if (!is_open_) return;
  try {
    archive_.rollback();
  } catch (const Failure&) {  // the fault that brought us here is the one to report
  }
}

void Batch::open() {
  if (is_open_) return;
  now_ = utc_now();
  archive_.begin();
  is_open_ = true;
}

void Batch::open_with_run() {
  open();
  if (run_ != 0) return;
  run_ = archive_.start_run(now_);
  archive_.store_rules(rules_of_program());
}

void Batch::count(std::size_t bytes) {
  ++articles_;
  bytes_ += bytes;
  if (articles_ >= kMostArticles || bytes_ >= kMostBytes) commit();
}

void Batch::commit() {
  if (!is_open_) return;
  archive_.commit();
  is_open_ = false;
  articles_ = bytes_ = 0;
}

void Batch::finish_run(const store::RunCounts& counts) {
  open();
  archive_.finish_run(run_, utc_now(), counts);
}

}  // namespace onrecord::ingest
