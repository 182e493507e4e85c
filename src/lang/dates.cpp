#include "lang/dates.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <string>
#include <tuple>

#include "lang/lexicon.h"
#include "lang/verb_forms.h"
#include "lang/word.h"
#include "text/utf8.h"

namespace onrecord::lang {
namespace {

const ClassMask kDateWord = class_mask("date_word");
constexpr std::size_t kAhead = 60;  // pieces looked through for a word of the future

enum class Kind : std::uint8_t {
  None,
  Day,
  Anchor,
  Week,
  Month,
  Year,
  Weekday,
  MonthName,
  Unit,
  Mod,
  Shift,
  Count,
  Number,
  Part,
  Half,
  Local,
  Future,
  Length,
  From,
  Prep,
  Vague,
  SameYear,
  SameMonth,
  Share,
  Rate,
  Nights,
  About,
  Next
};
enum Unit : int { kDays, kMonth, kYears, kWeeks, kMonths, kQuarter };

struct Sense {
  Kind kind = Kind::None;
  int n = 0;
  std::size_t bytes = 0;  // of the word itself, without its particle
  std::size_t pieces = 1;
  bool is(Kind k) const { return kind == k; }
};

// A run of digits, a run of letters, or one other character.
struct Piece {
  std::size_t start = 0, end = 0;
  enum class Kind : std::uint8_t { Number, Word, Other } kind = Kind::Other;
  bool glued = false;  // no blank before it
  bool first = false;  // first of a line
  bool dated = false;  // a word that may begin with a date word
  int value = -1;      // of a number up to 9999
  char32_t c = 0;
};

bool is_letter(char32_t c) {
  return text::is_hangul_syllable(c) || text::is_ascii_letter(c) || (c >= 0xC0 && c < 0x250) ||
         text::is_han(c);
}

Piece::Kind kind_of(char32_t c) {
  return text::is_digit(c) ? Piece::Kind::Number
         : is_letter(c)    ? Piece::Kind::Word
                           : Piece::Kind::Other;
}

std::size_t run_end(std::string_view text, std::size_t at, Piece::Kind kind) {
  while (at < text.size()) {
    std::size_t next = at + 3;
    const bool hangul = text::is_common_hangul(text, at);
    if (hangul ? kind != Piece::Kind::Word : kind_of(text::decode(text, next = at)) != kind) break;
    at = next;
  }
  return at;
}

int number_value(std::string_view digits) {
  int value = -1;
  if (digits.size() <= 4) std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Kind kind_named(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, Kind>, 27> kKinds = {
      {{"day", Kind::Day},
       {"anchor", Kind::Anchor},
       {"week", Kind::Week},
       {"month", Kind::Month},
       {"year", Kind::Year},
       {"weekday", Kind::Weekday},
       {"month_name", Kind::MonthName},
       {"unit", Kind::Unit},
       {"mod", Kind::Mod},
       {"shift", Kind::Shift},
       {"count", Kind::Count},
       {"number", Kind::Number},
       {"part", Kind::Part},
       {"half", Kind::Half},
       {"local", Kind::Local},
       {"future", Kind::Future},
       {"length", Kind::Length},
       {"from", Kind::From},
       {"prep", Kind::Prep},
       {"vague", Kind::Vague},
       {"same_year", Kind::SameYear},
       {"same_month", Kind::SameMonth},
       {"share", Kind::Share},
       {"rate", Kind::Rate},
       {"nights", Kind::Nights},
       {"about", Kind::About},
       {"next", Kind::Next}}};
  for (const auto& [text, kind] : kKinds) {
    if (text == name) return kind;
  }
  return Kind::None;
}

int unit_named(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kUnits = {"day",  "month",  "year",
                                                             "week", "months", "quarter"};
  return static_cast<int>(std::find(kUnits.begin(), kUnits.end(), name) - kUnits.begin());
}

char32_t small(char32_t c) {
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

// How date words begin: most words of a text are none, and their first two characters tell.
class Beginnings {
 public:
  Beginnings() {
    static const ClassMask kJosa = class_mask("josa");
    for (const Word& word : all_words()) {
      if (word.has(kJosa)) particles_[first_two(word.form).first % kPlaces] = true;
      if (word.has(kDateWord)) add(word.form);
    }
  }

  // False where neither the word nor the word without a particle is a date word, nor the first of
  // two.
  bool may_begin(std::string_view word) const {
    if (word.empty()) return false;
    const auto [first, second] = first_two(word);
    if (second == 0) return alone_[first % kPlaces];
    return pairs_[place(first, second)] ||
           (alone_[first % kPlaces] && particles_[second % kPlaces]);
  }

  // Whether date words of two words begin with this one.
  bool is_first_word(std::string_view word) const {
    return std::any_of(first_words_.begin(), first_words_.end(), [&](std::string_view first) {
      return std::equal(first.begin(), first.end(), word.begin(), word.end(), [](char a, char b) {
        return a == b || (b >= 'A' && b <= 'Z' && a == b + 32);
      });
    });
  }

 private:
  static constexpr std::size_t kPlaces = 4096;

  static std::pair<char32_t, char32_t> first_two(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = small(text::decode(word, at));
    return {first, at < word.size() ? small(text::decode(word, at)) : 0};
  }
  static std::size_t place(char32_t first, char32_t second) {
    return (first * 67 + second) % kPlaces;
  }

  void add(std::string_view form) {
    const auto [first, second] = first_two(form);
    if (second == 0) alone_[first % kPlaces] = true;
    if (second != 0) pairs_[place(first, second)] = true;
    const std::size_t blank = form.find(' ');
    if (blank == std::string_view::npos) return;
    first_words_.push_back(form.substr(0, blank));
    if (second == ' ') alone_[first % kPlaces] = true;
  }

  // Filters by code points, folded.
  std::bitset<kPlaces> alone_;      // date words of one character
  std::bitset<kPlaces> pairs_;      // how longer ones begin
  std::bitset<kPlaces> particles_;  // how particles begin
  std::vector<std::string_view> first_words_;
};

const Beginnings& beginnings() {
  static const Beginnings made;
  return made;
}

std::vector<Piece> cut(std::string_view text) {
  std::vector<Piece> out;
  out.reserve(text.size() / 7 + 8);
  bool glued = false, first = true;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at;
    const char32_t c = text::decode(text, next);
    if (c <= ' ' || c == 0xA0 || c == 0x3000) {
      glued = false;
      first = first || c == '\n';
      at = next;
      continue;
    }
    const Piece::Kind kind = kind_of(c);
    if (kind != Piece::Kind::Other) next = run_end(text, next, kind);
    const std::string_view piece = text.substr(at, next - at);
    const bool dated = kind == Piece::Kind::Word && beginnings().may_begin(piece);
    out.push_back({at, next, kind, glued, first, dated, -1, c});
    if (kind == Piece::Kind::Number) out.back().value = number_value(piece);
    glued = true;
    first = false;
    at = next;
  }
  return out;
}

Sense sense_of(std::string_view form) {
  if (!beginnings().may_begin(form)) return {};
  const bool latin = !form.empty() && static_cast<unsigned char>(form[0]) < 0x80;
  std::string low;
  if (latin) {
    for (char c : form) low += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const Word* word = find_word(latin ? std::string_view(low) : form);
  if (word == nullptr || !word->has(kDateWord)) return {};
  const std::string_view value = word->value(kDateWord);
  const std::size_t blank = value.find(' ');
  Sense sense{kind_named(value.substr(0, blank)), 0, form.size(), 1};
  const std::string_view rest = value.substr(blank + 1);
  if (sense.is(Kind::Unit)) {
    sense.n = unit_named(rest);
  } else {
    std::from_chars(rest.data(), rest.data() + rest.size(), sense.n);
  }
  return sense;
}

// The word without a particle.
Sense particle_sense(std::string_view word) {
  ParticleSplit splits[4];
  const int count = word.size() > 3 ? split_particles(word, splits) : 0;
  for (int i = 0; i < count; ++i) {
    if (Sense stem = sense_of(word.substr(0, splits[i].stem_bytes)); !stem.is(Kind::None))
      return stem;
  }
  return {};
}

// The word, or the word without a particle or with a copula behind that (31일까지다).
Sense read_sense(std::string_view word) {
  if (!beginnings().may_begin(word)) return {};
  if (Sense whole = sense_of(word); !whole.is(Kind::None)) return whole;
  if (Sense stem = particle_sense(word); !stem.is(Kind::None)) return stem;
  for (std::string_view tail : {"다", "였다"}) {
    if (word.size() > tail.size() + 3 && word.ends_with(tail)) {
      Sense stem = particle_sense(word.substr(0, word.size() - tail.size()));
      if (!stem.is(Kind::None)) return stem;
    }
  }
  return {};
}

std::pair<int, int> shift_month(int year, int month, int steps) {
  const int index = year * 12 + month - 1 + steps;
  return {index / 12, index % 12 + 1};
}

// What stands written, before it is resolved.
struct Parts {
  std::optional<int> year, year_step, month, month_step, day, day_to, weekday, week_step, half,
      quarter, part, mod, year_to, month_to;
  int lasts = 0;         // days: 24일부터 사흘간
  bool unknown = false;  // of a year or month that nothing named
  bool open = false;     // 9일부터: the nearer of the days before and after
  std::size_t end = 0;   // pieces taken
  std::size_t byte_end = 0;
  bool year_known() const { return year || year_step; }
  bool month_known() const { return month || month_step; }
  bool empty() const {
    return !year_known() && !month_known() && !day && !weekday && !week_step && !half && !quarter;
  }
};

class DateFinder {
 public:
  DateFinder(std::string_view text, std::optional<Date> published)
      : text_(text), published_(published), pieces_(cut(text)), senses_(pieces_.size()) {}

  std::vector<DateFound> run() {
    for (std::size_t i = 0; i < pieces_.size();) {
      if (new_sentence(i)) {
        month_before_.reset();
        anchored_here_ = false;
      }
      note_marks(i);
      const std::size_t next = read(i);
      join_range();
      i = next > i ? next : i + 1;
    }
    return std::move(found_);
  }

 private:
  const Piece& piece(std::size_t i) const { return pieces_[i]; }
  std::string_view word(std::size_t i) const {
    return text_.substr(piece(i).start, piece(i).end - piece(i).start);
  }
  bool has(std::size_t i) const { return i < pieces_.size(); }
  bool follows(std::size_t i) const { return has(i) && !piece(i).first; }
  bool is_word(std::size_t i) const { return has(i) && piece(i).kind == Piece::Kind::Word; }
  bool is_number(std::size_t i) const {
    return has(i) && piece(i).kind == Piece::Kind::Number && piece(i).value >= 0;
  }
  bool is_mark(std::size_t i, char32_t c) const {
    return has(i) && piece(i).c == c && piece(i).kind == Piece::Kind::Other;
  }
  // 2 p.m. on Sunday: a lone letter before the dot.
  bool ends_letter(std::size_t i) const {
    return i > 0 && piece(i).glued && is_word(i - 1) && piece(i - 1).end - piece(i - 1).start == 1;
  }
  bool ends_sentence(std::size_t i) const {
    return !ends_letter(i) && piece(i).kind == Piece::Kind::Other &&
           (piece(i).c == '.' || piece(i).c == '!' || piece(i).c == '?') &&
           (!has(i + 1) || !piece(i + 1).glued);
  }
  bool new_sentence(std::size_t i) const {
    return i == 0 || piece(i).first || ends_sentence(i - 1);
  }

  // The sense of the word at piece i, or of two words. Each is asked for by many readings: read
  // once.
  Sense at(std::size_t i) const {
    if (!has(i) || !piece(i).dated) return {};
    std::optional<Sense>& known = senses_[i];
    if (!known) known = read_at(i);
    return *known;
  }

  Sense read_at(std::size_t i) const {
    if (is_word(i + 1) && follows(i + 1) && word(i).size() <= 9 &&
        beginnings().is_first_word(word(i))) {
      std::string two(word(i));
      two.push_back(' ');
      two.append(word(i + 1));
      if (Sense sense = read_sense(two); !sense.is(Kind::None)) {
        sense.pieces = 2;
        sense.bytes += piece(i + 1).start - piece(i).end - 1;
        return sense;
      }
    }
    return read_sense(word(i));
  }

  std::size_t byte_end(std::size_t i, const Sense& sense) const {
    return piece(i).start + sense.bytes;
  }

  // A day inside somebody's words is no day that 이날 counts from.
  void note_marks(std::size_t i) {
    if (piece(i).first) in_quotes_ = false;
    if (is_mark(i, 0x201C)) in_quotes_ = true;
    if (is_mark(i, 0x201D)) in_quotes_ = false;
    if (is_mark(i, '"')) in_quotes_ = !in_quotes_;
  }

  // --- reading ---------------------------------------------------------------------------------

  std::size_t read(std::size_t i) {
    if (!is_word(i) && !is_number(i)) return i + 1;
    if (is_word(i) && !piece(i).dated) return i + 1;
    if (is_word(i) && i > 0 && piece(i).glued && piece(i - 1).kind == Piece::Kind::Number)
      return i + 1;
    if (is_word(i) && at(i).is(Kind::None)) return i + 1;  // every reading asks for its sense
    if (std::size_t next = read_digits(i)) return next;
    if (std::size_t next = read_shift(i)) return next;
    if (std::size_t next = read_single(i)) return next;
    if (std::size_t next = read_english(i)) return next;
    if (std::size_t next = read_share(i)) return next;
    if (std::size_t next = read_bare_year(i)) return next;
    return read_parts(i);
  }

  bool is_year(std::size_t i) const {
    return is_number(i) && piece(i).value >= 1900 && piece(i).value <= 2100 &&
           piece(i).end - piece(i).start == 4;
  }

  // the first half of 2024, the third quarter of last year; a half without a year is of a match
  std::size_t read_share(std::size_t i) {
    const Sense share = at(i);
    if (!share.is(Kind::Share)) return 0;
    const std::size_t of = i + share.pieces;
    if (!is_word(of) || word(of) != "of" || !follows(of + 1)) return 0;
    Parts parts;
    const Sense year = at(of + 1);
    if (is_year(of + 1)) {
      parts.year = piece(of + 1).value;
    } else if (year.is(Kind::Year)) {
      parts.year_step = year.n;
    } else {
      return 0;
    }
    (share.n > 10 ? parts.quarter : parts.half) = share.n % 10;
    parts.end = of + (is_year(of + 1) ? 2 : 1 + year.pieces);
    parts.byte_end = is_year(of + 1) ? piece(of + 1).end : byte_end(of + 1, year);
    return resolve(i, parts);
  }

  // in 2021, since 2019
  std::size_t read_bare_year(std::size_t i) {
    if (!is_year(i) || i == 0 || !at(i - 1).is(Kind::Prep) || piece(i).first) return 0;
    const bool goes_on = has(i + 1) && piece(i + 1).glued &&
                         (is_word(i + 1) || is_number(i + 2) || is_mark(i + 1, '%'));
    const bool counts = word(i - 1) == "of" && is_word(i + 1) && follows(i + 1);
    if (goes_on || counts) return 0;
    Parts parts;
    parts.year = piece(i).value;
    parts.end = i + 1;
    parts.byte_end = piece(i).end;
    return resolve(i, parts);
  }

  // 4월 30일~5월 2일, April 30 to May 2: two days that the last reading found side by side.
  void join_range() {
    if (found_.size() < 2 || found_.size() == joined_) return;
    joined_ = found_.size();
    DateFound& to = found_.back();
    DateFound& from = found_[found_.size() - 2];
    const bool days = from.precision == DatePrecision::Day;
    if (from.precision != to.precision || (!days && from.precision != DatePrecision::Year)) return;
    if (!from.start || !to.start || *from.start >= *to.start || (days && from.end != from.start))
      return;
    if (from.span.end > to.span.start || to.span.start - from.span.end > 12) return;
    // 1946년 1월 22일~2013년 12월 12일: a life, no duration of an event.
    if (days && *to.start > add_days(*from.start, 366)) return;
    if (!binds_range(text_.substr(from.span.end, to.span.start - from.span.end))) return;
    from.end = to.end;
    from.span.end = to.span.end;
    from.future = to.future;
    if (!days) from.precision = DatePrecision::Vague;
    found_.pop_back();
    joined_ = found_.size();
  }

  static bool binds_range(std::string_view between) {
    while (!between.empty() && between.front() == ' ') between.remove_prefix(1);
    while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
    static constexpr std::array<std::string_view, 9> kBetween = {"~",  "-",    "–",  "∼",      "〜",
                                                                 "～", "부터", "to", "through"};
    return std::find(kBetween.begin(), kBetween.end(), between) != kBetween.end();
  }

  // 2023.06.09, 2023-6-9
  std::size_t read_digits(std::size_t i) {
    if (!is_number(i) || piece(i).value < 1900 || !is_number(i + 2) || !is_number(i + 4)) return 0;
    const char32_t c = piece(i + 1).c;
    if ((c != '.' && c != '-' && c != '/') || piece(i + 3).c != c) return 0;
    const Date date{piece(i).value, piece(i + 2).value, piece(i + 4).value};
    if (!is_valid(date)) return 0;
    add_day(piece(i).start, piece(i + 4).end, date, i + 5);
    return i + 5;
  }

  // 3년 전, 두 달 후, 이틀 전, two years ago
  std::size_t read_shift(std::size_t i) {
    int count = 0;
    std::size_t next = i + 1;
    int unit = kDays;
    const Sense first = at(i);
    if (first.is(Kind::Count)) {
      count = first.n;
      if (first.bytes != word(i).size()) return 0;
    } else {
      if (!is_number(i) && !first.is(Kind::Number)) return 0;
      const Sense measure = at(i + 1);
      if (!measure.is(Kind::Unit) || measure.bytes != word(i + 1).size() || !follows(i + 1))
        return 0;
      count = is_number(i) ? piece(i).value : first.n;
      unit = measure.n;
      next = i + 2;
    }
    const Sense way = at(next);
    if (!way.is(Kind::Shift) || !follows(next) || (unit == kYears && count > 200)) return 0;
    const bool open =
        unit == kDays &&
        (counts_from_event(i) || (way.n > 0 && !future_ahead(next + 1) && !future_behind(i)));
    if (open) {
      add(piece(i).start, byte_end(next, way), {}, {}, DatePrecision::Vague);
    } else {
      add_shifted(piece(i).start, byte_end(next, way), unit, way.n * count);
    }
    return next + 1;
  }

  // 개막 30일 전, 사고 이틀 뒤: a noun without particle stands before it.
  bool counts_from_event(std::size_t i) const {
    if (new_sentence(i) || !is_word(i - 1) || !text::is_hangul_syllable(piece(i - 1).c))
      return false;
    if (!at(i - 1).is(Kind::None)) return false;
    ParticleSplit splits[4];
    const std::string_view before = word(i - 1);
    return split_particles(before, splits) == 0 || find_word(before) != nullptr;
  }

  // 오늘, 이날, 최근, yesterday
  std::size_t read_single(std::size_t i) {
    const Sense sense = at(i);
    const std::size_t end = sense.is(Kind::None) ? 0 : byte_end(i, sense);
    if (sense.is(Kind::Day)) {
      const auto day = stepped(published_, sense.n);
      found_.push_back(
          {span(piece(i).start, end), day, day, DatePrecision::Day, false, true, sense.n > 0});
    } else if (sense.is(Kind::Anchor) && counts_on(i + sense.pieces, word(i))) {
      add(piece(i).start, end, {}, {}, DatePrecision::Vague);
    } else if (sense.is(Kind::Anchor)) {
      const auto day = stepped(anchor_ ? anchor_ : published_, sense.n);
      found_.push_back(
          {span(piece(i).start, end), day, day, DatePrecision::Day, true, false, false});
    } else if (sense.is(Kind::Vague)) {
      found_.push_back(
          {span(piece(i).start, end), {}, {}, DatePrecision::Vague, false, false, false});
    } else {
      return 0;
    }
    return i + sense.pieces;
  }

  // the day before the vote, the day after he left: counted from what follows
  bool counts_on(std::size_t next, std::string_view first) const {
    return first == "day" && is_word(next) && follows(next);
  }

  bool capital(std::size_t i) const { return piece(i).c >= 'A' && piece(i).c <= 'Z'; }

  // June 9, 2023; 9 June 2023; in June; June 2023; Friday, June 9
  std::size_t read_english(std::size_t i) {
    const std::size_t name = month_behind(i);
    const bool day_first = name != i;
    const Sense month = at(name);
    if (!month.is(Kind::MonthName) || !capital(name)) return 0;
    Parts parts;
    parts.month = month.n;
    parts.end = name + 1;
    parts.byte_end = piece(name).end;
    if (day_first) parts.day = piece(i).value;
    if (day_first && is_dash(i + 1)) parts.day_to = piece(i + 2).value;
    if (is_mark(parts.end, '.') && piece(parts.end).glued && word(name).size() <= 4) ++parts.end;
    if (!day_first) take_english_day(parts);
    take_english_year(parts);
    if (!parts.day && !parts.year && !(i > 0 && at(i - 1).is(Kind::Prep))) return 0;
    return resolve(i, parts);
  }

  bool is_dash(std::size_t i) const { return is_mark(i, '-') || is_mark(i, 0x2013); }
  bool is_month_name(std::size_t i) const {
    return is_word(i) && at(i).is(Kind::MonthName) && capital(i);
  }

  // Where the month's name stands: 9 June, 3-5 June, 9th of June; else i itself.
  std::size_t month_behind(std::size_t i) const {
    if (!is_number(i)) return i;
    if (is_month_name(i + 1)) return i + 1;
    if (is_dash(i + 1) && is_number(i + 2) && is_month_name(i + 3)) return i + 3;
    const bool ordinal = is_word(i + 1) && piece(i + 1).glued && is_word(i + 2);
    if (ordinal && is_month_name(i + 2)) return i + 2;
    return ordinal && word(i + 2) == "of" && is_month_name(i + 3) ? i + 3 : i;
  }

  // April 3 to 5, April 3-5
  void take_english_end(Parts& parts) {
    const std::size_t i = parts.end;
    const bool binds = is_dash(i) || (is_word(i) && (word(i) == "to" || word(i) == "through"));
    if (!binds || !is_number(i + 1) || piece(i + 1).value <= *parts.day || piece(i + 1).value > 31)
      return;
    if (has(i + 2) && (piece(i + 2).glued || is_month_name(i + 2)) && !ends_phrase(i + 2)) return;
    parts.day_to = piece(i + 1).value;
    parts.byte_end = piece(i + 1).end;
    parts.end = i + 2;
  }
  bool ends_phrase(std::size_t i) const {
    return is_mark(i, '.') || is_mark(i, ';') || is_mark(i, ')') ||
           (is_mark(i, ',') && !(is_number(i + 1) && piece(i + 1).glued));
  }

  void take_english_day(Parts& parts) {
    const std::size_t i = parts.end;
    if (!is_number(i) || !follows(i) || piece(i).value < 1 || piece(i).value > 31) return;
    parts.day = piece(i).value;
    parts.byte_end = piece(i).end;
    parts.end = i + 1;
    if (is_word(i + 1) && piece(i + 1).glued) ++parts.end;  // 9th
    take_english_end(parts);
  }

  void take_english_year(Parts& parts) {
    std::size_t i = parts.end;
    if (is_mark(i, ',') && is_number(i + 1)) ++i;
    if (is_word(i) && word(i) == "of" && is_number(i + 1)) ++i;
    if (!is_number(i) || !follows(i) || piece(i).value < 1900 || piece(i).value > 2100) return;
    parts.year = piece(i).value;
    parts.byte_end = piece(i).end;
    parts.end = i + 1;
  }

  // 지난달 20일, 2023년 6월 9일, 지난주 금요일, 올해 상반기, last Friday
  std::size_t read_parts(std::size_t i) {
    Parts parts;
    parts.end = i;
    while (has(parts.end) && (parts.end == i || follows(parts.end)) && take(parts)) {
    }
    if (parts.empty() || parts.end == i) return i + 1;
    skip_local(parts);
    return resolve(i, parts);
  }

  bool take(Parts& parts) { return is_number(parts.end) ? take_number(parts) : take_word(parts); }

  bool take_number(Parts& parts) {
    const std::size_t i = parts.end;
    const int value = piece(i).value;
    if (take_range(parts)) return false;
    const Sense unit = at(i + 1);
    if (!unit.is(Kind::Unit) || !piece(i + 1).glued || is_length(i + 2)) return false;
    if (unit.n == kDays && (is_rate(i + 2) || behind_nights(i) || is_weekly(i) || is_amount(parts)))
      return false;
    if (unit.n == kYears && value >= 1900 && value <= 2100 && !parts.year_known()) {
      parts.year = value;
    } else if (unit.n == kMonth && value >= 1 && value <= 12 && !parts.month_known()) {
      parts.month = value;
    } else if (unit.n == kDays && value >= 1 && value <= 31 && !parts.day) {
      parts.day = value;
    } else if (unit.n == kQuarter && value >= 1 && value <= 4) {
      parts.quarter = value;
    } else {
      return false;
    }
    return finish(parts, i + 1, unit);
  }

  // 20~25일: takes both numbers.
  bool take_range(Parts& parts) {
    const std::size_t i = parts.end;
    if (!has(i + 3) || !is_number(i + 2)) return false;
    const char32_t c = piece(i + 1).c;
    if (c != '~' && c != 0x223C && c != 0x301C && c != '-' && c != 0x2013 && c != 0xFF5E)
      return false;
    const Sense unit = at(i + 3);
    const int from = piece(i).value, to = piece(i + 2).value;
    if (!unit.is(Kind::Unit) || !piece(i + 3).glued || from < 1) return false;
    if (unit.n == kDays && from <= 31) {
      parts.day = from;
      parts.day_to = to;
    } else if (unit.n == kYears && is_year(i) && is_year(i + 2) && from < to) {
      parts.year = from;
      parts.year_to = to;
    } else if (unit.n == kMonth && from < to && to <= 12 && !parts.month_known()) {
      parts.month = from;
      parts.month_to = to;
    } else {
      return false;
    }
    finish(parts, i + 3, unit);
    return true;
  }

  // 1일 3회
  bool is_rate(std::size_t i) const {
    return is_number(i) && follows(i) && is_word(i + 1) && piece(i + 1).glued &&
           at(i + 1).is(Kind::Rate);
  }
  // 최대 30일
  bool is_amount(const Parts& parts) const {
    if (!parts.empty() || parts.end == 0 || piece(parts.end).first) return false;
    const Sense before = at(parts.end - 1);
    return before.is(Kind::About) && before.n == 1;
  }
  // 주 4일
  bool is_weekly(std::size_t i) const {
    return i > 0 && !piece(i).first && word(i - 1) == "주" && at(i - 1).is(Kind::Unit);
  }
  // 1박 2일
  bool behind_nights(std::size_t i) const {
    return i > 1 && at(i - 1).is(Kind::Nights) && piece(i - 1).glued && is_number(i - 2);
  }

  bool is_length(std::size_t i) const { return follows(i) && at(i).is(Kind::Length); }

  // Notes that the words up to piece i are taken; true where more may follow.
  bool finish(Parts& parts, std::size_t i, const Sense& sense) {
    parts.end = i + sense.pieces;
    parts.byte_end = byte_end(i, sense);
    const std::string_view rest =
        text_.substr(parts.byte_end, piece(parts.end - 1).end - parts.byte_end);
    if (sense_of(rest).is(Kind::From)) take_until(parts);
    return rest.empty();
  }

  // 24일부터 사흘간, 24일부터 3일간
  bool take_length(Parts& parts) const {
    const std::size_t i = parts.end;
    constexpr std::string_view kFor = "간";
    int days = 0;
    std::size_t last = i;
    if (is_word(i) && word(i).size() > kFor.size() && word(i).ends_with(kFor)) {
      const Sense count = sense_of(word(i).substr(0, word(i).size() - kFor.size()));
      days = count.is(Kind::Count) ? count.n : 0;
    } else if (is_number(i) && is_word(i + 1) && piece(i + 1).glued && word(i + 1) == "일간") {
      days = piece(i).value;
      last = i + 1;
    }
    if (days < 2 || days > 31) return false;
    parts.lasts = days;
    parts.end = last + 1;
    parts.byte_end = piece(last).end;
    return true;
  }

  // 20일부터 25일까지
  void take_until(Parts& parts) {
    parts.open = true;
    const std::size_t i = parts.end;
    if (parts.day && follows(i) && take_length(parts)) return;
    if (!parts.day || !is_number(i) || !follows(i) || !is_word(i + 1)) return;
    const Sense unit = at(i + 1);
    if (!unit.is(Kind::Unit) || unit.n != kDays || piece(i).value <= *parts.day ||
        piece(i).value > 31)
      return;
    parts.day_to = piece(i).value;
    parts.end = i + 2;
    parts.byte_end = byte_end(i + 1, unit);
  }

  bool take_word(Parts& parts) {
    const std::size_t i = parts.end;
    const Sense sense = at(i);
    switch (sense.kind) {
      case Kind::Mod:
        if (!parts.empty() || parts.mod) return false;
        parts.mod = sense.n;
        break;
      case Kind::Year:
        if (parts.year_known()) return false;
        parts.year_step = sense.n;
        break;
      case Kind::SameYear:
        if (parts.year_known()) return false;
        parts.unknown = !year_before_;
        parts.year = year_before_.value_or(0) + sense.n;
        break;
      case Kind::SameMonth:
        if (parts.month_known()) return false;
        parts.unknown = !last_month_;
        parts.year = last_month_ ? last_month_->first : 0;
        parts.month = last_month_ ? last_month_->second : 1;
        break;
      case Kind::MonthName:  // last June
        if (!parts.mod || parts.month_known() || !capital(i)) return false;
        parts.month = sense.n;
        break;
      case Kind::Month:
        if (parts.month_known()) return false;
        parts.month_step = sense.n;
        break;
      case Kind::Week:
        parts.week_step = sense.n;
        break;
      case Kind::Weekday:
        if (word(i)[0] > 0 && !capital(i)) return false;
        parts.weekday = sense.n;
        break;
      case Kind::Half:
        parts.half = sense.n;
        break;
      case Kind::Part:
        if (!parts.month_known() || parts.day) return false;
        parts.part = sense.n;
        break;
      default:
        return false;
    }
    return finish(parts, i, sense);
  }

  // (현지시간): the day stays the local one.
  void skip_local(Parts& parts) {
    if (!is_mark(parts.end, '(') || !at(parts.end + 1).is(Kind::Local)) return;
    const std::size_t close = parts.end + 1 + at(parts.end + 1).pieces;
    if (!is_mark(close, ')')) return;
    parts.byte_end = piece(close).end;
    parts.end = close + 1;
  }

  // --- resolving -------------------------------------------------------------------------------

  static ByteSpan span(std::size_t start, std::size_t end) {
    return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
  }
  static std::optional<Date> stepped(std::optional<Date> from, int days) {
    return from ? std::optional<Date>(add_days(*from, days)) : std::nullopt;
  }

  void add(std::size_t start, std::size_t end, std::optional<Date> from, std::optional<Date> to,
           DatePrecision precision) {
    const bool future = from && published_ && *from > *published_;
    found_.push_back({span(start, end), from, to, precision, false, false, future});
  }
  // `next` is the piece behind it. 19일 협약을 맺었다고 21일 밝혔다: 이날 will be the 19th.
  void add_day(std::size_t start, std::size_t end, std::optional<Date> day, std::size_t next) {
    add(start, end, day, day, DatePrecision::Day);
    const bool told = anchored_here_ && tells_past(next);
    if (!day || in_quotes_ || told) return;
    anchor_ = day;
    anchored_here_ = true;
  }

  // 밝혔다, 공시했다: a verb of speech in the past.
  bool tells_past(std::size_t i) const {
    static const ClassMask kReport = class_mask("report");
    return is_word(i) && word(i).ends_with("다") && read_verb(word(i), kReport).verb != nullptr &&
           has_past_syllable(word(i));
  }

  static bool has_past_syllable(std::string_view word) {
    for (std::size_t at = word.size(); at > 0;) {
      if (text::final_consonant(text::decode_backwards(word, at)) == 20) return true;
    }
    return false;
  }

  void add_year(std::size_t start, std::size_t end, int year) {
    add(start, end, Date{year, 1, 1}, Date{year, 12, 31}, DatePrecision::Year);
  }
  void add_month(std::size_t start, std::size_t end, int year, int month) {
    add(start, end, Date{year, month, 1}, Date{year, month, days_in_month(year, month)},
        DatePrecision::Month);
  }

  void add_shifted(std::size_t start, std::size_t end, int unit, int steps) {
    if (!published_) return add(start, end, {}, {}, DatePrecision::Vague);
    if (unit == kYears) return add_year(start, end, published_->year + steps);
    if (unit == kMonths) {
      const auto [year, month] = shift_month(published_->year, published_->month, steps);
      return add_month(start, end, year, month);
    }
    if (unit == kDays && steps > -31 && steps < 31) {
      const auto day = stepped(published_, steps);
      return add(start, end, day, day, DatePrecision::Day);
    }
    add(start, end, {}, {}, DatePrecision::Vague);
  }

  // Whether the sentence from piece i on speaks of days to come.
  bool future_ahead(std::size_t i) const {
    const std::size_t limit = std::min(pieces_.size(), i + kAhead);
    bool planned = false;
    for (std::size_t k = i; k < limit && !(k > i && piece(k).first); ++k) {
      if (at(k).is(Kind::Future)) return true;
      planned = planned || says_plan(k);
      if (planned && is_number(k) && at(k + 1).is(Kind::Unit) && tells_past(k + 2)) return true;
      if (ends_sentence(k)) return k > 0 && is_present(word(k - 1));
    }
    return false;
  }

  // 16일 만난다고 12일 밝혔다: what is told on another day is still to come.
  bool says_plan(std::size_t k) const {
    constexpr std::string_view kQuoted = "고";
    if (!is_word(k) || word(k).size() <= kQuoted.size() || !word(k).ends_with(kQuoted))
      return false;
    return is_present(word(k).substr(0, word(k).size() - kQuoted.size()));
  }

  // 열린다, 나선다: a finite verb that is not past.
  static bool is_present(std::string_view last) {
    if (last.size() < 6 || !last.ends_with("다")) return false;
    std::size_t at = last.size() - 3;
    const char32_t c = text::decode_backwards(last, at);
    return text::is_hangul_syllable(c) && text::final_consonant(c) == 4;
  }

  // 열렸다: the last word of the sentence from piece i on is past.
  bool ends_in_past(std::size_t i) const {
    const std::size_t limit = std::min(pieces_.size(), i + kAhead);
    for (std::size_t k = i; k < limit && !(k > i && piece(k).first); ++k) {
      if (!ends_sentence(k)) continue;
      return k > 0 && has_past_syllable(word(k - 1));
    }
    return true;
  }

  // 14일 전체회의를 열기로 했다: the day of the meeting or of the decision, whichever is near.
  bool plans_ahead(std::size_t i) const {
    const std::size_t limit = std::min(pieces_.size(), i + 12);
    for (std::size_t k = i; k < limit && !piece(k).first && !ends_sentence(k); ++k) {
      if (is_word(k) && word(k).ends_with("기로")) return true;
    }
    return false;
  }

  bool future_behind(std::size_t i) const {
    for (std::size_t k = i; k > 0 && i - k < 12 && !new_sentence(k); --k) {
      const Sense sense = at(k - 1);
      if (sense.is(Kind::Future)) return true;
      if (sense.is(Kind::Next)) return !ends_in_past(i);
    }
    return false;
  }

  // Which way an incomplete date lies: mod if one stands there, else by the sentence.
  int direction(std::size_t i, const Parts& parts) const {
    if (parts.mod && *parts.mod != 0) return *parts.mod;
    return future_ahead(parts.end) || future_behind(i) ? 1 : -1;
  }

  std::size_t resolve(std::size_t i, const Parts& parts) {
    const std::size_t start = piece(i).start;
    if (parts.unknown) {
      add(start, parts.byte_end, {}, {}, DatePrecision::Vague);
    } else if (parts.weekday && !parts.day) {
      add_day(start, parts.byte_end, weekday_of(i, parts), parts.end);
    } else if (parts.week_step) {
      resolve_week(start, parts);
    } else if (parts.day) {
      resolve_day(i, parts);
    } else if (parts.month_known()) {
      resolve_month(i, parts);
    } else {
      resolve_year(start, parts);
    }
    return parts.end;
  }

  std::optional<Date> weekday_of(std::size_t i, const Parts& parts) const {
    if (!published_) return std::nullopt;
    const Date monday = add_days(*published_, -weekday(*published_));
    if (parts.week_step) return add_days(monday, 7L * *parts.week_step + *parts.weekday);
    if (parts.mod && *parts.mod == 0) return add_days(monday, *parts.weekday);
    const int back = (weekday(*published_) - *parts.weekday + 7) % 7;
    if (direction(i, parts) > 0)
      return add_days(*published_, (7 - back) % 7 + (parts.mod && back == 0 ? 7 : 0));
    return add_days(*published_, parts.mod && back == 0 ? -7 : -back);
  }

  void resolve_week(std::size_t start, const Parts& parts) {
    if (!published_) return add(start, parts.byte_end, {}, {}, DatePrecision::Vague);
    const Date monday = add_days(*published_, -weekday(*published_) + 7L * *parts.week_step);
    add(start, parts.byte_end, monday, add_days(monday, 6), DatePrecision::Vague);
  }

  void resolve_year(std::size_t start, const Parts& parts) {
    const auto year = year_of(parts);
    if (!year) return add(start, parts.byte_end, {}, {}, DatePrecision::Vague);
    year_before_ = year;
    if (parts.year_to)
      return add(start, parts.byte_end, Date{*year, 1, 1}, Date{*parts.year_to, 12, 31},
                 DatePrecision::Vague);
    if (!parts.half && !parts.quarter) return add_year(start, parts.byte_end, *year);
    const int first = parts.half ? (*parts.half - 1) * 6 + 1 : (*parts.quarter - 1) * 3 + 1;
    const int last = first + (parts.half ? 5 : 2);
    add(start, parts.byte_end, Date{*year, first, 1}, Date{*year, last, days_in_month(*year, last)},
        DatePrecision::Vague);
  }

  // The year written or counted; a half or quarter alone is of the year of publication.
  std::optional<int> year_of(const Parts& parts) const {
    if (parts.year) return parts.year;
    if (!published_) return std::nullopt;
    return published_->year + parts.year_step.value_or(0);
  }

  void resolve_month(std::size_t i, const Parts& parts) {
    const std::size_t start = piece(i).start;
    const auto month = month_of(i, parts, 1);
    if (!month) return add(start, parts.byte_end, {}, {}, DatePrecision::Vague);
    const auto [y, m] = *month;
    note_month(*month);
    if (parts.month_to)
      return add(start, parts.byte_end, Date{y, m, 1},
                 Date{y, *parts.month_to, days_in_month(y, *parts.month_to)}, DatePrecision::Vague);
    if (!parts.part) return add_month(start, parts.byte_end, y, m);
    static constexpr int kFirst[] = {1, 11, 21, 25}, kLast[] = {10, 20, 31, 31};
    const int part = *parts.part - 1;
    add(start, parts.byte_end, Date{y, m, kFirst[part]},
        Date{y, m, std::min(kLast[part], days_in_month(y, m))}, DatePrecision::Vague);
  }

  void note_month(std::pair<int, int> month) {
    month_before_ = last_month_ = month;
    year_before_ = month.first;
  }

  // Year and month of a date that names a month; a month without year is the nearest on the side it
  // lies.
  std::optional<std::pair<int, int>> month_of(std::size_t i, const Parts& parts, int day) const {
    if (parts.month_step) {
      if (!published_) return std::nullopt;
      return shift_month(published_->year, published_->month, *parts.month_step);
    }
    if (parts.year_known()) {
      const auto year = year_of(parts);
      if (!year) return std::nullopt;
      return std::pair{*year, *parts.month};
    }
    if (!published_) return std::nullopt;
    const auto here = std::pair{*parts.month, day};
    const auto now = std::pair{published_->month, published_->day};
    if (direction(i, parts) > 0)
      return std::pair{published_->year + (here < now ? 1 : 0), *parts.month};
    return std::pair{published_->year - (here > now ? 1 : 0), *parts.month};
  }

  void resolve_day(std::size_t i, const Parts& parts) {
    const auto month =
        parts.month_known() ? month_of(i, parts, *parts.day) : month_of_day(i, parts);
    std::optional<Date> from;
    if (month) from = Date{month->first, month->second, *parts.day};
    if (from && !is_valid(*from)) from.reset();
    if (month) last_month_ = month;
    if (month) year_before_ = month->first;
    if (parts.month_known() && month) month_before_ = month;
    add_day(piece(i).start, parts.byte_end, from, parts.end);
    if (from && parts.lasts > 0) found_.back().end = add_days(*from, parts.lasts - 1);
    if (from && parts.day_to && is_valid({from->year, from->month, *parts.day_to})) {
      found_.back().end = Date{from->year, from->month, *parts.day_to};
    }
  }

  // 다음 달 13일 주총을 연다고 16일 공시했다: what was told is past, whatever month was named.
  bool told_ahead(const Parts& parts) const {
    if (!published_ || !tells_past(parts.end)) return false;
    return std::tuple(month_before_->first, month_before_->second, *parts.day) >
           std::tuple(published_->year, published_->month, published_->day);
  }

  // 9일: of the month named before in the sentence, else the last such day, or the next one.
  std::optional<std::pair<int, int>> month_of_day(std::size_t i, const Parts& parts) const {
    if (month_before_ && !parts.mod && !told_ahead(parts)) return month_before_;
    if (!published_) return std::nullopt;
    const Date p = *published_;
    const bool ahead = direction(i, parts) > 0;
    const bool open = parts.open || (!ahead && plans_ahead(parts.end));
    if (!ahead && open && !parts.mod && *parts.day > p.day && *parts.day - p.day < 15)
      return std::pair{p.year, p.month};
    if (ahead && *parts.day < p.day) return shift_month(p.year, p.month, 1);
    if (!ahead && *parts.day > p.day) return shift_month(p.year, p.month, -1);
    return std::pair{p.year, p.month};
  }

  std::string_view text_;
  std::optional<Date> published_;
  std::vector<Piece> pieces_;
  mutable std::vector<std::optional<Sense>> senses_;  // by piece, as they are asked for
  std::optional<Date> anchor_;                        // the last day written out
  std::optional<std::pair<int, int>> month_before_;   // named in this sentence
  std::optional<std::pair<int, int>> last_month_;     // of the last date: 같은 달
  std::optional<int> year_before_;                    // of the last date: 같은 해
  bool in_quotes_ = false;
  bool anchored_here_ = false;  // by a day of this sentence
  std::size_t joined_ = 0;      // dates already looked at as a range
  std::vector<DateFound> found_;
};

}  // namespace

std::vector<DateFound> find_dates(std::string_view text, std::optional<Date> published) {
  return DateFinder(text, published).run();
}

}  // namespace onrecord::lang
