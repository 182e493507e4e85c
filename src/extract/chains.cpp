#include "extract/chains.h"

#include <algorithm>
#include <bitset>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "extract/names.h"
#include "extract/surname_roles.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

const lang::ClassMask kSurname = lang::class_mask("surname");
const lang::ClassMask kOrgRole = lang::class_mask("org_role");

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? name : name.substr(blank + 1);
}

void add_unique(std::vector<std::string>& list, std::string_view item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end())
    list.emplace_back(item);
}

// Looked up by views, without a copy.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};
template <class T>
using ByString = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

class ChainBuilder {
 public:
  explicit ChainBuilder(Analysis& a) : a_(a) {}

  void run(std::vector<NameFound> people, std::vector<NameFound> bodies) {
    full_names(people);
    for (const NameFound& n : people) add_person(n);
    titled_surnames(people);
    for (const NameFound& n : bodies) {
      if (!inside_a_name(n) && !is_last_name(n)) add_body(n);
    }
    repeats();
    short_forms();
    finish();
  }

 private:
  struct Known {
    std::int32_t chain;
    NameShape shape;
    std::uint32_t first;  // byte of the first mention
  };

  std::int32_t new_chain(EntityKind kind, std::string_view name) {
    Chain chain;
    chain.kind = kind;
    chain.name = std::string(name);
    chain.names = {chain.name};
    a_.chains.push_back(std::move(chain));
    last_seen_.push_back(0);
    first_seen_.push_back(0);
    return static_cast<std::int32_t>(a_.chains.size()) - 1;
  }

  // Full and foreign names first: the short ones need them all.
  void full_names(const std::vector<NameFound>& people) {
    for (const NameFound& n : people) {
      const std::string_view name = slice(a_.text, n.name);
      if (n.shape == NameShape::Foreign && name.find(' ') != std::string_view::npos) learn(name, n);
    }
    for (const NameFound& n : people) {
      const std::string_view name = slice(a_.text, n.name);
      // 하우게 after 크리스티네 하우게, though it is shaped like a Korean name
      const bool korean = n.shape == NameShape::Full && !names::sure_korean(name);
      if (n.shape == NameShape::Full && !(korean && foreign_chain(name) != kNone)) learn(name, n);
      if (n.shape == NameShape::Foreign && name.find(' ') == std::string_view::npos &&
          foreign_chain(name) == kNone && (n.title.empty() || family_chain(name) == kNone)) {
        learn(name, n);
      }
    }
  }

  void learn(std::string_view name, const NameFound& n) {
    const auto [it, added] =
        by_name_.try_emplace(std::string(name), Known{kNone, n.shape, n.name.start});
    if (!added) return;
    it->second.chain = new_chain(EntityKind::Person, name);
    heads_.set(head_of(name));
    heads_.set(head_of(last_word(name)));
    first_seen_[it->second.chain] = n.name.start;
    if (n.shape == NameShape::Foreign) {
      by_last_word_.try_emplace(std::string(last_word(name)), it->second.chain);
      if (last_word(name).size() == 3)  // 손 CEO after 에릭 손 CEO
        by_surname_[std::string(last_word(name))].push_back(it->second.chain);
      learn_family_name(name, it->second.chain);
    }
    if (n.shape == NameShape::Full) {
      full_.push_back(it->second);
      by_surname_[std::string(name.substr(0, names::surname_bytes(name)))].push_back(
          it->second.chain);
      const lang::Word* two = name.size() == 9 ? lang::find_word(name.substr(0, 6)) : nullptr;
      if (two != nullptr && two->has(kSurname))
        by_surname_[std::string(name.substr(0, 6))].push_back(it->second.chain);
    }
  }

  // 스가노 총리 after 스가노 겐이치 총리, 왕 대변인 after 왕하오란 대변인: the family name stands
  // first.
  void learn_family_name(std::string_view name, std::int32_t chain) {
    const std::size_t blank = name.find(' ');
    if (blank != std::string_view::npos) {
      const auto [it, added] =
          by_first_word_.try_emplace(std::string(name.substr(0, blank)), chain);
      if (!added) it->second = kNone;  // two of that name
      return;
    }
    // 왕 대변인, 자오 대변인
    for (const std::size_t bytes : {std::size_t{3}, std::size_t{6}}) {
      if (name.size() < bytes + 3 || name.size() > 15 || !chinese_surname(name.substr(0, bytes)))
        continue;
      const std::string family(name.substr(0, bytes));
      by_first_syllable_[family].push_back(chain);
      if (bytes == 6) by_first_word_.try_emplace(family, chain);
    }
  }

