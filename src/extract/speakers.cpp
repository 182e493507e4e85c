// The ranking: adds up the weights of each candidate's features (lexicon/table_speaker_weights.tsv)
// and names nobody where the best is weak or two are close.
#include "extract/speakers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <sstream>

#include "extract/antecedents.h"
#include "extract/candidates.h"
#include "extract/people.h"

namespace onrecord::extract {
namespace {

struct Weights {
  std::array<int, kFeatures> of{};
  int step = 0;
  int enough = 0;
  int margin = 0;
};

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Weights read_weights() {
  Weights w;
  for (const lang::TableRow& row : lang::table("speaker_weights")) {
    if (row.cells.size() < 2) continue;
    const std::string_view name = row.cells[0];
    const int value = number(row.cells[1]);
    if (name == "step") w.step = value;
    if (name == "enough") w.enough = value;
    if (name == "margin") w.margin = value;
    for (std::size_t i = 0; i < kFeatures; ++i) {
      if (name == name_of(static_cast<Feature>(i))) w.of[i] = value;
    }
  }
  return w;
}

const Weights& weights() {
  static const Weights w = read_weights();
  return w;
}

int score_of(const Candidate& c) {
  int score = weights().step * c.steps;
  for (std::size_t i = 0; i < kFeatures; ++i) {
    if (c.features.test(i)) score += weights().of[i];
  }
  return score;
}

struct Ranking {
  std::vector<Candidate> candidates;
  const Candidate* best = nullptr;  // nullptr: nobody
  int lead = 0;                     // over the next one, or over what is enough
};

Ranking rank(const Analysis& a, const QuotationPlace& place) {
  Ranking r;
  r.candidates = candidates_beside(a, place);
  for (Candidate& c : candidates_before(a, place, r.candidates))
    r.candidates.push_back(std::move(c));
  for (Candidate& c : r.candidates) c.score = score_of(c);
  const auto best =
      std::max_element(r.candidates.begin(), r.candidates.end(),
                       [](const Candidate& x, const Candidate& y) { return x.score < y.score; });
  if (best == r.candidates.end() || best->score < weights().enough) return r;
  int second = weights().enough;
  for (auto c = r.candidates.begin(); c != r.candidates.end(); ++c) {
    if (c != best) second = std::max(second, c->score);
  }
  r.lead = best->score - second;
  if (r.lead >= weights().margin) r.best = &*best;
  return r;
}

// How the speaker was found.
std::string_view way_of(const QuotationPlace& place, const Candidate& c) {
  if (c.has(Feature::SameSentence)) return "same";
  if (c.has(Feature::Carried) && c.has(Feature::Opening)) return "goes_on";
  if (!c.beside) return "before";
  if (c.kind == PhraseKind::Pronoun) return "pronoun";
  return place.reported ? "reported" : "direct";
}

// How well it is known who that is.
std::string_view knowledge_of(const Analysis& a, const Speaker& s) {
  if (s.chain == kNone) return "role";
  const Chain& chain = a.chains[s.chain];
  if (chain.kind != EntityKind::Person) return "body";
  if (chain.unnamed) return "titled";
  const bool full = chain.name.find(' ') != std::string::npos || names::sure_korean(chain.name);
  return full ? "full" : "short";
}

// The cell of the calibration: whether the best leads clearly, how it was found, who it is.
std::string grade_of(const Analysis& a, const QuotationPlace& place, const Ranking& r,
                     const std::vector<Speaker>& speakers) {
  constexpr int kClear = 25;  // points of lead
  if (speakers.empty()) return "";
  std::string grade(r.lead >= kClear ? "clear." : "close.");
  grade += way_of(place, *r.best);
  grade += '.';
  grade += r.best->beside && r.best->kind == PhraseKind::Unknown ? "unknown"
                                                                 : knowledge_of(a, speakers[0]);
  return grade;
}

std::string names_of(const std::vector<Speaker>& speakers) {
  std::string out;
  for (const Speaker& s : speakers) out += (out.empty() ? "" : "+") + s.name;
  return out;
}

// What script/learn_speaker_weights.py reads: kind, where the words begin or (reported) end, name,
// steps, score, rule, features.
void trace(const Analysis& a, const QuotationPlace& place, const Ranking& r) {
  if (a.speaker_trace == nullptr || place.before >= a.tokens.size()) return;
  const Token& mark = a.tokens[place.reported ? place.after - 1 : place.before];
  const std::uint32_t at = mark.span.end - (place.reported ? mark.reading.quotative_bytes : 0);
  for (const Candidate& c : r.candidates) {
    const std::vector<Speaker> speakers =
        c.beside ? resolve(a, c.phrase, c.rule, 1).speakers : c.speakers;
    std::ostringstream line;
    line << (place.reported ? "reported" : "direct") << '\t' << at << '\t' << names_of(speakers)
         << '\t' << c.steps << '\t' << c.score << '\t' << c.rule << '\t';
    for (std::size_t i = 0; i < kFeatures; ++i) {
      if (c.features.test(i)) line << name_of(static_cast<Feature>(i)) << ' ';
    }
    line << '\t' << (&c == r.best ? grade_of(a, place, r, speakers) : "");
    a.speaker_trace->push_back(line.str());
  }
}

// Rows of lexicon/table_speaker_confidence.tsv: kind of finding, share that was right.
double share_right(const std::string& grade) {
  static const std::map<std::string, double, std::less<>> kShares = [] {
    std::map<std::string, double, std::less<>> shares;
    for (const lang::TableRow& row : lang::table("speaker_confidence")) {
      if (row.cells.size() > 1) shares.emplace(row.cells[0], number(row.cells[1]) / 100.0);
    }
    return shares;
  }();
  const auto it = kShares.find(grade);
  return it == kShares.end() ? 0.5 : it->second;
}

}  // namespace

SpeakerChoice speaker_beside(const Analysis& a, const QuotationPlace& place) {
  const Ranking r = rank(a, place);
  trace(a, place, r);
  if (r.best == nullptr || !r.best->beside) return {};
  SpeakerChoice choice = resolve(a, r.best->phrase, r.best->rule, 1);
  choice.confidence = share_right(grade_of(a, place, r, choice.speakers));
  return choice;
}

SpeakerChoice speaker_before(const Analysis& a, const QuotationPlace& place) {
  const Ranking r = rank(a, place);
  SpeakerChoice choice;
  if (r.best == nullptr || r.best->beside) return choice;
  choice.speakers = r.best->speakers;
  choice.rule = r.best->rule;
  choice.confidence = share_right(grade_of(a, place, r, choice.speakers));
  return choice;
}

}  // namespace onrecord::extract
