#include "extract/people.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "extract/bare_names.h"
#include "extract/clause_endings.h"
#include "extract/foreign_names.h"
#include "extract/name_letters.h"
#include "extract/person_titles.h"
#include "extract/surname_roles.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::ClassMask;
using lang::Josa;
using names::word_has;

const ClassMask kTitle = class_mask("title");
const ClassMask kCivil = class_mask("title_suffix");
const ClassMask kModifier = class_mask("modifier");
const ClassMask kTitleModifier = class_mask("title_modifier");
const ClassMask kForeignName = class_mask("foreign_name");
const ClassMask kOrg = class_mask("org");
const ClassMask kOrgRole = class_mask("org_role");
const ClassMask kPlace = class_mask("place");
const ClassMask kDeterminer = class_mask("determiner");
// What the syllables must say at least where a title stands beside the word.
constexpr double kKoreanBesideTitle = -3.5;
constexpr double kShortBesideTitle = 0.0;
constexpr double kShortBesideOffice = -1.5;
constexpr double kDoubtfulBesideTitle = -1.5;
constexpr double kVerbBesideTitle = 1.0;
constexpr double kShortAtHead = 2.0;
constexpr double kDerived = 1.5;
// Words that stay what they are before 만, 도, 로: 이번만, 당시도.
const ClassMask kNotBeforeParticle = class_mask("time") | class_mask("adverb") |
                                     class_mask("pronoun") | class_mask("connective") |
                                     class_mask("person_noun") | kTitle;

std::unordered_set<std::string_view> first_column(std::string_view table) {
  std::unordered_set<std::string_view> out;
  for (const lang::TableRow& row : lang::table(table)) out.insert(row.cells[0]);
  return out;
}

class PeopleFinder {
 public:
  explicit PeopleFinder(const Analysis& a) : a_(a), titles_(a), foreign_(a) {}

