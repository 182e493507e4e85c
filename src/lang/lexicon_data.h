// The tables that src/tools/lexicon_compiler.cpp writes into build/…/generated/lexicon_data.cpp.
#pragma once

#include <array>
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

// The first 16 bytes of a form, and zeros behind a shorter one: most comparisons need no more.
using Head = std::array<std::uint64_t, 2>;

// Open addressing, a power of two of slots. What most look-ups ask for lies in one line of the
// cache: the form's head and its classes.
struct Slot {
  Head head;
  ClassMask classes;
  std::uint32_t hash;
  std::uint32_t word : 24;  // index into words() + 1; 0: empty
  std::uint32_t size : 8;   // bytes of the form
};
static_assert(sizeof(Slot) == 32);
std::span<const Slot> hash_slots();

// Two bits of one number for every hash, small enough for a fast cache: most words are unknown.
inline constexpr std::size_t kFilterSize = 4096;  // numbers
std::span<const std::uint64_t> filter();
inline std::size_t filter_place(std::uint32_t hash) {
  return hash >> 20;
}
inline std::uint64_t filter_bits(std::uint32_t hash) {
  return std::uint64_t{1} << (hash >> 14 & 63) | std::uint64_t{1} << (hash >> 8 & 63);
}
std::span<const RuleRow> rules();
std::span<const Table> tables();  // sorted by name
std::string_view version();       // FNV-1a 64 of all source lines, hex

// Up to eight bytes as a number, zeros behind a shorter string; no loop and no call.
inline std::uint64_t load(const char* p, std::size_t n) {
  if (n >= 8) {
    std::uint64_t eight;
    std::memcpy(&eight, p, 8);
    return eight;
  }
  if (n >= 4) {
    std::uint32_t low, high;
    std::memcpy(&low, p, 4);
    std::memcpy(&high, p + n - 4, 4);
    return low | (std::uint64_t{high} >> (8 * (8 - n))) << 32;
  }
  std::uint64_t few = 0;
  for (std::size_t i = 0; i < n; ++i)
    few |= std::uint64_t{static_cast<unsigned char>(p[i])} << (8 * i);
  return few;
}

inline Head head_of(std::string_view s) {
  return {load(s.data(), s.size()), s.size() > 8 ? load(s.data() + 8, s.size() - 8) : 0};
}

// `head` is head_of(s). The compiler fills hash_slots() with it on the same machine.
inline std::uint32_t hash(std::string_view s, const Head& head) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;
  std::uint64_t h = s.size() * kMultiplier;
  const auto mix = [&h](std::uint64_t chunk) {
    h = (h ^ chunk) * kMultiplier;
    h ^= h >> 29;
  };
  mix(head[0]);
  if (s.size() > 8) mix(head[1]);
  for (std::size_t at = 16; at < s.size(); at += 8) mix(load(s.data() + at, s.size() - at));
  return static_cast<std::uint32_t>(h >> 16);
}

}  // namespace onrecord::lang::data
