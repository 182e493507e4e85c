#include "lang/lexicon.h"

#include "lang/lexicon_data.h"
#include "text/ending_set.h"

namespace onrecord::lang {

std::string_view Word::value(ClassMask mask) const {
  for (const Fact& fact : facts) {
    if (mask >> fact.cls & 1) return fact.value;
  }
  return {};
}

namespace {

const Word& word_in(const data::Slot& slot) {
  static const Word* const words = data::words().data();
  return words[slot.word - 1];
}

// The slot of a known form, or nullptr.
const data::Slot* find_slot(std::string_view form) {
  const data::Head head = data::head_of(form);
  const std::uint32_t hash = data::hash(form, head);
  const std::uint64_t bits = data::filter_bits(hash);
  static const std::uint64_t* const filter = data::filter().data();
  if ((filter[data::filter_place(hash)] & bits) != bits) return nullptr;
  static const std::span<const data::Slot> slots = data::hash_slots();
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = hash & mask; slots[i].word != 0; i = (i + 1) & mask) {
    const data::Slot& slot = slots[i];
    if (slot.hash != hash || slot.head[0] != head[0] || slot.head[1] != head[1] ||
        slot.size != form.size())
      continue;
    if (form.size() <= sizeof(head) || word_in(slot).form == form) return &slot;
  }
  return nullptr;
}

}  // namespace

const Word* find_word(std::string_view form) {
  const data::Slot* slot = find_slot(form);
  return slot == nullptr ? nullptr : &word_in(*slot);
}

ClassMask classes_of(std::string_view form) {
  const data::Slot* slot = find_slot(form);
  return slot == nullptr ? 0 : slot->classes;
}

ClassMask class_mask(std::string_view name) {
  const auto names = data::class_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (text::is_same(names[i], name)) return ClassMask{1} << i;
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
