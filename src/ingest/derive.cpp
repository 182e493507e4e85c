#include "ingest/derive.h"

#include "ingest/families.h"
#include "ingest/human_findings.h"
#include "ingest/identity.h"
#include "ingest/places.h"

namespace onrecord::ingest {
namespace {

using store::Correction;
using Member = store::Identity::Member;

std::optional<Member> chain_at_ref(store::Archive& archive, const std::string& ref) {
  const auto place = parse_place(ref);
  return place ? store::chain_at(archive, place->uid, place->span) : std::nullopt;
}

IdentityWord word_of(store::Archive& archive, const Correction& said) {
  IdentityWord word{said, {}, {}};
  if (said.place) word.subject_at = store::chain_at(archive, said.uid, *said.place);
  if (!said.value_ref.empty()) word.value_at = chain_at_ref(archive, said.value_ref);
  return word;
}

// Of a speaker whom the article does not name but a person does, and whom the archive knew then.
void add_anchor(store::Archive& archive, const Correction& said,
                std::vector<SpeakerAnchor>& anchors) {
  if (said.value_ref.empty() || said.action == store::Action::Reject) return;
  const auto whom = chain_at_ref(archive, said.value_ref);
  const auto chain = store::chain_named(archive, said.uid, said.value);
  if (whom && chain) anchors.push_back({*chain, *whom});
}

void note(const std::vector<Correction>& words, const std::vector<Outcome>& outcomes,
          Outcomes& out) {
  for (std::size_t i = 0; i < outcomes.size(); ++i) out[words[i].id] = outcomes[i];
}

}  // namespace

Outcomes rebuild_identities(store::Archive& archive) {
  std::vector<IdentityWord> words;
  std::vector<SpeakerAnchor> anchors;
  std::vector<Correction> said;
  for (const Correction& correction : store::Corrections(archive).in_force()) {
    if (is_of_finding(correction.action)) add_anchor(archive, correction, anchors);
    if (!is_of_identity(correction.action)) continue;
    words.push_back(word_of(archive, correction));
    said.push_back(correction);
  }
  const std::vector<store::NamedChain> chains = archive.named_chains();
  std::vector<store::Identity> identities = cluster_identities(chains);
  Outcomes out;
  note(said, apply_identity_words(identities, chains, anchors, words), out);
  archive.replace_identities(std::move(identities));
  return out;
}

Outcomes rebuild_outlets(store::Archive& archive) {
  std::vector<Correction> said;
  for (const Correction& correction : store::Corrections(archive).in_force()) {
    if (is_of_outlet(correction.action)) said.push_back(correction);
  }
  store::OutletNames outlets;
  Outcomes out;
  note(said, apply_outlet_words(outlets, said), out);
  store::replace_outlets(archive, outlets);
  return out;
}

Outcomes derive(store::Archive& archive) {
  Outcomes outcomes = rebuild_identities(archive);
  outcomes.merge(rebuild_outlets(archive));
  rebuild_families(archive);
  return outcomes;
}

}  // namespace onrecord::ingest
