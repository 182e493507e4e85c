#include "extract/name_letters.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <memory>

#include "lang/lexicon.h"
#include "text/utf8.h"

namespace onrecord::extract::names {
namespace {

constexpr char32_t kFirst = 0xAC00;
constexpr std::size_t kSyllables = 11172;

// The columns of lexicon/table_name_letters.tsv.
enum Column { Surname, Given, GivenLast, Begin, Inside, End, kColumns };

using Letters = std::array<std::array<std::int16_t, kColumns>, kSyllables>;

std::unique_ptr<Letters> load() {
  auto letters = std::make_unique<Letters>();
  for (auto& row : *letters) row.fill(0);
  for (const lang::TableRow& row : lang::table("name_letters")) {
    std::size_t at = 0;
    const char32_t c = text::decode(row.cells[0], at);
    if (!text::is_hangul_syllable(c)) continue;
    for (int column = 0; column < kColumns; ++column) {
      const std::string_view cell = row.cells[column + 1];
      std::from_chars(cell.data(), cell.data() + cell.size(), (*letters)[c - kFirst][column]);
    }
  }
  return letters;
}

double weight(char32_t c, Column column) {
  static const std::unique_ptr<Letters> letters = load();
  return text::is_hangul_syllable(c) ? (*letters)[c - kFirst][column] / 10.0 : 0.0;
}

}  // namespace

double korean_letters(std::string_view word) {
  std::size_t at = 0;
  double sum = weight(text::decode(word, at), Surname);
  while (at < word.size()) {
    const char32_t c = text::decode(word, at);
    sum += weight(c, at < word.size() ? Given : GivenLast);
  }
  return sum;
}

double foreign_letters(std::string_view word) {
  double sum = 0;
  int count = 0;
  for (std::size_t at = 0; at < word.size(); ++count) {
    const char32_t c = text::decode(word, at);
    sum += weight(c, count == 0 ? Begin : at >= word.size() ? End : Inside);
  }
  return count == 0 ? 0.0 : sum / std::sqrt(count);
}

}  // namespace onrecord::extract::names
