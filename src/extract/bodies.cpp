#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/name_letters.h"
#include "extract/names.h"
#include "extract/people.h"
#include "lang/endings.h"
#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::ClassMask;
using lang::Josa;
using names::word_has;

const ClassMask kOrg = class_mask("org");
const ClassMask kOrgRole = class_mask("org_role");
const ClassMask kOrgSuffix = class_mask("org_suffix");
const ClassMask kPlace = class_mask("place");
const ClassMask kEvent = class_mask("event");

constexpr std::size_t kHangul = 11172;  // syllables

// The number of the last character among them; kHangul where it is none of them.
std::size_t last_hangul(std::string_view word) {
  if (word.empty()) return kHangul;
  std::size_t at = word.size();
  const char32_t c = text::decode_backwards(word, at);
  return text::is_hangul_syllable(c) ? c - 0xAC00 : kHangul;
}

std::string_view value_of(std::string_view form, ClassMask cls) {
  const lang::Word* word = lang::find_word(form);
  return word != nullptr && word->has(cls) ? word->value(cls) : std::string_view();
}

// The endings of places' names and their kinds, by the last syllable; the longest first, and of two
// rows for one ending the first.
class PlaceEndings {
 public:
  using Ending = std::pair<std::string_view, std::string_view>;

  PlaceEndings() {
    endings_.emplace_back();
    for (const lang::TableRow& row : lang::table("place_endings")) {
      const std::size_t last = last_hangul(row.cells[0]);
      if (last == kHangul) continue;
      if (by_last_[last] == 0) {
        by_last_[last] = static_cast<std::uint16_t>(endings_.size());
        endings_.emplace_back();
      }
      endings_[by_last_[last]].emplace_back(row.cells[0], row.cells[1]);
    }
    for (auto& endings : endings_) {
      std::stable_sort(endings.begin(), endings.end(), [](const Ending& a, const Ending& b) {
        return a.first.size() > b.first.size();
      });
    }
  }

  const std::vector<Ending>& with_last_of(std::string_view form) const {
    const std::size_t last = last_hangul(form);
    return endings_[last == kHangul ? 0 : by_last_[last]];
  }

  std::vector<std::string_view> all() const {
    std::vector<std::string_view> out;
    for (const auto& endings : endings_) {
      for (const Ending& ending : endings) out.push_back(ending.first);
    }
    return out;
  }

 private:
  std::vector<std::vector<Ending>> endings_;  // 0: none
  std::vector<std::uint16_t> by_last_ = std::vector<std::uint16_t>(kHangul, 0);
};

const PlaceEndings& place_endings() {
  static const PlaceEndings endings;
  return endings;
}

// site, nature, station, hill, unit; "" where nothing of the kind ends the word.
std::string_view place_ending(std::string_view form, std::size_t& bytes) {
  for (const auto& [ending, kind] : place_endings().with_last_of(form)) {
    if (ending.size() >= form.size() || !text::ends_in(form, ending)) continue;
    bytes = ending.size();
    return kind;
  }
  return {};
}

// A word of the language, not a name that ends like one: 신용카드, 생방송.
bool common(std::string_view stem) {
  static const ClassMask kCommon =
      names::common_word() & ~(class_mask("org") | class_mask("org_role") | class_mask("place"));
  return word_has(stem, kCommon);
}

// 사업대상, 이용현황: two words of the language, not a name.
bool compound(std::string_view word) {
  for (std::size_t at = 6; at + 6 <= word.size(); at += 3) {
    if (common(word.substr(0, at)) && common(word.substr(at))) return true;
  }
  return false;
}

// The words in the first column of a table of the lexicon.
class WordSet {
 public:
  explicit WordSet(std::string_view table) : words_(first_column(table)) {}
  bool has(std::string_view word) const { return words_.has(word); }

 private:
  static std::vector<std::string_view> first_column(std::string_view table) {
    std::vector<std::string_view> out;
    for (const lang::TableRow& row : lang::table(table)) out.push_back(row.cells[0]);
    return out;
  }

  text::EndingSet words_;
};

// The words of one kind in table_body_parts.tsv.
text::EndingSet body_parts(std::string_view kind) {
  std::vector<std::string_view> out;
  for (const lang::TableRow& row : lang::table("body_parts")) {
    if (row.cells[1] == kind) out.push_back(row.cells[0]);
  }
  return text::EndingSet(out);
}

