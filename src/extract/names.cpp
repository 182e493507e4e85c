#include "extract/names.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/name_letters.h"
#include "lang/endings.h"
#include "text/utf8.h"

namespace onrecord::extract::names {
namespace {

using lang::class_mask;
using lang::ClassMask;

const ClassMask kSurname = class_mask("surname");
const ClassMask kRareSurname = class_mask("surname_rare");
const ClassMask kGiven = class_mask("given_name");
const ClassMask kForeignName = class_mask("foreign_name");
const ClassMask kOrgSuffix = class_mask("org_suffix");
const ClassMask kBody = class_mask("org") | class_mask("org_role") | class_mask("place");
const ClassMask kNotName =
    class_mask("not_name") | class_mask("connective") | class_mask("topic_change") |
    class_mask("pronoun") | class_mask("time") | class_mask("abstract") |
    class_mask("abstract_person") | class_mask("so_called") | class_mask("report_noun") |
    class_mask("person_noun") | class_mask("event") | class_mask("adverb") | class_mask("title") |
    class_mask("modifier") | class_mask("title_modifier") | kBody;
const ClassMask kNoun = class_mask("noun");
// The score by syllables from which a Korean name needs no other evidence.
constexpr double kSureLetters = 3.0;
constexpr double kHardlyKorean = -2.0;
constexpr double kRatherForeign = 1.2;

// 이영, 지창구, 남궁민수. A rare surname only before a given name of the list.
bool full_shaped(std::string_view form, std::size_t syllables, std::size_t surname) {
  if (surname == 0) return false;
  if (surname == 3 && !word_has(form.substr(0, 3), kSurname)) return known_given(form, 3);
  const std::size_t given = syllables - surname / 3;
  return syllables <= 4 && (given == 2 || (given == 1 && (syllables == 2 || surname == 6)));
}

// 하야코, 이나코: begins with a surname, but its syllables are not Korean.
bool sounds_foreign(std::string_view form) {
  const double least = form.size() == 6 ? 0.0 : kHardlyKorean;
  return form.size() <= 9 && korean_letters(form) < least &&
         foreign_letters(form) >= kRatherForeign;
}

}  // namespace

bool word_has(std::string_view form, ClassMask mask) {
  if (!text::has_capital(form)) return (lang::classes_of(form) & mask) != 0;
  std::string lower(form);  // as the lexicon has Latin letters
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return (lang::classes_of(lower) & mask) != 0;
}

ClassMask not_a_name() {
  return kNotName;
}

ClassMask common_word() {
  static const ClassMask kCommon = class_mask("title") | class_mask("noun") |
                                   class_mask("person_noun") | class_mask("not_name") |
                                   class_mask("abstract") | class_mask("event") |
                                   class_mask("adverb") | class_mask("time") | kBody;
  return kCommon;
}

bool all_hangul(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    if (!text::is_hangul_syllable(text::decode(s, at))) return false;
  }
  return !s.empty();
}

std::string_view tail(std::string_view word, int syllables) {
  bool plain =
      word.size() >= static_cast<std::size_t>(3 * syllables);  // Hangul alone: three bytes each
  for (int i = 1; plain && i <= syllables; ++i)
    plain = (static_cast<unsigned char>(word[word.size() - 3 * i]) & 0xF0) == 0xE0;
  if (plain) return word.substr(word.size() - 3 * syllables);
  std::size_t at = word.size();
  for (int i = 0; i < syllables && at > 0; ++i) text::decode_backwards(word, at);
  return word.substr(at);
}

namespace {

// Of the word's first syllable, as a word: its classes kSurname and kRareSurname. Asked of most
// words.
ClassMask surname_classes(std::string_view form) {
  constexpr char32_t kFirst = 0xAC00, kEnd = 0xD7A4;  // Hangul syllables
  enum : std::uint8_t { Usual = 1, Rare = 2 };
  static const std::vector<std::uint8_t> surnames = [] {
    std::vector<std::uint8_t> out(kEnd - kFirst, 0);
    for (const lang::Word& word : lang::all_words()) {
      std::size_t at = 0;
      const char32_t c = word.form.empty() ? 0 : text::decode(word.form, at);
      if (at != word.form.size() || !text::is_hangul_syllable(c)) continue;
      out[c - kFirst] = (word.has(kSurname) ? Usual : 0) | (word.has(kRareSurname) ? Rare : 0);
    }
    return out;
  }();
  if (form.size() < 3) return 0;
  std::size_t at = 0;
  const char32_t c = text::decode(form, at);
  if (!text::is_hangul_syllable(c)) return 0;
  const std::uint8_t kind = surnames[c - kFirst];
  return (kind & Usual ? kSurname : 0) | (kind & Rare ? kRareSurname : 0);
}

}  // namespace

