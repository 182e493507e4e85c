#include "query/profile.h"

#include <algorithm>

#include "store/read_session.h"

namespace onrecord::query {
namespace {

constexpr std::size_t kMostRoles = 3;
constexpr double kAsGood = 0.06;
constexpr std::int64_t kMostEvidence = 10;

std::string list(const std::vector<store::Counted>& counted) {
  std::string out;
  for (std::size_t i = 0; i < std::min(counted.size(), kMostRoles); ++i)
    out += (i == 0 ? "" : ", ") + counted[i].name;
  return out;
}

std::string plural(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string period(const store::EntityFace& face) {
  if (face.first_seen.empty()) return "";
  return ", " + face.first_seen +
         (face.first_seen == face.last_seen ? "" : " to " + face.last_seen);
}

Profile profile_of(store::Archive& archive, std::int64_t entity, std::int64_t most_evidence) {
  store::EntityReader reader(archive);
  Profile profile;
  if (auto face = reader.face(entity)) profile.face = std::move(*face);
  profile.evidence = reader.evidence(entity, most_evidence);
  return profile;
}

std::vector<Witness> witnesses(store::Archive& archive, const Profile& profile) {
  store::ArticleReader articles(archive);
  std::vector<Witness> all;
  for (const store::Evidence& evidence : profile.evidence) {
    const auto face = articles.by_id(evidence.article_id);
    if (!face) continue;
    const std::string ref = face->uid + ":" + std::to_string(evidence.span.start) + "-" +
                            std::to_string(evidence.span.end);
    all.push_back({ref, evidence.surface, face->source.value_or(""), face->published.value_or("")});
  }
  return all;
}

}  // namespace

std::string describe(const store::EntityFace& face) {
  std::string out = face.name;
  std::string is = list(face.roles);
  if (const std::string organizations = list(face.organizations); !organizations.empty()) {
    is += (is.empty() ? "" : "; ") + organizations;
  }
  out += " — " + (is.empty() ? face.kind : is) + "; ";
  return out + plural(face.quotations, "quotation") + ", " + plural(face.mentions, "mention") +
         " in " + plural(face.articles, "article") + period(face);
}

std::vector<Profile> profiles_of(store::Archive& archive, const AskedName& name,
                                 std::int64_t most_evidence) {
  const auto meant = Identities(archive).meant_by(name);
  std::vector<Profile> profiles;
  for (const Meant& entity : meant) {
    if (entity.score + kAsGood >= meant.front().score)
      profiles.push_back(profile_of(archive, entity.entity, most_evidence));
  }
  // Of a name that a person and a body bear, the person is meant.
  const auto rank = [](const Profile& p) {
    return std::pair(p.face.kind == "person", p.face.mentions);
  };
  std::stable_sort(profiles.begin(), profiles.end(), [&](const Profile& a, const Profile& b) {
    return rank(a) > rank(b);
  });
  return profiles;
}

Answer entity_answer(store::Archive& archive, const Profile& profile) {
  Answer answer;
  answer.kind = "entity";
  answer.type = profile.face.kind;
  answer.text = describe(profile.face);
  answer.speakers = {profile.face.name};
  answer.number = profile.face.mentions;
  answer.confidence = answer.score = 1;
  answer.entity = profile.face;
  answer.evidence = witnesses(archive, profile);
  if (profile.evidence.empty()) return answer;
  const store::Evidence& newest = profile.evidence.front();
  answer.article = store::ArticleReader(archive).by_id(newest.article_id);
  answer.span = newest.span;
  answer.rule = newest.rule;
  answer.confidence = newest.confidence;
  answer.date = profile.face.last_seen;
  answer.date_basis = answer.date.empty() ? "" : "published";
  if (answer.article) {
    answer.ref = answer.article->uid + ":" + std::to_string(newest.span.start) + "-" +
                 std::to_string(newest.span.end);
  }
  return answer;
}

AnswerSet list_entities(store::Archive& archive, const EntityOptions& options) {
  const store::ReadSession session(archive);
  AnswerSet set;
  const store::EntityFilter filter{article_filter(options.list), options.kind};
  store::EntityReader reader(archive);
  set.total = reader.count(filter);
  set.offset = options.list.offset;
  const std::int64_t limit = options.list.limit == 0 ? -1 : options.list.limit;
  for (const std::int64_t entity : reader.list(filter, limit, options.list.offset)) {
    set.answers.push_back(entity_answer(archive, profile_of(archive, entity, 1)));
  }
  if (set.total == 0)
    set.nothing = "the archive names no " +
                  (options.kind.empty() ? std::string("entity") : options.kind) + " here";
  return set;
}

AnswerSet find_entity(store::Archive& archive, const std::string& name,
                      const EntityOptions& options) {
  const store::ReadSession session(archive);
  AnswerSet set;
  set.question = name;
  for (const Profile& profile : profiles_of(archive, {name, name, ""}, kMostEvidence)) {
    if (options.kind.empty() || profile.face.kind == options.kind)
      set.answers.push_back(entity_answer(archive, profile));
  }
  take_page(set, options.list);
  if (set.answers.empty()) set.nothing = "the archive names nobody and nothing called " + name;
  return set;
}

}  // namespace onrecord::query
