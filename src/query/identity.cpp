#include "query/identity.h"

#include <algorithm>
#include <map>

#include "lang/glossary.h"
#include "lang/lexicon.h"
#include "lang/name_match.h"
#include "query/query_parser.h"
#include "query/question_words.h"
#include "query/word_match.h"
#include "text/normalize.h"

namespace onrecord::query {
namespace {

constexpr double kMargin = 0.06;       // how far behind the best a match by sound may lie
constexpr double kSurnameScore = 0.8;  // 윤 대통령 for 윤석열
constexpr std::size_t kMostOfSurname = 2;
constexpr double kDescribedScore = 0.9;   // 오픈AI 대표 for 샘 알트만
constexpr double kKoreanInLatin = 0.9;
constexpr double kSurely = 0.95;       // the name itself; then another script must fit well too
constexpr double kOtherScript = 0.85;
constexpr double kSimilar = 0.6;          // worth a "did you mean"
constexpr std::size_t kMostSimilar = 3;
constexpr std::int64_t kMostDescribed = 300;  // articles that are looked into for a description
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

// A title and what it is in the other language: minister, 장관.
std::vector<std::string> titles_like(const std::string& title) {
  std::vector<std::string> titles = lang::translate_topic(title);
  const std::string low = lower_ascii(title);
  titles.push_back(title);
  for (const lang::TableRow& row : lang::table("title_translations")) {
    const std::string english(row.cells[0]), korean(row.cells[1]);
    if (low == english || low.ends_with(" " + english)) titles.push_back(korean);
    if (title == korean) titles.push_back(english);
  }
  return titles;
}

bool is_like(const std::string& title, const std::string& asked) {
  const std::string a = lower_ascii(title), b = lower_ascii(asked);
  return a == b || (has_hangul(b) ? a.ends_with(b) : (" " + a + " ").find(" " + b + " ") != std::string::npos);
}

bool any_like(const std::vector<std::string>& titles, const std::vector<std::string>& asked) {
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
    return std::any_of(asked.begin(), asked.end(),
                       [&](const std::string& a) { return is_like(title, a); });
  });
}

// Names that are written in many ways: all but whole Korean names in Hangul.
bool is_spelt_freely(const std::string& name) {
  return !is_exact_only(name) && surnames_of(name).empty();
}

bool holds(std::string_view text, const std::string& words) {
  return best_match(text, words) >= WordMatch::Part;
}

// The title is his and one of the bodies too, or they stand beside one of his mentions.
bool stands_with(const store::Titled& one, const std::vector<std::string>& bodies,
                 const std::vector<std::string>& titles) {
  const auto any = [](const std::string& text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return holds(text, word); });
  };
  const bool titled = any_like(one.titles, titles);
  if (titled && std::any_of(one.affiliations.begin(), one.affiliations.end(),
                            [&](const std::string& body) { return any(body, bodies); }))
    return true;
  return std::any_of(one.around.begin(), one.around.end(), [&](const std::string& text) {
    return any(text, bodies) && (titled || (one.titles.empty() && any(text, titles)));
  });
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

Identities::Script& Identities::script(bool hangul) {
  Script& script = hangul ? hangul_ : latin_;
  if (script.index) return script;
  for (const store::EntityName& entity : names()) {
    if (has_hangul(entity.alias) == hangul) script.by_spelling[entity.alias].push_back(&entity);
  }
  std::vector<std::string> spellings;
  for (const auto& [spelling, unused] : script.by_spelling) spellings.push_back(spelling);
  script.index.emplace(std::move(spellings));
  return script;
}

