#include <yaml-cpp/yaml.h>

#include "formats/checks.h"
#include "formats/markdown_text.h"
#include "formats/readers.h"

namespace onrecord::formats {
namespace {

// The YAML between two lines of ---, and where the body starts.
struct FrontMatter {
  std::string_view yaml;
  std::size_t body = 0;
};

FrontMatter find_front_matter(std::string_view text) {
  const std::size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (text.substr(start, 3) != "---") return {{}, start};
  const std::size_t first = text.find('\n', start);
  if (first == std::string_view::npos || text.find_first_not_of("- \t\r", start) < first)
    return {{}, start};
  const std::size_t end = text.find("\n---", first);
  if (end == std::string_view::npos) return {{}, start};
  const std::size_t body = text.find('\n', end + 1);
  return {text.substr(first + 1, end - first),
          body == std::string_view::npos ? text.size() : body + 1};
}

std::optional<std::string> scalar(const YAML::Node& map, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    const YAML::Node value = map[key];
    if (value && value.IsScalar() && !value.Scalar().empty()) return value.Scalar();
  }
  return std::nullopt;
}

std::vector<std::string> list(const YAML::Node& map, std::initializer_list<const char*> keys) {
  std::vector<std::string> values;
  for (const char* key : keys) {
    const YAML::Node node = map[key];
    if (node && node.IsScalar()) values.push_back(node.Scalar());
    if (!node || !node.IsSequence()) continue;
    for (const YAML::Node& value : node) {
      if (value.IsScalar()) values.push_back(value.Scalar());
    }
  }
  return values;
}

std::optional<Error> take_front_matter(std::string_view yaml, const std::string& path,
                                       RawDocument& document) {
  try {
    const YAML::Node map = YAML::Load(std::string(yaml));
    if (!map.IsMap()) return std::nullopt;
    document.title = scalar(map, {"title"});
    document.published = scalar(map, {"published", "date"});
    document.source = scalar(map, {"source", "outlet"});
    document.url = scalar(map, {"url"});
    document.id = scalar(map, {"id"});
    document.language = scalar(map, {"language", "lang"});
    document.authors = list(map, {"authors", "author"});
    return std::nullopt;
  } catch (const YAML::Exception& fault) {
    const int line = fault.mark.line + 2;  // marks count from 0, and the line of --- stands before
    return Error{ErrorKind::BadInput, "its front matter is not valid YAML: " + fault.msg,
                 path + ":" + std::to_string(line)};
  }
}

}  // namespace

void read_markdown(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  RawDocument document;
  document.path = shown_path;
  document.format = "md";
  const bool fits = source.read_rest(document.original, kMaxArticleBytes);
  auto error = fits ? source.fault() : too_large(shown_path);
  if (!error) error = refuse_bytes(document.original, shown_path);
  if (error) return void(sink({0, *error}));
  const FrontMatter front = find_front_matter(document.original);
  error = take_front_matter(front.yaml, shown_path, document);
  if (!error) {
    MarkdownText rendered = render_markdown(std::string_view(document.original).substr(front.body));
    document.text = std::move(rendered.text);
    document.captions = std::move(rendered.captions);
    if (!document.title && !rendered.headline.empty()) document.title = rendered.headline;
    error = refuse_text(document.text, shown_path);
  }
  if (error) return void(sink({0, *error}));
  sink({0, std::move(document)});
}

}  // namespace onrecord::formats
