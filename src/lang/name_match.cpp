#include "lang/name_match.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "lang/hangul.h"
#include "lang/lexicon.h"
#include "lang/sound_distance.h"
#include "lang/sound_words.h"

namespace onrecord::lang {
namespace {

// Scores in thousandths. Tuned on tests/names/pairs.tsv; see docs/names.md for what each is for.
constexpr int kSame = 1000;            // the same letters, but for spaces and case
constexpr int kCurated = 980;          // a pair of lexicon/name_aliases.tsv
constexpr int kSurnameVariant = 920;   // 류현진, 유현진
constexpr int kSurnameShare = 250;     // of a Korean person's score
constexpr int kOtherKorean = 700;      // most that two different Korean names can reach
constexpr int kStrictness = 220;       // per cent of the distance that counts between Korean names
constexpr int kForeignAsKorean = 20;   // less: a foreign reading against a name that may be Korean
constexpr int kJoined = 970;           // factor: words run together on one side
constexpr int kLastWordOnly = 950;     // factor: Altman for 샘 올트먼
constexpr int kFirstWordBehind = 100;  // Sam for 샘 올트먼
constexpr int kShortCandidate = 850;   // factor: Sam Altman for 올트먼
constexpr int kMiddleWord = 40;        // a word that the other name leaves out
constexpr int kOtherOrder = 10;
constexpr int kWeakestWordLead = 150;  // how far the mean may lie above the weakest word
constexpr int kInitial = 850;          // S. for 샘
constexpr int kSurnameOnly = 600;      // Lee for 이재명: right, but says nothing
constexpr int kRoughLatin = 400;       // a Latin candidate is worth a closer look
constexpr int kMargin = 60;
constexpr int kThreshold = 750;

int times(int score, int factor) {
  return score * factor / 1000;
}

using Scores = std::vector<std::uint16_t>;  // by id of a form

// Distinct forms with their sounds; an id is a place in `texts`.
struct Forms {
  std::vector<std::string> texts;
  std::vector<int> weights;
  std::unordered_multimap<std::string, std::uint32_t> by_folded_text;
  SoundIndex sounds{{}};
};

class FormBuilder {
 public:
  std::uint32_t id(const std::string& text) {
    const auto [at, is_new] = ids_.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return at->second;
  }
  Forms build() && {
    Forms out;
    std::vector<Phones> sounds;
    for (const std::string& text : texts_) sounds.push_back(usual_phones(text));
    for (const Phones& phones : sounds) out.weights.push_back(std::max(1, weight_of(phones)));
    for (std::size_t id = 0; id < texts_.size(); ++id) {
      out.by_folded_text.emplace(folded_name(texts_[id]), static_cast<std::uint32_t>(id));
    }
    out.texts = std::move(texts_);
    out.sounds = SoundIndex(std::move(sounds));
    return out;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::vector<std::string> texts_;
};

struct Person {
  std::string surname;
  std::uint32_t given = 0;               // in PreparedNames::korean
  std::vector<std::uint32_t> syllables;  // in PreparedNames::korean
};

struct Candidate {
  std::string name;
  std::string folded;
  Script script = Script::Other;
  std::uint32_t whole = 0;  // in PreparedNames::people where there are persons, else in ::wholes
  std::vector<std::uint32_t> words;  // in PreparedNames::words; empty for a name of one word
  std::vector<Person> persons;
};

std::string run_together(const std::vector<std::string>& words, std::size_t begin,
                         std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += words[i];
  return out;
}

std::string run_together(const std::vector<std::string>& words) {
  return run_together(words, 0, words.size());
}

}  // namespace

struct PreparedNames {
  std::vector<Candidate> candidates;
  Forms wholes;  // names without their spaces, but for
  Forms people;  // names that may be those of Korean people
  Forms words;   // words of names that have several
  Forms korean;  // given names and syllables of Korean people
};

namespace {

struct Builders {
  FormBuilder wholes, people, words, korean;
};

Candidate prepare(std::string name, Builders& builders) {
  Candidate out;
  const auto words = name_words(name, Hyphens::Dropped);
  out.folded = folded_name(name);
  out.script = script_of(name);
  if (words.size() > 1) {
    for (const std::string& word : words) out.words.push_back(builders.words.id(word));
  } else if (words.size() == 1) {
    for (const PersonSplit& split : korean_person_splits(words[0])) {
      Person person{split.surname, builders.korean.id(split.given), {}};
      for (std::string_view syllable : characters(split.given)) {
        person.syllables.push_back(builders.korean.id(std::string(syllable)));
      }
      out.persons.push_back(std::move(person));
    }
  }
  out.whole = (out.persons.empty() ? builders.wholes : builders.people).id(run_together(words));
  out.name = std::move(name);
  return out;
}

// --- curated pairs

struct Aliases {
  std::unordered_map<std::string, std::vector<std::string>> of;  // folded -> as written
};

Aliases load_aliases() {
  Aliases out;
  static const ClassMask mask = class_mask("name_alias");
  for (const Word& word : all_words()) {
    for (const Fact& fact : word.facts) {
      if ((mask >> fact.cls & 1) == 0) continue;
      out.of[folded_name(word.form)].emplace_back(fact.value);
      out.of[folded_name(fact.value)].emplace_back(word.form);
    }
  }
  return out;
}

const std::vector<std::string>& direct_aliases(const std::string& folded) {
  static const Aliases aliases = load_aliases();
  static const std::vector<std::string> none;
  const auto found = aliases.of.find(folded);
  return found == aliases.of.end() ? none : found->second;
}

// Names that share one other name are names of one thing: 모택동, mao zedong, 마오쩌둥.
std::unordered_set<std::string> folded_aliases(std::string_view name) {
  std::unordered_set<std::string> out;
  const std::string folded = folded_name(name);
  for (const std::string& near : direct_aliases(folded)) {
    out.insert(folded_name(near));
    for (const std::string& far : direct_aliases(folded_name(near))) out.insert(folded_name(far));
  }
  out.erase(folded);
  return out;
}

// --- the query's side

struct Word {
  std::string text;
  Scores scores;  // against PreparedNames::words
};

// A Korean person's name in Latin letters: one way to part it into surname and given name.
struct LatinPerson {
  std::vector<std::string> surnames;
  Scores given;                   // against PreparedNames::korean
  std::vector<Scores> syllables;  // the same, for each part of the given name
};

struct Query {
  std::string folded;
  Script script = Script::Other;
  std::vector<Word> words;      // hyphens dropped
  std::vector<Word> cut_words;  // hyphens cut; empty where that changes nothing
  Scores whole;                 // against PreparedNames::wholes, as any language writes it
  Scores person;                // against PreparedNames::people, as any language writes it
  Scores person_korean;         // the same, as romanised Korean
  Scores last_word;             // the last word alone; empty where there is one word only
  std::vector<LatinPerson> latin_persons;
  std::vector<PersonSplit> persons;
  std::vector<std::string> lone_surnames;  // where the query is but a surname
  std::unordered_set<std::string> aliases;
};

// Korean names differ in one sound: what is a shade between spellings of a foreign name counts
// twice here.
int strict(int score) {
  return std::max(0, 1000 - kStrictness * (1000 - score) / 100);
}
// The score that strict() turns into `score`.
int lenient(int score) {
  return 1000 - (1000 - score) * 100 / kStrictness;
}

// Compares words of the query with prepared forms.
class Listener {
 public:
  Listener(const PreparedNames& names, int floor) : names_(names), floor_(floor) {}

