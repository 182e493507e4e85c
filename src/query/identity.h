// Whom a question means: the archive's entities behind a name as asked, across spellings and
// scripts.
//
// Order of evidence: the name as one of an entity's names; the last word of a foreign name; curated
// spellings; a surname or an organisation with a title (이 장관, the CEO of X); the sound of the name
// (lang/name_match.h). A Korean name matches only itself, or the Latin spelling of somebody known in
// no other: one other syllable is another person.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lang/name_match.h"
#include "query/question.h"
#include "store/read_entities.h"

namespace onrecord::query {

struct Meant {
  std::int64_t entity = 0;
  std::string kind, name;  // canonical
  double score = 1;        // how well the name fits
};

class Identities {
 public:
  explicit Identities(store::Archive& archive) : reader_(archive) {}

  // Best first; empty where the archive knows nobody of that name. `by_sound`: also names that
  // are but spelt another way.
  std::vector<Meant> meant_by(const AskedName& asked, bool by_sound = true);
  // The same, only those who are quoted.
  std::vector<Meant> speakers_meant_by(const AskedName& asked);
  // Everybody of that surname, where the name is but a surname: for questions that a second name
  // narrows.
  std::vector<Meant> family_meant_by(const AskedName& asked);
  Sureness sureness(const AskedName& asked, bool by_sound);
  // Every name of these entities.
  std::vector<std::string> names_of(const std::vector<Meant>& entities);
  // Names of places, bodies and things in the other script that sound like a topic (Garamdo, 가람도).
  std::vector<std::string> other_spellings(const std::string& topic);
  // Names of people that sound or look like this one, best first: for "did you mean".
  std::vector<std::string> like(const std::string& name);

 private:
  std::vector<Meant> by_name(const std::string& name);
  std::vector<Meant> by_last_word(const std::string& name);
  std::vector<Meant> by_sound(const std::string& name);
  std::vector<Meant> by_surname(const AskedName& asked, bool any_title);
  std::vector<Meant> by_description(const AskedName& asked);
  std::vector<Meant> exactly(const AskedName& asked);
  std::vector<Meant> meant_by_words(const std::string& name);
  bool has_role(std::int64_t entity, const std::vector<std::string>& titles);
  const std::vector<store::EntityName>& names();
  // The names in one script, made ready for matching by sound.
  struct Script {
    std::map<std::string, std::vector<const store::EntityName*>> by_spelling;
    std::optional<lang::NameIndex> index;
  };
  Script& script(bool hangul);

  store::EntityReader reader_;
  std::vector<store::EntityName> names_, place_names_;
  bool loaded_ = false;
  Script hangul_, latin_;
  std::optional<Script> places_;
  std::map<std::pair<std::string, bool>, std::vector<Meant>> meant_;  // answered before
};

}  // namespace onrecord::query
