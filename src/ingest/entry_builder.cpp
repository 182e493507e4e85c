#include "ingest/entry_builder.h"

#include <algorithm>

#include "extract/extract.h"
#include "ingest/human_findings.h"
#include "text/offset_map.h"
#include "text/search_terms.h"

namespace onrecord::ingest {
namespace {

// Some thousand characters: longer ones make the index slow to change (store/archive.h).
constexpr std::uint32_t kMostParagraphBytes = 6000;

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

// Where a long paragraph is cut: behind the last blank within the limit, else at a character's
// start.
std::uint32_t end_of_piece(std::string_view text, ByteSpan rest) {
  if (rest.size() <= kMostParagraphBytes) return rest.end;
  const std::size_t limit = rest.start + kMostParagraphBytes;
  std::size_t end = text.find_last_of(" \n", limit - 1) + 1;
  if (end <= rest.start || end > limit) end = limit;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return static_cast<std::uint32_t>(end);
}

void add_paragraph(store::Entry& entry, const Block& block, const text::OffsetMap& offsets) {
  const std::string& text = entry.document.text;
  for (ByteSpan rest = block.span; !rest.empty();) {
    const ByteSpan piece{rest.start, end_of_piece(text, rest)};
    entry.paragraphs.push_back({paragraph_kind(block.kind), offsets.to_codepoints(piece),
                                text::search_terms(slice(text, piece))});
    rest.start = piece.end;
  }
}

void add_title(store::Entry& entry) {
  const Document& document = entry.document;
  if (document.title && !stands_in_text(document))
    entry.paragraphs.push_back({"title", {0, 0}, text::search_terms(*document.title)});
}

void add_paragraphs(store::Entry& entry, const text::OffsetMap& offsets) {
  const Document& document = entry.document;
  entry.paragraphs.reserve(document.blocks.size() + 1);
  add_title(entry);
  for (const Block& block : document.blocks) add_paragraph(entry, block, offsets);
}

// The findings of the entry's document, people's words above those of rules.
void find_all(store::Entry& entry, const std::vector<store::Correction>& corrections,
              std::shared_ptr<const text::OffsetMap> offsets) {
  entry.given = correct_facts(entry.document, corrections);
  entry.findings = extract::extract(entry.document);
  correct_findings(entry.document, corrections, entry.findings);
  entry.ruleset = extract::ruleset();
  entry.to_codepoint = [offsets](std::uint32_t byte) { return offsets->to_codepoint(byte); };
  entry.packed_findings = store::pack_findings(entry);
}

}  // namespace

std::unique_ptr<store::Entry> build_entry(RawDocument raw, const formats::Defaults& defaults,
                                          bool keep_original, const CorrectionsOf& corrections_of) {
  auto entry = std::make_unique<store::Entry>();
  entry->document = formats::build_document(std::move(raw), defaults);
  const auto offsets = std::make_shared<const text::OffsetMap>(entry->document.text);
  find_all(*entry, corrections_of(entry->document.uid), offsets);
  add_paragraphs(*entry, *offsets);
  if (keep_original) entry->packed_original = store::pack_original(entry->document.original);
  return entry;
}

std::unique_ptr<store::Entry> rebuild_entry(Document document,
                                            const std::vector<store::Correction>& corrections) {
  auto entry = std::make_unique<store::Entry>();
  entry->document = std::move(document);
  find_all(*entry, corrections, std::make_shared<const text::OffsetMap>(entry->document.text));
  add_title(*entry);
  return entry;
}

}  // namespace onrecord::ingest
