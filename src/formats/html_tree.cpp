#include "formats/html_tree.h"

#include <gumbo.h>

#include <array>
#include <csetjmp>
#include <cstdlib>
#include <cstring>

#include "formats/html_guard.h"

namespace onrecord::formats {
namespace {

constexpr std::size_t kChunkBytes = 1u << 20;
constexpr std::size_t kMostParserBytes = 320u << 20;

struct KnownTag {
  GumboTag gumbo;
  Tag tag;
};

constexpr KnownTag kKnownTags[] = {
    {GUMBO_TAG_A, Tag::A},
    {GUMBO_TAG_ADDRESS, Tag::Address},
    {GUMBO_TAG_ARTICLE, Tag::Article},
    {GUMBO_TAG_ASIDE, Tag::Aside},
    {GUMBO_TAG_B, Tag::B},
    {GUMBO_TAG_BLOCKQUOTE, Tag::Blockquote},
    {GUMBO_TAG_BODY, Tag::Body},
    {GUMBO_TAG_BR, Tag::Br},
    {GUMBO_TAG_BUTTON, Tag::Button},
    {GUMBO_TAG_CAPTION, Tag::Caption},
    {GUMBO_TAG_CENTER, Tag::Div},
    {GUMBO_TAG_DD, Tag::Dd},
    {GUMBO_TAG_DETAILS, Tag::Details},
    {GUMBO_TAG_DIV, Tag::Div},
    {GUMBO_TAG_DL, Tag::Dl},
    {GUMBO_TAG_DT, Tag::Dt},
    {GUMBO_TAG_EM, Tag::Em},
    {GUMBO_TAG_FIELDSET, Tag::Fieldset},
    {GUMBO_TAG_FIGCAPTION, Tag::Figcaption},
    {GUMBO_TAG_FIGURE, Tag::Figure},
    {GUMBO_TAG_FOOTER, Tag::Footer},
    {GUMBO_TAG_FORM, Tag::Form},
    {GUMBO_TAG_H1, Tag::H1},
    {GUMBO_TAG_H2, Tag::H2},
    {GUMBO_TAG_H3, Tag::H3},
    {GUMBO_TAG_H4, Tag::H4},
    {GUMBO_TAG_H5, Tag::H5},
    {GUMBO_TAG_H6, Tag::H6},
    {GUMBO_TAG_HEAD, Tag::Head},
    {GUMBO_TAG_HEADER, Tag::Header},
    {GUMBO_TAG_HR, Tag::Hr},
    {GUMBO_TAG_HTML, Tag::Html},
    {GUMBO_TAG_IFRAME, Tag::Iframe},
    {GUMBO_TAG_IMG, Tag::Img},
    {GUMBO_TAG_INPUT, Tag::Input},
    {GUMBO_TAG_LABEL, Tag::Label},
    {GUMBO_TAG_LI, Tag::Li},
    {GUMBO_TAG_LINK, Tag::Link},
    {GUMBO_TAG_MAIN, Tag::Main},
    {GUMBO_TAG_META, Tag::Meta},
    {GUMBO_TAG_NAV, Tag::Nav},
    {GUMBO_TAG_NOSCRIPT, Tag::Noscript},
    {GUMBO_TAG_OBJECT, Tag::Object},
    {GUMBO_TAG_OL, Tag::Ol},
    {GUMBO_TAG_OPTION, Tag::Option},
    {GUMBO_TAG_P, Tag::P},
    {GUMBO_TAG_PRE, Tag::Pre},
    {GUMBO_TAG_Q, Tag::Q},
    {GUMBO_TAG_SCRIPT, Tag::Script},
    {GUMBO_TAG_SECTION, Tag::Section},
    {GUMBO_TAG_SELECT, Tag::Select},
    {GUMBO_TAG_SPAN, Tag::Span},
    {GUMBO_TAG_STRONG, Tag::Strong},
    {GUMBO_TAG_STYLE, Tag::Style},
    {GUMBO_TAG_SVG, Tag::Svg},
    {GUMBO_TAG_MATH, Tag::Svg},
    {GUMBO_TAG_TABLE, Tag::Table},
    {GUMBO_TAG_TD, Tag::Td},
    {GUMBO_TAG_TEMPLATE, Tag::Template},
    {GUMBO_TAG_TEXTAREA, Tag::Textarea},
    {GUMBO_TAG_TH, Tag::Th},
    {GUMBO_TAG_TIME, Tag::Time},
    {GUMBO_TAG_TITLE, Tag::Title},
    {GUMBO_TAG_TR, Tag::Tr},
    {GUMBO_TAG_UL, Tag::Ul},
    {GUMBO_TAG_VIDEO, Tag::Video},
    {GUMBO_TAG_AUDIO, Tag::Video},
};

constexpr auto kTagOf = [] {
  std::array<Tag, GUMBO_TAG_LAST + 1> table{};
  table.fill(Tag::Other);
  for (const KnownTag& known : kKnownTags) table[known.gumbo] = known.tag;
  return table;
}();

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
    return &node.v.element.children;
  }
  return node.type == GUMBO_NODE_DOCUMENT ? &node.v.document.children : nullptr;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

}  // namespace

// Memory that is handed out and given back all at once. The parser frees a tree by recursion, which
// a deep page would let run out of stack; here nobody walks it. Past the limit it leaves the parser
// by a long jump, over frames of C that hold nothing but what is in here.
class HtmlTree::Arena {
 public:
  ~Arena() {
    for (void* chunk : chunks_) std::free(chunk);
  }