  static bool chinese_surname(std::string_view word) {
    static const std::unordered_set<std::string_view> surnames = [] {
      std::unordered_set<std::string_view> out;
      for (const lang::TableRow& row : lang::table("chinese_surnames")) out.insert(row.cells[0]);
      return out;
    }();
    return surnames.count(word) > 0;
  }

  std::int32_t family_chain(std::string_view name) const {
    const auto it = by_first_word_.find(name);
    return it == by_first_word_.end() ? kNone : it->second;
  }

  std::int32_t foreign_chain(std::string_view name) const {
    const auto it = by_last_word_.find(last_word(name));
    return it == by_last_word_.end() ? kNone : it->second;
  }

  void add_person(const NameFound& n) {
    const std::int32_t chain = chain_of(n);
    Chain& c = a_.chains[chain];
    if (n.shape != NameShape::Surname) add_unique(c.names, slice(a_.text, n.name));
    if (!n.title.empty()) titles_[chain][n.title]++;
    add_unique(c.affiliations, n.affiliation);
    if (c.latin.empty()) c.latin = n.latin;
    last_seen_[chain] = n.name.start;
    settle_reading(n);
    add_mention(n, chain);
  }

  // 한진만 부사장: what looked like a particle belongs to the name.
  void settle_whole(const NameFound& n) {
    if (n.shape != NameShape::Full) return;
    for (TokenIndex t = n.begin; t < n.end; ++t) {
      Token& token = a_.tokens[t];
      if (token.span != n.name || token.stem() == token.span) continue;
      take_particle(token, {static_cast<std::uint16_t>(token.span.size()), lang::Josa::None});
      token.reading.classes = token.reading.stem_classes = token.reading.word_classes;
    }
  }

  // 버는 of 리차드 버는 was read as a verb before it was a name.
  void settle_reading(const NameFound& n) {
    settle_whole(n);
    if (n.end - n.begin >= 2) settle_end(n);
  }

  // The particle behind a name that ends elsewhere than the word was thought to.
  void settle_end(const NameFound& n) {
    Token& token = a_.tokens[n.end - 1];
    if (n.name.end <= token.span.start || n.name.end >= token.span.end ||
        token.stem().end == n.name.end)
      return;
    lang::ParticleSplit splits[4];
    const int count = lang::split_particles(a_.surface(token), splits);
    for (int i = 0; i < count; ++i) {
      if (splits[i].stem_bytes == n.name.end - token.span.start) take_particle(token, splits[i]);
    }
  }

  static void take_particle(Token& token, const lang::ParticleSplit& split) {
    token.reading.stem_bytes = split.stem_bytes;
    token.reading.josa = split.josa;
    token.reading.verb_like = false;
    token.reading.verb = lang::VerbForm::None;
  }

  std::int32_t chain_of(const NameFound& n) {
    const std::string name(slice(a_.text, n.name));
    switch (n.shape) {
      case NameShape::Full:
      case NameShape::Foreign: {
        const auto it = by_name_.find(name);
        if (it != by_name_.end()) return it->second.chain;
        const std::int32_t last = foreign_chain(name);
        return last != kNone ? last : family_chain(name);
      }
      case NameShape::Surname:
        return surname_chain(name, n);
      default:
        return anonymous_chain(n);
    }
  }

