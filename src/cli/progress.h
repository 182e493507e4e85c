// One line on a terminal that says how far long work is, renewed a few times a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace onrecord::cli {

// 1234567 as "1,234,567".
std::string grouped(std::uint64_t number);

class Progress {
 public:
  Progress(bool shown, std::string what);  // what is counted: "inputs"
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void update(std::uint64_t done, std::uint64_t total = 0);  // 0: nobody knows
  void wipe();

 private:
  using Clock = std::chrono::steady_clock;
  const bool shown_;
  const std::string what_;
  bool drawn_ = false;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace onrecord::cli
