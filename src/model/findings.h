// What extraction found in one article: a pure function of its text, publication date and ruleset.
//
// All spans are bytes of Document::text; the archive and JSON speak of code points
// (text/offset_map.h). Every finding names the rule that made it (lexicon/rules.tsv) and a
// confidence from 0 to 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace onrecord {

enum class EntityKind : std::uint8_t { Person, Organization, Place, Product, Work, Event };
const char* name_of(
    EntityKind kind);  // "person", "organization", "place", "product", "work", "event"
std::optional<EntityKind> entity_kind(const std::string& name);

// One occurrence of a name. No pronouns.
struct Mention {
  EntityKind kind = EntityKind::Person;
  std::uint32_t chain = 0;  // index into Findings::chains
  std::string name;         // the fullest name of its chain
  std::string surface;      // as it stands, title included
  std::string title;        // the title inside or beside the mention; may be empty
  ByteSpan span;            // of surface
  std::string rule;
  double confidence = 0;
};

// All mentions of one entity in one article.
struct Chain {
  EntityKind kind = EntityKind::Person;
  std::string name;  // fullest name known from the article
  std::vector<std::string>
      names;  // every bare form seen in the article, fullest first, sorted after
  std::vector<std::string> titles;        // 대표, 장관 …, most frequent first
  std::vector<std::string> affiliations;  // 오픈AI …, names of organisations beside it
  std::string latin;     // "Sam Altman" from 샘 알트만(Sam Altman); may be empty
  bool unnamed = false;  // a role without a name ("업계 관계자"): its own name
};

enum class QuotationKind : std::uint8_t { Direct, Indirect };
const char* name_of(QuotationKind kind);  // "direct", "indirect"

struct Speaker {
  std::string name;  // resolved, fullest name known from the article
  std::string surface;  // as it stands beside the quotation ("그", "알트만 대표"); empty if nothing
                        // stands there
  ByteSpan span;            // of surface; empty if there is none
  std::int32_t chain = -1;  // index into Findings::chains; -1: a role without a chain
  // What the words beside the quotation, or their absence, were taken to stand for: a mention of
  // the chain, or the words that named a role before. Empty where the name stands there in full.
  ByteSpan antecedent = {};
  ByteSpan naming =
      {};  // a mention that gives the name in full, the nearest before; empty: none does
};

struct Quotation {
  QuotationKind kind = QuotationKind::Direct;
  ByteSpan span;      // the words: marks and quotative particle excluded
  ByteSpan sentence;  // the sentence that holds it, attribution included
  BlockKind where = BlockKind::Body;
  std::vector<Speaker> speakers;  // empty: nobody is named, or the evidence is thin
  std::string cue;                // reporting verb or noun as it stands; may be empty
  std::string cue_class;          // say, stress, explain, ask …; may be empty
  std::string rule;               // what found the quotation
  std::string speaker_rule;       // what found the speaker; empty if none
  double confidence = 0;
  bool doubtful = false;  // speaker shown with (추정)
};

struct Participant {
  std::string name;
  std::string role;  // host, attendee …; may be empty
  std::int32_t chain = -1;
};

struct Event {
  std::string type;  // meeting, announcement … (lexicon/event_triggers.tsv)
  ByteSpan trigger;
  ByteSpan sentence;      // evidence
  std::string date;       // ISO day, or empty
  std::string date_end;   // or empty
  std::string date_text;  // as written, or empty
  std::string place;      // or empty
  std::vector<Participant> participants;
  std::string rule;
  double confidence = 0;
};

struct Findings {
  std::vector<Chain> chains;
  std::vector<Mention> mentions;      // by span
  std::vector<Quotation> quotations;  // by span
  std::vector<Event> events;          // by trigger
};

}  // namespace onrecord
