// One word between blanks, read by its ending: stem, particle, verb of speech, quotative ending.
//
// Pure and without context: what a word is in its sentence is decided by extract/. Offsets are
// bytes within the word. Tables: lexicon/particles.tsv, quotatives.tsv, reporting_verbs.tsv and all
// word classes.
#pragma once

#include <cstdint>
#include <string_view>

#include "lang/lexicon.h"

namespace onrecord::lang {

// The grammatical role that a particle gives.
enum class Josa : std::uint8_t {
  None,
  Topic,
  Subj,
  Obj,
  Gen,
  Dat,
  Loc,
  Com,
  Inst,
  From,
  Also,
  Copula,
  Vocative,
  Other
};

enum class VerbForm : std::uint8_t {
  None,
  Finite,      // 말했다, 밝혔습니다
  Connective,  // 말하고, 밝히며, 했지만
  Adnominal,   // 말한, 밝힌, 하는, 하던
  Noun,        // 말하기, 말함
};

enum class Quotative : std::uint8_t { None, Go, Myeo, Neun };

struct WordReading {
  std::uint16_t stem_bytes = 0;  // the word without its particle
  Josa josa = Josa::None;
  ClassMask classes = 0;           // of the stem and of the whole word
  ClassMask word_classes = 0;      // all of the whole word's own, 0 where the lexicon has it not
  ClassMask stem_classes = 0;      // all of the stem's own, 0 where the lexicon has it not
  ClassMask ending_classes = 0;    // of all known words that the stem ends in (endings.h)
  ClassMask verb_classes = 0;      // of all verbs that it may be a form of (verb_forms.h)
  std::string_view cue_class;      // of a verb or noun of speech
  VerbForm verb = VerbForm::None;  // of a verb of speech, or guessed from the ending
  bool verb_like = false;          // the ending is one that verbs have
  Quotative quotative = Quotative::None;
  std::uint8_t quotative_bytes = 0;  // length of the particle 고, 며, 면서, 는 at the end
  bool hangul = false;               // ends in a Hangul syllable

  bool has(ClassMask mask) const { return (classes & mask) != 0; }
  bool stem_has(ClassMask mask) const { return (stem_classes & mask) != 0; }
  // Whether a look for an ending of that class can succeed.
  bool may_end_in(ClassMask mask) const { return (ending_classes & mask) != 0; }
};

WordReading read_word(std::string_view word);

// The particles that may end `word`, longest first, written to `out`; returns how many (at most 4).
struct ParticleSplit {
  std::uint16_t stem_bytes;
  Josa josa;
};
int split_particles(std::string_view word, ParticleSplit out[4]);

}  // namespace onrecord::lang
