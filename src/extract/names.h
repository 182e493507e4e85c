// What a word of Hangul could be, standing where a name is expected: by the lexicon and by its
// syllables, without context.
#pragma once

#include <cstdint>
#include <string_view>

#include "lang/lexicon.h"

namespace onrecord::extract {

enum class NameShape : std::uint8_t {
  None,
  Full,       // 이영, 지창구: surname and given name
  Surname,    // 이 (장관)
  Foreign,    // 알트만, 샘 알트만
  Anonymous,  // 김모, A
};

namespace names {

// Whether the lexicon knows the word in one of these classes; Latin letters in either case.
bool word_has(std::string_view form, lang::ClassMask mask);
// Words of the lexicon that are no names of people.
lang::ClassMask not_a_name();
// Of those, words that stay what they are with a particle behind them.
lang::ClassMask common_word();

// Hangul syllables and nothing else, at least one.
bool all_hangul(std::string_view s);
// The last syllables of a word; the whole word if it is shorter.
std::string_view tail(std::string_view word, int syllables);

// Whether the word begins with a syllable that is a surname of the list.
bool begins_with_surname(std::string_view form);
// The surname at the head of a Korean name: bytes, 0 if none. Of two syllables only before two
// more, or before one where the last two are no given name of the list.
std::size_t surname_bytes(std::string_view name);
// Whether the given name after a surname of `surname` bytes is one of the list.
bool known_given(std::string_view name, std::size_t surname);
// A full name of three syllables that needs no further evidence: by the list or by its syllables.
bool sure_korean(std::string_view name);
// Whether the word ends like the name of a body: 위원회, 건설사, 홍보팀.
bool ends_like_a_body(std::string_view form);
// Whether `shorter` is made of syllables of `longer`, in order, from its first to its last word:
// 금통위, 금융통화위원회.
bool abbreviates(std::string_view shorter, std::string_view longer);
// Whether the word ends as lexicon/table_name_doubts.tsv says (kind: verb, school, particle): it
// begins like a Korean name and is probably none.
bool ends_in_doubt(std::string_view name, std::string_view kind);
// What a word without particle could be, standing where a name is expected.
NameShape shape(std::string_view form);

}  // namespace names
}  // namespace onrecord::extract
