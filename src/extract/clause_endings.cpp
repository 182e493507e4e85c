#include "extract/clause_endings.h"

#include <utility>
#include <vector>

#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;

text::EndingSet endings_of(std::string_view kind) {
  std::vector<std::string_view> out;
  for (const lang::TableRow& row : lang::table("clause_endings")) {
    if (row.cells.size() > 1 && row.cells[1] == kind) out.push_back(row.cells[0]);
  }
  return text::EndingSet(std::move(out));
}

}  // namespace

bool ends_adnominal(const Analysis& a, const Token& t) {
  static const lang::ClassMask kNouns =
      class_mask("noun") | class_mask("not_name") | class_mask("title") | class_mask("org") |
      class_mask("place") | class_mask("event") | class_mask("person_noun") |
      class_mask("abstract") | class_mask("adverb") | class_mask("time") | class_mask("surname");
  static const text::EndingSet kEndings = endings_of("adnominal");
  constexpr std::size_t kLongest = 12;  // bytes: four syllables
  if (t.reading.has(kNouns) || t.span.size() > kLongest) return false;
  return kEndings.ends(a.surface(t));
}

bool modifies(const Analysis& a, const Token& t) {
  static const text::EndingSet kEndings = endings_of("modifier");
  const std::string_view word = a.surface(t);
  const std::size_t syllables = text::count_codepoints(word);
  if (syllables <= 2) return ends_adnominal(a, t);
  return kEndings.ends(word);
}

bool ends_contrast(std::string_view word) {
  static const text::EndingSet kEndings = endings_of("contrast");
  return kEndings.ends(word);
}

bool ends_like_when(std::string_view word) {
  static const text::EndingSet kEndings = endings_of("when_verb");
  return kEndings.ends(word);
}

bool ends_when(std::string_view word) {
  static const text::EndingSet kEndings = endings_of("when");
  return word.size() >= 6 && kEndings.ends(word);
}

bool ends_side_clause(std::string_view word) {
  static const text::EndingSet kEndings = endings_of("side");
  return kEndings.ends(word);
}

bool is_told(std::string_view word) {
  static const lang::ClassMask kNoun = class_mask("report_noun");
  lang::ParticleSplit splits[4];
  const int count = lang::split_particles(word, splits);
  for (int i = 0; i < count; ++i) {
    if (!word.substr(splits[i].stem_bytes).starts_with("에")) continue;
    const lang::Word* noun = lang::find_word(word.substr(0, splits[i].stem_bytes));
    if (noun != nullptr && noun->has(kNoun)) return true;
  }
  return false;
}

bool is_sequel(std::string_view word) {
  static const text::EndingSet kWords = endings_of("sequel");
  return kWords.has(word);
}

bool ends_nominal(std::string_view word) {
  static const text::EndingSet kEndings = endings_of("nominal");
  return kEndings.ends(word);
}

bool is_hearsay(std::string_view word) {
  static const text::EndingSet kWords = endings_of("hearsay");
  return kWords.has(word);
}

bool is_occasion(std::string_view word) {
  static const text::EndingSet kWords = endings_of("occasion");
  return kWords.has(word);
}

bool ends_clause(std::string_view word) {
  static const text::EndingSet kEndings = endings_of("clause");
  return kEndings.ends(word) || ends_contrast(word);
}

}  // namespace onrecord::extract
