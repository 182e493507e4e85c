// Where the subject of an English verb stands: the noun phrase before it, behind it, or the topic
// of its sentence.
//
// Offsets and indexes as in analysis.h; the analysis must have its mentions. Cost of each question:
// bounded by the length of a noun phrase and its apposition.
#pragma once

#include "extract/english.h"

namespace onrecord::extract::english {

struct NounPhrase {
  TokenIndex begin = 0, end = 0;
  bool empty() const { return begin >= end; }
};

class Subjects {
 public:
  Subjects(const Analysis& a, const std::vector<EnglishWord>& words) : a_(a), words_(words) {}

  // The subject that ends before token `verb` and begins at or after `from`.
  NounPhrase before(TokenIndex verb, TokenIndex from) const;
  // The subject that begins at `first`, as in “…,” said X.
  NounPhrase after(TokenIndex first, TokenIndex limit) const;
  // The subject of the clause that opens nearest before `verb`: … after it cut its outlook and said.
  NounPhrase of_clause(TokenIndex from, TokenIndex verb) const;
  // What the sentence is about: its first person or pronoun outside marks.
  NounPhrase topic(TokenIndex from, TokenIndex to) const;
  // The phrase that ends with token `last`.
  NounPhrase ending_at(TokenIndex last, TokenIndex from) const;

  // ROLE, NAME …: the person that opens the apposition behind `role`; empty where none does.
  NounPhrase name_behind(NounPhrase role, TokenIndex limit) const;
  // The mark of growers’ in the growers’ federation.
  bool is_plural_mark(TokenIndex i) const;

  const Mention* person_at(TokenIndex i) const;
  const Mention* body_at(TokenIndex i) const;
  TokenIndex mention_begin(TokenIndex i) const;
  TokenIndex mention_end(TokenIndex i) const;  // one past its last token

 private:
  bool is_word(TokenIndex i) const { return i < a_.tokens.size() && a_.tokens[i].is_word(); }
  bool at_level(TokenIndex i, TokenIndex level) const {
    return a_.tokens[i].passage == a_.tokens[level].passage;
  }
  bool is_letter_stop(TokenIndex i) const;
  bool is_object(NounPhrase phrase) const;
  TokenIndex past_aside(TokenIndex verb, TokenIndex from) const;
  NounPhrase behind_comma(TokenIndex comma, TokenIndex from) const;
  NounPhrase renamed(TokenIndex comma, TokenIndex from) const;
  NounPhrase across_commas(TokenIndex comma, TokenIndex from) const;
  NounPhrase before_relative(TokenIndex verb, TokenIndex from) const;
  NounPhrase nearest(TokenIndex last, TokenIndex from) const;
  NounPhrase with_head(NounPhrase phrase, TokenIndex from) const;
  TokenIndex link_before(TokenIndex begin, TokenIndex from) const;
  TokenIndex past_kind(TokenIndex begin, TokenIndex from) const;
  bool is_report(TokenIndex i) const;
  bool is_paper(TokenIndex i, TokenIndex first) const;
  NounPhrase common_noun(TokenIndex last, TokenIndex from) const;
  NounPhrase named_before(TokenIndex begin, TokenIndex from, NounPhrase phrase) const;
  TokenIndex source_end(TokenIndex end, TokenIndex limit) const;
  bool joins_nouns(TokenIndex i, TokenIndex from) const;
  bool is_bare_plural(TokenIndex begin, TokenIndex last, TokenIndex from) const;
  bool determined_again(TokenIndex begin, TokenIndex from) const;
  TokenIndex with_partners(TokenIndex begin, TokenIndex from) const;
  TokenIndex grow_after(TokenIndex end, TokenIndex first, TokenIndex limit, bool& good) const;
  bool is_noun(TokenIndex i) const;

  const Analysis& a_;
  const std::vector<EnglishWord>& words_;
};

}  // namespace onrecord::extract::english