const text::EndingSet kBranches = body_parts("branch");
const text::EndingSet kLegations = body_parts("legation");
const text::EndingSet kShortCountries = body_parts("country");
const text::EndingSet kTownOffices = body_parts("office");

const WordSet kPlaceNeighbours("place_neighbours");
const WordSet kBodyLeads("body_leads");
const WordSet kUniversityNeighbours("university_neighbours");
const WordSet kPlaceTails("place_tails");
const WordSet kSeats("seats");
const WordSet kBodyStaff("body_staff");
const WordSet kLocalBodies("local_bodies");

// Whether any name of a body or place ends in the last syllable of the word: most words do not, and
// need no further look.
bool may_end_a_name(std::string_view stem) {
  static const std::vector<bool> finals = [] {
    std::vector<bool> out(kHangul, false);
    const auto put = [&out](std::string_view ending) {
      const std::size_t last = last_hangul(ending);
      if (last != kHangul) out[last] = true;
    };
    for (const lang::Word& word : lang::all_words()) {
      if (word.has(kOrgSuffix)) put(word.form);
    }
    for (std::string_view ending : place_endings().all()) put(ending);
    for (const lang::TableRow& row : lang::table("place_tails")) put(row.cells[0]);
    return out;
  }();
  const std::size_t last = last_hangul(stem);
  return last == kHangul ? !stem.empty() : finals[last];
}

// 행정안전부: a last syllable that says little in a short word.
bool long_body(std::string_view stem, const lang::Endings& endings) {
  constexpr std::size_t kLong = 15;  // bytes: five syllables
  if (stem.size() < kLong || endings.longest < 1) return false;
  const lang::Word* end = endings.find(1, kOrgSuffix);
  return end != nullptr && end->value(kOrgSuffix) == "long" && lang::find_word(stem) == nullptr &&
         !compound(stem);
}

// Whether the word is a body's name by its suffix; the suffix says what may stand before it.
bool body_by_suffix(std::string_view stem) {
  const lang::Endings endings = lang::endings_of(stem);
  for (int length = std::min(6, endings.longest); length >= 2; --length) {
    const lang::Word* end = endings.find(length, kOrgSuffix);
    if (end == nullptr || end->form.size() + 3 > stem.size() || !stem.ends_with(end->form))
      continue;
    const std::string_view kind = end->value(kOrgSuffix);
    const std::string_view before = stem.substr(0, stem.size() - end->form.size());
    if (kind == "strong" || kind == "team") return !common(stem);
    if (kind == "firm") return !common(before) && !common(stem);
    if (kind == "court")
      return (word_has(before, kPlace) ||
              (before.size() > 6 && word_has(before.substr(0, 6), kPlace))) &&
             !common(stem);
  }
  return long_body(stem, endings);
}

// One name in a word, before its neighbours are looked at.
class WordReader {
 public:
  WordReader(const Analysis& a, const std::vector<NameFound>& found) : a_(a), found_(found) {}

  std::optional<NameFound> at(TokenIndex i) const {
    const lang::WordReading& reading = token(i).reading;
    if (const auto n = team_of_person(i)) return n;
    if (reading.has(kOrgRole | kOrg) && in_two_words(i)) return two_words(i);
    if (reading.has(kPlace) && !reading.has(kOrg | kOrgRole)) return known_place(i);
    if (reading.has(kOrg | kOrgRole)) return known_body(i);
    if (reading.has(kOrgSuffix) && value_of(stem(i), kOrgSuffix) == "team")
      return body(i, "org.team", 0.8);
    if (led(i)) return led_body(i);
    if (!reading.hangul || (reading.verb_like && !ends_as_body(i))) return defined_letters(i);
    if (has_staff(i)) return staffed_body(i);
    if (division(i)) return division_body(i);
    if (!may_end_a_name(stem(i))) return std::nullopt;
    if (ends_as_body(i)) {
      if (is_site(stem(i)) && stands_as_place(i)) return place(i, "place.site", 0.7);
      return body(i, "org.suffix", 0.75);
    }
    if (const auto n = place_with_tail(i)) return n;
    if (university(i)) return body(i, "org.university", 0.75);
    return by_place_ending(i);
  }

  // …에서, … 앞, … 인근.
  bool stands_as_place(TokenIndex i) const {
    if (token(i).is(Josa::Loc)) return true;
    return token(i).is(Josa::None) && next_word(i) && kPlaceNeighbours.has(a_.stem(token(i + 1)));
  }

