// Writes batches to an archive and says after each commit how many stand: to be killed by
// crash_test.cpp.
#include <unistd.h>

#include <cstdlib>

#include "store/sample_entries.h"

using namespace onrecord::store;

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const int batches = std::atoi(argv[2]);
  const int size = std::atoi(argv[3]);
  Archive archive = Archive::open(argv[1], Mode::Write);
  for (int batch = 0; batch < batches; ++batch) {
    std::vector<int> numbers;
    for (int i = 0; i < size; ++i) numbers.push_back(batch * size + i);
    add_batch(archive, numbers);
    if (write(STDOUT_FILENO, "c", 1) != 1) return 3;
  }
  identify(archive);
  if (write(STDOUT_FILENO, "i", 1) != 1) return 3;
}
