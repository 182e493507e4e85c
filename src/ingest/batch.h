// Many articles, one transaction: opened when there is something to write, committed by count and
// bytes.
//
// A run that writes nothing leaves no trace. What is not committed when the batch goes is rolled
// back.
#pragma once

#include <cstdint>
#include <string>

#include "store/archive.h"

namespace onrecord::ingest {

class Batch {
 public:
  explicit Batch(store::Archive& archive);
  ~Batch();
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  void open();
  void open_with_run();           // and the run that articles belong to
  void count(std::size_t bytes);  // one more is written; commits where that fills the batch
  void commit();

  bool has_run() const { return run_ != 0; }
  std::int64_t run() const { return run_; }
  const std::string& now() const { return now_; }  // UTC, of the opening
  void finish_run(const store::RunCounts& counts);

 private:
  store::Archive& archive_;
  bool is_open_ = false;
  std::int64_t run_ = 0;
  std::size_t articles_ = 0, bytes_ = 0;
  std::string now_;
};

}  // namespace onrecord::ingest
