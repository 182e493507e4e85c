#include "ingest/wording.h"

#include <algorithm>
#include <set>

#include "lang/lexicon.h"
#include "text/utf8.h"

namespace onrecord::ingest {
namespace {

constexpr std::uint32_t kLeastWeight = 3 * 12;  // of the shorter one, where they are not equal
constexpr std::size_t kMostAligned = 400;       // letters
constexpr double kLeastMatched = 0.85;          // of the shorter one's letters
constexpr double kMostLeftOut = 0.35;  // within the other, as a share of the shorter one's letters
constexpr std::size_t kWordsBehind = 2;  // in which a negation still turns what stands before

bool is_latin(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= 0xC0 && c < 0x250);
}
bool is_digit(char16_t c) {
  return c >= u'0' && c <= u'9';
}
bool is_syllable(char16_t c) {
  return text::is_hangul_syllable(c);
}
bool is_han_or_kana(char16_t c) {
  return text::is_han(c) || (c >= 0x3041 && c <= 0x30FF);
}

std::u16string utf16(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) out += static_cast<char16_t>(text::decode(text, at));
  return out;
}

// --- lexicon/table_variants.tsv

struct Negation {
  std::u16string form;
  char how = '=';  // = the word, ^ its beginning, $ its end, * anywhere in it
};

struct Tables {
  std::u16string particles, prefixes, light;
  std::vector<Negation> negations;

  Tables() {
    for (const lang::TableRow& row : lang::table("variants")) {
      const std::u16string form = utf16(row.cells[1]);
      if (row.cells[0] == "particle") particles += form;
      if (row.cells[0] == "prefix") prefixes += form;
      if (row.cells[0] == "light") light += form;
      if (row.cells[0] != "negation") continue;
      const bool marked = form[0] == u'^' || form[0] == u'$' || form[0] == u'*';
      negations.push_back(
          {marked ? form.substr(1) : form, marked ? static_cast<char>(form[0]) : '='});
    }
  }
};

const Tables& tables() {
  static const Tables all;
  return all;
}

bool has(const std::u16string& set, char16_t c) {
  return set.find(c) != std::u16string::npos;
}

bool is_negation(std::u16string_view word) {
  const auto& all = tables().negations;
  return std::any_of(all.begin(), all.end(), [&](const Negation& n) {
    switch (n.how) {
      case '^':
        return word.starts_with(n.form);
      case '$':
        return word.ends_with(n.form);
      case '*':
        return word.find(n.form) != std::u16string_view::npos;
      default:
        return word == n.form;
    }
  });
}

// --- plain words

constexpr char16_t kDa = u'다';
constexpr int kNieun = 4, kPieup = 17;  // final consonants

char16_t without_final(char16_t c) {
  return static_cast<char16_t>(c - text::final_consonant(c));
}

// 합니다 and 한다 as 하다, 했습니다 as 했다: the end of `out` from `begin` on.
void make_ending_plain(std::u16string& out, std::size_t begin) {
  std::size_t n = out.size();
  if (n < begin + 2 || out.back() != kDa || !is_syllable(out[n - 2])) return;
  if (out[n - 2] == u'니' && n >= begin + 3 && is_syllable(out[n - 3]) &&
      text::final_consonant(out[n - 3]) == kPieup) {
    const bool seup = out[n - 3] == u'습';
    out.resize(n - 2);
    seup ? out.pop_back() : void(out.back() = without_final(out.back()));
    out += kDa;
    return;
  }
  if (text::final_consonant(out[n - 2]) == kNieun) out[n - 2] = without_final(out[n - 2]);
}

// --- letters with the words they belong to

struct Letters {
  std::u16string letters;
  std::vector<std::uint32_t> word_of;      // by letter
  std::vector<std::u16string_view> words;  // of the plain words

  explicit Letters(const std::u16string& plain) {
    for (std::size_t at = 0; at < plain.size();) {
      const std::size_t end = std::min(plain.find(u' ', at), plain.size());
      words.push_back(std::u16string_view(plain).substr(at, end - at));
      letters.append(plain, at, end - at);
      word_of.resize(letters.size(), static_cast<std::uint32_t>(words.size() - 1));
      at = end + 1;
    }
  }

  bool starts_word(std::size_t i) const { return i == 0 || word_of[i] != word_of[i - 1]; }
  bool ends_word(std::size_t end) const {
    return end == letters.size() || end == 0 || starts_word(end);
  }
  // Negations in the words from the one of letter `begin` to the one of letter `end - 1`, and
  // `more` behind.
  std::size_t negations(std::size_t begin, std::size_t end, std::size_t more) const {
    std::size_t count = 0;
    const std::size_t last = std::min(words.size() - 1, word_of[end - 1] + more);
    for (std::size_t w = word_of[begin]; w <= last; ++w) count += is_negation(words[w]) ? 1 : 0;
    return count;
  }
};

// The shorter as it stands in the longer, from word to word.
bool is_contained(const Letters& s, const Letters& l) {
  std::size_t at = l.letters.find(s.letters);
  for (; at != std::u16string::npos; at = l.letters.find(s.letters, at + 1)) {
    const std::size_t end = at + s.letters.size();
    if (l.starts_word(at) && l.ends_word(end) &&
        s.negations(0, s.letters.size(), 0) == l.negations(at, end, kWordsBehind))
      return true;
  }
  return false;
}

