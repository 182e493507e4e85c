// The words that Korean events are told with: verbs and nouns of the trigger list, as they stand in
// a sentence (lexicon/event_triggers.tsv).
#pragma once

#include <string_view>

#include "extract/analysis.h"
#include "lang/verb_forms.h"

namespace onrecord::extract {

// What the list says of a trigger. weak: a word of many other uses. held: weak but where a verb
// carries it (성명을 냈다). session: who is quoted behind it was there. marked: the type where its
// object is a name in marks.
struct TypeValue {
  std::string_view type, marked;
  bool weak = false, held = false, session = false;
  bool coming = false;  // English: a form that speaks of days to come
  bool noun = false;    // English: "TYPE noun"
};

TypeValue type_value(std::string_view value);

// host, attend, support: a verb that says that an event named by a noun took place.
bool carries(std::string_view value);

struct EventVerb {
  const lang::Word* word = nullptr;
  lang::VerbForm form = lang::VerbForm::None;
  bool past = false;
};

// The verb of the trigger list at token i; no word where there is none.
EventVerb event_verb_at(const Analysis& a, TokenIndex i);

// 열렸다, 열린: a final ㅆ before the ending, or ㄴ at the end of an adnominal.
bool is_past(std::string_view surface, lang::VerbForm form);

// 만나면, 만나지 (않았다), 만나겠다고: nothing of it has happened.
bool did_not_happen(std::string_view surface, lang::VerbForm form);

// 않았다, 없다: the word behind a verb that denies it.
bool denies(std::string_view surface);

// The fact of the longest trigger noun that the word is or ends in (원내대책회의), of two
// syllables or more; nullptr if none.
const lang::Word* trigger_noun(std::string_view noun);

// The kind of place of events that the word ends in (court, place), or "".
std::string_view event_place_kind(std::string_view noun);

// The type of an event whose name ends in the word (서밋, 더비, 토론회), or "".
std::string_view event_name_kind(std::string_view noun);

// 기자회견 of 기자회견에서다, a sentence of its own about the one before; "" of any other word.
std::string_view echo_noun(std::string_view surface);

// The verb that a noun and a verb make, which the list has as one word (은퇴선언하, 불나, 금리묶):
// of the whole noun, else of its last two syllables (기준금리 → 금리).
EventVerb joined_verb(std::string_view noun, std::string_view verb);

// 5-4, 7대6: a score in the words.
bool tells_score(std::string_view words);

// Whether the word says that two sides are meant (두, 양국).
bool is_pair(std::string_view noun);

// Whether the word is of the press itself (기자들, 본지): who meets or calls it is interviewed.
bool is_press(std::string_view noun);

}  // namespace onrecord::extract
