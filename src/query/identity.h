// Whom a question means: the archive's entities behind a name as asked, across spellings and
// scripts.
//
// Order of evidence: the name as one of an entity's names; the last word of a foreign name; curated
// spellings; the sound of the name (lang/name_match.h). A Korean name matches only itself: one
// other syllable is another person.
#pragma once

#include <string>
#include <vector>

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

  // Best first; empty where the archive knows nobody of that name.
  std::vector<Meant> meant_by(const AskedName& asked);
  // The same, only those who are quoted.
  std::vector<Meant> speakers_meant_by(const AskedName& asked);
  // Everybody of that surname, where the name is but a surname: for questions that a second name
  // narrows.
  std::vector<Meant> family_meant_by(const AskedName& asked);
  bool knows(const std::string& name) { return !meant_by({name, name, ""}).empty(); }

 private:
  std::vector<Meant> by_name(const std::string& name);
  std::vector<Meant> by_last_word(const std::string& name);
  std::vector<Meant> by_sound(const std::string& name);
  std::vector<Meant> by_surname(const AskedName& asked, bool any_title);
  std::vector<Meant> meant_by_words(const std::string& name);
  bool has_role(std::int64_t entity, const std::vector<std::string>& titles);
  const std::vector<store::EntityName>& names();

  store::EntityReader reader_;
  std::vector<store::EntityName> names_;
  bool loaded_ = false;
};

}  // namespace onrecord::query