// A stretch between two matched letters in which the two differ.
struct Gap {
  std::size_t s_begin, s_end, l_begin, l_end;
  bool empty() const { return s_begin == s_end && l_begin == l_end; }
};

// The shorter one laid along the longer, whose head and tail are free.
class Alignment {
 public:
  Alignment(const Letters& s, const Letters& l) : s_(s), l_(l) {
    fill();
    trace();
  }

  bool are_variants() const {
    const std::size_t n = s_.letters.size();
    if (matched_ == 0 || static_cast<double>(matched_) < kLeastMatched * static_cast<double>(n))
      return false;
    std::size_t left_out = 0;
    for (const Gap& gap : gaps_) {
      if (!is_harmless(gap)) return false;
      left_out += gap.l_end - gap.l_begin;
    }
    return is_harmless_tail() &&
           static_cast<double>(left_out) <= kMostLeftOut * static_cast<double>(n) &&
           s_.negations(0, n, 0) == l_.negations(l_begin_, l_end_, kWordsBehind);
  }

 private:
  enum Step : std::uint8_t { Stop, Match, SkipS, SkipL };
  static constexpr int kMatch = 4, kSkipS = -2, kSkipL = -1;

  std::uint8_t& step(std::size_t i, std::size_t j) {
    return steps_[i * (l_.letters.size() + 1) + j];
  }

  void fill() {
    const std::size_t n = s_.letters.size(), m = l_.letters.size();
    steps_.assign((n + 1) * (m + 1), Stop);
    std::vector<int> above(m + 1, 0), row(m + 1, 0);
    for (std::size_t i = 1; i <= n; ++i) {
      row[0] = above[0] + kSkipS;
      step(i, 0) = SkipS;
      for (std::size_t j = 1; j <= m; ++j) {
        const int skip_s = above[j] + kSkipS;
        const int skip_l = row[j - 1] + (i == n ? 0 : kSkipL);
        row[j] = std::max(skip_s, skip_l);
        step(i, j) = skip_s > skip_l ? SkipS : SkipL;
        if (s_.letters[i - 1] != l_.letters[j - 1] || above[j - 1] + kMatch < row[j]) continue;
        row[j] = above[j - 1] + kMatch;
        step(i, j) = Match;
      }
      std::swap(above, row);
    }
  }

  void trace() {
    std::size_t i = s_.letters.size(), j = l_.letters.size();
    std::size_t s_next = i, l_next = j;  // of the match behind
    while (i > 0) {
      const std::uint8_t now = step(i, j);
      if (now == Match) {
        note(i, j, s_next, l_next);
        s_next = --i;
        l_next = --j;
        ++matched_;
      } else {
        now == SkipS ? --i : --j;
      }
    }
    s_begin_ = s_next;
    l_begin_ = l_next;
  }

  void note(std::size_t i, std::size_t j, std::size_t s_next, std::size_t l_next) {
    if (matched_ == 0) {
      s_end_ = i;
      l_end_ = j;
      return;
    }
    const Gap gap{i, s_next, j, l_next};
    if (!gap.empty()) gaps_.push_back(gap);
  }

  bool is_harmless(const Gap& gap) const {
    if (gap.s_begin < gap.s_end && gap.l_begin < gap.l_end) {
      return differ_in_particle(s_, gap.s_begin, gap.s_end, l_, gap.l_begin, gap.l_end) ||
             differ_in_particle(l_, gap.l_begin, gap.l_end, s_, gap.s_begin, gap.s_end);
    }
    return gap.s_begin < gap.s_end ? may_lack(s_, gap.s_begin, gap.s_end)
                                   : may_lack(l_, gap.l_begin, gap.l_end);
  }

  // 숲을 지켜야 and 숲은 끝까지 지켜야: another particle, and perhaps words that `a` has not.
  static bool differ_in_particle(const Letters& a, std::size_t a_begin, std::size_t a_end,
                                 const Letters& b, std::size_t b_begin, std::size_t b_end) {
    if (!are_particles(a, a_begin, a_end)) return false;
    for (std::size_t end = b_begin + 1; end <= b_end && are_particles(b, b_begin, end); ++end) {
      if (end == b_end || (b.starts_word(end) && may_lack(b, end, b_end))) return true;
    }
    return false;
  }