 private:
  const Token& token(TokenIndex i) const { return a_.tokens[i]; }
  std::string_view stem(TokenIndex i) const { return a_.stem(token(i)); }

  bool ends_as_body(TokenIndex i) const {
    return token(i).reading.may_end_in(kOrgSuffix) && body_by_suffix(stem(i));
  }

  // 소방 당국, 시 의회: listed as one body. 한국 정부 is 정부 of a place.
  bool in_two_words(TokenIndex i) const {
    static const ClassMask kOther =
        class_mask("place") | class_mask("pronoun") | class_mask("abstract_person");
    if (i == 0 || word_has(a_.surface(token(i - 1)), kOther) || !token(i - 1).is_word() ||
        token(i).glued || !token(i - 1).is(Josa::None) ||
        token(i - 1).sentence != token(i).sentence || token(i - 1).passage != token(i).passage)
      return false;
    return word_has(slice(a_.text, {token(i - 1).span.start, token(i).stem().end}),
                    kOrgRole | kOrg);
  }

  NameFound two_words(TokenIndex i) const {
    NameFound n = body(i, "org.known", 0.85);
    n.begin = i - 1;
    n.name.start = n.surface.start = token(i - 1).span.start;
    n.unnamed = value_of(slice(a_.text, n.name), kOrgRole).empty() &&
                !word_has(slice(a_.text, n.name), kOrg);
    return n;
  }

  // 김윤 교수팀, 김윤 교수 연구팀: named by who leads it.
  std::optional<NameFound> team_of_person(TokenIndex i) const {
    constexpr std::string_view kTeam = "팀";
    const std::string_view name = stem(i);
    if (!name.ends_with(kTeam) || name.size() < 9) return std::nullopt;
    const bool glued = leads_science(name.substr(0, name.size() - kTeam.size()));
    if (i < (glued ? 1 : 2)) return std::nullopt;
    const TokenIndex leader = glued ? i - 1 : i - 2;
    if (!glued && (name != "연구팀" || !leads_science(a_.surface(token(i - 1)))))
      return std::nullopt;
    if (token(leader).sentence != token(i).sentence || !token(i - 1).is_word() ||
        token(leader).passage != token(i).passage ||
        names::shape(a_.surface(token(leader))) != NameShape::Full)
      return std::nullopt;
    NameFound n = body(i, "org.team_of", 0.7);
    n.name.start = token(leader).span.start;
    return n;
  }

  static bool leads_science(std::string_view title) {
    return value_of(title, class_mask("title")) == "academia";
  }

  // Whether a word of the same sentence follows, with a blank between.
  bool next_word(TokenIndex i) const {
    return i + 1 < a_.tokens.size() && token(i + 1).is_word() && !token(i + 1).glued &&
           token(i + 1).sentence == token(i).sentence;
  }

  NameFound make(TokenIndex i, EntityKind kind, const char* rule, double confidence) const {
    NameFound n;
    n.kind = kind;
    n.begin = i;
    n.end = i + 1;
    n.name = n.surface = token(i).stem();
    n.rule = rule;
    n.confidence = confidence;
    return n;
  }
  NameFound body(TokenIndex i, const char* rule, double confidence) const {
    return make(i, EntityKind::Organization, rule, confidence);
  }
  NameFound place(TokenIndex i, const char* rule, double confidence) const {
    return make(i, EntityKind::Place, rule, confidence);
  }

  std::optional<NameFound> known_body(TokenIndex i) const {
    const lang::WordReading& reading = token(i).reading;
    if (is_site(stem(i)) && stands_as_place(i)) return place(i, "place.site", 0.7);
    const std::string_view role = value_of(stem(i), kOrgRole);
    if (role == "service" && !token(i).is(Josa::Topic) && !token(i).is(Josa::Subj))
      return std::nullopt;
    NameFound n = body(i, "org.known", 0.85);
    n.unnamed = !reading.has(kOrg) && reading.hangul && role.empty();
    return n;
  }

  // 경기 is a match as well as a province: a place only where another place follows. 서울시는,
  // 경기도는: who acts is the office.
  std::optional<NameFound> known_place(TokenIndex i) const {
    if (token(i).reading.has(kEvent) && !place_follows(i)) return std::nullopt;
    if (token(i).is(Josa::Topic) && governed(stem(i)) && !place_before(i))
      return body(i, "org.government", 0.7);
    return place(i, "place.known", 0.85);
  }

