// Where it lives: one SQLite file. Opening, migrating, writing articles with their findings,
// checking.
//
// Errors: faults of the file are thrown as Failure with kinds ArchiveMissing, ArchiveDamaged,
// ArchiveForeign, ArchiveNewer, ArchiveBusy, Io. Threads: an Archive belongs to one thread at a
// time. SQLite and SQLiteCpp are seen in src/store/*.cpp only; Database (store/database.h) shows
// neither.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/findings.h"
#include "store/database.h"

namespace onrecord::store {

// Code points of one text, so that this folder needs no text/: filled by ingest.
using ToCodepoint = std::function<std::uint32_t(std::uint32_t byte)>;

struct PackedFindings;  // store/findings_rows.h

// What the input said of itself where a person's word stands in its place.
struct GivenValue {
  std::string field;                 // published, source, title
  std::optional<std::string> value;  // nothing: the input said nothing
};

// An article ready to be written.
struct Entry {
  Document document;
  Findings findings;
  std::string ruleset;
  // What search finds: see the table `paragraph`. At most some thousand characters each: the index
  // costs a foreign DELETE time that grows faster than a paragraph's length.
  struct Paragraph {
    std::string kind;  // title, headline, subhead, body, caption, list, other
    CodepointSpan span;
    std::string terms;  // text::search_terms() of it
  };
  std::vector<Paragraph> paragraphs;
  ToCodepoint to_codepoint;  // bytes of document.text to code points
  std::vector<GivenValue> given;
  // pack_original(document.original), made in the threads that read; empty: add() makes it itself.
  std::string packed_original;
  // pack_findings(entry), likewise.
  std::shared_ptr<const PackedFindings> packed_findings;
};

// An original as `sqlar` holds it: zlib-compressed where that is smaller, else as it is. Any
// thread.
std::string pack_original(const std::string& original);

// The findings as rows, with their digest. Any thread.
std::shared_ptr<const PackedFindings> pack_findings(const Entry& entry);

struct Problem {
  std::string path;
  std::uint64_t record = 0;
  std::string kind;
  std::string message;
  std::string place;
};

struct RunCounts {
  std::uint64_t added = 0, known = 0, refused = 0;
};

enum class Outcome { Added, Known };

// A rule that findings name, as the table `rule` shows it.
struct Rule {
  std::string id, layer, pattern, emits;
  double confidence = 0;
  std::string example, counter_example;
};

// What one article calls one entity, for those who tell identities apart (ingest/).
struct NamedChain {
  std::int64_t article_id = 0;
  std::uint32_t chain = 0;
  EntityKind kind = EntityKind::Person;
  std::string name;
  std::vector<std::string> names, titles, affiliations;
  std::string latin;  // may be empty
  bool unnamed = false;
};

// One entity of the archive: a canonical name, other names with their origin, the chains that speak
// of it.
struct Identity {
  struct Alias {
    std::string name, origin;  // origin: article, curated, latin, sound, human
  };
  struct Member {
    std::int64_t article_id = 0;
    std::uint32_t chain = 0;
  };
  EntityKind kind = EntityKind::Person;
  std::string name;
  std::vector<Alias> aliases;
  std::vector<Member> members;
};

// A quotation as those see it who gather families of one utterance (ingest/).
struct SaidWords {
  std::int64_t quotation_id = 0;
  std::string uid;  // of the article
  std::uint32_t start = 0;
  bool in_body = true;                // not in a headline, subhead or caption
  std::string day;                    // of publication; may be empty
  std::vector<std::string> speakers;  // entities by number, roles without one by name
  bool doubtful = false;
  std::string words;
};

// What was said once and stands in several places: quotations, the representative among them.
struct Family {
  std::int64_t representative = 0;
  std::vector<std::int64_t> variants;
};

class Archive {
 public:
  // Write: creates the file and its folder where missing, migrates an older archive. Read: never
  // writes.
  static Archive open(const std::string& path, Mode mode);
  // To write, where there is an archive already.
  static Archive open_existing(const std::string& path);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();  // the last one out leaves one plain file: checkpoint, journal_mode=DELETE

  const std::string& path() const;
  Database& database();
  int schema();  // number of the newest migration in the file

  // --- writing; every call below stands inside begin() … commit(), one transaction a batch
  void begin();
  void commit();
  void rollback();

  std::int64_t start_run(const std::string& now_utc);
  void finish_run(std::int64_t run, const std::string& now_utc, const RunCounts& counts);

  // Adds what is new; of a known original only the place where it was found is added.
  Outcome add(const Entry& entry, std::int64_t run, const std::string& now_utc,
              bool keep_original = true);
  bool knows(const std::string& uid);
  void add_problem(const Problem& problem, const std::string& now_utc);
  void clear_problem(const std::string& path, std::uint64_t record);

  // The rules of this program in place of those stored.
  void store_rules(const std::vector<Rule>& rules);

  // --- identities: a function of the set of chains, whatever the order of ingest
  // In canonical order (article uid, chain), so that the order of ingest shows nowhere.
  std::vector<NamedChain> named_chains();
  // In place of all identities before. Ids are given in canonical order of kind, name and members.
  void replace_identities(std::vector<Identity> identities);

  // --- families of utterances: a function of the set of quotations and identities
  // All quotations in canonical order (article uid, start, the longer first).
  void for_each_said(const std::function<void(SaidWords)>& use);
  // In place of all families before; ids are given in the order of `families`.
  void replace_families(const std::vector<Family>& families);
  // Whether the archive was brought to a newer schema since the last run finished: what is derived
  // is older than its tables.
  bool derived_is_outdated();

 private:
  explicit Archive(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace onrecord::store
