#include "formats/article_json.h"

#include <nlohmann/json.hpp>

#include "formats/checks.h"

namespace onrecord::formats {
namespace {

using Json = nlohmann::json;

Error bad(std::string message, const std::string& where) {
  return {ErrorKind::BadInput, std::move(message), where};
}

// A string, or a number as it is written; blank is absent.
std::optional<std::string> text_of(const Json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end()) return std::nullopt;
  if (it->is_number()) return it->dump();
  if (!it->is_string() || it->get_ref<const std::string&>().empty()) return std::nullopt;
  return it->get<std::string>();
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
  std::vector<std::string> texts;
  const auto it = object.find(key);
  if (it == object.end()) return texts;
  auto take = [&](const Json& value) {
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) texts.push_back(value);
  };
  if (it->is_array()) {
    for (const Json& value : *it) take(value);
  } else {
    take(*it);
  }
  return texts;
}

// Keys that are never looked at (entities, quotes, events of our own output) are not built.
bool is_wanted(int depth, Json::parse_event_t event, Json& parsed) {
  if (depth != 1 || event != Json::parse_event_t::key) return true;
  static constexpr std::string_view kKeys[] = {"text",     "id",      "title",     "source",
                                               "url",      "author",  "published", "authors",
                                               "language", "captions"};
  const auto& key = parsed.get_ref<const std::string&>();
  return std::find(std::begin(kKeys), std::end(kKeys), key) != std::end(kKeys);
}

RawDocument document_from(Json& object) {
  RawDocument document;
  document.plain = true;
  document.text = std::move(object["text"].get_ref<std::string&>());
  document.id = text_of(object, "id");
  document.title = text_of(object, "title");
  document.source = text_of(object, "source");
  document.url = text_of(object, "url");
  document.published = text_of(object, "published");
  document.language = text_of(object, "language");
  document.authors = texts_of(object, "authors");
  if (document.authors.empty()) document.authors = texts_of(object, "author");
  document.captions = texts_of(object, "captions");
  return document;
}

}  // namespace

Result<RawDocument> article_from_json(std::string bytes, const std::string& where) {
  if (auto error = refuse_bytes(bytes, where)) return *error;
  Json object;
  try {
    object = Json::parse(bytes, is_wanted);
  } catch (const Json::parse_error& fault) {
    return bad("not valid JSON at byte " + std::to_string(fault.byte), where);
  }
  if (!object.is_object()) return bad("not an article: want a JSON object with a \"text\"", where);
  const auto text = object.find("text");
  if (text == object.end()) return bad("has no \"text\"", where);
  if (!text->is_string()) return bad("\"text\" is not a string", where);
  if (auto error = refuse_text(text->get_ref<const std::string&>(), where)) return *error;
  RawDocument document = document_from(object);
  document.original = std::move(bytes);
  return document;
}

bool is_whole_object(std::string_view line) {
  int depth = 0;
  bool quoted = false, ended = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted) {
      if (c == '\\') ++i;
      quoted = c != '"';
    } else if (ended) {
      if (c != ' ' && c != '\t' && c != '\r') return false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      ended = --depth == 0;
    }
  }
  return ended;
}

}  // namespace onrecord::formats
