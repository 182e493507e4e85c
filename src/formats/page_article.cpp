#include "formats/page_article.h"

#include <algorithm>
#include <unordered_set>

#include "formats/date_text.h"
#include "formats/element_roles.h"
#include "formats/main_text.h"
#include "formats/page_facts.h"
#include "formats/press_lines.h"
#include "text/layout.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

constexpr std::size_t kLongestLooseCaption = 80;  // code points; without a sign at its start
constexpr std::size_t kRepeatedLength = 30;       // bytes; shorter lines may well come twice
constexpr std::size_t kMostSideLines = 14;
constexpr std::size_t kMostCaptions = 300, kMostPullQuotes = 50;  // each is compared with others
constexpr std::size_t kThinText = 200;  // bytes: a page with less has its text elsewhere, if it can

constexpr std::string_view kCaptionSigns[] = {"▲", "▶", "◀", "▼"};

class ArticleText {
 public:
  // False: the same words stood before.
  bool add(BlockKind kind, std::string_view words) {
    const std::string paragraph = text::normalize(words);
    if (paragraph.empty()) return false;
    if (paragraph.size() > kRepeatedLength && !seen_.insert(paragraph).second) return false;
    if (!text_.empty()) text_ += "\n\n";
    const auto start = static_cast<std::uint32_t>(text_.size());
    text_ += paragraph;
    blocks_.push_back({kind, {start, static_cast<std::uint32_t>(text_.size())}});
    return true;
  }

  const std::string& text() const { return text_; }

  void give_to(RawDocument& document) {
    document.text = std::move(text_);
    document.blocks = std::move(blocks_);
  }

 private:
  std::string text_;
  std::vector<Block> blocks_;
  std::unordered_set<std::string> seen_;
};

BlockKind line_kind(const std::string& line) {
  const std::vector<Block> blocks = text::find_blocks(line);
  return blocks.empty() ? BlockKind::Body : blocks.front().kind;
}

bool starts_like_caption(std::string_view line) {
  return std::any_of(std::begin(kCaptionSigns), std::end(kCaptionSigns),
                     [&](std::string_view sign) { return line.starts_with(sign); });
}

class Composer {
 public:
  Composer(const std::vector<PageBlock>& blocks, const MainText& main, PageFacts facts)
      : blocks_(blocks), main_(main), facts_(std::move(facts)) {}

  RawDocument compose() {
    if (facts_.headline) text_.add(BlockKind::Headline, *facts_.headline);
    const std::size_t head = text_.text().size();
    for (const ArticlePart& part : main_.parts) add_part(part);
    for (std::uint32_t caption : main_.captions) add_caption(blocks_[caption].text);
    for (std::uint32_t line : main_.side) add_side_line(blocks_[line].text);
    if (text_.text().size() - head < kThinText) add_told_text();
    return finish();
  }

 private:
  void add_part(const ArticlePart& part) {
    const std::string& words = blocks_[part.block].text;
    if (part.kind == PartKind::Subhead) return void(text_.add(BlockKind::Subhead, words));
    if (part.kind == PartKind::PullQuote && is_told_elsewhere(part)) return;
    const BlockKind kind = line_kind(words);
    if (kind == BlockKind::Byline || kind == BlockKind::Dateline) return add_side_line(words);
    if (kind == BlockKind::Caption && is_caption(words)) return add_caption(words);
    if (kind == BlockKind::Notice && !ends_sentence(words)) return;
    const bool item = kind == BlockKind::List || part.kind == PartKind::Item;
    text_.add(item ? BlockKind::List : BlockKind::Body, words);
  }

  // A pull quotation repeats words of the body; those of nobody's paragraph are body themselves.
  bool is_told_elsewhere(const ArticlePart& part) {
    if (++pull_quotes_ > kMostPullQuotes) return true;
    std::string_view words = blocks_[part.block].text;
    for (std::string_view mark : {"“", "\""}) {
      if (words.starts_with(mark)) words.remove_prefix(mark.size());
    }
    for (std::string_view mark : {"”", "\""}) {
      if (words.ends_with(mark)) words.remove_suffix(mark.size());
    }
    return std::any_of(main_.parts.begin(), main_.parts.end(), [&](const ArticlePart& other) {
      return other.block != part.block &&
             blocks_[other.block].text.find(words) != std::string::npos;
    });
  }

