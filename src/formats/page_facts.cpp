#include "formats/page_facts.h"

#include <algorithm>

#include "formats/ballot.h"
#include "formats/date_text.h"
#include "formats/json_ld.h"
#include "formats/meta_names.h"
#include "formats/page_title.h"
#include "formats/page_words.h"
#include "formats/press_lines.h"
#include "formats/press_words.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

using View = std::string_view;

constexpr double kJsonLdWeight = 3;
constexpr double kHeadingWeight = 2;  // of an <h1>; a class "headline" adds to it
constexpr double kNamedHeading = 1.5;
constexpr double kPageTitleWeight = 1.5;  // of <title> and its parts
constexpr double kInTitleWeight = 1.5;
constexpr int kMostTimes = 20;
constexpr double kLineWeight = 0.9;        // of lines that call themselves a byline or a date
constexpr double kRightsWeight = 6;        // of the outlet that holds the rights
constexpr double kSignedWeight = 5;        // of an outlet that is named as the author
constexpr std::size_t kLongestLine = 600;  // bytes; longer blocks are paragraphs
constexpr std::size_t kMostHeadings = 20;
constexpr std::size_t kShortestInTitle = 10;
constexpr View kRights = "무단";
constexpr std::size_t kLongestHeadline = 300;
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kLongestValue = 2000;  // bytes
constexpr std::size_t kLongestScript = 4u << 20;
constexpr std::size_t kMostAuthors = 60;

std::string lower(View s) {
  std::string out(s);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

bool is_address(View s) {
  return s.starts_with("http:") || s.starts_with("https:") || s.starts_with("//") ||
         s.starts_with("www.");
}

// 20230609103000 as 2023-06-09T10:30:00.
std::string spelled_out(View digits) {
  const bool all = digits.find_first_not_of("0123456789") == View::npos;
  if (!all || (digits.size() != 12 && digits.size() != 14)) return std::string(digits);
  const auto part = [&](std::size_t at, std::size_t n) {
    return std::string(digits.substr(at, n));
  };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) +
         (digits.size() == 14 ? ":" + part(12, 2) : ":00");
}

class FactFinder {
 public:
  FactFinder(const HtmlTree& tree, const std::vector<std::uint32_t>& roles,
             const std::vector<PageBlock>& blocks, View page)
      : tree_(tree), roles_(roles), blocks_(blocks), page_(page) {}

  PageFacts run() {
    find_asides();
    for (std::uint32_t i = 0; i < tree_.nodes().size(); ++i) read_node(i);
    for (std::size_t at = 0; at < page_title_.size() && !is_korean();)
      first_letter_ = text::decode(page_title_, at);
    read_blocks();
    propose_saved_address();
    PageFacts out;
    out.outlet = outlet();
    out.headline = headline(out.outlet);
    if (!out.outlet && out.headline) out.outlet = outlet_before(page_title_, *out.headline);
    if (out.headline) out.headline = as_printed(*out.headline, headings_);
    out.published = published_.winner();
    if (!out.published) out.published = modified_.winner();
    out.url = url_.winner();
    out.language = language_.winner();
    out.description = description_.winner();
    out.authors = authors(out.outlet);
    out.body = std::move(body_);
    return out;
  }

 private:
  void read_node(std::uint32_t i) {
    const HtmlNode& node = tree_.nodes()[i];
    if (node.tag == Tag::Text) return;
    if (node.tag == Tag::Html) propose(Field::Language, tree_.attribute(i, "lang"), 1);
    if (node.tag == Tag::Title && page_title_.empty()) page_title_ = squeezed(text_of(i));
    if (node.tag == Tag::Meta) read_meta(i);
    if (node.tag == Tag::Link && tree_.attribute(i, "rel") == "canonical")
      propose(Field::Url, tree_.attribute(i, "href"), 2.5);
    if (node.tag == Tag::Script && tree_.attribute(i, "type") == "application/ld+json") {
      for (JsonLdArticle& article : read_json_ld(tree_.text_below(i, kLongestScript)))
        read_json_ld_article(article);
    }
    if (node.tag == Tag::Time) read_time(i);
    read_microdata(i);
  }

