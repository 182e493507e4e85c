#include "extract/event_words.h"

#include <algorithm>
#include <bitset>
#include <string>
#include <vector>

#include "lang/endings.h"
#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::VerbForm;

const lang::ClassMask kEvent = lang::class_mask("event");
const lang::ClassMask kEventVerb = lang::class_mask("event_verb");

std::vector<std::string_view> endings_of_kind(std::string_view kind) {
  std::vector<std::string_view> out;
  for (const lang::TableRow& row : lang::table("event_endings")) {
    if (row.cells[1] == kind) out.push_back(row.cells[0]);
  }
  return out;
}

bool take_prefix(std::string_view& value, std::string_view prefix) {
  if (!value.starts_with(prefix)) return false;
  value.remove_prefix(prefix.size());
  return true;
}

}  // namespace

TypeValue type_value(std::string_view value) {
  TypeValue out;
  out.weak = take_prefix(value, "weak ");
  out.held = take_prefix(value, "held ");
  out.session = take_prefix(value, "session ");
  out.coming = take_prefix(value, "coming ");
  out.noun = value.ends_with(" noun");
  if (out.noun) value.remove_suffix(5);
  const std::size_t bar = value.find('|');
  out.type = value.substr(0, bar);
  if (bar != std::string_view::npos) out.marked = value.substr(bar + 1);
  return out;
}

bool carries(std::string_view value) {
  return value == "host" || value == "attend" || value == "support";
}

bool is_past(std::string_view surface, VerbForm form) {
  if (form == VerbForm::Adnominal) {
    std::size_t at = surface.size();
    const char32_t last = text::decode_backwards(surface, at);
    return text::is_hangul_syllable(last) && text::final_consonant(last) == 4 &&
           !surface.ends_with("는");
  }
  for (std::size_t at = surface.size(); at > 0;) {
    const char32_t c = text::decode_backwards(surface, at);
    if (text::is_hangul_syllable(c) && text::final_consonant(c) == 20 && c != U'겠') return true;
  }
  return false;
}

namespace {

// 연 (뒤), 열 (계획): a verb of one syllable that the list has as it stands; not 연 3.5%.
EventVerb short_verb(const Analysis& a, TokenIndex i) {
  const lang::Word* word = lang::find_word(a.surface(a.tokens[i]));
  const bool counts = i + 1 < a.tokens.size() && text::is_digit(a.tokens[i + 1].first);
  if (word == nullptr || counts || !word->has(kEventVerb)) return {};
  return {word, VerbForm::Adnominal, is_past(word->form, VerbForm::Adnominal)};
}

}  // namespace

EventVerb event_verb_at(const Analysis& a, TokenIndex i) {
  const Token& t = a.tokens[i];
  if (!t.is_word() || !t.reading.hangul) return {};
  const std::string_view surface = a.surface(t);
  if (surface.size() <= 3) return short_verb(a, i);
  if ((t.reading.verb_classes & kEventVerb) == 0) return {};
  const lang::VerbReading read = lang::read_verb(surface, kEventVerb);
  if (read.verb == nullptr) return {};
  return {read.verb, read.form, is_past(surface, read.form)};
}

std::string_view echo_noun(std::string_view surface) {
  for (std::string_view tail : {"에서다", "에서였다"}) {
    if (surface.size() > tail.size() && surface.ends_with(tail))
      return surface.substr(0, surface.size() - tail.size());
  }
  return {};
}

namespace {

// Whether a verb of the list begins as the noun does: with its first two syllables, or with the
// only one. Most nouns are none of them, and joining costs.
class VerbHeads {
 public:
  VerbHeads() {
    for (const lang::Word& word : lang::all_words()) {
      if (!word.has(kEventVerb)) continue;
      one_.set(slot(word.form.substr(0, kSyllable)));
      two_.set(slot(word.form.substr(0, 2 * kSyllable)));
    }
  }

  bool may_begin(std::string_view noun) const {
    return noun.size() < 2 * kSyllable ? one_.test(slot(noun.substr(0, kSyllable)))
                                       : two_.test(slot(noun.substr(0, 2 * kSyllable)));
  }

