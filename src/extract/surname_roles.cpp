#include "extract/surname_roles.h"

#include <algorithm>
#include <bitset>
#include <unordered_map>

#include "extract/name_letters.h"
#include "extract/names.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::ClassMask;
using lang::Josa;
using names::word_has;

constexpr std::size_t kSurnameBytes = 3;
constexpr double kLeastLetters = -5.0;  // what the syllables must say at least

bool is_determiner(std::string_view word) {
  static const ClassMask kDeterminer = class_mask("determiner");
  return word_has(word, kDeterminer);
}

// Roles by surname: 신 → 조사관.
using Roles = std::unordered_map<std::string_view, std::vector<std::string_view>>;

Roles surnames_with_roles(const Analysis& a) {
  static const ClassMask kSurname = class_mask("surname") | class_mask("surname_rare");
  Roles roles;
  for (TokenIndex t = 0; t + 1 < a.tokens.size(); ++t) {
    const Token& token = a.tokens[t];
    if (!token.is_word() || token.span.size() != kSurnameBytes || token.glued ||
        !word_has(a.surface(token), kSurname))
      continue;
    const std::int32_t role = role_behind(a, t);
    if (role == kNone || a.tokens[role].is(Josa::None)) continue;
    std::vector<std::string_view>& of = roles[a.surface(token)];
    const std::string_view word = a.stem(a.tokens[role]);
    if (std::find(of.begin(), of.end(), word) == of.end()) of.push_back(word);
  }
  return roles;
}

class BorneOutNames {
 public:
  BorneOutNames(const Analysis& a, std::vector<NameFound>& people)
      : a_(a), people_(people), roles_(surnames_with_roles(a)) {}

  void run() {
    if (roles_.empty()) return;
    for (const auto& [surname, roles] : roles_) heads_.set(head_of(surname));
    taken_.assign(a_.tokens.size(), false);
    for (const NameFound& n : people_) {
      for (TokenIndex t = n.begin; t < n.end; ++t) taken_[t] = true;
    }
    for (TokenIndex t = 0; t + 1 < a_.tokens.size(); ++t) {
      if (!taken_[t] && may_be_name(t)) look_for_role(t);
    }
    std::stable_sort(people_.begin(), people_.end(),
                     [](const NameFound& x, const NameFound& y) { return x.begin < y.begin; });
  }

 private:
  std::string_view form(TokenIndex t) const { return a_.surface(a_.tokens[t]); }

  // By the first syllable, folded: most words begin with no surname that has a role.
  static std::size_t head_of(std::string_view word) {
    std::size_t head = 0;
    for (const char c : word.substr(0, kSurnameBytes))
      head = head * 64 + (static_cast<unsigned char>(c) & 63);
    return head % kHeads;
  }

  bool may_be_name(TokenIndex t) const {
    const Token& token = a_.tokens[t];
    if (!token.is_word() || !token.reading.hangul) return false;
    if (token.span.size() != 6 && token.span.size() != 9) return false;
    const std::string_view name = form(t);
    if (!heads_.test(head_of(name))) return false;
    if (roles_.find(name.substr(0, kSurnameBytes)) == roles_.end()) return false;
    if (lang::find_word(name) != nullptr || names::ends_like_a_body(name)) return false;
    return names::korean_letters(name) >= kLeastLetters && !is_doubtful(name);
  }

  // 이공대, 이외의, 전하는: words that begin like a surname.
  static bool is_doubtful(std::string_view name) {
    return names::ends_in_doubt(name, "verb") || names::ends_in_doubt(name, "school") ||
           names::ends_in_doubt(name, "particle");
  }

  void look_for_role(TokenIndex t) {
    const std::string_view surname = form(t).substr(0, kSurnameBytes);
    const std::vector<std::string_view>& roles = roles_.find(surname)->second;
    const bool strict = form(t).size() == 6 || is_determiner(surname);
    TokenIndex at = past_bracket(t + 1);
    const TokenIndex far =
        std::min<TokenIndex>(at + (strict ? 2 : 5), static_cast<TokenIndex>(a_.tokens.size()));
    for (; at < far; ++at) {
      const Token& token = a_.tokens[at];
      if (!token.is_word() || taken_[at] || token.sentence != a_.tokens[t].sentence ||
          token.passage != a_.tokens[t].passage)
        return;
      if (std::find(roles.begin(), roles.end(), a_.stem(token)) != roles.end()) return add(t, at);
      const bool goes_on = token.is(Josa::None) || token.is(Josa::Gen);
      if (!goes_on || (strict && !is_former(at))) return;
    }
  }

  bool is_former(TokenIndex t) const {
    static const ClassMask kFormer = class_mask("modifier");
    return word_has(form(t), kFormer);
  }

  // Behind (67) and the like.
  TokenIndex past_bracket(TokenIndex t) const {
    constexpr TokenIndex kLongest = 8;
    if (a_.tokens[t].is_word() || a_.tokens[t].first != '(') return t;
    const TokenIndex far = std::min(t + kLongest, static_cast<TokenIndex>(a_.tokens.size()) - 1);
    for (TokenIndex i = t; i < far; ++i) {
      if (!a_.tokens[i].is_word() && a_.tokens[i].first == ')') return i + 1;
    }
    return t;
  }

  void add(TokenIndex name, TokenIndex role) {
    NameFound n;
    n.shape = NameShape::Full;
    n.begin = name;
    n.name = a_.tokens[name].span;
    n.title = std::string(a_.stem(a_.tokens[role]));
    const bool adjacent = role == name + 1;
    n.end = adjacent ? role + 1 : name + 1;
    n.surface = adjacent ? ByteSpan{n.name.start, a_.tokens[role].stem().end} : n.name;
    n.rule = "person.borne_out";
    n.confidence = 0.8;
    for (TokenIndex t = n.begin; t < n.end; ++t) taken_[t] = true;
    people_.push_back(std::move(n));
  }

  const Analysis& a_;
  std::vector<NameFound>& people_;
  Roles roles_;
  std::vector<bool> taken_;
  static constexpr std::size_t kHeads = 4096;
  std::bitset<kHeads> heads_;
};

}  // namespace

std::int32_t role_behind(const Analysis& a, TokenIndex t) {
  static const ClassMask kFormer = class_mask("modifier");
  static const ClassMask kRole =
      class_mask("title") | class_mask("person_noun") | class_mask("title_suffix");
  TokenIndex i = t + 1;
  const auto here = [&](TokenIndex k) {
    return k < a.tokens.size() && a.tokens[k].is_word() && !a.tokens[k].glued &&
           a.tokens[k].sentence == a.tokens[t].sentence &&
           a.tokens[k].passage == a.tokens[t].passage;
  };
  if (here(i) && word_has(a.surface(a.tokens[i]), kFormer)) ++i;
  if (!here(i)) return kNone;
  const Token& role = a.tokens[i];
  const std::string_view word = a.stem(role);
  if (word_has(word, kRole)) return static_cast<std::int32_t>(i);
  const bool unlisted = role.reading.hangul && !role.reading.verb_like && word.size() >= 6 &&
                        lang::find_word(word) == nullptr && !role.is(Josa::None);
  return unlisted ? static_cast<std::int32_t>(i) : kNone;
}

void add_borne_out_names(const Analysis& a, std::vector<NameFound>& people) {
  BorneOutNames(a, people).run();
}

}  // namespace onrecord::extract
