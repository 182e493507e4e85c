// Who speaks in an English sentence: the noun phrase beside a verb of speech, and the person it
// stands for.
//
// Offsets and indexes as in analysis.h. The analysis must have its mentions; pronouns are resolved
// from what has been noted with heard().
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/english.h"

namespace onrecord::extract::english {

struct NounPhrase {
  TokenIndex begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

struct Voice {
  std::vector<Speaker> speakers;  // empty: nobody
  std::string rule;
  double confidence = 0;
};

class Speakers {
 public:
  Speakers(const Analysis& a, const std::vector<EnglishWord>& words);

  // The subject that ends before token `verb` and begins at or after `from`.
  NounPhrase before(TokenIndex verb, TokenIndex from) const;
  // The subject that begins at `first`, as in “…,” said X.
  NounPhrase after(TokenIndex first, TokenIndex limit) const;
  // What the sentence is about: its first person or pronoun outside marks.
  NounPhrase topic(TokenIndex from, TokenIndex to) const;
  // Whom a phrase names; several where it joins them.
  Voice resolve(NounPhrase phrase) const;
  // The speaker of what was just read: pronouns look here first.
  void heard(const Voice& voice, TokenIndex at);

 private:
  bool is_word(TokenIndex i) const { return i < a_.tokens.size() && a_.tokens[i].is_word(); }
  bool at_level(TokenIndex i, TokenIndex level) const {
    return a_.tokens[i].passage == a_.tokens[level].passage;
  }
  const Mention* person_at(TokenIndex i) const;
  TokenIndex mention_begin(TokenIndex i) const;
  TokenIndex mention_end(TokenIndex i) const;
  NounPhrase behind_comma(TokenIndex comma, TokenIndex from) const;
  NounPhrase before_relative(TokenIndex verb, TokenIndex from) const;
  NounPhrase ending_at(TokenIndex last, TokenIndex from) const;
  NounPhrase common_noun(TokenIndex last, TokenIndex from) const;
  TokenIndex with_partners(TokenIndex begin, TokenIndex from) const;
  bool is_noun(TokenIndex i) const;
  Voice named(NounPhrase phrase) const;
  Voice pronoun(NounPhrase phrase) const;
  Voice described(NounPhrase phrase) const;
  std::int32_t antecedent(TokenIndex at, Gender gender) const;
  bool fits(std::int32_t chain, Gender gender) const;
  Speaker speaker(NounPhrase phrase, std::int32_t chain) const;
  ByteSpan span(NounPhrase phrase) const;

  const Analysis& a_;
  const std::vector<EnglishWord>& words_;
  std::vector<Speaker> last_;  // who spoke last
  TokenIndex last_at_ = 0;
  std::vector<std::int32_t>
      first_of_sentence_;  // by sentence: its first person outside marks, or kNone
};

}  // namespace onrecord::extract::english
