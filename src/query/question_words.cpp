#include "query/question_words.h"

#include <algorithm>

#include "lang/lexicon.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

constexpr std::size_t kLongestRole = 5;      // words in one entry of class ask
constexpr std::size_t kLongestParticle = 4;  // syllables

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B);
}

bool ends_phrase(char32_t c) {
  return c == ',' || c == ':' || c == ';' || c == 0x3001 || c == 0xFF0C;
}

bool is_edge(char32_t c) {
  static constexpr std::u32string_view kEdges = U"?!.\"'()[]{}<>“”‘’「」『』《》〈〉…·？！。-–—~/";
  return ends_phrase(c) || kEdges.find(c) != std::u32string_view::npos;
}

void strip_edges(std::string_view& word, bool& phrase_end) {
  while (!word.empty()) {
    std::size_t at = 0;
    if (!is_edge(text::decode(word, at))) break;
    word.remove_prefix(at);
  }
  while (!word.empty()) {
    std::size_t at = word.size();
    const char32_t last = text::decode_backwards(word, at);
    if (!is_edge(last)) break;
    phrase_end = phrase_end || ends_phrase(last);
    word.remove_suffix(word.size() - at);
  }
}

QuestionWord make_word(std::string_view raw) {
  QuestionWord word;
  strip_edges(raw, word.ends_phrase);
  for (std::string_view mark : {"'s", "’s", "'S", "’S"}) {
    const bool question_word = lexicon_value(raw, "ask") != "";  // who's, what's
    if (!raw.ends_with(mark) || raw.size() == mark.size() || question_word) continue;
    raw.remove_suffix(mark.size());
    word.possessive = true;
    break;
  }
  word.text = raw;
  return word;
}

// C: a final consonant; V: none; L: none or ㄹ; M: a consonant that is not ㄹ; A: any. Other
// scripts: any.
bool may_follow(char32_t last, char condition) {
  if (!text::is_hangul_syllable(last)) return true;
  const int final = text::final_consonant(last);
  switch (condition) {
    case 'C':
      return final != 0;
    case 'V':
      return final == 0;
    case 'L':
      return final == 0 || final == 8;
    case 'M':
      return final != 0 && final != 8;
    default:
      return true;
  }
}

char32_t last_of(std::string_view word) {
  std::size_t at = word.size();
  return text::decode_backwards(word, at);
}

// A noun of one Hangul syllable is more often the beginning of a longer one (이영, 정부).
bool stands_alone(std::string_view noun) {
  return !text::is_hangul_syllable(last_of(noun)) || text::count_codepoints(noun) > 1;
}

}  // namespace

std::vector<QuestionWord> split_question(std::string_view question) {
  const std::string nfc = text::nfc(question);
  const std::string_view view = nfc;
  std::vector<QuestionWord> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= nfc.size();) {
    const std::size_t here = at;
    const bool end = at == nfc.size();
    const char32_t c = end ? ' ' : text::decode(nfc, at);
    if (end) ++at;
    // "알트만,규제": a comma parts Korean words even without a blank.
    const bool clause =
        ends_phrase(c) && here > begin && text::is_hangul_syllable(last_of(view.substr(0, here)));
    if (!is_blank(c) && !clause) continue;
    QuestionWord word = make_word(view.substr(begin, (clause ? at : here) - begin));
    if (!word.text.empty()) {
      words.push_back(std::move(word));
    } else if (!words.empty()) {
      words.back().ends_phrase = words.back().ends_phrase || word.ends_phrase;
    }
    begin = at;
  }
  return words;
}

std::string lower_ascii(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string_view lexicon_value(std::string_view word, std::string_view lexicon_class) {
  const lang::Word* found = lang::find_word(lower_ascii(word));
  const lang::ClassMask mask = lang::class_mask(lexicon_class);
  return found == nullptr || !found->has(mask) ? std::string_view{} : found->value(mask);
}

Role find_role(const std::vector<QuestionWord>& words, std::size_t at) {
  for (std::size_t n = std::min(kLongestRole, words.size() - at); n > 0; --n) {
    std::string joined = words[at].text;
    for (std::size_t i = 1; i < n; ++i) joined += " " + words[at + i].text;
    if (const auto role = lexicon_value(joined, "ask"); !role.empty()) return {role, n};
  }
  return {};
}

Stripped strip_particle(std::string_view word, bool one_syllable) {
  std::size_t cut = word.size();
  Stripped best{std::string(word), {}};
  for (std::size_t n = 0; n < kLongestParticle && cut > 0; ++n) {
    text::decode_backwards(word, cut);
    if (cut == 0) break;
    const std::string_view noun = word.substr(0, cut);
    const lang::Word* particle = lang::find_word(word.substr(cut));
    const lang::ClassMask mask = lang::class_mask("ask_particle");
    if (particle == nullptr || !particle->has(mask) || !(one_syllable || stands_alone(noun)))
      continue;
    const std::string_view value = particle->value(mask);  // "subject C"
    if (may_follow(last_of(noun), value.back()))
      best = {std::string(noun), value.substr(0, value.size() - 2)};
  }
  return best;
}

std::string_view verb_role(std::string_view word) {
  for (std::size_t cut = word.size(); cut > 0;) {
    const auto role = lexicon_value(word.substr(0, cut), "ask_stem");
    const std::string_view rest = word.substr(cut);
    const lang::Word* ending = rest.empty() ? nullptr : lang::find_word(rest);
    const bool known =
        rest.empty() || (ending != nullptr && ending->has(lang::class_mask("ask_ending")));
    if (!role.empty() && known) return role;
    text::decode_backwards(word, cut);
  }
  return {};
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text::is_hangul_syllable(text::decode(text, at))) return true;
  }
  return false;
}

}  // namespace onrecord::query
