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
const ClassMask kTeam = class_mask("org_suffix") | class_mask("org");
const ClassMask kNoSurname =
    class_mask("determiner") | class_mask("place") | class_mask("modifier");
constexpr double kBesideOthers =
    1.2;  // what the syllables must say of a word beside a title or name
constexpr double kBehindKnown = 0.8;  // of a word behind a name of the list
constexpr double kBehindSure = 0.3;   // and behind one whose syllables leave no doubt
constexpr double kSureFirst = 2.5;
constexpr double kLongBesideOthers = 0.8;
constexpr double kBeforeOffice = -1.5;
constexpr double kShortBeforeOffice = -0.9;
constexpr double kFirstBeforeOffice = -0.5;
constexpr double kLastWord = 2.0;   // and of a last word with nothing behind it
constexpr TokenIndex kLongest = 4;  // words

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

// 돈, 핀: names of one syllable that are words as well.
bool short_name(std::string_view form) {
  static const std::unordered_set<std::string_view> words = [] {
    std::unordered_set<std::string_view> out;
    for (const lang::TableRow& row : lang::table("short_foreign_names")) out.insert(row.cells[0]);
    return out;
  }();
  return form.size() == 3 && words.count(form) > 0;
}

}  // namespace

// What the syllables of a last word must say, given what stands before it.
double ForeignReader::least_behind(TokenIndex k, double otherwise) const {
  if (k == 0 || !same_run(k - 1, k) || !a_.tokens[k - 1].is_word()) return otherwise;
  const std::string_view before = form(k - 1);
  if (word_has(before, kForeignName)) return kBehindKnown;
  if (part(k - 1) && names::foreign_letters(before) >= kSureFirst) return kBehindSure;
  return otherwise;
}

bool ForeignReader::plausible(TokenIndex j, bool office) const {
  const std::string_view f = form(j);
  if (word_has(f, kForeignName)) return true;
  if (f.size() < 6 || f.size() > 18 || a_.tokens[j].reading.verb_like) return false;
  if (other_word(f) && !town_behind_name(j, true)) return false;
  const Josa josa = a_.tokens[j].reading.josa;
  if (office && (josa == Josa::None || (josa == Josa::Subj && f.size() == 9)))
    return names::foreign_letters(f) >= (f.size() == 6 ? kShortBeforeOffice : kBeforeOffice);
  const double alone = f.size() >= 9 ? kLongBesideOthers : kBesideOthers;
  return names::foreign_letters(f) >= least_behind(j, alone);
}

// 줄리아 오스틴, 줄리아 크레인: the name of a town or a loanword behind a first name of the list.
bool ForeignReader::town_behind_name(TokenIndex k, bool loanword) const {
  static const ClassMask kPlace = class_mask("place");
  static const ClassMask kNoun = class_mask("noun");
  static const ClassMask kOther = names::common_word() & ~kPlace & ~kNoun;
  const lang::Word* word = lang::find_word(a_.stem(a_.tokens[k]));
  return k > 0 && same_run(k - 1, k) && word_has(form(k - 1), kForeignName) && word != nullptr &&
         word->has(loanword ? kPlace | kNoun : kPlace) && !word->has(kOther) &&
         word->value(kPlace) != "country" && form(k - 1).size() >= 6;
}

bool ForeignReader::behind_first_name(TokenIndex j) const {
  if (j == 0 || !same_run(j - 1, j) || !part(j - 1)) return false;
  const std::string_view last = form(j);
  if (names::sure_korean(last) || last.size() > 9 || word_has(last, kTeam)) return false;
  if (last.size() == 3)
    return short_name(last) ||
           (names::shape(last) == NameShape::Surname && !word_has(last, kNoSurname));
  // 포파, which ends as bodies do: behind a first name of the list alone
  if (names::shape(last) == NameShape::None &&
      (!word_has(form(j - 1), kForeignName) || lang::find_word(last) != nullptr))
    return false;
  if (!names::begins_with_surname(last))  // 존 스미서
    return names::foreign_letters(last) >= kShortBeforeOffice;
  return names::foreign_letters(last) > names::korean_letters(last);
}

TokenIndex ForeignReader::begin_of(TokenIndex j, bool office) const {
  TokenIndex begin = j;
  for (TokenIndex k = j; k > 0 && j - k < kLongest - 1 && same_run(k - 1, j); --k) {
    if (part(k - 1, office) || (short_name(form(k - 1)) && sure_last(k)))
      begin = k - 1;
    else if (!connects(form(k - 1)))
      break;
  }
  return begin;
}

bool ForeignReader::part(TokenIndex k, bool office) const {
  const Token& token = a_.tokens[k];
  if (!token.is_word() || !token.reading.hangul) return false;
  const std::string_view f = form(k);
  if (word_has(f, kForeignName)) return true;
  if (token.reading.classes != 0 || token.reading.verb_like || f.size() < 6 || f.size() > 18 ||
      !unmarked(k) || names::foreign_letters(f) < (office ? kFirstBeforeOffice : kBesideOthers))
    return false;
  return names::all_hangul(f) && !other_word(f) && !known_with_particle(k);
}

// 피어슨 of 돈 피어슨
bool ForeignReader::sure_last(TokenIndex k) const {
  return word_has(form(k), kForeignName) || names::foreign_letters(form(k)) >= kSureFirst;
}

bool ForeignReader::end(TokenIndex k) const {
  if (!a_.tokens[k].is_word()) return false;
  const std::string_view name = a_.stem(a_.tokens[k]);
  if (word_has(name, kForeignName)) return true;
  if (names::shape(name) != NameShape::Foreign && !town_behind_name(k, false)) return false;
  return name.size() >= 6 && (!other_word(name) || town_behind_name(k, false)) &&
         !a_.tokens[k].reading.verb_like &&
         names::foreign_letters(name) >= least_behind(k, kLastWord);
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

bool ForeignReader::opens_sure_name(TokenIndex k) const {
  const Token& first = a_.tokens[k];
  if (k + 1 >= a_.tokens.size() || !same_run(k, k + 1) || a_.tokens[k + 1].glued || !end(k + 1))
    return false;
  const std::string_view last = a_.stem(a_.tokens[k + 1]);
  const bool sure = word_has(last, kForeignName) || names::foreign_letters(last) >= kSureFirst;
  return sure && first.is_word() && first.reading.hangul && !first.reading.verb_like &&
         first.is(Josa::None) && first.span.size() >= 6 && first.span.size() <= 15 &&
         lang::find_word(form(k)) == nullptr && !other_word(form(k));
}

bool ForeignReader::known_with_particle(TokenIndex j) const {
  const Token& t = a_.tokens[j];
  // 이미란 대표: nobody says "이미 is" before a title, where the whole is a sure name.
  if (t.is(Josa::Copula) && names::sure_korean(form(j))) return false;
  // 조언아 의원: nobody is called upon before a title.
  if (t.is(Josa::Vocative) && names::shape(form(j)) == NameShape::Full) return false;
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
