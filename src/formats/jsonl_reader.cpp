#include "formats/article_json.h"
#include "formats/checks.h"
#include "formats/readers.h"

namespace onrecord::formats {
namespace {

Result<RawDocument> article_of(std::string line, const std::string& shown_path,
                               std::uint64_t number) {
  Result<RawDocument> article =
      article_from_json(std::move(line), shown_path + ":" + std::to_string(number));
  if (article) {
    article->path = shown_path;
    article->record = number;
    article->format = "jsonl";
  }
  return article;
}

}  // namespace

void read_jsonl(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  std::string line;
  for (std::uint64_t number = 1;; ++number) {
    const ByteSource::Line read = source.read_line(line, kMaxRecordBytes);
    if (read == ByteSource::Line::End) break;
    if (read == ByteSource::Line::TooLong) {
      if (!sink({number, too_large(shown_path + ":" + std::to_string(number))})) return;
      continue;
    }
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    if (!sink({number, article_of(std::move(line), shown_path, number)})) return;
  }
  if (source.fault()) sink({0, *source.fault()});
}

}  // namespace onrecord::formats
