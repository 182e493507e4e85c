#include "lang/glossary.h"

#include <libstemmer.h>

#include <algorithm>
#include <map>
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
      if (std::find(all.begin(), all.end(), english) == all.end()) all.push_back(std::move(english));
    }
  }
  return all;
}

using Inverse = std::map<std::string, std::vector<std::string>, std::less<>>;

Inverse invert() {
  Inverse inverse;
  const ClassMask gloss = class_mask("gloss");
  for (const Word& word : all_words()) {
    if (!word.has(gloss)) continue;
    for (const std::string& english : glosses_of(word)) {
      auto& korean = inverse[stem_key(english)];
      const std::string form(word.form);
      if (std::find(korean.begin(), korean.end(), form) == korean.end()) korean.push_back(form);
    }
  }
  return inverse;
}

const Inverse& english_side() {
  static const Inverse kInverse = invert();
  return kInverse;
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
  const auto found = english_side().find(stem_key(words));
  return found == english_side().end() ? std::vector<std::string>{} : found->second;
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
