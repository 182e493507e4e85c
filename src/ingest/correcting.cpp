#include "ingest/correcting.h"

#include <algorithm>
#include <set>

#include "base/error.h"
#include "ingest/derive.h"
#include "ingest/families.h"
#include "ingest/human_findings.h"
#include "ingest/program_rules.h"
#include "ingest/renew.h"
#include "ingest/transaction.h"

namespace onrecord::ingest {
namespace {

using store::Action;
using store::Correction;

std::string quoted(const std::string& name) {
  return "‘" + name + "’";
}

std::string head_of(const Correction& c) {
  return "correction " + std::to_string(c.id) + " (" + words_of(c) + "; " + c.made_by + ", " +
         c.made_at.substr(0, 10) + ")";
}

[[noreturn]] void contradict(const Correction& word, const Correction& earlier) {
  fail(ErrorKind::Usage, words_of(word) + ": contradicts " + head_of(earlier) +
                             "; to take that back: onrecord corrections undo " +
                             std::to_string(earlier.id));
}

bool speaks_for(Action action) {  // that the finding stands
  return action == Action::Speaker || action == Action::Quote || action == Action::Confirm;
}

bool same_finding(const Correction& a, const Correction& b) {
  if (a.uid != b.uid || !a.place || !b.place) return false;
  if (*a.place == *b.place && (a.kind.empty() || b.kind.empty())) return true;
  return a.kind == b.kind && is_one_finding(*a.place, *b.place);
}

bool cross(CodepointSpan a, CodepointSpan b) {
  const bool apart = a.end <= b.start || b.end <= a.start;
  const bool inside =
      (a.start <= b.start && b.end <= a.end) || (b.start <= a.start && a.end <= b.end);
  return !apart && !inside;
}

void check_finding(const Correction& word, const std::vector<Correction>& in_force) {
  for (const Correction& earlier : in_force) {
    if (!is_of_finding(earlier.action) || earlier.uid != word.uid) continue;
    const bool standing = speaks_for(word.action) && speaks_for(earlier.action);
    if (standing && word.place && earlier.place && cross(*word.place, *earlier.place))
      contradict(word, earlier);
    if (!same_finding(word, earlier)) continue;
    if (!standing && word.action != earlier.action) contradict(word, earlier);
    if (standing && earlier.action == Action::Confirm && word.value != earlier.value)
      contradict(word, earlier);
  }
}

const Correction* said_before(const Correction& word, const std::vector<Correction>& in_force) {
  // Of several words about one thing the last one counts.
  for (auto at = in_force.rbegin(); at != in_force.rend(); ++at) {
    if (says_the_same(word, *at)) return &*at;
    const bool same_place = at->action == word.action && ref_of(*at) == ref_of(word);
    if (same_place && !is_of_identity(word.action) && !is_of_outlet(word.action)) return nullptr;
  }
  return nullptr;
}

// What became of the words in force; identities and outlets are made anew for it.
class Consequences {
 public:
  explicit Consequences(store::Archive& archive) : archive_(archive) {}

  void note(const Correction& word) {
    identities_ = identities_ || is_of_identity(word.action);
    outlets_ = outlets_ || is_of_outlet(word.action);
    if (is_of_finding(word.action) || is_of_article(word.action)) uids_.insert(word.uid);
  }

  // False for an article that is not here.
  bool has(const std::string& uid) const { return here_.count(uid) != 0; }

  Outcomes run() {
    for (const std::string& uid : uids_) {
      const Renewed renewed = renew_article(archive_, uid);
      if (renewed.found) here_.insert(uid);
      identities_ = identities_ || renewed.chains_changed;
    }
    if (!here_.empty()) archive_.store_rules(rules_of_program());
    Outcomes outcomes;
    if (identities_) outcomes = rebuild_identities(archive_);
    if (outlets_) outcomes.merge(rebuild_outlets(archive_));
    if (identities_ || !here_.empty()) rebuild_families(archive_);
    return outcomes;
  }

