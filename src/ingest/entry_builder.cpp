#include "ingest/entry_builder.h"

#include <algorithm>

#include "extract/extract.h"
#include "text/offset_map.h"
#include "text/search_terms.h"

namespace onrecord::ingest {
namespace {

const char* paragraph_kind(BlockKind kind) {
  switch (kind) {
    case BlockKind::Headline:
      return "headline";
    case BlockKind::Subhead:
      return "subhead";
    case BlockKind::Body:
      return "body";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::List:
      return "list";
    case BlockKind::Byline:
    case BlockKind::Dateline:
    case BlockKind::Notice:
      return "other";
  }
  return "other";
}

// A title that is the text's own headline is found there.
bool stands_in_text(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return block.kind == BlockKind::Headline && slice(document.text, block.span) == *document.title;
  });
}

void add_paragraphs(store::Entry& entry, const text::OffsetMap& offsets) {
  const Document& document = entry.document;
  entry.paragraphs.reserve(document.blocks.size() + 1);
  if (document.title && !stands_in_text(document)) {
    entry.paragraphs.push_back({"title", {0, 0}, text::search_terms(*document.title)});
  }
  for (const Block& block : document.blocks) {
    entry.paragraphs.push_back({paragraph_kind(block.kind), offsets.to_codepoints(block.span),
                                text::search_terms(slice(document.text, block.span))});
  }
}

}  // namespace

std::unique_ptr<store::Entry> build_entry(RawDocument raw, const formats::Defaults& defaults) {
  auto entry = std::make_unique<store::Entry>();
  entry->document = formats::build_document(std::move(raw), defaults);
  entry->findings = extract::extract(entry->document);
  entry->ruleset = extract::ruleset();
  const auto offsets = std::make_shared<const text::OffsetMap>(entry->document.text);
  add_paragraphs(*entry, *offsets);
  entry->to_codepoint = [offsets](std::uint32_t byte) { return offsets->to_codepoint(byte); };
  return entry;
}

}  // namespace onrecord::ingest
