#include "cli/progress.h"

#include <cstdio>

namespace onrecord::cli {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

Progress::Progress(bool shown, std::string what) : shown_(shown), what_(std::move(what)) {}

Progress::~Progress() {
  wipe();
}

void Progress::update(std::uint64_t done, std::uint64_t total) {
  const auto now = Clock::now();
  if (!shown_ || now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(done) / seconds);
  const std::string of = total == 0 ? "" : " of " + grouped(total);
  std::fprintf(stderr, "\r\x1b[K%s%s %s, %s a second", grouped(done).c_str(), of.c_str(),
               what_.c_str(), grouped(rate).c_str());
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::wipe() {
  if (drawn_) std::fputs("\r\x1b[K", stderr);
  drawn_ = false;
}

}  // namespace onrecord::cli
