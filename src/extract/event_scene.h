// What the steps that find events share: the dates of an article, which tokens stand inside
// somebody's words, and what one sentence says of day, place and people.
//
// Offsets and indexes as in analysis.h. The analysis must outlive the scene.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "lang/dates.h"

namespace onrecord::extract {

// How a trigger stands in the text; each is a rule of lexicon/rules.tsv, layer event.
enum class EventShape : std::uint8_t { MainVerb, Connective, Held, At, Dated };

struct Trigger {
  TokenIndex begin = 0, end = 0;
  std::string type;
  EventShape shape = EventShape::MainVerb;
  const char* rule = "";
  bool weak = false;             // a word of many other uses
  bool session = false;          // who is quoted behind it was there
  bool reference = false;        // 회의 뒤: of an event told elsewhere
  bool subject = false;          // a noun of which the sentence says something: 다음 공판은
  bool reported = false;         // inside a reported clause
  bool coming = false;           // the verb is not past: an event only with a day to come
  std::int32_t support = kNone;  // token of the verb that carries a noun
};

// An event with what its acceptance depends on.
struct EventFound {
  Event event;
  std::uint32_t sentence = 0;
  bool carried = false;    // its day comes from the sentence before
  bool later = false;      // of a month or year to come, no day
  bool ahead = false;      // after the day of publication
  bool session = false;    // as of its trigger
  bool weak = false;       // as of its trigger
  bool reference = false;  // as of its trigger: none of its own unless it has a day
};

// Triggers read in one sentence: no sentence tells of more, and a paragraph without a full stop
// costs no more than another.
inline constexpr std::size_t kMostInSentence = 24;

class EventScene {
 public:
  explicit EventScene(const Analysis& analysis);

  const Analysis& a;
  std::optional<Date> published;
  std::vector<lang::DateFound> dates;

  bool quoted(TokenIndex i) const { return quoted_[i] == 1; }
  bool reported(TokenIndex i) const { return quoted_[i] == 2; }
  // Of running text, not of a headline, a caption or a notice.
  bool is_told(std::uint32_t sentence) const;
  // Whether the token there stands in a quotation.
  bool in_quotation(std::uint32_t byte) const;
  // Position of the sentence among those that are told, from 0.
  std::uint32_t rank(std::uint32_t sentence) const { return rank_[sentence]; }

  // Where the place of what an article opens with may stand, if not in its own sentence: the next
  // two, unless they tell of another day.
  std::vector<std::uint32_t> placing(const EventFound& found) const;

  // The day of a trigger: the nearest one before it in its sentence, else behind it; nullptr if
  // none.
  const lang::DateFound* day_of(const Trigger& trigger) const;
  // The last day named in the sentence before, else the only day that the article has named so far
  // if that is the day of publication or the one before and the type is not one of background;
  // nullptr if none.
  const lang::DateFound* day_before(std::uint32_t sentence, std::string_view type) const;

 private:
  void mark_quoted(ByteSpan span, std::uint8_t how);
  void find_days();
  bool usable(std::size_t date, const Trigger& trigger) const;
  bool belongs_elsewhere(std::size_t date, const Trigger& trigger) const;
  void find_only_days();
  std::optional<TokenIndex> token_at(std::uint32_t byte) const;

  std::vector<std::uint8_t> quoted_;              // by token
  std::vector<std::uint32_t> rank_;               // by sentence
  std::vector<std::vector<std::uint32_t>> days_;  // by sentence: dates of it outside quotations
  std::vector<std::int32_t> only_;  // by sentence: the one day told before it, kNone if not one
  std::vector<bool> in_quotation_;  // by token
};

// Whether people speak at events of the type: who is quoted there was there.
bool is_gathering(std::string_view type);

// Adds who is quoted in the sentence, if not known.
void add_quoted(const EventScene& scene, const Sentence& sentence, std::vector<Participant>& all);

// People and bodies that the tokens name, each chain once, in order. Bodies that say whose person
// it is are left out.
// `outside`: without those inside a reported clause.
std::vector<Participant> people_in(const EventScene& scene, TokenIndex begin, TokenIndex end,
                                   bool outside = false);

std::vector<EventFound> find_korean_events(const EventScene& scene);
std::vector<EventFound> find_english_events(const EventScene& scene);

// Fills type, spans, date and confidence; nothing where too little speaks for an event.
std::optional<EventFound> judge(const EventScene& scene, const Trigger& trigger, std::string place,
                                std::vector<Participant> people);

}  // namespace onrecord::extract
