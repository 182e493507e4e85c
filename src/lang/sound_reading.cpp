#include "lang/sound_reading.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "lang/lexicon.h"
#include "text/utf8.h"

namespace onrecord::lang {
namespace {

constexpr std::uint16_t kSilentVowel = 400, kSilentConsonant = 1000, kOtherLanguage = 120;

struct Rule {
  std::string_view letters, before, after;
  Phones heard;
  std::uint16_t cost = 0;
};

struct RuleSet {
  std::array<std::vector<Rule>, 26> by_first_letter;
};

RuleSet load_rules(std::string_view name) {
  RuleSet out;
  for (const TableRow& row : table(name)) {
    const auto& c = row.cells;
    const Phones heard = c[3] == "-" ? Phones() : phones_from_symbols(c[3]);
    const auto cost = static_cast<std::uint16_t>(10 * std::stoi(std::string(c[4])));
    out.by_first_letter[static_cast<std::size_t>(c[0][0] - 'a')].push_back(
        {c[0], c[1], c[2], heard, cost});
  }
  return out;
}

const RuleSet& rules_for(Spelling spelling) {
  static const std::array<RuleSet, 4> kSets = {
      load_rules("sound_latin"), load_rules("sound_romaja"), load_rules("sound_pinyin"),
      load_rules("sound_romaji")};
  return kSets[static_cast<std::size_t>(spelling)];
}

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// `c` is a letter, '^' or '$'.
bool fits(std::string_view context, char c) {
  if (context == "*") return true;
  const bool letter = c >= 'a' && c <= 'z';
  for (char wanted : context) {
    if (wanted == c || (letter && wanted == (is_vowel(c) ? 'V' : 'C'))) return true;
  }
  return false;
}

struct Word {
  std::string_view letters;
  char before(std::size_t at) const { return at == 0 ? '^' : letters[at - 1]; }
  char after(std::size_t at) const { return at >= letters.size() ? '$' : letters[at]; }
};

bool applies(const Rule& rule, const Word& word, std::size_t at) {
  return word.letters.compare(at, rule.letters.size(), rule.letters) == 0 &&
         fits(rule.before, word.before(at)) &&
         fits(rule.after, word.after(at + rule.letters.size()));
}

// Positions are numbered as they come: those inside a step's phones between its first letter and
// the next one.
class LatticeBuilder {
 public:
  explicit LatticeBuilder(std::size_t letters) : starting_(letters + 1), place_(letters + 1) {}

  void add(std::size_t from, std::size_t to, std::uint16_t cost, Phones heard) {
    starting_[from].push_back({to, cost, std::move(heard)});
  }

  std::vector<std::vector<Step>> build() {
    number_positions();
    std::vector<std::vector<Step>> out(count_);
    for (std::size_t at = 0; at < starting_.size(); ++at) {
      std::uint16_t inner = place_[at];
      for (const Draft& draft : starting_[at]) inner = lay(draft, place_[at], inner, out);
    }
    return out;
  }

 private:
  struct Draft {
    std::size_t to;
    std::uint16_t cost;
    Phones heard;
    std::size_t inner_positions() const { return heard.size() < 2 ? 0 : heard.size() - 1; }
  };

  void number_positions() {
    count_ = 0;
    for (std::size_t at = 0; at < starting_.size(); ++at) {
      place_[at] = static_cast<std::uint16_t>(count_++);
      for (const Draft& draft : starting_[at]) count_ += draft.inner_positions();
    }
  }

  // Returns the last position inside that was given away.
  std::uint16_t lay(const Draft& draft, std::uint16_t from, std::uint16_t inner,
                    std::vector<std::vector<Step>>& out) const {
    const std::uint16_t end = place_[draft.to];
    if (draft.heard.empty()) out[end].push_back({from, draft.cost, kSilent});
    std::uint16_t cost = draft.cost;
    for (std::size_t i = 0; i < draft.heard.size(); ++i) {
      const bool last = i + 1 == draft.heard.size();
      const std::uint16_t to = last ? end : ++inner;
      out[to].push_back({from, cost, draft.heard[i]});
      if (draft.heard.size() > 1) {
        const std::uint16_t alone = sound_costs().alone[static_cast<std::size_t>(draft.heard[i])];
        out[to].push_back({from, static_cast<std::uint16_t>(cost + alone), kSilent});
      }
      from = to;
      cost = 0;
    }
    return inner;
  }

