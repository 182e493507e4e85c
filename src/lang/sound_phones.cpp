#include "lang/sound_phones.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/error.h"
#include "lang/hangul.h"
#include "lang/lexicon.h"
#include "text/utf8.h"

namespace onrecord::lang {
namespace {

// The order gives the numbers: glides and vowels, then consonants.
constexpr std::string_view kSymbols = "yw_aeiou6QKUTVPSJYNMLHG";
constexpr std::size_t kFirstVowel = 2;
constexpr std::size_t kFirstConsonant = 9;

constexpr int kVowels = 350, kConsonants = 1000, kGlides = 250, kUnlike = 1600;

char phone_of(char symbol) {
  const std::size_t at = kSymbols.find(symbol);
  if (at == std::string_view::npos) {
    fail(ErrorKind::Internal, std::string("no phone has the symbol '") + symbol + "'");
  }
  return static_cast<char>(at);
}

std::size_t index_of(char symbol) {
  return static_cast<std::size_t>(phone_of(symbol));
}

bool is_glide_index(std::size_t i) {
  return i < kFirstVowel;
}
bool is_consonant_index(std::size_t i) {
  return i >= kFirstConsonant;
}

std::uint16_t usual_cost(std::size_t a, std::size_t b) {
  if (a == b) return 0;
  if (is_glide_index(a) || is_glide_index(b)) {
    return is_glide_index(a) && is_glide_index(b) ? kGlides : kUnlike;
  }
  if (is_consonant_index(a) != is_consonant_index(b)) return kUnlike;
  return is_consonant_index(a) ? kConsonants : kVowels;
}

std::uint16_t usual_weight(std::size_t i) {
  if (is_consonant_index(i)) return 1000;
  return is_glide_index(i) || kSymbols[i] == '_' ? 100 : 300;
}

SoundCosts load_costs() {
  SoundCosts costs;
  for (std::size_t a = 0; a < kSymbols.size(); ++a) {
    costs.alone[a] = kConsonants;
    costs.weight[a] = usual_weight(a);
    for (std::size_t b = 0; b < kSymbols.size(); ++b) costs.between[a][b] = usual_cost(a, b);
  }
  for (const TableRow& row : table("sound_confusions")) {
    const auto cost = static_cast<std::uint16_t>(10 * std::stoi(std::string(row.cells[2])));
    const std::size_t b = index_of(row.cells[1][0]);
    if (row.cells[0] == "*") {
      costs.alone[b] = cost;
    } else {
      const std::size_t a = index_of(row.cells[0][0]);
      costs.between[a][b] = costs.between[b][a] = cost;
    }
  }
  return costs;
}

// Phones by letter, for each of the three places in a syllable.
struct LetterPhones {
  std::array<Phones, 19> lead;
  std::array<Phones, 21> vowel;
  std::array<Phones, 28> tail;
};

template <std::size_t N>
void place(std::array<Phones, N>& out, std::string_view (*letter_of)(int), const TableRow& row) {
  for (std::size_t i = 0; i < N; ++i) {
    if (letter_of(static_cast<int>(i)) == row.cells[0]) out[i] = phones_from_symbols(row.cells[2]);
  }
}

LetterPhones load_letters() {
  LetterPhones out;
  for (const TableRow& row : table("sound_phones")) {
    if (row.cells[1] == "lead") place(out.lead, lead_letter, row);
    if (row.cells[1] == "vowel") place(out.vowel, vowel_letter, row);
    if (row.cells[1] == "tail") place(out.tail, tail_letter, row);
  }
  return out;
}

std::unordered_map<std::string, char> load_merges() {
  std::unordered_map<std::string, char> out;
  for (const TableRow& row : table("sound_merges")) {
    out[phones_from_symbols(row.cells[0])] = phone_of(row.cells[1][0]);
  }
  return out;
}

void append_merged(Phones& out, const Phones& more) {
  static const std::unordered_map<std::string, char> merges = load_merges();
  for (char phone : more) {
    if (!out.empty()) {
      const auto merged = merges.find({out.back(), phone});
      if (merged != merges.end()) {
        out.back() = merged->second;
        continue;
      }
    }
    out += phone;
  }
}

void append_syllable(Phones& out, char32_t c) {
  static const LetterPhones letters = load_letters();
  const Syllable s = take_apart(c);
  append_merged(out, letters.lead[static_cast<std::size_t>(s.lead)]);
  append_merged(out, letters.vowel[static_cast<std::size_t>(s.vowel)]);
  append_merged(out, letters.tail[static_cast<std::size_t>(s.tail)]);
}

std::string_view letter_name(char lower) {
  for (const TableRow& row : table("sound_letters")) {
    if (row.cells[0][0] == lower) return row.cells[1];
  }
  return {};
}

}  // namespace

Phones phones_from_symbols(std::string_view symbols) {
  Phones out;
  for (char symbol : symbols) out += phone_of(symbol);
  return out;
}

std::string symbols_from_phones(const Phones& phones) {
  std::string out;
  for (char phone : phones) out += kSymbols[static_cast<std::size_t>(phone)];
  return out;
}

Phones phones_of_hangul(std::string_view word) {
  Phones out;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = text::decode(word, at);
    if (text::is_hangul_syllable(c)) {
      append_syllable(out, c);
    } else if (text::is_ascii_letter(c)) {
      append_merged(out, phones_of_letter_names(std::string(1, static_cast<char>(c | 32))));
    }
  }
  return out;
}

Phones phones_of_letter_names(std::string_view lower_case) {
  std::string spelt;
  for (char letter : lower_case) spelt += letter_name(letter);
  return phones_of_hangul(spelt);
}

const SoundCosts& sound_costs() {
  static const SoundCosts costs = load_costs();
  return costs;
}

bool is_consonant(char phone) {
  return is_consonant_index(static_cast<std::size_t>(phone));
}

int weight_of(const Phones& phones) {
  int sum = 0;
  for (char phone : phones) sum += sound_costs().weight[static_cast<std::size_t>(phone)];
  return sum;
}

}  // namespace onrecord::lang
