// People, bodies and places of an English article: runs of capitals read by titles, first names and
// lists, then surnames alone. A name met once in full stands elsewhere by its surname (of Korean
// names: the first word).
#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "extract/english.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using english::EnglishWord;
using english::Gender;
using english::kind;
using english::Kinds;
using lang::class_mask;

const lang::ClassMask kTitle = class_mask("title_en");
const lang::ClassMask kFirstName = class_mask("first_name");
const lang::ClassMask kPersonNoun = class_mask("person_noun_en");
const lang::ClassMask kReport = class_mask("report_en");
const lang::ClassMask kOrg = class_mask("org");
const lang::ClassMask kPlace = class_mask("place");

const Kinds kNotName = kind("not_name");
const Kinds kOrgHead = kind("org_head");
const Kinds kKorean = kind("korean_surname");
const Kinds kLink = kind("link");
const Kinds kHonorific = kind("hon_m") | kind("hon_f") | kind("hon");
const Kinds kRelative = kind("who");
const Kinds kDet = kind("det") | kind("poss");

constexpr TokenIndex kLongBody = 5;         // words of a name behind its place
constexpr std::size_t kMostOfSurname = 16;  // people of one surname that are compared

struct Found {
  EntityKind kind = EntityKind::Person;
  TokenIndex begin = 0, end = 0;              // the bare name
  TokenIndex title_begin = 0, title_end = 0;  // empty where there is none
  std::string rule;
  double confidence = 0;
};

class NameFinder {
 public:
  explicit NameFinder(Analysis& a) : a_(a), words_(english::read_words(a)) {}

