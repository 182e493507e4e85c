// Compiles lexicon/pages/page_words.tsv into a C++ table (src/formats/page_words_data.h).
//
//   page_words_compiler PAGE_WORDS.tsv OUT.cpp
//
// `form<TAB>kind` lines; '#' starts a comment line. A line of another width, an unknown kind or a
// fact that stands twice stops the build with its file and line.
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <string>

namespace {

constexpr std::array<std::string_view, 15> kKinds = {
    "talk",     "mute",    "chrome", "side",    "article", "lead",  "headline", "byline",
    "dateline", "caption", "pull",   "heading", "whole",   "start", "part"};

[[noreturn]] void stop(const std::string& place, const std::string& message) {
  std::cerr << place << ": " << message << "\n";
  std::exit(1);
}

using Words = std::map<std::string, std::set<std::string>>;  // kind, forms

void add(Words& words, const std::string& line, const std::string& place) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string::npos || tab == 0 || line.find('\t', tab + 1) != std::string::npos)
    stop(place, "want form<TAB>kind");
  const std::string form = line.substr(0, tab), kind = line.substr(tab + 1);
  if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
    stop(place, "unknown kind " + kind);
  for (char c : form) {
    if (c >= 'A' && c <= 'Z') stop(place, "letters of ASCII have to be small");
  }
  if (!words[kind].insert(form).second) stop(place, "the same fact stands twice");
}

std::string literal(const std::string& s) {
  std::string out = "\"";
  for (char c : s) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"sv";
}

void write(std::ostream& os, const Words& words) {
  os << "#include \"formats/page_words_data.h\"\n\nnamespace onrecord::formats::data {\n"
     << "namespace {\nusing namespace std::string_view_literals;\nconstexpr PageWord kWords[] = "
        "{\n";
  std::size_t count = 0;
  for (const auto& [kind, forms] : words) {
    for (const std::string& form : forms) {
      os << "{" << literal(kind) << "," << literal(form) << "},\n";
      ++count;
    }
  }
  os << "{\"\"sv,\"\"sv}};\n}  // namespace\n"
     << "std::span<const PageWord> page_words() { return {kWords, " << count << "}; }\n"
     << "}  // namespace onrecord::formats::data\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) stop("page_words_compiler", "usage: page_words_compiler PAGE_WORDS.tsv OUT.cpp");
  std::ifstream in(argv[1]);
  if (!in) stop(argv[1], "cannot be read");
  Words words;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    add(words, line, std::string(argv[1]) + ":" + std::to_string(number));
  }
  std::ofstream out(argv[2]);
  write(out, words);
  out.close();
  return out ? 0 : 1;
}
