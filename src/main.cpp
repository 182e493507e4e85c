#include "cli/app.h"

int main(int argc, char** argv) {
  return onrecord::cli::run(argc, argv);
}