  std::vector<std::vector<Draft>> starting_;
  std::vector<std::uint16_t> place_;  // of the position before each letter, and of the end
  std::size_t count_ = 0;
};

void add_rule_steps(LatticeBuilder& out, const Word& word, const RuleSet& rules) {
  for (std::size_t at = 0; at < word.letters.size(); ++at) {
    for (const Rule& rule :
         rules.by_first_letter[static_cast<std::size_t>(word.letters[at] - 'a')]) {
      if (applies(rule, word, at)) out.add(at, at + rule.letters.size(), rule.cost, rule.heard);
    }
  }
}

// A doubled consonant is one sound.
void add_double_steps(LatticeBuilder& out, const Word& word) {
  for (std::size_t at = 0; at < word.letters.size(); ++at) {
    const bool doubled = word.after(at + 1) == word.letters[at] && !is_vowel(word.letters[at]);
    if (doubled) out.add(at, at + 1, 0, {});
  }
}

void add_silent_steps(LatticeBuilder& out, const Word& word) {
  for (std::size_t at = 0; at < word.letters.size(); ++at) {
    out.add(at, at + 1, is_vowel(word.letters[at]) ? kSilentVowel : kSilentConsonant, {});
  }
}

// Sets heard and weight; false where no path leads to the end. Of equally cheap paths the one with
// fewer steps.
bool find_usual_path(Reading& reading) {
  constexpr int kNone = std::numeric_limits<int>::max();
  std::vector<int> cost(reading.ending.size(), kNone);
  std::vector<const Step*> last(reading.ending.size(), nullptr);
  cost[0] = 0;
  for (std::size_t i = 1; i < reading.ending.size(); ++i) {
    for (const Step& step : reading.ending[i]) {
      if (cost[step.from] == kNone) continue;
      const int here = cost[step.from] + step.cost + 1;
      if (here < cost[i]) {
        cost[i] = here;
        last[i] = &step;
      }
    }
  }
  if (cost.back() == kNone) return false;
  std::vector<const Step*> path;
  for (std::size_t i = reading.length(); i > 0; i = last[i]->from) path.push_back(last[i]);
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    if ((*step)->phone != kSilent) reading.heard += (*step)->phone;
  }
  reading.weight = weight_of(reading.heard);
  return true;
}

// A word that can be read as Chinese or Japanese is most often neither.
void make_unusual(Reading& reading) {
  for (Step& step : reading.ending.back())
    step.cost = static_cast<std::uint16_t>(step.cost + kOtherLanguage);
}

std::unordered_map<char32_t, std::string_view> load_folds() {
  std::unordered_map<char32_t, std::string_view> out;
  for (const TableRow& row : table("sound_fold")) {
    std::size_t at = 0;
    out[text::decode(row.cells[0], at)] = row.cells[1];
  }
  return out;
}

}  // namespace

std::string fold_latin(std::string_view word) {
  static const std::unordered_map<char32_t, std::string_view> folds = load_folds();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const auto c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(text::decode(word, at))));
    if (const auto fold = folds.find(c); fold != folds.end()) {
      out += fold->second;
      continue;
    }
    icu::UnicodeString parts;
    if (c < 0x80 || nfkd == nullptr || !nfkd->getDecomposition(static_cast<UChar32>(c), parts)) {
      parts = icu::UnicodeString(static_cast<UChar32>(c));
    }
    for (std::int32_t i = 0; i < parts.length(); ++i) {
      const char16_t unit = parts[i];
      if (text::is_ascii_letter(unit)) out += static_cast<char>(unit | 32);
    }
  }
  return out;
}

std::optional<Reading> read_letters(const std::string& letters, Spelling spelling) {
  if (letters.empty()) return std::nullopt;
  LatticeBuilder lattice(letters.size());
  add_rule_steps(lattice, {letters}, rules_for(spelling));
  if (spelling != Spelling::Romaja) add_double_steps(lattice, {letters});
  Reading out{lattice.build(), {}, 0};
  if (!find_usual_path(out)) return std::nullopt;
  LatticeBuilder complete = lattice;
  add_silent_steps(complete, {letters});
  out.ending = complete.build();
  if (spelling == Spelling::Pinyin || spelling == Spelling::Romaji) make_unusual(out);
  return out;
}

Reading read_phones(const Phones& phones) {
  Reading out;
  out.ending.resize(phones.size() + 1);
  for (std::size_t i = 0; i < phones.size(); ++i) {
    const auto from = static_cast<std::uint16_t>(i);
    const std::uint16_t alone = sound_costs().alone[static_cast<std::size_t>(phones[i])];
    out.ending[i + 1] = {{from, 0, phones[i]}, {from, alone, kSilent}};
  }
  out.heard = phones;
  out.weight = weight_of(phones);
  return out;
}

Reading join(Reading first, const Reading& second) {
  const auto shift = static_cast<std::uint16_t>(first.length());
  if (first.ending.empty()) first.ending.resize(1);
  for (std::size_t i = 1; i < second.ending.size(); ++i) {
    first.ending.push_back(second.ending[i]);
    for (Step& step : first.ending.back())
      step.from = static_cast<std::uint16_t>(step.from + shift);
  }
  first.heard += second.heard;
  first.weight += second.weight;
  return first;
}

bool initial_fits(char letter, const Phones& phones) {
  if (letter < 'a' || letter > 'z') return false;
  const char after = phones.size() > 1 && !is_consonant(phones[1]) ? 'a' : 'l';
  for (Spelling spelling : {Spelling::Latin, Spelling::Romaja}) {
    for (const Rule& rule :
         rules_for(spelling).by_first_letter[static_cast<std::size_t>(letter - 'a')]) {
      // S for Sh, but not T for Ts: of two letters only the plain reading.
      if (rule.cost > (rule.letters.size() == 1 ? 60 : 0)) continue;
      if (rule.heard.empty() || !fits(rule.before, '^')) continue;
      if (rule.letters.size() == 1 && !fits(rule.after, after)) continue;
      if (phones.compare(0, rule.heard.size(), rule.heard) == 0) return true;
    }
  }
  return false;
}

}  // namespace onrecord::lang