  // 이 장관 → the latest 이○○ before, of the same title where one has it; else the first after.
  std::int32_t surname_chain(const std::string& surname, const NameFound& n) {
    std::int32_t best = kNone;
    int best_score = -1;
    for (std::int32_t chain : by_surname_[surname]) {
      const bool before = last_seen_[chain] > 0 || first_seen_[chain] < n.name.start;
      const int score = (same_title(chain, n.title) ? 4
                         : titles_[chain].empty()   ? 2
                         : civil(n.title)           ? 1
                                                    : 0) +
                        (before ? 8 : 0);
      if (score > best_score || (score == best_score && last_seen_[chain] > last_seen_[best])) {
        best = chain;
        best_score = score;
      }
    }
    // 이모(63) 씨 … 이 씨는: who was last called so, though another 이○○ has a full name.
    if (civil(n.title)) {
      const auto it = by_role_.find(surname + n.title);
      if (it != by_role_.end() && (best == kNone || last_seen_[it->second] > last_seen_[best]))
        return it->second;
    }
    if (best != kNone) return best;
    for (std::int32_t chain : by_first_syllable_[surname]) {
      if (same_title(chain, n.title)) return chain;
    }
    const std::string name =
        surname + " " + n.title;  // nobody of that surname: the title is all there is
    auto [it, added] = by_role_.try_emplace(civil(n.title) ? surname + n.title : name, kNone);
    if (added) {
      it->second = new_chain(EntityKind::Person, it->first);
      a_.chains[it->second].unnamed = true;  // another article's 이 의원 is another person
    }
    return it->second;
  }

  // 목 위원 after 목진서 위원, 현 총재 after 현도겸 한은 총재: surnames that no list has, that mean
  // "this" or "now" as well, or stand before a role in no list.
  void titled_surnames(const std::vector<NameFound>& people) {
    std::map<std::int32_t, std::vector<std::string_view>> roles;
    for (const NameFound& n : people) {
      if (n.shape == NameShape::Full) roles_behind(n, roles[chain_of(n)]);
    }
    for (TokenIndex t = 0; t + 1 < a_.tokens.size(); ++t) {
      const Token& token = a_.tokens[t];
      if (token.span.size() != 3 || a_.mention_at[t] != kNone || !token.is_word() || token.glued)
        continue;
      const std::vector<std::int32_t>* bearers = bearers_of(a_.surface(token));
      const std::int32_t role = bearers == nullptr ? kNone : role_behind(a_, t);
      if (role == kNone || a_.mention_at[role] != kNone) continue;
      const std::string title(a_.stem(a_.tokens[role]));
      for (std::int32_t chain : *bearers) {
        const auto& behind = roles[chain];
        if (first_seen_[chain] > token.span.start ||
            !(same_title(chain, title) ||
              std::find(behind.begin(), behind.end(), title) != behind.end()))
          continue;
        add_titled_surname(t, static_cast<TokenIndex>(role), chain);
        break;
      }
    }
  }

  // Who has the surname, Korean or Chinese; nullptr if nobody.
  const std::vector<std::int32_t>* bearers_of(std::string_view surname) const {
    const auto of = by_surname_.find(surname);
    if (of != by_surname_.end() && !of->second.empty()) return &of->second;
    const auto chinese = by_first_syllable_.find(surname);
    return chinese == by_first_syllable_.end() ? nullptr : &chinese->second;
  }

  // The words in the sentence behind a full name: its role may be among them.
  void roles_behind(const NameFound& n, std::vector<std::string_view>& words) const {
    constexpr TokenIndex kNear = 6;
    for (TokenIndex t = n.end; t < a_.tokens.size() && t < n.end + kNear; ++t) {
      if (a_.tokens[t].sentence != a_.tokens[n.begin].sentence) return;
      if (a_.tokens[t].is_word()) words.push_back(a_.stem(a_.tokens[t]));
    }
  }

  void add_titled_surname(TokenIndex surname, TokenIndex role, std::int32_t chain) {
    NameFound n;
    n.shape = NameShape::Surname;
    n.begin = surname;
    n.end = role + 1;
    n.name = a_.tokens[surname].span;
    n.surface = {n.name.start, a_.tokens[role].stem().end};
    n.title = std::string(a_.stem(a_.tokens[role]));
    n.rule = "person.surname_role";
    n.confidence = 0.8;
    titles_[chain][n.title]++;
    last_seen_[chain] = n.name.start;
    add_mention(n, chain);
  }

  // 오스틴 after 캐런 오스틴 is no town.
  bool is_last_name(const NameFound& n) const {
    if (n.kind != EntityKind::Place) return false;
    const std::string_view name = slice(a_.text, n.name);
    const auto it = by_last_word_.find(name);
    return it != by_last_word_.end() && a_.chains[it->second].name.size() > name.size() &&
           first_seen_[it->second] < n.name.start;
  }

  static bool civil(const std::string& title) {
    return title == "씨" || title == "군" || title == "양";
  }

