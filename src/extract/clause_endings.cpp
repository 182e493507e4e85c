#include "extract/clause_endings.h"

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;

std::vector<std::string_view> endings_of(std::string_view kind) {
  std::vector<std::string_view> out;
  for (const lang::TableRow& row : lang::table("clause_endings")) {
    if (row.cells.size() > 1 && row.cells[1] == kind) out.push_back(row.cells[0]);
  }
  return out;
}

bool ends_in(std::string_view word, const std::vector<std::string_view>& endings) {
  for (std::string_view ending : endings) {
    if (word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

bool ends_adnominal(const Analysis& a, const Token& t) {
  static const lang::ClassMask kNouns =
      class_mask("noun") | class_mask("not_name") | class_mask("title") | class_mask("org") |
      class_mask("place") | class_mask("event") | class_mask("person_noun") |
      class_mask("abstract") | class_mask("adverb") | class_mask("time") | class_mask("surname");
  static const std::vector<std::string_view> kEndings = endings_of("adnominal");
  constexpr std::size_t kLongest = 12;  // bytes: four syllables
  if (t.reading.has(kNouns) || t.span.size() > kLongest) return false;
  return ends_in(a.surface(t), kEndings);
}

bool modifies(const Analysis& a, const Token& t) {
  static const std::vector<std::string_view> kEndings = endings_of("modifier");
  const std::string_view word = a.surface(t);
  const std::size_t syllables = text::count_codepoints(word);
  if (syllables <= 2) return ends_adnominal(a, t);
  return ends_in(word, kEndings);
}

bool ends_contrast(std::string_view word) {
  static const std::vector<std::string_view> kEndings = endings_of("contrast");
  return ends_in(word, kEndings);
}

bool ends_when(std::string_view word) {
  static const std::vector<std::string_view> kEndings = endings_of("when");
  return word.size() >= 6 && ends_in(word, kEndings);
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
  static const std::vector<std::string_view> kWords = endings_of("sequel");
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool ends_clause(std::string_view word) {
  static const std::vector<std::string_view> kEndings = endings_of("clause");
  return ends_in(word, kEndings) || ends_contrast(word);
}

}  // namespace onrecord::extract
