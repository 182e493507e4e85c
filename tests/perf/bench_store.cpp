// Writing articles to an archive against a bare insertion of the same text: one table and one FTS5
// index of the same pairs, same pragmas, same text, same transactions. Usage: bench_store SENTENCES
// FOLDER [MEGABYTES]
//
// SENTENCES: a text file, one sentence a line, from which articles of about 2 kB are drawn.
// Everything that the threads of ingest do beforehand (terms, packing) is made before the clock
// starts, for both.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include "store/sample_entries.h"

using namespace onrecord;
using namespace onrecord::store;

namespace {

constexpr std::size_t kBatch = 500;

std::vector<std::string> read_lines(const char* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// Five paragraphs of four sentences; two quotations, ten mentions, one event.
Entry random_article(const std::vector<std::string>& sentences, std::mt19937& random) {
  Entry entry;
  Document& document = entry.document;
  while (document.text.size() < 2000) {
    const auto start = static_cast<std::uint32_t>(document.text.size());
    for (int i = 0; i < 4; ++i) document.text += sentences[random() % sentences.size()] + " ";
    document.blocks.push_back(
        {BlockKind::Body, {start, static_cast<std::uint32_t>(document.text.size() - 1)}});
    document.text += "\n\n";
  }
  document.text += std::to_string(random());
  document.original = document.text;
  document.original_sha256 = document.text_sha256 = sha256_hex(document.text);
  document.uid = uid_of(document.original);
  document.path = document.uid + ".txt";
  document.format = "txt";
  document.language = "ko";
  document.source = "가나일보";
  document.published = "2023-06-09";
  const auto text = std::make_shared<const std::string>(document.text);
  const auto map = std::make_shared<const text::OffsetMap>(*text);
  entry.to_codepoint = [text, map](std::uint32_t byte) { return map->to_codepoint(byte); };
  for (const Block& block : document.blocks) {
    entry.paragraphs.push_back(
        {"body", map->to_codepoints(block.span), text::search_terms(slice(*text, block.span))});
  }
  Findings found = sample_findings(sample_document(1));
  for (int i = 0; i < 8; ++i) found.mentions.push_back(found.mentions[0]);
  entry.findings = found;
  entry.packed_original = pack_original(document.original);
  return entry;
}

// Processor time, which other programs on the machine disturb less than the wall's.
double seconds_now() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double seconds_of(const std::function<void()>& work) {
  const double start = seconds_now();
  work();
  return seconds_now() - start;
}

void write_archive(const std::string& path, const std::vector<Entry>& entries) {
  Archive archive = Archive::open(path, Mode::Write);
  for (std::size_t i = 0; i < entries.size();) {
    archive.begin();
    const auto run = archive.start_run("now");
    for (const std::size_t end = std::min(entries.size(), i + kBatch); i < end; ++i)
      archive.add(entries[i], run, "now");
    archive.commit();
  }
}

void write_bare(const std::string& path, const std::vector<Entry>& entries) {
  Database database(path, Mode::Write);
  for (const char* sql :
       {"PRAGMA page_size = 8192", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
        "PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 4096",
        "CREATE TABLE t(id INTEGER PRIMARY KEY, text TEXT)",
        "CREATE VIRTUAL TABLE f USING fts5(terms, content='', tokenize='unicode61 "
        "remove_diacritics 2')"}) {
    database.text("bare", sql);
  }
  for (std::size_t i = 0; i < entries.size();) {
    database.execute("bare.begin", "BEGIN");
    for (const std::size_t end = std::min(entries.size(), i + kBatch); i < end; ++i) {
      database.statement("bare.text", "INSERT INTO t(text) VALUES(?)")
          .with(entries[i].document.text)
          .run();
      std::string terms;
      for (const auto& paragraph : entries[i].paragraphs) terms += paragraph.terms + "\n";
      database.statement("bare.terms", "INSERT INTO f(rowid, terms) VALUES(?, ?)")
          .with(database.last_id(), terms)
          .run();
    }
    database.execute("bare.commit", "COMMIT");
  }
  database.reset_statements();
  database.text("bare", "PRAGMA journal_mode = DELETE");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const auto sentences = read_lines(argv[1]);
  const std::string folder = argv[2];
  const std::size_t goal = (argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 30) * 1'000'000;
  std::mt19937 random(1);
  std::vector<Entry> entries;
  std::size_t bytes = 0;
  while (bytes < goal) {
    entries.push_back(random_article(sentences, random));
    bytes += entries.back().document.text.size();
  }
  for (int round = 0; round < 2; ++round) {
    const std::string bare = folder + "/bare.db", full = folder + "/archive.db";
    std::filesystem::remove(bare);
    std::filesystem::remove(full);
    const double bare_time = seconds_of([&] { write_bare(bare, entries); });
    const double full_time = seconds_of([&] { write_archive(full, entries); });
    std::printf(
        "%zu articles, %.1f MB: bare %.1f s (%.1f MB), archive %.1f s (%.1f MB), ratio %.2f\n",
        entries.size(), bytes / 1e6, bare_time, std::filesystem::file_size(bare) / 1e6, full_time,
        std::filesystem::file_size(full) / 1e6, full_time / bare_time);
  }
}
