#include "store/findings_rows.h"

#include "base/digest.h"
#include "store/json_strings.h"

namespace onrecord::store {
namespace {

// For each table: how a row goes in, and how it comes back in the order of the findings. The
// columns behind the first parameter (the owner) are the same, in the same order.
struct RowSql {
  std::size_t place;  // in PackedFindings::rows
  const char* table;
  const char* insert_name;
  const char* insert;
  const char* select_name;
  const char* select;
};

constexpr RowSql kBlock = {
    0,
    "block",
    "block.insert",
    "INSERT INTO block(article_id, position, kind, start, end) VALUES(?, ?, ?, ?, ?)",
    "block.of_article",
    "SELECT position, kind, start, end FROM block WHERE article_id = ? ORDER BY position"};

constexpr RowSql kChain = {
    1,
    "chain",
    "chain.insert",
    "INSERT INTO chain(article_id, chain, kind, name, names, titles, affiliations, latin, unnamed) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "chain.of_article",
    "SELECT chain, kind, name, names, titles, affiliations, latin, unnamed FROM chain "
    "WHERE article_id = ? ORDER BY chain"};

constexpr RowSql kMention = {
    2,
    "mention",
    "mention.insert",
    "INSERT INTO mention(article_id, chain, surface, title, start, end, rule, confidence) "
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
    "mention.of_article",
    "SELECT chain, surface, title, start, end, rule, confidence FROM mention "
    "WHERE article_id = ? ORDER BY id"};

constexpr RowSql kQuotation = {
    3,
    "quotation",
    "quotation.insert",
    "INSERT INTO quotation(article_id, kind, start, end, sentence_start, sentence_end, place, cue, "
    "cue_class, rule, speaker_rule, confidence, doubtful) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?)",
    "quotation.of_article",
    "SELECT kind, start, end, sentence_start, sentence_end, place, cue, cue_class, rule, "
    "speaker_rule, "
    "confidence, doubtful, id FROM quotation WHERE article_id = ? ORDER BY id"};

constexpr RowSql kSpeaker = {
    4,
    "speaker",
    "speaker.insert",
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
    5,
    "event",
    "event.insert",
    "INSERT INTO event(article_id, type, trigger_start, trigger_end, sentence_start, sentence_end, "
    "date, "
    "date_end, date_text, place, rule, confidence) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "event.of_article",
    "SELECT type, trigger_start, trigger_end, sentence_start, sentence_end, date, date_end, "
    "date_text, "
    "place, rule, confidence, id FROM event WHERE article_id = ? ORDER BY id"};

constexpr RowSql kParticipant = {
    6,
    "participant",
    "participant.insert",
    "INSERT INTO participant(event_id, position, name, role, chain) VALUES(?, ?, ?, ?, ?)",
    "participant.of_event",
    "SELECT position, name, role, chain FROM participant WHERE event_id = ? ORDER BY position"};

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::optional<std::int64_t> unless_negative(std::int32_t chain) {
  return chain < 0 ? std::nullopt : std::optional<std::int64_t>(chain);
}

// The owner of a finding's row where it is the article, whose id nobody knows yet.
constexpr std::int64_t kArticle = 0;

// Turns the findings of one article into rows, each added to its table's batch and to the print.
class Packer {
 public:
  Packer(const Entry& entry, PackedFindings& out) : entry_(entry), out_(out) {}

  void blocks() {
    std::int64_t position = 0;
    for (const Block& block : entry_.document.blocks) {
      insert(kBlock, kArticle, position++, name_of(block.kind), at(block.span.start),
             at(block.span.end));
    }
  }

  void chains() {
    std::int64_t number = 0;
    for (const Chain& chain : entry_.findings.chains) {
      insert(kChain, kArticle, number++, name_of(chain.kind), chain.name, json_array(chain.names),
             json_array(chain.titles), json_array(chain.affiliations), unless_empty(chain.latin),
             chain.unnamed);
    }
  }