  void read_meta(std::uint32_t i) {
    for (const char* key : {"name", "property", "itemprop", "http-equiv"}) {
      const View name = tree_.attribute(i, key);
      if (!name.empty()) propose_named(lower(name), tree_.attribute(i, "content"), 0);
    }
  }

  void propose_named(const std::string& name, View value, double more) {
    for (const MetaName& meta : kMetaNames) {
      if (meta.name == name) return propose(meta.field, value, meta.weight + more);
    }
  }

  void read_microdata(std::uint32_t i) {
    const HtmlNode& node = tree_.nodes()[i];
    if (node.tag == Tag::A && tree_.attribute(i, "rel") == "author")
      propose(Field::Author, text_of(i), 1.5);
    const View property = tree_.attribute(i, "itemprop");
    if (property.empty() || node.tag == Tag::Meta || is_aside(i)) return;
    if (property == "author" || property == "creator") {
      propose(Field::Author, author_in(i), 2);
    } else if (property == "datePublished" || property == "dateModified") {
      View value = tree_.attribute(i, "datetime");
      if (value.empty()) value = tree_.attribute(i, "content");
      propose_named(lower(property), value.empty() ? View(text_of(i)) : value, 0);
    } else if (property == "headline") {
      propose(Field::Headline, text_of(i), 2);
    }
  }

  // The element's text, or that of the name in it.
  std::string author_in(std::uint32_t i) const {
    for (std::uint32_t n = i; n < tree_.nodes()[i].end; ++n) {
      if (tree_.attribute(n, "itemprop") != "name") continue;
      const View content = tree_.attribute(n, "content");
      return content.empty() ? text_of(n) : std::string(content);
    }
    const View content = tree_.attribute(i, "content");
    return content.empty() ? text_of(i) : std::string(content);
  }

  std::string text_of(std::uint32_t i) const { return tree_.text_below(i, kLongestValue); }

  // Which nodes stand in a menu, a list of related articles, the comments.
  void find_asides() {
    aside_.assign(tree_.nodes().size(), false);
    for (std::uint32_t i = 1; i < aside_.size(); ++i) {
      const HtmlNode& node = tree_.nodes()[i];
      const bool whole = node.tag == Tag::Body || node.tag == Tag::Html;
      aside_[i] = !whole && (aside_[node.parent] || (roles_[i] & kChrome) != 0);
    }
  }

  bool is_aside(std::uint32_t i) const { return aside_[i]; }

  void read_time(std::uint32_t i) {
    if (is_aside(i) || times_ >= kMostTimes) return;
    const bool updated = lower(tree_.attribute(i, "class")).find("updat") != std::string::npos ||
                         lower(tree_.attribute(i, "class")).find("modif") != std::string::npos;
    const View value = tree_.attribute(i, "datetime");
    const double weight = times_++ == 0 || tree_.has_attribute(i, "pubdate") ? 1.5 : 0.4;
    propose(updated ? Field::Modified : Field::Published, value.empty() ? View(text_of(i)) : value,
            weight);
  }

  void read_json_ld_article(JsonLdArticle& article) {
    // The first speaks of the page; others may be of teasers on it.
    const double weight = articles_++ == 0 ? kJsonLdWeight : kJsonLdWeight / 4;
    const auto take = [&](Field field, const std::optional<std::string>& value) {
      if (value) propose(field, *value, weight);
    };
    take(Field::Headline, article.headline);
    take(Field::Outlet, article.publisher);
    take(Field::Published, article.published);
    take(Field::Modified, article.modified);
    take(Field::Url, article.url);
    take(Field::Language, article.language);
    take(Field::Description, article.description);
    if (articles_ > 1) return;
    for (const std::string& author : article.authors) propose(Field::Author, author, weight);
    body_ = std::move(article.body);
  }

