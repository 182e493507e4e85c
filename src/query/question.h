// What a question asks: its form, whom it is about, on what topic, in which time. Korean or
// English.
//
// A grammar over classes of words (lexicon/question_words.tsv), not a list of sentences: words fill
// slots that particles (Korean) or prepositions and word order (English) open. Pure: no archive;
// names are left as asked.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "query/period.h"

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
  Articles
};
const char* name_of(Form form);  // "said", "who_said" …

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
  std::vector<std::string> bare;   // words whose slot only the archive can tell: "알트만 규제"
  std::string place;               // … or empty
  std::string event;               // type of event asked about: meeting, visit … or empty
  bool counts_articles = false;    // of Form::Count: articles, not utterances
  Period period;
};

Reading read_question(std::string_view question, Date today);

// Settles `bare`: the longest run of words at either end that `is_name` knows is the speaker, the
// rest are topics.
void settle_bare(Reading& reading, const std::function<bool(const std::string&)>& is_name);

}  // namespace onrecord::query
