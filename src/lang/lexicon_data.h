// The tables that src/tools/lexicon_compiler.cpp writes into build/…/generated/lexicon_data.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lang/lexicon.h"

namespace onrecord::lang::data {

struct Table {
  std::string_view name;  // of lexicon/table_NAME.tsv
  std::span<const TableRow> rows;
};

std::span<const std::string_view> class_names();
std::span<const Word> words();                // sorted by form
std::span<const std::uint32_t> hash_slots();  // power of two; index into words() + 1, 0 empty
std::span<const RuleRow> rules();
std::span<const Table> tables();              // sorted by name
std::string_view version();                   // FNV-1a 64 of all source lines, hex

// FNV-1a, 32 bits; the compiler fills hash_slots() with it.
constexpr std::uint32_t hash(std::string_view s) {
  std::uint32_t h = 2166136261u;
  for (char c : s) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

}  // namespace onrecord::lang::data