  void run() {
    taken_.assign(a_.tokens.size(), 0);
    a_.mention_at.assign(a_.tokens.size(), kNone);
    find_headlines();
    count_capitals();
    lists();
    runs();
    chains();
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      if (!taken_[i]) alone(i);
    }
    appositions();
    finish();
  }

 private:
  const EnglishWord& word(TokenIndex i) const { return words_[i]; }
  bool is_word(TokenIndex i) const { return i < a_.tokens.size() && a_.tokens[i].is_word(); }
  bool same_run(TokenIndex i, TokenIndex j) const {
    return j < a_.tokens.size() && a_.tokens[i].block == a_.tokens[j].block &&
           a_.tokens[i].passage == a_.tokens[j].passage;
  }
  std::string text_of(TokenIndex begin, TokenIndex end) const {
    return std::string(slice(a_.text, {a_.tokens[begin].span.start, word(end - 1).name_end}));
  }

  // Blocks written in capitals throughout tell nothing about names.
  void find_headlines() {
    title_case_.assign(a_.document.blocks.size(), 0);
    std::vector<int> capital(title_case_.size(), 0), all(title_case_.size(), 0);
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      if (!a_.tokens[i].is_word() || a_.tokens[i].span.size() < 4) continue;
      ++all[a_.tokens[i].block];
      capital[a_.tokens[i].block] += word(i).capital ? 1 : 0;
    }
    for (std::size_t b = 0; b < all.size(); ++b)
      title_case_[b] = all[b] >= 4 && capital[b] * 10 >= all[b] * 7;
  }

  // --- lists ------------------------------------------------------------------------------------

  void lists() {
    for (TokenIndex i = 0; i < a_.tokens.size();) i = listed(i);
  }

  // Known bodies and places, longest first; returns the token to go on with.
  TokenIndex listed(TokenIndex i) {
    if (!is_word(i) || !word(i).capital) return i + 1;
    TokenIndex end = i + 1;
    while (end < i + 5 && is_word(end) && same_run(i, end) && !word(end - 1).possessive) ++end;
    for (; end > i; --end) {
      if (end - i > 1 && !word(end - 1).capital) continue;
      const lang::Word* known = lang::find_word(english::lower(text_of(i, end)));
      if (known == nullptr || !known->has(kOrg | kPlace)) continue;
      if (end - i == 1 && is_form_of_address(i)) continue;
      const bool org = known->has(kOrg);
      if (part_of_person(i, end)) return i + 1;
      if (end < a_.tokens.size() && is_word(end) && word(end).capital && word(end).is(kOrgHead) &&
          same_run(i, end) && !word(end - 1).possessive) {
        return i + 1;  // Virginia Department of …
      }
      if (!org && within_name(i, end)) return i + 1;
      take({org ? EntityKind::Organization : EntityKind::Place, i, end, 0, 0,
            org ? "en_org.known" : "en_place.known", 0.85});
      return end;
    }
    return i + 1;
  }

  // Leeds Bradford Airport, the Korea Parts Makers Federation, Minera Andes Norte: a place inside the
  // name of a body.
  bool within_name(TokenIndex i, TokenIndex end) const {
    const auto in_name = [&](TokenIndex k) {
      return is_word(k) && same_run(i, k) && word(k).capital && !word(k).has(kTitle | kFirstName) &&
             !(word(k).is(kNotName) && !word(k).is(kOrgHead));
    };
    if (word(end - 1).possessive || !in_name(end)) return false;
    const bool behind = i > 0 && in_name(i - 1) && !word(i - 1).possessive &&
                        a_.tokens[i - 1].sentence == a_.tokens[i].sentence &&
                        !a_.tokens[i].glued && !word(i - 1).has(kReport);
    if (behind) return true;
    TokenIndex k = end;
    while (in_name(k) && k < end + kLongBody && !word(k).possessive) ++k;
    return !in_name(k) && word(k - 1).is(kOrgHead);
  }

  // Ms. is not MS, nor Gov. a body.
  bool is_form_of_address(TokenIndex i) const {
    const bool dotted =
        i + 1 < a_.tokens.size() && a_.tokens[i + 1].first == '.' && a_.tokens[i + 1].glued;
    return word(i).is(kHonorific) || (dotted && word(i).has(kTitle));
  }

  bool part_of_person(TokenIndex i, TokenIndex end) const {
    const bool next_capital = is_word(end) && same_run(i, end) && word(end).capital &&
                              !word(end).has(kTitle) && !word(end).is(kNotName | kOrgHead) &&
                              !word(end - 1).possessive;
    if (end - i == 1 && word(i).has(kFirstName) && next_capital) return true;
    return i > 0 && same_run(i - 1, i) && is_word(i - 1) && word(i - 1).capital &&
           word(i - 1).has(kFirstName) && !word(i - 1).possessive && end - i == 1;
  }

  // --- runs of capitals
  // ---------------------------------------------------------------------------

  void runs() {
    for (TokenIndex i = 0; i < a_.tokens.size();) {
      if (!may_start(i)) {
        ++i;
        continue;
      }
      const TokenIndex end = run_end(i);
      if (!title_case_[a_.tokens[i].block]) read_run(i, end);
      i = end;
    }
  }

  bool may_start(TokenIndex i) const {
    return is_word(i) && word(i).capital && !taken_[i] && !is_turn(i) && !is_adjective(i);
  }

  // Q. …; A. …: the letter of an interview.
  bool is_turn(TokenIndex i) const {
    if (i > 0 && a_.tokens[i - 1].block == a_.tokens[i].block) return false;
    const std::string_view letter = a_.surface(a_.tokens[i]);
    return (letter == "Q" || letter == "A") && i + 1 < a_.tokens.size() &&
           a_.tokens[i + 1].first == '.';
  }

  // London-based, Canadian-listed.
  bool is_adjective(TokenIndex i) const {
    const std::string_view whole = a_.surface(a_.tokens[i]);
    const std::size_t hyphen = whole.rfind('-');
    if (hyphen == std::string_view::npos) return false;
    const lang::Word* tail = lang::find_word(whole.substr(hyphen + 1));
    return tail != nullptr &&
           std::any_of(tail->facts.begin(), tail->facts.end(),
                       [](const lang::Fact& f) { return f.value == "joined_tail"; });
  }

  // One past the last token of the run of capitals at `i`; "J." and "de la" stand inside.
  TokenIndex run_end(TokenIndex i) const {
    TokenIndex end = i + 1;
    while (end < a_.tokens.size() && same_run(i, end) && !word(end - 1).possessive) {
      if (a_.tokens[end].first == '.' && a_.tokens[end].glued && is_short(end - 1) &&
          end + 1 < a_.tokens.size() && may_start(end + 1) &&
          a_.tokens[end + 1].sentence == a_.tokens[i].sentence) {
        ++end;
      } else if (!a_.tokens[end].glued && may_start(end)) {
        ++end;
      } else if (is_word(end) && word(end).is(kLink) && end + 1 < a_.tokens.size() &&
                 may_start(end + 1) && same_run(i, end + 1)) {
        ++end;
      } else {
        break;
      }
    }
    return end;
  }

  bool is_short(TokenIndex i) const {
    return a_.tokens[i].span.size() <= 2 || word(i).is(kHonorific) || word(i).has(kTitle);
  }

  // Longest title that begins at `i`: tokens, 0 if none. Its full stop counts.
  TokenIndex title_length(TokenIndex i, TokenIndex end) const {
    for (TokenIndex n = std::min<TokenIndex>(4, end - i); n > 0; --n) {
      if (!is_word(i + n - 1)) continue;
      const lang::Word* known = lang::find_word(english::lower(text_of(i, i + n)));
      if (known == nullptr || !known->has(kTitle)) continue;
      if (i + n < end && a_.tokens[i + n].first == '.') ++n;
      return n;
    }
    return 0;
  }

  // A run may hold adjectives, bodies, titles and a name: Republican Senator Bob Corker.
  void read_run(TokenIndex begin, TokenIndex end) {
    TokenIndex name = begin, title = begin, title_end = begin;
    for (TokenIndex i = begin; i < end;) {
      const TokenIndex n = title_length(i, end);
      const bool given = word(i).has(kFirstName) && i + 1 < end;
      if (n > 0 && !(given && n == 1)) {
        if (i + n == end) break;
        title = title_end > 0 && title_end == i && title_end > title ? title : i;
        name = title_end = i + n;
        i += n;
      } else if (word(i).is(kOrgHead) && word(i).is(kNotName) && i > name) {
        ++i;  // Marland Motors Corp
      } else if (word(i).is(kNotName) && !(given && i == name) && !opens_korean_name(i, end)) {
        if (i > name) end_name(name, i, title, title_end);
        name = i + 1;
        title = title_end = i + 1;
        ++i;
      } else {
        ++i;
      }
    }
    if (title_end <= begin && begin > 0) titles_before(begin, name, title, title_end);
    end_name(name, end, title, title_end);
  }

  // Do Jae-hee, Han So-ra: a surname that is a common word, too.
  bool opens_korean_name(TokenIndex i, TokenIndex end) const {
    return word(i).is(kKorean) && i + 1 < end && english::is_hyphened_given(text_of(i + 1, i + 2));
  }

  // campaign manager Robby Mook: titles in lower case before the run.
  void titles_before(TokenIndex begin, TokenIndex name, TokenIndex& title,
                     TokenIndex& title_end) const {
    if (name != begin) return;
    for (TokenIndex n = std::min<TokenIndex>(3, begin); n > 0; --n) {
      const TokenIndex at = begin - n;
      if (!is_word(at) || !same_run(at, begin) || taken_[at] ||
          a_.tokens[at].sentence != a_.tokens[begin].sentence)
        continue;
      if (title_length(at, begin) < n) continue;
      title = at;
      title_end = begin;
      return;
    }
  }

  void end_name(TokenIndex begin, TokenIndex end, TokenIndex title, TokenIndex title_end) {
    while (begin < end && !is_word(begin)) ++begin;
    while (end > begin && (!is_word(end - 1) || word(end - 1).is(kLink))) --end;
    if (begin >= end) return;
    if (word(end - 1).is(kOrgHead) && !word(begin).has(kFirstName)) return body(begin, end);
    const bool titled = title_end > title && title_end <= begin && begin - title_end < 2;
    const TokenIndex count = words_in(begin, end);
    if (count > 5) return;
    Found n{EntityKind::Person, begin, end, titled ? title : 0, titled ? title_end : 0, "", 0};
    if (titled) {
      n.rule = count > 1 ? "en_person.title_name" : "en_person.title_surname";
      n.confidence = 0.9;
    } else if (count > 1) {
      evidence(n);
    }
    if (!n.rule.empty() && n.confidence > 0) take(n);
  }

  TokenIndex words_in(TokenIndex begin, TokenIndex end) const {
    return static_cast<TokenIndex>(std::count_if(a_.tokens.begin() + begin, a_.tokens.begin() + end,
                                                 [](const Token& t) { return t.is_word(); }));
  }

  // Two capitals or more without a title: what makes a person of them.
  void evidence(Found& n) const {
    const EnglishWord& first = word(n.begin);
    if (first.has(kFirstName)) {
      n.rule = "en_person.first_name";
      n.confidence = 0.85;
    } else if (has_initial(n)) {
      n.rule = "en_person.initial";
      n.confidence = 0.8;
    } else if (hyphened_given(n)) {
      n.rule = "en_person.surname_first";
      n.confidence = 0.85;
    } else if (beside_speech(n)) {
      n.rule = "en_person.speaks";
      n.confidence = 0.7;
    } else if (is_apposed(n.begin, n.end)) {
      n.kind = apposed_kind(n.begin);
      n.rule = "en_person.apposition";
      n.confidence = 0.65;
    } else if (recurs(n)) {
      n.rule = "en_person.recurs";
      n.confidence = 0.6;
    }
  }

  // Pyo Eun-chan; Yoon Suk Yeol: the surname first.
  bool hyphened_given(const Found& n) const {
    if (n.end - n.begin == 3)
      return word(n.begin).is(kKorean) && !word(n.begin + 1).has(kFirstName) &&
             !word(n.begin + 2).has(kFirstName) && a_.tokens[n.begin + 1].span.size() <= 5 &&
             a_.tokens[n.begin + 2].span.size() <= 5 && is_word(n.begin + 1);
    return n.end - n.begin == 2 &&
           english::is_surname_first(text_of(n.begin, n.begin + 1), text_of(n.begin + 1, n.end));
  }

  // Her son, NAME, …; a rival, NAME, says: a name between commas behind a noun for somebody.
  bool is_apposed(TokenIndex begin, TokenIndex end) const {
    if (begin < 2 || end >= a_.tokens.size() || !same_run(begin - 2, end)) return false;
    const EnglishWord& noun = word(begin - 2);
    if (a_.tokens[begin - 1].first != ',' || !is_word(begin - 2) || noun.capital ||
        noun.possessive || !noun.has(kPersonNoun | kTitle))
      return false;
    if (a_.tokens[end].first == ',')
      return end + 1 < a_.tokens.size() && !word(end + 1).is(kind("and") | kind("or"));
    return word(end).has(kReport) && !word(end).capital;
  }

  EntityKind apposed_kind(TokenIndex begin) const {
    return word(begin - 2).is(kind("body")) ? EntityKind::Organization : EntityKind::Person;
  }

  // The last word stands alone elsewhere, as surnames do.
  bool recurs(const Found& n) const {
    if (n.end - n.begin > 3) return false;
    const auto it = capitals_alone_.find(text_of(n.end - 1, n.end));
    return it != capitals_alone_.end();
  }

  // Words with a capital that have no capital beside them, and do not open a sentence as common
  // words do.
  void count_capitals() {
    for (TokenIndex i = 0; i < a_.tokens.size(); ++i) {
      if (!is_word(i) || !word(i).capital || title_case_[a_.tokens[i].block] ||
          word(i).is(kNotName | kOrgHead))
        continue;
      const bool before = i > 0 && same_run(i - 1, i) && is_word(i - 1) && word(i - 1).capital &&
                          !word(i - 1).has(kTitle) && !word(i - 1).is(kNotName);
      const bool after =
          is_word(i + 1) && same_run(i, i + 1) && word(i + 1).capital && !word(i).possessive;
      if (!before && !after) capitals_alone_.insert(text_of(i, i + 1));
    }
  }

  bool has_initial(const Found& n) const {
    for (TokenIndex i = n.begin; i + 1 < n.end; ++i) {
      if (a_.tokens[i].span.size() == 1 && a_.tokens[i + 1].first == '.') return true;
    }
    return false;
  }

  // NAME said; said NAME; NAME, 45; NAME, who; NAME, a teacher.
  bool beside_speech(const Found& n) const {
    if (n.begin > 0 && word(n.begin - 1).has(kReport) && !word(n.begin - 1).capital) return true;
    if (n.end >= a_.tokens.size() || word(n.end - 1).possessive) return false;
    TokenIndex i = n.end;
    if (word(i).is(kind("adverb") | kind("aux")) && i + 1 < a_.tokens.size()) ++i;
    if (word(i).has(kReport) && !word(i).is(kind("noun_too"))) return true;
    if (word(i).has(kReport) && ends_clause(n, i)) return true;
    if (a_.tokens[n.end].first != ',' || n.end + 1 >= a_.tokens.size()) return false;
    const Token& next = a_.tokens[n.end + 1];
    return text::is_digit(next.first) ? next.span.size() <= 2
                                      : word(n.end + 1).is(kRelative | kDet);
  }

  // NAME disagreed.: a verb that may be a noun, with nothing behind it.
  bool ends_clause(const Found& n, TokenIndex verb) const {
    const bool opens = n.begin == a_.sentences[a_.tokens[n.begin].sentence].begin;
    return opens && !word(verb).capital && a_.surface(a_.tokens[verb]).ends_with("ed") &&
           verb + 1 < a_.tokens.size() && !is_word(verb + 1);
  }

  // A body named by its last word; "of …" goes on: Department of Justice.
  void body(TokenIndex begin, TokenIndex end) {
    if (end - begin == 1) begin = joined_before(begin);
    const TokenIndex whole = behind_of(end);
    if (whole == end && end - begin == 1 && !is_capital_inside(begin)) return;
    end = whole;
    take({EntityKind::Organization, begin, end, 0, 0, "en_org.head", 0.75});
  }

  // Tyne Fire and Rescue: the capitals joined to a head that stands alone, where they open the
  // sentence or follow an article.
  TokenIndex joined_before(TokenIndex head) const {
    if (head < 2 || !same_run(head - 2, head) || !is_word(head - 1) ||
        !word(head - 1).is(kind("and")))
      return head;
    TokenIndex i = head - 1;
    while (i > 0 && head - i < kLongBody && same_run(i - 1, head) && is_word(i - 1) &&
           word(i - 1).capital && !taken_[i - 1] && !word(i - 1).is(kNotName) &&
           !word(i - 1).possessive && a_.tokens[i - 1].sentence == a_.tokens[head].sentence)
      --i;
    if (i == head - 1) return head;
    const bool opens = i == a_.sentences[a_.tokens[head].sentence].begin;
    return opens || (is_word(i - 1) && word(i - 1).is(kDet)) ? i : head;
  }

  // Bank of Marland; University of the Coast.
  TokenIndex behind_of(TokenIndex end) const {
    if (!is_word(end) || a_.surface(a_.tokens[end]) != "of" || word(end - 1).possessive) return end;
    TokenIndex i = end + 1;
    if (is_word(i) && a_.surface(a_.tokens[i]) == "the") ++i;
    if (!is_word(i) || !same_run(end - 1, i) || !word(i).capital || taken_[i]) return end;
    while (is_word(i) && same_run(end - 1, i) && word(i).capital && !taken_[i]) {
      if (word(i++).possessive) break;
    }
    return i;
  }

  bool is_capital_inside(TokenIndex i) const {
    return i > 0 && a_.tokens[i].sentence == a_.tokens[i - 1].sentence &&
           a_.tokens[i - 1].is_word() && !word(i).has(kPersonNoun);
  }

  void take(const Found& n) {
    for (TokenIndex t = n.begin; t < n.end; ++t) taken_[t] = 1;
    found_.push_back(n);
  }

  // --- chains -----------------------------------------------------------------------------------

  void chains() {
    std::sort(found_.begin(), found_.end(),
              [](const Found& x, const Found& y) { return x.begin < y.begin; });
    for (const Found& n : found_) {
      if (n.kind == EntityKind::Person && words_in(n.begin, n.end) > 1)
        full_at_[person_named(text_of(n.begin, n.end))].push_back(n.begin);
    }
    name_bodies();
    for (const Found& n : found_) add(n);
  }

  std::string surname_of(const std::string& name) const {
    const std::size_t first = name.find(' ');
    if (first != std::string::npos &&
        english::is_surname_first(name.substr(0, first), name.substr(first + 1)))
      return name.substr(0, first);
    std::string_view rest = name;
    for (std::string_view tail : {" Jr", " Sr", " II", " III"}) {
      if (rest.ends_with(tail)) rest.remove_suffix(tail.size());
    }
    return std::string(
        rest.substr(rest.rfind(' ') == std::string_view::npos ? 0 : rest.rfind(' ') + 1));
  }

  // Donald J. Trump and Donald Trump are one: the same first and last word.
  std::int32_t person_named(const std::string& name) {
    const std::string first = name.substr(0, name.find(' '));
    const std::string surname = surname_of(name);
    auto [it, added] = full_.try_emplace(surname == first ? name : first + " " + surname, kNone);
    if (added) {
      it->second = new_chain(EntityKind::Person, name);
      by_surname_[surname].push_back(it->second);
      by_given_[first].push_back(it->second);
    } else if (name.size() > a_.chains[it->second].name.size()) {
      a_.chains[it->second].name = name;
    }
    return it->second;
  }

  std::int32_t new_chain(EntityKind entity, const std::string& name) {
    Chain c;
    c.kind = entity;
    c.name = name;
    a_.chains.push_back(std::move(c));
    last_seen_.push_back(0);
    full_at_.emplace_back();
    return static_cast<std::int32_t>(a_.chains.size()) - 1;
  }

  void add(const Found& n) {
    const std::string name = text_of(n.begin, n.end);
    std::int32_t chain = kNone;
    if (n.kind == EntityKind::Place && n.end - n.begin == 1 && is_surname_here(n)) {
      Found person = n;
      person.kind = EntityKind::Person;
      person.rule = "en_person.surname";
      return add_mention(person, choose(by_surname_.at(name), Gender::Unknown, n.begin), name);
    }
    const bool weak = n.rule == "en_person.recurs" || n.rule == "en_person.speaks";
    if (const std::int32_t body = weak ? fuller_body(name) : kNone; body != kNone) {
      Found short_form = n;
      short_form.kind = EntityKind::Organization;
      short_form.rule = "en_org.short";
      return add_mention(short_form, body, name);
    }
    if (n.kind != EntityKind::Person) {
      chain = body_chain(name, n.kind);
    } else if (words_in(n.begin, n.end) > 1) {
      chain = person_named(name);
    } else {
      chain = surname_chain(name, n);
    }
    add_mention(n, chain, name);
  }

  // Austin, where a Karen Austin is known and no preposition makes it a place.
  bool is_surname_here(const Found& n) const {
    if (!by_surname_.contains(text_of(n.begin, n.end))) return false;
    return n.begin == 0 || !same_run(n.begin - 1, n.begin) || !word(n.begin - 1).is(kind("prep"));
  }

  // Blue Wing, where Blue Wing Energy is the one body whose name begins so; KDI behind “… (KDI)”.
  std::int32_t fuller_body(const std::string& name) const {
    if (const auto alias = aliases_.find(name); alias != aliases_.end()) return alias->second;
    const auto it = bodies_by_word_.find(name.substr(0, name.find(' ')));
    if (it == bodies_by_word_.end() || it->second.size() > kMostOfSurname) return kNone;
    std::int32_t one = kNone;
    for (const std::int32_t chain : it->second) {
      if (!a_.chains[chain].name.starts_with(name + " ")) continue;
      if (one != kNone) return kNone;
      one = chain;
    }
    return one;
  }

  // The bodies that are named in full, longest names first, and the letters that stand for them.
  void name_bodies() {
    std::vector<const Found*> full;
    for (const Found& n : found_) {
      if (n.kind == EntityKind::Organization) full.push_back(&n);
    }
    std::stable_sort(full.begin(), full.end(), [](const Found* x, const Found* y) {
      return x->end - x->begin > y->end - y->begin;
    });
    for (const Found* n : full) {
      const std::string name = text_of(n->begin, n->end);
      if (bodies_.contains(name)) continue;
      const std::int32_t fuller = n->end - n->begin > 1 ? fuller_body(name) : kNone;
      const std::int32_t chain = fuller != kNone ? fuller : new_chain(n->kind, name);
      bodies_.emplace(name, chain);
      if (fuller == kNone) bodies_by_word_[name.substr(0, name.find(' '))].push_back(chain);
    }
    for (const Found* n : full) {
      const TokenIndex i = n->end;
      if (i + 2 < a_.tokens.size() && a_.tokens[i].first == '(' && is_word(i + 1) &&
          a_.tokens[i + 2].first == ')' && is_letters(i + 1))
        aliases_.emplace(text_of(i + 1, i + 2), bodies_.at(text_of(n->begin, n->end)));
    }
  }

  bool is_letters(TokenIndex i) const {
    const std::string_view s = a_.surface(a_.tokens[i]);
    return s.size() >= 2 && s.size() <= 8 &&
           std::all_of(s.begin(), s.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  std::int32_t body_chain(const std::string& name, EntityKind entity) {
    auto [it, added] = bodies_.try_emplace(name, kNone);
    if (added) it->second = new_chain(entity, name);
    return it->second;
  }

  std::int32_t surname_chain(const std::string& name, const Found& n) {
    const auto it = by_surname_.find(name);
    if (it != by_surname_.end()) return choose(it->second, gender(n), n.begin);
    const std::int32_t chain = new_chain(EntityKind::Person, name);
    by_surname_[name].push_back(chain);
    return chain;
  }

  Gender gender(const Found& n) const {
    if (n.title_end <= n.title_begin) return Gender::Unknown;
    const EnglishWord& title = word(n.title_begin);
    return title.is(kind("hon_m"))   ? Gender::Male
           : title.is(kind("hon_f")) ? Gender::Female
                                     : Gender::Unknown;
  }

  // Of several people of one surname: of the right sex, then the one named last before `at`.
  std::int32_t choose(const std::vector<std::int32_t>& among, Gender wanted, TokenIndex at) const {
    std::int32_t best = kNone;
    bool best_fits = false;
    TokenIndex best_seen = 0;
    const std::size_t most = std::min<std::size_t>(among.size(), kMostOfSurname);
    for (std::size_t i = 0; i < most; ++i) {
      const Gender g = english::gender_of(a_.chains[among[i]]);
      const bool fits = wanted == Gender::Unknown || g == Gender::Unknown || g == wanted;
      const TokenIndex seen = last_before(among[i], at);
      if (best == kNone || (fits != best_fits ? fits : seen > best_seen))
        best = among[i], best_fits = fits, best_seen = seen;
    }
    return best;
  }

  // Where a chain was named last before `at`, plus one; 0 if nowhere.
  TokenIndex last_before(std::int32_t chain, TokenIndex at) const {
    const auto& full = full_at_[chain];
    const auto it = std::lower_bound(full.begin(), full.end(), at);
    const TokenIndex named = it == full.begin() ? 0 : *(it - 1) + 1;
    return std::max(named, last_seen_[chain] <= at ? last_seen_[chain] : 0);
  }

  void add_mention(const Found& n, std::int32_t chain, const std::string& name) {
    Mention m;
    m.kind = n.kind;
    m.chain = static_cast<std::uint32_t>(chain);
    const bool titled = n.title_end > n.title_begin;
    const TokenIndex begin = titled ? n.title_begin : n.begin;
    m.span = {a_.tokens[begin].span.start, word(n.end - 1).name_end};
    m.surface = std::string(slice(a_.text, m.span));
    if (titled) m.title = title_text(n);
    m.rule = n.rule;
    m.confidence = n.confidence;
    for (TokenIndex t = begin; t < n.end; ++t)
      a_.mention_at[t] = static_cast<std::int32_t>(a_.mentions.size());
    Chain& c = a_.chains[chain];
    if (std::find(c.names.begin(), c.names.end(), name) == c.names.end()) c.names.push_back(name);
    if (titled && std::find(c.titles.begin(), c.titles.end(), m.title) == c.titles.end())
      c.titles.push_back(m.title);
    last_seen_[chain] = n.begin + 1;
    a_.mentions.push_back(std::move(m));
  }

  std::string title_text(const Found& n) const {
    TokenIndex last = n.title_end;
    while (last > n.title_begin && !is_word(last - 1)) --last;
    return text_of(n.title_begin, last);
  }

  // --- names standing alone
  // -----------------------------------------------------------------------

  // Clinton, Hillary: one word of a name known in full; or an unknown capital that speaks.
  void alone(TokenIndex i) {
    if (a_.mention_at[i] != kNone || !is_word(i)) return;
    const std::string name = text_of(i, i + 1);
    const bool given_behind =
        i > 0 && same_run(i - 1, i) && by_given_.contains(text_or_empty(i - 1));
    const bool word_too = word(i).is(kNotName) && is_word(i + 1) &&
                          word(i + 1).is(kind("i") | kind("he") | kind("they") | kDet | kNotName) &&
                          !word(i + 1).is(kind("and"));
    if (const auto it = by_surname_.find(name);
        it != by_surname_.end() && word(i).capital && !word_too) {
      const TokenIndex begin = given_behind && !taken_[i - 1] ? i - 1 : i;
      Found n{EntityKind::Person, begin, i + 1, 0, 0, "en_person.surname", 0.8};
      TokenIndex title = begin, title_end = begin;
      titles_before(begin, begin, title, title_end);
      if (title_end > title) n.title_begin = title, n.title_end = title_end;
      return add_mention(n, choose(it->second, Gender::Unknown, i), text_of(begin, i + 1));
    }
    const auto given = by_given_.find(name);
    const bool next_capital =
        is_word(i + 1) && same_run(i, i + 1) && word(i + 1).capital && !word(i).possessive;
    if (given != by_given_.end() && given->second.size() == 1 && !next_capital &&
        word(i).has(kFirstName)) {
      return add_mention({EntityKind::Person, i, i + 1, 0, 0, "en_person.given", 0.7},
                         given->second.front(), name);
    }
    if (!word(i).capital || word(i).is(kNotName)) return;
    if (const std::int32_t body = fuller_body(name); body != kNone && !next_capital)
      return add_mention({EntityKind::Organization, i, i + 1, 0, 0, "en_org.short", 0.7}, body,
                         name);
    if (is_apposed(i, i + 1)) {
      const Found n{apposed_kind(i), i, i + 1, 0, 0, "en_person.apposition", 0.6};
      const bool person = n.kind == EntityKind::Person;
      return add_mention(n, person ? surname_chain(name, n) : body_chain(name, n.kind), name);
    }
    if (is_described(i)) {
      const Found n{described_kind(i), i, i + 1, 0, 0, "en_person.apposition", 0.6};
      const bool person = n.kind == EntityKind::Person;
      return add_mention(n, person ? surname_chain(name, n) : body_chain(name, n.kind), name);
    }
    speaking_capital(i, name);
  }

  // NAME, a warfare systems producer, …: one capital before what it is.
  bool is_described(TokenIndex i) const { return described_head(i) != 0; }
  EntityKind described_kind(TokenIndex i) const {
    return word(described_head(i)).is(kind("body")) ? EntityKind::Organization : EntityKind::Person;
  }

  // The noun of the apposition behind `i`; 0 where there is none.
  TokenIndex described_head(TokenIndex i) const {
    const bool alone = i == 0 || !same_run(i - 1, i) || !is_word(i - 1) || !word(i - 1).capital;
    if (!alone || word(i).possessive || word(i).has(kTitle | kPersonNoun) ||
        i + 4 >= a_.tokens.size() || a_.tokens[i + 1].first != ',' || !same_run(i, i + 4) ||
        !is_word(i + 2) || !word(i + 2).is(kind("indefinite")) || title_case_[a_.tokens[i].block])
      return 0;
    TokenIndex k = i + 3;
    while (k < i + 9 && k + 1 < a_.tokens.size() && is_word(k + 1) &&
           !word(k + 1).is(kind("prep")) && !word(k + 1).is(kRelative))
      ++k;
    return is_word(k) && word(k).has(kPersonNoun) && !word(k).capital ? k : 0;
  }

  std::string text_or_empty(TokenIndex i) const {
    return is_word(i) ? text_of(i, i + 1) : std::string();
  }

  void speaking_capital(TokenIndex i, const std::string& name) {
    const EnglishWord& w = word(i);
    if (!w.capital || w.possessive || w.is(kNotName) || w.has(kPersonNoun | kTitle | kReport) ||
        title_case_[a_.tokens[i].block])
      return;
    if (i > 0 && same_run(i - 1, i) && is_word(i - 1) && word(i - 1).capital &&
        !word(i - 1).has(kReport))
      return;
    if (is_last_of_list(i)) return;
    if (i + 1 >= a_.tokens.size() || !same_run(i, i + 1) || !is_word(i + 1)) return;
    if (!word(i + 1).has(kReport) || word(i + 1).is(kind("noun_too")) || word(i + 1).capital)
      return;
    const Found n{EntityKind::Person, i, i + 1, 0, 0, "en_person.speaks", 0.55};
    add_mention(n, surname_chain(name, n), name);
  }

  // Tyne Fire and Rescue: two unknown capitals joined are more likely one name than two.
  bool is_last_of_list(TokenIndex i) const {
    return i > 1 && same_run(i - 2, i) && is_word(i - 1) && word(i - 1).is(kind("and")) &&
           is_word(i - 2) && word(i - 2).capital && a_.mention_at[i - 2] == kNone;
  }

  // NAME, the transport minister, …: what stands between commas behind a name is a title, too.
  void appositions() {
    for (TokenIndex i = 0; i + 2 < a_.tokens.size(); ++i) {
      const std::int32_t m = a_.mention_at[i];
      if (m == kNone || a_.mention_at[i + 1] == m || a_.mentions[m].kind != EntityKind::Person ||
          word(i).possessive)
        continue;
      if (a_.tokens[i + 1].first != ',') continue;
      title_behind(i + 2, a_.chains[a_.mentions[m].chain]);
    }
  }

  void title_behind(TokenIndex i, Chain& chain) const {
    const std::uint32_t sentence = a_.tokens[i].sentence;
    for (TokenIndex end = i + 10;
         i < end && i < a_.tokens.size() && a_.tokens[i].sentence == sentence; ++i) {
      if (a_.mention_at[i] != kNone && a_.mentions[a_.mention_at[i]].kind == EntityKind::Person)
        return;
      if (text::is_digit(a_.tokens[i].first) || a_.tokens[i].first == ',') {
        if (a_.tokens[i].first == ',' && !text::is_digit(a_.tokens[i - 1].first)) return;
        continue;
      }
      if (!is_word(i) || word(i).is(kind("modal") | kind("stop") | kRelative) ||
          word(i).is(kind("prep")) || word(i).has(kReport))
        return;
      const lang::ClassMask noun = kTitle | kPersonNoun;
      if (!word(i).has(noun) || word(i).possessive || (is_word(i + 1) && word(i + 1).has(noun)))
        continue;
      const std::string title = english::lower(text_of(i, i + 1));
      if (std::find(chain.titles.begin(), chain.titles.end(), title) == chain.titles.end())
        chain.titles.push_back(title);
      return;
    }
  }

  void finish() {
    for (Chain& c : a_.chains) std::sort(c.names.begin(), c.names.end());
    std::vector<std::int32_t> order(a_.mentions.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::int32_t>(i);
    std::sort(order.begin(), order.end(), [&](std::int32_t x, std::int32_t y) {
      return a_.mentions[x].span.start < a_.mentions[y].span.start;
    });
    std::vector<std::int32_t> place(order.size());
    std::vector<Mention> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
      place[order[i]] = static_cast<std::int32_t>(i);
      sorted.push_back(std::move(a_.mentions[order[i]]));
      sorted.back().name = a_.chains[sorted.back().chain].name;
    }
    a_.mentions = std::move(sorted);
    for (std::int32_t& m : a_.mention_at) {
      if (m != kNone) m = place[m];
    }
  }

  Analysis& a_;
  std::vector<EnglishWord> words_;
  std::vector<char> taken_, title_case_;
  std::vector<Found> found_;
  std::unordered_set<std::string> capitals_alone_;
  std::unordered_map<std::string, std::int32_t> full_, bodies_, aliases_;
  std::unordered_map<std::string, std::vector<std::int32_t>> bodies_by_word_;  // by first word
  std::unordered_map<std::string, std::vector<std::int32_t>> by_surname_, by_given_;
  std::vector<std::uint32_t> last_seen_;
  std::vector<std::vector<TokenIndex>> full_at_;  // by chain: where it is named in full
};

}  // namespace

void find_english_mentions(Analysis& a) {
  NameFinder(a).run();
}

}  // namespace onrecord::extract
