// The readers of the formats: each takes a source from its start and hands on documents or errors
// in order.
//
// What is in each format: docs/formats.md. Each reader is listed in registry.cpp.
#pragma once

#include <string>

#include "formats/byte_source.h"
#include "formats/reader.h"

namespace onrecord::formats {

void read_plain_text(ByteSource& source, const std::string& shown_path, const Sink& sink);
void read_markdown(ByteSource& source, const std::string& shown_path, const Sink& sink);
void read_json(ByteSource& source, const std::string& shown_path, const Sink& sink);
void read_html(ByteSource& source, const std::string& shown_path, const Sink& sink);
void read_jsonl(ByteSource& source, const std::string& shown_path, const Sink& sink);

// A record's bytes beyond this are not even gathered: an article whose every character is escaped
// fits.
inline constexpr std::size_t kMaxRecordBytes = 3 * kMaxArticleBytes;

}  // namespace onrecord::formats
