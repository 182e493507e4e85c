#include "lang/sound_words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "lang/hangul.h"
#include "lang/lexicon.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace onrecord::lang {
namespace {

constexpr std::size_t kLongestAbbreviation = 5;

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

bool is_cut(char32_t c) {
  return c == ' ' || c == '\t' || c == '.' || c == ',' || c == 0xB7 || c == 0x30FB || c == 0xA0 ||
         c == 0x318D || c == 0x3000;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool all_upper(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_upper);
}

// "OpenAI": where the capitals at the end start; npos where there are not two of them behind other
// letters.
std::size_t final_capitals(std::string_view word) {
  std::size_t at = word.size();
  while (at > 0 && is_upper(word[at - 1])) --at;
  return at == 0 || word.size() - at < 2 ? std::string_view::npos : at;
}

void add_reading(std::vector<Reading>& out, const std::string& letters, Spelling spelling) {
  if (auto reading = read_letters(letters, spelling)) out.push_back(std::move(*reading));
}

std::vector<Reading> latin_readings(std::string_view word) {
  std::vector<Reading> out;
  const std::string letters = fold_latin(word);
  for (Spelling spelling : {Spelling::Latin, Spelling::Pinyin, Spelling::Romaji}) {
    add_reading(out, letters, spelling);
  }
  if (all_upper(word) && word.size() <= kLongestAbbreviation) {
    out.push_back(read_phones(phones_of_letter_names(letters)));
  }
  if (const std::size_t at = final_capitals(word); at != std::string_view::npos) {
    const std::string first = fold_latin(word.substr(0, at));
    if (auto reading = read_letters(first, Spelling::Latin)) {
      out.push_back(join(std::move(*reading),
                         read_phones(phones_of_letter_names(letters.substr(first.size())))));
    }
  }
  return out;
}

// Surnames of one or two syllables that are names more often than words.
bool is_surname(std::string_view form) {
  static const ClassMask surname = class_mask("surname");
  const Word* word = find_word(form);
  return word != nullptr && word->has(surname);
}

std::unordered_set<std::string_view> load_given_syllables() {
  std::unordered_set<std::string_view> out;
  for (const TableRow& row : table("name_syllables")) {
    for (std::string_view syllable : characters(row.cells[1])) out.insert(syllable);
  }
  return out;
}

bool all_given_syllables(const std::vector<std::string_view>& syllables, std::size_t from) {
  static const std::unordered_set<std::string_view> known = load_given_syllables();
  return std::all_of(syllables.begin() + static_cast<std::ptrdiff_t>(from), syllables.end(),
                     [&](std::string_view s) { return known.count(s) != 0; });
}

std::unordered_map<std::string, std::vector<std::string>> load_latin_surnames() {
  std::unordered_map<std::string, std::vector<std::string>> out;
  const ClassMask surname = class_mask("surname");
  for (const Word& word : all_words()) {
    if (!word.has(surname)) continue;
    for (const std::string& spelling : name_words(word.value(surname), Hyphens::Cut)) {
      out[fold_latin(spelling)].emplace_back(word.form);
    }
  }
  return out;
}

}  // namespace

Script script_of(std::string_view word) {
  Script script = Script::Other;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::decode(word, at);
    if (text::is_hangul_syllable(c)) return Script::Hangul;
    if (text::is_ascii_letter(c) || (c >= 0xC0 && c <= 0x24F)) script = Script::Latin;
  }
  return script;
}

std::vector<std::string> name_words(std::string_view name, Hyphens hyphens) {
  std::vector<std::string> out(1);
  for (std::size_t at = 0; at < name.size();) {
    const char32_t c = text::decode(name, at);
    if (is_hyphen(c) && hyphens == Hyphens::Dropped) continue;
    if (!is_cut(c) && !is_hyphen(c)) {
      text::append_utf8(out.back(), c);
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::string folded_name(std::string_view name) {
  std::string out;
  const std::string folded = text::fold(name);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = text::decode(folded, at);
    if (!is_cut(c) && !is_hyphen(c)) text::append_utf8(out, c);
  }
  return out;
}

std::vector<Reading> foreign_readings(std::string_view word) {
  if (script_of(word) == Script::Latin) return latin_readings(word);
  const Phones phones = phones_of_hangul(word);
  if (phones.empty()) return {};
  return {read_phones(phones)};
}

std::vector<Reading> korean_readings(std::string_view word) {
  std::vector<Reading> out;
  if (script_of(word) == Script::Latin) add_reading(out, fold_latin(word), Spelling::Romaja);
  return out;
}

Phones usual_phones(std::string_view word) {
  if (script_of(word) != Script::Latin) return phones_of_hangul(word);
  const auto reading = read_letters(fold_latin(word), Spelling::Latin);
  return reading ? reading->heard : Phones();
}

std::vector<PersonSplit> korean_person_splits(std::string_view word) {
  std::vector<PersonSplit> out;
  const auto syllables = characters(word);
  if (syllables.size() < 2 || syllables.size() > 4 || !is_hangul_word(word)) return out;
  for (std::size_t length : {std::size_t{1}, std::size_t{2}}) {
    const std::size_t given = syllables.size() - length;
    if (syllables.size() <= length || given > 2) continue;
    const std::size_t bytes = 3 * length;
    if (is_surname(word.substr(0, bytes)) && all_given_syllables(syllables, length)) {
      out.push_back({std::string(word.substr(0, bytes)), std::string(word.substr(bytes))});
    }
  }
  return out;
}

std::vector<std::string> surnames_of_latin(std::string_view word) {
  static const auto surnames = load_latin_surnames();
  const auto found = surnames.find(fold_latin(word));
  return found == surnames.end() ? std::vector<std::string>() : found->second;
}

bool same_surname(std::string_view a, std::string_view b) {
  if (a == b) return true;
  for (const TableRow& row : table("surname_variants")) {
    if ((row.cells[0] == a && row.cells[1] == b) || (row.cells[0] == b && row.cells[1] == a))
      return true;
  }
  return false;
}

}  // namespace onrecord::lang
