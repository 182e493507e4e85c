// Writes schema/current.sql: what the migrations make of an empty file. Usage: print_schema FILE
// (cmake --build build/dev --target update-schema)
#include <cstdio>
#include <fstream>

#include "store/schema_text.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  std::ofstream file(argv[1], std::ios::binary);
  file << onrecord::store::schema_text();
  return file.flush() ? 0 : 5;
}