  bool same_title(std::int32_t chain, const std::string& title) const {
    const auto it = titles_.find(chain);
    if (it == titles_.end()) return false;
    for (const auto& [known, count] : it->second) {
      if (known == title) return true;
      const std::string_view longer = known.size() > title.size() ? known : title;
      const std::string_view shorter = known.size() > title.size() ? title : known;
      if (!shorter.empty() && longer.substr(longer.size() - shorter.size()) == shorter) return true;
    }
    return false;
  }

  // A씨, 이모 씨: named by what stands there, brackets left out.
  std::int32_t anonymous_chain(const NameFound& n) {
    std::string name(slice(a_.text, n.name));
    if (name.size() > 3) {  // 이모 씨 and 이씨 are one
      const std::string surname = name.substr(0, 3);
      const auto it = by_role_.find(surname + n.title);
      if (it != by_role_.end()) return it->second;
    }
    const std::string shown = name + (name.size() > 1 ? " " : "") + n.title;
    auto [it, added] = by_role_.try_emplace(shown, kNone);
    if (added) {
      it->second = new_chain(EntityKind::Person, shown);
      a_.chains[it->second].unnamed = true;
      if (name.size() > 3) by_role_.try_emplace(name.substr(0, 3) + n.title, it->second);
    }
    return it->second;
  }

  // A body between a name and its title is mentioned too, though the words speak of the person.
  void add_mention(const NameFound& n, std::int32_t chain) {
    bool taken = false;
    for (TokenIndex t = n.begin; t < n.end; ++t) taken = taken || a_.mention_at[t] != kNone;
    if (taken && n.kind == EntityKind::Person) return;
    Mention m;
    m.kind = n.kind;
    m.chain = static_cast<std::uint32_t>(chain);
    m.surface = std::string(slice(a_.text, n.surface));
    m.span = n.surface;
    m.title = n.title;
    m.rule = n.rule;
    m.confidence = n.confidence;
    for (TokenIndex t = n.begin; t < n.end && !taken; ++t)
      a_.mention_at[t] = static_cast<std::int32_t>(a_.mentions.size());
    a_.mentions.push_back(std::move(m));
  }

  // 한국 in 한국인 씨's name; not 국방부 between a name and its title.
  bool inside_a_name(const NameFound& n) const {
    for (TokenIndex t = n.begin; t < n.end; ++t) {
      if (a_.mention_at[t] == kNone) continue;
      const ByteSpan taken = a_.mentions[a_.mention_at[t]].span;
      if (taken.start < n.name.end && n.name.start < taken.end) return true;
    }
    return false;
  }

  void add_body(const NameFound& n) {
    const std::string name = n.whole.empty() ? full_body_name(slice(a_.text, n.name)) : n.whole;
    auto [it, added] = bodies_.try_emplace(name, kNone);
    if (added) {
      if (n.kind == EntityKind::Organization) body_names_.push_back(name);
      it->second = body_chain(n, name);
      a_.chains[it->second].unnamed = n.unnamed;
    }
    add_unique(a_.chains[it->second].names, slice(a_.text, n.name));
    last_seen_[it->second] = n.name.start;
    settle_end(n);
    add_mention(n, it->second);
  }

  // 합참 → 합동참모본부, where the article has the full name too.
  std::string full_body_name(std::string_view name) const {
    static const lang::ClassMask kOrg = lang::class_mask("org");
    const lang::Word* word = lang::find_word(name);
    if (word != nullptr && word->has(kOrg)) {
      const std::string_view full = word->value(kOrg);
      if (!full.empty() && stands_in_text(full)) return std::string(full);
      if (full.empty()) return std::string(name);
    }
    return short_for(name);
  }

  // 국환부 after 국토환경안전부: the only body before it that it can be short for.
  std::string short_for(std::string_view name) const {
    static const lang::ClassMask kOwn =
        lang::class_mask("org_role") | lang::class_mask("noun") | lang::class_mask("body_noun");
    constexpr std::size_t kMostBodies = 100;  // keeps the cost linear
    const lang::Word* word = lang::find_word(name);
    const bool short_form = name.size() == 9 || name.size() == 12;
    if (!short_form || (word != nullptr && word->has(kOwn)) || body_names_.size() > kMostBodies)
      return std::string(name);
    const std::string* found = nullptr;
    for (const std::string& full : body_names_) {
      if (!names::abbreviates(name, full)) continue;
      if (found != nullptr) return std::string(name);
      found = &full;
    }
    return found != nullptr ? *found : std::string(name);
  }

