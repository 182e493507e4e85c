#include "extract/person_titles.h"

#include <algorithm>
#include <unordered_set>

#include "extract/names.h"
#include "lang/endings.h"
#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::ClassMask;
using names::word_has;

const ClassMask kTitle = class_mask("title");
const ClassMask kTitleModifier = class_mask("title_modifier");
const ClassMask kModifier = class_mask("modifier");
const ClassMask kNoSuffixTitle = class_mask("no_title_suffix");
const ClassMask kOffice = class_mask("office_ending");
const ClassMask kPlace = class_mask("place");
const ClassMask kBodyWord = class_mask("org") | class_mask("org_role") | class_mask("org_suffix") |
                            class_mask("place") | kTitle;

// Whether the title is an office, and none of the words that follow common nouns.
bool is_title_of_office(std::string_view title) {
  static const std::unordered_set<std::string_view> loose = [] {
    std::unordered_set<std::string_view> out;
    for (const lang::TableRow& row : lang::table("loose_titles")) out.insert(row.cells[0]);
    return out;
  }();
  const lang::Word* word = lang::find_word(title);
  if (word == nullptr || !word->has(kTitle) || loose.count(title) > 0) return false;
  static constexpr std::string_view kOffices[] = {"government", "parliament", "business",
                                                  "academia", "law"};
  return std::any_of(word->facts.begin(), word->facts.end(), [](const lang::Fact& fact) {
    return (kTitle >> fact.cls & 1) != 0 &&
           std::find(std::begin(kOffices), std::end(kOffices), fact.value) != std::end(kOffices);
  });
}

// 국민소통수석: a title of the list at the end of a longer word.
bool ends_in_title(std::string_view word) {
  const lang::Endings endings = lang::endings_of(word);
  for (int n = std::min(5, endings.longest); n >= 2; --n) {
    const lang::Word* title = endings.find(n, kTitle);
    if (title != nullptr && title->form.size() < word.size()) return true;
  }
  return false;
}

// Not a thing or a body by its end: 서민재 특검법은, 서민재 지지자들은, 서민재 캠프측은.
bool may_be_role(std::string_view word) {
  static const std::unordered_set<std::string_view> things = [] {
    std::unordered_set<std::string_view> out;
    for (const lang::TableRow& row : lang::table("thing_endings")) out.insert(row.cells[0]);
    return out;
  }();
  if (things.count(names::tail(word, 1)) > 0 || names::ends_like_a_body(word)) return false;
  const lang::Endings endings = lang::endings_of(word);
  for (int n = std::min(4, endings.longest); n >= 2; --n) {
    if (endings.find(n, names::common_word()) != nullptr) return false;
  }
  return true;
}

// 교수팀, 박사팀; not 대표팀.
bool leads_a_team(std::string_view word) {
  const lang::Word* title = lang::find_word(word.substr(0, word.size() - 3));
  return title != nullptr && title->value(kTitle) == "academia";
}

}  // namespace

std::int32_t TitleReader::before(TokenIndex i) const {
  if (i == 0 || !same_sentence(i - 1, i)) return kNone;
  TokenIndex j = i - 1;
  if (a_.tokens[j].first == ')' && !a_.tokens[j].is_word()) {
    const TokenIndex limit = j > 12 ? j - 12 : 0;
    while (j > limit && a_.tokens[j].first != '(') --j;
    if (a_.tokens[j].first != '(' || j == 0) return kNone;
    --j;
  }
  return a_.tokens[j].is_word() && same_sentence(j, i) ? static_cast<std::int32_t>(j) : kNone;
}

std::int32_t TitleReader::before_modifiers(TokenIndex i) const {
  std::int32_t j = before(i);
  while (j != kNone && word_has(form(j), kModifier) && before(j) != kNone) j = before(j);
  return j;
}