  static bool is_caption(const std::string& words) {
    return starts_like_caption(words) || text::count_codepoints(words) <= kLongestLooseCaption;
  }

  void add_caption(const std::string& words) {
    if (captions_.size() < kMostCaptions &&
        std::find(captions_.begin(), captions_.end(), words) == captions_.end())
      captions_.push_back(words);
  }

  void add_side_line(const std::string& words) {
    if (side_lines_++ < kMostSideLines) side_ += words + "\n";
  }

  // Pages that a script fills give their text, or the first of it, to search engines.
  void add_told_text() {
    std::string_view told;
    if (facts_.body) told = *facts_.body;
    if (told.size() < kThinText && facts_.description && main_.parts.empty())
      told = *facts_.description;
    while (!told.empty()) {
      const std::size_t end = std::min(told.find('\n'), told.size());
      const std::string paragraph = squeezed(told.substr(0, end));
      if (!paragraph.empty()) text_.add(BlockKind::Body, paragraph);
      told.remove_prefix(std::min(end + 1, told.size()));
    }
  }

  RawDocument finish() {
    RawDocument out;
    out.title = facts_.headline;
    out.source = facts_.outlet;
    out.url = facts_.url;
    out.published = facts_.published;
    out.authors = facts_.authors;
    out.captions = std::move(captions_);
    text_.give_to(out);
    out.language = language_of(out.text);
    complete_from_lines(out);
    return out;
  }

  // What the page declares, unless the script of the text says otherwise: templates are copied.
  std::optional<std::string> language_of(std::string_view text) const {
    std::size_t hangul = 0, letters = 0;
    for (std::size_t at = 0; at < text.size() && hangul + letters < 4000;) {
      const char32_t c = text::decode(text, at);
      hangul += text::is_hangul_syllable(c);
      letters += text::is_ascii_letter(c);
    }
    if (hangul * 5 >= letters && hangul > 0) return "ko";
    const bool korean = facts_.language && facts_.language->starts_with("ko");
    return korean ? std::nullopt : facts_.language;
  }

  // Lines beside the article say what markup left out, and the hour where it had the day alone.
  void complete_from_lines(RawDocument& out) const {
    const bool korean = out.language == "ko";
    PressFacts lines = read_press_lines(side_, korean);
    if (out.authors.empty()) out.authors = std::move(lines.authors);
    if (!lines.published) return;
    const auto day = out.published ? published_from(*out.published, korean) : std::nullopt;
    if (!day || (day->size() == 10 && lines.published->starts_with(*day)))
      out.published = std::move(lines.published);
  }

  const std::vector<PageBlock>& blocks_;
  const MainText& main_;
  PageFacts facts_;
  ArticleText text_;
  std::vector<std::string> captions_;
  std::string side_;
  std::size_t side_lines_ = 0, pull_quotes_ = 0;
};

}  // namespace

Result<RawDocument> article_from_page(std::string_view page, const std::string& where) {
  const auto tree = HtmlTree::parse(page, where);
  if (!tree) return tree.error();
  const std::vector<std::uint32_t> roles = element_roles(tree.value());
  const std::vector<PageBlock> blocks = find_page_blocks(tree.value(), roles);
  PageFacts facts = read_page_facts(tree.value(), roles, blocks, page);
  const MainText main = find_main_text(tree.value(), roles, blocks, facts.headline.value_or(""));
  RawDocument document = Composer(blocks, main, std::move(facts)).compose();
  const bool bare = document.blocks.empty() || (document.blocks.size() == 1 && document.title);
  if (bare) {
    return Error{ErrorKind::BadInput,
                 "has no article in it that can be told from its menus; give its text as .txt",
                 where};
  }
  return document;
}

}  // namespace onrecord::formats