  void propose(Field field, View raw, double weight) {
    if (raw.size() > kLongestValue) return;
    std::string value = squeezed(raw);
    if (value.empty()) return;
    switch (field) {
      case Field::Headline:
        return headline_.propose(bare(value), value, weight);
      case Field::Outlet:
        return propose_outlet(std::move(value), weight);
      case Field::Published:
        return propose_date(published_, spelled_out(value), weight);
      case Field::Modified:
        return propose_date(modified_, spelled_out(value), weight);
      case Field::Author:
        if (const View outlet = outlet_in(value); !outlet.empty())
          return propose_outlet(std::string(outlet), kSignedWeight);
        if (authors_.size() < kMostAuthors) authors_.push_back({std::move(value), weight});
        return;
      case Field::Url:
        return propose_address(value, weight);
      case Field::Language:
        return language_.propose(lower(value.substr(0, 2)), value, weight);
      case Field::Description:
        return description_.propose(bare(value), value, weight);
    }
  }

  // The part that is named as Korean outlets are: 가나일보 in "가나일보 | 모아뉴스".
  static View outlet_in(View value) {
    for (View part : title_parts(value)) {
      if (is_outlet_name(part)) return part;
    }
    return {};
  }

  void propose_outlet(std::string value, double weight) {
    if (is_address(value) || text::count_codepoints(value) > kLongestName) return;
    const View named = title_parts(value).size() > 1 ? outlet_in(value) : View();
    const std::string outlet(named.empty() ? View(value) : named);
    outlet_.propose(bare(outlet), outlet, weight);
  }

  // Compared by the day; of one day the most exact statement is the value.
  static void propose_date(Ballot& ballot, const std::string& value, double weight) {
    const auto date = parse_date_text(value);
    if (!date) return;
    ballot.propose(date->iso.substr(0, 10), value,
                   weight + (date->has_time ? 0.2 : 0) + (date->has_zone ? 0.2 : 0));
  }

  // Whole addresses of more than a host.
  void propose_address(const std::string& value, double weight) {
    if (!value.starts_with("http://") && !value.starts_with("https://")) return;
    const std::size_t path = value.find('/', value.find("//") + 2);
    const bool home = path == std::string::npos || path + 1 == value.size();
    url_.propose(value, value, home ? weight / 10 : weight);
  }

  // Browsers write above a page that they save: <!-- saved from url=(0042)https://… -->
  void propose_saved_address() {
    const View head = page_.substr(0, 2048);
    std::size_t at = head.find("saved from url=(");
    if (at == View::npos || (at = head.find(')', at)) == View::npos) return;
    const std::size_t end = head.find_first_of(" \t\r\n<>", ++at);
    propose(Field::Url, head.substr(at, std::min(end, head.size()) - at), 0.5);
  }

  std::uint32_t roles_near(const PageBlock& block) const {
    std::uint32_t roles = 0;
    for (std::uint32_t i = block.at, n = 0; i != 0 && n < 4; i = tree_.nodes()[i].parent, ++n)
      roles |= roles_[i];
    return roles;
  }

  void read_blocks() {
    const std::string title = bare(page_title_);
    for (const PageBlock& block : blocks_) {
      if (block.text.size() > kLongestLine) continue;
      const std::uint32_t roles = roles_near(block);
      const bool told = is_in_title(block, title);
      if (!told && !is_heading(tree_.nodes()[block.node].tag) &&
          (roles & (kByline | kDateline)) == 0 && block.text.find(kRights) == View::npos)
        continue;
      propose_outlet_of_rights(block.text);
      if (!is_aside(block.at)) read_line(block, roles, told);
    }
  }

  void read_line(const PageBlock& block, std::uint32_t roles, bool in_title) {
    const Tag tag = tree_.nodes()[block.node].tag;
    const bool named = (roles & kHeadline) != 0;
    const bool plain = block.link_density() < 0.5;
    const double weight = (tag == Tag::H1 ? kHeadingWeight : 0) +
                          (named && is_heading(tag) ? kNamedHeading : 0) +
                          (in_title && plain ? kInTitleWeight : 0);
    if (weight > 0) propose(Field::Headline, block.text, weight);
    const bool printed = tag == Tag::H1 || (named && is_heading(tag));
    if (printed && headings_.size() < kMostHeadings) headings_.push_back(block.text);
    if ((roles & kByline) != 0) propose(Field::Author, block.text, kLineWeight);
    if ((roles & kDateline) != 0) {
      const PressFacts facts = read_press_lines(block.text, is_korean());
      if (facts.published) propose(Field::Published, *facts.published, kLineWeight);
    }
  }

