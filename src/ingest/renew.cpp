#include "ingest/renew.h"

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "extract/extract.h"
#include "ingest/entry_builder.h"
#include "ingest/program_rules.h"
#include "ingest/transaction.h"
#include "store/read_articles.h"
#include "store/renewal.h"
#include "text/offset_map.h"

namespace onrecord::ingest {
namespace {

constexpr std::size_t kMostInPiece = 256;
constexpr std::size_t kMostBytesInPiece = 16u << 20;

BlockKind block_kind(const std::string& name) {
  for (const BlockKind kind :
       {BlockKind::Headline, BlockKind::Subhead, BlockKind::Byline, BlockKind::Dateline,
        BlockKind::Caption, BlockKind::List, BlockKind::Notice}) {
    if (name == name_of(kind)) return kind;
  }
  return BlockKind::Body;
}

void restore_given(Document& document, const std::vector<store::GivenValue>& given) {
  for (const store::GivenValue& value : given) {
    if (value.field == "published") document.published = value.value;
    if (value.field == "source") document.source = value.value;
    if (value.field == "title") document.title = value.value;
  }
}

// An article as its input gave it, with what people said of it.
struct Stored {
  std::int64_t id = 0;
  Document document;
  std::vector<store::Correction> corrections;
};

Stored read_stored(store::Archive& archive, const store::ArticleFace& face) {
  store::ArticleReader articles(archive);
  Stored stored;
  stored.id = face.id;
  Document& document = stored.document;
  document.uid = face.uid;
  document.text = articles.text(face.id);
  document.text_sha256 = face.text_sha256;
  document.language = face.language;
  document.title = face.title;
  document.source = face.source_given;
  document.published = face.published;
  const text::OffsetMap offsets(document.text);
  for (const store::StoredBlock& block : articles.blocks(face.id))
    document.blocks.push_back({block_kind(block.kind), offsets.to_bytes(block.span)});
  restore_given(document, store::given_values(archive, face.id));
  stored.corrections = store::Corrections(archive).of_article(face.uid);
  return stored;
}

void write_facts(store::Archive& archive, const store::ArticleFace& before,
                 const store::Entry& entry) {
  const Document& now = entry.document;
  if (before.published != now.published)
    store::set_fact(archive, before.id, "published", now.published);
  if (before.source_given != now.source) store::set_fact(archive, before.id, "source", now.source);
  if (before.title != now.title) {
    store::set_fact(archive, before.id, "title", now.title);
    store::replace_title_paragraph(
        archive, before.id,
        entry.paragraphs.empty() ? std::nullopt : std::optional(entry.paragraphs.front()));
  }
  store::replace_given_values(archive, before.id, entry.given);
}

std::vector<std::int64_t> articles_to_renew(store::Archive& archive, bool all) {
  store::Database& database = archive.database();
  auto& rows = database
                   .statement("extraction.older",
                              "SELECT a.id FROM article a LEFT JOIN extraction x ON x.article_id = "
                              "a.id WHERE ?1 OR x.ruleset IS NOT ?2 ORDER BY a.id")
                   .with(all ? 1 : 0, extract::ruleset());
  std::vector<std::int64_t> ids;
  while (rows.step()) ids.push_back(rows.integer(0));
  rows.reset();
  return ids;
}

// Some articles read, extracted from by several threads, written in order.
class Piece {
 public:
  explicit Piece(store::Archive& archive) : archive_(archive), articles_(archive) {}

  bool is_full() const { return stored_.size() >= kMostInPiece || bytes_ >= kMostBytesInPiece; }

  void read(std::int64_t id) {
    const auto face = articles_.by_id(id);
    if (!face) return;
    stored_.push_back(read_stored(archive_, *face));
    bytes_ += stored_.back().document.text.size();
  }

  void extract(unsigned jobs) {
    entries_.resize(stored_.size());
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::atomic<bool> failed{false};
    const auto work = [&] {
      try {
        for (std::size_t i = next++; i < stored_.size() && !failed; i = next++)
          entries_[i] = rebuild_entry(std::move(stored_[i].document), stored_[i].corrections);
      } catch (...) {
        if (!failed.exchange(true)) failure = std::current_exception();
      }
    };
    {
      std::vector<std::jthread> threads;
      for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(work);
    }
    if (failure) std::rethrow_exception(failure);
  }

  void write(Renewal& renewal) {
    for (std::size_t i = 0; i < stored_.size(); ++i) {
      const std::int64_t id = stored_[i].id;
      const auto before = store::extraction_of(archive_, id);
      store::replace_findings(archive_, id, *entries_[i]);
      ++renewal.renewed;
      renewal.changed += store::extraction_of(archive_, id).second != before.second;
    }
    stored_.clear();
    entries_.clear();
    bytes_ = 0;
  }

 private:
  store::Archive& archive_;
  store::ArticleReader articles_;
  std::vector<Stored> stored_;
  std::vector<std::unique_ptr<store::Entry>> entries_;
  std::size_t bytes_ = 0;
};

}  // namespace

Renewal reextract(store::Archive& archive, const RenewRequest& request) {
  Transaction transaction(archive);
  Renewal renewal;
  renewal.articles = static_cast<std::uint64_t>(store::ArticleReader(archive).count());
  const std::vector<std::int64_t> ids = articles_to_renew(archive, request.all);
  if (ids.empty()) return renewal;
  Piece piece(archive);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    piece.read(ids[i]);
    if (!piece.is_full() && i + 1 < ids.size()) continue;
    piece.extract(request.jobs);
    piece.write(renewal);
    request.on_progress(i + 1, ids.size());
    if (!request.interrupted()) continue;
    renewal = Renewal{renewal.articles, 0, 0, true};
    return renewal;  // the transaction takes everything back
  }
  archive.store_rules(rules_of_program());
  derive(archive);
  transaction.commit();
  return renewal;
}

Renewed renew_article(store::Archive& archive, const std::string& uid) {
  const auto face = store::ArticleReader(archive).by_uid(uid);
  if (!face) return {};
  const std::string chains = store::print_of_chains(archive, face->id);
  Stored stored = read_stored(archive, *face);
  const auto entry = rebuild_entry(std::move(stored.document), stored.corrections);
  write_facts(archive, *face, *entry);
  store::replace_findings(archive, face->id, *entry);
  return {true, chains != store::print_of_chains(archive, face->id)};
}

}  // namespace onrecord::ingest
