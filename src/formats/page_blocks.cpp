#include "formats/page_blocks.h"

#include <algorithm>

#include "formats/page_words.h"
#include "text/utf8.h"

namespace onrecord::formats {
namespace {

// A line of at least this weight that does not end a sentence was wrapped by hand.
constexpr std::uint32_t kWrappedLine = 50;

enum class Display { Inline, Block, None };

Display display_of(Tag tag) {
  switch (tag) {
    case Tag::Text:
    case Tag::Other:
    case Tag::A:
    case Tag::B:
    case Tag::Em:
    case Tag::Img:
    case Tag::Label:
    case Tag::Q:
    case Tag::Span:
    case Tag::Strong:
    case Tag::Time:
    case Tag::Br:
      return Display::Inline;
    case Tag::Button:
    case Tag::Head:
    case Tag::Iframe:
    case Tag::Input:
    case Tag::Link:
    case Tag::Meta:
    case Tag::Noscript:
    case Tag::Object:
    case Tag::Option:
    case Tag::Script:
    case Tag::Select:
    case Tag::Style:
    case Tag::Svg:
    case Tag::Template:
    case Tag::Textarea:
    case Tag::Title:
    case Tag::Video:
      return Display::None;
    default:
      return Display::Block;
  }
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

// Joiners (U+200C, U+200D) stay: scripts and emoji are written with them.
bool is_unseen(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0x200E ||
         c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xFEFF || c == 0xFFFC;
}

std::uint32_t weight_of(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_han(c) || (c >= 0x3041 && c <= 0x30FF) ? 2 : 1;
}

// Takes text piece by piece; a blank is written only once something follows it.
class Squeezer {
 public:
  // Weight of what was added.
  std::uint32_t add(std::string_view piece, std::string& out) {
    std::uint32_t weight = 0;
    for (std::size_t at = 0; at < piece.size();) {
      const std::size_t start = at;
      const char32_t c = text::decode(piece, at);
      if (is_blank(c)) {
        blank_ = !out.empty();
      } else if (!is_unseen(c)) {
        if (blank_) out += ' ';
        weight += weight_of(c) + blank_;
        blank_ = false;
        out.append(piece, start, at - start);
      }
    }
    return weight;
  }
  void add_blank() { blank_ = true; }
  void start() { blank_ = false; }

 private:
  bool blank_ = false;
};

class BlockWalk {
 public:
  BlockWalk(const HtmlTree& tree, const std::vector<std::uint32_t>& roles)
      : nodes_(tree.nodes()), roles_(roles) {}

  std::vector<PageBlock> run() {
    std::uint32_t i = 0;
    while (i < nodes_.size()) {
      close_before(i);
      i = enter(i);
    }
    finish_block();
    return std::move(blocks_);
  }

 private:
  // Behind it goes the walk.
  std::uint32_t enter(std::uint32_t i) {
    const Tag tag = nodes_[i].tag;
    if (tag == Tag::Text) return add_text(i), i + 1;
    if (tag == Tag::Br) return add_break(), i + 1;
    const Display display = display_of_node(i);
    if (display == Display::None) return nodes_[i].end;
    if (display == Display::Block) finish_block();
    links_ += tag == Tag::A;
    bolds_ += tag == Tag::B || tag == Tag::Strong;
    open_.push_back(i);
    return i + 1;
  }

  void close_before(std::uint32_t i) {
    while (!open_.empty() && nodes_[open_.back()].end <= i) {
      const Tag tag = nodes_[open_.back()].tag;
      if (display_of_node(open_.back()) == Display::Block) finish_block();
      links_ -= tag == Tag::A;
      bolds_ -= tag == Tag::B || tag == Tag::Strong;
      open_.pop_back();
    }
  }

  Display display_of_node(std::uint32_t i) const {
    const Display display = display_of(nodes_[i].tag);
    if (display != Display::Inline || roles_[i] == 0) return display;
    const bool span = nodes_[i].tag == Tag::Span;
    const bool apart =
        (roles_[i] & kCaption) != 0 || (span && (roles_[i] & (kByline | kDateline)) != 0);
    return apart ? Display::Block : display;
  }

  void add_text(std::uint32_t i) {
    const std::size_t before = block_.text.size();
    const std::uint32_t weight = squeezer_.add(nodes_[i].text, block_.text);
    if (block_.text.size() == before) return;
    if (before == 0) {
      block_.at = i;
      block_.node = block_element();
    }
    breaks_ = 0;
    block_.weight += weight;
    if (links_ > 0) block_.link_weight += weight;
    if (bolds_ > 0) block_.bold_weight += weight;
  }

  std::uint32_t block_element() const {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (display_of_node(open_[i]) == Display::Block) return open_[i];
    }
    return 0;
  }

  void add_break() {
    const bool wrapped = block_.weight >= kWrappedLine && !ends_sentence(block_.text);
    if (++breaks_ > 1 || !wrapped) return finish_block();
    squeezer_.add_blank();
  }

  void finish_block() {
    if (!block_.text.empty()) blocks_.push_back(std::move(block_));
    block_ = {};
    squeezer_.start();
    breaks_ = 0;
  }

  const std::vector<HtmlNode>& nodes_;
  const std::vector<std::uint32_t>& roles_;
  std::vector<PageBlock> blocks_;
  std::vector<std::uint32_t> open_;
  PageBlock block_;
  Squeezer squeezer_;
  int links_ = 0, bolds_ = 0, breaks_ = 0;
};

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == 0x201D || c == 0x2019 || c == 0x201C || c == 0xBB ||
         c == 0xAB || c == ')' || c == ']' || c == 0x300D || c == 0x300F;
}

}  // namespace

std::vector<PageBlock> find_page_blocks(const HtmlTree& tree,
                                        const std::vector<std::uint32_t>& roles) {
  return BlockWalk(tree, roles).run();
}

BlockRange blocks_below(const HtmlTree& tree, const std::vector<PageBlock>& blocks,
                        std::uint32_t node) {
  const auto before = [](const PageBlock& block, std::uint32_t at) { return block.at < at; };
  const auto first = std::lower_bound(blocks.begin(), blocks.end(), node, before);
  const auto end = std::lower_bound(first, blocks.end(), tree.nodes()[node].end, before);
  return {static_cast<std::size_t>(first - blocks.begin()),
          static_cast<std::size_t>(end - blocks.begin())};
}

std::string squeezed(std::string_view text) {
  std::string out;
  Squeezer().add(text, out);
  return out;
}

bool is_heading(Tag tag) {
  return tag >= Tag::H1 && tag <= Tag::H6;
}

bool ends_sentence(std::string_view text) {
  std::size_t at = text.size();
  char32_t c = 0;
  while (at > 0) {
    c = text::decode_backwards(text, at);
    if (!is_closing(c) && c != ' ') break;
  }
  return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x3002 ||
         c == 0xFF01 || c == 0xFF1F || c == U'다' || c == U'요' || c == U'죠' || c == U'까';
}

}  // namespace onrecord::formats
