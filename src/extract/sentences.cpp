#include "extract/steps.h"

namespace onrecord::extract {
namespace {

const lang::ClassMask kAfterMark =
    lang::class_mask("after_mark") | lang::class_mask("after_mark_clause");
const lang::ClassMask kAbbreviation = lang::class_mask("abbreviation");

// Tokens; a longer sentence is cut outside its marks. Prose has none, and whoever looks for a
// speaker walks back to the sentence's start from each of its clauses: this keeps that linear.
constexpr TokenIndex kLongestSentence = 500;

bool is_stop(const Token& token) {
  return token.kind == TokenKind::Punct &&
         (token.first == '.' || token.first == '?' || token.first == '!' || token.first == 0x3002 ||
          token.first == 0x2026);
}

bool blank_after(const Analysis& a, TokenIndex i) {
  return i + 1 >= a.tokens.size() || a.tokens[i + 1].block != a.tokens[i].block ||
         !a.tokens[i + 1].glued;
}

// "Mr." and single initials end no sentence.
bool is_abbreviation(const Analysis& a, TokenIndex stop) {
  if (stop == 0 || a.tokens[stop].first != '.') return false;
  const Token& word = a.tokens[stop - 1];
  if (!word.is_word() || !a.tokens[stop].glued || word.reading.hangul) return false;
  return word.reading.has(kAbbreviation) || word.span.size() == 1;
}

// Whether the words after a closing mark go on with the same sentence: a particle, or a verb of
// saying in lower case.
bool goes_on(const Analysis& a, TokenIndex mark) {
  if (mark + 1 >= a.tokens.size() || a.tokens[mark + 1].block != a.tokens[mark].block) return false;
  const Token& next = a.tokens[mark + 1];
  if (!next.is_word()) return next.glued || next.first == ',' || next.first == '(';
  if (next.glued) return true;
  if (next.first >= 'a' && next.first <= 'z') return true;
  const lang::Word* word = lang::find_word(a.surface(next));
  return word != nullptr && word->has(kAfterMark);
}

bool ends_here(const Analysis& a, TokenIndex i) {
  const Token& token = a.tokens[i];
  if (token.passage != kNone) return false;
  if (is_stop(token)) {
    // A stop may be followed by a bracket or a stray closing mark that belongs to this sentence.
    return blank_after(a, i) && !is_abbreviation(a, i);
  }
  if (a.closing[i] == kNone || i == 0 || !is_stop(a.tokens[i - 1])) return false;
  return blank_after(a, i) && !goes_on(a, i);
}

}  // namespace

void find_sentences(Analysis& a) {
  TokenIndex begin = 0;
  for (TokenIndex i = 0; i < a.tokens.size(); ++i) {
    const bool last = i + 1 == a.tokens.size() || a.tokens[i + 1].block != a.tokens[i].block;
    a.tokens[i].sentence = static_cast<std::uint32_t>(a.sentences.size());
    const bool too_long = i - begin >= kLongestSentence && a.tokens[i].passage == kNone;
    if (!last && !too_long && !ends_here(a, i)) continue;
    a.sentences.push_back(
        {{a.tokens[begin].span.start, a.tokens[i].span.end}, begin, i + 1, a.tokens[i].block});
    begin = i + 1;
  }
}

}  // namespace onrecord::extract
