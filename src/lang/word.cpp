#include "lang/word.h"

#include <algorithm>
#include <array>
#include <string>

#include "lang/endings.h"
#include "lang/verb_forms.h"
#include "text/utf8.h"

namespace onrecord::lang {
namespace {

const ClassMask kJosa = class_mask("josa");
const ClassMask kQuotative = class_mask("quotative");
const ClassMask kReport = class_mask("report") | class_mask("report_weak") | class_mask("hearsay");
const ClassMask kSayHa = class_mask("say_ha");
const ClassMask kReportNoun = class_mask("report_noun") | class_mask("report_noun_weak");
const ClassMask kAdverb = class_mask("adverb");
const ClassMask kVerbTail = class_mask("verb_tail");
const ClassMask kSuffixClasses = class_mask("josa") | class_mask("quotative") |
                                 class_mask("after_mark") | class_mask("after_mark_clause") |
                                 class_mask("verb_tail") | class_mask("report_adjunct");
// What questions know of a word says nothing of it in an article.
const ClassMask kOfQuestions = class_mask("ask") | class_mask("ask_stem") |
                               class_mask("ask_ending") | class_mask("ask_particle") |
                               class_mask("ask_period");
// What says nothing of a noun before a particle: 회동하는 is no 회동하 with 는.
const ClassMask kNoNoun = kSuffixClasses | kOfQuestions | class_mask("event_verb") |
                          class_mask("report") | class_mask("report_weak") | kAdverb;
constexpr int kLongestParticle = 4;  // syllables

// By the first three letters, which tell the roles apart: asked of every word.
Josa role_of(std::string_view name) {
  struct Role {
    char head[4];
    Josa josa;
  };
  static constexpr std::array<Role, 13> kRoles = {{{"top", Josa::Topic},
                                                   {"sub", Josa::Subj},
                                                   {"obj", Josa::Obj},
                                                   {"gen", Josa::Gen},
                                                   {"dat", Josa::Dat},
                                                   {"loc", Josa::Loc},
                                                   {"com", Josa::Com},
                                                   {"ins", Josa::Inst},
                                                   {"fro", Josa::From},
                                                   {"als", Josa::Also},
                                                   {"cop", Josa::Copula},
                                                   {"voc", Josa::Vocative},
                                                   {"oth", Josa::Other}}};
  if (name.size() < 3) return Josa::None;
  for (const Role& role : kRoles) {
    if (name[0] == role.head[0] && name[1] == role.head[1] && name[2] == role.head[2])
      return role.josa;
  }
  return Josa::None;
}

// Whether a particle with this condition (C V L M A) may follow the character.
bool fits(char condition, char32_t before) {
  if (!text::is_hangul_syllable(before))
    return true;  // Latin and digits: by their sound, unknown here
  const int final = text::final_consonant(before);
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

// The role of `particle` after `before`, or None.
Josa particle_role(const Word& particle, char32_t before) {
  for (const Fact& fact : particle.facts) {
    if (!(kJosa >> fact.cls & 1)) continue;
    if (fits(fact.value.back(), before)) return role_of(fact.value);  // topic:C
  }
  return Josa::None;
}

void read_quotative(std::string_view word, const Endings& endings, WordReading& reading) {
  if ((endings.classes & kQuotative) == 0) return;
  for (int count = 4; count >= 2; --count) {
    // A word shorter than `count` is looked at as a whole.
    const bool whole = endings.longest < count && endings.longest > 0 &&
                       endings.by_length[endings.longest]->form.size() == word.size();
    const Word* ending = endings.find(whole ? endings.longest : count, kQuotative);
    if (ending == nullptr) continue;
    const std::string_view value = ending->value(kQuotative);
    const std::size_t colon = value.find(':');
    const bool alone = ending->form.size() == word.size();
    if (alone && count > 2 && value[colon + 1] != '0') continue;  // an ending alone is no clause
    const std::string_view kind = value.substr(0, colon);
    reading.quotative = kind == "go"     ? Quotative::Go
                        : kind == "myeo" ? Quotative::Myeo
                                         : Quotative::Neun;
    reading.quotative_bytes = static_cast<std::uint8_t>(3 * (value[colon + 1] - '0'));
    return;
  }
}

bool has_verb_tail(std::string_view word, const Endings& endings) {
  if ((endings.classes & kVerbTail) == 0) return false;
  for (int count = 3; count >= 1; --count) {
    const Word* tail = endings.find(count, kVerbTail);
    if (tail != nullptr && tail->form.size() < word.size()) return true;
  }
  return false;
}

// 신현지는: a name whose last syllable makes the particle look like an ending.
bool is_full_name(std::string_view word, const ParticleSplit* splits, int count) {
  static const ClassMask kSurname = class_mask("surname");
  static const ClassMask kGiven = class_mask("given_name");
  for (int i = 0; i < count; ++i) {
    if (splits[i].stem_bytes != 9) continue;
    if ((classes_of(word.substr(0, 3)) & kSurname) != 0 &&
        (classes_of(word.substr(3, 6)) & kGiven) != 0)
      return true;
  }
  return false;
}

// 네티즌들, 철도공사, 광업장관: no word of its own, but a noun by how it ends.
bool is_noun(std::string_view stem) {
  static const ClassMask kTail =
      class_mask("org_suffix") | class_mask("person_noun") | class_mask("title");
  if (stem.ends_with("들"))
    return (classes_of(stem.substr(0, stem.size() - 3)) & ~kSuffixClasses) != 0;
  const Endings endings = endings_of(stem);
  if ((endings.classes & kTail) == 0) return false;
  for (int count = std::min(3, endings.longest); count >= 2; --count) {
    const Word* tail = endings.find(count, kTail);
    if (tail != nullptr && tail->form.size() < stem.size()) return true;
  }
  return false;
}

// 맡은, 사는, 드는: of one syllable and a topic particle only few are nouns.
bool is_verb_syllable(const ParticleSplit& split, ClassMask stem) {
  static const ClassMask kNameOnly = class_mask("surname") | class_mask("surname_rare") |
                                     class_mask("given_name") | class_mask("lead") |
                                     class_mask("not_name");
  return split.josa == Josa::Topic && split.stem_bytes == 3 &&
         (stem & ~(kSuffixClasses | kNameOnly)) == 0;
}

// 불만이: the noun 불만, not 불 with 만이.
bool longer_noun_stands(std::string_view word, const ParticleSplit* splits, int from, int count) {
  static const ClassMask kNouns = class_mask("noun") | kReportNoun | class_mask("person_noun") |
                                  class_mask("title") | class_mask("org_role");
  if (splits[from].stem_bytes > 3) return false;
  for (int i = from + 1; i < count; ++i) {
    if ((classes_of(word.substr(0, splits[i].stem_bytes)) & kNouns) != 0) return true;
  }
  return false;
}

// 질문에, 지적에: listed with their particle, and nouns of speech all the same.
void read_listed_noun(std::string_view word, WordReading& reading) {
  ParticleSplit splits[4];
  const int count = split_particles(word, splits);
  for (int i = 0; i < count; ++i) {
    const Word* noun = find_word(word.substr(0, splits[i].stem_bytes));
    if (noun == nullptr || !noun->has(kReportNoun)) continue;
    reading.classes |= noun->classes & kReportNoun;
    reading.cue_class = noun->value(kReportNoun);
    return;
  }
}

void read_speech(std::string_view word, WordReading& reading) {
  const VerbReading verb = read_verb(word, kReport);
  reading.verb_classes = verb.classes;
  if (verb.verb == nullptr) return;
  reading.verb = verb.form;
  reading.verb_like = true;
  if (verb.unsaid) return;
  reading.classes |= verb.verb->classes & kReport;
  reading.cue_class = verb.verb->value(kReport);
}

// 했다, 했고, 하는: the light verb that reports behind a quotative particle.
void read_say(std::string_view word, WordReading& reading) {
  reading.cue_class = "say";
  reading.verb_like = true;
  const bool adnominal = word.ends_with("는") || word.ends_with("던");
  reading.verb = adnominal              ? VerbForm::Adnominal
                 : word.ends_with("다") ? VerbForm::Finite
                                        : VerbForm::Connective;
}

int split_particles(std::string_view word, const Endings& endings, ParticleSplit out[4]) {
  int found = 0;
  if ((endings.classes & kJosa) == 0) return found;
  for (int count = std::min(kLongestParticle, endings.longest); count >= 1; --count) {
    const Word* particle = endings.find(count, kJosa);
    if (particle == nullptr || particle->form.size() == word.size()) continue;
    const std::size_t at = word.size() - particle->form.size();
    std::size_t before = at;
    const Josa role = particle_role(*particle, text::decode_backwards(word, before));
    if (role != Josa::None) out[found++] = {static_cast<std::uint16_t>(at), role};
  }
  return found;
}

}  // namespace

int split_particles(std::string_view word, ParticleSplit out[4]) {
  return split_particles(word, endings_of(word), out);
}

namespace {

WordReading read_parts(std::string_view word, const Endings& endings) {
  WordReading reading;
  reading.stem_bytes = static_cast<std::uint16_t>(word.size());
  std::size_t end = word.size();
  reading.hangul = end > 0 && text::is_hangul_syllable(text::decode_backwards(word, end));
  const Word* whole = find_word(word);
  if (whole != nullptr) {
    reading.word_classes = whole->classes;
    reading.classes = whole->classes & ~(kSuffixClasses | kOfQuestions);
    if (whole->has(kReportNoun)) reading.cue_class = whole->value(kReportNoun);
    if (whole->has(kSayHa)) read_say(word, reading);
  }
  if (!reading.hangul) return reading;
  if (whole != nullptr && whole->has(kAdverb)) read_listed_noun(word, reading);
  // 국방부는 stands among the words that are no names, and is a known noun with a particle.
  static const ClassMask kNotName = class_mask("not_name");
  const bool known = reading.classes != 0;
  const bool weakly = known && (reading.classes & ~kNotName) == 0;
  read_quotative(word, endings, reading);
  read_speech(word, reading);
  ParticleSplit splits[4];
  const int count = known && !weakly ? 0 : split_particles(word, endings, splits);
  for (int i = 0; i < count; ++i) {
    const std::string_view text = word.substr(0, splits[i].stem_bytes);
    const ClassMask stem = classes_of(text);
    const bool in_list = (stem & ~kNoNoun) != 0;
    if (!in_list && (weakly || reading.verb != VerbForm::None || !is_noun(text))) continue;
    if (in_list && is_verb_syllable(splits[i], stem)) continue;
    if (longer_noun_stands(word, splits, i, count)) continue;
    if (weakly && ((stem & ~kSuffixClasses & ~kNotName) == 0 || splits[i].stem_bytes <= 3 ||
                   splits[i].josa == Josa::Com))
      continue;
    reading.stem_bytes = splits[i].stem_bytes;
    reading.josa = splits[i].josa;
    reading.classes |= stem & ~(kSuffixClasses | kOfQuestions);
    if ((stem & kReportNoun) != 0) reading.cue_class = find_word(text)->value(kReportNoun);
    return reading;
  }
  if (weakly) return reading;
  if (!known && !reading.verb_like)
    reading.verb_like = has_verb_tail(word, endings) && !is_full_name(word, splits, count);
  // 기술했다는, 필요하다는: an ending, not a topic. 사용자는 is a noun.
  if (reading.quotative != Quotative::None && !word.ends_with("자는") && !word.ends_with("자며"))
    reading.verb_like = true;
  if (count > 0 && is_verb_syllable(splits[0], 0)) {
    reading.verb_like = true;  // 맡은, 드는
  } else if (count > 0 && !reading.verb_like) {
    reading.stem_bytes = splits[0].stem_bytes;
    reading.josa = splits[0].josa;
  }
  return reading;
}

}  // namespace

WordReading read_word(std::string_view word) {
  const Endings endings = endings_of(word);
  WordReading reading = read_parts(word, endings);
  const bool whole = reading.stem_bytes == word.size();
  const std::string_view stem = word.substr(0, reading.stem_bytes);
  reading.stem_classes = whole ? reading.word_classes : classes_of(stem);
  reading.ending_classes = whole ? endings.classes : ending_classes(stem);
  return reading;
}

}  // namespace onrecord::lang
