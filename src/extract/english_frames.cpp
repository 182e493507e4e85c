#include "extract/english_frames.h"

#include <algorithm>

namespace onrecord::extract::english {
namespace {

const lang::ClassMask kReport = lang::class_mask("report_en");
const lang::ClassMask kPersonNoun = lang::class_mask("person_noun_en");
const Kinds kAside = kind("adverb") | kind("aux");
const Kinds kBe = kind("modal");
const Kinds kDet = kind("det") | kind("poss");
constexpr TokenIndex kLongRequest = 12;
const Kinds kPronoun = kind("he") | kind("she") | kind("they") | kind("it") | kind("i");

}  // namespace

Frame Frames::stub(TokenIndex cue) {
  Frame f;
  f.cue = cue;
  f.begin = cue;
  f.end = cue + 1;
  return f;
}

// X said. / X said in …: a subject and a verb near the start, no words of their own behind.
bool Frames::starts(TokenIndex i, TokenIndex end) const {
  for (TokenIndex k = i; k < end && k < i + 12; ++k) {
    if (!page_.free(k) || page_.is(k, '.')) return false;
    if (page_.word(k).has(kReport) && k > i)
      return !page_.word(k).is(kind("noun_too")) && clauses_.start(stub(k), end) == kNone;
  }
  return false;
}

std::vector<Frame> Frames::in(const Unit& u) const {
  std::vector<Frame> out;
  for (TokenIndex i = u.begin; i < u.end; ++i) {
    if (!page_.free(i) || !page_.is_word(i)) continue;
    const TokenIndex from = out.empty() ? u.begin : out.back().end;
    Frame f = stub(i);
    const bool found =
        is_according(i) ? according(f, u) : page_.word(i).has(kReport) && spoken(f, from, u, out);
    if (!found) continue;
    out.push_back(f);
    i = std::max(i, f.end - 1);
  }
  return out;
}

bool Frames::is_according(TokenIndex i) const {
  return page_.is_word(i + 1) && lower(a_.surface(a_.tokens[i])) == "according" &&
         a_.surface(a_.tokens[i + 1]) == "to";
}

bool Frames::according(Frame& f, const Unit& u) const {
  f.according = true;
  f.subject = speakers_.subjects().after(f.cue + 2, u.end);
  if (f.subject.empty()) return false;
  f.end = f.subject.end;
  return true;
}

bool Frames::spoken(Frame& f, TokenIndex from, const Unit& u,
                    const std::vector<Frame>& before) const {
  const TokenIndex i = f.cue;
  if (told_by(f, from, u)) return true;
  if (!is_plain_verb(f, from, u) || wants_no_name(f, u)) return false;
  f.participle = page_.ends_in(i, "ing") && !(i > from && page_.word(i - 1).is(kBe));
  if (f.participle || (i > from && page_.is_word(i - 1) && page_.form(i - 1) == "to"))
    return inherit(f, u, before);
  if (inverted(f, from, u)) return true;
  f.subject = speakers_.subjects().before(i, from);
  if (f.subject.empty()) return shares_subject(f, from) && inherit(f, u, before);
  if (page_.word(f.subject.begin).is(kind("nobody"))) return false;
  f.begin = f.subject.begin;
  return !page_.word(i).is(kind("noun_too")) || sure_verb(f, u);
}

// X was told by Y that …: Y speaks.
bool Frames::told_by(Frame& f, TokenIndex from, const Unit& u) const {
  const TokenIndex i = f.cue;
  if (!page_.word(i).is(kind("hearer")) || i <= from || !page_.is_word(i - 1)) return false;
  const std::string be = page_.form(i - 1);
  if (be != "was" && be != "were" && be != "been") return false;
  if (!page_.is_word(i + 1) || page_.form(i + 1) != "by") return false;
  f.subject = speakers_.subjects().after(i + 2, u.end);
  f.end = f.subject.end;
  return !f.subject.empty();
}

// An official who asked not to be named: no words of a report.
bool Frames::wants_no_name(const Frame& f, const Unit& u) const {
  const std::string_view what = clauses_.report_class(f.cue);
  if (what != "ask" && what != "request") return false;
  bool negated = false;
  for (TokenIndex i = f.cue + 1; i < u.end && i < f.cue + kLongRequest; ++i) {
    if (!page_.free(i) || !page_.is_word(i)) return false;
    const std::string form = page_.form(i);
    negated |= form == "not" || form == "anonymity";
    if (negated && (form == "anonymity" || page_.word(i).is(kind("named_as")))) return true;
  }
  return false;
}

// No name, no part of a noun phrase; “point” only with “out”.
bool Frames::is_plain_verb(Frame& f, TokenIndex from, const Unit& u) const {
  const TokenIndex i = f.cue;
  if (page_.word(i).capital && i > u.begin) return false;
  if (page_.word(i).is(kind("with_out"))) {
    if (!page_.is_word(i + 1) || page_.form(i + 1) != "out") return false;
    f.end = i + 2;
  }
  return !(i > from && page_.is_word(i - 1) && !may_stand_before(i - 1, i));
}

// … and said; …, said: the subject stands before.
bool Frames::shares_subject(const Frame& f, TokenIndex from) const {
  TokenIndex k = f.cue;
  while (k > from && page_.is_word(k - 1) && page_.word(k - 1).is(kAside | kBe) &&
         !page_.word(k - 1).is(kPronoun))
    --k;
  if (is_base(f.cue)) {  // would call and ask: no verb of its own
    for (TokenIndex i = k; i > from && i + kLongRequest > k; --i) {
      if (page_.is_word(i - 1) && (page_.word(i - 1).is(kind("future")) || page_.form(i - 1) == "to"))
        return false;
    }
  }
  const bool joined =
      k > from && page_.is_word(k - 1) && page_.word(k - 1).is(kind("and") | kind("stop"));
  const bool after_comma = k > from && page_.is(k - 1, ',');
  const bool sure = !page_.word(f.cue).is(kind("noun_too")) ||
                    (page_.is_word(f.end) && page_.form(f.end) == "that");
  return (joined || after_comma) && sure;
}

// say, ask: neither says nor said.
bool Frames::is_base(TokenIndex cue) const {
  const std::string form = page_.form(cue);
  const lang::Word* third = form.ends_with("s") ? nullptr : lang::find_word(form + "s");
  return third != nullptr && third->has(kReport);
}

// Whether a verb of speech can be one after this word; not: the said, to say, was told, his
// claim.
bool Frames::may_stand_before(TokenIndex p, TokenIndex verb) const {
  const EnglishWord& w = page_.word(p);
  if (w.possessive || w.is(kind("poss"))) return false;
  if (w.is(kind("future")) && a_.mention_at[p] == kNone)
    return page_.is_word(verb + 1) && page_.form(verb + 1) == "only";  // would say only that
  const std::string form = lower(a_.surface(a_.tokens[p]));
  if (w.is(kDet) && !w.is(kPronoun) && a_.mention_at[p] == kNone)
    return form == "that" || form == "all" || form == "both";
  if (page_.ends_in(verb, "ing") && page_.is_word(verb + 1) &&
      page_.word(verb + 1).is(kind("that") | kind("whether")))
    return true;
  if (form == "to") return page_.is_word(verb + 1) && page_.form(verb + 1) == "that";
  if (w.is(kind("prep")) && !w.is(kind("adverb")))
    return a_.surface(a_.tokens[verb]).ends_with("ing") && form == "by";
  const bool passive = form == "was" || form == "were" || form == "is" || form == "are" ||
                       form == "be" || form == "been" || form == "being";
  return !passive || a_.surface(a_.tokens[verb]).ends_with("ing");
}

// X described it as “…”.
bool Frames::described_as(const Frame& f, const Unit& u) const {
  for (TokenIndex i = f.end; i < u.end && i < f.end + 12; ++i) {
    if (page_.opens(i)) return i > f.end && page_.form(i - 1) == "as";
    if (!page_.free(i) || !page_.is_word(i)) return false;
  }
  return false;
}

// A form that may be a noun is a verb beside a name or pronoun with words of its own.
bool Frames::sure_verb(const Frame& f, const Unit& u) const {
  const TokenIndex head = f.subject.end - 1;
  const bool close = f.subject.end + 1 >= f.cue;
  const bool person = a_.mention_at[head] != kNone || page_.word(head).is(kPronoun) ||
                      (page_.word(head).has(kPersonNoun) && page_.word(f.subject.begin).is(kDet));
  if (!close) return false;
  if (f.end < u.end && (page_.is(f.end, ':') || page_.opens(f.end))) return true;
  if (f.end < u.end && page_.word(f.end).is(kind("that") | kind("whether"))) return true;
  if (f.end < u.end && page_.is(f.end, ',') && clauses_.start(f, u.end) != kNone) return true;
  if (page_.word(f.cue).is(kind("as_said")) && described_as(f, u)) return true;
  return person &&
         (clauses_.start(f, u.end) != kNone ||
          (f.begin > u.begin && (page_.is(f.begin - 1, ',') || !page_.free(f.begin - 1))));
}

// “…,” said X; …, says X.
bool Frames::inverted(Frame& f, TokenIndex from, const Unit& u) const {
  const TokenIndex i = f.cue;
  if (i <= from && i == u.begin) return false;
  const bool after_mark = i > 0 && !page_.free(i - 1);
  const bool after_comma = page_.is(i - 1, ',');
  if (!after_mark && !after_comma) return false;
  if (after_mark && page_.word(i).is(kind("noun_too")) && page_.is_name(page_.piece_at(i - 1)))
    return false;  // “Title,” puts the loss at …
  const NounPhrase subject = speakers_.subjects().after(f.end, u.end);
  if (subject.empty()) return false;
  const bool named =
      a_.mention_at[subject.end - 1] != kNone || !page_.word(subject.begin).is(kPronoun);
  if (!after_mark && (!named || follows_clause(subject.end, u.end) ||
                      !speakers_.subjects().before(i, from).empty()))
    return false;
  const NounPhrase name = after_mark ? name_behind(subject, u.end) : NounPhrase{};
  f.subject = name.empty() ? subject : name;
  f.end = f.subject.end;
  f.inverted = true;
  return true;
}

// “…,” said its chairman, NAME: the name that the role is of.
NounPhrase Frames::name_behind(NounPhrase role, TokenIndex end) const {
  const bool unnamed = page_.word(role.begin).is(kDet) && a_.mention_at[role.end - 1] == kNone;
  if (!unnamed || role.end + 1 >= end || !page_.is(role.end, ',')) return {};
  const Subjects& subjects = speakers_.subjects();
  const TokenIndex name = role.end + 1;
  if (subjects.person_at(name) == nullptr) return {};
  const TokenIndex last = subjects.mention_end(name);
  const bool closed = last >= end || page_.is(last, '.') || page_.is(last, ',');
  return closed && !page_.word(last - 1).possessive ? NounPhrase{name, last} : NounPhrase{};
}

// After an inverted subject the sentence does not go on with a verb.
bool Frames::follows_clause(TokenIndex i, TokenIndex end) const {
  while (i < end && page_.is_word(i) && page_.word(i).is(kind("adverb"))) ++i;
  if (i >= end || page_.is(i, ',') || page_.is(i, '.')) return false;
  return !page_.is_word(i) ||
         !page_.word(i).is(kind("prep") | kind("time") | kind("who") | kind("and") | kind("stop"));
}

// The report quoted X as saying.
bool Frames::quoted_as(Frame& f, const Unit& u) const {
  if (f.cue < u.begin + 3 || !page_.is_word(f.cue - 1) || page_.form(f.cue - 1) != "as")
    return false;
  for (TokenIndex i = f.cue - 2; i > u.begin && i + 12 > f.cue; --i) {
    if (!page_.is_word(i) || page_.form(i) != "quoted") continue;
    if (i + 2 == f.cue) return false;  // was quoted as saying
    f.subject = speakers_.subjects().ending_at(f.cue - 2, i + 1);
    return !f.subject.empty();
  }
  return false;
}

// adding that …; and said …: the speaker of the frame before, or whom the sentence is about.
bool Frames::inherit(Frame& f, const Unit& u, const std::vector<Frame>& before) const {
  if (quoted_as(f, u)) return true;
  if (!before.empty()) {
    f.subject = before.back().subject;
    return true;
  }
  f.subject = speakers_.subject(u.begin, f.cue);
  if (f.subject.empty() && !f.participle)
    f.subject = speakers_.subjects().of_clause(u.begin, f.cue);
  return !f.subject.empty();
}

}  // namespace onrecord::extract::english
