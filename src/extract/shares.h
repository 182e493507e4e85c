// A share of many as a subject: 응답자의 36%가, 중개사 10명 중 6명은, 업소의 절반 이상이.
#pragma once

#include <optional>

#include "extract/analysis.h"
#include "extract/speakers.h"

namespace onrecord::extract {

// The whole phrase, where token `head` is the end of one; not before `not_before`.
std::optional<Phrase> share_at(const Analysis& a, TokenIndex head, TokenIndex not_before);

// Whether the verb is one of a poll: 답했다, 내다봤다; not 말했다.
bool may_speak_for_share(const Analysis& a, std::int32_t cue);

// An unnamed source is its own name.
SpeakerChoice speaker_of_share(const Analysis& a, const Phrase& share);

}  // namespace onrecord::extract
