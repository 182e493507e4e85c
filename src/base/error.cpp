#include "base/error.h"

namespace onrecord {

const char* name_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Usage:
      return "usage";
    case ErrorKind::NotFound:
      return "not-found";
    case ErrorKind::BadInput:
      return "bad-input";
    case ErrorKind::TooLarge:
      return "too-large";
    case ErrorKind::Unreadable:
      return "unreadable";
    case ErrorKind::ArchiveMissing:
      return "archive-missing";
    case ErrorKind::ArchiveDamaged:
      return "archive-damaged";
    case ErrorKind::ArchiveForeign:
      return "archive-foreign";
    case ErrorKind::ArchiveNewer:
      return "archive-newer";
    case ErrorKind::ArchiveBusy:
      return "archive-busy";
    case ErrorKind::Io:
      return "io";
    case ErrorKind::Interrupted:
      return "interrupted";
    case ErrorKind::Internal:
      return "internal";
  }
  return "internal";
}

std::string describe(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

Failure::Failure(Error error) : std::runtime_error(describe(error)), error_(std::move(error)) {}

void fail(ErrorKind kind, std::string message, std::string where) {
  throw Failure(Error{kind, std::move(message), std::move(where)});
}

}  // namespace onrecord
