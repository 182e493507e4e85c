#include "formats/element_roles.h"

#include <string_view>
#include <unordered_map>

namespace onrecord::formats {
namespace {

std::uint32_t roles_of_tag(Tag tag) {
  switch (tag) {
    case Tag::Nav:
    case Tag::Footer:
    case Tag::Aside:
      return kChrome;
    case Tag::Form:
    case Tag::Fieldset:
      return kSide;
    case Tag::Article:
      return kArticle;
    case Tag::Figcaption:
      return kCaption;
    case Tag::Time:
      return kDateline;
    case Tag::Address:
      return kByline;
    default:
      return 0;
  }
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  if (tree.has_attribute(node, "hidden")) return true;
  const std::string_view style = tree.attribute(node, "style");
  const std::size_t at = style.find("display");
  if (at == std::string_view::npos) return false;
  const std::size_t value = style.find_first_not_of(": ", at + 7);
  return value != std::string_view::npos && style.substr(value, 4) == "none";
}

}  // namespace

std::vector<std::uint32_t> element_roles(const HtmlTree& tree) {
  std::unordered_map<std::string_view, std::uint32_t>
      known;  // a page has few names, often repeated
  const auto roles_of = [&](std::string_view name) {
    if (name.empty()) return 0u;
    const auto [it, fresh] = known.try_emplace(name, 0u);
    if (fresh) it->second = roles_of_name(name);
    return it->second;
  };
  std::vector<std::uint32_t> roles(tree.nodes().size(), 0);
  for (std::uint32_t i = 0; i < roles.size(); ++i) {
    const HtmlNode& node = tree.nodes()[i];
    if (node.tag == Tag::Text) continue;
    roles[i] = roles_of_tag(node.tag) | roles_of(node.text);
    if (node.attribute_count == 0) continue;
    for (const char* name : {"class", "id", "role", "itemprop"})
      roles[i] |= roles_of(tree.attribute(i, name));
    if (is_hidden(tree, i)) roles[i] |= kSide;
  }
  return roles;
}

}  // namespace onrecord::formats
