// The tables that src/tools/lexicon_compiler.cpp writes into build/…/generated/lexicon_data.cpp.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include "lang/lexicon.h"

namespace onrecord::lang::data {

struct Table {
  std::string_view name;  // of lexicon/table_NAME.tsv
  std::span<const TableRow> rows;
};

std::span<const std::string_view> class_names();
std::span<const Word> words();  // sorted by form
// Open addressing, a power of two of slots. The hash beside the index spares most comparisons.
struct Slot {
  std::uint32_t hash;
  std::uint32_t word;  // index into words() + 1; 0: empty
};
std::span<const Slot> hash_slots();

// One bit for the upper bits of every hash, small enough for the fastest cache: most words are
// unknown.
inline constexpr int kFilterBits = 18;
std::span<const std::uint64_t> filter();
inline std::uint32_t filter_bit(std::uint32_t hash) {
  return hash >> (32 - kFilterBits);
}
std::span<const RuleRow> rules();
std::span<const Table> tables();  // sorted by name
std::string_view version();       // FNV-1a 64 of all source lines, hex

// Eight bytes at a step; the compiler fills hash_slots() with it on the same machine.
inline std::uint32_t hash(std::string_view s) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
  std::uint64_t h = s.size() * kMultiplier;
  while (!s.empty()) {
    std::uint64_t chunk = 0;
    const std::size_t n = s.size() < 8 ? s.size() : 8;
    std::memcpy(&chunk, s.data(), n);
    h = (h ^ chunk) * kMultiplier;
    h ^= h >> 29;
    s.remove_prefix(n);
  }
  return static_cast<std::uint32_t>(h >> 16);
}

}  // namespace onrecord::lang::data