  // 파주지역, 체코산: the name alone.
  std::optional<NameFound> place_with_tail(TokenIndex i) const {
    for (int n = 2; n >= 1; --n) {
      const std::string_view end = names::tail(stem(i), n);
      if (end.size() + 6 > stem(i).size() || !kPlaceTails.has(end)) continue;
      const std::string_view head = stem(i).substr(0, stem(i).size() - end.size());
      if (common(stem(i)) || !word_has(head, kPlace) || word_has(head, kEvent)) return std::nullopt;
      NameFound found = place(i, "place.tail", 0.7);
      found.name.end = found.surface.end -= static_cast<std::uint32_t>(end.size());
      return found;
    }
    return std::nullopt;
  }

  static bool governed(std::string_view stem) {
    static constexpr std::string_view kEndings[] = {"시", "도", "군", "구"};
    const std::string_view kind = value_of(stem, kPlace);
    return stem.size() >= 9 && (kind == "city" || kind == "province" || kind == "district") &&
           std::any_of(std::begin(kEndings), std::end(kEndings),
                       [&](std::string_view ending) { return stem.ends_with(ending); });
  }

  bool place_follows(TokenIndex i) const {
    return token(i).is(Josa::None) && next_word(i) && token(i + 1).reading.has(kPlace);
  }

  // (KF) behind the name of a body.
  std::optional<NameFound> defined_letters(TokenIndex i) const {
    if (found_.empty() || found_.back().kind != EntityKind::Organization || i < 2 ||
        found_.back().end != i - 1 || token(i - 1).first != '(' || i + 1 >= a_.tokens.size() ||
        token(i + 1).first != ')' || !capitals(a_.surface(token(i))))
      return std::nullopt;
    return body(i, "org.letters", 0.75);
  }

  static bool capitals(std::string_view form) {
    return form.size() >= 2 && std::all_of(form.begin(), form.end(), [](char c) {
             return (c >= 'A' && c <= 'Z') || c == '&' || c == '-';
           });
  }

  // 소속사 달빛나무, 걸그룹 ‘모랄리스’: an unknown word behind a noun for bodies.
  bool led(TokenIndex i) const {
    if (i == 0 || token(i).reading.verb_like) return false;
    TokenIndex lead = i - 1;
    if (token(lead).kind == TokenKind::Mark && lead > 0) --lead;
    if (!token(lead).is_word() || token(lead).sentence != token(i).sentence ||
        !token(lead).is(Josa::None) || !kBodyLeads.has(stem(lead)))
      return false;
    const std::string_view name = stem(i);
    const bool latin = name[0] >= 'A' && name[0] <= 'Z';
    if (latin) return name.size() >= 2;
    return token(i).reading.hangul && name.size() >= 6 && lang::find_word(name) == nullptr &&
           lang::find_word(a_.surface(token(i))) == nullptr && !names::sure_korean(name) &&
           !compound(name);
  }

  // 새벽드림 측은: the last syllable of an unknown name only looks like a particle.
  NameFound led_body(TokenIndex i) const {
    NameFound n = body(i, "org.led", 0.7);
    const Josa josa = token(i).reading.josa;
    if (josa == Josa::Copula || josa == Josa::Other || josa == Josa::Vocative)
      n.name.end = n.surface.end = token(i).span.end;
    return n;
  }

  // 부산해양대; 푸른숲대 before 교수.
  bool university(TokenIndex i) const {
    const std::string_view name = stem(i);
    if (!name.ends_with("대") || name.size() < 9 || common(name) || common(names::tail(name, 2)))
      return false;
    if (word_has(name.substr(0, name.size() - 3), kPlace)) return true;
    return token(i).is(Josa::None) && next_word(i) && kUniversityNeighbours.has(stem(i + 1));
  }

  // 형사합의12부, 강력부, 천문학과 behind the body they belong to.
  bool division(TokenIndex i) const {
    if (found_.empty() || found_.back().kind != EntityKind::Organization || found_.back().unnamed ||
        found_.back().end != i || token(i).glued ||
        found_.back().surface.end != token(i - 1).span.end ||
        token(i - 1).sentence != token(i).sentence)
      return false;
    static constexpr std::string_view kEndings[] = {"부", "과", "학과", "팀", "실", "국", "단독"};
    const std::string_view name = division_name(i);
    return name.size() >= 9 && !common(name) && !word_has(name, class_mask("title")) &&
           std::any_of(std::begin(kEndings), std::end(kEndings),
                       [&](std::string_view ending) { return name.ends_with(ending); });
  }

