#include "extract/people.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "lang/endings.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::ClassMask;

const ClassMask kTitle = class_mask("title");
const ClassMask kCivil = class_mask("title_suffix");
const ClassMask kTitleModifier = class_mask("title_modifier");
const ClassMask kModifier = class_mask("modifier");
const ClassMask kSurname = class_mask("surname");
const ClassMask kRareSurname = class_mask("surname_rare");
const ClassMask kGiven = class_mask("given_name");
const ClassMask kForeignName = class_mask("foreign_name");
const ClassMask kOrg = class_mask("org");
const ClassMask kOrgRole = class_mask("org_role");
const ClassMask kOrgSuffix = class_mask("org_suffix");
const ClassMask kPlace = class_mask("place");
const ClassMask kDeterminer = class_mask("determiner");
const ClassMask kNoSuffixTitle = class_mask("no_title_suffix");
const ClassMask kNotName = class_mask("not_name") | class_mask("connective") |
                           class_mask("topic_change") | class_mask("pronoun") | class_mask("time") |
                           class_mask("abstract") | class_mask("abstract_person") |
                           class_mask("so_called") | class_mask("report_noun") |
                           class_mask("person_noun") | class_mask("event") | class_mask("adverb") |
                           kOrgRole | kTitle | kModifier | kTitleModifier | kPlace | kOrg;

// The characters of a word that may be a name: names are short, so only the first are kept.
struct Characters {
  std::array<char32_t, 8> kept{};
  std::size_t count = 0;

  std::size_t size() const { return count; }
  char32_t operator[](std::size_t i) const { return kept[i]; }
  char32_t back() const { return kept[std::min(count, kept.size()) - 1]; }
};

Characters characters(std::string_view s) {
  Characters out;
  for (std::size_t at = 0; at < s.size(); ++out.count) {
    const char32_t c = text::decode(s, at);
    if (out.count < out.kept.size()) out.kept[out.count] = c;
  }
  return out;
}

bool all_hangul(const Characters& chars) {
  return chars.count > 0 && chars.count <= chars.kept.size() &&
         std::all_of(chars.kept.begin(), chars.kept.begin() + static_cast<long>(chars.count),
                     text::is_hangul_syllable);
}

// The lexicon knows Latin letters in lower case only.
const lang::Word* known_word(std::string_view form) {
  if (std::none_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return lang::find_word(form);
  std::string lower(form);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return lang::find_word(lower);
}

bool word_has(std::string_view form, ClassMask mask) {
  const lang::Word* word = known_word(form);
  return word != nullptr && word->has(mask);
}

std::string_view tail(std::string_view word, int syllables) {
  bool plain =
      word.size() >= static_cast<std::size_t>(3 * syllables);  // Hangul alone: three bytes each
  for (int i = 1; plain && i <= syllables; ++i)
    plain = (static_cast<unsigned char>(word[word.size() - 3 * i]) & 0xF0) == 0xE0;
  if (plain) return word.substr(word.size() - 3 * syllables);
  std::size_t at = word.size();
  for (int i = 0; i < syllables && at > 0; ++i) text::decode_backwards(word, at);
  return word.substr(at);
}

}  // namespace

