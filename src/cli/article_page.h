// One article laid out for a terminal, or as JSON: its text with quotations, their speakers, and
// events marked.
//
// Offsets are code points. Everything from the article passes printable().
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "query/explanation.h"
#include "store/read_articles.h"
#include "store/read_events.h"
#include "store/read_quotations.h"

namespace onrecord::cli {

struct ArticlePage {
  struct Quote {
    store::StoredQuotation quotation;
    std::vector<store::StoredSpeaker> speakers;
    std::vector<store::Variant> variants;  // the same utterance elsewhere
    std::optional<query::Explanation> explanation;
  };
  struct Event {
    store::StoredEvent event;
    std::vector<store::StoredParticipant> participants;
  };
  store::ArticleFace face;
  std::vector<std::string> authors;
  std::string text;
  std::vector<store::StoredBlock> blocks;
  std::vector<Quote> quotes;  // by start
  std::vector<Event> events;
  std::optional<CodepointSpan> place;  // where it is opened
};

std::string page_text(const ArticlePage& page);
std::string page_json(const ArticlePage& page);

}  // namespace onrecord::cli
