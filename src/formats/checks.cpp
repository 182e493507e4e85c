#include "formats/checks.h"

#include <algorithm>

#include "formats/reader.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

struct Magic {
  std::string_view start;
  const char* what;
};

constexpr Magic kForeign[] = {
    {"SQLite format 3", "an SQLite file"},
    {"%PDF-", "a PDF file"},
    {"PK\x03\x04", "a ZIP archive or an office document"},
    {"\x1F\x8B", "a gzip file"},
    {"BZh", "a bzip2 file"},
    {"\xFD"
     "7zXZ",
     "an xz file"},
    {"\x28\xB5\x2F\xFD", "a zstd file"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"\xD0\xCF\x11\xE0", "an old office or HWP document"},
    {"HWP Document File", "an old HWP document"},
    {"\x7F"
     "ELF",
     "a program"},
    {"{\\rtf", "an RTF document"},
    {"\xFF\xFE", "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8"},
    {"\xFE\xFF", "UTF-16 text; convert it first: iconv -f UTF-16 -t UTF-8"},
};

constexpr std::string_view kMarkup[] = {"<?xml", "<rss", "<feed"};

// Formats of the press that have no reader yet; as plain text they would only make noise.
constexpr std::string_view kUnreadExtensions[] = {
    "xml", "rss",  "atom", "csv",  "tsv",  "xlsx", "xls", "pdf", "doc", "docx", "odt", "rtf",
    "hwp", "hwpx", "eml",  "mbox", "warc", "zip",  "tar", "gz",  "xz",  "zst",  "7z"};

constexpr const char* kTaken = "html, txt, md, json and jsonl are";

std::string lower(std::string_view s, std::size_t limit) {
  std::string out(s.substr(0, limit));
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view without_blanks(std::string_view s) {
  if (s.starts_with("\xEF\xBB\xBF")) s.remove_prefix(3);
  const std::size_t first = s.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{} : s.substr(first);
}

Error bad(std::string message, const std::string& where) {
  return {ErrorKind::BadInput, std::move(message), where};
}

bool is_blank(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::decode(text, at);
    const bool blank = c <= 0x20 || c == 0x7F || c == 0xA0 || c == 0x3000 || c == 0xFEFF ||
                       (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x2060;
    if (!blank) return false;
  }
  return true;
}

std::optional<Error> refuse_nul(std::string_view bytes, const std::string& where) {
  const std::size_t at = bytes.find('\0');
  if (at == std::string_view::npos) return std::nullopt;
  return bad("is binary, not text: a NUL at byte " + std::to_string(at), where);
}

}  // namespace

std::optional<Error> refuse_foreign(std::string_view head, const std::string& where) {
  for (const Magic& magic : kForeign) {
    if (!head.starts_with(magic.start)) continue;
    return bad(std::string("is ") + magic.what, where);
  }
  const std::string start = lower(without_blanks(head), 16);
  for (std::string_view markup : kMarkup) {
    if (start.starts_with(markup)) {
      return bad(std::string("XML is not read yet; ") + kTaken, where);
    }
  }
  return refuse_nul(head, where);
}

std::optional<Error> refuse_by_name(std::string_view extension, const std::string& where) {
  const auto* end = std::end(kUnreadExtensions);
  if (std::find(std::begin(kUnreadExtensions), end, extension) == end) return std::nullopt;
  return bad("." + std::string(extension) + " files are not read yet; " + kTaken, where);
}

std::optional<Error> refuse_bytes(std::string_view bytes, const std::string& where) {
  if (auto error = refuse_nul(bytes, where)) return error;
  const auto fault = text::find_invalid_utf8(bytes);
  if (!fault) return std::nullopt;
  return bad("not UTF-8 at byte " + std::to_string(*fault) +
                 "; convert it first, an old Korean file with: iconv -f CP949 -t UTF-8",
             where);
}

std::optional<Error> refuse_text(std::string_view text, const std::string& where) {
  if (text.size() > kMaxArticleBytes) return too_large(where);
  if (auto error = refuse_nul(text, where)) return error;
  if (is_blank(text)) return bad("is empty: there is no text in it", where);
  return std::nullopt;
}

Error too_large(const std::string& where) {
  return {ErrorKind::TooLarge,
          "is larger than " + std::to_string(kMaxArticleBytes >> 20) +
              " MiB, too large for one article; split it into articles (JSONL: one a line)",
          where};
}

Error page_too_large(const std::string& where) {
  return {ErrorKind::TooLarge,
          "is larger than " + std::to_string(kMaxArticleBytes >> 20) +
              " MiB, too large for a page; save its text instead",
          where};
}

}  // namespace onrecord::formats
