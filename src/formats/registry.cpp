#include <algorithm>

#include "formats/article_json.h"
#include "formats/checks.h"
#include "formats/reader.h"
#include "formats/readers.h"
#include "text/encoding.h"

namespace onrecord::formats {
namespace {

enum class Fit { No, Possible, Certain };

std::string_view content_of(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{} : head.substr(first);
}

std::string_view first_line_of(std::string_view content) {
  return content.substr(0, content.find('\n'));
}

char second_sign(std::string_view content) {
  const std::size_t at = content.find_first_not_of(" \t\r\n", 1);
  return at == std::string_view::npos ? '\0' : content[at];
}

bool opens_object(std::string_view content) {
  return content.starts_with('{') && (second_sign(content) == '"' || second_sign(content) == '}');
}

Fit sniff_jsonl(std::string_view head) {
  const std::string_view content = content_of(head);
  if (!opens_object(content)) return Fit::No;
  const std::string_view line = first_line_of(content);
  if (is_whole_object(line)) return Fit::Certain;
  return line.size() == content.size() ? Fit::Possible
                                       : Fit::No;  // a first line longer than the head
}

Fit sniff_json(std::string_view head) {
  const std::string_view content = content_of(head);
  if (content.starts_with('[') && second_sign(content) == '{') return Fit::Certain;
  if (!opens_object(content)) return Fit::No;
  const std::string_view line = first_line_of(content);
  if (!is_whole_object(line))
    return line.find_first_not_of("{ \t\r") == line.npos ? Fit::Certain : Fit::Possible;
  return content_of(content.substr(line.size())).empty() ? Fit::Certain : Fit::No;
}

Fit sniff_markdown(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (first_line_of(head).substr(0, 3) != "---") return Fit::No;
  const std::size_t end = head.find('\n');
  if (end == std::string_view::npos || head.find("\n---", end) == std::string_view::npos)
    return Fit::No;
  const std::string_view key = first_line_of(head.substr(end + 1));
  const std::size_t colon = key.find(':');
  return colon != std::string_view::npos && colon > 0 && key.substr(0, colon).find(' ') == key.npos
             ? Fit::Certain
             : Fit::No;
}

// The head of a page, in letters that can be compared: of UTF-16 the bytes that are not NUL.
std::string markup_of(std::string_view head) {
  const bool wide = text::is_utf16(head);
  std::string out;
  for (char c : head.substr(0, 4096)) {
    if (wide && (c == '\0' || (c & 0x80) != 0)) continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string_view behind_comments(std::string_view markup) {
  while ((markup = content_of(markup)).starts_with("<!--")) {
    const std::size_t end = markup.find("-->");
    markup = end == std::string_view::npos ? std::string_view{} : markup.substr(end + 3);
  }
  return markup;
}

Fit sniff_html(std::string_view head) {
  const std::string markup = markup_of(head);
  const std::string_view content = behind_comments(markup);
  for (std::string_view start : {"<!doctype html", "<html", "<head", "<body"}) {
    if (content.starts_with(start)) return Fit::Certain;
  }
  const bool xhtml = content.starts_with("<?xml") && content.find("<html") != content.npos;
  return xhtml ? Fit::Certain : Fit::No;
}

Fit sniff_plain_text(std::string_view) {
  return Fit::Possible;
}

struct Format {
  const char* id;
  std::string_view extensions[3];
  Fit (*sniff)(std::string_view head);
  void (*read)(ByteSource& source, const std::string& shown_path, const Sink& sink);
};

// Every format that is read. Content decides before the extension; where two fit alike, the
// extension, and then the order of this table.
constexpr Format kFormats[] = {
    {"jsonl", {"jsonl", "ndjson"}, sniff_jsonl, read_jsonl},
    {"json", {"json"}, sniff_json, read_json},
    {"md", {"md", "markdown"}, sniff_markdown, read_markdown},
    {"html", {"html", "htm", "xhtml"}, sniff_html, read_html},
    {"txt", {"txt", "text"}, sniff_plain_text, read_plain_text},
};

bool has_extension(const Format& format, std::string_view extension) {
  const auto* end = std::end(format.extensions);
  return !extension.empty() && std::find(std::begin(format.extensions), end, extension) != end;
}

const Format& choose(std::string_view head, std::string_view extension) {
  const Format* best = nullptr;
  int best_rank = -1;
  for (const Format& format : kFormats) {
    const Fit fit = format.sniff(head);
    const bool named = has_extension(format, extension);
    const int rank = fit == Fit::Certain ? 4 + named : named ? 2 : fit == Fit::Possible ? 1 : 0;
    if (rank > best_rank) best = &format, best_rank = rank;
  }
  return *best;
}

std::string extension_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.find('/', dot) != std::string_view::npos) return {};
  std::string extension(path.substr(dot + 1));
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return extension;
}

void read(ByteSource& source, const std::string& shown_path, std::string_view extension,
          const Sink& sink) {
  const std::string_view head = source.head();
  if (source.fault()) return void(sink({0, *source.fault()}));
  if (content_of(head).empty() && head.size() < 4096) {
    return void(
        sink({0, Error{ErrorKind::BadInput, "is empty: there is no text in it", shown_path}}));
  }
  // Before the foreign formats: a page may be UTF-16, which is none for text.
  const Format& chosen = choose(head, extension);
  if (chosen.read == read_html && (sniff_html(head) == Fit::Certain || text::is_utf16(head)))
    return read_html(source, shown_path, sink);
  if (auto error = refuse_foreign(head, shown_path)) return void(sink({0, *error}));
  if (auto error = refuse_by_name(extension, shown_path)) return void(sink({0, *error}));
  chosen.read(source, shown_path, sink);
}

}  // namespace

void read_file(const std::string& path, const std::string& shown_path, const Sink& sink) {
  Result<ByteSource> source = ByteSource::open(path, shown_path);
  if (!source) return void(sink({0, source.error()}));
  read(*source, shown_path, extension_of(path), sink);
}

void read_standard_input(const Sink& sink, std::function<bool()> cancelled) {
  ByteSource source = ByteSource::standard_input(std::move(cancelled));
  read(source, "-", "", sink);
}

}  // namespace onrecord::formats