// Each script for itself: the same spelling in one must not hide the other's.
std::vector<Meant> Identities::by_sound(const std::string& name) {
  const bool exact_only = is_exact_only(name), hangul = has_hangul(name);
  std::vector<Meant> found;
  double best_own = 0;
  for (const bool in_hangul : {hangul, !hangul}) {
    // 장호열 is Jang Ho-yeol where no article writes him in Hangul, but nobody else in Hangul.
    if (exact_only && in_hangul) continue;
    const bool other = in_hangul != hangul;
    const double least = exact_only                     ? kKoreanInLatin
                         : other && best_own > kSurely ? kOtherScript
                                                       : lang::kMatchThreshold;
    double best = 0;
    Script& names = script(in_hangul);
    for (const lang::NameMatch& match : names.index->match(name)) {
      if (match.score < least) continue;
      best = std::max(best, match.score);
      if (match.score < best - kMargin) continue;
      for (const store::EntityName* entity : names.by_spelling[match.candidate])
        add(found, *entity, match.score);
    }
    if (!other) best_own = best;
  }
  return found;
}

std::vector<std::string> Identities::like(const std::string& name) {
  std::vector<std::pair<double, std::string>> similar;
  for (const bool hangul : {true, false}) {
    Script& names = script(hangul);
    for (const lang::NameMatch& match : names.index->match(name)) {
      const auto& bearers = names.by_spelling[match.candidate];
      const bool person = std::any_of(bearers.begin(), bearers.end(),
                                      [](const auto* e) { return e->kind == "person"; });
      if (person && match.score >= kSimilar) similar.emplace_back(-match.score, match.candidate);
    }
  }
  std::sort(similar.begin(), similar.end());
  std::vector<std::string> out;
  for (const auto& [unused, spelling] : similar) {
    if (out.size() < kMostSimilar) out.push_back(spelling);
  }
  return out;
}

std::vector<std::string> Identities::other_spellings(const std::string& topic) {
  if (!places_) {
    places_.emplace();
    place_names_ = reader_.names_of_things();
    for (const store::EntityName& name : place_names_)
      places_->by_spelling[name.alias].push_back(&name);
    std::vector<std::string> spellings;
    for (const auto& [spelling, unused] : places_->by_spelling) spellings.push_back(spelling);
    places_->index.emplace(std::move(spellings));
  }
  std::vector<std::string> found;
  for (const lang::NameMatch& match : places_->index->match(topic)) {
    if (match.score >= kOtherScript && has_hangul(match.candidate) != has_hangul(topic))
      found.push_back(match.candidate);
  }
  return found;
}

std::vector<std::string> Identities::names_of(const std::vector<Meant>& entities) {
  std::vector<std::string> all;
  for (const store::EntityName& name : names()) {
    if (std::any_of(entities.begin(), entities.end(),
                    [&](const Meant& m) { return m.entity == name.entity; }))
      all.push_back(name.alias);
  }
  return all;
}

std::vector<Meant> Identities::by_surname(const AskedName& asked, bool any_title) {
  std::vector<Meant> found;
  const std::vector<std::string> surnames = surnames_of(asked.name);
  if (surnames.empty() || (asked.title.empty() && !any_title)) return found;
  const std::vector<std::string> titles = titles_like(asked.title);
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
  std::vector<std::string> roles;
  for (const store::Counted& role : reader_.roles(entity)) roles.push_back(role.name);
  return any_like(roles, titles);
}

// 오픈AI 대표, the mayor of Steinalp: who bears the title where the rest of the words stands beside
// the name, or is the body that he belongs to.
std::vector<Meant> Identities::by_description(const AskedName& asked) {
  if (asked.title.empty()) return {};
  const std::vector<std::string> titles = titles_like(asked.title);
  std::vector<std::string> bodies{asked.name};
  for (const std::string& other : lang::translate_topic(asked.name)) bodies.push_back(other);
  for (const Meant& body : exactly({asked.name, asked.raw, ""})) {
    if (body.kind == "person") return {};
    for (const std::string& name : names_of({body})) bodies.push_back(name);
  }
  auto spelt = by_sound(asked.name);
  std::erase_if(spelt, [](const Meant& meant) { return meant.kind == "person"; });
  for (const std::string& name : names_of(spelt)) bodies.push_back(name);
  for (std::string& name : other_spellings(asked.name)) bodies.push_back(std::move(name));
  std::string terms;
  for (const std::string& body : bodies) {
    const std::string phrase = fts_phrase(body);
    if (!phrase.empty()) terms += (terms.empty() ? "" : " OR ") + phrase;
  }
  std::vector<Meant> found;
  if (terms.empty()) return found;
  for (const store::Titled& one : reader_.titled(terms, kMostDescribed)) {
    if (stands_with(one, bodies, titles))
      add(found, {one.entity, "person", one.canonical, ""}, kDescribedScore);
  }
  return found;
}

