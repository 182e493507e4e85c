// Extraction alone, on one core: how many megabytes of text a second of processor time.
//
//   bench_extract CORPUS.jsonl [ROUNDS]
//
// Reading and normalising happen before the clock starts; one round reads every article once. The
// best round counts: other programs on the machine can only make it slower. The first line is for
// programs: megabytes of text, seconds of the best round.
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "extract/extract.h"
#include "formats/document_builder.h"
#include "formats/reader.h"

using namespace onrecord;

namespace {

double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         1e-6 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

std::vector<Document> read_documents(const char* path) {
  std::vector<Document> documents;
  formats::read_file(path, path, [&](formats::Item item) {
    if (item.document)
      documents.push_back(formats::build_document(std::move(item.document.value()), {}));
    return true;
  });
  return documents;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return std::fputs("usage: bench_extract CORPUS.jsonl [ROUNDS]\n", stderr), 2;
  const std::vector<Document> documents = read_documents(argv[1]);
  std::size_t bytes = 0, found = 0;
  for (const Document& document : documents) bytes += document.text.size();
  double best = 0;
  for (int rounds = argc > 2 ? std::atoi(argv[2]) : 3; rounds > 0; --rounds) {
    const double start = processor_seconds();
    found = 0;
    for (const Document& document : documents) {
      const Findings findings = extract::extract(document);
      found += findings.mentions.size() + findings.quotations.size() + findings.events.size();
    }
    const double seconds = processor_seconds() - start;
    best = best == 0 ? seconds : std::min(best, seconds);
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("%.3f %.4f\n", megabytes, best);
  std::printf("%zu articles, %zu findings, %.1f MB/s\n", documents.size(), found, megabytes / best);
}
