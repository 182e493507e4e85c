#include "extract/foreign_names.h"

#include <unordered_set>

#include "extract/name_letters.h"
#include "extract/names.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::ClassMask;
using lang::Josa;
using names::word_has;

const ClassMask kForeignName = class_mask("foreign_name");
const ClassMask kCivil = class_mask("title_suffix");
constexpr double kBesideOthers =
    1.2;  // what the syllables must say of a word beside a title or name
constexpr double kBehindKnown = 0.8;  // of a word behind a name of the list
constexpr double kLastWord = 2.0;     // and of a last word with nothing behind it
constexpr TokenIndex kLongest = 4;    // words

bool other_word(std::string_view form) {
  static const ClassMask kSuffix = class_mask("org_suffix");
  return word_has(form, names::not_a_name() | names::common_word() | kCivil | kSuffix) ||
         names::ends_like_a_body(form);
}

// 빈, 다: a word inside a foreign name.
bool connects(std::string_view form) {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> out;
    for (const lang::TableRow& row : lang::table("name_connectors")) out.insert(row.cells[0]);
    return out;
  }();
  return words.count(form) > 0;
}

}  // namespace

bool ForeignReader::plausible(TokenIndex j) const {
  const std::string_view f = form(j);
  if (word_has(f, kForeignName)) return true;
  if (f.size() < 6 || f.size() > 18 || other_word(f) || a_.tokens[j].reading.verb_like)
    return false;
  const bool known_first = j > 0 && same_run(j - 1, j) && word_has(form(j - 1), kForeignName);
  return names::foreign_letters(f) >= (known_first ? kBehindKnown : kBesideOthers);
}

TokenIndex ForeignReader::begin_of(TokenIndex j) const {
  TokenIndex begin = j;
  for (TokenIndex k = j; k > 0 && j - k < kLongest - 1 && same_run(k - 1, j); --k) {
    if (part(k - 1))
      begin = k - 1;
    else if (!connects(form(k - 1)))
      break;
  }
  return begin;
}

bool ForeignReader::part(TokenIndex k) const {
  const Token& token = a_.tokens[k];
  if (!token.is_word() || !token.reading.hangul) return false;
  const std::string_view f = form(k);
  if (word_has(f, kForeignName)) return true;
  if (token.reading.classes != 0 || token.reading.verb_like || f.size() < 6 || f.size() > 18 ||
      !unmarked(k) || names::foreign_letters(f) < kBesideOthers)
    return false;
  return names::all_hangul(f) && !other_word(f) && !known_with_particle(k);
}

bool ForeignReader::end(TokenIndex k) const {
  if (!a_.tokens[k].is_word()) return false;
  const std::string_view name = a_.stem(a_.tokens[k]);
  if (names::shape(name) != NameShape::Foreign) return false;
  if (word_has(name, kForeignName)) return true;
  const bool known_first = k > 0 && same_run(k - 1, k) && word_has(form(k - 1), kForeignName);
  return name.size() >= 6 && !other_word(name) && !a_.tokens[k].reading.verb_like &&
         names::foreign_letters(name) >= (known_first ? kBehindKnown : kLastWord);
}

TokenIndex ForeignReader::end_of(TokenIndex k) const {
  TokenIndex last = k;
  if (!part(k)) return k;
  for (TokenIndex i = k + 1; i < a_.tokens.size() && i < k + kLongest && same_run(k, i) &&
                             a_.tokens[i].is_word() && !a_.tokens[i].glued;
       ++i) {
    if (end(i)) last = i;
    if (!part(i) && !connects(form(i))) break;
  }
  return last;
}

bool ForeignReader::known_with_particle(TokenIndex j) const {
  const Token& t = a_.tokens[j];
  return t.reading.josa != Josa::None && word_has(a_.stem(t), names::common_word()) &&
         !word_has(form(j), kForeignName);
}

bool ForeignReader::unmarked(TokenIndex k) const {
  const lang::WordReading& r = a_.tokens[k].reading;
  if (r.josa == Josa::None) return true;
  if (r.classes != 0 || r.josa == Josa::Topic || r.josa == Josa::Obj) return false;
  return form(k).size() == 6 ||
         (r.josa != Josa::Subj && r.josa != Josa::Gen && r.josa != Josa::Com);
}

}  // namespace onrecord::extract