  bool stands_in_text(std::string_view name) const {
    const auto it = full_in_text_.find(name);
    if (it != full_in_text_.end()) return it->second;
    return full_in_text_[std::string(name)] = a_.text.find(name) != std::string_view::npos;
  }

  // 외교부 after 중국 외교부 alone is the same body.
  std::int32_t body_chain(const NameFound& n, const std::string& name) {
    const std::string last(last_word(name));
    if (n.kind == EntityKind::Organization) {
      const auto it = body_by_last_word_.find(last);
      if (it != body_by_last_word_.end() && last == name && a_.chains[it->second].kind == n.kind)
        return it->second;
    }
    const std::int32_t chain = new_chain(n.kind, name);
    if (last != name) body_by_last_word_.try_emplace(last, chain);
    return chain;
  }

  // Names met once with a title stand elsewhere without one.
  void repeats() {
    for (TokenIndex t = 0; t < a_.tokens.size(); ++t) {
      const Token& token = a_.tokens[t];
      if (!token.is_word() || a_.mention_at[t] != kNone || !token.reading.hangul) continue;
      const std::string_view form = a_.surface(token);
      if (form.size() < 6 || !heads_.test(head_of(form))) continue;
      lang::ParticleSplit splits[4];
      const int count = lang::split_particles(form, splits);
      if (repeat(t, form)) continue;
      for (int i = 0; i < count; ++i) {
        if (repeat(t, form.substr(0, splits[i].stem_bytes))) {
          a_.tokens[t].reading.stem_bytes = splits[i].stem_bytes;
          a_.tokens[t].reading.josa = splits[i].josa;
          a_.tokens[t].reading.verb_like = false;
          a_.tokens[t].reading.stem_classes =
              lang::classes_of(form.substr(0, splits[i].stem_bytes));
          break;
        }
      }
    }
  }

  bool repeat(TokenIndex t, std::string_view form) {
    if (form.size() < 6) return false;
    std::int32_t chain = kNone;
    TokenIndex begin = t;
    if (const auto it = by_name_.find(form); it != by_name_.end()) {
      chain = it->second.chain;
    } else if (const auto last = by_last_word_.find(form); last != by_last_word_.end()) {
      chain = last->second;
      const std::string_view full = a_.chains[chain].name;
      const std::size_t blank = full.rfind(' ');
      if (blank != std::string_view::npos && t > 0 && a_.mention_at[t - 1] == kNone &&
          a_.tokens[t - 1].sentence == a_.tokens[t].sentence &&
          last_word(full.substr(0, blank)) == a_.surface(a_.tokens[t - 1])) {
        begin = t - 1;
      }
    }
    if (chain == kNone) return false;
    NameFound n;
    n.begin = begin;
    n.end = t + 1;
    n.name = n.surface = {a_.tokens[begin].span.start,
                          a_.tokens[t].span.start + static_cast<std::uint32_t>(form.size())};
    n.rule = "person.repeat";
    n.confidence = 0.8;
    add_mention(n, chain);
    return true;
  }

  // 아시아 축구 연맹(이하 AFC): the short form names the same body from here on.
  void short_forms() {
    int left = 50;  // a real article defines few; keeps the cost linear
    for (TokenIndex t = 1; t + 2 < a_.tokens.size() && left > 0; ++t) {
      if (a_.tokens[t].first != '(' || !a_.tokens[t].glued ||
          a_.surface(a_.tokens[t + 1]) != "이하" || text::is_digit(a_.tokens[t - 1].first))
        continue;  // 6일(이하 현지시간) names no body
      TokenIndex name = t + 2;
      if (!a_.tokens[name].is_word() && name + 1 < a_.tokens.size()) ++name;
      if (!a_.tokens[name].is_word()) continue;
      --left;
      link_short_form(t - 1, a_.stem(a_.tokens[name]));
    }
  }

  void link_short_form(TokenIndex full, std::string_view shortened) {
    const std::int32_t chain = full_body(full);
    for (TokenIndex t = full + 1; t < a_.tokens.size(); ++t) {
      if (a_.tokens[t].is_word() && a_.stem(a_.tokens[t]) == shortened) relink(t, chain);
    }
    add_unique(a_.chains[chain].names, shortened);
  }