  static void* allocate(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
  }
  static void release(void*, void*) {}

  std::jmp_buf& exit() { return exit_; }

 private:
  void* take(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > left_) add_chunk(size);
    void* place = next_;
    next_ += size;
    left_ -= size;
    return place;
  }

  void add_chunk(std::size_t size) {
    const std::size_t bytes = size > kChunkBytes / 4 ? size + kChunkBytes / 4 : kChunkBytes;
    total_ += bytes;
    void* chunk = total_ <= kMostParserBytes ? std::malloc(bytes) : nullptr;
    if (chunk == nullptr) std::longjmp(exit_, 1);
    chunks_.push_back(chunk);
    next_ = static_cast<char*>(chunk);
    left_ = bytes;
  }

  std::vector<void*> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0, total_ = 0;
  std::jmp_buf exit_;
};

HtmlTree::HtmlTree() : arena_(std::make_unique<Arena>()) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

namespace {

// Nothing with a destructor lives in this frame: the parser may leave it by a long jump.
const GumboOutput* parse_or_leave(const GumboOptions& options, const char* page, std::size_t size,
                                  std::jmp_buf& exit) {
  if (setjmp(exit) != 0) return nullptr;
  return gumbo_parse_with_options(&options, page, size);
}

class Flattener {
 public:
  Flattener(std::vector<HtmlNode>& nodes, std::vector<HtmlAttribute>& attributes)
      : nodes_(nodes), attributes_(attributes) {}

  // False: nested too deep.
  bool run(const GumboNode& root) {
    open(root, 0);
    while (!stack_.empty()) {
      Level& level = stack_.back();
      const GumboVector* children = children_of(*level.node);
      if (level.next == children->length) {
        nodes_[level.index].end = static_cast<std::uint32_t>(nodes_.size());
        stack_.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(children->data[level.next++]);
      if (is_text(child)) {
        add_text(child, level.index);
      } else if (children_of(child) != nullptr) {
        if (stack_.size() > kDeepestNesting) return false;
        open(child, level.index);
      }
    }
    return true;
  }

 private:
  struct Level {
    const GumboNode* node;
    std::uint32_t index;
    unsigned next;
  };

  void open(const GumboNode& node, std::uint32_t parent) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    HtmlNode out;
    out.parent = parent;
    if (node.type != GUMBO_NODE_DOCUMENT) {
      out.tag = kTagOf[node.v.element.tag];
      if (out.tag == Tag::A && is_made_up(node)) out.tag = Tag::Span;
      if (node.v.element.tag == GUMBO_TAG_UNKNOWN) out.text = name_of(node.v.element);
      add_attributes(node.v.element, out);
    }
    nodes_.push_back(out);
    stack_.push_back({&node, index, 0});
  }

  // A link that nobody closed, opened again by the parser in every block that follows.
  static bool is_made_up(const GumboNode& node) {
    return (node.parse_flags & (GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT |
                                GUMBO_INSERTION_ADOPTION_AGENCY_CLONED)) != 0;
  }

  // <amp-ad class=…> → amp-ad
  static std::string_view name_of(const GumboElement& element) {
    GumboStringPiece piece = element.original_tag;
    if (piece.data == nullptr) return {};
    gumbo_tag_from_original_text(&piece);
    return {piece.data, piece.length};
  }

  void add_attributes(const GumboElement& element, HtmlNode& out) {
    out.first_attribute = static_cast<std::uint32_t>(attributes_.size());
    out.attribute_count = element.attributes.length;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      attributes_.push_back({attribute.name, attribute.value});
    }
  }

  void add_text(const GumboNode& node, std::uint32_t parent) {
    HtmlNode out;
    out.tag = Tag::Text;
    out.parent = parent;
    out.end = static_cast<std::uint32_t>(nodes_.size()) + 1;
    out.text = node.v.text.text;
    nodes_.push_back(out);
  }

  std::vector<HtmlNode>& nodes_;
  std::vector<HtmlAttribute>& attributes_;
  std::vector<Level> stack_;
};

}  // namespace

Result<HtmlTree> HtmlTree::parse(std::string_view page, const std::string& where) {
  if (auto error = refuse_hostile_markup(page, where)) return *error;
  HtmlTree tree;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::release;
  options.userdata = tree.arena_.get();
  options.max_errors = 0;
  const GumboOutput* output =
      parse_or_leave(options, page.data(), page.size(), tree.arena_->exit());
  if (output == nullptr) return too_intricate(where);
  if (!Flattener(tree.nodes_, tree.attributes_).run(*output->document)) return too_deep(where);
  return tree;
}

std::string_view HtmlTree::attribute(std::uint32_t node, std::string_view name) const {
  const HtmlNode& n = nodes_[node];
  for (std::uint32_t i = n.first_attribute; i < n.first_attribute + n.attribute_count; ++i) {
    if (attributes_[i].name == name) return attributes_[i].value;
  }
  return {};
}

std::string HtmlTree::text_below(std::uint32_t node, std::size_t limit) const {
  std::string out;
  for (std::uint32_t i = node; i < nodes_[node].end; ++i) {
    if (nodes_[i].tag != Tag::Text) continue;
    if (out.size() + nodes_[i].text.size() > limit) return {};
    out += nodes_[i].text;
  }
  return out;
}

}  // namespace onrecord::formats
