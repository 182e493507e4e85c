#include "formats/byte_source.h"

#include <fcntl.h>
#include <poll.h>
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
      cancelled_(std::move(other.cancelled_)),
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

ByteSource ByteSource::standard_input(std::function<bool()> cancelled) {
  ByteSource source(STDIN_FILENO, "-");
  source.cancelled_ = std::move(cancelled);
  return source;
}

// False: cancelled. A terminal or a pipe may keep silent for ever, and reading could not be left
// again.
bool ByteSource::wait_for_input() {
  while (cancelled_ && !cancelled_()) {
    pollfd waiting{descriptor_, POLLIN, 0};
    if (::poll(&waiting, 1, 100) != 0) return true;
  }
  return !cancelled_;
}

std::size_t ByteSource::read_some(char* to, std::size_t size) {
  while (!fault_ && wait_for_input()) {
    const ssize_t got = ::read(descriptor_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fault_ = system_error(shown_path_);
  }
  return 0;
}

bool ByteSource::fill() {
  begin_ = 0;
  end_ = read_some(buffer_.get(), kBufferBytes);
  return end_ > 0;
}

std::string_view ByteSource::head() {
  if (begin_ > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  // A pipe may hand over less than there is: read on until the buffer is full or the input ends.
  while (end_ < kBufferBytes) {
    const std::size_t got = read_some(buffer_.get() + end_, kBufferBytes - end_);
    if (got == 0) break;
    end_ += got;
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