std::vector<Meant> Identities::meant_by_words(const std::string& name) {
  std::vector<Meant> found = by_name(name);
  // 정: by sound and by bare surname it is everybody; only one whom the archive calls just so is
  // meant.
  const bool lone_surname = has_hangul(name) && !surnames_of(name).empty();
  if (lone_surname) std::erase_if(found, [&](const Meant& meant) { return meant.name != name; });
  if (lone_surname) return found;
  if (!is_exact_only(name)) {
    for (const Meant& meant : by_last_word(name))
      add(found, {meant.entity, meant.kind, meant.name, ""}, meant.score);
  }
  for (const Meant& meant : by_sound(name))
    add(found, {meant.entity, meant.kind, meant.name, ""}, meant.score);
  put_in_order(found);
  return found;
}

// By its letters alone: the name with or without its particle, or its last word.
std::vector<Meant> Identities::exactly(const AskedName& asked) {
  for (const std::string& name : {asked.name, asked.raw, strip_particle(asked.name, true).noun}) {
    std::vector<Meant> found = by_name(name);
    if (has_hangul(name) && !surnames_of(name).empty())
      std::erase_if(found, [&](const Meant& meant) { return meant.name != name; });
    for (const Meant& meant : by_last_word(name))
      add(found, {meant.entity, meant.kind, meant.name, ""}, meant.score);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<Meant> Identities::meant_by(const AskedName& asked, bool by_sound) {
  if (asked.name.empty()) return {};
  const auto key = std::pair(asked.name + "\n" + asked.raw + "\n" + asked.title, by_sound);
  if (const auto known = meant_.find(key); known != meant_.end()) return known->second;
  std::vector<Meant> found = exactly(asked);
  const bool person = std::any_of(found.begin(), found.end(),
                                  [](const Meant& meant) { return meant.kind == "person"; });
  if (!person && !asked.title.empty()) {
    // 정 대표, where an article gives no more of the name than that.
    std::vector<Meant> titled = by_surname(asked, false);
    for (const Meant& meant : by_name(asked.name + " " + asked.title))
      add(titled, {meant.entity, meant.kind, meant.name, ""}, meant.score);
    if (titled.empty()) titled = by_description(asked);
    if (!titled.empty()) found = std::move(titled);
  }
  if (by_sound) {
    // Whom the name means by sound stands behind who bears it, but is not left out.
    for (const std::string& whole : {asked.name, asked.raw, strip_particle(asked.name, true).noun}) {
      if (!found.empty() && !person && !is_spelt_freely(asked.name)) break;  // 이 장관
      std::vector<Meant> sounding;
      for (const std::string& name : endings_of(whole)) {
        sounding = meant_by_words(name);
        if (!sounding.empty()) break;
      }
      for (const Meant& meant : sounding)
        add(found, {meant.entity, meant.kind, meant.name, ""}, meant.score);
      if (!sounding.empty()) break;
    }
  }
  put_in_order(found);
  return meant_[key] = found;
}

Sureness Identities::sureness(const AskedName& asked, bool by_sound) {
  Sureness best = Sureness::Unknown;
  for (const Meant& meant : meant_by(asked, by_sound)) {
    const Sureness sure = meant.kind != "person" ? Sureness::Thing
                          : by_sound             ? Sureness::Sounds
                                                 : Sureness::Person;
    best = std::max(best, sure);
  }
  return best;
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