std::optional<TitleFound> TitleReader::title_at(TokenIndex i) const {
  constexpr std::string_view kHonour = "님", kTeam = "팀";
  const lang::WordReading& reading = a_.tokens[i].reading;
  std::string_view word = a_.stem(a_.tokens[i]);
  TitleFound t;
  t.begin = i;
  t.end = i + 1;
  t.span = a_.tokens[i].stem();
  if (word.size() > 6 && word.ends_with(kHonour)) {  // 대통령님
    word.remove_suffix(kHonour.size());
    t.span.end -= static_cast<std::uint32_t>(kHonour.size());
  } else if (word.size() > 6 && word.ends_with(kTeam) && leads_a_team(word)) {
    word.remove_suffix(kTeam.size());
    t.span.end -= static_cast<std::uint32_t>(kTeam.size());
    t.team = true;
  }
  const bool honoured = t.span.end != a_.tokens[i].stem().end;
  if (!honoured && !reading.may_end_in(kTitle | kOffice) && !reading.stem_has(kTitle) &&
      !is_role_of_name(i, word))
    return std::nullopt;
  if (honoured ? !word_has(word, kTitle) : !reading.stem_has(kTitle)) {
    if (const std::size_t bytes = title_suffix(word)) {
      t.span.start = t.span.end - static_cast<std::uint32_t>(bytes);
      t.prefix = word.substr(0, word.size() - bytes);
    } else if (!is_office(i, word)) {
      return std::nullopt;
    }
  }
  t.office = is_title_of_office(t.prefix.empty() ? word : word.substr(t.prefix.size()));
  if (!t.prefix.empty()) return t;
  for (std::int32_t j = before(t.begin); j != kNone; j = before(t.begin)) {
    if (static_cast<TokenIndex>(j) + 1 != t.begin || !word_has(form(j), kTitleModifier)) break;
    t.begin = j;
    t.span.start = a_.tokens[j].span.start;
  }
  return t;
}

// 등대장, 전략기술개발관: an office by its ending, where a sure Korean name stands right before it.
bool TitleReader::is_office(TokenIndex i, std::string_view word) const {
  if (is_role_of_name(i, word)) return true;
  const bool ending = word_has(names::tail(word, 1), kOffice) || ends_in_title(word);
  if (word.size() < 9 || !ending || word_has(word, names::not_a_name())) return false;
  std::int32_t j = before(i);
  for (int words = 0; words < 2 && j != kNone; ++words, j = before(j)) {
    if (names::sure_korean(form(j))) return true;
    if (!body_like(j)) return false;
  }
  return false;
}

// 서민재 총괄은: whatever no list has, right behind a sure Korean name, as the topic or subject of
// words that are reported.
bool TitleReader::is_role_of_name(TokenIndex i, std::string_view word) const {
  const Token& token = a_.tokens[i];
  if ((!token.is(lang::Josa::Topic) && !token.is(lang::Josa::Subj)) || token.glued || i == 0 ||
      word.size() < 6 || word.size() > 15 || token.reading.verb_like ||
      lang::find_word(word) != nullptr)
    return false;
  const Token& name = a_.tokens[i - 1];
  return name.is_word() && name.sentence == token.sentence && name.passage == token.passage &&
         names::sure_korean(form(i - 1)) && names::all_hangul(word) && may_be_role(word) &&
         speech_follows(i);
}

bool TitleReader::speech_follows(TokenIndex i) const {
  constexpr TokenIndex kNear = 60;
  static const ClassMask kReport = class_mask("report");
  for (TokenIndex k = i + 1; k < a_.tokens.size() && k < i + kNear && same_sentence(i, k); ++k) {
    if (a_.tokens[k].reading.has(kReport)) return true;
  }
  return false;
}

std::size_t TitleReader::title_suffix(std::string_view word) {
  const lang::Endings endings = lang::endings_of(word);
  for (int n = std::min(6, endings.longest); n >= 2; --n) {
    const lang::Word* title = endings.find(n, kTitle);
    if (title == nullptr) continue;
    const std::size_t bytes = title->form.size();
    if (bytes >= word.size() || bytes != static_cast<std::size_t>(3 * n)) continue;
    const bool of_town =
        title->form == "시장" && word_has(word.substr(0, word.size() - bytes), kPlace);
    if (of_town || !title->has(kNoSuffixTitle)) return bytes;
  }
  return 0;
}

bool TitleReader::body_like(TokenIndex i) const {
  const Token& token = a_.tokens[i];
  if (token.reading.josa == lang::Josa::Topic || token.reading.josa == lang::Josa::Obj ||
      token.reading.verb_like) {
    return false;
  }
  const std::string_view f = form(i);
  if (word_has(f, kBodyWord) || names::ends_like_a_body(f)) return true;
  return std::any_of(f.begin(), f.end(),
                     [](char c) { return text::is_ascii_letter(static_cast<unsigned char>(c)); });
}

}  // namespace onrecord::extract
