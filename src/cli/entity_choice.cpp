#include "cli/entity_choice.h"

#include <algorithm>
#include <vector>

#include "base/error.h"
#include "ingest/places.h"
#include "query/profile.h"
#include "text/normalize.h"

namespace onrecord::cli {
namespace {

using store::EntityName;

constexpr std::size_t kMostListed = 6;

std::optional<EntityName> at_place(store::Archive& archive, const std::string& words) {
  const auto place = ingest::parse_place(words);
  if (!place) return std::nullopt;
  const auto chain = store::chain_at(archive, place->uid, place->span);
  const auto entity = chain ? store::EntityReader(archive).of_chain(*chain) : std::nullopt;
  if (!entity) fail(ErrorKind::NotFound, "nobody and nothing is named at " + words);
  return entity;
}

void add(std::vector<EntityName>& all, const EntityName& one) {
  const bool known = std::any_of(all.begin(), all.end(),
                                 [&](const EntityName& e) { return e.entity == one.entity; });
  if (!known) all.push_back(one);
}

std::vector<EntityName> called(store::Archive& archive, const std::string& name) {
  store::EntityReader reader(archive);
  std::vector<EntityName> found;
  for (const EntityName& one : reader.by_alias(name)) add(found, one);
  if (found.empty()) {
    const std::string folded = text::fold(name);
    for (const EntityName& one : reader.names()) {
      if (text::fold(one.alias) == folded) add(found, one);
    }
  }
  // One that is called just so goes before those that are merely known by it, too.
  const auto just_so = [&](const EntityName& e) { return e.canonical == name; };
  if (std::any_of(found.begin(), found.end(), just_so))
    std::erase_if(found, [&](const EntityName& e) { return !just_so(e); });
  return found;
}

ChosenEntity chosen(store::Archive& archive, const EntityName& entity) {
  return {entity.entity, entity.canonical, entity.kind, store::mention_of(archive, entity.entity)};
}

[[noreturn]] void refuse_several(store::Archive& archive, const std::string& name,
                                 const std::vector<EntityName>& found) {
  std::string message = "‘" + name + "’ are " + std::to_string(found.size()) +
                        "; say which by a reference to a place that names it:";
  for (std::size_t i = 0; i < std::min(found.size(), kMostListed); ++i) {
    const auto face = store::EntityReader(archive).face(found[i].entity);
    message += "\n  " + store::mention_of(archive, found[i].entity) + "  " +
               (face ? query::describe(*face) : found[i].canonical);
  }
  fail(ErrorKind::Usage, message);
}

}  // namespace

ChosenEntity choose_entity(store::Archive& archive, const std::string& words) {
  if (const auto entity = at_place(archive, words)) {
    ChosenEntity one = chosen(archive, *entity);
    one.ref = words;
    return one;
  }
  const std::string name = text::nfc(words);
  const auto found = called(archive, name);
  if (found.empty())
    fail(ErrorKind::NotFound, "the archive names nobody and nothing called ‘" + name + "’");
  if (found.size() > 1) refuse_several(archive, name, found);
  return chosen(archive, found.front());
}

std::optional<ChosenEntity> find_entity_in(store::Archive& archive, const std::string& words,
                                           std::int64_t article_id) {
  if (const auto entity = at_place(archive, words)) {
    ChosenEntity one = chosen(archive, *entity);
    one.ref = words;
    return one;
  }
  const std::string name = text::nfc(words);
  std::vector<EntityName> found = called(archive, name);
  std::erase_if(found,
                [](const EntityName& e) { return e.kind != "person" && e.kind != "organization"; });
  store::EntityReader reader(archive);
  std::vector<EntityName> here;
  for (const EntityName& one : found) {
    if (!reader.name_in_article(one.entity, article_id).empty()) here.push_back(one);
  }
  if (!here.empty()) found = here;
  if (found.size() > 1) refuse_several(archive, name, found);
  return found.empty() ? std::nullopt : std::optional(chosen(archive, found.front()));
}

}  // namespace onrecord::cli