  static bool are_particles(const Letters& text, std::size_t begin, std::size_t end) {
    if (end - begin > 2) return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (!has(tables().particles, text.letters[i])) return false;
    }
    return true;
  }

  // Letters that one wording has and the other has not: whole words where they are Latin or
  // digits, and none that turns a word round.
  static bool may_lack(const Letters& text, std::size_t begin, std::size_t end) {
    const auto bare = [&](std::size_t i) {
      return is_latin(text.letters[i]) || is_digit(text.letters[i]);
    };
    if (bare(begin) && !text.starts_word(begin)) return false;
    if (bare(end - 1) && !text.ends_word(end)) return false;
    if (begin > 0 && is_digit(text.letters[begin - 1]) && !text.starts_word(begin)) return false;
    if (is_digit(text.letters[end - 1]) && end < text.letters.size() && is_digit(text.letters[end]))
      return false;
    const bool turns =
        end - begin == 1 && has(tables().prefixes, text.letters[begin]) && !text.ends_word(end);
    return !turns;
  }

  // The shorter one's own end: a light verb, or what a word ends in.
  bool is_harmless_tail() const {
    const std::size_t n = s_.letters.size();
    if (s_begin_ > 2) return false;
    if (s_end_ == n) return true;
    if (n - s_end_ > 2 || is_latin(s_.letters[s_end_]) || is_digit(s_.letters[s_end_]))
      return false;
    return has(tables().light, s_.letters[s_end_]) || l_end_ == l_.letters.size();
  }

  const Letters& s_;
  const Letters& l_;
  std::vector<std::uint8_t> steps_;
  std::vector<Gap> gaps_;
  std::size_t matched_ = 0;
  std::size_t s_begin_ = 0, s_end_ = 0, l_begin_ = 0, l_end_ = 0;  // first and behind last match
};

// --- fingerprints

std::uint32_t hash_of(std::u16string_view run) {
  std::uint64_t h = 0x9E3779B97F4A7C15u;
  for (const char16_t c : run) {
    h = (h ^ c) * 0xFF51AFD7ED558CCDu;
    h ^= h >> 32;
  }
  return static_cast<std::uint32_t>(h);
}

}  // namespace

std::u16string plain_words(std::string_view words) {
  std::u16string out;
  std::size_t begin = 0;  // of the word
  const auto end_word = [&] {
    if (out.size() == begin) return;
    make_ending_plain(out, begin);
    out += u' ';
    begin = out.size();
  };
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = text::decode(words, at);
    const auto small = static_cast<char16_t>(text::is_ascii_letter(c) ? c | 32 : c);
    const bool comma =
        c == ',' && at < words.size() && text::is_digit(static_cast<char32_t>(words[at]));
    if (c <= 0xFFFF &&
        (is_latin(small) || is_digit(small) || is_syllable(small) || is_han_or_kana(small))) {
      out += small;
    } else if (c == '.' && at < words.size() && !out.empty() && is_digit(out.back()) &&
               text::is_digit(static_cast<char32_t>(words[at]))) {
      out += u'.';
    } else if (c != '\'' && c != 0x2019 && !comma) {
      end_word();
    }
  }
  end_word();
  if (!out.empty()) out.pop_back();
  return out;
}

std::uint32_t weight_of(const std::u16string& plain) {
  std::uint32_t weight = 0;
  for (const char16_t c : plain) {
    if (c != u' ') weight += is_syllable(c) || is_han_or_kana(c) ? 3 : 1;
  }
  return weight;
}

// Winnowing (Schleimer, Wilkerson and Aiken 2003): of every window of neighbouring runs the one
// with the least hash.
std::vector<std::uint32_t> fingerprints(const std::u16string& plain) {
  std::u16string letters;
  std::copy_if(plain.begin(), plain.end(), std::back_inserter(letters),
               [](char16_t c) { return c != u' '; });
  const auto latin =
      static_cast<std::size_t>(std::count_if(letters.begin(), letters.end(), is_latin));
  const std::size_t run = 2 * latin > letters.size() ? 10 : 4;
  const std::size_t window = 2 * latin > letters.size() ? 8 : 4;
  if (letters.size() <= run) return {hash_of(letters)};
  std::vector<std::uint32_t> hashes;
  for (std::size_t i = 0; i + run <= letters.size(); ++i)
    hashes.push_back(hash_of(std::u16string_view(letters).substr(i, run)));
  std::vector<std::uint32_t> chosen;
  std::size_t last = hashes.size();
  for (std::size_t i = 0; i == 0 || i + window <= hashes.size(); ++i) {
    const auto begin = hashes.begin() + static_cast<std::ptrdiff_t>(i);
    const auto end = begin + static_cast<std::ptrdiff_t>(std::min(window, hashes.size() - i));
    const auto least = static_cast<std::size_t>(std::min_element(begin, end) - hashes.begin());
    if (least != last) chosen.push_back(hashes[least]);
    last = least;
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

Likeness likeness(const std::u16string& a, const std::u16string& b) {
  const Letters first(a), second(b);
  if (first.letters.empty() || second.letters.empty()) return Likeness::None;
  if (first.letters == second.letters) return Likeness::Equal;
  const bool in_order = first.letters.size() == second.letters.size()
                            ? first.letters < second.letters
                            : first.letters.size() < second.letters.size();
  const Letters& s = in_order ? first : second;
  const Letters& l = in_order ? second : first;
  if (weight_of(s.letters) < kLeastWeight) return Likeness::None;
  if (is_contained(s, l)) return Likeness::Contained;
  if (l.letters.size() > kMostAligned) return Likeness::None;
  return Alignment(s, l).are_variants() ? Likeness::Alike : Likeness::None;
}

}  // namespace onrecord::ingest
