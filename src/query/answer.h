// An answer and what stands around it, as `ask`, `search`, `quotes`, `events` and `entities` print
// it.
//
// Offsets are code points; see docs/output-schema.md for every field.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/explanation.h"
#include "query/question.h"
#include "store/read_articles.h"
#include "store/read_entities.h"

namespace onrecord::query {

struct Copy {
  std::string ref, source, published;
};

// A place in an article that shows what is said of an entity.
struct Witness {
  std::string ref, text, source, published;
};

// Words in the answer's article.
struct NamedPlace {
  CodepointSpan span;
  std::string text;
};

// Why a name is one of an entity's.
struct NameReason {
  std::string name, origin, why, ref;  // ref: who is called so; may be empty
};

struct Answer {
  std::string kind;  // quote, event, entity, article, count
  std::string text;
  std::vector<std::string> speakers;  // the archive's names
  std::string speaker_surface, speaker_in_article, speaker_role;
  std::string quote_kind, cue, cue_class, speaker_rule,
      type;  // of a quotation: direct or indirect, its verb; of an event: its type
  std::string date, date_basis;  // stated, published
  std::string place;
  std::vector<std::string> participants;
  std::optional<std::int64_t> number;
  std::optional<store::ArticleFace> article;
  std::string ref;
  CodepointSpan span;
  std::optional<NamedPlace> antecedent, named_at;  // what named the speaker, of a quotation
  std::optional<Explanation> explanation;          // where it was asked for
  std::string sentence, where, rule;
  double confidence = 0, score = 0;
  bool doubtful = false;
  std::string match;                                                // of search: word, part, inside
  std::vector<std::pair<std::uint32_t, std::uint32_t>> highlights;  // in `text`
  std::vector<Copy> also_in;
  std::optional<store::EntityFace> entity;  // of kind entity
  std::vector<Witness> evidence;            // the same; newest first
  std::vector<NameReason> name_reasons;     // the same, where they were asked for
  std::optional<store::Together> together;  // the same, with whom was asked for
};

struct AnswerSet {
  std::string question, language;
  std::int64_t total = 0;
  bool total_is_least = false;  // there are more than were looked at
  std::int64_t offset = 0;
  std::optional<Reading> reading;          // of questions
  std::vector<std::string> speaker_names;  // whom the question was taken to mean
  std::vector<std::string> topic_forms;    // all words that were looked for
  std::vector<Answer> answers;
  std::string nothing;  // empty where something was found
};

enum class Sort : std::uint8_t { Relevance, Date, DateDown, Added };

// Options of every list.
struct ListOptions {
  std::int64_t limit = 10;  // 0: all
  std::int64_t offset = 0;
  std::optional<Sort> sort;  // nothing: relevance where a topic is asked, else newest first
  std::string since, until, said_since, said_until, added_since;  // ISO days
  std::vector<std::string> sources;
};

store::ArticleFilter article_filter(const ListOptions& options);

// Cuts `answers` to the page that the options ask for; `total` keeps the number before.
void take_page(AnswerSet& set, const ListOptions& options);

}  // namespace onrecord::query
