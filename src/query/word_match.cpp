#include "query/word_match.h"

#include <algorithm>

#include "lang/glossary.h"
#include "lang/lexicon.h"
#include "query/question_words.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

bool is_ascii_word(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u < 0x80 && (text::is_ascii_letter(u) || text::is_digit(u));
}

bool is_latin(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool has_tail_fact(std::string_view form, std::string_view value) {
  const lang::Word* word = lang::find_word(form);
  if (word == nullptr) return false;
  if (value == "particle" && word->has(lang::class_mask("josa"))) return true;
  const lang::ClassMask mask = lang::class_mask("word_tail");
  return std::any_of(word->facts.begin(), word->facts.end(), [&](const lang::Fact& fact) {
    return (mask >> fact.cls & 1) != 0 && fact.value == value;
  });
}

std::string_view first_syllable(std::string_view word) {
  std::size_t at = 0;
  text::decode(word, at);
  return word.substr(0, at);
}

bool is_particle(std::string_view tail) {
  return tail.empty() || has_tail_fact(tail, "particle");
}

// 했다, 된, 시켰다: the beginning tells.
bool is_verb_ending(std::string_view tail) {
  const std::string_view one = first_syllable(tail);
  if (has_tail_fact(one, "verb")) return true;
  const std::string_view two =
      tail.substr(0, one.size() + first_syllable(tail.substr(one.size())).size());
  return two.size() > one.size() && has_tail_fact(two, "verb");
}

bool ends_noun(std::string_view tail) {
  return is_particle(tail) || is_verb_ending(tail);
}

WordMatch match_by_tail(std::string_view tail) {
  if (ends_noun(tail)) return WordMatch::Word;
  const std::string_view one = first_syllable(tail);
  const std::string_view rest = tail.substr(one.size());
  if (one == "들" && is_particle(rest)) return WordMatch::Word;
  if (has_tail_fact(one, "suffix") && ends_noun(rest)) return WordMatch::Part;
  return rest.empty() ? WordMatch::Inside
                      : WordMatch::Part;  // another noun of two syllables or more
}

WordMatch classify_hangul(std::string_view head, std::string_view tail) {
  const WordMatch by_tail = match_by_tail(tail);
  if (head.empty() || by_tail == WordMatch::Inside) return by_tail;
  if (first_syllable(head).size() < head.size()) return WordMatch::Part;
  return by_tail == WordMatch::Word && has_tail_fact(head, "prefix") ? WordMatch::Part
                                                                     : WordMatch::Inside;
}

// The run of Hangul around [start, end).
ByteSpan hangul_run(std::string_view text, std::size_t start, std::size_t end) {
  while (start > 0) {
    std::size_t at = start;
    if (!text::is_hangul_syllable(text::decode_backwards(text, at))) break;
    start = at;
  }
  while (end < text.size()) {
    std::size_t at = end;
    if (!text::is_hangul_syllable(text::decode(text, at))) break;
    end = at;
  }
  return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
}

WordHit hit_at(std::size_t start, std::size_t end, WordMatch match) {
  return {{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, match};
}

// “바다는 못 판다”: what ends a sentence in 다 is a verb, though a noun (판다) is spelt so.
bool ends_as_verb(std::string_view text, std::string_view word, std::size_t end) {
  if (!word.ends_with("다") || end >= text.size()) return false;
  std::size_t at = end;
  const char32_t next = text::decode(text, at);
  return next == '.' || next == '!' || next == '"' || next == 0x2019 || next == 0x201D;
}

std::vector<WordHit> find_hangul(std::string_view text, std::string_view word) {
  std::vector<WordHit> hits;
  std::size_t first = 0;
  const bool starts_hangul = text::is_hangul_syllable(text::decode(word, first));
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + word.size())) {
    const std::size_t end = at + word.size();
    const ByteSpan run = hangul_run(text, at, end);
    const std::string_view head =
        starts_hangul ? text.substr(run.start, at - run.start) : std::string_view{};
    WordMatch match = classify_hangul(head, text.substr(end, run.end - end));
    if (match == WordMatch::Word && ends_as_verb(text, word, end)) match = WordMatch::Inside;
    hits.push_back(hit_at(at, end, match));
  }
  return hits;
}

