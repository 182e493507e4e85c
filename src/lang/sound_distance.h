// How like two words sound: the cheapest way to hear one word's letters as the other's phones.
//
// Likeness is in thousandths: 1000 the same, 0 nothing in common. Pure functions; thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lang/sound_reading.h"

namespace onrecord::lang {

int sound_likeness(const Reading& word, const Phones& heard);

// Many words prepared, so that one reading can be compared with all of them. Words that begin alike
// share their work, and work stops where the floor is out of reach; the answer is the same as from
// sound_likeness().
class SoundIndex {
 public:
  explicit SoundIndex(std::vector<Phones> words);

  // best[id] = max(best[id], likeness) for every word that reaches the floor (> 0). best has size()
  // elements.
  void compare(const Reading& word, int floor, std::vector<std::uint16_t>& best) const;
  std::size_t size() const { return words_.size(); }

  class Rows;  // the work of one comparison; sound_distance.cpp

 private:
  // Words with the same number of consonants, so that one limit serves them all.
  struct Block {
    std::size_t begin = 0, end = 0;  // in order_
    int most_weight = 0;
    std::size_t consonants = 0;
  };
  std::vector<Phones> words_;
  std::vector<int> weights_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint16_t> shared_;  // phones that a word of order_ shares with the one before
  std::vector<Block> blocks_;

  void compare_block(Rows& rows, int weight, const Block& block, int floor,
                     std::vector<std::uint16_t>& best) const;
};

}  // namespace onrecord::lang
