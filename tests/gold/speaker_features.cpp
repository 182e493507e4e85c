// Prints the candidates for every speaker in texts, with their features: what
// script/learn_speaker_weights.py learns from.
//
// usage: speaker_features FILE…   (plain text, Korean)
// One line a candidate: file, kind, byte, name, steps, score, rule, features; tabs between.
#include <fstream>
#include <iostream>
#include <sstream>

#include "extract/extract.h"
#include "text/layout.h"

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::ifstream in(argv[i], std::ios::binary);
    if (!in) {
      std::cerr << "speaker_features: " << argv[i] << ": cannot be read\n";
      return 5;
    }
    std::ostringstream bytes;
    bytes << in.rdbuf();
    onrecord::Document document;
    document.text = bytes.str();
    document.language = "ko";
    document.blocks = onrecord::text::find_blocks(document.text);
    std::vector<std::string> lines;
    onrecord::extract::extract(document, lines);
    for (const std::string& line : lines) std::cout << argv[i] << '\t' << line << '\n';
  }
}
