// The derived stratum: which quotations are one utterance. Replaced as a whole, with ids that
// follow from the set.

#include <string_view>

#include "store/archive.h"

namespace onrecord::store {
namespace {

constexpr const char* kArticles =
    "SELECT id, uid, substr(published, 1, 10), text FROM article a "
    "WHERE EXISTS (SELECT 1 FROM quotation q WHERE q.article_id = a.id) ORDER BY uid";

constexpr const char* kQuotations =
    "SELECT id, start, end, place IN ('body', 'list'), doubtful FROM quotation "
    "WHERE article_id = ? ORDER BY start, end DESC, kind";

constexpr const char* kSpeakers =
    "SELECT coalesce('#' || i.entity_id, s.name) FROM quotation q "
    "JOIN speaker s ON s.quotation_id = q.id "
    "LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain "
    "WHERE q.id = ? ORDER BY s.position";

std::vector<std::string> speakers_of(Database& database, std::int64_t quotation) {
  Statement& rows = database.statement("speaker.keys", kSpeakers).with(quotation);
  std::vector<std::string> speakers;
  while (rows.step()) speakers.push_back(rows.text(0));
  rows.reset();
  return speakers;
}

// Slices of one text by code points, in order of their starts: in one walk, where substr() would
// begin anew for each.
class Slices {
 public:
  explicit Slices(std::string_view text) : text_(text) {}

  std::string_view at(std::int64_t start, std::int64_t end) {
    for (; here_ < start; ++here_) step(byte_);
    std::size_t to = byte_;
    for (std::int64_t i = start; i < end; ++i) step(to);
    return text_.substr(byte_, to - byte_);
  }

 private:
  void step(std::size_t& byte) const {
    if (byte >= text_.size()) return;
    do {
      ++byte;
    } while (byte < text_.size() && (static_cast<unsigned char>(text_[byte]) & 0xC0) == 0x80);
  }

  std::string_view text_;
  std::int64_t here_ = 0;
  std::size_t byte_ = 0;
};

}  // namespace

void Archive::for_each_said(const std::function<void(SaidWords)>& use) {
  Statement articles = database_->prepare("article.said", kArticles);
  while (articles.step()) {
    Slices slices(articles.view(3));
    Statement& rows = database_->statement("quotation.said", kQuotations).with(articles.integer(0));
    while (rows.step()) {
      SaidWords said;
      said.quotation_id = rows.integer(0);
      said.uid = articles.text(1);
      said.start = static_cast<std::uint32_t>(rows.integer(1));
      said.in_body = rows.integer(3) != 0;
      said.day = articles.text(2);
      said.doubtful = rows.integer(4) != 0;
      said.words = slices.at(rows.integer(1), rows.integer(2));
      said.speakers = speakers_of(*database_, said.quotation_id);
      use(std::move(said));
    }
    rows.reset();
  }
}

void Archive::replace_families(const std::vector<Family>& families) {
  // Utterances last: the trigger that takes their variants finds none left.
  for (const char* clear : {"DELETE FROM variant", "DELETE FROM utterance"})
    database_->execute("utterance.clear", clear);
  std::int64_t id = 0;
  for (const Family& family : families) {
    database_
        ->statement("utterance.insert", "INSERT INTO utterance(id, representative) VALUES(?, ?)")
        .with(++id, family.representative)
        .run();
    for (const std::int64_t quotation : family.variants) {
      database_
          ->statement("variant.insert",
                      "INSERT INTO variant(quotation_id, utterance_id) VALUES(?, ?)")
          .with(quotation, id)
          .run();
    }
  }
}

bool Archive::derived_is_outdated() {
  return database_->integer("schema.newer_than_run",
                            "SELECT (SELECT max(applied_at) FROM schema_history) > "
                            "(SELECT max(finished_at) FROM run)") != 0;
}

}  // namespace onrecord::store
