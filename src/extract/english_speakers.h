// Who speaks in an English sentence: the noun phrase beside a verb of speech, and the person or
// body it stands for.
//
// Offsets and indexes as in analysis.h. The analysis must have its mentions; pronouns are resolved
// from the article (english_referents.h) and from what has been noted with heard(). A pronoun of
// which nobody can say whom it means is nobody.
#pragma once

#include <string>
#include <vector>

#include "extract/english_referents.h"

namespace onrecord::extract::english {

struct Voice {
  std::vector<Speaker> speakers;  // empty: nobody
  std::string rule;
  double confidence = 0;
  NounPhrase phrase;  // where the one that speaks was named
};

class Speakers {
 public:
  Speakers(const Analysis& a, const std::vector<EnglishWord>& words)
      : a_(a), words_(words), subjects_(a, words), referents_(a, words, subjects_) {}

  const Subjects& subjects() const { return subjects_; }
  // Whom a phrase names; several where it joins them.
  Voice resolve(NounPhrase phrase) const;
  // Whom the sentence of tokens [from, to) is about: nobody but a person or body with a name.
  Voice about(TokenIndex from, TokenIndex to) const;
  NounPhrase subject(TokenIndex from, TokenIndex to) const { return referents_.subject(from, to); }
  // Notes whom the pronoun means that is the subject of the sentence of tokens [from, to).
  void follow(TokenIndex from, TokenIndex to);
  // The speaker of what was just read: pronouns look here first.
  void heard(const Voice& voice, TokenIndex at);

 private:
  Voice named(NounPhrase phrase) const;
  Voice pronoun(NounPhrase phrase) const;
  Voice plural_pronoun(NounPhrase phrase) const;
  Voice owner(NounPhrase phrase) const;
  Voice described(NounPhrase phrase) const;
  Voice stands_for(NounPhrase phrase, const Referent& r, const char* rule, double confidence) const;
  bool may_be_described(NounPhrase phrase) const;
  Speaker speaker(NounPhrase phrase, std::int32_t chain) const;
  ByteSpan span(NounPhrase phrase) const;

  const Analysis& a_;
  const std::vector<EnglishWord>& words_;
  Subjects subjects_;
  Referents referents_;
  std::vector<Speaker> last_;  // who spoke last
  LastSpeaker last_one_;       // where it was one
};

}  // namespace onrecord::extract::english