  // The greater part of the page's title stands on the page as the headline.
  static bool is_in_title(const PageBlock& block, const std::string& title) {
    if (block.text.size() > kLongestHeadline || title.empty()) return false;
    const std::string words = bare(block.text);
    return words.size() * 5 >= title.size() * 2 && words.size() >= kShortestInTitle &&
           title.find(words) != std::string::npos;
  }

  // "Copyright ⓒ 가나일보. 무단 전재 및 재배포 금지" under an article names its outlet also on the
  // pages of a portal.
  void propose_outlet_of_rights(View line) {
    if (line.find(kRights) == View::npos) return;
    for (View sign : {"ⓒ", "©", "(c)", "(C)"}) {
      const std::size_t at = line.find(sign);
      if (at == View::npos) continue;
      View name = line.substr(at + sign.size());
      name =
          name.substr(0, std::min({name.find_first_of(".,(<>&"), name.find(kRights), name.size()}));
      const std::string outlet = squeezed(name);
      if (is_outlet_name(outlet)) propose(Field::Outlet, outlet, kRightsWeight);
      return;
    }
  }

  bool is_korean() const { return text::is_hangul_syllable(first_letter_); }

  std::optional<std::string> outlet() {
    const auto parts = title_parts(page_title_);
    if (parts.size() > 1 && text::count_codepoints(parts.back()) <= kLongestName)
      propose(Field::Outlet, parts.back(), kPageTitleWeight);
    return outlet_.winner();
  }

  std::optional<std::string> headline(const std::optional<std::string>& outlet) {
    const auto parts = title_parts(page_title_);
    if (!parts.empty()) propose(Field::Headline, parts.front(), kPageTitleWeight / 2);
    propose(Field::Headline, page_title_, kPageTitleWeight);
    return choose_headline(headline_, outlet.value_or(""));
  }

  // The names of the heaviest source.
  std::vector<std::string> authors(const std::optional<std::string>& outlet) const {
    const std::string site = outlet ? bare(*outlet) : std::string();
    std::vector<std::string> names;
    double weight = 0;
    for (const auto& [value, w] : authors_) {
      const std::vector<std::string> found = names_in(value, site);
      if (found.empty() || w < weight) continue;
      if (w > weight) names.clear(), weight = w;
      for (const std::string& name : found) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
      }
    }
    return names;
  }

  // "홍길동 기자", "By Jane Doe and John Roe", "Jane Doe"; nothing of an outlet or an address.
  static std::vector<std::string> names_in(std::string value, const std::string& site) {
    for (View label : kWriterLabels) {
      if (value.starts_with(label)) value.erase(0, label.size());
    }
    if (is_address(value) || bare(value) == site || value.size() > 4 * kLongestName) return {};
    PressFacts facts = read_press_lines(value, false);
    if (facts.authors.empty()) facts = read_press_lines("By " + value, false);
    if (!facts.authors.empty()) return facts.authors;
    const bool name = text::count_codepoints(value) <= kLongestName / 2 &&
                      value.find_first_of("@/0123456789|") == std::string::npos;
    const std::string small = lower(value);
    const bool host = value.find(' ') == std::string::npos && value.find('.') != std::string::npos;
    const bool outlet = !site.empty() && site.find(bare(value)) != std::string::npos;
    if (host || outlet) return {};
    if (!name || small == "admin" || small == "editor" || small == "webmaster") return {};
    return {value};
  }

  struct Author {
    std::string value;
    double weight;
  };

  const HtmlTree& tree_;
  const std::vector<std::uint32_t>& roles_;
  const std::vector<PageBlock>& blocks_;
  const View page_;
  std::vector<bool> aside_;
  std::string page_title_;
  Ballot headline_, outlet_, published_, modified_, url_, language_, description_;
  std::vector<std::string> headings_;
  std::vector<Author> authors_;
  std::optional<std::string> body_;
  int times_ = 0, articles_ = 0;
  char32_t first_letter_ = 0;
};

}  // namespace

PageFacts read_page_facts(const HtmlTree& tree, const std::vector<std::uint32_t>& roles,
                          const std::vector<PageBlock>& blocks, std::string_view page) {
  return FactFinder(tree, roles, blocks, page).run();
}

}  // namespace onrecord::formats
