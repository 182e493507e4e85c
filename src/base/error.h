// What can go wrong, as a value: every fault that a reader, an extractor or a command reports.
//
// Faulty input is data: functions that meet it return Result<T>. Failure is thrown only where work
// cannot go on (archive, disk, broken invariant) and is caught in cli/main.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace onrecord {

enum class ErrorKind {
  Usage,       // wrong words on the command line or in a query
  NotFound,    // a path that is not there, a ref that resolves to nothing
  BadInput,    // an input that is no article we can take: empty, binary, broken encoding or syntax
  TooLarge,    // an input beyond a documented limit
  Unreadable,  // no permission, a device, a vanished file
  ArchiveMissing,  // no archive where one is needed
  ArchiveDamaged,  // not a sound SQLite file
  ArchiveForeign,  // a sound file that is not an onrecord archive
  ArchiveNewer,    // written by a newer version
  ArchiveBusy,     // locked by another process
  Io,              // disk full, write refused
  Interrupted,     // Ctrl-C
  Internal,        // a fault of the program
};

// The name of a kind as stored in `problem.kind` and printed by `problems`: "bad-input",
// "not-found" …
const char* name_of(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::Internal;
  std::string message;  // one sentence for the user: the thing, what is wrong, what to do next
  std::string
      where;  // "path", "path:line", or "article UID, byte 310"; empty if the message says it
};

// `where: message`, or the message alone.
std::string describe(const Error& error);

class Failure : public std::runtime_error {
 public:
  explicit Failure(Error error);
  const Error& error() const { return error_; }

 private:
  Error error_;
};

[[noreturn]] void fail(ErrorKind kind, std::string message, std::string where = {});

// A value or the reason why there is none.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }
  T* operator->() { return &value(); }
  T& operator*() { return value(); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace onrecord