 private:
  static constexpr std::size_t kSyllable = 3, kSlots = 1 << 14;
  static std::size_t slot(std::string_view head) {
    std::size_t hash = 0;
    for (const char c : head) hash = hash * 131 + static_cast<unsigned char>(c);
    return hash % kSlots;
  }
  std::bitset<kSlots> one_, two_;
};

bool may_begin_verb(std::string_view noun) {
  static const VerbHeads heads;
  return heads.may_begin(noun);
}

}  // namespace

EventVerb joined_verb(std::string_view noun, std::string_view verb) {
  if (noun.empty() || noun.size() > 30 || verb.size() > 40) return {};
  for (std::size_t from : {std::size_t{0}, noun.size() > 6 ? noun.size() - 6 : std::size_t{0}}) {
    if (!may_begin_verb(noun.substr(from))) continue;
    std::string two(noun.substr(from));
    two.append(verb);
    const lang::Word* stem = verb.size() == 3 ? lang::find_word(two) : nullptr;
    if (stem != nullptr && stem->has(kEventVerb))  // 불이 나
      return {stem, VerbForm::Connective, false};
    const lang::VerbReading read = lang::read_verb(two, kEventVerb);
    if (read.verb != nullptr && read.verb->form.size() > noun.size() - from)
      return {read.verb, read.form, is_past(verb, read.form)};
  }
  return {};
}

bool did_not_happen(std::string_view surface, VerbForm form) {
  if (surface.find("겠") != std::string_view::npos) return true;
  if (form != VerbForm::Connective) return false;
  static const text::EndingSet kNotHappened(endings_of_kind("ending"));
  return kNotHappened.ends(surface);
}

bool denies(std::string_view surface) {
  static const std::vector<std::string_view> kDenials = endings_of_kind("denial");
  return std::any_of(kDenials.begin(), kDenials.end(),
                     [&](std::string_view denial) { return surface.starts_with(denial); });
}

const lang::Word* trigger_noun(std::string_view noun) {
  const lang::Endings endings = lang::endings_of(noun);
  for (int length = endings.longest; length > 0; --length) {
    const lang::Word* word = endings.find(length, kEvent);
    if (word == nullptr || !noun.ends_with(word->form)) continue;
    const std::size_t before = noun.size() - word->form.size();
    const std::size_t size = word->form.size();
    const bool counted = noun.find_first_not_of("0123456789") == before;  // 3차전
    if (size >= 6 && (before == 0 || counted || (before >= 6 && (size >= 9 || size == 6))))
      return word;
  }
  return nullptr;
}

std::string_view event_place_kind(std::string_view noun) {
  for (const lang::TableRow& row : lang::table("event_places")) {
    if (noun.ends_with(row.cells[0])) return row.cells[1];
  }
  return "";
}

std::string_view event_name_kind(std::string_view noun) {
  if (const lang::Word* word = trigger_noun(noun)) {
    const TypeValue value = type_value(word->value(kEvent));
    return value.weak ? std::string_view() : value.type;
  }
  for (const lang::TableRow& row : lang::table("event_names")) {
    if (noun.ends_with(row.cells[0])) return row.cells[1];
  }
  return "";
}

namespace {

bool stands_in(std::string_view table, std::string_view noun) {
  const auto rows = lang::table(table);
  return std::any_of(rows.begin(), rows.end(),
                     [&](const lang::TableRow& row) { return noun == row.cells[0]; });
}

}  // namespace

bool tells_score(std::string_view words) {
  const auto digit = [&](std::size_t i) {
    return i < words.size() && words[i] >= '0' && words[i] <= '9';
  };
  for (std::string_view mark : {"-", "대", "–"}) {
    for (std::size_t at = words.find(mark, 1); at != std::string_view::npos;
         at = words.find(mark, at + 1)) {
      if (digit(at - 1) && digit(at + mark.size())) return true;
    }
  }
  return false;
}

bool is_pair(std::string_view noun) {
  return stands_in("event_pairs", noun);
}

bool is_press(std::string_view noun) {
  return stands_in("event_press", noun);
}

}  // namespace onrecord::extract