bool begins_with_surname(std::string_view form) {
  return (surname_classes(form) & kSurname) != 0;
}

std::size_t surname_bytes(std::string_view name) {
  if (name.size() >= 12 && word_has(name.substr(0, 6), kSurname)) return 6;
  if (name.size() == 9 && word_has(name.substr(0, 6), kSurname) &&
      !word_has(name.substr(3), kGiven))
    return 6;  // 사공민
  if (begins_with_surname(name)) return 3;
  return name.size() == 9 && (surname_classes(name) & kRareSurname) != 0 ? 3 : 0;
}

bool known_given(std::string_view name, std::size_t surname) {
  return surname > 0 && surname < name.size() && word_has(name.substr(surname), kGiven);
}

bool sure_korean(std::string_view name) {
  if (name.size() != 9 || surname_classes(name) == 0 || word_has(name, kNotName)) return false;
  const std::size_t surname = surname_bytes(name);
  return surname == 3 && (known_given(name, surname) || korean_letters(name) >= kSureLetters);
}

bool ends_like_a_body(std::string_view form) {
  const lang::Endings endings = lang::endings_of(form);
  for (int n = std::min(5, endings.longest); n >= 1; --n) {
    const lang::Word* end = endings.find(n, kOrgSuffix);
    if (end != nullptr && end->form.size() < form.size()) return true;
  }
  return false;
}

bool abbreviates(std::string_view shorter, std::string_view longer) {
  if (shorter.size() >= longer.size() || shorter.substr(0, 3) != longer.substr(0, 3)) return false;
  std::u32string few, many;
  for (std::size_t at = 0; at < shorter.size();) few += text::decode(shorter, at);
  for (std::size_t at = 0; at < longer.size();) many += text::decode(longer, at);
  if (few.size() < 2 || few.size() > 4 || many.size() < few.size() + 2 || few[0] != many[0])
    return false;
  std::size_t from = 0;
  for (const char32_t c : few) {
    from = many.find(c, from);
    if (from == std::u32string::npos) return false;
    ++from;
  }
  return from + 3 > many.size();  // reaches into the last word: 위(원회), 부, 은(행)
}

bool ends_in_doubt(std::string_view name, std::string_view kind) {
  static const auto doubts = lang::table("name_doubts");
  return std::any_of(doubts.begin(), doubts.end(), [&](const lang::TableRow& row) {
    return row.cells[1] == kind && name.ends_with(row.cells[0]);
  });
}

NameShape shape(std::string_view form) {
  if (form.size() == 1 && text::is_ascii_letter(static_cast<unsigned char>(form[0])))
    return NameShape::Anonymous;
  if (form.size() > 18 || !all_hangul(form)) return NameShape::None;
  const std::size_t syllables = form.size() / 3;
  if (syllables == 1) {
    return word_has(form, kSurname)       ? NameShape::Surname
           : word_has(form, kForeignName) ? NameShape::Foreign
                                          : NameShape::None;
  }
  const std::size_t surname = surname_bytes(form);
  if (syllables == 2 && surname == 3 && form.ends_with("모")) return NameShape::Anonymous;
  if (syllables == 2 && word_has(form, kSurname)) return NameShape::Surname;
  if (word_has(form, kForeignName)) return NameShape::Foreign;
  const bool given = known_given(form, surname);
  if (word_has(form, kNotName | kNoun) && !(syllables == 3 && given)) return NameShape::None;
  const bool weak_end = syllables == 3 && surname == 3 && !word_has(tail(form, 2), kOrgSuffix);
  if (ends_like_a_body(form) && !given && !weak_end) return NameShape::None;
  if (!full_shaped(form, syllables, surname)) return NameShape::Foreign;
  return !given && sounds_foreign(form) ? NameShape::Foreign : NameShape::Full;
}

}  // namespace onrecord::extract::names
