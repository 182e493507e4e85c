// What is in this file? One reader a format, chosen by content before extension
// (formats/registry.cpp).
//
// Input: a path or standard input. Output: one RawDocument per article, in the order of the input,
// handed on one at a time, so that memory does not grow with a container's size.
// Errors: a faulty record is handed on as an Error with its place; the records after it still come.
#pragma once

#include <functional>
#include <string>

#include "base/error.h"
#include "model/document.h"

namespace onrecord::formats {

// An article's text above this many bytes is refused (ErrorKind::TooLarge).
inline constexpr std::size_t kMaxArticleBytes = 16u << 20;

struct Item {
  std::uint64_t record = 0;  // of a container, from 1; 0: the whole file
  Result<RawDocument> document;
};

// Returns false to stop reading.
using Sink = std::function<bool(Item)>;

// Reads one file. `shown_path` is what documents and errors carry (relative to the ingested root).
void read_file(const std::string& path, const std::string& shown_path, const Sink& sink);

// Reads standard input, whatever it holds; documents carry the path "-". `cancelled` is asked while
// nothing comes, and ends the reading.
void read_standard_input(const Sink& sink, std::function<bool()> cancelled = {});

}  // namespace onrecord::formats
