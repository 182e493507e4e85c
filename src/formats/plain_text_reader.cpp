#include "formats/checks.h"
#include "formats/readers.h"

namespace onrecord::formats {

void read_plain_text(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  RawDocument document;
  document.path = shown_path;
  document.format = "txt";
  document.plain = true;
  const bool fits = source.read_rest(document.original, kMaxArticleBytes);
  auto error = fits ? source.fault() : too_large(shown_path);
  if (!error) error = refuse_bytes(document.original, shown_path);
  if (!error) error = refuse_text(document.original, shown_path);
  if (error) return void(sink({0, *error}));
  document.text = document.original;
  sink({0, std::move(document)});
}

}  // namespace onrecord::formats
