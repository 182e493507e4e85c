// Who or what an entity is, in one line and at length; and the list of all.
#pragma once

#include <string>

#include "query/answer.h"
#include "query/identity.h"
#include "store/read_entities.h"

namespace onrecord::query {

// "샘 알트만 — 대표, 오픈AI; 12 quotations in 5 articles, 2023-06-09 to 2023-07-01".
std::string describe(const store::EntityFace& face);

struct Profile {
  store::EntityFace face;
  std::vector<store::Evidence> evidence;  // the first mention of each article, newest first
};

// One profile for each entity of that name (two people may share it).
std::vector<Profile> profiles_of(store::Archive& archive, const AskedName& name,
                                 std::int64_t most_evidence);

// An answer of kind entity.
Answer entity_answer(store::Archive& archive, const Profile& profile);

struct EntityOptions {
  std::string kind;
  ListOptions list;
};
AnswerSet list_entities(store::Archive& archive, const EntityOptions& options);
AnswerSet find_entity(store::Archive& archive, const std::string& name,
                      const EntityOptions& options);

}  // namespace onrecord::query
