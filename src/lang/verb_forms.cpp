#include "lang/verb_forms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::lang {
namespace {

// Vowels and finals by their place in a Hangul syllable (Unicode, 3.12): 0xAC00 + (initial * 21 +
// vowel) * 28 + final.
constexpr int kA = 0, kAE = 1, kEO = 4, kE = 5, kYEO = 6, kO = 8, kWA = 9, kOE = 11, kU = 13,
              kWO = 14, kEU = 18, kI = 20;
constexpr int kNieun = 4, kDigeut = 7, kRieul = 8, kBieup = 17, kSsangSiot = 20;
constexpr int kRieulInitial = 5;

struct Syllable {
  int initial, vowel, final;
  char32_t code() const {
    return static_cast<char32_t>(0xAC00 + (initial * 21 + vowel) * 28 + final);
  }
};

Syllable syllable(char32_t c) {
  const int n = static_cast<int>(c - 0xAC00);
  return {n / 588, n % 588 / 28, n % 28};
}

// How a stem stands before an ending.
enum class Shape : std::uint8_t { Plain, Past, Infinitive, AdnominalN, AdnominalL, FormalB };

struct Realisation {
  const Word* verb;
  Shape shape;
  char32_t first = 0, second = 0;  // syllables; 0: none
  std::string form;
};

constexpr std::size_t kSyllables = 11172;  // of Hangul, from U+AC00

char32_t second_syllable(std::string_view word) {
  std::size_t at = 3;
  return word.size() > 3 ? text::decode(word, at) : 0;
}

class Conjugator {
 public:
  Conjugator() {
    const ClassMask verbs = class_mask("report") | class_mask("report_weak") |
                            class_mask("hearsay") | class_mask("event_verb");
    for (const Word& word : all_words()) {
      if (word.has(verbs)) add(word);
    }
    order();
  }

  // The forms that begin with the word's first two syllables, then those of its first alone; of
  // each the longest first: 덧붙였 before 덧.
  std::array<std::span<const Realisation>, 2> candidates(std::string_view word) const {
    if (word.size() < 3) return {};
    std::size_t at = 0;
    const char32_t c = text::decode(word, at);
    if (!text::is_hangul_syllable(c)) return {};
    const Beginning& first = beginnings_[c - 0xAC00];
    const std::span<const Realisation> alone = between(first.begin, first.longer);
    const char32_t second = at < word.size() ? text::decode(word, at) : 0;
    if ((first.seconds >> (second % 64) & 1) == 0) return {std::span<const Realisation>(), alone};
    const std::uint64_t key = key_of(c, second);
    std::size_t slot = slot_of(key);
    while (pairs_[slot].key != key && pairs_[slot].key != 0) slot = (slot + 1) & (kPairs - 1);
    return {between(pairs_[slot].begin, pairs_[slot].end), alone};
  }

 private:
  void put(const Word& verb, std::string_view head, char32_t last, Shape shape,
           std::string_view tail = {}) {
    std::string form(head);
    text::append_utf8(form, last);
    form += tail;
    std::size_t at = 0;
    const char32_t first = text::decode(form, at);
    if (!text::is_hangul_syllable(first)) return;
    const char32_t second = second_syllable(form);
    forms_.push_back({&verb, shape, first, second, std::move(form)});
  }

  // By the first two syllables, then the longest first; of one form, the verb that stands last in
  // the lexicon first.
  void order() {
    std::reverse(forms_.begin(), forms_.end());
    std::stable_sort(forms_.begin(), forms_.end(), [](const Realisation& a, const Realisation& b) {
      const auto head = [](const Realisation& r) { return std::pair(r.first, r.second); };
      return head(a) != head(b) ? head(a) < head(b) : a.form.size() > b.form.size();
    });
    for (std::uint32_t i = 0; i < forms_.size(); ++i) {
      const Realisation& one = forms_[i];
      Beginning& first = beginnings_[one.first - 0xAC00];
      if (one.second == 0) {
        if (first.longer == 0) first.begin = i;
        first.longer = i + 1;
      } else {
        first.seconds |= std::uint64_t{1} << (one.second % 64);
        note_pair(one, i);
      }
    }
  }

