#include "store/read_events.h"

#include "store/conditions.h"
#include "store/database.h"

namespace onrecord::store {
namespace {

constexpr const char* kColumns =
    "SELECT DISTINCT v.id, v.article_id, v.type, v.trigger_start, v.trigger_end, v.sentence_start, "
    "v.sentence_end, v.date,"
    " v.date_end, v.date_text, v.place, v.rule, v.confidence,"
    " substr(a.text, v.sentence_start + 1, v.sentence_end - v.sentence_start), a.published ";

constexpr const char* kFromAll = "FROM event v CROSS JOIN article a ON a.id = v.article_id";
constexpr const char* kFromPeople =
    "FROM identity i CROSS JOIN event v ON v.article_id = i.article_id"
    " CROSS JOIN participant x ON x.event_id = v.id AND x.chain = i.chain CROSS JOIN article a ON "
    "a.id = v.article_id";
constexpr const char* kFromTerms =
    "FROM paragraph_index f CROSS JOIN paragraph p ON p.id = f.rowid AND p.kind <> 'title'"
    " CROSS JOIN event v ON v.article_id = p.article_id AND v.trigger_start < p.end AND "
    "v.trigger_end > p.start"
    " CROSS JOIN article a ON a.id = v.article_id";

constexpr const char* kFromTermsOrTitles =
    "FROM paragraph_index f CROSS JOIN paragraph p ON p.id = f.rowid"
    " CROSS JOIN event v ON v.article_id = p.article_id AND (p.kind IN ('title', 'headline') OR"
    " (v.trigger_start < p.end AND v.trigger_end > p.start))"
    " CROSS JOIN article a ON a.id = v.article_id";

constexpr const char* kTookPart =
    "EXISTS (SELECT 1 FROM participant x JOIN identity i ON i.article_id = v.article_id AND "
    "i.chain = x.chain"
    " WHERE x.event_id = v.id AND i.entity_id IN (SELECT value FROM json_each(?)))";

constexpr const char* kDay = "coalesce(v.date, substr(a.published, 1, 10))";

CodepointSpan span_of(const Statement& row, int column) {
  return {static_cast<std::uint32_t>(row.integer(column)),
          static_cast<std::uint32_t>(row.integer(column + 1))};
}

StoredEvent read_row(const Statement& row) {
  StoredEvent v;
  v.id = row.integer(0);
  v.article_id = row.integer(1);
  v.type = row.text(2);
  v.trigger = span_of(row, 3);
  v.sentence_span = span_of(row, 5);
  v.date = row.text(7);
  v.date_end = row.text(8);
  v.date_text = row.text(9);
  v.place = row.text(10);
  v.rule = row.text(11);
  v.confidence = row.real(12);
  v.sentence = row.text(13);
  v.published = row.text(14);
  return v;
}

const char* plan(const EventFilter& filter, Conditions& conditions) {
  const char* from = kFromAll;
  std::size_t checked = 0;
  if (!filter.who.empty()) {
    from = kFromPeople;
    conditions.add("i.entity_id IN (SELECT value FROM json_each(?))",
                   json_list(filter.who.front()));
    checked = 1;
  } else if (!filter.terms.empty()) {
    from = filter.titles ? kFromTermsOrTitles : kFromTerms;
    conditions.add("f.paragraph_index MATCH ?", filter.terms);
  }
  for (; checked < filter.who.size(); ++checked)
    conditions.add(kTookPart, json_list(filter.who[checked]));
  if (!filter.types.empty())
    conditions.add("v.type IN (SELECT value FROM json_each(?))", json_list(filter.types));
  if (!filter.place.empty()) conditions.add("instr(v.place, ?) > 0", filter.place);
  if (!filter.since.empty()) {
    conditions.add((std::string("coalesce(v.date_end, ") + kDay + ") >= ?").c_str(), filter.since);
  }
  if (!filter.until.empty()) conditions.add((std::string(kDay) + " <= ?").c_str(), filter.until);
  add_article_filter(conditions, filter.article);
  return from;
}

const char* order(const EventFilter& filter) {
  if (filter.by_arrival) return " ORDER BY v.article_id DESC, v.trigger_start";
  return filter.oldest_first ? " ORDER BY coalesce(v.date, a.published), v.id"
                             : " ORDER BY coalesce(v.date, a.published) DESC, v.id";
}

}  // namespace

std::vector<StoredEvent> EventReader::find(const EventFilter& filter, std::int64_t limit) {
  Conditions conditions;
  const std::string from = plan(filter, conditions);
  conditions.value(limit);
  Statement rows = database_.prepare(
      "event.find", kColumns + from + conditions.where() + order(filter) + " LIMIT ?");
  conditions.bind(rows);
  std::vector<StoredEvent> found;
  while (rows.step()) found.push_back(read_row(rows));
  return found;
}

std::int64_t EventReader::count(const EventFilter& filter) {
  Conditions conditions;
  const std::string from = plan(filter, conditions);
  Statement rows =
      database_.prepare("event.count", "SELECT count(DISTINCT v.id) " + from + conditions.where());
  conditions.bind(rows);
  return rows.step() ? rows.integer(0) : 0;
}

std::vector<StoredEvent> EventReader::of_article(std::int64_t article_id) {
  Statement rows =
      database_.prepare("event.of_article", std::string(kColumns) + kFromAll +
                                                " WHERE v.article_id = ? ORDER BY v.trigger_start");
  rows.with(article_id);
  std::vector<StoredEvent> found;
  while (rows.step()) found.push_back(read_row(rows));
  return found;
}

std::vector<StoredParticipant> EventReader::participants(std::int64_t event_id) {
  Statement& rows =
      database_
          .statement(
              "participant.of_event",
              "SELECT x.name, x.role, coalesce(e.id, 0), coalesce(e.name, x.name) FROM participant "
              "x"
              " JOIN event v ON v.id = x.event_id"
              " LEFT JOIN identity i ON i.article_id = v.article_id AND i.chain = x.chain"
              " LEFT JOIN entity e ON e.id = i.entity_id WHERE x.event_id = ? ORDER BY x.position")
          .with(event_id);
  std::vector<StoredParticipant> all;
  while (rows.step()) all.push_back({rows.text(0), rows.text(1), rows.integer(2), rows.text(3)});
  return all;
}

}  // namespace onrecord::store
