#include "query/question_words.h"

#include <algorithm>

#include "lang/lexicon.h"
#include "lang/verb_forms.h"
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

namespace {

// "say praise": the role, and the class of the cue.
Role role_of(std::string_view value, std::size_t words) {
  const std::size_t blank = value.find(' ');
  if (blank == std::string_view::npos) return {value, words};
  return {value.substr(0, blank), words, value.substr(blank + 1)};
}

}  // namespace

Role find_role(const std::vector<QuestionWord>& words, std::size_t at) {
  for (std::size_t n = std::min(kLongestRole, words.size() - at); n > 0; --n) {
    std::string joined;
    for (std::size_t i = 0; i + 1 < n; ++i) joined += words[at + i].text + " ";
    const std::string& last = words[at + n - 1].text;
    if (const auto role = lexicon_value(joined + last, "ask"); !role.empty()) return role_of(role, n);
    if (n == 1 || !has_hangul(last)) continue;
    const Stripped stripped = strip_particle(last, true);  // 무슨 일이
    const auto role = stripped.slot.empty() ? std::string_view{}
                                            : lexicon_value(joined + stripped.noun, "ask");
    if (!role.empty()) return role_of(role, n);
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

namespace {

// 말한, 만난, 열린, 하는: an ending that a noun follows.
bool is_adnominal(std::string_view word) {
  const char32_t last = last_of(word);
  return word.ends_with("는") ||
         (text::is_hangul_syllable(last) && text::final_consonant(last) == 4);
}

std::string_view role_of_event_verb(std::string_view type) {
  if (type == "meeting" || type == "talks") return "meet";
  if (type == "visit" || type == "attend") return type;
  return "happen";
}

VerbRole role_of_reading(const lang::VerbReading& reading) {
  VerbRole role;
  const lang::ClassMask report = lang::class_mask("report");
  role.adnominal = reading.form == lang::VerbForm::Adnominal;
  if (reading.verb->has(report)) {
    role.name = "say";
    role.cue_class = reading.verb->value(report);
    return role;
  }
  const std::string_view type = reading.verb->value(lang::class_mask("event_verb"));
  role.name = role_of_event_verb(type);
  if (role.name == "meet" || role.name == "visit") role.event = type;
  return role;
}

// 경고했나, 만났대: the forms of a question are those of a statement with another ending.
VerbRole conjugated(std::string_view word) {
  const lang::ClassMask verbs = lang::class_mask("report") | lang::class_mask("event_verb");
  const auto plain = lang::read_verb(word, verbs);
  if (plain.verb != nullptr && plain.form != lang::VerbForm::Connective)
    return role_of_reading(plain);
  for (std::size_t cut = word.size(); cut > 0;) {
    text::decode_backwards(word, cut);
    const lang::Word* ending = lang::find_word(word.substr(cut));
    if (cut == 0 || ending == nullptr || !ending->has(lang::class_mask("ask_ending"))) continue;
    const auto stated = lang::read_verb(std::string(word.substr(0, cut)) + "다", verbs);
    if (stated.verb == nullptr || stated.form != lang::VerbForm::Finite) continue;
    VerbRole role = role_of_reading(stated);
    role.adnominal = false;
    return role;
  }
  return {};
}

}  // namespace

VerbRole verb_role(std::string_view word) {
  for (std::size_t cut = word.size(); cut > 0;) {
    const std::string_view head = word.substr(0, cut), rest = word.substr(cut);
    const Role asked = role_of(lexicon_value(head, "ask_stem"), 1);
    const std::string_view role = asked.name;
    const lang::Word* ending = rest.empty() ? nullptr : lang::find_word(rest);
    const bool known =
        rest.empty() || (ending != nullptr && ending->has(lang::class_mask("ask_ending")));
    if (!role.empty() && known) {
      VerbRole found{role, asked.cue_class, {}, is_adnominal(word)};
      if (role == "meet") found.event = "meeting";
      if (role == "visit") found.event = "visit";
      if (role == "say" && found.cue_class.empty()) found.cue_class = conjugated(word).cue_class;
      return found;
    }
    text::decode_backwards(word, cut);
  }
  return conjugated(word);
}

std::string_view english_cue(std::string_view word) {
  return lexicon_value(word, "report_en");
}

std::string clause_of(std::string_view word) {
  for (const std::string_view ending : {"다고", "자고", "냐고"}) {
    const std::size_t particle = std::string_view("고").size();
    if (word.ends_with(ending) && word.size() > ending.size())
      return std::string(word.substr(0, word.size() - particle));
  }
  for (const std::string_view ending : {"이라고", "라고"}) {
    if (!word.ends_with(ending) || word.size() == ending.size()) continue;
    std::string_view noun = word.substr(0, word.size() - ending.size());
    bool unused = false;
    strip_edges(noun, unused);  // ‘정확한 영화’라고
    if (stands_alone(noun) || noun == "거") return std::string(noun);
  }
  return {};
}

bool is_title(std::string_view word) {
  const lang::Word* found = lang::find_word(lower_ascii(word));
  return (found != nullptr &&
          found->has(lang::class_mask("title") | lang::class_mask("title_en"))) ||
         lexicon_value(word, "ask") == "title";
}

bool is_person_noun(std::string_view word) {
  const lang::Word* found = lang::find_word(lower_ascii(word));
  return found != nullptr &&
         found->has(lang::class_mask("person_noun") | lang::class_mask("person_noun_en"));
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text::is_hangul_syllable(text::decode(text, at))) return true;
  }
  return false;
}

}  // namespace onrecord::query
