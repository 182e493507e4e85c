// Events as they are read back: by those who took part, type, place, day, words.
//
// Offsets are code points. Errors: Failure, as database.h says. Threads: as the Archive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/read_articles.h"

namespace onrecord::store {

struct StoredParticipant {
  std::string name, role;   // of the article; role may be empty
  std::int64_t entity = 0;  // 0: none
  std::string canonical;
};

struct StoredEvent {
  std::int64_t id = 0, article_id = 0;
  std::string type;
  CodepointSpan trigger, sentence_span;
  std::string date, date_end, date_text, place, rule;  // may be empty
  double confidence = 0;
  std::string sentence;
  std::string published;  // of the article; may be empty
};

struct EventFilter {
  ArticleFilter article;
  std::vector<std::vector<std::int64_t>> who;  // of each group one entity took part
  std::vector<std::string> types;              // any of them
  std::string place;                           // stands in the event's place
  std::string terms;                           // FTS5 expression that the paragraph must match
  bool titles = false;       // … or the title of the article
  std::string since, until;  // day of the event, of publication where it states none
  bool oldest_first = false;
  bool by_arrival = false;
};

class EventReader {
 public:
  explicit EventReader(Archive& archive) : database_(archive.database()) {}

  std::vector<StoredEvent> find(const EventFilter& filter, std::int64_t limit);
  std::int64_t count(const EventFilter& filter);
  std::vector<StoredEvent> of_article(std::int64_t article_id);
  std::vector<StoredParticipant> participants(std::int64_t event_id);

 private:
  Database& database_;
};

}  // namespace onrecord::store
