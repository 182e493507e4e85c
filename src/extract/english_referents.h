// Whom a pronoun or a description of an English article stands for: he, it, the minister, the bank.
//
// Every sentence is read once for the people, bodies and unnamed persons outside marks (referents),
// with their part in the sentence and what is said of them (“NAME, the transport minister”). A
// pronoun then looks back over a bounded number of sentences. Nobody is chosen where two fit
// equally.
//
// Offsets and indexes as in analysis.h; the analysis must have its mentions. Cost: linear to build;
// a question is bounded but for a binary search.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/english_subjects.h"

namespace onrecord::extract::english {

enum class Part : std::uint8_t { Subject, Other, Owner };

struct Referent {
  std::int32_t chain = kNone;  // kNone: an unnamed phrase
  NounPhrase phrase;
  Part part = Part::Other;
  Gender gender = Gender::Unknown;
  bool plural = false;
  bool body = false;
  bool same_as(const Referent& o) const {
    return chain != kNone ? chain == o.chain : o.chain == kNone && phrase.begin == o.phrase.begin;
  }
};

// Who spoke last, and where.
struct LastSpeaker {
  std::int32_t chain = kNone;
  NounPhrase phrase;
  TokenIndex at = 0;
  bool known = false;
};

class Referents {
 public:
  Referents(const Analysis& a, const std::vector<EnglishWord>& words, const Subjects& subjects);

  // he, she (Gender::Unknown: “the 51-year-old”), it, they at token `at`.
  std::optional<Referent> person(TokenIndex at, Gender gender, const LastSpeaker& last) const;
  std::optional<Referent> body(TokenIndex at, const LastSpeaker& last) const;
  std::optional<Referent> several(TokenIndex at, const LastSpeaker& last) const;
  // the minister, his lawyer, the bank: the one that is called so.
  std::optional<Referent> described(NounPhrase phrase, const LastSpeaker& last) const;
  // the novelist, the 51-year-old: a noun that only says again who was just spoken of.
  std::optional<Referent> renamed(NounPhrase phrase, const LastSpeaker& last) const;
  // The subject of the sentence that holds tokens [from, to): a name, a pronoun or a description.
  NounPhrase subject(TokenIndex from, TokenIndex to, bool owners = false) const;
  // A pronoun outside marks opens a sentence and means `chain`: it goes on being spoken of. In order.
  void note(std::int32_t chain, TokenIndex pronoun);
  Gender gender(std::int32_t chain) const { return genders_[chain]; }

 private:
  struct Called {  // one description of a chain
    std::int32_t chain;
    TokenIndex at;
    std::vector<std::string> words;
  };
  struct Intro {
    TokenIndex at;
    NounPhrase phrase;
  };
  enum class Wanted : std::uint8_t { Person, Body, Several };

  bool is_word(TokenIndex i) const { return i < a_.tokens.size() && a_.tokens[i].is_word(); }
  bool is(TokenIndex i, char32_t c) const {
    return i < a_.tokens.size() && !a_.tokens[i].is_word() && a_.tokens[i].first == c;
  }
  std::string form(TokenIndex i) const;
  bool is_singular_verb(TokenIndex i) const;
  bool is_plural(TokenIndex i) const;
  bool is_verb(TokenIndex i) const;

  void read_sentence(std::uint32_t s);
  void add_mention(TokenIndex i);
  TokenIndex unnamed_end(TokenIndex i) const;
  TokenIndex add_unnamed(TokenIndex i);
  NounPhrase with_complement(NounPhrase phrase) const;
  Part part_of(TokenIndex begin, TokenIndex end) const;
  TokenIndex past_apposition(TokenIndex end) const;
  void learn_gender(std::uint32_t s);
  void vote(TokenIndex pronoun, Gender gender);
  void settle_genders();
  void list_people();
  void settle_unnamed();
  bool may_rename(NounPhrase phrase) const;

  void describe(TokenIndex i);
  void describe_before(TokenIndex begin, std::int32_t chain);
  void describe_renamed(TokenIndex begin, TokenIndex end, std::int32_t chain);
  void describe_behind(TokenIndex end, std::int32_t chain);
  void call(std::int32_t chain, TokenIndex at, std::vector<std::string> words);
  void call_by_name(std::int32_t chain);
  std::vector<std::string> noun_words(TokenIndex from, TokenIndex to) const;
  static bool agrees(const Called& called, const std::vector<std::string>& words);

  std::optional<Referent> speaker_before(TokenIndex at, Gender gender,
                                         const LastSpeaker& last) const;
  Referent speaker(const LastSpeaker& last) const;
  std::optional<Referent> best(TokenIndex at, Wanted wanted, Gender gender,
                               const LastSpeaker& last) const;
  TokenIndex past_opening(TokenIndex from, TokenIndex to) const;
  bool was_asked(const Referent& r) const;
  double score(const Referent& r, TokenIndex at, const LastSpeaker& last) const;
  struct Choice {
    std::optional<Referent> first;
    double first_score = 0, second_score = -100;
    void offer(const Referent& one, double value);
  };
  bool fits(const Referent& r, Wanted wanted, Gender gender) const;
  bool is_last(const Referent& r, const LastSpeaker& last) const;
  std::optional<Referent> only_person(TokenIndex at, Gender gender) const;
  std::optional<Referent> introduced(NounPhrase phrase,
                                     const std::vector<std::string>& words) const;
  std::vector<std::int32_t> called(const std::vector<std::string>& words, TokenIndex at) const;
  std::optional<Referent> company(TokenIndex at, const LastSpeaker& last) const;
  std::optional<Referent> most_recent(const std::vector<std::int32_t>& chains, TokenIndex at) const;
  TokenIndex last_seen(std::int32_t chain, TokenIndex at) const;
  bool is_company(std::int32_t chain) const;

  const Analysis& a_;
  const std::vector<EnglishWord>& words_;
  const Subjects& subjects_;
  std::vector<Referent> referents_;
  std::vector<Referent> noted_;                // pronouns, in order
  std::vector<std::uint32_t> first_;           // by sentence: its first referent
  std::vector<std::vector<TokenIndex>> seen_;  // by chain: where it is named
  std::vector<Gender> genders_;                // by chain
  std::vector<std::int32_t> votes_;            // by chain: female above, male below zero
  std::unordered_map<std::string, std::vector<Called>> called_;  // by head noun
  std::unordered_map<std::string, std::vector<Intro>> intros_;   // by head noun
  std::vector<std::int32_t> companies_;
  std::vector<char> sure_person_;  // by chain: a first name, a title, an initial
  std::vector<std::int32_t> anybody_, perhaps_male_, perhaps_female_;  // by first appearance
};

}  // namespace onrecord::extract::english