namespace names {

// The surname at the head of a Korean name: bytes, 0 if none. Two-syllable surnames only before two
// more syllables.
std::size_t surname_bytes(std::string_view name) {
  const std::size_t syllables = name.size() / 3;
  if (syllables >= 4 && word_has(name.substr(0, 6), kSurname)) return 6;
  const lang::Word* first = name.size() >= 3 ? known_word(name.substr(0, 3)) : nullptr;
  if (first == nullptr) return 0;
  return first->has(kSurname) || (name.size() == 9 && first->has(kRareSurname)) ? 3 : 0;
}

bool ends_like_a_body(std::string_view form) {
  const lang::Endings endings = lang::endings_of(form);
  for (int n = std::min(5, endings.longest); n >= 1; --n) {
    const lang::Word* end = endings.find(n, kOrgSuffix);
    if (end != nullptr && end->form.size() < form.size()) return true;
  }
  return false;
}

// What a word without particle could be, standing where a name is expected.
NameShape shape(std::string_view form) {
  const auto chars = characters(form);
  if (chars.size() == 1 && text::is_ascii_letter(chars[0])) return NameShape::Anonymous;
  if (!all_hangul(chars) || chars.size() > 6) return NameShape::None;
  const lang::Word* whole = known_word(form);
  const auto is = [&](ClassMask mask) { return whole != nullptr && whole->has(mask); };
  if (chars.size() == 1) return is(kSurname) ? NameShape::Surname : NameShape::None;
  const std::size_t surname = surname_bytes(form);
  if (chars.size() == 2 && surname == 3 && chars[1] == U'모') return NameShape::Anonymous;
  if (chars.size() == 2 && is(kSurname)) return NameShape::Surname;
  const bool known_given = surname > 0 && word_has(form.substr(surname), kGiven);
  if (is(kForeignName)) return NameShape::Foreign;
  if (is(kNotName) && !(chars.size() == 3 && known_given)) return NameShape::None;
  if (ends_like_a_body(form) && !known_given &&
      !(chars.size() == 3 && surname == 3 && !word_has(tail(form, 2), kOrgSuffix))) {
    return NameShape::None;
  }
  if (surname == 0 && chars.size() == 3 && word_has(form.substr(0, 3), kRareSurname) &&
      word_has(form.substr(3), kGiven)) {
    return NameShape::Full;
  }
  const std::size_t given = chars.size() - surname / 3;
  if (surname > 0 && chars.size() <= 4 && (given == 2 || (given == 1 && chars.size() == 2)))
    return NameShape::Full;
  return NameShape::Foreign;
}

}  // namespace names

namespace {

// A title at the end of a word: 장관, 도쿄도지사, 외교안보수석비서관.
struct TitleFound {
  TokenIndex begin = 0, end = 0;  // tokens, with 공동, 수석 … before it
  ByteSpan span;                  // of the words of the title
  std::string_view prefix;        // what is glued before it: 도쿄도
  bool civil = false;             // 씨, 군, 양
};

class PeopleFinder {
 public:
  explicit PeopleFinder(const Analysis& a) : a_(a) {}

  std::vector<NameFound> run() {
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      if (!a_.tokens[i].is_word()) continue;
      endings_ = lang::endings_of(stem(i));
      if (try_civil(i) || try_title(i) || try_parenthesis(i) || try_bare(i)) continue;
    }
    return std::move(found_);
  }

 private:
  std::string_view form(TokenIndex i) const { return a_.surface(a_.tokens[i]); }
  std::string_view stem(TokenIndex i) const { return a_.stem(a_.tokens[i]); }
  bool same_sentence(TokenIndex i, TokenIndex j) const {
    return a_.tokens[i].sentence == a_.tokens[j].sentence;
  }

