#include "formats/json_ld.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "formats/page_blocks.h"

namespace onrecord::formats {
namespace {

using Json = nlohmann::json;

constexpr int kDeepest = 32;
constexpr std::size_t kMostObjects = 2000;
constexpr std::size_t kMostAuthors = 20;
constexpr std::size_t kLongestScript = 4u << 20;

// Publishers escape these a second time.
std::string without_entities(std::string_view s) {
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&quot;", "\""}, {"&#34;", "\""},  {"&#034;", "\""}, {"&apos;", "'"}, {"&#39;", "'"},
      {"&#039;", "'"},  {"&lt;", "<"},    {"&gt;", ">"},    {"&nbsp;", " "}, {"&amp;", "&"},
      {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&lsquo;", "‘"}, {"&rsquo;", "’"}};
  std::string out;
  while (!s.empty()) {
    const auto* entity = std::find_if(std::begin(kEntities), std::end(kEntities),
                                      [&](const auto& e) { return s.starts_with(e.first); });
    if (s[0] == '&' && entity != std::end(kEntities)) {
      out += entity->second;
      s.remove_prefix(entity->first.size());
    } else {
      out += s[0];
      s.remove_prefix(1);
    }
  }
  return out;
}

std::optional<std::string> text_of(const Json& object, const char* key) {
  const auto it = object.find(key);
  if (it == object.end() || !it->is_string()) return std::nullopt;
  std::string text = squeezed(without_entities(it->get_ref<const std::string&>()));
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

// The text of a string, of an object's name or address, or of the first of several.
std::optional<std::string> name_of(const Json& object, const char* key, const char* part) {
  if (auto text = text_of(object, key)) return text;
  const auto it = object.find(key);
  if (it == object.end()) return std::nullopt;
  const Json& value = it->is_array() && !it->empty() ? it->front() : *it;
  return value.is_object() ? text_of(value, part) : std::nullopt;
}

bool has_type(const Json& object, auto&& is_wanted) {
  const auto it = object.find("@type");
  if (it == object.end()) return false;
  const auto wanted = [&](const Json& type) {
    return type.is_string() && is_wanted(std::string_view(type.get_ref<const std::string&>()));
  };
  return it->is_array() ? std::any_of(it->begin(), it->end(), wanted) : wanted(*it);
}

bool is_article(const Json& object) {
  return has_type(object, [](std::string_view type) {
    return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
  });
}

bool is_organization(const Json& object) {
  return has_type(object, [](std::string_view type) { return type.ends_with("Organization"); });
}

std::vector<std::string> authors_of(const Json& object) {
  std::vector<std::string> names;
  const auto take = [&](const Json& author) {
    if (names.size() >= kMostAuthors) return;
    if (author.is_string()) {
      names.push_back(squeezed(without_entities(author.get_ref<const std::string&>())));
    } else if (author.is_object() && !is_organization(author)) {
      if (auto name = name_of(author, "name", "name")) names.push_back(std::move(*name));
    }
  };
  for (const char* key : {"author", "creator"}) {
    const auto it = object.find(key);
    if (it == object.end() || !names.empty()) continue;
    if (!it->is_array()) take(*it);
    if (it->is_array()) std::for_each(it->begin(), it->end(), take);
  }
  return names;
}

// Paragraphs stay apart.
std::optional<std::string> body_of(const Json& object) {
  const auto it = object.find("articleBody");
  if (it == object.end() || !it->is_string()) return std::nullopt;
  return without_entities(it->get_ref<const std::string&>());
}

JsonLdArticle article_from(const Json& object) {
  JsonLdArticle out;
  out.headline = text_of(object, "headline");
  if (!out.headline) out.headline = text_of(object, "name");
  out.publisher = name_of(object, "publisher", "name");
  out.published = text_of(object, "datePublished");
  out.modified = text_of(object, "dateModified");
  out.url = text_of(object, "url");
  if (!out.url) out.url = name_of(object, "mainEntityOfPage", "@id");
  out.language = name_of(object, "inLanguage", "name");
  out.description = text_of(object, "description");
  out.body = body_of(object);
  out.authors = authors_of(object);
  return out;
}

}  // namespace

std::vector<JsonLdArticle> read_json_ld(std::string_view script) {
  std::vector<JsonLdArticle> articles;
  if (script.size() > kLongestScript) return articles;
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth <= kDeepest; };
  const Json parsed = Json::parse(script, shallow, false, true);
  std::vector<const Json*> open = {&parsed};
  for (std::size_t i = 0; i < open.size() && i < kMostObjects; ++i) {
    const Json& value = *open[i];
    if (!value.is_object() && !value.is_array()) continue;
    if (value.is_object() && is_article(value)) articles.push_back(article_from(value));
    for (const Json& child : value) {
      if (child.is_structured()) open.push_back(&child);
    }
  }
  return articles;
}

}  // namespace onrecord::formats
