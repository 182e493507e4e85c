// The words of a question: split at blanks, freed of punctuation, looked up in
// lexicon/question_words.tsv.
//
// Pure; input is UTF-8, made NFC on the way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::query {

struct QuestionWord {
  std::string text;          // as written, without punctuation around it and without 's
  bool ends_phrase = false;  // a comma, colon or semicolon stood behind it
  bool possessive = false;   // 's stood behind it
};

std::vector<QuestionWord> split_question(std::string_view question);

// Lower case for ASCII letters: the key of Latin words in the lexicon.
std::string lower_ascii(std::string_view word);

// The value of a fact about this word, "" where the lexicon has none: lexicon_value("누가", "ask")
// is "who".
std::string_view lexicon_value(std::string_view word, std::string_view lexicon_class);

// The role (class ask) of the words from `at` on, longest entry first, and how many words it takes.
struct Role {
  std::string_view name;  // "" for none; "verb" for what is one of speech only where a verb may stand
  std::size_t words = 0;
  std::string_view cue_class = {};  // of verbs of speech that tell more than "say"
};
Role find_role(const std::vector<QuestionWord>& words, std::size_t at);

// A Korean noun and the slot that its particle marks; `slot` is "" where no particle is known.
struct Stripped {
  std::string noun;
  std::string_view slot;
};
// `one_syllable`: also from a noun of one Hangul syllable (팀 쿡이), which is more often the
// beginning of a word.
Stripped strip_particle(std::string_view word, bool one_syllable = false);

// What a Korean verb asks for, by its beginning and a known ending: 말했나요 is "say"; name "" for
// none.
struct VerbRole {
  std::string_view name;
  std::string_view cue_class;  // of a verb of speech: say, criticise, deny …
  std::string_view event;      // of a verb of meeting: meeting, visit, talks
  bool adnominal = false;      // 말한, 만난: a noun follows
};
VerbRole verb_role(std::string_view word);

// The class of an English verb of speech, "" for any other word.
std::string_view english_cue(std::string_view word);

// 낫다고 -> 낫다, 영화라고 -> 영화: a clause that is said ends here; "" where none does.
std::string clause_of(std::string_view word);

bool is_title(std::string_view word);        // president, 장관
bool is_person_noun(std::string_view word);  // 과학자, resident

bool has_hangul(std::string_view text);

}  // namespace onrecord::query
