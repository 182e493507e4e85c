#include "extract/english.h"
#include "text/utf8.h"

namespace onrecord::extract::english {
namespace {

const lang::ClassMask kWord = lang::class_mask("word_en");
const lang::ClassMask kReport = lang::class_mask("report_en");
const lang::ClassMask kFirstName = lang::class_mask("first_name");

Kinds kinds_of(const lang::Word& word) {
  Kinds out = 0;
  if (!word.has(kWord)) return out;
  for (const lang::Fact& fact : word.facts) {
    if (kWord >> fact.cls & 1) out |= kind_named(fact.value);
  }
  return out;
}

bool is_capital(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

// Bytes of 's or ’s at the end; 0 if none.
std::size_t possessive_bytes(std::string_view word) {
  if (word.size() > 2 && (word.ends_with("'s") || word.ends_with("'S"))) return 2;
  return word.size() > 4 && (word.ends_with("\u2019s") || word.ends_with("\u2019S")) ? 4 : 0;
}

// don’t as don't: the lexicon knows the straight mark only.
std::string straight(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const bool curly = word.compare(at, 3, "\u2019") == 0;
    out += curly ? '\'' : word[at];
    at += curly ? 3 : 1;
  }
  return out;
}

EnglishWord read(const Analysis& a, const Token& token) {
  EnglishWord out;
  out.name_end = token.span.end;
  if (!token.is_word()) return out;
  out.capital = is_capital(token.first);
  const std::string_view surface = a.surface(token);
  const lang::Word* word = lang::find_word(straight(lower(surface)));
  if (const std::size_t bytes = possessive_bytes(surface); bytes > 0 && word == nullptr) {
    out.possessive = true;
    out.name_end -= static_cast<std::uint32_t>(bytes);
    word = lang::find_word(lower(surface.substr(0, surface.size() - bytes)));
  }
  if (word == nullptr) return out;
  out.classes = word->classes;
  out.kinds = kinds_of(*word);
  // State Department, the Post: with a capital such a word is a name.
  if (out.capital && out.is(kind("noun_too"))) out.classes &= ~kReport;
  return out;
}

Gender gender_of_title(std::string_view title) {
  const lang::Word* word = lang::find_word(title);
  const Kinds kinds = word == nullptr ? 0 : kinds_of(*word);
  if (kinds & (kind("hon_m") | kind("man"))) return Gender::Male;
  return kinds & (kind("hon_f") | kind("woman")) ? Gender::Female : Gender::Unknown;
}

}  // namespace

std::string lower(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::vector<EnglishWord> read_words(const Analysis& a) {
  std::vector<EnglishWord> out;
  out.reserve(a.tokens.size());
  for (const Token& token : a.tokens) out.push_back(read(a, token));
  return out;
}

bool is_hyphened_given(std::string_view word) {
  const std::size_t at = word.find('-');
  return at != std::string_view::npos && at >= 2 && at + 2 < word.size() && word[at + 1] >= 'a' &&
         word[at + 1] <= 'z';
}

bool is_surname_first(std::string_view first, std::string_view rest) {
  if (rest.find(' ') == std::string_view::npos && is_hyphened_given(rest)) return true;
  const lang::Word* word = lang::find_word(lower(first));
  if (word == nullptr || (kinds_of(*word) & kind("korean_surname")) == 0) return false;
  const std::size_t blank = rest.find(' ');
  if (blank == std::string_view::npos) return rest.find('-') != std::string_view::npos;
  const lang::Word* middle = lang::find_word(lower(rest.substr(0, blank)));
  return blank <= 5 && rest.size() - blank <= 6 && rest.find(' ', blank + 1) == rest.npos &&
         rest.find('.') == rest.npos && (middle == nullptr || !middle->has(kFirstName));
}

Gender gender_of(const Chain& chain) {
  const std::string first = lower(chain.name.substr(0, chain.name.find(' ')));
  for (const std::string& title : chain.titles) {
    const std::string low = lower(title);
    const Gender g =
        gender_of_title(low.substr(low.rfind(' ') == std::string::npos ? 0 : low.rfind(' ') + 1));
    if (g != Gender::Unknown) return g;
  }
  const std::size_t blank = chain.name.find(' ');
  const bool surname_first =
      blank != std::string::npos &&
      is_surname_first(chain.name.substr(0, blank), chain.name.substr(blank + 1));
  if (surname_first || blank == std::string::npos) return Gender::Unknown;
  return gender_of_first_name(first);
}

Gender gender_of_first_name(std::string_view name) {
  const lang::Word* word = lang::find_word(lower(name.substr(0, name.find(' '))));
  const std::string_view sex = word == nullptr ? std::string_view() : word->value(kFirstName);
  return sex == "f" ? Gender::Female : sex == "m" ? Gender::Male : Gender::Unknown;
}

}  // namespace onrecord::extract::english
