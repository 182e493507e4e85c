#include <algorithm>

#include "formats/checks.h"
#include "formats/html_charset.h"
#include "formats/page_article.h"
#include "formats/readers.h"
#include "text/encoding.h"

namespace onrecord::formats {
namespace {

// What no text has: control characters, and characters that could not be read. A few are noise,
// which browsers pass over, too.
std::optional<Error> refuse_binary(const text::Decoded& page, const std::string& where) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x09 || byte == 0x0B || (byte > 0x0D && byte < 0x1B);
  };
  const auto controls = std::count_if(page.text.begin(), page.text.end(), is_control);
  if ((static_cast<std::size_t>(controls) + page.faults) * 50 <= page.text.size())
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