  void note_pair(const Realisation& one, std::uint32_t i) {
    const std::uint64_t key = key_of(one.first, one.second);
    std::size_t slot = slot_of(key);
    while (pairs_[slot].key != key && pairs_[slot].key != 0) slot = (slot + 1) & (kPairs - 1);
    if (pairs_[slot].key == 0) pairs_[slot] = {key, i, i};
    pairs_[slot].end = i + 1;
  }

  void add(const Word& verb) {
    std::size_t at = verb.form.size();
    const char32_t last = text::decode_backwards(verb.form, at);
    if (!text::is_hangul_syllable(last)) return;
    const std::string_view head = verb.form.substr(0, at);
    const Syllable s = syllable(last);
    put(verb, head, last, Shape::Plain);
    if (s.final == 0) {
      add_vowel_stem(verb, head, s);
    } else {
      add_consonant_stem(verb, head, s);
    }
  }

  void add_vowel_stem(const Word& verb, std::string_view head, Syllable s) {
    put(verb, head, Syllable{s.initial, s.vowel, kNieun}.code(), Shape::AdnominalN);
    put(verb, head, Syllable{s.initial, s.vowel, kRieul}.code(), Shape::AdnominalL);
    put(verb, head, Syllable{s.initial, s.vowel, kBieup}.code(), Shape::FormalB);
    const bool ha = s.initial == 18 && s.vowel == kA;
    int vowel = s.vowel;
    if (ha) {
      vowel = kAE;
      put(verb, head, 0xD558, Shape::Past, "였");        // 하였
      put(verb, head, 0xD558, Shape::Infinitive, "여");  // 하여
    } else if (vowel == kI) {
      vowel = kYEO;
    } else if (vowel == kO) {
      vowel = kWA;
    } else if (vowel == kU) {
      vowel = kWO;
    } else if (vowel == kEU) {
      vowel = kEO;
    } else if (vowel == kOE) {
      vowel = 10;  // 되 → 돼
    }
    put(verb, head, Syllable{s.initial, vowel, kSsangSiot}.code(), Shape::Past);
    put(verb, head, Syllable{s.initial, vowel, 0}.code(), Shape::Infinitive);
    if (s.initial == kRieulInitial && s.vowel == kEU) add_doubled_rieul(verb, head);
  }

  // 누르 → 눌렀, 눌러; 오르 → 올랐, 올라. Beside the regular forms of 치르, 들르.
  void add_doubled_rieul(const Word& verb, std::string_view head) {
    std::size_t at = head.size();
    if (at == 0) return;
    const char32_t before = text::decode_backwards(head, at);
    if (!text::is_hangul_syllable(before) || syllable(before).final != 0) return;
    Syllable s = syllable(before);
    s.final = kRieul;
    std::string doubled(head.substr(0, at));
    text::append_utf8(doubled, s.code());
    const int vowel = s.vowel == kA || s.vowel == kO ? kA : kEO;
    put(verb, doubled, Syllable{kRieulInitial, vowel, kSsangSiot}.code(), Shape::Past);
    put(verb, doubled, Syllable{kRieulInitial, vowel, 0}.code(), Shape::Infinitive);
  }

  // 묻 → 물었, 되묻, 듣, 깨닫; not 믿 → 믿었, 맞받 → 맞받았.
  static bool is_irregular(std::string_view head, Syllable s) {
    if (s.final != kDigeut) return false;
    const char32_t c = s.code();
    return c == U'묻' || c == U'듣' || c == U'걷' || c == U'컫' || c == U'싣' ||
           (c == U'닫' && head.ends_with("깨"));
  }

