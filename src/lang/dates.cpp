#include "lang/dates.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <charconv>
#include <string>

#include "lang/lexicon.h"
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
  Vague
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
  static constexpr std::array<std::pair<std::string_view, Kind>, 20> kKinds = {
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
       {"vague", Kind::Vague}}};
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

// The word, or the word without a particle.
Sense read_sense(std::string_view word) {
  if (!beginnings().may_begin(word)) return {};
  if (Sense whole = sense_of(word); !whole.is(Kind::None)) return whole;
  ParticleSplit splits[4];
  const int count = word.size() > 3 ? split_particles(word, splits) : 0;
  for (int i = 0; i < count; ++i) {
    if (Sense stem = sense_of(word.substr(0, splits[i].stem_bytes)); !stem.is(Kind::None))
      return stem;
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
      quarter, part, mod;
  bool open = false;    // 9일부터: the nearer of the days before and after
  std::size_t end = 0;  // pieces taken
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
      if (month_before_ && new_sentence(i)) month_before_.reset();
      const std::size_t next = read(i);
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
  bool ends_sentence(std::size_t i) const {
    return piece(i).kind == Piece::Kind::Other &&
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
    if (is_word(i + 1) && follows(i + 1) && word(i).size() <= 6 &&
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
    return read_parts(i);
  }

  // 2023.06.09, 2023-6-9
  std::size_t read_digits(std::size_t i) {
    if (!is_number(i) || piece(i).value < 1900 || !is_number(i + 2) || !is_number(i + 4)) return 0;
    const char32_t c = piece(i + 1).c;
    if ((c != '.' && c != '-' && c != '/') || piece(i + 3).c != c) return 0;
    const Date date{piece(i).value, piece(i + 2).value, piece(i + 4).value};
    if (!is_valid(date)) return 0;
    add_day(piece(i).start, piece(i + 4).end, date);
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
    add_shifted(piece(i).start, byte_end(next, way), unit, way.n * count);
    return next + 1;
  }

  // 오늘, 이날, 최근, yesterday
  std::size_t read_single(std::size_t i) {
    const Sense sense = at(i);
    const std::size_t end = sense.is(Kind::None) ? 0 : byte_end(i, sense);
    if (sense.is(Kind::Day)) {
      const auto day = stepped(published_, sense.n);
      found_.push_back(
          {span(piece(i).start, end), day, day, DatePrecision::Day, false, true, sense.n > 0});
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

  bool capital(std::size_t i) const { return piece(i).c >= 'A' && piece(i).c <= 'Z'; }

  // June 9, 2023; 9 June 2023; in June; June 2023; Friday, June 9
  std::size_t read_english(std::size_t i) {
    const bool day_first =
        is_number(i) && is_word(i + 1) && at(i + 1).is(Kind::MonthName) && capital(i + 1);
    const std::size_t name = day_first ? i + 1 : i;
    const Sense month = at(name);
    if (!month.is(Kind::MonthName) || !capital(name)) return 0;
    Parts parts;
    parts.month = month.n;
    parts.end = name + 1;
    parts.byte_end = piece(name).end;
    if (day_first) parts.day = piece(i).value;
    if (is_mark(parts.end, '.') && piece(parts.end).glued && word(name).size() <= 4) ++parts.end;
    if (!day_first) take_english_day(parts);
    take_english_year(parts);
    if (!parts.day && !parts.year && !(i > 0 && at(i - 1).is(Kind::Prep))) return 0;
    return resolve(i, parts);
  }

  void take_english_day(Parts& parts) {
    const std::size_t i = parts.end;
    if (!is_number(i) || !follows(i) || piece(i).value < 1 || piece(i).value > 31) return;
    parts.day = piece(i).value;
    parts.byte_end = piece(i).end;
    parts.end = i + 1;
    if (is_word(i + 1) && piece(i + 1).glued) ++parts.end;  // 9th
  }

  void take_english_year(Parts& parts) {
    std::size_t i = parts.end;
    if (is_mark(i, ',') && is_number(i + 1)) ++i;
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
    if (!unit.is(Kind::Unit) || unit.n != kDays || !piece(i + 3).glued || piece(i).value > 31 ||
        piece(i).value < 1)
      return false;
    parts.day = piece(i).value;
    parts.day_to = piece(i + 2).value;
    finish(parts, i + 3, unit);
    return true;
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

  // 20일부터 25일까지
  void take_until(Parts& parts) {
    parts.open = true;
    const std::size_t i = parts.end;
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
  void add_day(std::size_t start, std::size_t end, std::optional<Date> day) {
    add(start, end, day, day, DatePrecision::Day);
    if (day) anchor_ = day;
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
    if (unit == kDays && steps < 0 && steps > -31) {
      const auto day = stepped(published_, steps);
      return add(start, end, day, day, DatePrecision::Day);
    }
    add(start, end, {}, {}, DatePrecision::Vague);
  }

  // Whether the sentence from piece i on speaks of days to come.
  bool future_ahead(std::size_t i) const {
    const std::size_t limit = std::min(pieces_.size(), i + kAhead);
    for (std::size_t k = i; k < limit && !(k > i && piece(k).first); ++k) {
      if (at(k).is(Kind::Future)) return true;
      if (ends_sentence(k)) return k > 0 && is_present(word(k - 1));
    }
    return false;
  }

  // 열린다, 나선다: a finite verb that is not past.
  static bool is_present(std::string_view last) {
    if (last.size() < 6 || !last.ends_with("다")) return false;
    std::size_t at = last.size() - 3;
    const char32_t c = text::decode_backwards(last, at);
    return text::is_hangul_syllable(c) && text::final_consonant(c) == 4;
  }

  bool future_behind(std::size_t i) const {
    for (std::size_t k = i; k > 0 && i - k < 12 && !new_sentence(k); --k) {
      if (at(k - 1).is(Kind::Future)) return true;
    }
    return false;
  }

  // Which way an incomplete date lies: mod if one stands there, else by the sentence.
  int direction(std::size_t i, const Parts& parts) const {
    if (parts.mod) return *parts.mod;
    return future_ahead(parts.end) || future_behind(i) ? 1 : -1;
  }

  std::size_t resolve(std::size_t i, const Parts& parts) {
    const std::size_t start = piece(i).start;
    if (parts.weekday && !parts.day) {
      add_day(start, parts.byte_end, weekday_of(i, parts));
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
    month_before_ = month;
    if (!parts.part) return add_month(start, parts.byte_end, y, m);
    static constexpr int kFirst[] = {1, 11, 21}, kLast[] = {10, 20, 31};
    const int part = *parts.part - 1;
    add(start, parts.byte_end, Date{y, m, kFirst[part]},
        Date{y, m, std::min(kLast[part], days_in_month(y, m))}, DatePrecision::Vague);
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
    if (parts.month_known() && month) month_before_ = month;
    add_day(piece(i).start, parts.byte_end, from);
    if (from && parts.day_to && is_valid({from->year, from->month, *parts.day_to})) {
      found_.back().end = Date{from->year, from->month, *parts.day_to};
    }
  }

  // 9일: of the month named before in the sentence, else the last such day, or the next one.
  std::optional<std::pair<int, int>> month_of_day(std::size_t i, const Parts& parts) const {
    if (month_before_ && !parts.mod) return month_before_;
    if (!published_) return std::nullopt;
    const Date p = *published_;
    const bool ahead = direction(i, parts) > 0;
    if (!ahead && parts.open && !parts.mod && *parts.day > p.day && *parts.day - p.day < 15)
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
  std::vector<DateFound> found_;
};

}  // namespace

std::vector<DateFound> find_dates(std::string_view text, std::optional<Date> published) {
  return DateFinder(text, published).run();
}

}  // namespace onrecord::lang
