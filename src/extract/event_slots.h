// What a Korean sentence says of a trigger in it: where it took place, and who took part.
//
// Offsets and indexes as in analysis.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/event_scene.h"
#include "extract/phrases.h"

namespace onrecord::extract {

class EventSlots {
 public:
  explicit EventSlots(const EventScene& scene);

  // X에서, the nearest before the trigger, else behind it; else places named before the trigger.
  // `span` is where it stands.
  std::string place_of(const Trigger& trigger, const Sentence& sentence, ByteSpan& span) const;

  // The first place with 에서 of a sentence, or "".
  std::string located(const Sentence& sentence) const;

  // A name is written again: of a word that no list knows that is the best sign.
  bool recurs(std::string_view stem) const;

  // The place that a verb of visiting has as its object or goal.
  std::optional<ByteSpan> visited(TokenIndex verb, const Sentence& sentence) const;

  // People and bodies of the sentence but for those of its place, its source and its byline, with
  // roles; and who is subject or partner of the verb, known as a name or not.
  std::vector<Participant> participants(const Trigger& trigger, const Sentence& sentence,
                                        ByteSpan place) const;

 private:
  bool is_place_phrase(const Phrase& p) const;
  std::string court(const Trigger& trigger, const Sentence& sentence) const;
  std::optional<Phrase> place_at(TokenIndex i, const Sentence& sentence, lang::Josa josa) const;
  bool names_place(const Phrase& p) const;
  bool names_somebody(const Phrase& p) const;
  bool is_partner(const Token& t, const Trigger& trigger, TokenIndex i) const;
  std::optional<Phrase> stricken(TokenIndex last, const Sentence& sentence) const;
  void trim(Phrase& p) const;
  void widen(Phrase& p) const;
  std::string take_place(const Phrase& p, ByteSpan& span) const;
  std::string bare_place(const Trigger& trigger, const Sentence& sentence, ByteSpan& span) const;
  bool leads_to_office(TokenIndex next) const;
  TokenIndex behind_byline(const Sentence& sentence) const;
  void add_unnamed_host(std::vector<Participant>& all, const Trigger& trigger,
                        const Sentence& sentence) const;
  void add_actors(std::vector<Participant>& all, const Trigger& trigger,
                  const Sentence& sentence) const;
  std::optional<Participant> actor_at(TokenIndex i, TokenIndex from) const;
  void add_meant(std::vector<Participant>& all, const Trigger& trigger,
                 const Sentence& sentence) const;
  std::size_t wanted_before(const Trigger& trigger, const Sentence& sentence) const;
  void add_launched(std::vector<Participant>& all, const Trigger& trigger,
                    const Sentence& sentence) const;
  std::string actor_name(TokenIndex head, TokenIndex from, bool known) const;
  std::optional<Participant> subject_before(TokenIndex verb, const Sentence& sentence) const;
  bool stands_only_in(std::int32_t chain, const Sentence& sentence, ByteSpan place) const;
  bool is_source(std::int32_t chain, const Sentence& sentence) const;
  std::int32_t last_token(std::int32_t chain, const Sentence& sentence) const;
  std::string role_of(const Participant& p, const Trigger& trigger, const Sentence& sentence) const;

  const EventScene& scene_;
  const Analysis& a_;
  void count_stems() const;

  mutable bool counted_ = false;
  mutable std::unordered_map<std::string_view, int> times_;  // by stem, of two syllables or more
};

}  // namespace onrecord::extract