  Scores foreign(const std::string& word, const Forms& forms) const {
    return scores(foreign_readings(word), forms, floor_);
  }
  Scores foreign_person(const std::string& word) const {
    return scores(foreign_readings(word), names_.people, lenient(floor_));
  }
  Scores korean_person(const std::string& word) const {
    return scores(korean_readings(word), names_.people, lenient(floor_));
  }

  // A part of a given name: as romanised Korean, or as anything where it cannot be that.
  Scores given(const std::string& word) const {
    std::vector<Reading> readings = korean_readings(word);
    if (readings.empty()) readings = foreign_readings(word);
    Scores out = scores(readings, names_.korean, lenient(floor_));
    if (word.size() == 1) add_initial(word[0], out, names_.korean);
    return out;
  }

  Word word(const std::string& text) const {
    Word out{text, foreign(text, names_.words)};
    add_same_text(folded_name(text), kSame, out.scores);
    for (const std::string& alias : folded_aliases(text))
      add_same_text(alias, kCurated, out.scores);
    if (fold_latin(text).size() == 1) add_initial(text[0], out.scores, names_.words);
    return out;
  }

  const PreparedNames& names() const { return names_; }

 private:
  static Scores scores(const std::vector<Reading>& readings, const Forms& forms, int floor) {
    Scores out(forms.texts.size(), 0);
    for (const Reading& reading : readings) forms.sounds.compare(reading, floor, out);
    return out;
  }

