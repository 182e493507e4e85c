// Bytes of a file or of standard input, read in pieces: lines, single bytes or the whole, each with
// a limit.
//
// Memory: one buffer of 256 KiB, whatever the size of the input. Errors: what the system refuses is
// kept in fault(), and the input then ends there. Not thread-safe; one reader owns it.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace onrecord::formats {

class ByteSource {
 public:
  // `shown_path` is what errors carry.
  static Result<ByteSource> open(const std::string& path, const std::string& shown_path);
  // `cancelled` is asked while nothing comes; true ends the input there. May be empty.
  static ByteSource standard_input(std::function<bool()> cancelled);
  ByteSource(ByteSource&& other) noexcept;
  ByteSource& operator=(ByteSource&&) = delete;
  ~ByteSource();

  // What comes next, up to the size of the buffer, without taking it. Empty at the end.
  std::string_view head();

  enum class Line { Read, TooLong, End };
  // The next line without its line end. A line over `limit` bytes is skipped to its end.
  Line read_line(std::string& line, std::size_t limit);

  // Everything that is left; false if that is more than `limit` bytes.
  bool read_rest(std::string& out, std::size_t limit);

  // The next byte, or -1 at the end.
  int get();

  const std::optional<Error>& fault() const { return fault_; }

 private:
  ByteSource(int descriptor, std::string shown_path);
  bool fill();
  std::size_t read_some(char* to, std::size_t size);  // 0 at the end or on a fault
  bool wait_for_input();

  int descriptor_;
  std::string shown_path_;
  std::function<bool()> cancelled_;
  std::unique_ptr<char[]> buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::optional<Error> fault_;
};

}  // namespace onrecord::formats
