// Facts about words, compiled in from lexicon/*.tsv: what a form is (title, surname, reporting
// verb, place …).
//
// One fact a line: form, class, value. A form may have many facts. Read-only, no start-up cost,
// thread-safe. Classes are named, not numbered, in data and rules; at run time a class is one bit
// of a mask.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace onrecord::lang {

using ClassMask = std::uint64_t;

struct Fact {
  std::uint8_t cls;        // bit number in a ClassMask
  std::string_view value;  // third column; may be empty
};

struct Word {
  std::string_view form;
  ClassMask classes = 0;
  std::span<const Fact> facts;

  bool has(ClassMask mask) const { return (classes & mask) != 0; }
  // The value of the first fact of that class, or "".
  std::string_view value(ClassMask mask) const;
};

// nullptr where no file knows the form. `form` is NFC; Latin forms are stored in lower case.
const Word* find_word(std::string_view form);

// The classes of the form alone, 0 where it is unknown: cheaper than the word.
ClassMask classes_of(std::string_view form);

// The mask of a class by its name in the data; 0 where no file uses it.
ClassMask class_mask(std::string_view name);
std::string_view class_name(unsigned bit);

// All words, sorted by form (bytes).
std::span<const Word> all_words();

// SHA-256 of everything in lexicon/, part of the ruleset's version.
std::string_view lexicon_digest_source();

// One row of lexicon/rules.tsv.
struct RuleRow {
  std::string_view id, layer, pattern, emits, confidence, example, counter_example;
};
std::span<const RuleRow> all_rules();

// One row of lexicon/table_NAME.tsv, as it stands.
struct TableRow {
  std::span<const std::string_view> cells;
};
// The rows of a table in the order of its file; empty where there is none of that name.
std::span<const TableRow> table(std::string_view name);

}  // namespace onrecord::lang
