#include "lang/lexicon.h"

#include "lang/lexicon_data.h"

namespace onrecord::lang {

std::string_view Word::value(ClassMask mask) const {
  for (const Fact& fact : facts) {
    if (mask >> fact.cls & 1) return fact.value;
  }
  return {};
}

const Word* find_word(std::string_view form) {
  static const auto filter = data::filter();
  const std::uint32_t hash = data::hash(form);
  const std::uint32_t bit = data::filter_bit(hash);
  if ((filter[bit / 64] >> (bit % 64) & 1) == 0) return nullptr;
  static const auto slots = data::hash_slots();
  static const auto words = data::words();
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = hash & mask; slots[i].word != 0; i = (i + 1) & mask) {
    if (slots[i].hash == hash && words[slots[i].word - 1].form == form)
      return &words[slots[i].word - 1];
  }
  return nullptr;
}

ClassMask class_mask(std::string_view name) {
  const auto names = data::class_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return ClassMask{1} << i;
  }
  return 0;
}

std::string_view class_name(unsigned bit) {
  return data::class_names()[bit];
}
std::span<const Word> all_words() {
  return data::words();
}
std::span<const RuleRow> all_rules() {
  return data::rules();
}
std::span<const TableRow> table(std::string_view name) {
  for (const data::Table& one : data::tables()) {
    if (one.name == name) return one.rows;
  }
  return {};
}

std::string_view lexicon_digest_source() {
  return data::version();
}

}  // namespace onrecord::lang
