// Quotations as they are read back: by speaker, by words in their paragraph, by article.
//
// Offsets are code points of the article's text. Errors: Failure, as database.h says. Threads: as
// the Archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/read_articles.h"

namespace onrecord::store {

struct StoredSpeaker {
  std::string name;  // fullest in that article
  std::string surface;
  std::int64_t entity = 0;  // 0: none
  std::string canonical;    // the archive's name; that of the article where there is none
  std::optional<CodepointSpan> antecedent, naming;  // what named the speaker (model/findings.h)
  std::string antecedent_text, naming_text;
};

struct StoredQuotation {
  std::int64_t id = 0, article_id = 0;
  std::string kind;
  CodepointSpan span, sentence_span;
  std::string where, cue, cue_class, rule, speaker_rule;
  double confidence = 0;
  bool doubtful = false;
  std::string words, sentence;
  std::string published;       // of the article; may be empty
  std::int64_t utterance = 0;  // family of the same utterance elsewhere; 0: none
};

struct QuotationFilter {
  ArticleFilter article;
  std::vector<std::int64_t> speakers;  // entities, any of them
  std::string terms;                   // FTS5 expression that the paragraph must match; empty: any
  bool titles = false;                 // … or the title of the article
  std::string kind;                    // direct, indirect; empty: both
  std::vector<std::string> cue_classes, places;  // any of them; empty: all
  double least_confidence = 0;
  std::optional<bool> doubtful;
  std::int64_t utterance = 0;  // of this family; 0: all
  bool oldest_first = false;
  bool by_arrival = false;
};

// What stands around a quotation in its paragraph.
struct Paragraph {
  CodepointSpan span;
  std::string text;
  struct Other {
    CodepointSpan span;
    std::vector<std::int64_t> entities;  // 0 for a speaker without one
  };
  std::vector<Other> quotations;  // all of the paragraph, the asked one among them
};

// The same utterance in another place.
struct Variant {
  std::int64_t quotation = 0;
  std::string uid, source, published, where;
  CodepointSpan span;
};

// A person or body named near a quotation, once for each of its mentions.
struct NamedNearby {
  std::string name;     // the archive's
  std::string surface;  // as it stands
  CodepointSpan span;
};

// What a rule says of itself.
struct RuleText {
  std::string id, layer, pattern, example;
};

class QuotationReader {
 public:
  explicit QuotationReader(Archive& archive) : database_(archive.database()) {}

  // Newest first unless the filter says otherwise; at most `limit`.
  std::vector<StoredQuotation> find(const QuotationFilter& filter, std::int64_t limit);
  std::int64_t count(const QuotationFilter& filter);
  std::vector<StoredQuotation> of_article(std::int64_t article_id);
  std::vector<StoredSpeaker> speakers(std::int64_t quotation_id);
  Paragraph paragraph(std::int64_t article_id, CodepointSpan span);
  // The paragraph that ends last before this place; empty where there is none.
  Paragraph paragraph_before(std::int64_t article_id, std::uint32_t place);

  // The other members of its family, earliest first.
  std::vector<Variant> variants(std::int64_t quotation_id);
  // The quotation that fits the place best: the same span, else the longest that overlaps it.
  std::optional<StoredQuotation> at(std::int64_t article_id, CodepointSpan place);
  // People and bodies named in the span, by place.
  std::vector<NamedNearby> named_in(std::int64_t article_id, CodepointSpan span);
  std::optional<RuleText> rule(const std::string& id);

  // Articles that name one of these entities, counted up to `limit`.
  std::int64_t articles_naming(const std::vector<std::int64_t>& entities, std::int64_t limit);

 private:
  Database& database_;
};

}  // namespace onrecord::store