  static void add_initial(char letter, Scores& out, const Forms& forms) {
    for (std::size_t id = 0; id < out.size(); ++id) {
      if (initial_fits(static_cast<char>(letter | 32), usual_phones(forms.texts[id]))) {
        out[id] = kInitial;
      }
    }
  }

  void add_same_text(const std::string& folded, int score, Scores& out) const {
    const auto [begin, end] = names_.words.by_folded_text.equal_range(folded);
    for (auto at = begin; at != end; ++at) {
      out[at->second] = std::max(out[at->second], static_cast<std::uint16_t>(score));
    }
  }

  const PreparedNames& names_;
  int floor_;
};

LatinPerson part_person(const std::vector<std::string>& words, std::size_t surname,
                        const Listener& listener) {
  LatinPerson out;
  out.surnames = surnames_of_latin(words[surname]);
  if (out.surnames.empty()) return out;
  const std::size_t begin = surname == 0 ? 1 : 0;
  const std::size_t end = surname == 0 ? words.size() : words.size() - 1;
  out.given = listener.given(run_together(words, begin, end));
  if (end - begin == 2) {
    for (std::size_t i = begin; i < end; ++i) out.syllables.push_back(listener.given(words[i]));
  }
  return out;
}

void add_latin_persons(const std::vector<std::string>& cut, const Listener& listener, Query& out) {
  if (cut.size() < 2 || cut.size() > 3) return;
  for (std::size_t surname : {std::size_t{0}, cut.size() - 1}) {
    LatinPerson person = part_person(cut, surname, listener);
    if (!person.surnames.empty()) out.latin_persons.push_back(std::move(person));
  }
}

void add_lone_surname(const std::vector<std::string>& words, Query& out) {
  if (words.size() != 1) return;
  if (out.script == Script::Latin) out.lone_surnames = surnames_of_latin(words[0]);
  for (const std::string& other : out.aliases) {
    if (characters(other).size() == 1 && is_hangul_word(other)) out.lone_surnames.push_back(other);
  }
  if (out.script == Script::Hangul && characters(words[0]).size() == 1)
    out.lone_surnames.push_back(words[0]);
}

Query read_query(std::string_view name, const Listener& listener) {
  Query out;
  const PreparedNames& names = listener.names();
  out.folded = folded_name(name);
  out.script = script_of(name);
  out.aliases = folded_aliases(name);
  const auto words = name_words(name, Hyphens::Dropped);
  const auto cut = name_words(name, Hyphens::Cut);
  const std::string whole = run_together(words);
  out.whole = listener.foreign(whole, names.wholes);
  out.person = listener.foreign_person(whole);
  out.person_korean = listener.korean_person(whole);
  for (const std::string& word : words) out.words.push_back(listener.word(word));
  if (cut != words) {
    for (const std::string& word : cut) out.cut_words.push_back(listener.word(word));
  }
  if (words.size() > 1) out.last_word = listener.foreign(words.back(), names.wholes);
  if (out.script == Script::Latin) add_latin_persons(cut, listener, out);
  if (words.size() == 1) out.persons = korean_person_splits(words[0]);
  add_lone_surname(words, out);
  return out;
}

// --- one query, one candidate

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int given_score(const LatinPerson& query, const Person& person) {
  if (query.syllables.size() != person.syllables.size() || query.syllables.empty()) {
    return strict(query.given[person.given]);
  }
  int sum = 0;
  for (std::size_t i = 0; i < person.syllables.size(); ++i)
    sum += query.syllables[i][person.syllables[i]];
  return strict(sum / static_cast<int>(person.syllables.size()));
}

int latin_person_score(const Query& query, const Candidate& candidate) {
  int best = 0;
  for (const LatinPerson& asked : query.latin_persons) {
    for (const Person& person : candidate.persons) {
      if (!holds(asked.surnames, person.surname)) continue;
      const int given = given_score(asked, person);
      if (given > 0) best = std::max(best, kSurnameShare + times(given, 1000 - kSurnameShare));
    }
  }
  return best;
}

bool is_surname_variant(const Query& query, const Candidate& candidate,
                        const PreparedNames& names) {
  for (const PersonSplit& a : query.persons) {
    for (const Person& b : candidate.persons) {
      if (names.korean.texts[b.given] == a.given && same_surname(a.surname, b.surname)) return true;
    }
  }
  return false;
}

int surname_only_score(const Query& query, const Candidate& candidate) {
  for (const Person& person : candidate.persons) {
    if (holds(query.lone_surnames, person.surname)) return kSurnameOnly;
  }
  return 0;
}

// The candidate may be a Korean person, in one word.
int score_korean(const Query& query, const Candidate& candidate, const PreparedNames& names) {
  const int heard = strict(query.person[candidate.whole]);
  if (query.script == Script::Hangul) {
    if (query.persons.empty()) return std::max(heard, surname_only_score(query, candidate));
    return is_surname_variant(query, candidate, names) ? kSurnameVariant
                                                       : std::min(heard, kOtherKorean);
  }
  int best = std::max(strict(query.person_korean[candidate.whole]), heard - kForeignAsKorean);
  best = std::max(best, surname_only_score(query, candidate));
  return std::max(best, latin_person_score(query, candidate));
}

// Words of two names matched in pairs.
struct Pairing {
  int sum = 0, weight = 0, weakest = 1000;
  void add(int score, int of_weight) {
    sum += score * of_weight;
    weight += of_weight;
    weakest = std::min(weakest, score);
  }
  int score() const { return weight == 0 ? 0 : std::min(sum / weight, weakest + kWeakestWordLead); }
};

class WordMatcher {
 public:
  WordMatcher(const std::vector<Word>& asked, const Candidate& candidate, const Forms& forms)
      : asked_(asked), words_(candidate.words), forms_(forms) {}

