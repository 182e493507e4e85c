// An article on its way in: what a reader took from an input, and the text that everything else
// speaks of.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace onrecord {

enum class BlockKind : std::uint8_t {
  Headline,
  Subhead,
  Byline,    // 홍길동 기자, e-mail lines
  Dateline,  // 입력 2024.03.11 09:30
  Body,
  Caption,  // ▲…, (사진=…)
  List,     // items under ▲ △ ○ -
  Notice,   // copyright tails, related articles
};

const char* name_of(BlockKind kind);  // "headline", "subhead" …

// A paragraph-like part of the text, bytes, without surrounding blanks. Blocks are in order and do
// not overlap.
struct Block {
  BlockKind kind = BlockKind::Body;
  ByteSpan span;
};

// What a reader (formats/) makes of one input or one record of it.
struct RawDocument {
  std::string path;             // as given or found below the ingested folder
  std::uint64_t record = 0;     // 1-based record of a container; 0: the whole file is the article
  std::string format;           // "txt", "md", "json", "jsonl", "html"
  std::string original;         // the bytes that make the article (of a container: of the record)
  std::string original_sha256;  // empty where nobody has needed it yet
  std::string text;             // decoded UTF-8, not yet normalised
  bool plain = false;  // .txt and JSONL text: kept unchanged but for NFC, line ends and a BOM
  std::optional<std::string> id, title, source, url, published, language;
  std::vector<std::string> authors;
  std::vector<std::string> captions;
  std::vector<Block> blocks;  // where the input marks its parts and `text` is normalised already
};

// The article that extraction reads. `text` is NFC with \n line ends and never changes again.
struct Document {
  std::string uid;  // base/digest.h: uid_of(original)
  std::string path;
  std::uint64_t record = 0;
  std::string format;
  std::string original;
  std::string original_sha256;
  std::string text;
  std::string text_sha256;
  std::optional<std::string> id, title, source, url;
  std::optional<std::string> published;  // "2023-06-09" or "2023-06-09T10:30:00+09:00"
  std::string language;                  // "ko", "en", or "und"
  std::vector<std::string> authors;
  std::vector<std::string> captions;
  std::vector<Block> blocks;
};

}  // namespace onrecord
