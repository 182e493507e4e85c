#include <array>
#include <string>

#include "extract/steps.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

enum class CharKind : std::uint8_t { Blank, Letter, Digit, Hangul, Mark, Other };

bool is_mark(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0xFF02:
    case 0xFF07:
    case 0x2032:
    case 0x2033:
    case 0x00B4:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0x300A:
    case 0x300B:
    case 0x3008:
    case 0x3009:
      return true;
    default:
      return false;
  }
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == 0x00A0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

CharKind kind_beyond(char32_t c) {
  if (is_blank(c)) return CharKind::Blank;
  if (is_mark(c)) return CharKind::Mark;
  if (c < 0x80) {
    return text::is_ascii_letter(c) ? CharKind::Letter
           : text::is_digit(c)      ? CharKind::Digit
                                    : CharKind::Other;
  }
  const bool letter = (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
                      (c >= 0x370 && c <= 0x1FFF) || text::is_han(c) ||
                      (c >= 0x3040 && c <= 0x30FF && c != 0x30FB) ||
                      (c >= 0x3130 && c <= 0x318F && c != 0x318D);
  return letter ? CharKind::Letter : CharKind::Other;
}

// By table for the characters below 128, which are asked for most.
CharKind kind_of(char32_t c) {
  static const std::array<CharKind, 0x80> kLow = [] {
    std::array<CharKind, 0x80> kinds{};
    for (char32_t low = 0; low < kinds.size(); ++low) kinds[low] = kind_beyond(low);
    return kinds;
  }();
  if (c < kLow.size()) return kLow[c];
  return text::is_hangul_syllable(c) ? CharKind::Hangul : kind_beyond(c);
}

bool in_word(CharKind kind) {
  return kind == CharKind::Letter || kind == CharKind::Digit || kind == CharKind::Hangul;
}

// Whether `c` joins the characters around it into one word: 3.5, K-스타트업, S&P, don't.
bool joins(char32_t c, CharKind before, CharKind after) {
  if (c == '.' || c == ',') return before == CharKind::Digit && after == CharKind::Digit;
  if (c == '-' || c == '&') return in_word(before) && in_word(after);
  if (c == '\'' || c == 0x2019) return before == CharKind::Letter && after == CharKind::Letter;
  return false;
}

class Scanner {
 public:
  Scanner(Analysis& a, std::uint32_t block)
      : a_(a), block_(block), span_(a.document.blocks[block].span) {}

  void run() {
    std::size_t at = span_.start;
    bool glued = false;
    while (at < span_.end) {
      std::size_t next = at;
      const char32_t c = text::decode(a_.text, next);
      const CharKind kind = kind_of(c);
      if (kind == CharKind::Blank) {
        glued = false;
      } else if (in_word(kind)) {
        next = word_end(next, kind);
        add(at, next, TokenKind::Word, c, glued);
        glued = true;
      } else {
        add(at, next, kind == CharKind::Mark ? TokenKind::Mark : TokenKind::Punct, c, glued);
        glued = true;
      }
      at = next;
    }
  }

 private:
  // The end of the word whose first character, of this kind, ends at byte `at`.
  std::size_t word_end(std::size_t at, CharKind before) const {
    while (at < span_.end) {
      if (text::is_common_hangul(a_.text, at)) {
        before = CharKind::Hangul;
        at += 3;
        continue;
      }
      std::size_t next = at;
      const char32_t c = text::decode(a_.text, next);
      CharKind kind = kind_of(c);
      if (!in_word(kind)) {
        std::size_t beyond = next;
        const CharKind after =
            next < span_.end ? kind_of(text::decode(a_.text, beyond)) : CharKind::Other;
        const bool initials = c == '.' && before == CharKind::Letter && after == CharKind::Letter;
        if (!joins(c, before, after) && !initials) break;
      }
      before = kind;
      at = next;
    }
    return at;
  }

  void add(std::size_t start, std::size_t end, TokenKind kind, char32_t first, bool glued) {
    Token& token = a_.tokens.emplace_back();
    token.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
    token.kind = kind;
    token.glued = glued;
    token.first = first;
    token.block = block_;
    if (kind == TokenKind::Word) token.reading = read(slice(a_.text, token.span));
    if (kind == TokenKind::Word && glued) read_loose_particle(token);
  }

  // 는 in "(69)는", "36%는" and "‘공차’는": a particle parted from its word by a bracket or mark.
  void read_loose_particle(Token& token) const {
    if (a_.tokens.size() < 2) return;
    const Token& before = a_.tokens[a_.tokens.size() - 2];
    const bool bracket = before.first == ')' || before.first == ']' || before.first == '%';
    if (!bracket && before.kind != TokenKind::Mark) return;
    static const lang::ClassMask kJosa = lang::class_mask("josa");
    const std::string_view form = slice(a_.text, token.span);
    const lang::Word* word = lang::find_word(form);
    if (word == nullptr || !word->has(kJosa)) return;
    lang::ParticleSplit splits[4];
    for (std::string_view carrier : {"가", "각"}) {  // whichever sound the particle asks for
      const std::string whole = std::string(carrier) + std::string(form);
      const int count = lang::split_particles(whole, splits);
      for (int i = 0; i < count; ++i) {
        if (splits[i].stem_bytes != carrier.size()) continue;
        const lang::WordReading read = token.reading;
        token.reading = {};
        token.reading.verb_classes = read.verb_classes;
        token.reading.word_classes = read.word_classes;
        token.reading.hangul = true;
        token.reading.josa = splits[i].josa;
        return;
      }
    }
  }

  // The lexicon knows Latin letters in lower case only.
  static lang::WordReading read(std::string_view word) {
    return lang::read_word(text::has_capital(word) ? std::string_view(lower(word)) : word);
  }

  static std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }

  Analysis& a_;
  std::uint32_t block_;
  ByteSpan span_;
};

}  // namespace

void find_tokens(Analysis& a) {
  a.tokens.reserve(a.text.size() / 6 + 16);
  for (std::uint32_t block = 0; block < a.document.blocks.size(); ++block) Scanner(a, block).run();
}

}  // namespace onrecord::extract
