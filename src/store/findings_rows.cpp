#include "store/findings_rows.h"

#include "base/digest.h"
#include "store/json_strings.h"

namespace onrecord::store {
namespace {

// For each table: how a row goes in, and how it comes back in the order of the findings. The
// columns behind the first parameter (the owner) are the same, in the same order.
struct RowSql {
  const char* table;
  const char* insert_name;
  const char* insert;
  const char* select_name;
  const char* select;
};

constexpr RowSql kBlock = {
    "block", "block.insert",
    "INSERT INTO block(article_id, position, kind, start, end) VALUES(?, ?, ?, ?, ?)",
    "block.of_article",
    "SELECT position, kind, start, end FROM block WHERE article_id = ? ORDER BY position"};

constexpr RowSql kChain = {
    "chain", "chain.insert",
    "INSERT INTO chain(article_id, chain, kind, name, names, titles, affiliations, latin, unnamed) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "chain.of_article",
    "SELECT chain, kind, name, names, titles, affiliations, latin, unnamed FROM chain "
    "WHERE article_id = ? ORDER BY chain"};

constexpr RowSql kMention = {
    "mention", "mention.insert",
    "INSERT INTO mention(article_id, chain, surface, title, start, end, rule, confidence) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
    "mention.of_article",
    "SELECT chain, surface, title, start, end, rule, confidence FROM mention "
    "WHERE article_id = ? ORDER BY id"};

constexpr RowSql kQuotation = {
    "quotation", "quotation.insert",
    "INSERT INTO quotation(article_id, kind, start, end, sentence_start, sentence_end, place, cue, "
    "cue_class, rule, speaker_rule, confidence, doubtful) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?)",
    "quotation.of_article",
    "SELECT kind, start, end, sentence_start, sentence_end, place, cue, cue_class, rule, "
    "speaker_rule, "
    "confidence, doubtful, id FROM quotation WHERE article_id = ? ORDER BY id"};

constexpr RowSql kSpeaker = {
    "speaker", "speaker.insert",
    "INSERT INTO speaker(quotation_id, position, name, surface, surface_start, surface_end, chain, "
    "antecedent_start, antecedent_end, naming_start, naming_end) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "speaker.of_quotation",
    "SELECT position, name, surface, surface_start, surface_end, chain, antecedent_start, "
    "antecedent_end, naming_start, naming_end FROM speaker WHERE quotation_id = ? ORDER BY "
    "position"};
// Schema 1 had no columns behind these: where they are NULL they are left out of the print, so that
// digests taken before still hold.
constexpr int kSpeakerColumnsOfSchema1 = 6;

constexpr RowSql kEvent = {
    "event", "event.insert",
    "INSERT INTO event(article_id, type, trigger_start, trigger_end, sentence_start, sentence_end, "
    "date, "
    "date_end, date_text, place, rule, confidence) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "event.of_article",
    "SELECT type, trigger_start, trigger_end, sentence_start, sentence_end, date, date_end, "
    "date_text, "
    "place, rule, confidence, id FROM event WHERE article_id = ? ORDER BY id"};

constexpr RowSql kParticipant = {
    "participant", "participant.insert",
    "INSERT INTO participant(event_id, position, name, role, chain) VALUES(?, ?, ?, ?, ?)",
    "participant.of_event",
    "SELECT position, name, role, chain FROM participant WHERE event_id = ? ORDER BY position"};

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::optional<std::int64_t> unless_negative(std::int32_t chain) {
  return chain < 0 ? std::nullopt : std::optional<std::int64_t>(chain);
}

// Writes the findings of one article, each row into its table and into the print.
class Writer {
 public:
  Writer(Database& database, std::int64_t article_id, const Entry& entry, CanonicalPrint& print)
      : database_(database), article_id_(article_id), entry_(entry), print_(print) {}

  void blocks() {
    std::int64_t position = 0;
    for (const Block& block : entry_.document.blocks) {
      insert(kBlock, article_id_, position++, name_of(block.kind), at(block.span.start),
             at(block.span.end));
    }
  }

  void chains() {
    std::int64_t number = 0;
    for (const Chain& chain : entry_.findings.chains) {
      insert(kChain, article_id_, number++, name_of(chain.kind), chain.name,
             json_array(chain.names), json_array(chain.titles), json_array(chain.affiliations),
             unless_empty(chain.latin), chain.unnamed);
    }
  }

  void mentions() {
    for (const Mention& mention : entry_.findings.mentions) {
      insert(kMention, article_id_, mention.chain, mention.surface, unless_empty(mention.title),
             at(mention.span.start), at(mention.span.end), mention.rule, mention.confidence);
    }
  }

  void quotations() {
    for (const Quotation& quotation : entry_.findings.quotations) {
      insert(kQuotation, article_id_, name_of(quotation.kind), at(quotation.span.start),
             at(quotation.span.end), at(quotation.sentence.start), at(quotation.sentence.end),
             name_of(quotation.where), unless_empty(quotation.cue),
             unless_empty(quotation.cue_class), quotation.rule,
             unless_empty(quotation.speaker_rule), quotation.confidence, quotation.doubtful);
      speakers(database_.last_id(), quotation.speakers);
    }
  }