  // 교통과 of 교통과는: 과는 is a particle behind other words.
  std::string_view division_name(TokenIndex i) const {
    constexpr std::string_view kSection = "과";
    const std::string_view particle = a_.particle(token(i));
    const bool section = particle.size() == 6 && particle.starts_with(kSection);
    return a_.surface(token(i)).substr(0, stem(i).size() + (section ? kSection.size() : 0));
  }

  NameFound division_body(TokenIndex i) const {
    NameFound n = body(i, "org.division", 0.7);
    n.name.end = n.surface.end =
        token(i).span.start + static_cast<std::uint32_t>(division_name(i).size());
    return n;
  }

  // 달빛나무 관계자: an unknown word before those who speak for it.
  bool has_staff(TokenIndex i) const {
    const std::string_view name = a_.surface(token(i));
    if (has_initial(name))
      return (token(i).is(Josa::None) || token(i).is(Josa::Copula)) && next_word(i) &&
             kBodyStaff.has(stem(i + 1));
    return token(i).is(Josa::None) && next_word(i) && name.size() >= 9 &&
           kBodyStaff.has(stem(i + 1)) && lang::find_word(name) == nullptr && !compound(name) &&
           names::shape(name) != NameShape::None && names::shape(name) != NameShape::Full &&
           !names::ends_like_a_body(name);
  }

  // The last syllable of 공인 only looks like a particle.
  NameFound staffed_body(TokenIndex i) const {
    NameFound n = body(i, "org.staff", 0.6);
    n.name.end = n.surface.end = token(i).span.end;
    return n;
  }

  // H공인, K건설: a letter for the name, and what it is.
  static bool has_initial(std::string_view name) {
    return name.size() >= 7 && name.size() <= 13 && name[0] >= 'A' && name[0] <= 'Z' &&
           names::all_hangul(name.substr(1));
  }

  static bool is_site(std::string_view stem) {
    std::size_t bytes = 0;
    return kSeats.has(stem) || place_ending(stem, bytes) == "site";
  }

  std::optional<NameFound> by_place_ending(TokenIndex i) const {
    if (token(i).reading.quotative != lang::Quotative::None) return std::nullopt;
    std::size_t bytes = 0;
    const std::string_view kind = place_ending(stem(i), bytes);
    if (kind.empty() || common(stem(i)) || !believable(i, kind, stem(i).size() - bytes))
      return std::nullopt;
    return place(i, "place.ending", 0.7);
  }

  // Whether what stands before the ending can be the name. `before`: its bytes.
  bool believable(TokenIndex i, std::string_view kind, std::size_t before) const {
    const std::string_view name = stem(i);
    const std::string_view head = name.substr(0, before);
    const bool tail_is_word = common(names::tail(name, 2));  // 지역, 활동, 생산
    if (kind == "unit") {
      const bool behind_place = place_before(i);
      if (name.ends_with("읍") || name.ends_with("면") || name.ends_with("리") ||
          name.ends_with("군") || name.ends_with("시"))
        return behind_place && before >= 6;
      if (before < 3 || tail_is_word) return false;
      return behind_place || (name.ends_with("동") && name.size() == 9 &&
                              !token(i).is(Josa::None) && names::korean_letters(name) < 3.0);
    }
    if (before < 6 || common(head)) return false;
    if (kind == "hill") return !tail_is_word && before == 6 && !word_has(head, kPlace);
    if (kind == "station") return (!tail_is_word || on_a_line(i)) && before <= 15;
    return kind == "site" || !tail_is_word;
  }

  // 1호선 남영역.
  bool on_a_line(TokenIndex i) const {
    return i > 0 && token(i - 1).is_word() && a_.surface(token(i - 1)).ends_with("호선");
  }

  // A place right before, without a particle.
  bool place_before(TokenIndex i) const {
    return !found_.empty() && found_.back().kind == EntityKind::Place && found_.back().end == i &&
           found_.back().surface.end == token(i - 1).span.end && !token(i).glued &&
           token(i - 1).sentence == token(i).sentence;
  }

