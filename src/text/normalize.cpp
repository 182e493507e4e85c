#include "text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "base/error.h"

namespace onrecord::text {
namespace {

const icu::Normalizer2& normalizer(bool folding) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = folding ? icu::Normalizer2::getNFKCCasefoldInstance(status)
                                          : icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) fail(ErrorKind::Internal, std::string("ICU: ") + u_errorName(status));
  return *found;
}

std::string apply(const icu::Normalizer2& normalizer, std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  normalizer.normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())),
                           sink, nullptr, status);
  if (U_FAILURE(status)) fail(ErrorKind::Internal, std::string("ICU: ") + u_errorName(status));
  return out;
}

std::string with_plain_line_ends(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] != '\r') {
      out += s[i];
    } else {
      out += '\n';
      if (i + 1 < s.size() && s[i + 1] == '\n') ++i;
    }
  }
  return out;
}

}  // namespace

std::string nfc(std::string_view utf8) {
  return apply(normalizer(false), utf8);
}
std::string fold(std::string_view utf8) {
  return apply(normalizer(true), utf8);
}

std::string normalize(std::string_view utf8) {
  if (utf8.substr(0, 3) == "\xEF\xBB\xBF") utf8.remove_prefix(3);
  if (utf8.find('\r') == std::string_view::npos) return nfc(utf8);
  return nfc(with_plain_line_ends(utf8));
}

}  // namespace onrecord::text