struct AsciiWord {
  std::size_t start, end;
};

std::vector<AsciiWord> ascii_words(std::string_view text) {
  std::vector<AsciiWord> words;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_ascii_word(text[at])) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    while (at < text.size() && is_ascii_word(text[at])) ++at;
    words.push_back({start, at});
  }
  return words;
}

// "AI" in 오픈AI is part of another name.
bool after_hangul(std::string_view text, std::size_t at) {
  return at > 0 && text::is_hangul_syllable(text::decode_backwards(text, at));
}

bool equal_stems(std::string_view a, const std::string& stem) {
  return !a.empty() && (a[0] | 32) == stem[0] && lang::english_stem(a) == stem;
}

// Only blanks or a hyphen may stand between the words of a phrase.
bool joined(std::string_view gap) {
  return gap == " " || gap == "-" || gap == "\n";
}

// Cheap: do two letters that every inflection begins with stand anywhere?
bool may_hold(std::string_view text, std::string_view word) {
  const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? c | 32 : static_cast<int>(c); };
  const int first = low(word[0]);
  const int second = word.size() > 2 ? low(word[1]) : 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (low(text[i]) == first &&
        (second == 0 || (i + 1 < text.size() && low(text[i + 1]) == second)))
      return true;
  }
  return false;
}

std::vector<WordHit> find_english(std::string_view text, std::string_view phrase) {
  if (!may_hold(text, phrase)) return {};
  std::vector<std::string> stems;
  for (const AsciiWord& word : ascii_words(phrase))
    stems.push_back(lang::english_stem(phrase.substr(word.start, word.end - word.start)));
  std::vector<WordHit> hits;
  if (stems.empty()) return hits;
  const std::vector<AsciiWord> words = ascii_words(text);
  for (std::size_t i = 0; i + stems.size() <= words.size(); ++i) {
    bool all = true;
    for (std::size_t k = 0; all && k < stems.size(); ++k) {
      const AsciiWord& word = words[i + k];
      all =
          equal_stems(text.substr(word.start, word.end - word.start), stems[k]) &&
          (k == 0 || joined(text.substr(words[i + k - 1].end, word.start - words[i + k - 1].end)));
    }
    if (!all) continue;
    const WordMatch match =
        after_hangul(text, words[i].start) ? WordMatch::Inside : WordMatch::Word;
    hits.push_back(hit_at(words[i].start, words[i + stems.size() - 1].end, match));
  }
  return hits;
}

}  // namespace

const char* name_of(WordMatch match) {
  static constexpr const char* kNames[] = {"none", "inside", "part", "word"};
  return kNames[static_cast<std::size_t>(match)];
}

std::vector<WordHit> find_word_hits(std::string_view text, std::string_view word) {
  if (word.empty()) return {};
  return is_latin(word) ? find_english(text, word) : find_hangul(text, word);
}

WordMatch best_match(std::string_view text, std::string_view word) {
  WordMatch best = WordMatch::None;
  for (const WordHit& hit : find_word_hits(text, word)) best = std::max(best, hit.match);
  return best;
}

std::string search_stem(std::string_view word) {
  if (!is_latin(word)) return std::string(word);
  const std::string low = lower_ascii(word);
  std::string stem = lang::english_stem(low);
  if (stem.size() > 2 && stem.back() == 'i') stem.pop_back();  // policy and policies
  const auto [end, unused] = std::mismatch(low.begin(), low.end(), stem.begin(), stem.end());
  return {low.begin(), end};
}

}  // namespace onrecord::query
