#include "formats/document_builder.h"

#include "base/digest.h"
#include "formats/date_text.h"
#include "formats/press_lines.h"
#include "text/layout.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

// By the first letters: names in the other script do not outweigh the prose.
std::string guess_language(std::string_view text) {
  std::size_t hangul = 0, latin = 0;
  for (std::size_t at = 0; at < text.size() && hangul + latin < 4000;) {
    const char32_t c = text::decode(text, at);
    hangul += text::is_hangul_syllable(c);
    latin += text::is_ascii_letter(c);
  }
  if (hangul == 0 && latin == 0) return "und";
  return hangul * 5 >= latin ? "ko"
                             : "en";  // a syllable of Hangul is two or three letters of Latin
}

std::string language_of(const std::optional<std::string>& given, std::string_view text) {
  if (!given) return guess_language(text);
  std::string start = given->substr(0, 2);
  for (char& c : start) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (start == "ko" || start == "en") return start;
  return *given == "한국어" ? "ko" : *given == "영어" ? "en" : "und";
}

std::optional<std::string> clean(const std::optional<std::string>& value) {
  if (!value) return std::nullopt;
  std::string out = text::normalize(*value);
  const std::size_t first = out.find_first_not_of(" \t\n");
  if (first == std::string::npos) return std::nullopt;
  return out.substr(first, out.find_last_not_of(" \t\n") - first + 1);
}

std::vector<std::string> clean(const std::vector<std::string>& values) {
  std::vector<std::string> out;
  for (const std::string& value : values) {
    if (auto text = clean(std::optional(value))) out.push_back(std::move(*text));
  }
  return out;
}

void complete_from_lines(Document& document, const Defaults& defaults) {
  const bool korean = document.language == "ko";
  if (!document.published || !document.source || document.authors.empty()) {
    PressFacts facts = read_press_lines(document.text, korean);
    if (!document.published) document.published = std::move(facts.published);
    if (!document.source) document.source = std::move(facts.source);
    if (document.authors.empty()) document.authors = std::move(facts.authors);
  }
  if (!document.published && defaults.published) document.published = defaults.published;
  if (!document.source && defaults.source) document.source = clean(defaults.source);
}

void take_title_from_headline(Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::Headline) continue;
    document.title = clean(std::string(slice(document.text, block.span)));
    return;
  }
}

}  // namespace

Document build_document(RawDocument raw, const Defaults& defaults) {
  Document document;
  document.original_sha256 =
      raw.original_sha256.empty() ? sha256_hex(raw.original) : std::move(raw.original_sha256);
  document.uid = document.original_sha256.substr(0, 16);
  document.text = text::normalize(raw.text);
  const bool marked = !raw.blocks.empty() && document.text == raw.text;
  document.text_sha256 =
      document.text == raw.original ? document.original_sha256 : sha256_hex(document.text);
  document.path = std::move(raw.path);
  document.record = raw.record;
  document.format = std::move(raw.format);
  document.original = std::move(raw.original);
  document.id = std::move(raw.id);
  document.title = clean(raw.title);
  document.source = clean(raw.source);
  document.url = clean(raw.url);
  document.authors = clean(raw.authors);
  document.captions = clean(raw.captions);
  document.language = language_of(raw.language, document.text);
  if (raw.published) document.published = published_from(*raw.published, document.language == "ko");
  document.blocks = marked ? std::move(raw.blocks) : text::find_blocks(document.text);
  complete_from_lines(document, defaults);
  if (!document.title) take_title_from_headline(document);
  return document;
}

}  // namespace onrecord::formats
