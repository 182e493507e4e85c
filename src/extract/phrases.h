// Noun phrases that could name a speaker: where they begin, whom they name, how likely they are to
// speak.
#pragma once

#include <optional>

#include "extract/analysis.h"

namespace onrecord::extract {

// The phrase whose head is token `head` (which carries its particle), read leftwards, at the head's
// level of marks.
Phrase phrase_at(const Analysis& a, TokenIndex head, TokenIndex not_before);

enum class PhraseKind : std::uint8_t {
  Nobody,    // a day, a notion
  Thing,     // 증거, 물량: a common noun that no list has among those who speak
  Document,  // 보고서, 조사
  Unknown,   // in no list: a name that was not found as one, or a rare noun
  Place,
  Role,  // 업계 관계자, 재판부
  Body,
  Pronoun,
  Person,
};

// What the head of the phrase is.
PhraseKind kind_of(const Analysis& a, const Phrase& phrase);

// A person, a body, a role or a pronoun: somebody, not just any noun.
bool is_somebody(PhraseKind kind);

// 평론가 사공윤후는: the word behind a role that no list knows is a name. Empty where there is
// none.
ByteSpan apposed_name(const Analysis& a, const Phrase& phrase);

// The noun that is counted: 방청객 in 방청객 일부, 위원 in 위원 5명; the head where nothing counts.
TokenIndex counted_noun(const Analysis& a, const Phrase& phrase);

// How many people 두 사람, 세 사람 count; 0 where the phrase counts none.
int people_counted(const Analysis& a, const Phrase& phrase);

// The token that holds the head noun of a phrase.
TokenIndex head_token(const Analysis& a, const Phrase& phrase);

// Whether the token is part of a day or hour: 14일, 이날, 오전, 2023년.
bool is_time(const Analysis& a, TokenIndex i);

}  // namespace onrecord::extract
