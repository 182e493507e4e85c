#include "formats/checks.h"
#include "formats/html_charset.h"
#include "formats/html_tree.h"
#include "formats/main_text.h"
#include "formats/readers.h"
#include "text/encoding.h"

namespace onrecord::formats {
namespace {

void add_paragraph(std::string& text, std::string_view paragraph) {
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

Result<RawDocument> article_of(std::string_view page, const std::string& where) {
  auto tree = HtmlTree::parse(page, where);
  if (!tree) return tree.error();
  const std::vector<PageBlock> blocks = find_page_blocks(*tree);
  std::string headline;
  for (const PageBlock& b : blocks)
    if (headline.empty() && tree->nodes()[b.node].tag == Tag::H1) headline = b.text;
  const MainText main = find_main_text(*tree, blocks, headline);
  RawDocument document;
  if (!headline.empty()) document.title = headline;
  document.text = headline;
  for (const ArticlePart& part : main.parts) add_paragraph(document.text, blocks[part.block].text);
  for (std::uint32_t caption : main.captions) document.captions.push_back(blocks[caption].text);
  return document;
}

}  // namespace

void read_html(ByteSource& source, const std::string& shown_path, const Sink& sink) {
  std::string original;
  const bool fits = source.read_rest(original, kMaxArticleBytes);
  auto error = fits ? source.fault() : too_large(shown_path);
  if (error) return void(sink({0, *error}));
  const text::Decoded page = text::decode_bytes(original, declared_charset(original));
  Result<RawDocument> document = article_of(page.text, shown_path);
  if (!document) return void(sink({0, document.error()}));
  document->path = shown_path;
  document->format = "html";
  document->original = std::move(original);
  if (auto fault = refuse_text(document->text, shown_path)) return void(sink({0, *fault}));
  sink({0, std::move(document.value())});
}

}  // namespace onrecord::formats
