#include "formats/checks.h"
#include "formats/html_charset.h"
#include "formats/page_article.h"
#include "formats/readers.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

// What no text has: control characters, and characters that could not be read.
std::optional<Error> refuse_binary(const text::Decoded& page, const std::string& where) {
  std::size_t controls = 0;
  for (char c : page.text)
    controls += static_cast<unsigned char>(c) < 0x09 || c == 0x0B || (c > 0x0D && c < 0x1B);
  if (page.text.find('\0') == std::string::npos &&
      (controls + page.faults) * 50 <= page.text.size())
    return std::nullopt;
  return Error{ErrorKind::BadInput, "is binary, not a page; save the page again", where};
}

Result<RawDocument> read_page(std::string original, const std::string& shown_path) {
  const text::Decoded page = text::decode_bytes(original, declared_charset(original));
  if (auto error = refuse_binary(page, shown_path)) return *error;
  Result<RawDocument> document = article_from_page(page.text, shown_path);
  if (!document) return document;
  document->path = shown_path;
  document->format = "html";
  document->original = std::move(original);
  return document;
}

}  // namespace

void read_html(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  std::string original;
  const bool fits = source.read_rest(original, kMaxArticleBytes);
  if (!fits) return void(sink({0, page_too_large(shown_path)}));
  if (source.fault()) return void(sink({0, *source.fault()}));
  sink({0, read_page(std::move(original), shown_path)});
}

}  // namespace onrecord::formats
