#include "query/identity.h"

#include <algorithm>
#include <map>

#include "lang/glossary.h"
#include "lang/lexicon.h"
#include "lang/name_match.h"
#include "query/question_words.h"
#include "text/normalize.h"

namespace onrecord::query {
namespace {

constexpr double kMargin = 0.06;       // how far behind the best a match by sound may lie
constexpr double kSurnameScore = 0.8;  // 윤 대통령 for 윤석열
constexpr std::size_t kMostOfSurname = 2;
constexpr double kLastWordScore = 0.97;  // Altman for Sam Altman

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

// "오픈AI 샘 알트만" -> itself, "샘 알트만", "알트만": what stands before a name may be its
// organisation.
std::vector<std::string> endings_of(const std::string& name) {
  std::vector<std::string> endings{name};
  for (std::size_t blank = name.find(' '); blank != std::string::npos;
       blank = name.find(' ', blank + 1)) {
    endings.push_back(name.substr(blank + 1));
  }
  return endings;
}

void add(std::vector<Meant>& all, const store::EntityName& name, double score) {
  const auto same =
      std::find_if(all.begin(), all.end(), [&](const Meant& m) { return m.entity == name.entity; });
  if (same == all.end()) {
    all.push_back({name.entity, name.kind, name.canonical, score});
  } else {
    same->score = std::max(same->score, score);
  }
}

void put_in_order(std::vector<Meant>& all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Meant& a, const Meant& b) { return a.score > b.score; });
}

// A whole Korean name (이영, 김민수) is written in one way only.
bool is_exact_only(const std::string& name) {
  return has_hangul(name) && name.find(' ') == std::string::npos && lang::may_be_korean_name(name);
}

// 윤, Yoon: the surnames in Hangul that a lone surname may be.
std::vector<std::string> surnames_of(const std::string& name) {
  const lang::ClassMask surname = lang::class_mask("surname");
  if (has_hangul(name)) {
    const lang::Word* word = lang::find_word(name);
    return word != nullptr && word->has(surname) ? std::vector<std::string>{name}
                                                 : std::vector<std::string>{};
  }
  std::vector<std::string> found;
  const std::string wanted = " " + lower_ascii(name) + " ";
  for (const lang::Word& word : lang::all_words()) {
    if (!word.has(surname)) continue;
    const std::string spellings = " " + lower_ascii(word.value(surname)) + " ";
    if (spellings.find(wanted) != std::string::npos) found.emplace_back(word.form);
  }
  return found;
}

}  // namespace

const std::vector<store::EntityName>& Identities::names() {
  if (!loaded_) names_ = reader_.names();
  loaded_ = true;
  return names_;
}

std::vector<Meant> Identities::by_name(const std::string& name) {
  std::vector<Meant> found;
  for (const store::EntityName& entity : reader_.by_alias(name)) add(found, entity, 1);
  const std::string folded = text::fold(name);
  if (has_hangul(name)) return found;
  for (const store::EntityName& entity : names()) {
    if (text::fold(entity.alias) == folded) add(found, entity, 1);
  }
  return found;
}

std::vector<Meant> Identities::by_last_word(const std::string& name) {
  std::vector<Meant> found;
  if (name.find(' ') != std::string::npos || is_exact_only(name)) return found;
  const std::string folded = text::fold(name);
  for (const store::EntityName& entity : names()) {
    if (entity.kind != "person" || last_word(entity.alias).size() == entity.alias.size()) continue;
    if (text::fold(last_word(entity.alias)) == folded) add(found, entity, kLastWordScore);
  }
  return found;
}

std::vector<Meant> Identities::by_sound(const std::string& name) {
  std::map<std::string, std::vector<const store::EntityName*>> by_spelling;
  for (const store::EntityName& entity : names()) by_spelling[entity.alias].push_back(&entity);
  std::vector<std::string> spellings;
  for (const auto& [spelling, unused] : by_spelling) spellings.push_back(spelling);
  std::vector<Meant> found;
  double best = 0;
  for (const lang::NameMatch& match : lang::match_name(name, spellings)) {
    if (match.score < lang::kMatchThreshold) continue;
    best = std::max(best, match.score);
    if (match.score < best - kMargin) continue;
    for (const store::EntityName* entity : by_spelling[match.candidate])
      add(found, *entity, match.score);
  }
  return found;
}

std::vector<Meant> Identities::by_surname(const AskedName& asked, bool any_title) {
  std::vector<Meant> found;
  const std::vector<std::string> surnames = surnames_of(asked.name);
  if (surnames.empty() || (asked.title.empty() && !any_title)) return found;
  std::vector<std::string> titles = lang::translate_topic(asked.title);
  titles.push_back(asked.title);
  for (const store::EntityName& entity : names()) {
    const bool named_so =
        std::any_of(surnames.begin(), surnames.end(), [&](const std::string& surname) {
          return entity.alias.starts_with(surname) && entity.alias.size() > surname.size() &&
                 is_exact_only(entity.alias);
        });
    if (entity.kind == "person" && named_so && (any_title || has_role(entity.entity, titles)))
      add(found, entity, kSurnameScore);
  }
  if (!any_title && found.size() > kMostOfSurname) return {};  // 김 대표: nobody can tell
  return found;
}

bool Identities::has_role(std::int64_t entity, const std::vector<std::string>& titles) {
  for (const store::Counted& role : reader_.roles(entity)) {
    if (std::any_of(titles.begin(), titles.end(),
                    [&](const std::string& t) { return role.name.ends_with(t); }))
      return true;
  }
  return false;
}

std::vector<Meant> Identities::meant_by_words(const std::string& name) {
  std::vector<Meant> found = by_name(name);
  // 정: by sound and by bare surname it is everybody; only one whom the archive calls just so is
  // meant.
  const bool lone_surname = has_hangul(name) && !surnames_of(name).empty();
  if (lone_surname) std::erase_if(found, [&](const Meant& meant) { return meant.name != name; });
  if (is_exact_only(name) || lone_surname) return found;
  for (const Meant& meant : by_last_word(name))
    add(found, {meant.entity, meant.kind, meant.name, ""}, meant.score);
  for (const Meant& meant : by_sound(name))
    add(found, {meant.entity, meant.kind, meant.name, ""}, meant.score);
  put_in_order(found);
  return found;
}

std::vector<Meant> Identities::meant_by(const AskedName& asked) {
  if (asked.name.empty()) return {};
  // 정 대표, where an article gives no more of the name than that.
  const std::vector<Meant> bare =
      asked.title.empty() ? std::vector<Meant>{} : by_name(asked.name + " " + asked.title);
  for (const std::string& whole : {asked.name, asked.raw, strip_particle(asked.name, true).noun}) {
    for (const std::string& name : endings_of(whole)) {
      std::vector<Meant> found = meant_by_words(name);
      if (!found.empty()) return found;
    }
  }
  std::vector<Meant> found = by_surname(asked, false);
  for (const Meant& meant : bare)
    add(found, {meant.entity, meant.kind, meant.name, ""}, meant.score);
  return found;
}

std::vector<Meant> Identities::family_meant_by(const AskedName& asked) {
  return by_surname(asked, true);
}

std::vector<Meant> Identities::speakers_meant_by(const AskedName& asked) {
  std::vector<Meant> found = meant_by(asked);
  std::erase_if(found, [&](const Meant& meant) { return !reader_.speaks(meant.entity); });
  return found;
}

}  // namespace onrecord::query
