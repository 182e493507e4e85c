// The writing half of Archive: one transaction a batch, every statement prepared once.

#include <zlib.h>

#include "base/date.h"
#include "base/error.h"
#include "base/version.h"
#include "store/archive.h"
#include "store/findings_rows.h"
#include "store/renewal.h"

namespace onrecord::store {
namespace {

constexpr std::int64_t kOrdinaryFile = 0100644;  // what `sqlite3 FILE -Ax` gives the original

std::string name_of_original(const Document& document) {
  return "originals/" + document.uid + "." + document.format;
}

// What the input said, not what a person knows better: the original's own time.
std::int64_t seconds_of_day(const Entry& entry) {
  std::optional<std::string> published = entry.document.published;
  for (const GivenValue& given : entry.given) {
    if (given.field == "published") published = given.value;
  }
  const auto day = published ? parse_iso_day(*published) : std::nullopt;
  return day ? days_from_civil(*day) * 86'400 : 0;
}

void write_original(Database& database, const Entry& entry) {
  const std::string& original = entry.document.original;
  const std::string packed =
      entry.packed_original.empty() ? pack_original(original) : entry.packed_original;
  database
      .statement("original.insert",
                 "INSERT INTO sqlar(name, mode, mtime, sz, data) VALUES(?, ?, ?, ?, ?)")
      .with(name_of_original(entry.document), kOrdinaryFile, seconds_of_day(entry), original.size())
      .bind_blob_in_place(5, packed)
      .run();
}

std::int64_t write_article(Database& database, const Document& document, bool keep_original) {
  std::optional<std::string> original;
  if (keep_original) original = name_of_original(document);
  database
      .statement(
          "article.insert",
          "INSERT INTO article(uid, original_sha256, original, format, given_id, title, source, "
          "url, published, language, text_sha256, text) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .with(document.uid, document.original_sha256, original, document.format, document.id,
            document.title, document.source, document.url, document.published, document.language,
            document.text_sha256)
      .bind_text_in_place(12, document.text)
      .run();
  return database.last_id();
}

void write_authors(Database& database, std::int64_t article_id, const Document& document) {
  std::int64_t position = 0;
  for (const std::string& name : document.authors) {
    database
        .statement("author.insert",
                   "INSERT INTO author(article_id, position, name) VALUES(?, ?, ?)")
        .with(article_id, position++, name)
        .run();
  }
}

void write_location(Database& database, std::int64_t article_id, const Document& document) {
  database
      .statement("location.insert",
                 "INSERT OR IGNORE INTO location(article_id, path, record) VALUES(?, ?, ?)")
      .with(article_id, document.path, document.record)
      .run();
}

void write_paragraphs(Database& database, std::int64_t article_id, const Entry& entry) {
  RowBatch rows;
  for (const Entry::Paragraph& paragraph : entry.paragraphs) {
    rows.begin_row(article_id);
    rows.add(paragraph.kind), rows.add(paragraph.span.start), rows.add(paragraph.span.end);
  }
  const auto ids =
      rows.insert(database, "paragraph.insert",
                  "INSERT INTO paragraph(article_id, kind, start, end) VALUES(?, ?, ?, ?)",
                  [](std::int64_t article) { return article; });
  for (std::size_t i = 0; i < ids.size(); ++i) {
    database
        .statement("paragraph_index.insert",
                   "INSERT INTO paragraph_index(rowid, terms) VALUES(?, ?)")
        .with(ids[i])
        .bind_text_in_place(2, entry.paragraphs[i].terms)
        .run();
  }
}

void write_arrival(Database& database, std::int64_t article_id, std::int64_t run,
                   const std::string& now_utc) {
  database
      .statement("arrival.insert",
                 "INSERT INTO arrival(article_id, run_id, added_at) VALUES(?, ?, ?)")
      .with(article_id, run, now_utc)
      .run();
}

std::optional<std::int64_t> find_article(Database& database, const std::string& uid) {
  Statement& found =
      database.statement("article.by_uid", "SELECT id FROM article WHERE uid = ?").with(uid);
  std::optional<std::int64_t> id;
  if (found.step()) id = found.integer(0);
  found.reset();
  return id;
}

// One thread's compressor. Its 256 kB are set up once, not for each article: that and the fastest
// level take less than half the time of compress(), and a page of prose comes out 2 % larger.
class Deflater {
 public:
  Deflater() {
    if (deflateInit(&stream_, Z_BEST_SPEED) != Z_OK)
      fail(ErrorKind::Internal, "zlib does not start");
  }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string pack(const std::string& bytes) {
    deflateReset(&stream_);
    std::string packed(deflateBound(&stream_, bytes.size()), '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream_.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) return bytes;
    packed.resize(stream_.total_out);
    return packed;
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::string pack_original(const std::string& original) {
  thread_local Deflater deflater;
  std::string packed = deflater.pack(original);
  // As sqlar has it: data of the original's own size is the original.
  return packed.size() < original.size() ? packed : original;
}

std::shared_ptr<const PackedFindings> pack_findings(const Entry& entry) {
  return std::make_shared<const PackedFindings>(pack_rows(entry));
}

void Archive::begin() {
  // IMMEDIATE: another writer is waited for here, not in the midst of a batch.
  database_->execute("batch.begin", "BEGIN IMMEDIATE");
}

void Archive::commit() {
  database_->execute("batch.commit", "COMMIT");
}

void Archive::rollback() {
  database_->reset_statements();
  if (database_->in_transaction()) database_->execute("batch.rollback", "ROLLBACK");
}

std::int64_t Archive::start_run(const std::string& now_utc) {
  database_->statement("run.insert", "INSERT INTO run(started_at, program) VALUES(?, ?)")
      .with(now_utc, kProgramVersion)
      .run();
  return database_->last_id();
}

void Archive::finish_run(std::int64_t run, const std::string& now_utc, const RunCounts& counts) {
  database_
      ->statement("run.finish",
                  "UPDATE run SET finished_at = ?, added = ?, known = ?, refused = ? WHERE id = ?")
      .with(now_utc, counts.added, counts.known, counts.refused, run)
      .run();
}

Outcome Archive::add(const Entry& entry, std::int64_t run, const std::string& now_utc,
                     bool keep_original) {
  Database& database = *database_;
  const Document& document = entry.document;
  if (const auto known = find_article(database, document.uid)) {
    write_location(database, *known, document);
    return Outcome::Known;
  }
  if (keep_original) write_original(database, entry);
  const std::int64_t id = write_article(database, document, keep_original);
  write_authors(database, id, document);
  write_location(database, id, document);
  write_paragraphs(database, id, entry);
  write_extraction(database, id, entry);
  write_arrival(database, id, run, now_utc);
  if (!entry.given.empty()) replace_given_values(*this, id, entry.given);
  return Outcome::Added;
}

bool Archive::knows(const std::string& uid) {
  return find_article(*database_, uid).has_value();
}

void Archive::add_problem(const Problem& problem, const std::string& now_utc) {
  std::optional<std::string> place;
  if (!problem.place.empty()) place = problem.place;
  database_
      ->statement(
          "problem.upsert",
          "INSERT INTO problem(path, record, kind, message, place, first_seen, last_seen) "
          "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?6) ON CONFLICT(path, record, kind) DO UPDATE SET "
          "message = excluded.message, place = excluded.place, last_seen = excluded.last_seen")
      .with(problem.path, problem.record, problem.kind, problem.message, place, now_utc)
      .run();
}

void Archive::clear_problem(const std::string& path, std::uint64_t record) {
  database_->statement("problem.clear", "DELETE FROM problem WHERE path = ? AND record = ?")
      .with(path, record)
      .run();
}

void Archive::store_rules(const std::vector<Rule>& rules) {
  database_->statement("rule.clear", "DELETE FROM rule").run();
  for (const Rule& rule : rules) {
    database_
        ->statement(
            "rule.insert",
            "INSERT INTO rule(id, layer, pattern, emits, confidence, example, counter_example) "
            "VALUES(?, ?, ?, ?, ?, ?, ?)")
        .with(rule.id, rule.layer, rule.pattern, rule.emits, rule.confidence, rule.example,
              rule.counter_example)
        .run();
  }
}

}  // namespace onrecord::store