  void add_consonant_stem(const Word& verb, std::string_view head, Syllable s) {
    Syllable before_vowel = s;
    if (is_irregular(head, s)) before_vowel.final = kRieul;
    const bool bright = s.vowel == kA || s.vowel == kO;
    put(verb, head, before_vowel.code(), Shape::Past, bright ? "았" : "었");
    put(verb, head, before_vowel.code(), Shape::Infinitive, bright ? "아" : "어");
    put(verb, head, before_vowel.code(), Shape::AdnominalN, "은");
    put(verb, head, before_vowel.code(), Shape::AdnominalL, "을");
    if (s.final == 27) {  // 놓 → 놨
      put(verb, head, Syllable{s.initial, kWA, kSsangSiot}.code(), Shape::Past);
    }
  }

  std::span<const Realisation> between(std::uint32_t from, std::uint32_t to) const {
    return {forms_.data() + from, to - from};
  }

  // What begins with a syllable: where the forms of it alone lie, and how longer ones go on.
  struct Beginning {
    std::uint32_t begin = 0, longer = 0;
    std::uint64_t seconds = 0;  // second syllables: bit c % 64
  };
  // Where the forms lie that begin with two syllables.
  struct Pair {
    std::uint64_t key = 0;  // 0: empty
    std::uint32_t begin = 0, end = 0;
  };

  static std::uint64_t key_of(char32_t first, char32_t second) {
    return std::uint64_t{first} << 21 | second;
  }
  static std::size_t slot_of(std::uint64_t key) {
    return (key * 0x9E3779B97F4A7C15u) >> 32 & (kPairs - 1);
  }

  std::vector<Realisation> forms_;
  std::vector<Beginning> beginnings_ = std::vector<Beginning>(kSyllables);  // by syllable
  // Open addressing; a search would cost a wrong guess of the processor at each step. There are
  // fewer than 6,000 forms.
  static constexpr std::size_t kPairs = 1U << 14;
  std::vector<Pair> pairs_ = std::vector<Pair>(kPairs);
};

const Conjugator& conjugator() {
  static const Conjugator made;
  return made;
}

// What follows a stem in a shape, and what it makes of the verb.
struct Tail {
  std::string_view text;
  VerbForm form;
  bool whole = true;  // nothing more may follow
};

constexpr VerbForm kFinite = VerbForm::Finite, kConnective = VerbForm::Connective,
                   kAdnominal = VerbForm::Adnominal;

constexpr Tail kPast[] = {{"던", kAdnominal},
                          {"었던", kAdnominal},
                          {"다는", kAdnominal},
                          {"을", kAdnominal},
                          {"다", kFinite},
                          {"습니다", kFinite},
                          {"어요", kFinite},
                          {"죠", kFinite},
                          {"음", kFinite},
                          {"다고", kFinite},
                          {"었다", kFinite},
                          {"네", kFinite},
                          {"고", kConnective, false},
                          {"으며", kConnective, false},
                          {"으나", kConnective, false},
                          {"지만", kConnective, false},
                          {"는데", kConnective, false},
                          {"으면", kConnective, false},
                          {"다가", kConnective, false},
                          {"다며", kConnective, false},
                          {"다면", kConnective, false},
                          {"던", kConnective, false},
                          {"기", kConnective, false}};
constexpr Tail kPlain[] = {{"는", kAdnominal},
                           {"던", kAdnominal},
                           {"다", kFinite},
                           {"네", kFinite},
                           {"자", kFinite},
                           {"겠다", kFinite},
                           {"는다", kFinite},
                           {"기도", kFinite},
                           {"고", kConnective, false},
                           {"며", kConnective, false},
                           {"면", kConnective, false},
                           {"지", kConnective, false},
                           {"는데", kConnective, false},
                           {"자", kConnective, false},
                           {"기", kConnective, false},
                           {"나", kConnective, false},
                           {"려", kConnective, false},
                           {"도록", kConnective, false},
                           {"게", kConnective, false},
                           {"겠", kConnective, false},
                           {"시", kConnective, false},
                           {"셨", kConnective, false},
                           {"십", kConnective, false},
                           {"는", kConnective, false},
                           {"라고", kConnective, false},
                           {"다가", kConnective, false},
                           {"거나", kConnective, false},
                           {"므로", kConnective, false},
                           {"니", kConnective, false}};
constexpr Tail kInfinitive[] = {{"", kConnective},          {"서", kConnective},
                                {"도", kConnective},        {"야", kConnective},
                                {"온", kAdnominal},         {"왔던", kAdnominal},
                                {"준", kAdnominal},         {"오던", kAdnominal},
                                {"왔다", kFinite},          {"요", kFinite},
                                {"줬다", kFinite},          {"냈다", kFinite},
                                {"온다", kFinite},          {"왔습니다", kFinite},
                                {"왔", kConnective, false}, {"오", kConnective, false},
                                {"주", kConnective, false}, {"줬", kConnective, false}};
constexpr Tail kAdnominalN[] = {{"", kAdnominal},  {"다", kFinite},     {"다고", kFinite},
                                {"다면", kFinite}, {"데", kConnective}, {"다", kConnective, false}};
constexpr Tail kAdnominalL[] = {{"", kAdnominal}};
constexpr Tail kFormalB[] = {{"니다", kFinite}, {"니까", kFinite}};

// The tails of each shape, in the order of Shape; the first that fits decides.
class Tails {
 public:
  Tails() {
    for (std::size_t shape = 0; shape < kOf.size(); ++shape) {
      for (const Tail& tail : kOf[shape]) begins_[shape] |= bit_of(tail.text);
    }
  }

