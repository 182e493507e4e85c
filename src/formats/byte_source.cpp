#include "formats/byte_source.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace onrecord::formats {
namespace {

constexpr std::size_t kBufferBytes = 256u << 10;

Error system_error(const std::string& shown_path) {
  if (errno == ENOENT || errno == ENOTDIR) return {ErrorKind::NotFound, "no such file", shown_path};
  if (errno == EACCES || errno == EPERM) {
    return {ErrorKind::Unreadable, "no permission to read it", shown_path};
  }
  if (errno == EISDIR) return {ErrorKind::Unreadable, "is a folder, not a file", shown_path};
  return {ErrorKind::Unreadable, std::string("cannot be read: ") + std::strerror(errno),
          shown_path};
}

}  // namespace

ByteSource::ByteSource(int descriptor, std::string shown_path)
    : descriptor_(descriptor),
      shown_path_(std::move(shown_path)),
      buffer_(std::make_unique<char[]>(kBufferBytes)) {}

ByteSource::ByteSource(ByteSource&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      shown_path_(std::move(other.shown_path_)),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      end_(other.end_),
      fault_(std::move(other.fault_)) {}

ByteSource::~ByteSource() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

Result<ByteSource> ByteSource::open(const std::string& path, const std::string& shown_path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_error(shown_path);
  return ByteSource(descriptor, shown_path);
}

ByteSource ByteSource::standard_input() {
  return ByteSource(STDIN_FILENO, "-");
}

bool ByteSource::fill() {
  begin_ = end_ = 0;
  while (!fault_) {
    const ssize_t got = ::read(descriptor_, buffer_.get(), kBufferBytes);
    if (got > 0) return end_ = static_cast<std::size_t>(got), true;
    if (got == 0) return false;
    if (errno != EINTR) fault_ = system_error(shown_path_);
  }
  return false;
}

std::string_view ByteSource::head() {
  // A pipe may hand over less than there is: read on until the buffer is full or the input ends.
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  while (end_ < kBufferBytes && !fault_) {
    const ssize_t got = ::read(descriptor_, buffer_.get() + end_, kBufferBytes - end_);
    if (got == 0) break;
    if (got > 0) {
      end_ += static_cast<std::size_t>(got);
    } else if (errno != EINTR) {
      fault_ = system_error(shown_path_);
    }
  }
  return {buffer_.get(), end_};
}

ByteSource::Line ByteSource::read_line(std::string& line, std::size_t limit) {
  line.clear();
  bool some = false, too_long = false;
  while (begin_ < end_ || fill()) {
    some = true;
    const char* from = buffer_.get() + begin_;
    const auto* stop = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
    const std::size_t size = stop ? static_cast<std::size_t>(stop - from) : end_ - begin_;
    too_long = too_long || line.size() + size > limit;
    if (!too_long) line.append(from, size);
    begin_ += size + (stop ? 1 : 0);
    if (stop) break;
  }
  if (too_long) return line.clear(), line.shrink_to_fit(), Line::TooLong;
  if (!some) return Line::End;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return Line::Read;
}

bool ByteSource::read_rest(std::string& out, std::size_t limit) {
  while (begin_ < end_ || fill()) {
    if (out.size() + (end_ - begin_) > limit) return false;
    out.append(buffer_.get() + begin_, end_ - begin_);
    begin_ = end_;
  }
  return true;
}

int ByteSource::get() {
  if (begin_ == end_ && !fill()) return -1;
  return static_cast<unsigned char>(buffer_[begin_++]);
}

}  // namespace onrecord::formats
