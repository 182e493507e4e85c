// Noun phrases that could name a speaker: where they begin, whom they name, how likely they are to
// speak.
#pragma once

#include <optional>

#include "extract/analysis.h"

namespace onrecord::extract {

// The phrase whose head is token `head` (which carries its particle), read leftwards, at the head's
// level of marks.
Phrase phrase_at(const Analysis& a, TokenIndex head, TokenIndex not_before);

enum class PhraseKind : std::uint8_t { Nobody, Unknown, Place, Role, Body, Pronoun, Person };

// What the head of the phrase is. Nobody: a day, a thing, a notion.
PhraseKind kind_of(const Analysis& a, const Phrase& phrase);

// 0 (cannot speak) to 100.
int speakability(PhraseKind kind);

// Whether the token is part of a day or hour: 14일, 이날, 오전, 2023년.
bool is_time(const Analysis& a, TokenIndex i);

}  // namespace onrecord::extract