  std::vector<NameFound> run() {
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      if (!a_.tokens[i].is_word()) continue;
      if (try_civil(i) || try_title(i) || try_parenthesis(i) || try_label(i)) continue;
    }
    return std::move(found_);
  }

 private:
  std::string_view form(TokenIndex i) const { return a_.surface(a_.tokens[i]); }
  std::string_view stem(TokenIndex i) const { return a_.stem(a_.tokens[i]); }
  bool same_sentence(TokenIndex i, TokenIndex j) const {
    return a_.tokens[i].sentence == a_.tokens[j].sentence;
  }
  bool in_other_passage(TokenIndex x, TokenIndex y) const {
    return a_.tokens[x].passage != a_.tokens[y].passage;
  }
  bool bare(TokenIndex i) const {
    return a_.tokens[i].is_word() && !a_.tokens[i].reading.verb_like;
  }

  bool try_title(TokenIndex i) {
    const auto title = titles_.title_at(i);
    if (!title) return false;
    const std::int32_t j = titles_.before_modifiers(title->begin);
    if (!title->prefix.empty() && glued_name(i, *title)) return true;
    if (j != kNone && bare(j) && name_before(j, *title)) return true;
    if (j != kNone && affiliated_name(j, *title)) return true;
    return !title->team && name_after(*title);
  }

  // 박근혜대통령: the name glued to its title.
  bool glued_name(TokenIndex i, const TitleFound& title) {
    if (!names::sure_korean(title.prefix)) return false;
    const Token& token = a_.tokens[i];
    add(NameShape::Full, {i, i + 1}, {token.span.start, title.span.start}, title, "person.glued",
        0.8);
    return true;
  }

  // NAME TITLE, with a foreign name of several words.
  bool name_before(TokenIndex j, const TitleFound& title) {
    if (!same_sentence(j, title.begin) || in_other_passage(j, title.begin)) return false;
    NameShape shape = names::shape(form(j));
    if (shape == NameShape::None && foreign_.town_behind_name(j, true)) shape = NameShape::Foreign;
    const bool behind_first = foreign_.behind_first_name(j);
    if (behind_first) shape = NameShape::Foreign;
    const bool vouched = title.office && vouched_by_place(j, title);
    if (shape == NameShape::None || (foreign_.known_with_particle(j) && !vouched) ||
        word_has(form(j), kCivil))
      return false;
    if (shape == NameShape::Surname && !surname_fits(j, title)) return false;
    const bool in_brackets = j > 0 && a_.tokens[j - 1].first == '(';  // (문태경 부장판사)
    if (shape == NameShape::Full && !korean_letters_allow(form(j), title.office) &&
        !borne_out(form(j)) && !in_brackets && !vouched)
      return false;
    TokenIndex begin = j;
    if (shape == NameShape::Foreign) {
      if (a_.tokens[j].reading.josa != Josa::None && !foreign_allowed(j, title.office) &&
          !(foreign_.behind_sure_first(j) && is_subject(title)))
        return false;  // 하비에르 오르테가 대변인은 has its own particle behind the title
      begin = foreign_.begin_of(j, title.office);
      if (!behind_first && !foreign_.plausible(j, title.office)) return false;
      const bool alone = begin == j;
      if (alone && (korean_name_before(j) || form(j).size() == 3))
        return false;  // 황도겸 호크윙스 감독
      if (alone && form(j).size() == 6 && !word_has(form(j), kForeignName) &&
          modifies(a_, a_.tokens[j]))
        return false;  // 다른 의원, 낯선 의원
    }
    add(shape, {begin, title.end}, {a_.tokens[begin].span.start, a_.tokens[j].span.end}, title,
        rule_of(shape), confidence_of(shape));
    return true;
  }

  bool is_subject(const TitleFound& title) const {
    const Token& token = a_.tokens[title.end - 1];
    return token.is(Josa::Topic) || token.is(Josa::Subj);
  }

  // 수정이, 단골: shaped like a name, but its syllables are not those of names.
  static bool korean_letters_allow(std::string_view name, bool office) {
    if (names::known_given(name, 3) || names::surname_bytes(name) == 6) return true;
    const double letters = names::korean_letters(name);
    if (is_derived(name) && letters < kDerived) return false;
    if (name.size() == 6) return letters >= (office ? kShortBesideOffice : kShortBesideTitle);
    return name.size() != 9 || letters >= least_letters(name);
  }

  // 진보계, 전남권, 강남갑: a noun and what makes a word for a group or a seat of it.
  static bool is_derived(std::string_view name) {
    static const std::unordered_set<std::string_view> endings = first_column("group_endings");
    return name.size() == 9 && endings.count(name.substr(6)) > 0 &&
           word_has(name.substr(0, 6), names::common_word());
  }

  // 한진만 누리전자 부사장은, 고부식 의원은: at the head of a phrase that its title closes as the
  // topic stands a name, though it ends like 한진 with a particle or in syllables that are rare in
  // names.
  bool vouched_by_place(TokenIndex k, const TitleFound& title) const {
    constexpr double kAtHead = -5.0;
    const std::string_view name = form(k);
    const Token& token = a_.tokens[k];
    if (name.size() != 9 || names::shape(name) != NameShape::Full || !is_subject(title) ||
        !heads_phrase(k))
      return false;
    // 정부도 국방부 장관이: a subject may have another topic before it.
    if (!a_.tokens[title.end - 1].is(Josa::Topic) && foreign_.known_with_particle(k)) return false;
    if (lang::find_word(name) != nullptr || token.is(Josa::Topic) || token.is(Josa::Subj) ||
        token.is(Josa::Obj) || word_has(stem(k), kNotBeforeParticle))
      return false;
    return !is_doubtful(name) && !is_derived(name) && names::korean_letters(name) >= kAtHead;
  }

  static bool is_country(std::string_view word) {
    const lang::Word* place = lang::find_word(word);
    return place != nullptr && place->value(kPlace) == "country";
  }

  // 거브라누스 WHO 사무총장은: one foreign word of no list before the name of a body.
  bool foreign_at_head(TokenIndex k, const TitleFound& title) const {
    constexpr double kForeignTopic = 1.0, kForeignSubject = 2.0, kForeignBeforeCountry = -1.5;
    const std::string_view name = form(k);
    if (name.size() < 9 || !is_subject(title) || !heads_phrase(k) ||
        lang::find_word(name) != nullptr || !foreign_.unmarked(k))
      return false;
    const bool topic = a_.tokens[title.end - 1].is(Josa::Topic);
    const std::string_view body = form(k + 1);
    if (is_country(body)) return names::foreign_letters(name) >= kForeignBeforeCountry;
    return names::foreign_letters(name) >= (topic ? kForeignTopic : kForeignSubject) &&
           (word_has(body, kOrg | kPlace) || has_latin(body) || titles_.body_like(k + 1));
  }

  // At the start of the sentence, behind a mark, or behind a word that ends its phrase.
  bool heads_phrase(TokenIndex k) const {
    static const ClassMask kLead = class_mask("time") | class_mask("connective") |
                                   class_mask("topic_change") | class_mask("report_adjunct");
    if (k == 0 || !same_sentence(k - 1, k) || !a_.tokens[k - 1].is_word()) return true;
    const Token& before = a_.tokens[k - 1];
    switch (before.reading.josa) {
      case Josa::Topic:
      case Josa::Subj:
      case Josa::Obj:
      case Josa::Dat:
      case Josa::Loc:
      case Josa::From:
        return !before.reading.verb_like;
      default:
        return word_has(form(k - 1), kLead);
    }
  }

  // 유명한, 새벽대
  static bool is_doubtful(std::string_view name) {
    return names::ends_in_doubt(name, "verb") || names::ends_in_doubt(name, "school");
  }

  static double least_letters(std::string_view name) {
    if (name.ends_with("은") || name.ends_with("인")) return kDoubtfulBesideTitle;
    const bool doubtful = is_doubtful(name);
    return doubtful ? kVerbBesideTitle : kKoreanBesideTitle;
  }

  // Whether the article has the word again and again as it is, or its surname before a title: 신
  // 회장.
  bool borne_out(std::string_view name) const {
    constexpr int kOften = 3;
    if (name.size() != 9) return false;
    if (counts_.empty()) count_words();
    const auto it = counts_.find(name);
    return (it != counts_.end() && it->second >= kOften) || titled_.count(name.substr(0, 3)) > 0;
  }

  void count_words() const {
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      const std::string_view word = form(i);
      if (word.size() == 9) ++counts_[word];
      if (word.size() == 3 && names::shape(word) == NameShape::Surname &&
          !word_has(word, kDeterminer) && i + 1 < a_.tokens.size() && word_has(stem(i + 1), kTitle))
        titled_.insert(word);
    }
  }

  bool korean_name_before(TokenIndex j) const {
    if (j == 0 || !same_sentence(j - 1, j) || !a_.tokens[j - 1].is_word()) return false;
    const std::string_view f = form(j - 1);
    return f.size() == 9 && names::shape(f) == NameShape::Full && !word_has(f, kForeignName);
  }

  static const char* rule_of(NameShape shape) {
    switch (shape) {
      case NameShape::Full:
        return "person.name_title";
      case NameShape::Surname:
        return "person.surname_title";
      case NameShape::Foreign:
        return "person.foreign_title";
      default:
        return "person.anonymous";
    }
  }
  static double confidence_of(NameShape shape) {
    return shape == NameShape::Full ? 0.9 : shape == NameShape::Surname ? 0.85 : 0.75;
  }

  // 이 대표: "this" as well as Lee. A determiner counts as a surname only where a full name bears
  // it out, or 한 before an office at the head of its sentence.
  bool surname_fits(TokenIndex j, const TitleFound& title) const {
    const lang::Word* word = lang::find_word(form(j));
    if (word == nullptr || !word->has(kDeterminer) || has_full_name(form(j))) return true;
    return word->value(kDeterminer) == "surname" && a_.tokens[title.end - 1].is(Josa::Topic) &&
           heads_phrase(j) && is_high_office(title);
  }

  // 총리, 대표: of a teacher or a doctor 한 says that it is any.
  bool is_high_office(const TitleFound& title) const {
    static const std::unordered_set<std::string_view> offices = first_column("single_offices");
    return offices.count(slice(a_.text, title.span)) > 0;
  }

  // Whether the text has a sure full name of that surname.
  bool has_full_name(std::string_view surname) const {
    if (!surnames_known_) {
      surnames_known_ = true;
      for (const Token& token : a_.tokens) {
        if (!token.is_word()) continue;
        for (const std::string_view s : {a_.stem(token), a_.surface(token)}) {
          if (names::sure_korean(s)) surnames_.insert(s.substr(0, 3));
        }
      }
    }
    return surnames_.count(surname) > 0;
  }

  bool foreign_allowed(TokenIndex j, bool office) const {
    const Josa josa = a_.tokens[j].reading.josa;
    if (word_has(form(j), kForeignName)) return true;
    if (josa == Josa::Subj)
      return office && form(j).size() == 9 && !word_has(stem(j), kForeignName);
    // A last syllable that only looks like a particle: 아베, 스가, 케리.
    return josa == Josa::Other || josa == Josa::Copula || josa == Josa::Also ||
           josa == Josa::Vocative || josa == Josa::Dat || josa == Josa::Inst;
  }

  // NAME ORG TITLE: 김민석 국방부 대변인. The name must be a sure one.
  bool affiliated_name(TokenIndex j, const TitleFound& title) {
    TokenIndex k = j;
    for (int words = 0; words < 5; ++words) {
      if (in_other_passage(k, title.begin)) return false;
      if (words > 0 && affiliated(k, title)) return true;
      if (words > 0 && word_has(form(k), kModifier)) {  // 문태경 전 새벽당 의원
        const std::int32_t name = titles_.before(k);
        return name != kNone && !in_other_passage(name, title.begin) && affiliated(name, title);
      }
      if (!titles_.body_like(k) && !(words == 0 && korean_name_before(k) && foreign_.unmarked(k)))
        return false;
      std::int32_t next = titles_.before(k);
      if (next != kNone && team_of_town(form(k))) next = titles_.before(next);
      if (next == kNone) return false;
      k = next;
    }
    return false;
  }

  // 유나이티드, 시티: whatever word stands before it is part of the team's name.
  static bool team_of_town(std::string_view word) {
    static const std::unordered_set<std::string_view> teams = first_column("town_teams");
    return teams.count(word) > 0;
  }

  bool affiliated(TokenIndex k, const TitleFound& title) {
    NameShape shape = names::shape(form(k));
    TokenIndex begin = k;
    const bool behind_first = foreign_.behind_first_name(k);
    if (behind_first || (shape == NameShape::None && foreign_.town_behind_name(k, true)))
      shape = NameShape::Foreign;
    if (shape == NameShape::Full) {
      if (!korean_before_body(k, title)) return false;
    } else if (shape == NameShape::Foreign) {
      begin = foreign_.begin_of(k, title.office);
      if (!behind_first && !foreign_.plausible(k, title.office)) return false;
      if (begin == k && !word_has(form(k), kForeignName) && !foreign_at_head(k, title))
        return false;
    } else {
      return false;
    }
    add(shape, {begin, title.end}, {a_.tokens[begin].span.start, a_.tokens[k].span.end}, title,
        "person.name_org_title", shape == NameShape::Full ? 0.85 : 0.75);
    found_.back().affiliation = affiliation_between(k + 1, title);
    return true;
  }

  bool korean_before_body(TokenIndex k, const TitleFound& title) const {
    const std::string_view name = form(k);
    if (vouched_by_place(k, title)) return true;
    if (foreign_.known_with_particle(k)) return false;
    if (name.size() == 6 && heads_phrase(k) && a_.tokens[title.end - 1].is(Josa::Topic) &&
        names::korean_letters(name) >= kShortAtHead)
      return true;  // 윤정 한결증권 연구위원은
    if (name.size() != 9 && !names::known_given(name, names::surname_bytes(name))) return false;
    return korean_letters_allow(name, title.office) || borne_out(name);
  }

  std::string affiliation_between(TokenIndex from, const TitleFound& title) const {
    if (from < title.begin && a_.tokens[from].first == '(') {  // 샘 올트먼(Sam Altman) 오픈AI 대표
      while (from < title.begin && a_.tokens[from].first != ')') ++from;
    }
    while (from < title.begin && !a_.tokens[from].is_word()) ++from;
    if (from >= title.begin) return std::string(title.prefix);
    return std::string(
        slice(a_.text, {a_.tokens[from].span.start, a_.tokens[title.begin - 1].span.end}));
  }

  // TITLE NAME: 배우 한지민, 애널리스트 밍치궈.
  bool name_after(const TitleFound& title) {
    const TokenIndex i = title.end - 1;
    if (a_.tokens[i].reading.josa != Josa::None || i + 1 >= a_.tokens.size()) return false;
    const TokenIndex k = i + 1;
    if (!same_sentence(i, k) || !a_.tokens[k].is_word() || a_.tokens[k].glued ||
        a_.tokens[k].reading.quotative != lang::Quotative::None)
      return false;
    const std::string_view name = stem(k);
    if (word_has(name, kTitle | kCivil | kTitleModifier)) return false;
    if (const std::size_t bytes = korean_name_at(a_, k)) {
      const std::uint32_t start = a_.tokens[k].span.start;
      return add_after(NameShape::Full, k, {start, start + static_cast<std::uint32_t>(bytes)},
                       title);
    }
    return foreign_after(k, title);
  }

  bool foreign_after(TokenIndex k, const TitleFound& title) {
    TokenIndex last = foreign_.end_of(k);
    if (last == k && foreign_.opens_sure_name(k)) last = k + 1;
    if (last == k) return false;
    return add_after(
        NameShape::Foreign, last,
        {a_.tokens[k].span.start, a_.tokens[last].span.start + foreign_.last_bytes(last)}, title);
  }

  bool add_after(NameShape shape, TokenIndex last, ByteSpan name, const TitleFound& title) {
    add(shape, {title.begin, last + 1}, name, title, "person.title_name", 0.8);
    return true;
  }

  // 이상용(71) 씨, 김씨, 이모(40·여)씨, A씨.
  bool try_civil(TokenIndex i) {
    const lang::WordReading& reading = a_.tokens[i].reading;
    if (!reading.may_end_in(kCivil) && !reading.stem_has(kCivil)) return false;
    const std::string_view word = stem(i);
    TitleFound title;
    title.begin = i;
    title.end = i + 1;
    title.civil = true;
    if (reading.stem_has(kCivil)) {
      title.span = a_.tokens[i].stem();
      const std::int32_t j = titles_.before(i);
      if (j == kNone) return false;
      return civil_name(j, i, title, word == "씨");
    }
    const std::string_view end = names::tail(word, 1);
    if (end.size() >= word.size() || !word_has(end, kCivil)) return false;
    const std::string_view name = word.substr(0, word.size() - end.size());
    const NameShape shape = names::shape(name);
    if (shape == NameShape::None || word_has(word, names::common_word())) return false;
    if (end != "씨" && shape != NameShape::Anonymous && !young(name, word)) return false;
    if (shape == NameShape::Foreign && !plausible_civil(name)) return false;
    const std::uint32_t name_end =
        a_.tokens[i].span.start + static_cast<std::uint32_t>(name.size());
    title.span = {name_end, a_.tokens[i].stem().end};
    add(shape, {i, i + 1}, {a_.tokens[i].span.start, name_end}, title, "person.civil", 0.85);
    return true;
  }

  // 김군은; not 미군, 양군.
  static bool young(std::string_view name, std::string_view word) {
    return names::shape(name) == NameShape::Surname && !word_has(name, kDeterminer) &&
           (word.ends_with("군") || word.ends_with("양")) && lang::find_word(word) == nullptr;
  }

  // 마르티노씨; not 새벽이앤씨, 한빛브이씨, whose 씨 is the letter C.
  static bool plausible_civil(std::string_view name) {
    static constexpr std::string_view kLetters[] = {"이", "앤", "비",   "디",
                                                    "엘", "엠", "에스", "엔"};
    if (word_has(name, kForeignName)) return true;
    return names::foreign_letters(name) >= 1.5 &&
           std::none_of(std::begin(kLetters), std::end(kLetters),
                        [&](std::string_view letter) { return name.ends_with(letter); });
  }

  static std::string surname_with(std::string_view name, std::string_view title) {
    return std::string(name.substr(0, 3)) + std::string(title);
  }

  // 에리크 욘손 씨, 쉬광후이 씨: what no list has, a blank before the courtesy.
  bool called_politely(TokenIndex j) const {
    if (lang::find_word(form(j)) != nullptr) return false;
    return foreign_.behind_sure_first(j) || (foreign_.unmarked(j) && foreign_.plausible(j, true));
  }

  bool civil_name(TokenIndex j, TokenIndex i, TitleFound& title, bool polite) {
    TokenIndex begin = j;
    NameShape shape = names::shape(form(j));
    if (form(j) == "모" && j > 0 && names::shape(form(j - 1)) == NameShape::Surname) {
      begin = j - 1;
      shape = NameShape::Anonymous;
    }
    const bool behind_first = polite && form(j).size() > 3 && foreign_.behind_first_name(j);
    if (behind_first) shape = NameShape::Foreign;
    if (shape == NameShape::None || a_.tokens[j].reading.verb_like) return false;
    const bool sure = shape == NameShape::Anonymous || names::sure_korean(form(j)) ||
                      anonymous_.count(surname_with(form(j), stem(i))) > 0 ||
                      (shape == NameShape::Surname && !word_has(form(j), kDeterminer) &&
                       a_.tokens[i].reading.josa != Josa::None);
    if (!polite && !sure) return false;  // 주민과 군 병력
    if (shape == NameShape::Foreign) {
      if (!behind_first && !plausible_civil(form(j)) && !(polite && called_politely(j)))
        return false;
      begin = foreign_.begin_of(j, polite);
    }
    if (shape == NameShape::Anonymous)  // 이 모 군: 이 군 is he
      anonymous_.insert(surname_with(form(begin), stem(i)));
    add(shape, {begin, i + 1}, {a_.tokens[begin].span.start, a_.tokens[j].span.end}, title,
        "person.civil", 0.85);
    return true;
  }

  // 정홍원(69), 이노세 나오키(猪瀨直樹), 샘 알트만(Sam Altman) without a title behind.
  bool try_parenthesis(TokenIndex i) {
    if (i + 3 >= a_.tokens.size() || a_.tokens[i + 1].first != '(' || !a_.tokens[i + 1].glued)
      return false;
    const Token& inside = a_.tokens[i + 2];
    if (!inside.is_word() || a_.tokens[i + 3].first == '=') return false;
    const bool behind_first = foreign_.behind_first_name(i) && foreign_.behind_sure_first(i);
    const NameShape shape = behind_first ? NameShape::Foreign : names::shape(form(i));
    if (shape != NameShape::Full && shape != NameShape::Foreign) return false;
    const char32_t after = a_.tokens[i + 3].first;
    const bool age = text::is_digit(inside.first) && inside.span.size() <= 2 &&
                     (after == ')' || after == 0xB7 || after == ',');
    const bool han =
        text::is_han(inside.first) && inside.span.size() == 9 && shape == NameShape::Full;
    if (!age && !han) return false;
    if (shape == NameShape::Foreign && (!age || !(behind_first || foreign_.plausible(i))))
      return false;
    if (shape == NameShape::Full && !korean_letters_allow(form(i), false)) return false;
    const TokenIndex begin = shape == NameShape::Foreign ? foreign_.begin_of(i, true) : i;
    add(shape, {begin, i + 1}, {a_.tokens[begin].span.start, a_.tokens[i].span.end}, TitleFound{},
        "person.age", 0.8);
    return true;
  }

  // [고부민/하늘시 주민 : …]: before the stroke in the label of who speaks.
  bool try_label(TokenIndex i) {
    const Token& token = a_.tokens[i];
    if (i + 2 >= a_.tokens.size() || a_.tokens[i + 1].first != '/' ||
        names::shape(form(i)) != NameShape::Full || lang::find_word(form(i)) != nullptr)
      return false;
    const bool opens = i == 0 || a_.tokens[i - 1].block != token.block ||
                       a_.tokens[i - 1].first == '[' || a_.tokens[i - 1].first == ']';
    if (!opens || !closes_label(i + 2)) return false;
    add(NameShape::Full, {i, i + 1}, token.span, TitleFound{}, "person.label", 0.8);
    return true;
  }

  // Few words and a colon or bracket, or the end of the line.
  bool closes_label(TokenIndex from) const {
    constexpr TokenIndex kLongest = 10;
    TokenIndex i = from;
    for (; i < a_.tokens.size() && a_.tokens[i].block == a_.tokens[from].block; ++i) {
      if (i == from + kLongest || a_.tokens[i].first == '.') return false;
      if (a_.tokens[i].first == ':' || a_.tokens[i].first == ']') return true;
    }
    return true;
  }

  struct Words {
    TokenIndex begin, end;
  };

  void add(NameShape shape, Words words, ByteSpan name, const TitleFound& title, const char* rule,
           double confidence) {
    NameFound n;
    n.shape = shape;
    n.begin = words.begin;
    n.end = title.team ? title.begin : words.end;  // the team has a name of its own
    n.name = name;
    n.surface = title.team ? name : with_title(shape, name, title);
    if (!title.span.empty()) n.title = std::string(slice(a_.text, title.span));
    n.rule = rule;
    n.confidence = confidence;
    n.latin = latin_after(name.end);
    n.affiliation = affiliation_before(words.begin);
    if (n.affiliation.empty()) n.affiliation = std::string(title.prefix);
    while (!found_.empty() && found_.back().end > words.begin)
      found_.pop_back();  // the wider reading wins
    found_.push_back(std::move(n));
  }

  // The title belongs to the mention where nothing stands between; 문태경 in 문태경 전 시장, 김
  // in 김모(33)씨.
  ByteSpan with_title(NameShape shape, ByteSpan name, const TitleFound& title) const {
    if (shape == NameShape::Anonymous && name.size() > 3) name.end = name.start + 3;
    if (title.span.empty()) return name;
    const bool after = title.span.start >= name.end;
    if (!after && !title.prefix.empty()) return name;  // 교통장관 줄리아 로웰
    const ByteSpan between =
        after ? ByteSpan{name.end, title.span.start} : ByteSpan{title.span.end, name.start};
    for (const char c : slice(a_.text, between)) {
      if (c != ' ') return name;
    }
    return after ? ByteSpan{name.start, title.span.end} : ByteSpan{title.span.start, name.end};
  }

  // Sam Altman from 샘 알트만(Sam Altman).
  std::string latin_after(std::uint32_t at) const {
    if (at >= a_.text.size() || a_.text[at] != '(') return {};
    const std::size_t close = a_.text.find(')', at);
    if (close == std::string_view::npos || close - at > 60) return {};
    const std::string_view inside = a_.text.substr(at + 1, close - at - 1);
    for (char c : inside) {
      const auto u = static_cast<unsigned char>(c);
      if (!text::is_ascii_letter(u) && c != ' ' && c != '-' && c != '.' && c != '\'' && u < 0x80)
        return {};
      if (u >= 0x80 && (u & 0xE0) != 0xC0 && (u & 0xC0) != 0x80) return {};
    }
    return inside.size() >= 2 ? std::string(inside) : std::string();
  }

  std::string affiliation_before(TokenIndex begin) const {
    if (begin == 0 || !same_sentence(begin - 1, begin) || in_other_passage(begin - 1, begin))
      return {};
    const TokenIndex j = begin - 1;
    const Josa josa = a_.tokens[j].reading.josa;
    if (!a_.tokens[j].is_word() || (josa != Josa::None && josa != Josa::Gen)) return {};
    const std::string_view f = stem(j);
    if (word_has(f, kPlace) && !word_has(f, kOrg)) return {};
    const bool body = word_has(f, kOrg | kOrgRole) ||
                      (f.size() >= 9 && names::ends_like_a_body(f)) || has_latin(f);
    return body && !a_.tokens[j].reading.verb_like ? std::string(stem(j)) : std::string();
  }

  static bool has_latin(std::string_view f) {
    return std::any_of(f.begin(), f.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  const Analysis& a_;
  TitleReader titles_;
  ForeignReader foreign_;
  std::vector<NameFound> found_;
  std::unordered_set<std::string> anonymous_;  // surnames with 군, 양 of those so called: 이군
  mutable bool surnames_known_ = false;
  mutable std::unordered_set<std::string_view> surnames_;
  mutable std::unordered_map<std::string_view, int> counts_;  // of words of three syllables
  mutable std::unordered_set<std::string_view> titled_;       // surnames before a title
};

}  // namespace

std::vector<NameFound> find_people(const Analysis& a) {
  std::vector<NameFound> people = PeopleFinder(a).run();
  add_borne_out_names(a, people);
  add_bare_names(a, people);
  return people;
}

}  // namespace onrecord::extract
