// How much the reading of saved pages costs beside parsing alone.
//
//   bench_pages PAGE.html …
//
// "bare" parses each decoded page with gumbo and frees the tree, as any program that uses it has
// to; "reader" takes the bytes to the finished article: decoding, parsing, blocks, metadata, main
// text. Both run by turns, five times over all pages; the medians and their ratio are printed.
#include <gumbo.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "formats/html_charset.h"
#include "formats/page_article.h"
#include "text/encoding.h"

namespace {

constexpr int kRuns = 5;

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Work>
double seconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

std::string decoded(const std::string& bytes) {
  return onrecord::text::decode_bytes(bytes, onrecord::formats::declared_charset(bytes)).text;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> pages, texts;
  std::size_t total = 0, articles = 0;
  for (int i = 1; i < argc; ++i) {
    pages.push_back(bytes_of(argv[i]));
    texts.push_back(decoded(pages.back()));
    total += pages.back().size();
  }
  std::vector<double> bare, reader;
  for (int run = 0; run < kRuns; ++run) {
    bare.push_back(seconds([&] {
      for (const std::string& text : texts) {
        GumboOutput* output =
            gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
        gumbo_destroy_output(&kGumboDefaultOptions, output);
      }
    }));
    articles = 0;
    reader.push_back(seconds([&] {
      for (const std::string& page : pages)
        articles += onrecord::formats::article_from_page(decoded(page), "").ok();
    }));
  }
  std::printf("%zu pages, %.1f MB, %zu articles\nbare gumbo %.3f s, reader %.3f s, ratio %.2f\n",
              pages.size(), double(total) / 1e6, articles, median(bare), median(reader),
              median(reader) / median(bare));
}
