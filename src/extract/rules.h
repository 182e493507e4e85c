// The rules of lexicon/rules.tsv that read a row of tokens: what follows a closing mark, what
// follows a reported clause.
//
// A pattern is a row of elements parted by blanks. An element is one or more alternatives joined by
// '|', each of one or more atoms joined by '&' that must all fit, with an optional name before a
// colon (v: the cue) and an optional count {min,max} behind; the shortest fit wins.
//   @class   the word has this class          =form  the word is exactly this
//   >table   the word begins with a row of lexicon/table_TABLE.tsv
//   %class   a verb or noun of speech whose cue has this class (lexicon/reporting_verbs.tsv)
//   ^kind    a particle after a mark: go, myeo, neun, obj
//   ~role    the word's particle: topic, subj … #form  a verb of speech: finite, connective,
//   adnominal
//   *        any word                         ,      a comma        $   the end of the sentence
//   _        any word without a quotative ending (다고, 라며, 다는)
//   0        a word that begins with a digit   "        marked words with their marks
// Cost: bounded by the counts of the pattern, so linear over a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analysis.h"

namespace onrecord::extract {

struct Atom {
  enum class Kind : std::uint8_t {
    Class,
    Cue,
    Form,
    Begins,
    AfterMark,
    Role,
    Verb,
    Any,
    Plain,
    Comma,
    End,
    Digit,
    Marked
  } kind;
  lang::ClassMask mask = 0;
  std::string_view text;
  lang::Josa role = lang::Josa::None;                         // of Role
  lang::VerbForm form = lang::VerbForm::None;                 // of Verb
  const std::vector<std::string_view>* beginnings = nullptr;  // of Begins
};

struct Element {
  std::vector<std::vector<Atom>> alternatives;
  char capture = 0;
  int min = 1, max = 1;
};

struct Rule {
  std::string id, layer, emits;
  double confidence = 0;
  std::vector<Element> elements;
  // What the first token needs to have for the rule to fit: one of these classes, of the word as
  // read or as it stands; 0 where it may be anything.
  lang::ClassMask needs = 0, needs_of_word = 0;
};

struct RuleMatch {
  const Rule* rule = nullptr;
  std::int32_t cue = kNone;  // token captured as v, or kNone
  TokenIndex end = 0;        // one past the last token matched
};

// The rules of a layer, in the order of the file.
const std::vector<Rule>& rules_of(std::string_view layer);

// The first rule of the layer that fits the tokens from `start` on, within `limit`.
std::optional<RuleMatch> match_first(const Analysis& a, const std::vector<Rule>& rules,
                                     TokenIndex start, TokenIndex limit);

}  // namespace onrecord::extract
