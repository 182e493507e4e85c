#include "lang/glossary.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <memory>

#include "lang/lexicon.h"

namespace onrecord::lang {
namespace {

constexpr std::size_t kLongestEntry = 4;  // words in one gloss

bool is_ascii(std::string_view s) {
  return std::all_of(s.begin(), s.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// "interest rates" -> "interest rate": every word by its stem.
std::string stem_key(std::string_view words) {
  std::string key;
  for (const std::string& word : split(words, ' ')) {
    if (!key.empty()) key += ' ';
    key += english_stem(word);
  }
  return key;
}

// Of all files that have the word.
std::vector<std::string> glosses_of(const Word& word) {
  const ClassMask gloss = class_mask("gloss");
  std::vector<std::string> all;
  for (const Fact& fact : word.facts) {
    if ((gloss >> fact.cls & 1) == 0) continue;
    for (std::string& english : split(fact.value, ',')) {
      if (std::find(all.begin(), all.end(), english) == all.end())
        all.push_back(std::move(english));
    }
  }
  return all;
}

struct Gloss {
  std::string english;
  std::string_view korean;
};

// English glosses by their first letter: what a word may mean is stemmed when it is asked for, not
// all five thousand beforehand.
using Inverse = std::array<std::vector<Gloss>, 27>;

std::size_t bucket_of(char first) {
  const int letter = (first | 32) - 'a';
  return letter >= 0 && letter < 26 ? static_cast<std::size_t>(letter) : 26;
}

Inverse invert() {
  Inverse inverse;
  const ClassMask gloss = class_mask("gloss");
  for (const Word& word : all_words()) {
    if (!word.has(gloss)) continue;
    for (std::string& english : glosses_of(word)) {
      const std::size_t bucket = bucket_of(english.front());
      inverse[bucket].push_back({std::move(english), word.form});
    }
  }
  return inverse;
}

const Inverse& english_side() {
  static const Inverse kInverse = invert();
  return kInverse;
}

// Every inflection of a word keeps its second letter, but for dying and die.
bool may_be(std::string_view a, std::string_view b) {
  if (a.size() < 2 || b.size() < 2) return a.size() == b.size();
  const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? c | 32 : static_cast<int>(c); };
  return low(a[1]) == low(b[1]) || low(a[1]) == 'y' || low(b[1]) == 'y';
}

std::size_t blanks_in(std::string_view words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
}

std::vector<std::string> korean_for(std::string_view words) {
  std::vector<std::string> korean;
  if (words.empty()) return korean;
  const std::string key = stem_key(words);
  const std::size_t blanks = blanks_in(words);
  for (const Gloss& gloss : english_side()[bucket_of(words.front())]) {
    if (!may_be(gloss.english, words) || blanks_in(gloss.english) != blanks ||
        stem_key(gloss.english) != key)
      continue;
    if (std::find(korean.begin(), korean.end(), gloss.korean) == korean.end())
      korean.emplace_back(gloss.korean);
  }
  return korean;
}

struct StemmerDelete {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

}  // namespace

std::string english_stem(std::string_view word) {
  std::string low = lower(word);
  if (!is_ascii(low)) return low;
  thread_local const std::unique_ptr<sb_stemmer, StemmerDelete> kStemmer(
      sb_stemmer_new("english", "UTF_8"));
  const auto* bytes = reinterpret_cast<const sb_symbol*>(low.data());
  const sb_symbol* stem = sb_stemmer_stem(kStemmer.get(), bytes, static_cast<int>(low.size()));
  if (stem == nullptr) return low;
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(kStemmer.get()))};
}

std::vector<std::string> translate_topic(std::string_view words) {
  const ClassMask gloss = class_mask("gloss");
  if (const Word* word = find_word(lower(words)); word != nullptr && word->has(gloss)) {
    return glosses_of(*word);
  }
  if (!is_ascii(words)) return {};
  return korean_for(words);
}

std::size_t topic_length(const std::vector<std::string>& words, std::size_t at) {
  for (std::size_t n = std::min(kLongestEntry, words.size() - at); n > 0; --n) {
    std::string joined = words[at];
    for (std::size_t i = 1; i < n; ++i) joined += " " + words[at + i];
    if (!translate_topic(joined).empty()) return n;
  }
  return 0;
}

}  // namespace onrecord::lang
