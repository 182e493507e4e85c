// What is known about one article while it is being read: each step of the pipeline adds a layer
// and changes none before it (extract.cpp lists the steps).
//
// All offsets are bytes of Document::text. Indexes are positions in the vectors of this struct.
// Views point into the document's text or the compiled-in lexicon; the document must outlive the
// analysis.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lang/word.h"
#include "model/document.h"
#include "model/findings.h"
#include "text/utf8.h"

namespace onrecord::extract {

using TokenIndex = std::uint32_t;
inline constexpr std::int32_t kNone = -1;

// Of the confidence of a rule so much is left where no speaker is found for its words: on our own
// articles one in twenty such is right, since hardly any quotation has none.
inline constexpr double kNobody = 0.3;

enum class TokenKind : std::uint8_t { Word, Mark, Punct };

struct Token {
  ByteSpan span;
  TokenKind kind = TokenKind::Word;
  bool glued = false;  // no blank before it
  char32_t first = 0;  // its first character; of marks and punctuation the only one
  std::uint32_t block = 0;
  std::uint32_t sentence = 0;
  std::int32_t passage = kNone;  // innermost marked passage it stands in, its own marks excluded
  lang::WordReading reading;

  ByteSpan stem() const { return {span.start, span.start + reading.stem_bytes}; }
  bool is(lang::Josa josa) const { return reading.josa == josa; }
  bool is_word() const { return kind == TokenKind::Word; }
};

enum class MarkFamily : std::uint8_t { Double, Single, Work };

// Words between a pair of marks.
struct Passage {
  MarkFamily family = MarkFamily::Double;
  ByteSpan inner;        // without the marks
  TokenIndex open = 0;   // token of the opening mark (of a lost one: first token of the sentence)
  TokenIndex close = 0;  // token of the closing mark (of a lost one: one past the last token)
  std::int32_t parent = kNone;
  bool lost_open = false;
  bool lost_close = false;
};

struct Sentence {
  ByteSpan span;
  TokenIndex begin = 0, end = 0;
  std::uint32_t block = 0;
};

// A noun phrase that could name somebody.
struct Phrase {
  TokenIndex begin = 0, end = 0;  // tokens; end exclusive; the head is end - 1
  ByteSpan span;                  // without the particle
  lang::Josa josa = lang::Josa::None;
  std::vector<std::int32_t> chains;  // of the people and bodies named in it, in order
};

struct Analysis {
  explicit Analysis(const Document& d) : document(d), text(d.text) {}

  const Document& document;
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Passage> passages;
  std::vector<std::int32_t> closing;  // by token: the outermost passage that closes there, or kNone
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;         // by span
  std::vector<std::int32_t> mention_at;  // by token: index of the mention that covers it, or kNone
  std::vector<Chain> chains;
  std::vector<Quotation> quotations;
  std::vector<Event> events;
  std::vector<std::string>* speaker_trace = nullptr;  // where the learner of weights listens

  std::string_view surface(const Token& token) const { return slice(text, token.span); }
  std::string_view stem(const Token& token) const { return slice(text, token.stem()); }
  std::string_view particle(const Token& token) const {
    return slice(text, {token.stem().end, token.span.end});
  }
  // Of the stem as it is written: the lexicon has no capitals.
  lang::ClassMask classes_of_stem(const Token& token) const {
    return text::has_capital(stem(token)) ? 0 : token.reading.stem_classes;
  }
  BlockKind block_kind(const Token& token) const { return document.blocks[token.block].kind; }
};

}  // namespace onrecord::extract