  void mentions() {
    for (const Mention& mention : entry_.findings.mentions) {
      insert(kMention, kArticle, mention.chain, mention.surface, unless_empty(mention.title),
             at(mention.span.start), at(mention.span.end), mention.rule, mention.confidence);
    }
  }

  void quotations() {
    for (const Quotation& quotation : entry_.findings.quotations) {
      insert(kQuotation, kArticle, name_of(quotation.kind), at(quotation.span.start),
             at(quotation.span.end), at(quotation.sentence.start), at(quotation.sentence.end),
             name_of(quotation.where), unless_empty(quotation.cue),
             unless_empty(quotation.cue_class), quotation.rule,
             unless_empty(quotation.speaker_rule), quotation.confidence, quotation.doubtful);
      speakers(last_row(kQuotation), quotation.speakers);
    }
  }

  void events() {
    for (const Event& event : entry_.findings.events) {
      insert(kEvent, kArticle, event.type, at(event.trigger.start), at(event.trigger.end),
             at(event.sentence.start), at(event.sentence.end), unless_empty(event.date),
             unless_empty(event.date_end), unless_empty(event.date_text), unless_empty(event.place),
             event.rule, event.confidence);
      participants(last_row(kEvent), event.participants);
    }
  }

 private:
  template <class... Values>
  void insert(const RowSql& sql, std::int64_t owner, const Values&... values) {
    RowBatch& rows = out_.rows[sql.place];
    rows.begin_row(owner);
    (rows.add(values), ...);
    out_.print.row(sql.table);
    (out_.print.value(values), ...);
  }

  // By which the rows that hang on it name it.
  std::int64_t last_row(const RowSql& sql) const {
    return static_cast<std::int64_t>(out_.rows[sql.place].size()) - 1;
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
      RowBatch& rows = out_.rows[kSpeaker.place];
      rows.begin_row(quotation_id);
      rows.add(position);
      rows.add(speaker.name);
      rows.add(speaker.surface);
      for (const auto& number : {surface.start, surface.end, chain, antecedent.start,
                                 antecedent.end, naming.start, naming.end})
        rows.add(number);
      CanonicalPrint& print = out_.print;
      print.row(kSpeaker.table).value(position++).value(speaker.name).value(speaker.surface);
      print.value(surface.start).value(surface.end).value(chain);
      if (!antecedent.start && !naming.start) continue;
      print.value(antecedent.start).value(antecedent.end).value(naming.start).value(naming.end);
    }
  }

  void participants(std::int64_t event_id, const std::vector<Participant>& participants) {
    std::int64_t position = 0;
    for (const Participant& participant : participants) {
      insert(kParticipant, event_id, position++, participant.name, unless_empty(participant.role),
             unless_negative(participant.chain));
    }
  }

  const Entry& entry_;
  PackedFindings& out_;
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

PackedFindings pack_rows(const Entry& entry) {
  PackedFindings out;
  Packer packer(entry, out);
  packer.blocks();
  packer.chains();
  packer.mentions();
  packer.quotations();
  packer.events();
  out.digest = findings_digest(entry.document.text_sha256, out.print);
  return out;
}

void write_findings(Database& database, std::int64_t article_id, const PackedFindings& packed) {
  const auto of_article = [&](std::int64_t) { return article_id; };
  const auto insert = [&](const RowSql& sql, const auto& owner) {
    return packed.rows[sql.place].insert(database, sql.insert_name, sql.insert, owner);
  };
  for (const RowSql* sql : {&kBlock, &kChain, &kMention}) insert(*sql, of_article);
  const auto quotations = insert(kQuotation, of_article);
  insert(kSpeaker, [&](std::int64_t row) { return quotations[static_cast<std::size_t>(row)]; });
  const auto events = insert(kEvent, of_article);
  insert(kParticipant, [&](std::int64_t row) { return events[static_cast<std::size_t>(row)]; });
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