 private:
  store::Archive& archive_;
  bool identities_ = false, outlets_ = false;
  std::set<std::string> uids_, here_;
};

// A word in force that no longer holds once the new ones are said; a new one that never did.
void check_bonds(const std::vector<Correction>& made, const std::vector<Correction>& in_force,
                 const std::set<std::int64_t>& broken_before, const Outcomes& outcomes,
                 Manner manner) {
  for (const Correction& earlier : in_force) {
    const auto at = outcomes.find(earlier.id);
    if (at == outcomes.end() || at->second.standing != Standing::Broken) continue;
    if (broken_before.count(earlier.id) == 0 && !made.empty()) contradict(made.back(), earlier);
  }
  for (const Correction& word : made) {
    const auto at = outcomes.find(word.id);
    if (at == outcomes.end()) continue;
    const Outcome& outcome = at->second;
    if (manner == Manner::Single && !outcome.conflict.empty() && !outcome.idle)
      fail(ErrorKind::Usage, words_of(word) + ": " + outcome.conflict);
    if (outcome.standing == Standing::Broken)
      fail(ErrorKind::Usage, words_of(word) + ": contradicts another of these corrections");
  }
}

// Words that were broken before: computed only where the new ones could break any.
std::set<std::int64_t> broken_now(store::Archive& archive, const std::vector<Correction>& words,
                                  const std::vector<Correction>& in_force) {
  const auto of_identity = [](const Correction& c) { return is_of_identity(c.action); };
  std::set<std::int64_t> broken;
  if (std::none_of(words.begin(), words.end(), of_identity) ||
      std::none_of(in_force.begin(), in_force.end(), of_identity))
    return broken;
  for (const auto& [id, outcome] : rebuild_identities(archive)) {
    if (outcome.standing == Standing::Broken) broken.insert(id);
  }
  return broken;
}

void check_outlets(store::Archive& archive, const Correction& word) {
  if (word.action != Action::OutletMerge && word.action != Action::OutletAlias) return;
  const auto known = store::sources(archive);
  const bool is_outlet = std::find(known.begin(), known.end(), word.value) != known.end();
  if (word.action == Action::OutletAlias && is_outlet && word.value != word.subject) {
    fail(ErrorKind::Usage, words_of(word) + ": articles name an outlet " + quoted(word.value) +
                               "; are the two one, merge them: onrecord outlets merge");
  }
}

bool means_nothing(const Correction& word, const Consequences& consequences,
                   const Outcomes& outcomes) {
  if (is_of_finding(word.action) || is_of_article(word.action)) return !consequences.has(word.uid);
  const auto at = outcomes.find(word.id);
  return at != outcomes.end() && at->second.standing == Standing::Waiting;
}

std::vector<Correction> store_words(store::Archive& archive, std::vector<Correction> words,
                                    std::vector<Correction> in_force, Manner manner,
                                    Corrected& result) {
  store::Corrections corrections(archive);
  std::vector<Correction> made;
  for (Correction& word : words) {
    if (const Correction* known = said_before(word, in_force)) {
      result.known.push_back(*known);
      continue;
    }
    if (is_of_finding(word.action)) check_finding(word, in_force);
    if (is_of_outlet(word.action) && manner == Manner::Single) check_outlets(archive, word);
    word.id = corrections.add(word);
    in_force.push_back(word);
    made.push_back(std::move(word));
  }
  return made;
}

}  // namespace

Corrected correct(store::Archive& archive, std::vector<Correction> words, Manner manner) {
  Transaction transaction(archive);
  const std::vector<Correction> in_force = store::Corrections(archive).in_force();
  const std::set<std::int64_t> broken = broken_now(archive, words, in_force);
  Corrected result;
  result.made = store_words(archive, std::move(words), in_force, manner, result);
  if (result.made.empty()) return result;
  Consequences consequences(archive);
  for (const Correction& word : result.made) consequences.note(word);
  const Outcomes outcomes = consequences.run();
  check_bonds(result.made, in_force, broken, outcomes, manner);
  for (const Correction& word : result.made) {
    if (means_nothing(word, consequences, outcomes)) result.waiting.push_back(word.id);
    const auto at = outcomes.find(word.id);
    if (result.made.size() == 1 && manner == Manner::Single && at != outcomes.end())
      result.idle = at->second.idle;
  }
  if (result.idle) return {{}, {}, {}, true};
  transaction.commit();
  return result;
}

std::vector<Correction> undo(store::Archive& archive, const std::vector<std::int64_t>& ids) {
  Transaction transaction(archive);
  store::Corrections corrections(archive);
  Consequences consequences(archive);
  std::vector<Correction> undone;
  for (const std::int64_t id : ids) {
    const auto correction = corrections.by_id(id);
    if (!correction) fail(ErrorKind::NotFound, "there is no correction " + std::to_string(id));
    if (!correction->undone_at.empty())
      fail(ErrorKind::Usage, "correction " + std::to_string(id) + " is undone already");
    corrections.undo(id, utc_now());
    consequences.note(*correction);
    undone.push_back(*correction);
  }
  consequences.run();
  transaction.commit();
  return undone;
}

std::string fault_of(const Correction& c) {
  if (is_of_finding(c.action)) {
    if (c.uid.empty() || !c.place) return "needs a reference UID:START-END";
    if (c.place->end <= c.place->start) return "the reference is empty";
    const bool quotation = c.kind == "direct" || c.kind == "indirect";
    const bool event = c.action == Action::Reject && c.kind.starts_with("event ");
    return quotation || event ? "" : "needs the kind direct or indirect";
  }
  if (is_of_article(c.action)) return c.uid.empty() ? "needs the UID of an article" : "";
  if (c.subject.empty()) return "needs a subject";
  if (c.action == Action::Split)
    return c.value.empty() && c.value_ref.empty() ? "needs a value" : "";
  if (c.action == Action::Kind)
    return entity_kind(c.value) ? "" : "needs a kind of entity as value";
  return c.value.empty() ? "needs a value" : "";
}

std::string words_of(const Correction& c) {
  const std::string value = c.value.empty() ? "none" : quoted(c.value);
  const std::string place = " " + ref_of(c);
  switch (c.action) {
    case Action::Speaker:
      return "speaker of" + place + ": " + value;
    case Action::Reject:
      return "rejected" + place + " (" + c.kind + ")";
    case Action::Quote:
      return "quotation at" + place + ", speaker: " + value;
    case Action::Confirm:
      return "confirmed" + place + ", speaker: " + value;
    case Action::Published:
    case Action::Source:
    case Action::Title:
      return std::string(name_of(c.action)) + " of" + place + ": " + value;
    case Action::Merge:
    case Action::OutletMerge:
      return std::string(name_of(c.action)) + ": " + quoted(c.value) + " is " + quoted(c.subject);
    case Action::Split:
      return "split: " + (c.value.empty() ? c.value_ref : quoted(c.value)) + " is not " +
             quoted(c.subject);
    case Action::Rename:
      return "rename: " + quoted(c.subject) + " is called " + quoted(c.value);
    case Action::Alias:
    case Action::OutletAlias:
      return std::string(name_of(c.action)) + ": " + quoted(c.value) + " is a name of " +
             quoted(c.subject);
    case Action::Kind:
      return "kind: " + quoted(c.subject) + " is a " + c.value;
    case Action::OutletGroup:
      return "outlet-group: " + quoted(c.value) + " belongs to " + quoted(c.subject);
  }
  return "";
}

}  // namespace onrecord::ingest
