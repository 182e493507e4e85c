// Who could have said a quotation: the noun phrases around the words, and those who spoke or were
// spoken of just before, each with the features that the ranking weighs
// (lexicon/table_speaker_weights.tsv).
#pragma once

#include <bitset>
#include <vector>

#include "extract/phrases.h"
#include "extract/speakers.h"

namespace onrecord::extract {

// One row of lexicon/table_speaker_weights.tsv each, by the names in kFeatureNames.
enum class Feature : std::uint8_t {
  Person,
  Pronoun,
  Body,
  Role,
  Place,
  Unknown,
  Document,
  Thing,
  Topic,
  LocTopic,
  Subject,
  Also,
  Bare,
  From,
  Cited,
  Issuer,
  BodyIn,
  BodyInTopic,
  After,
  AfterAtOnce,
  Adnominal,
  Owner,
  OwnerBare,
  Behind,
  SameSentence,
  Carried,
  CarriedFar,
  TopicBefore,
  RoleBefore,
  TopicFar,
  Stranger,
  EmbeddedSubject,
  About,
  SecondTopic,
  InnerSubject,
  LateSubject,
  PastBoundary,
  PastWhen,
  AfterBoundary,
  WeakAfter,
  Opening,
  Turned,
  OwnTopic,
  OtherBetween,
  NewBlock,
  Alone,
  Unlinked,
  Asked,
  Asks,
  ThingSubject,
  PastClause,
  OpensClause,
  Count
};
inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::Count);
const char* name_of(Feature feature);

// Whether the next sentence may say whose words this one is: it stands in the same paragraph, or
// the words are a paragraph of their own.
bool may_tell_of(const Analysis& a, std::uint32_t sentence);

struct Candidate {
  Phrase phrase;                  // empty where nobody stands in the sentence
  std::vector<Speaker> speakers;  // of those who spoke before
  PhraseKind kind = PhraseKind::Nobody;
  std::bitset<kFeatures> features;
  int steps = 0;          // other candidates that stand nearer to the words
  bool beside = true;     // named in the sentence
  const char* rule = "";  // becomes speaker_rule
  int score = 0;

  void set(Feature f) { features.set(static_cast<std::size_t>(f)); }
  bool has(Feature f) const { return features.test(static_cast<std::size_t>(f)); }
};

// Linear in the distance to the words, which is bounded.
std::vector<Candidate> candidates_beside(const Analysis& a, const QuotationPlace& place);

// Of the sentences before; `beside` tells what the sentence itself offers.
std::vector<Candidate> candidates_before(const Analysis& a, const QuotationPlace& place,
                                         const std::vector<Candidate>& beside);

}  // namespace onrecord::extract
