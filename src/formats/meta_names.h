// What meta elements (name, property, itemprop) say of an article, and how much that weighs. Data.
#pragma once

#include <string_view>

namespace onrecord::formats {

enum class Field { Headline, Outlet, Published, Modified, Author, Url, Language, Description };

// What meta elements (name, property, itemprop) propose, and how much it weighs.
struct MetaName {
  std::string_view name;
  Field field;
  double weight;
};

inline constexpr MetaName kMetaNames[] = {
    {"og:title", Field::Headline, 3},
    {"twitter:title", Field::Headline, 1.5},
    {"headline", Field::Headline, 2},
    {"title", Field::Headline, 1},
    {"dc.title", Field::Headline, 1.5},
    {"og:site_name", Field::Outlet, 3},
    {"application-name", Field::Outlet, 1},
    {"dc.publisher", Field::Outlet, 2},
    {"publisher", Field::Outlet, 2},
    {"article:publisher", Field::Outlet, 1},
    {"copyright", Field::Outlet, 0.5},
    {"article:published_time", Field::Published, 3},
    {"og:article:published_time", Field::Published, 2.5},
    {"og:published_time", Field::Published, 2.5},
    {"datepublished", Field::Published, 3},
    {"article:published", Field::Published, 2.5},
    {"article.published", Field::Published, 2.5},
    {"parsely-pub-date", Field::Published, 2},
    {"sailthru.date", Field::Published, 2},
    {"pubdate", Field::Published, 2},
    {"publishdate", Field::Published, 2},
    {"publish-date", Field::Published, 2},
    {"publish_date", Field::Published, 2},
    {"dc.date.issued", Field::Published, 2},
    {"dcterms.created", Field::Published, 1.5},
    {"dc.date", Field::Published, 1.5},
    {"date", Field::Published, 1.5},
    {"regdate", Field::Published, 1.5},
    {"article:modified_time", Field::Modified, 3},
    {"og:updated_time", Field::Modified, 2},
    {"datemodified", Field::Modified, 3},
    {"lastmod", Field::Modified, 1},
    {"author", Field::Author, 2},
    {"article:author", Field::Author, 2},
    {"og:article:author", Field::Author, 1.5},
    {"parsely-author", Field::Author, 2},
    {"sailthru.author", Field::Author, 2},
    {"dc.creator", Field::Author, 2},
    {"byl", Field::Author, 2},
    {"dable:author", Field::Author, 2},
    {"og:url", Field::Url, 2},
    {"twitter:url", Field::Url, 1},
    {"og:locale", Field::Language, 1},
    {"language", Field::Language, 1},
    {"inlanguage", Field::Language, 2},
    {"content-language", Field::Language, 1},
    {"description", Field::Description, 1},
    {"og:description", Field::Description, 2},
    {"twitter:description", Field::Description, 1},
};

}  // namespace onrecord::formats
