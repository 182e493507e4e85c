// What people said about who is who, applied to the identities that rules gathered: a pure function
// of both, in the order in which it was said.
//
// An entity is meant by a mention (where it still stands) or by kind and name. A word that means
// nobody here waits: it takes force when an article brings the name.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/corrections.h"

namespace onrecord::ingest {

// Splitting by role or organisation: a value that begins so.
inline constexpr const char* kByRole = "role:";
inline constexpr const char* kByOrganization = "org:";

struct IdentityWord {
  store::Correction said;
  std::optional<store::Identity::Member> subject_at, value_at;  // chains at its mentions
};

// A chain that a person's word brought into an article speaks of whoever is mentioned there.
struct SpeakerAnchor {
  store::Identity::Member chain, mention;
};

enum class Standing { InForce, Waiting, Broken };

struct Outcome {
  Standing standing = Standing::InForce;
  std::string conflict;  // why the word should not have been said: another bears the name …
  bool idle = false;     // it changes nothing: they are one already
};

// The outcomes stand in the order of `words`. Broken: a later word says the contrary.
std::vector<Outcome> apply_identity_words(std::vector<store::Identity>& identities,
                                          const std::vector<store::NamedChain>& chains,
                                          const std::vector<SpeakerAnchor>& anchors,
                                          const std::vector<IdentityWord>& words);

// The same for outlets: names and groups that follow from the words.
std::vector<Outcome> apply_outlet_words(store::OutletNames& outlets,
                                        const std::vector<store::Correction>& words);

}  // namespace onrecord::ingest
