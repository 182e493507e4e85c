// Runs a fuzz target over saved inputs (files, or folders of them) in an ordinary build: what was
// found once stays tested. Exit status 1 if there was no input at all.
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "target.h"

namespace {

std::string current;  // the input that is being replayed

void name_current(int) {
  std::fprintf(stderr, "input: %s\n", current.c_str());
}

int replay(const std::filesystem::path& path) {
  current = path.string();
  std::ifstream in(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  namespace fs = std::filesystem;
  std::signal(SIGABRT, name_current);
  int inputs = 0;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) {
      inputs += replay(argv[i]);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) inputs += replay(entry.path());
    }
  }
  std::printf("%d inputs replayed\n", inputs);
  return inputs > 0 ? 0 : 1;
}