  int score() const {
    const std::size_t n = asked_.size(), m = words_.size();
    if (n == 1) return one_word();
    if (n == m) return std::max({turned(0), turned(1) - kOtherOrder, turned(m - 1) - kOtherOrder});
    return uneven();
  }

 private:
  int pair(std::size_t asked, std::size_t word) const { return asked_[asked].scores[words_[word]]; }
  int weight(std::size_t word) const { return forms_.weights[words_[word]]; }

  int one_word() const {
    return times(std::max(pair(0, words_.size() - 1), pair(0, 0) - kFirstWordBehind),
                 kLastWordOnly);
  }

  int turned(std::size_t by) const {
    Pairing pairing;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::size_t word = (i + by) % words_.size();
      pairing.add(pair(i, word), weight(word));
    }
    return pairing.score();
  }

  // First and last words belong together; of those between, the longer name leaves some over.
  int uneven() const {
    const std::size_t n = asked_.size(), m = words_.size();
    Pairing pairing;
    pairing.add(pair(0, 0), weight(0));
    pairing.add(pair(n - 1, m - 1), weight(m - 1));
    std::size_t next = 1;
    const bool asked_longer = n > m;
    const std::size_t few = std::min(n, m), many = std::max(n, m);
    for (std::size_t i = 1; i + 1 < few; ++i) {
      std::size_t best = next;
      const std::size_t last = many - 1 - (few - 1 - i);
      for (std::size_t k = next; k <= last; ++k) {
        if (asked_longer ? pair(k, i) > pair(best, i) : pair(i, k) > pair(i, best)) best = k;
      }
      const std::size_t word = asked_longer ? i : best;
      pairing.add(asked_longer ? pair(best, i) : pair(i, best), weight(word));
      next = best + 1;
    }
    return pairing.score() - kMiddleWord * static_cast<int>(many - few);
  }