  VerbForm form_after(Shape shape, std::string_view rest) const {
    const auto number = static_cast<std::size_t>(shape);
    if ((begins_[number] & bit_of(rest)) == 0) return VerbForm::None;
    for (const Tail& tail : kOf[number]) {
      if (tail.whole ? text::is_same(rest, tail.text) : text::begins_in(rest, tail.text))
        return tail.form;
    }
    return VerbForm::None;
  }

 private:
  // One of 64 bits for the first character, or for none.
  static std::uint64_t bit_of(std::string_view s) {
    std::size_t at = 0;
    return std::uint64_t{1} << (s.empty() ? 0 : text::decode(s, at) % 64);
  }

  static constexpr std::array<std::span<const Tail>, 6> kOf = {
      kPlain, kPast, kInfinitive, kAdnominalN, kAdnominalL, kFormalB};
  std::array<std::uint64_t, 6> begins_{};
};

bool is_unsaid(Shape shape, std::string_view rest) {
  if (shape == Shape::AdnominalL) return true;
  if (shape == Shape::Infinitive) return text::is_same(rest, "야");
  if (shape != Shape::Plain) return false;
  static constexpr std::string_view kEndings[] = {"지",   "지는", "지도", "기", "기에", "려",
                                                  "려고", "려는", "도록", "게", "라"};
  return std::find(std::begin(kEndings), std::end(kEndings), rest) != std::end(kEndings);
}

}  // namespace

VerbReading read_verb(std::string_view word, ClassMask classes) {
  static const Tails tails;
  VerbReading reading;
  for (const auto& candidates : conjugator().candidates(word)) {
    for (const Realisation& one : candidates) {
      // Up to two syllables the candidates begin as the word does.
      if (one.form.size() > 6 && !text::begins_in(word, one.form)) continue;
      const std::string_view rest = word.substr(one.form.size());
      const VerbForm form = tails.form_after(one.shape, rest);
      if (form == VerbForm::None) continue;
      reading.classes |= one.verb->classes;
      if (reading.verb != nullptr || !one.verb->has(classes)) continue;
      reading.verb = one.verb;
      reading.form = form;
      reading.unsaid = is_unsaid(one.shape, rest);
    }
  }
  return reading;
}

}  // namespace onrecord::lang
