#include "lang/verb_forms.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

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
    const auto begin = seconds_.begin() + begin_[c - 0xAC00];
    const auto end = seconds_.begin() + begin_[c - 0xAC00 + 1];
    if (begin == end) return {};
    const auto one = std::upper_bound(begin, end, char32_t{0});
    const auto [two, two_end] = std::equal_range(one, end, second_syllable(word));
    return {between(two, two_end), between(begin, one)};
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
    for (const Realisation& one : forms_) seconds_.push_back(one.second);
    for (const Realisation& one : forms_) ++begin_[one.first - 0xAC00 + 1];
    for (std::size_t i = 0; i < kSyllables; ++i) begin_[i + 1] += begin_[i];
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

  using Seconds = std::vector<char32_t>;

  std::span<const Realisation> between(Seconds::const_iterator from,
                                       Seconds::const_iterator to) const {
    return {forms_.data() + (from - seconds_.begin()), static_cast<std::size_t>(to - from)};
  }

  std::vector<Realisation> forms_;
  Seconds seconds_;  // of forms_, close together: most words are told apart here
  // By syllable: where the forms that begin with it start.
  std::vector<std::uint32_t> begin_ = std::vector<std::uint32_t>(kSyllables + 1, 0);
};

const Conjugator& conjugator() {
  static const Conjugator made;
  return made;
}

bool starts(std::string_view s, std::string_view head) {
  return s.substr(0, head.size()) == head;
}

VerbForm after_past(std::string_view rest) {
  if (rest == "던" || rest == "었던" || rest == "다는" || rest == "을") return VerbForm::Adnominal;
  if (rest == "다" || rest == "습니다" || rest == "어요" || rest == "죠" || rest == "음" ||
      rest == "다고" || rest == "었다" || rest == "네") {
    return VerbForm::Finite;
  }
  for (std::string_view tail :
       {"고", "으며", "으나", "지만", "는데", "으면", "다가", "다며", "다면", "던", "기"}) {
    if (starts(rest, tail)) return VerbForm::Connective;
  }
  return VerbForm::None;
}

VerbForm after_plain(std::string_view rest) {
  if (rest == "는" || rest == "던") return VerbForm::Adnominal;
  if (rest == "다" || rest == "네" || rest == "자" || rest == "겠다" || rest == "는다" ||
      rest == "기도") {
    return VerbForm::Finite;
  }
  for (std::string_view tail :
       {"고", "며", "면", "지", "는데", "자",   "기",   "나",   "려",   "도록", "게",
        "겠", "시", "셨", "십", "는",   "라고", "다가", "거나", "므로", "니"}) {
    if (starts(rest, tail)) return VerbForm::Connective;
  }
  return VerbForm::None;
}

VerbForm after_infinitive(std::string_view rest) {
  if (rest.empty() || rest == "서" || rest == "도" || rest == "야") return VerbForm::Connective;
  if (rest == "온" || rest == "왔던" || rest == "준" || rest == "오던") return VerbForm::Adnominal;
  if (rest == "왔다" || rest == "요" || rest == "줬다" || rest == "냈다" || rest == "온다" ||
      rest == "왔습니다") {
    return VerbForm::Finite;
  }
  if (starts(rest, "왔") || starts(rest, "오") || starts(rest, "주") || starts(rest, "줬"))
    return VerbForm::Connective;
  return VerbForm::None;
}

VerbForm form_after(Shape shape, std::string_view rest) {
  switch (shape) {
    case Shape::Plain:
      return after_plain(rest);
    case Shape::Past:
      return after_past(rest);
    case Shape::Infinitive:
      return after_infinitive(rest);
    case Shape::AdnominalN:
      if (rest.empty()) return VerbForm::Adnominal;
      if (rest == "다" || rest == "다고" || rest == "다면") return VerbForm::Finite;
      return rest == "데" || starts(rest, "다") ? VerbForm::Connective : VerbForm::None;
    case Shape::AdnominalL:
      return rest.empty() ? VerbForm::Adnominal : VerbForm::None;
    case Shape::FormalB:
      return rest == "니다" || rest == "니까" ? VerbForm::Finite : VerbForm::None;
  }
  return VerbForm::None;
}

bool is_unsaid(Shape shape, std::string_view rest) {
  if (shape == Shape::AdnominalL) return true;
  if (shape != Shape::Plain) return false;
  static constexpr std::string_view kEndings[] = {"지",   "지는", "지도", "기", "기에", "려",
                                                  "려고", "려는", "도록", "게", "라"};
  return std::find(std::begin(kEndings), std::end(kEndings), rest) != std::end(kEndings);
}

}  // namespace

VerbReading read_verb(std::string_view word, ClassMask classes) {
  for (const auto& candidates : conjugator().candidates(word)) {
    for (const Realisation& one : candidates) {
      if (!word.starts_with(one.form) || !one.verb->has(classes)) continue;
      const VerbForm form = form_after(one.shape, word.substr(one.form.size()));
      if (form != VerbForm::None)
        return {one.verb, form, is_unsaid(one.shape, word.substr(one.form.size()))};
    }
  }
  return {};
}

}  // namespace onrecord::lang