  const std::vector<Word>& asked_;
  const std::vector<std::uint32_t>& words_;
  const Forms& forms_;
};

int score_words(const Query& query, const Candidate& candidate, const PreparedNames& names) {
  if (candidate.words.empty()) {
    const int last =
        query.last_word.empty() ? 0 : times(query.last_word[candidate.whole], kShortCandidate);
    return std::max<int>(
        times(query.whole[candidate.whole], query.words.size() > 1 ? kJoined : 1000), last);
  }
  int best = times(query.whole[candidate.whole], kJoined);
  if (query.words.empty()) return best;
  best = std::max(best, WordMatcher(query.words, candidate, names.words).score());
  if (query.cut_words.empty()) return best;
  return std::max(best, WordMatcher(query.cut_words, candidate, names.words).score());
}

int score(const Query& query, const Candidate& candidate, const PreparedNames& names) {
  if (query.folded == candidate.folded) return kSame;
  if (query.aliases.count(candidate.folded) != 0) return kCurated;
  if (!candidate.persons.empty()) return score_korean(query, candidate, names);
  return score_words(query, candidate, names);
}

// Scores of all candidates; words below `floor` count as nothing.
std::vector<int> score_all(const PreparedNames& names, std::string_view name, int floor) {
  const Query query = read_query(name, Listener(names, floor));
  std::vector<int> out;
  out.reserve(names.candidates.size());
  for (const Candidate& candidate : names.candidates) {
    int one = score(query, candidate, names);
    // Only the asking side is read in all ways: a Latin candidate asks back.
    if (query.script == Script::Hangul && candidate.script == Script::Latin && one >= kRoughLatin &&
        one < kCurated) {
      one = static_cast<int>(std::lround(1000 * name_similarity(candidate.name, name)));
    }
    out.push_back(one);
  }
  return out;
}

std::vector<std::size_t> best_first(const PreparedNames& names, const std::vector<int>& scores) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (scores[i] > 0) out.push_back(i);
  }
  std::sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    return scores[a] != scores[b] ? scores[a] > scores[b]
                                  : names.candidates[a].name < names.candidates[b].name;
  });
  return out;
}

// A candidate far behind the best is not the name that was meant, however well it sounds.
int printed(int score, int best) {
  return score >= best - kMargin ? score : std::min(score, kThreshold - 1);
}

}  // namespace

NameIndex::NameIndex(std::vector<std::string> names) {
  auto prepared = std::make_unique<PreparedNames>();
  Builders builders;
  for (std::string& name : names)
    prepared->candidates.push_back(prepare(std::move(name), builders));
  prepared->wholes = std::move(builders.wholes).build();
  prepared->people = std::move(builders.people).build();
  prepared->words = std::move(builders.words).build();
  prepared->korean = std::move(builders.korean).build();
  prepared_ = std::move(prepared);
}

NameIndex::NameIndex(NameIndex&&) noexcept = default;
NameIndex& NameIndex::operator=(NameIndex&&) noexcept = default;
NameIndex::~NameIndex() = default;

std::vector<NameMatch> NameIndex::match(std::string_view query, std::size_t at_least) const {
  at_least = std::min(at_least, prepared_->candidates.size());
  std::vector<int> scores;
  std::vector<std::size_t> order;
  for (int floor : {600, 400, 200}) {
    scores = score_all(*prepared_, query, floor);
    order = best_first(*prepared_, scores);
    if (order.size() >= at_least) break;
  }
  std::vector<NameMatch> out;
  for (std::size_t i : order) {
    const int shown = printed(scores[i], scores[order.front()]);
    if (out.size() >= at_least && shown < kThreshold) break;
    out.push_back({prepared_->candidates[i].name, shown / 1000.0});
  }
  for (std::size_t i = 0; i < scores.size() && out.size() < at_least; ++i) {
    if (scores[i] <= 0) out.push_back({prepared_->candidates[i].name, 0});
  }
  return out;
}

std::vector<double> NameIndex::similarities(std::string_view query, double floor) const {
  const int of_words = std::max(1, static_cast<int>(floor * 1000) - 250);
  std::vector<double> out;
  for (int one : score_all(*prepared_, query, of_words)) out.push_back(one / 1000.0);
  return out;
}

double name_similarity(std::string_view a, std::string_view b) {
  return NameIndex({std::string(b)}).similarities(a, 0).front();
}

std::vector<NameMatch> match_name(std::string_view query,
                                  const std::vector<std::string>& candidates,
                                  std::size_t at_least) {
  return NameIndex(candidates).match(query, at_least);
}

std::vector<std::string> curated_aliases(std::string_view name) {
  return direct_aliases(folded_name(name));
}

std::string sound_skeleton(std::string_view name) {
  static constexpr std::string_view kSymbols = "QKUTVPSJYNMGL";
  static constexpr std::string_view kClasses = "KKTTPPSSSNNNL";
  std::string out;
  for (const std::string& word : name_words(name, Hyphens::Dropped)) {
    for (char symbol : symbols_from_phones(usual_phones(word))) {
      const std::size_t at = kSymbols.find(symbol);
      if (at == std::string_view::npos) continue;
      if (out.empty() || out.back() != kClasses[at]) out += kClasses[at];
    }
  }
  return out;
}

bool may_be_korean_name(std::string_view word) {
  return !korean_person_splits(word).empty();
}

}  // namespace onrecord::lang