  void relink(TokenIndex t, std::int32_t chain) {
    if (a_.mention_at[t] != kNone) {
      a_.mentions[a_.mention_at[t]].chain = static_cast<std::uint32_t>(chain);
      return;
    }
    NameFound n;
    n.kind = a_.chains[chain].kind;
    n.begin = t;
    n.end = t + 1;
    n.name = n.surface = a_.tokens[t].stem();
    n.rule = "org.short_form";
    n.confidence = 0.8;
    add_mention(n, chain);
  }

  // The body named by the words that end at `head`: 아시아 축구 연맹. What was found in them before
  // gives way.
  std::int32_t full_body(TokenIndex head) {
    TokenIndex begin = head;
    while (begin > 0 && a_.tokens[begin - 1].sentence == a_.tokens[head].sentence &&
           a_.tokens[begin - 1].is_word() &&
           (a_.tokens[begin - 1].reading.josa == lang::Josa::None ||
            a_.mention_at[begin - 1] != kNone) &&
           !a_.tokens[begin - 1].reading.verb_like && head - begin < 4) {
      --begin;
    }
    const ByteSpan span{a_.tokens[begin].span.start, a_.tokens[head].span.end};
    const std::int32_t old = a_.mention_at[head];
    const std::int32_t chain = new_chain(EntityKind::Organization, slice(a_.text, span));
    if (old == kNone) {
      NameFound n;
      n.kind = EntityKind::Organization;
      n.begin = head;
      n.end = head + 1;
      n.name = n.surface = span;
      n.rule = "org.defined";
      n.confidence = 0.8;
      add_mention(n, chain);
    } else {
      a_.mentions[old].chain = static_cast<std::uint32_t>(chain);
    }
    return chain;
  }

  void finish() {
    for (auto& [chain, counts] : titles_) {
      std::vector<std::pair<int, std::string>> order;
      for (const auto& [title, count] : counts) order.emplace_back(-count, title);
      std::sort(order.begin(), order.end());
      for (auto& [count, title] : order) a_.chains[chain].titles.push_back(title);
    }
    for (Chain& c : a_.chains) {
      std::sort(c.names.begin(), c.names.end());
      for (const std::string& n : c.names) {
        if (c.kind == EntityKind::Person &&
            text::count_codepoints(n) > text::count_codepoints(c.name) && !c.unnamed)
          c.name = n;
      }
    }
    order_mentions();
  }

  void order_mentions() {
    std::vector<std::int32_t> order(a_.mentions.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::int32_t>(i);
    std::sort(order.begin(), order.end(), [&](std::int32_t x, std::int32_t y) {
      return a_.mentions[x].span.start < a_.mentions[y].span.start;
    });
    std::vector<std::int32_t> place(order.size());
    std::vector<Mention> sorted;
    sorted.reserve(order.size());
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
  // By the first three bytes, folded: whether a name begins so. Most words of an article do not.
  static constexpr std::size_t kHeads = 4096;
  static std::size_t head_of(std::string_view form) {
    std::size_t head = 0;
    for (char c : form.substr(0, 3)) head = head * 64 + (static_cast<unsigned char>(c) & 63);
    return head % kHeads;
  }
  std::bitset<kHeads> heads_;

  ByString<Known> by_name_;
  ByString<std::int32_t> by_last_word_, by_first_word_, by_role_, bodies_, body_by_last_word_;
  ByString<std::vector<std::int32_t>> by_surname_, by_first_syllable_;
  std::map<std::int32_t, std::map<std::string, int>> titles_;
  std::vector<Known> full_;
  std::vector<std::uint32_t> last_seen_, first_seen_;  // by chain: bytes
  mutable ByString<bool> full_in_text_;
  std::vector<std::string> body_names_;  // in the order of the text
};

}  // namespace

void build_chains(Analysis& a, std::vector<NameFound> people, std::vector<NameFound> bodies) {
  a.mention_at.assign(a.tokens.size(), kNone);
  ChainBuilder(a).run(std::move(people), std::move(bodies));
}

std::int32_t chain_named(const Analysis& a, std::string_view name) {
  for (std::size_t i = 0; i < a.chains.size(); ++i) {
    if (a.chains[i].name == name) return static_cast<std::int32_t>(i);
  }
  return kNone;
}

}  // namespace onrecord::extract
