// What people said against the rules: the human stratum, read and written.
//
// A correction speaks of places in texts (uid and code points) and of names, never of row ids, so
// that it holds after re-ingest, re-extraction and in another archive. It is never rewritten: it is
// in force or undone. Errors: Failure, as database.h says. Threads: as the Archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "store/archive.h"

namespace onrecord::store {

enum class Action : std::uint8_t {
  Speaker,    // value: who said the quotation at the place, parted by "; "; nothing: nobody named
  Reject,     // what stands at the place is none: a quotation, or an event (kind "event TYPE")
  Quote,      // the place is a quotation; value: its speakers
  Confirm,    // what the rules found at the place is right; value: its speakers
  Published,  // of the article; nothing: unknown
  Source,
  Title,
  Merge,        // the entity that value names is the subject
  Split,        // a part of the subject is somebody else: value, or the mention at value_ref
  Rename,       // the subject is called value
  Alias,        // value is another name of the subject
  Kind,         // the subject is a person, an organization …
  OutletMerge,  // the outlet that value names is the subject
  OutletAlias,
  OutletGroup,  // the outlet that value names belongs to the group that subject names
};
const char* name_of(Action action);  // as the archive has it: "outlet-merge"
std::optional<Action> action_named(const std::string& name);

bool is_of_finding(Action action);   // Speaker, Reject, Quote, Confirm
bool is_of_article(Action action);   // Published, Source, Title
bool is_of_identity(Action action);  // Merge … Kind
bool is_of_outlet(Action action);

struct Correction {
  std::int64_t id = 0;  // 0: not stored yet
  std::string made_at, made_by;
  Action action = Action::Speaker;
  std::string uid;                     // may be empty
  std::optional<CodepointSpan> place;  // in that article
  std::string kind, subject;           // may be empty
  std::string value;                   // empty: none
  std::string value_ref;               // may be empty
  std::string undone_at;               // empty: in force
};

// "UID" or "UID:START-END"; empty without an article.
std::string ref_of(const Correction& correction);
// The same word about the same thing, whoever said it and when.
bool says_the_same(const Correction& a, const Correction& b);

class Corrections {
 public:
  explicit Corrections(Archive& archive) : database_(archive.database()) {}

  std::vector<Correction> in_force();
  std::vector<Correction> all();  // undone ones too
  std::optional<Correction> by_id(std::int64_t id);
  // Those that findings and facts of one article are made with.
  std::vector<Correction> of_article(const std::string& uid);

  // Inside a transaction. The id it was given.
  std::int64_t add(const Correction& correction);
  void undo(std::int64_t id, const std::string& now_utc);

 private:
  std::vector<Correction> read(Statement& rows);
  Database& database_;
};

// The chain that is named at a place: of a mention there, or of a speaker whose quotation it is.
std::optional<Identity::Member> chain_at(Archive& archive, const std::string& uid,
                                         CodepointSpan place);
// A chain of the article that a person's word brought there (it has no mention).
std::optional<Identity::Member> chain_named(Archive& archive, const std::string& uid,
                                            const std::string& name);
// A mention of the entity, "UID:START-END"; empty where it has none.
std::string mention_of(Archive& archive, std::int64_t entity);

// Outlets by other names, and groups: in place of those before.
struct OutletNames {
  std::vector<std::pair<std::string, std::string>> names;   // name, outlet
  std::vector<std::pair<std::string, std::string>> groups;  // group, outlet
};
void replace_outlets(Archive& archive, const OutletNames& outlets);
// Names of outlets as articles have them.
std::vector<std::string> sources(Archive& archive);

}  // namespace onrecord::store