  // The token before `i` in its sentence, a bracketed group glued to it skipped; kNone at the
  // start.
  std::int32_t before(TokenIndex i) const {
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

  std::optional<TitleFound> title_at(TokenIndex i) const {
    const std::string_view word = stem(i);
    TitleFound t;
    t.begin = i;
    t.end = i + 1;
    if (a_.tokens[i].reading.has(kTitle) && word_has(word, kTitle)) {
      t.span = a_.tokens[i].stem();
    } else if (const std::size_t bytes = title_suffix(word)) {
      t.span = {a_.tokens[i].stem().end - static_cast<std::uint32_t>(bytes),
                a_.tokens[i].stem().end};
      t.prefix = word.substr(0, word.size() - bytes);
    } else if (const std::size_t ending = office_ending(i, word)) {
      t.span = a_.tokens[i].stem();
      (void)ending;
    } else {
      return std::nullopt;
    }
    if (t.prefix.empty()) {
      for (std::int32_t j = before(t.begin); j != kNone; j = before(t.begin)) {
        if (static_cast<TokenIndex>(j) + 1 != t.begin || !word_has(form(j), kTitleModifier)) break;
        t.begin = j;
        t.span.start = a_.tokens[j].span.start;
      }
    }
    return t;
  }

  // 등대장, 전략기술개발관: an office by its ending, where a sure Korean name stands right before
  // it.
  std::size_t office_ending(TokenIndex i, std::string_view word) const {
    static const ClassMask kOffice = class_mask("office_ending");
    const lang::Word* end = endings_.find(1, kOffice);
    if (word.size() < 9 || end == nullptr || word_has(word, kNotName)) return 0;
    std::int32_t j = before(i);
    for (int words = 0; words < 2 && j != kNone; ++words, j = before(j)) {
      const std::string_view name = form(j);
      const bool sure = name.size() == 9 && names::shape(name) == NameShape::Full &&
                        word_has(name.substr(3), kGiven);
      if (sure) return end->form.size();
      if (!body_like(j)) return 0;
    }
    return 0;
  }

  // Of the word whose endings are at hand.
  std::size_t title_suffix(std::string_view word) const {
    for (int n = std::min(6, endings_.longest); n >= 2; --n) {
      const lang::Word* end = endings_.find(n, kTitle);
      if (end == nullptr || end->form.size() >= word.size()) continue;
      if (end->form.size() == static_cast<std::size_t>(3 * n) && !end->has(kNoSuffixTitle))
        return end->form.size();
    }
    return 0;
  }

  // Skips 전, 현, 신임 before a title.
  std::int32_t before_modifiers(TokenIndex i) const {
    std::int32_t j = before(i);
    while (j != kNone && word_has(form(j), kModifier) && before(j) != kNone) j = before(j);
    return j;
  }

  bool bare(TokenIndex i) const {
    return a_.tokens[i].is_word() && !a_.tokens[i].reading.verb_like;
  }

  bool try_title(TokenIndex i) {
    const auto title = title_at(i);
    if (!title) return false;
    const std::int32_t j = before_modifiers(title->begin);
    if (!title->prefix.empty() && glued_name(i, *title)) return true;
    if (j != kNone && bare(j) && name_before(j, *title)) return true;
    if (j != kNone && affiliated_name(j, *title)) return true;
    return name_after(*title);
  }

  // 박근혜대통령, 이장관: the name glued to its title.
  bool glued_name(TokenIndex i, const TitleFound& title) {
    const NameShape shape = names::shape(title.prefix);
    if (shape != NameShape::Full || title.prefix.size() != 9) return false;
    if (!word_has(title.prefix.substr(3), kGiven)) return false;
    const Token& token = a_.tokens[i];
    add(NameShape::Full, i, i + 1, {token.span.start, title.span.start}, token.stem(), title,
        "person.glued", 0.8);
    return true;
  }

  // NAME TITLE, with a foreign name of several words.
  bool name_before(TokenIndex j, const TitleFound& title) {
    if (!same_sentence(j, title.begin) || in_other_passage(j, title.begin)) return false;
    NameShape shape = names::shape(form(j));
    if (shape == NameShape::None || known_with_particle(j)) return false;
    if (shape == NameShape::Surname && !surname_fits(j)) return false;
    if (shape == NameShape::Foreign && a_.tokens[j].reading.josa != lang::Josa::None &&
        !foreign_allowed(j))
      return false;
    TokenIndex begin = j;
    if (shape == NameShape::Foreign) begin = foreign_begin(j);
    if (shape == NameShape::Foreign && begin == j && !plausible_foreign(j)) return false;
    if (shape == NameShape::Foreign && begin == j && korean_name_before(j))
      return false;  // 황도겸 호크윙스 감독
    const Token& last = a_.tokens[title.end - 1];
    add(shape, begin, title.end, {a_.tokens[begin].span.start, a_.tokens[j].span.end},
        {a_.tokens[begin].span.start, last.stem().end}, title, rule_of(shape),
        confidence_of(shape));
    return true;
  }

  // 감독은, 장관이: a word of the lexicon with its particle, not a name that ends alike.
  bool known_with_particle(TokenIndex j) const {
    static const ClassMask kCommon = kTitle | class_mask("noun") | class_mask("person_noun") |
                                     class_mask("not_name") | class_mask("abstract") |
                                     class_mask("event") | kOrg | kOrgRole | kPlace;
    const Token& t = a_.tokens[j];
    return t.reading.josa != lang::Josa::None && word_has(stem(j), kCommon) &&
           !word_has(form(j), kForeignName);
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

  bool in_other_passage(TokenIndex x, TokenIndex y) const {
    return a_.tokens[x].passage != a_.tokens[y].passage;
  }

  // 이 대표: "this" as well as Lee. A determiner counts as a surname only where a full name bears
  // it out.
  bool surname_fits(TokenIndex j) const {
    return !word_has(form(j), kDeterminer) || has_full_name(form(j));
  }

  // Whether the text has a sure full name of that surname.
  bool has_full_name(std::string_view surname) const {
    if (!surnames_known_) {
      surnames_known_ = true;
      for (const Token& token : a_.tokens) {
        const std::string_view s = token.is_word() ? a_.stem(token) : std::string_view();
        if (s.size() == 9 && word_has(s.substr(3), kGiven)) surnames_.insert(s.substr(0, 3));
      }
    }
    return surnames_.count(surname) > 0;
  }

  bool foreign_allowed(TokenIndex j) const {
    const lang::Josa josa = a_.tokens[j].reading.josa;
    // A last syllable that only looks like a particle: 아베, 스가, 케리.
    return josa == lang::Josa::Subj || josa == lang::Josa::Other || josa == lang::Josa::Copula ||
           josa == lang::Josa::Also || josa == lang::Josa::Vocative || josa == lang::Josa::Dat ||
           josa == lang::Josa::Inst;
  }

  bool plausible_foreign(TokenIndex j) const {
    const std::string_view f = form(j);
    if (f.size() < 6 || f.size() > 15 || word_has(f, kNotName) || names::ends_like_a_body(f))
      return false;
    if (word_has(f, kForeignName)) return true;
    const auto chars = characters(f);
    const int final = text::final_consonant(chars.back());
    if (chars.size() == 2 && (final == 4 || final == 8)) return false;  // 만난, 그런, 이끌
    return !is_adnominal_ending(chars.back()) && !a_.tokens[j].reading.verb_like;
  }

  // The first word of a foreign name that ends at `j`: 샘 알트만, 이노세 나오키.
  TokenIndex foreign_begin(TokenIndex j) const {
    TokenIndex begin = j;
    for (int words = 0; words < 2; ++words) {
      if (begin == 0 || !same_sentence(begin - 1, j) || in_other_passage(begin - 1, j)) break;
      const TokenIndex k = begin - 1;
      const std::string_view f = form(k);
      const auto chars = characters(f);
      if (!a_.tokens[k].is_word() || !all_hangul(chars) || chars.size() > 5) break;
      if (a_.tokens[k].reading.verb_like || word_has(f, kNotName) || names::ends_like_a_body(f))
        break;
      const bool known = word_has(f, kForeignName);
      if (names::shape(f) == NameShape::Full && chars.size() == 3 && sure_full_name(k) && !known)
        break;
      if (!known && (!unmarked(k) || chars.size() == 1 || words > 0)) break;
      if (!known && is_adnominal_ending(chars.back())) break;
      begin = k;
    }
    return begin;
  }

  // No particle, or a last syllable that only looks like one behind an unknown word: 마르욜레인.
  bool unmarked(TokenIndex k) const {
    const lang::WordReading& r = a_.tokens[k].reading;
    if (r.josa == lang::Josa::None) return true;
    if (form(k).size() == 6 && r.josa != lang::Josa::Topic && r.josa != lang::Josa::Obj)
      return r.classes == 0;
    return r.classes == 0 && form(k).size() >= 9 &&
           (r.josa == lang::Josa::Copula || r.josa == lang::Josa::Other ||
            r.josa == lang::Josa::Also || r.josa == lang::Josa::Vocative);
  }

  static bool is_adnominal_ending(char32_t c) {
    static constexpr std::u32string_view kEndings = U"한된할될는던의은을를린진킨친운온";
    return kEndings.find(c) != std::u32string_view::npos;
  }

  // NAME ORG TITLE: 김민석 국방부 대변인. The name must be a sure one.
  bool affiliated_name(TokenIndex j, const TitleFound& title) {
    TokenIndex k = j;
    for (int words = 0; words < 4; ++words) {
      if (in_other_passage(k, title.begin)) return false;
      const NameShape shape = names::shape(form(k));
      if (words > 0 && shape == NameShape::Full && sure_full_name(k)) {
        add(NameShape::Full, k, title.end, a_.tokens[k].span,
            {a_.tokens[k].span.start, a_.tokens[title.end - 1].stem().end}, title,
            "person.name_org_title", 0.85);
        found_.back().affiliation = affiliation_between(k + 1, title);
        return true;
      }
      if (words > 0 && shape == NameShape::Foreign && word_has(form(k), kForeignName)) {
        const TokenIndex begin = foreign_begin(k);
        add(NameShape::Foreign, begin, title.end,
            {a_.tokens[begin].span.start, a_.tokens[k].span.end},
            {a_.tokens[begin].span.start, a_.tokens[title.end - 1].stem().end}, title,
            "person.name_org_title", 0.75);
        found_.back().affiliation = affiliation_between(k + 1, title);
        return true;
      }
      if (!body_like(k) && !(words == 0 && korean_name_before(k) && unmarked(k)))
        return foreign_pair_before(k, words, title);
      const std::int32_t next = before(k);
      if (next == kNone) return false;
      k = next;
    }
    return false;
  }

  // 샘 올트먼 오픈AI 대표: two words of a foreign name before one body.
  bool foreign_pair_before(TokenIndex k, int words, const TitleFound& title) {
    if (words == 0 || k == 0 || !same_sentence(k - 1, k)) return false;
    if (names::shape(form(k)) != NameShape::Foreign || !plausible_foreign(k)) return false;
    const TokenIndex begin = foreign_begin(k);
    if (begin == k) return false;
    add(NameShape::Foreign, begin, title.end, {a_.tokens[begin].span.start, a_.tokens[k].span.end},
        {a_.tokens[begin].span.start, a_.tokens[title.end - 1].stem().end}, title,
        "person.name_org_title", 0.7);
    found_.back().affiliation = affiliation_between(k + 1, title);
    return true;
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

  bool sure_full_name(TokenIndex k) const {
    const std::string_view f = form(k);
    const std::size_t surname = names::surname_bytes(f);
    return f.size() == 9 || word_has(f.substr(surname), kGiven);
  }

  bool body_like(TokenIndex k) const {
    const Token& token = a_.tokens[k];
    if (token.reading.josa == lang::Josa::Topic || token.reading.josa == lang::Josa::Obj ||
        token.reading.verb_like) {
      return false;
    }
    const std::string_view f = form(k);
    if (word_has(f, kOrg | kOrgRole | kPlace | kTitle)) return true;
    if (names::ends_like_a_body(f)) return true;
    for (char c : f) {
      if (text::is_ascii_letter(static_cast<unsigned char>(c))) return true;
    }
    return false;
  }

  // TITLE NAME: 배우 한지민, 애널리스트 밍치궈.
  bool name_after(const TitleFound& title) {
    const TokenIndex i = title.end - 1;
    if (a_.tokens[i].reading.josa != lang::Josa::None || i + 1 >= a_.tokens.size()) return false;
    const TokenIndex k = i + 1;
    if (!same_sentence(i, k) || !a_.tokens[k].is_word() || a_.tokens[k].glued) return false;
    const std::string_view name = stem(k);
    if (word_has(name, kTitle | kCivil | kTitleModifier)) return false;
    NameShape shape = names::shape(name);
    std::string_view whole = form(k);
    if (names::shape(whole) == NameShape::Full && whole.size() == 9 && !word_has(name, kNotName) &&
        name.size() != 9) {
      shape = NameShape::Full;  // 김상도: the last syllable only looks like a particle
      return add_after(shape, k, a_.tokens[k].span, title);
    }
    if (shape == NameShape::Full && (name.size() == 9 || word_has(name.substr(3), kGiven))) {
      return add_after(shape, k, a_.tokens[k].stem(), title);
    }
    if (shape == NameShape::Foreign && k + 1 < a_.tokens.size() && same_sentence(k, k + 1) &&
        a_.tokens[k].reading.josa == lang::Josa::None && a_.tokens[k + 1].is_word() &&
        !a_.tokens[k + 1].glued && names::shape(stem(k + 1)) == NameShape::Foreign &&
        !word_has(stem(k + 1), kNotName) && word_has(name, kForeignName)) {
      return add_after(NameShape::Foreign, k + 1,
                       {a_.tokens[k].span.start, a_.tokens[k + 1].stem().end}, title);
    }
    return false;
  }

  bool add_after(NameShape shape, TokenIndex last, ByteSpan name, const TitleFound& title) {
    add(shape, title.begin, last + 1, name, {title.span.start, name.end}, title,
        "person.title_name", 0.8);
    found_.back().begin = title.begin;
    return true;
  }

  // 이상용(71) 씨, 김씨, 이모(40·여)씨, A씨.
  bool try_civil(TokenIndex i) {
    const std::string_view word = stem(i);
    TitleFound title;
    title.begin = i;
    title.end = i + 1;
    title.civil = true;
    if (a_.tokens[i].reading.has(kCivil) && word_has(word, kCivil)) {
      title.span = a_.tokens[i].stem();
      const std::int32_t j = before(i);
      if (j == kNone) return false;
      return civil_name(j, i, title);
    }
    const lang::Word* end = endings_.find(1, kCivil);
    if (end == nullptr || end->form.size() >= word.size()) return false;
    const std::string_view name = word.substr(0, word.size() - end->form.size());
    const NameShape shape = names::shape(name);
    const bool only_ssi = end->form != "씨" && shape != NameShape::Anonymous;
    if (shape == NameShape::None || only_ssi) return false;
    const std::uint32_t name_end =
        a_.tokens[i].span.start + static_cast<std::uint32_t>(name.size());
    title.span = {name_end, a_.tokens[i].stem().end};
    add(shape, i, i + 1, {a_.tokens[i].span.start, name_end}, a_.tokens[i].stem(), title,
        "person.civil", 0.85);
    return true;
  }

  bool civil_name(TokenIndex j, TokenIndex i, TitleFound& title) {
    TokenIndex begin = j;
    NameShape shape = names::shape(form(j));
    if (form(j) == "모" && j > 0 && names::shape(form(j - 1)) == NameShape::Surname) {
      begin = j - 1;
      shape = NameShape::Anonymous;
    }
    if (shape == NameShape::None) return false;
    if (shape == NameShape::Foreign) begin = foreign_begin(j);
    add(shape, begin, i + 1, {a_.tokens[begin].span.start, a_.tokens[j].span.end},
        {a_.tokens[begin].span.start, a_.tokens[i].stem().end}, title, "person.civil", 0.85);
    return true;
  }

  // 정홍원(69), 이노세 나오키(猪瀨直樹), 샘 알트만(Sam Altman) without a title behind.
  bool try_parenthesis(TokenIndex i) {
    if (i + 3 >= a_.tokens.size() || a_.tokens[i + 1].first != '(' || !a_.tokens[i + 1].glued)
      return false;
    const Token& inside = a_.tokens[i + 2];
    if (!inside.is_word() || a_.tokens[i + 3].first == '=') return false;
    const NameShape shape = names::shape(form(i));
    if (shape != NameShape::Full && shape != NameShape::Foreign) return false;
    const bool age = text::is_digit(inside.first) && inside.span.size() <= 2 &&
                     (a_.tokens[i + 3].first == ')' || a_.tokens[i + 3].first == 0xB7);
    const bool han =
        text::is_han(inside.first) && inside.span.size() == 9 && shape == NameShape::Full;
    if (!age && !han) return false;
    if (shape == NameShape::Foreign && !age) return false;
    TokenIndex begin = shape == NameShape::Foreign ? foreign_begin(i) : i;
    add(shape, begin, i + 1, {a_.tokens[begin].span.start, a_.tokens[i].span.end},
        {a_.tokens[begin].span.start, a_.tokens[i].span.end}, TitleFound{}, "person.age", 0.8);
    return true;
  }

  // 지진희는: a surname with a frequent given name and a particle.
  bool try_bare(TokenIndex i) {
    const Token& token = a_.tokens[i];
    using lang::Josa;
    const std::string_view name = stem(i);
    if (name.size() != 9 || !word_has(name.substr(3), kGiven) ||
        !word_has(name.substr(0, 3), kSurname))
      return false;
    if (word_has(name, kNotName) || token.reading.verb_like) return false;
    const bool marked = token.is(Josa::Topic) || token.is(Josa::Subj) || token.is(Josa::Gen) ||
                        token.is(Josa::Dat) || token.is(Josa::Obj) || token.is(Josa::Com) ||
                        token.is(Josa::None) || token.is(Josa::Also);
    if (!marked) return false;
    add(NameShape::Full, i, i + 1, token.stem(), token.stem(), TitleFound{}, "person.given_name",
        0.6);
    return true;
  }

  void add(NameShape shape, TokenIndex begin, TokenIndex end, ByteSpan name, ByteSpan surface,
           const TitleFound& title, const char* rule, double confidence) {
    NameFound n;
    n.shape = shape;
    n.begin = begin;
    n.end = end;
    n.name = name;
    n.surface = surface;
    if (!title.span.empty()) n.title = std::string(slice(a_.text, title.span));
    n.rule = rule;
    n.confidence = confidence;
    n.latin = latin_after(name.end);
    n.affiliation = affiliation_before(begin);
    if (n.affiliation.empty()) n.affiliation = std::string(title.prefix);
    while (!found_.empty() && found_.back().end > begin)
      found_.pop_back();  // the wider reading wins
    found_.push_back(std::move(n));
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
    const lang::Josa josa = a_.tokens[j].reading.josa;
    if (!a_.tokens[j].is_word() || (josa != lang::Josa::None && josa != lang::Josa::Gen)) return {};
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
  lang::Endings endings_;  // of the stem at hand
  std::vector<NameFound> found_;
  mutable bool surnames_known_ = false;
  mutable std::unordered_set<std::string_view> surnames_;
};

// A body or a place in one word.
std::optional<NameFound> body_or_place(const Analysis& a, TokenIndex i) {
  const Token& token = a.tokens[i];
  const std::string_view stem = a.stem(token);
  NameFound n;
  n.begin = i;
  n.end = i + 1;
  n.name = n.surface = token.stem();
  if (token.reading.has(kOrg | kOrgRole)) {
    n.kind = EntityKind::Organization;
    n.rule = "org.known";
    n.confidence = 0.85;
    return n;
  }
  if (token.reading.has(kPlace)) {
    n.kind = EntityKind::Place;
    n.rule = "place.known";
    n.confidence = 0.85;
    return n;
  }
  if (!token.reading.hangul && a.particle(token).empty() && !token.reading.hangul) {
    // Latin names of bodies are known by list only.
    return std::nullopt;
  }
  const lang::Endings endings = lang::endings_of(stem);
  for (int length = std::min(5, endings.longest); length >= 2; --length) {
    const lang::Word* suffix = endings.find(length, kOrgSuffix);
    if (suffix == nullptr || suffix->form.size() + 3 > stem.size() ||
        !stem.ends_with(suffix->form) || suffix->value(kOrgSuffix) != "strong")
      continue;
    if (token.reading.verb_like) return std::nullopt;
    n.kind = EntityKind::Organization;
    n.rule = "org.suffix";
    n.confidence = 0.75;
    return n;
  }
  return std::nullopt;
}

}  // namespace

std::vector<NameFound> find_people(const Analysis& a) {
  return PeopleFinder(a).run();
}

namespace {

bool adjacent(const Analysis& a, const NameFound& before, const NameFound& n) {
  return before.end == n.begin && before.surface.end == a.tokens[before.end - 1].span.end &&
         !a.tokens[n.begin].glued &&
         a.tokens[before.begin].sentence == a.tokens[n.begin].sentence &&
         a.tokens[before.begin].passage == a.tokens[n.begin].passage;
}

// 중국 외교부; 서울지방경찰청 광역수사대: one body in two words.
bool one_body(const Analysis& a, const NameFound& before, const NameFound& n) {
  if (n.kind != EntityKind::Organization || !adjacent(a, before, n)) return false;
  if (before.kind == EntityKind::Organization) return true;
  const lang::Word* place = lang::find_word(slice(a.text, before.name));
  return place != nullptr && place->value(kPlace) == "country" &&
         a.tokens[n.begin].reading.has(kOrgRole | kOrg);
}

}  // namespace

std::vector<NameFound> find_bodies_and_places(const Analysis& a) {
  std::vector<NameFound> out;
  for (TokenIndex i = 0; i < a.tokens.size(); ++i) {
    if (!a.tokens[i].is_word()) continue;
    auto n = body_or_place(a, i);
    if (!n) continue;
    if (!out.empty() && one_body(a, out.back(), *n)) {
      n->begin = out.back().begin;
      n->name.start = n->surface.start = out.back().surface.start;
      out.pop_back();
    }
    out.push_back(std::move(*n));
  }
  return out;
}

}  // namespace onrecord::extract
