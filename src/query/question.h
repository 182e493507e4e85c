// What a question asks: its form, whom it is about, on what topic, in which time. Korean or
// English.
//
// A grammar over classes of words (lexicon/question_words.tsv), not a list of sentences: words fill
// slots that particles (Korean) or prepositions and word order (English) open. Pure: what only the
// archive knows (is this word a name?) is asked through Known.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/period.h"
#include "query/question_parts.h"

namespace onrecord::query {

enum class Form : std::uint8_t {
  Said,
  WhoSaid,
  When,
  Where,
  Who,
  Whom,
  WhatHappened,
  WhoIs,
  Count,
  Articles,
  Outlets,
  MostQuoted
};
const char* name_of(Form form);  // "said", "who_said" …
std::optional<Form> form_named(std::string_view name);

enum class Order : std::uint8_t { Best, First, Latest };

// A name as asked; `raw` still has what may be a particle or part of the name (김정은).
struct AskedName {
  std::string name;
  std::string raw;
  std::string title;  // that stood beside the name; may be empty
  friend bool operator==(const AskedName&, const AskedName&) = default;
};

struct Reading {
  Form form = Form::Said;
  std::string language;            // "ko", "en"
  std::vector<AskedName> speaker;  // of forms about events: who takes part
  std::vector<std::string> topic;  // content words; words of one glossary entry stand together
  std::string place;               // … or empty
  std::string event;               // type of event asked about: meeting, visit … or empty
  Order order = Order::Best;       // the first or latest of what was said
  bool each = false;               // of every speaker asked
  bool attended = false;           // of Form::Who: those who were there
  bool counts_articles = false;    // of Form::Count: articles, not utterances
  std::vector<std::string> cue_classes;  // of verbs that tell more than "say": criticise …
  Period period;
  std::vector<std::string> period_words;  // the question's words for it
  Parts parts;                            // what it was read from
};

// How sure the archive is that these words name somebody.
enum class Sureness : std::uint8_t { Unknown, Sounds, Thing, Person };
// `by_sound`: also names that only sound alike, which costs more.
using Known = std::function<Sureness(const AskedName& name, bool by_sound)>;

// Without the archive, by grammar alone.
Reading read_question(std::string_view question, Date today);

// Decides again who is named, now that the archive can be asked.
void settle(Reading& reading, const Known& known);

}  // namespace onrecord::query