  const Analysis& a_;
  const std::vector<NameFound>& found_;
};

class BodyFinder {
 public:
  explicit BodyFinder(const Analysis& a) : a_(a), words_(a, found_) {}

  std::vector<NameFound> run() {
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      if (!a_.tokens[i].is_word() || site_of_place(i)) continue;
      auto n = words_.at(i);
      if (!n) continue;
      while (!found_.empty() && found_.back().end > n->begin) found_.pop_back();
      if (!found_.empty() && joins(found_.back(), *n))
        widen(*n);
      else
        lead(*n);
      found_.push_back(std::move(*n));
    }
    return std::move(found_);
  }

 private:
  const Token& token(TokenIndex i) const { return a_.tokens[i]; }

  void widen(NameFound& n) {
    n.begin = found_.back().begin;
    n.name.start = n.surface.start = found_.back().surface.start;
    n.unnamed = false;
    found_.pop_back();
  }

  // What stands before a branch or an embassy belongs to its name, though it is no name itself:
  // 전국금속연대 대한아연지부, 주네덜란드 한국대사관, 한빛노동조합(한빛노조) 대전지부.
  void lead(NameFound& n) const {
    if (n.kind != EntityKind::Organization || n.begin == 0 || token(n.begin).glued) return;
    const TokenIndex before = n.begin - 1;
    if (token(before).sentence != token(n.begin).sentence ||
        token(before).passage != token(n.begin).passage)
      return;
    const std::string_view name = a_.stem(token(n.end - 1));
    if (!token(before).is_word()) {
      if (token(before).first == ')' && is_branch(name)) lead_past_bracket(n);
      return;
    }
    if (!token(before).is(Josa::None) || token(before).reading.verb_like) return;
    const std::string_view lead = a_.surface(token(before));
    const bool body = is_branch(name) && lead.size() >= 12 && names::ends_like_a_body(lead);
    const bool state = n.rule == "org.known" && public_body(name) && is_short_state(lead);
    if (!body && !state && !(is_legation(name) && is_seat_abroad(lead))) return;
    n.begin = before;
    n.name.start = n.surface.start = token(before).span.start;
    n.unnamed = false;
  }

  void lead_past_bracket(NameFound& n) const {
    constexpr TokenIndex kLongest = 8;
    const TokenIndex far = n.begin > kLongest ? n.begin - kLongest : 0;
    TokenIndex open = n.begin - 1;
    while (open > far && token(open).first != '(') --open;
    if (token(open).first != '(') return;
    for (std::size_t back = 1; back <= std::min<std::size_t>(found_.size(), 3); ++back) {
      const NameFound& body = found_[found_.size() - back];
      if (body.end != open || body.kind != EntityKind::Organization || body.unnamed) continue;
      n.whole = std::string(slice(a_.text, body.name)) + " " + std::string(slice(a_.text, n.name));
      n.unnamed = false;
      return;
    }
  }

  static bool is_branch(std::string_view name) { return kBranches.ends(name); }
  static bool is_legation(std::string_view name) { return kLegations.ends(name); }

  // 미 국방부 is another body than 국방부; 중 and 한 are other words too often.
  static bool is_short_state(std::string_view word) {
    static const ClassMask kOther = class_mask("determiner") | class_mask("date_unit");
    return word.size() == 3 && word != "중" && kShortCountries.has(word) && !word_has(word, kOther);
  }

  // 주네덜란드, 주미: in a country, of an embassy.
  static bool is_seat_abroad(std::string_view word) {
    constexpr std::string_view kAt = "주";
    return word.size() > kAt.size() && word.starts_with(kAt) &&
           (word_has(word.substr(kAt.size()), kPlace) ||
            kShortCountries.has(word.substr(kAt.size())));
  }

  // 자카르타 공항, 부산 푸른섬 호텔: a word for a site alone, behind a place and at most
  // one other word.
  bool site_of_place(TokenIndex i) {
    if (found_.empty() || found_.back().kind != EntityKind::Place || token(i).glued) return false;
    NameFound& before = found_.back();
    if (before.end + 1 < i || before.end > i || !adjacent(before, before.end) ||
        !is_site_word(a_.stem(token(i))))
      return false;
    if (before.end + 1 == i && !plain(before.end)) return false;
    before.end = i + 1;
    before.name.end = before.surface.end = token(i).stem().end;
    before.rule = "place.site";
    return true;
  }

  static bool is_site_word(std::string_view stem) {
    if (stem.size() < 6) return false;
    const auto& endings = place_endings().with_last_of(stem);
    return std::any_of(endings.begin(), endings.end(), [&](const PlaceEndings::Ending& ending) {
      return ending.first == stem && ending.second == "site";
    });
  }

  // A word without particle between a place and its site.
  bool plain(TokenIndex i) const {
    return token(i).is_word() && token(i).is(Josa::None) && !token(i).reading.verb_like &&
           token(i + 1).sentence == token(i).sentence &&
           !word_has(a_.surface(token(i)), class_mask("time") | class_mask("adverb"));
  }

  bool adjacent(const NameFound& before, TokenIndex i) const {
    return before.end == i && before.surface.end == token(before.end - 1).span.end &&
           !token(i).glued && token(before.begin).sentence == token(i).sentence &&
           token(before.begin).passage == token(i).passage;
  }

  // One name in two words: 경기 수원시; 중국 외교부; 서울지방경찰청 광역수사대; 한화 이글스.
  bool joins(const NameFound& before, NameFound& n) const {
    if (!adjacent(before, n.begin) || n.end - before.begin > 6) return false;
    if (n.kind == EntityKind::Place) return before.kind == EntityKind::Place && narrower(before, n);
    if (before.kind == EntityKind::Organization)
      return !before.unnamed && n.rule != "org.led" && !stands_for_itself(n);
    if (before.kind != EntityKind::Place) return false;
    if (last_place(before) != "country" && words_.stands_as_place(n.begin)) {
      n.kind = EntityKind::Place;  // 서울 서초동 서울중앙지법에서
      return true;
    }
    return body_of_place(before, n);
  }

  std::string_view last_place(const NameFound& n) const {
    return value_of(a_.stem(token(n.end - 1)), kPlace);
  }

  // 미국 뉴욕, 안산시 단원구; not 한국 미국.
  bool narrower(const NameFound& before, const NameFound& n) const {
    const std::string_view outer = last_place(before), inner = last_place(n);
    if (inner == "country") return false;
    return outer != inner || outer == "district" || outer == "city" || outer.empty();
  }

  // 미국 국무부, 자카르타 경찰, 서울 서대문경찰서; not 서울 롯데호텔, 미국 애플.
  bool body_of_place(const NameFound& before, const NameFound& n) const {
    if (n.rule == "org.team" || n.rule == "org.university") return true;
    const std::string_view stem = a_.stem(token(n.begin));
    if (n.rule == "org.suffix") return !is_firm(stem) || kTownOffices.ends(stem);
    if (last_place(before) != "country") return kLocalBodies.has(stem);
    if (token(n.begin).reading.has(kOrgRole) && !token(n.begin).reading.has(kOrg)) return true;
    return n.rule == "org.known" && public_body(stem) && !at_home(before);
  }

  // 대한민국 통일부 is 통일부.
  bool at_home(const NameFound& place) const {
    const std::string_view name = slice(a_.text, place.name);
    return name == "대한민국" || name == "한국";
  }

  // 공화당 상원, 청와대 국방부: two bodies.
  bool stands_for_itself(const NameFound& n) const {
    return n.rule == "org.known" && value_of(a_.stem(token(n.begin)), kOrgRole) == "named";
  }

  // 전자, 항공, 호텔 …: a firm is no body of the place before it.
  static bool is_firm(std::string_view stem) {
    for (int n = 6; n >= 2; --n) {
      const std::string_view kind = value_of(names::tail(stem, n), kOrgSuffix);
      if (!kind.empty()) return kind == "firm";
    }
    return false;
  }

  static bool public_body(std::string_view stem) {
    static constexpr std::string_view kEndings[] = {
        "부", "성", "청", "처", "위원회", "의회", "대사관", "법원", "총리실", "당", "군"};
    return std::any_of(std::begin(kEndings), std::end(kEndings),
                       [&](std::string_view ending) { return stem.ends_with(ending); });
  }

  const Analysis& a_;
  std::vector<NameFound> found_;
  WordReader words_;
};

}  // namespace

std::vector<NameFound> find_bodies_and_places(const Analysis& a) {
  return BodyFinder(a).run();
}

}  // namespace onrecord::extract
