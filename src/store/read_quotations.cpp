#include "store/read_quotations.h"

#include <algorithm>

#include "store/conditions.h"
#include "store/database.h"
#include "store/json_strings.h"

namespace onrecord::store {
namespace {

constexpr const char* kColumns =
    "SELECT q.id, q.article_id, q.kind, q.start, q.end, q.sentence_start, q.sentence_end, q.place, "
    "q.cue, q.rule,"
    " q.confidence, q.doubtful, substr(a.text, q.start + 1, q.end - q.start),"
    " substr(a.text, q.sentence_start + 1, q.sentence_end - q.sentence_start), a.published,"
    " q.cue_class, q.speaker_rule, (SELECT utterance_id FROM variant WHERE quotation_id = q.id) ";
// Rows are chosen and ordered by narrow columns first: cutting words out of texts costs most.
constexpr const char* kChosen = " FROM (SELECT ";
constexpr const char* kKeys =
    "q.id AS id, a.published AS published, q.article_id AS article_id, q.start AS start ";
constexpr const char* kOfChosen =
    ") x CROSS JOIN quotation q ON q.id = x.id CROSS JOIN article a ON a.id = q.article_id";

// Where the search begins decides its cost: from the speaker, from words in a paragraph, or from
// nothing.
constexpr const char* kFromSpeaker =
    "FROM identity i CROSS JOIN quotation q ON q.article_id = i.article_id"
    " CROSS JOIN speaker s ON s.quotation_id = q.id AND s.chain = i.chain CROSS JOIN article a ON "
    "a.id = q.article_id";
constexpr const char* kFromTerms =
    "FROM paragraph_index f CROSS JOIN paragraph p ON p.id = f.rowid AND p.kind <> 'title'"
    " CROSS JOIN quotation q ON q.article_id = p.article_id AND q.start < p.end AND q.end > p.start"
    " CROSS JOIN article a ON a.id = q.article_id";
constexpr const char* kFromTermsOrTitles =
    "FROM paragraph_index f CROSS JOIN paragraph p ON p.id = f.rowid"
    " CROSS JOIN quotation q ON q.article_id = p.article_id AND (p.kind IN ('title', 'headline') OR"
    " (q.start < p.end AND q.end > p.start))"
    " CROSS JOIN article a ON a.id = q.article_id";
constexpr const char* kFromFamily =
    "FROM variant v CROSS JOIN quotation q ON q.id = v.quotation_id CROSS JOIN article a ON a.id = "
    "q.article_id";
constexpr const char* kFromAll = "FROM article a CROSS JOIN quotation q ON q.article_id = a.id";

constexpr const char* kSaidBy =
    "EXISTS (SELECT 1 FROM speaker s JOIN identity i ON i.article_id = q.article_id AND i.chain = "
    "s.chain"
    " WHERE s.quotation_id = q.id AND i.entity_id IN (SELECT value FROM json_each(?)))";

constexpr const char* kParagraph =
    "SELECT p.start, p.end, substr(a.text, p.start + 1, p.end - p.start) FROM paragraph p JOIN "
    "article a ON a.id = p.article_id"
    " WHERE p.article_id = ?1 AND p.kind <> 'title' AND p.start < ?3 AND p.end > ?2 ORDER BY "
    "p.start LIMIT 1";
constexpr const char* kInParagraph =
    "SELECT q.start, q.end, coalesce((SELECT group_concat(coalesce(i.entity_id, 0)) FROM speaker s"
    " LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain WHERE "
    "s.quotation_id = q.id), '')"
    " FROM quotation q WHERE q.article_id = ?1 AND q.start < ?3 AND q.end > ?2";

CodepointSpan span_of(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

StoredQuotation read_row(const Statement& row) {
  StoredQuotation q;
  q.id = row.integer(0);
  q.article_id = row.integer(1);
  q.kind = row.text(2);
  q.span = span_of(row, 3);
  q.sentence_span = span_of(row, 5);
  q.where = row.text(7);
  q.cue = row.text(8);
  q.rule = row.text(9);
  q.confidence = row.real(10);
  q.doubtful = row.integer(11) != 0;
  q.words = row.text(12);
  q.sentence = row.text(13);
  q.published = row.text(14);
  q.cue_class = row.text(15);
  q.speaker_rule = row.text(16);
  q.utterance = row.integer(17);
  return q;
}

// The FROM clause for a filter, with its conditions.
const char* plan(const QuotationFilter& filter, Conditions& conditions) {
  const char* from = kFromAll;
  if (!filter.terms.empty()) {
    from = filter.titles ? kFromTermsOrTitles : kFromTerms;
    conditions.add("f.paragraph_index MATCH ?", filter.terms);
    if (!filter.speakers.empty()) conditions.add(kSaidBy, json_list(filter.speakers));
  } else if (!filter.speakers.empty()) {
    from = kFromSpeaker;
    conditions.add("i.entity_id IN (SELECT value FROM json_each(?))", json_list(filter.speakers));
  }
  if (filter.utterance != 0 && from == kFromAll) {
    from = kFromFamily;
    conditions.add("v.utterance_id = ?", filter.utterance);
  } else if (filter.utterance != 0) {
    conditions.add("q.id IN (SELECT quotation_id FROM variant WHERE utterance_id = ?)",
                   filter.utterance);
  }
  if (!filter.kind.empty()) conditions.add("q.kind = ?", filter.kind);
  if (!filter.cue_classes.empty())
    conditions.add("q.cue_class IN (SELECT value FROM json_each(?))",
                   json_array(filter.cue_classes));
  if (!filter.places.empty())
    conditions.add("q.place IN (SELECT value FROM json_each(?))", json_array(filter.places));
  if (filter.least_confidence > 0) conditions.add("q.confidence >= ?", filter.least_confidence);
  if (filter.doubtful) conditions.add(*filter.doubtful ? "q.doubtful <> 0" : "q.doubtful = 0");
  add_article_filter(conditions, filter.article);
  return from;
}

const char* order(const QuotationFilter& filter) {
  if (filter.by_arrival) return " ORDER BY article_id DESC, start";
  return filter.oldest_first ? " ORDER BY published, article_id, start"
                             : " ORDER BY published DESC, article_id, start";
}

const char* order_of_chosen(const QuotationFilter& filter) {
  if (filter.by_arrival) return " ORDER BY x.article_id DESC, x.start";
  return filter.oldest_first ? " ORDER BY x.published, x.article_id, x.start"
                             : " ORDER BY x.published DESC, x.article_id, x.start";
}

// Joins over speakers or paragraphs may meet a quotation twice.
bool may_repeat(const QuotationFilter& filter) {
  return !filter.terms.empty() || !filter.speakers.empty();
}

std::vector<std::int64_t> numbers(const std::string& list) {
  std::vector<std::int64_t> out;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    out.push_back(std::stoll(list.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<StoredQuotation> QuotationReader::find(const QuotationFilter& filter,
                                                   std::int64_t limit) {
  Conditions conditions;
  const std::string from = plan(filter, conditions);
  conditions.value(limit);
  const std::string chosen = kKeys + from + conditions.where() + order(filter) + " LIMIT ?";
  Statement rows = database_.prepare(
      "quotation.find", kColumns + std::string(kChosen) + (may_repeat(filter) ? "DISTINCT " : "") +
                            chosen + kOfChosen + order_of_chosen(filter));
  conditions.bind(rows);
  std::vector<StoredQuotation> found;
  while (rows.step()) found.push_back(read_row(rows));
  return found;
}

std::int64_t QuotationReader::count(const QuotationFilter& filter) {
  Conditions conditions;
  const std::string from = plan(filter, conditions);
  if (conditions.where().empty())
    return database_.integer("quotation.count_all", "SELECT count(*) FROM quotation");
  Statement rows = database_.prepare("quotation.count",
                                     "SELECT count(DISTINCT q.id) " + from + conditions.where());
  conditions.bind(rows);
  return rows.step() ? rows.integer(0) : 0;
}

std::vector<StoredQuotation> QuotationReader::of_article(std::int64_t article_id) {
  Statement rows = database_.prepare(
      "quotation.of_article",
      std::string(kColumns) + kFromAll + " WHERE q.article_id = ? ORDER BY q.start, q.end DESC");
  rows.with(article_id);
  std::vector<StoredQuotation> found;
  while (rows.step()) found.push_back(read_row(rows));
  return found;
}

std::vector<StoredSpeaker> QuotationReader::speakers(std::int64_t quotation_id) {
  Statement& rows =
      database_
          .statement(
              "speaker.of_quotation",
              "SELECT s.name, s.surface, coalesce(e.id, 0), coalesce(e.name, s.name), "
              "s.antecedent_start, s.antecedent_end, s.naming_start, s.naming_end, "
              "substr(a.text, s.antecedent_start + 1, s.antecedent_end - s.antecedent_start), "
              "substr(a.text, s.naming_start + 1, s.naming_end - s.naming_start) FROM speaker s"
              " JOIN quotation q ON q.id = s.quotation_id JOIN article a ON a.id = q.article_id"
              " LEFT JOIN identity i ON i.article_id = q.article_id AND i.chain = s.chain"
              " LEFT JOIN entity e ON e.id = i.entity_id WHERE s.quotation_id = ? ORDER BY "
              "s.position")
          .with(quotation_id);
  std::vector<StoredSpeaker> speakers;
  while (rows.step()) {
    StoredSpeaker speaker{
        rows.text(0), rows.text(1), rows.integer(2), rows.text(3), {}, {}, {}, {}};
    if (!rows.is_null(4)) speaker.antecedent = span_of(rows, 4);
    if (!rows.is_null(6)) speaker.naming = span_of(rows, 6);
    speaker.antecedent_text = rows.text(8);
    speaker.naming_text = rows.text(9);
    speakers.push_back(std::move(speaker));
  }
  return speakers;
}

std::vector<Variant> QuotationReader::variants(std::int64_t quotation_id) {
  Statement& rows =
      database_
          .statement("variant.others",
                     "SELECT q.id, a.uid, a.source, a.published, q.place, q.start, q.end"
                     " FROM variant own JOIN variant v ON v.utterance_id = own.utterance_id"
                     " JOIN quotation q ON q.id = v.quotation_id"
                     " JOIN article a ON a.id = q.article_id"
                     " WHERE own.quotation_id = ?1 AND v.quotation_id <> ?1"
                     " ORDER BY a.published, a.uid, q.start")
          .with(quotation_id);
  std::vector<Variant> variants;
  while (rows.step()) {
    variants.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4),
                        span_of(rows, 5)});
  }
  rows.reset();
  return variants;
}

std::optional<StoredQuotation> QuotationReader::at(std::int64_t article_id, CodepointSpan place) {
  const auto fits = [&](CodepointSpan span) {
    if (span == place) return std::uint32_t{0xFFFFFFFF};
    const std::uint32_t start = std::max(span.start, place.start);
    const std::uint32_t end = std::min(span.end, place.end);
    return end > start ? end - start : 0;
  };
  std::optional<StoredQuotation> best;
  for (StoredQuotation& quotation : of_article(article_id)) {
    if (fits(quotation.span) > (best ? fits(best->span) : 0)) best = std::move(quotation);
  }
  return best;
}

std::vector<NamedNearby> QuotationReader::named_in(std::int64_t article_id, CodepointSpan span) {
  Statement& rows =
      database_
          .statement("mention.in_span",
                     "SELECT coalesce(e.name, c.name), m.surface, m.start, m.end FROM mention m"
                     " JOIN chain c ON c.article_id = m.article_id AND c.chain = m.chain"
                     " LEFT JOIN identity i ON i.article_id = m.article_id AND i.chain = m.chain"
                     " LEFT JOIN entity e ON e.id = i.entity_id"
                     " WHERE m.article_id = ?1 AND m.start >= ?2 AND m.end <= ?3"
                     " AND c.kind IN ('person', 'organization') ORDER BY m.start")
          .with(article_id, std::int64_t{span.start}, std::int64_t{span.end});
  std::vector<NamedNearby> named;
  while (rows.step()) named.push_back({rows.text(0), rows.text(1), span_of(rows, 2)});
  rows.reset();
  return named;
}

std::optional<RuleText> QuotationReader::rule(const std::string& id) {
  Statement& row =
      database_.statement("rule.text", "SELECT id, layer, pattern, example FROM rule WHERE id = ?")
          .with(id);
  std::optional<RuleText> rule;
  if (row.step()) rule = RuleText{row.text(0), row.text(1), row.text(2), row.text(3)};
  row.reset();
  return rule;
}

Paragraph QuotationReader::paragraph(std::int64_t article_id, CodepointSpan span) {
  Paragraph paragraph;
  Statement& row = database_.statement("paragraph.at", kParagraph)
                       .with(article_id, std::int64_t{span.start}, std::int64_t{span.end});
  if (row.step()) {
    paragraph.span = span_of(row, 0);
    paragraph.text = row.text(2);
  }
  row.reset();
  Statement& rows =
      database_.statement("quotation.in_paragraph", kInParagraph)
          .with(article_id, std::int64_t{paragraph.span.start}, std::int64_t{paragraph.span.end});
  while (rows.step()) paragraph.quotations.push_back({span_of(rows, 0), numbers(rows.text(2))});
  return paragraph;
}

Paragraph QuotationReader::paragraph_before(std::int64_t article_id, std::uint32_t place) {
  Statement& row =
      database_
          .statement("paragraph.before",
                     "SELECT start, end FROM paragraph WHERE article_id = ?1 AND kind <> 'title'"
                     " AND end <= ?2 ORDER BY start DESC LIMIT 1")
          .with(article_id, std::int64_t{place});
  const bool found = row.step();
  const CodepointSpan span = found ? span_of(row, 0) : CodepointSpan{};
  row.reset();
  return found ? paragraph(article_id, span) : Paragraph{};
}

std::int64_t QuotationReader::articles_naming(const std::vector<std::int64_t>& entities,
                                              std::int64_t limit) {
  Statement& row = database_
                       .statement("identity.count_up_to",
                                  "SELECT count(*) FROM (SELECT 1 FROM identity WHERE entity_id IN"
                                  " (SELECT value FROM json_each(?)) LIMIT ?)")
                       .with(json_list(entities), limit);
  const std::int64_t count = row.step() ? row.integer(0) : 0;
  row.reset();
  return count;
}

}  // namespace onrecord::store
