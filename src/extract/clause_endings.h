// How words end that close a clause (lexicon/table_clause_endings.tsv).
#pragma once

#include <string_view>

#include "extract/analysis.h"

namespace onrecord::extract {

// A verb before its noun, told by its last syllable: 붙인, 연, 맡을.
bool ends_adnominal(const Analysis& a, const Token& t);

// The same, of a word that stands before a name and is in no list: a short one, or with an ending
// that names rarely have (가까운, 알려진).
bool modifies(const Analysis& a, const Token& t);

// …했지만, …한 반면: behind it somebody else may be the subject.
bool ends_contrast(std::string_view word);

// …묻자, …내젓자: whoever it is said of is not who speaks next.
bool ends_when(std::string_view word);

// 고함치자, 판결하자: as above, of a word that no list has; not 한빛전자.
bool ends_like_when(std::string_view word);

// …지만, …는데도, …ㄹ 때는: a clause beside the main one ends.
bool ends_side_clause(std::string_view word);

// 질문에, 지적에는: a noun of speech that is answered; what stands before it is another's.
bool is_told(std::string_view word);

// 말한 뒤, 밝힌 바: the sentence goes on about the same speaker.
bool is_sequel(std::string_view word);

// 없음을, 것임을: a clause made a noun, as an object.
bool ends_nominal(std::string_view word);

// 한다, 합니다 behind …다고: it is said, by nobody in particular.
bool is_hearsay(std::string_view word);

// 말한 데 (대해): what another said is answered.
bool is_occasion(std::string_view word);

// As before, or …하고, …하며, …하면서: another clause follows.
bool ends_clause(std::string_view word);

}  // namespace onrecord::extract