  void events() {
    for (const Event& event : entry_.findings.events) {
      insert(kEvent, article_id_, event.type, at(event.trigger.start), at(event.trigger.end),
             at(event.sentence.start), at(event.sentence.end), unless_empty(event.date),
             unless_empty(event.date_end), unless_empty(event.date_text), unless_empty(event.place),
             event.rule, event.confidence);
      participants(database_.last_id(), event.participants);
    }
  }

 private:
  template <class... Values>
  void insert(const RowSql& sql, std::int64_t owner, const Values&... values) {
    database_.statement(sql.insert_name, sql.insert).with(owner, values...).run();
    print_.row(sql.table);
    (print_.value(values), ...);
  }

  std::int64_t at(std::uint32_t byte) const { return entry_.to_codepoint(byte); }

  struct Place {
    std::optional<std::int64_t> start, end;
  };
  Place place(ByteSpan span) const {
    return span.empty() ? Place{} : Place{at(span.start), at(span.end)};
  }

  void speakers(std::int64_t quotation_id, const std::vector<Speaker>& speakers) {
    std::int64_t position = 0;
    for (const Speaker& speaker : speakers) {
      const Place surface = place(speaker.span), antecedent = place(speaker.antecedent),
                  naming = place(speaker.naming);
      const auto chain = unless_negative(speaker.chain);
      database_.statement(kSpeaker.insert_name, kSpeaker.insert)
          .with(quotation_id, position, speaker.name, speaker.surface, surface.start, surface.end,
                chain, antecedent.start, antecedent.end, naming.start, naming.end)
          .run();
      print_.row(kSpeaker.table).value(position++).value(speaker.name).value(speaker.surface);
      print_.value(surface.start).value(surface.end).value(chain);
      if (!antecedent.start && !naming.start) continue;
      print_.value(antecedent.start).value(antecedent.end).value(naming.start).value(naming.end);
    }
  }

  void participants(std::int64_t event_id, const std::vector<Participant>& participants) {
    std::int64_t position = 0;
    for (const Participant& participant : participants) {
      insert(kParticipant, event_id, position++, participant.name, unless_empty(participant.role),
             unless_negative(participant.chain));
    }
  }

  Database& database_;
  const std::int64_t article_id_;
  const Entry& entry_;
  CanonicalPrint& print_;
};

void print_rows(Database& database, const RowSql& sql, std::int64_t owner, CanonicalPrint& print) {
  Statement& rows = database.statement(sql.select_name, sql.select).bind(1, owner);
  while (rows.step()) print.row(sql.table).values(rows);
  rows.reset();
}

void print_speakers(Database& database, std::int64_t quotation, CanonicalPrint& print) {
  Statement& rows = database.statement(kSpeaker.select_name, kSpeaker.select).bind(1, quotation);
  while (rows.step()) {
    const bool more =
        !rows.is_null(kSpeakerColumnsOfSchema1) || !rows.is_null(kSpeakerColumnsOfSchema1 + 2);
    print.row(kSpeaker.table).values(rows, 0, more ? -1 : kSpeakerColumnsOfSchema1);
  }
  rows.reset();
}

void print_participants(Database& database, std::int64_t event, CanonicalPrint& print) {
  print_rows(database, kParticipant, event, print);
}

// Rows whose last column is their id, each with the rows that hang on it.
void print_rows_with(Database& database, const RowSql& sql,
                     void (*print_below)(Database&, std::int64_t, CanonicalPrint&),
                     std::int64_t owner, CanonicalPrint& print) {
  Statement& rows = database.statement(sql.select_name, sql.select).bind(1, owner);
  const int id = rows.columns() - 1;
  while (rows.step()) {
    print.row(sql.table).values(rows, 0, id);
    print_below(database, rows.integer(id), print);
  }
  rows.reset();
}

}  // namespace

void write_findings(Database& database, std::int64_t article_id, const Entry& entry,
                    CanonicalPrint& print) {
  Writer writer(database, article_id, entry, print);
  writer.blocks();
  writer.chains();
  writer.mentions();
  writer.quotations();
  writer.events();
}

void print_findings(Database& database, std::int64_t article_id, CanonicalPrint& print) {
  print_rows(database, kBlock, article_id, print);
  print_rows(database, kChain, article_id, print);
  print_rows(database, kMention, article_id, print);
  print_rows_with(database, kQuotation, print_speakers, article_id, print);
  print_rows_with(database, kEvent, print_participants, article_id, print);
}

std::string findings_digest(const std::string& text_sha256, const CanonicalPrint& print) {
  return sha256_hex("text " + text_sha256 + "\n" + print.text());
}

}  // namespace onrecord::store
