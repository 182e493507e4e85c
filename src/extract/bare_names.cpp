#include "extract/bare_names.h"

#include <algorithm>
#include <unordered_map>

#include "extract/foreign_names.h"
#include "extract/name_letters.h"
#include "extract/names.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::ClassMask;
using lang::Josa;
using names::word_has;

const ClassMask kPlace = class_mask("place");
const ClassMask kForeignName = class_mask("foreign_name");
const ClassMask kTitle = class_mask("title") | class_mask("title_suffix");
const ClassMask kReport = class_mask("report");
constexpr std::size_t kKoreanBytes = 9;
constexpr std::size_t kLongestWord = 21;  // a name and the longest particle

// Scores are log-odds (name_letters.h) plus what each kind of evidence adds to them.
constexpr double kEnough = 2.5;
constexpr double kBehindTitle = -2.0;  // enough where a title stands before it
constexpr double kShortBehindTitle = 0.0;
constexpr double kListedGiven = 3.0;
constexpr double kParticle = 0.5;
constexpr double kAnotherParticle = 1.0;
constexpr double kRepeated = 0.7;
constexpr double kListNeighbour = 1.0;
constexpr double kSpeaks = 0.7;
constexpr double kOrigin = 2.0;          // 문태경(부산), 스타노바(크로아티아)
constexpr double kForeignOrigin = 0.5;   // what the syllables must say of a foreign name before it
constexpr double kMayBeParticle = -2.5;  // 은 in 사진은 is none of the name
constexpr double kVerbEnding = -2.5;
constexpr double kCompound = -1.5;  // 주문량 증가

// A reading of a word as surname, given name and particle.
struct Reading {
  bool possible = false;
  double score = 0;
  Josa josa = Josa::None;
};

bool is_common(ClassMask classes) {
  return (classes & (names::not_a_name() | names::common_word() | kForeignName)) != 0;
}

bool is_common(std::string_view word) {
  return word_has(word, names::not_a_name() | names::common_word() | kForeignName);
}

bool marks_people(Josa josa) {
  switch (josa) {
    case Josa::Topic:
    case Josa::Subj:
    case Josa::Gen:
    case Josa::Dat:
    case Josa::Obj:
    case Josa::Com:
    case Josa::Also:
      return true;
    default:
      return false;
  }
}

// 안산군 장평리: the part of a town that its name stands before.
bool part_of_place(const Analysis& a, TokenIndex t, std::string_view name) {
  static constexpr std::string_view kParts[] = {"리", "동", "읍", "면", "가"};
  if (t == 0 || a.tokens[t - 1].sentence != a.tokens[t].sentence || !a.tokens[t - 1].is_word())
    return false;
  const std::string_view before = a.surface(a.tokens[t - 1]);
  const bool in_town =
      a.tokens[t - 1].reading.has(kPlace) || before.ends_with("읍") || before.ends_with("면");
  return in_town && std::any_of(std::begin(kParts), std::end(kParts),
                                [&](std::string_view part) { return name.ends_with(part); });
}

// 이진은 “…”, 정은은 이날: a word of three syllables that ends like a topic, where its sentence
// goes on as behind a topic. In running text a name of three syllables would have its own particle.
bool stands_as_topic(const Analysis& a, TokenIndex t) {
  static const ClassMask kBehindTopic = class_mask("time") | class_mask("connective");
  if (t + 1 >= a.tokens.size() || a.block_kind(a.tokens[t]) == BlockKind::Headline ||
      a.block_kind(a.tokens[t]) == BlockKind::Subhead)
    return false;
  const Token& next = a.tokens[t + 1];
  if (next.glued || next.sentence != a.tokens[t].sentence) return false;
  return next.kind == TokenKind::Mark ||
         (next.is_word() && word_has(a.surface(next), kBehindTopic));
}

// Bytes of a name of two syllables before a topic particle; 0 where the word is none.
std::size_t short_topic(const Analysis& a, TokenIndex t) {
  const std::string_view form = a.surface(a.tokens[t]);
  if (form.size() != kKoreanBytes || !stands_as_topic(a, t)) return 0;
  lang::ParticleSplit splits[4];
  const int count = lang::split_particles(form, splits);
  return count > 0 && splits[0].stem_bytes == 6 &&
                 (splits[0].josa == Josa::Topic || splits[0].josa == Josa::Subj)
             ? 6
             : 0;
}

Reading read_name(const Analysis& a, TokenIndex t) {
  Reading r;
  const Token& token = a.tokens[t];
  const std::string_view form = a.surface(token);
  if (!token.is_word() || !token.reading.hangul || form.size() < kKoreanBytes) return r;
  const std::string_view name = form.substr(0, kKoreanBytes);
  if (form.size() > kLongestWord || !names::begins_with_surname(name) ||
      is_common(token.reading.word_classes) || is_common(name))
    return r;
  const bool listed = names::known_given(name, 3);
  if (part_of_place(a, t, name) || (!listed && short_topic(a, t) > 0)) return r;
  lang::ParticleSplit splits[4];
  const int count = lang::split_particles(form, splits);
  if (form.size() == kKoreanBytes) {
    for (int i = 0; i < count; ++i) {
      const std::string_view shorter = form.substr(0, splits[i].stem_bytes);
      if (is_common(shorter)) return r;
      if (!listed && splits[i].stem_bytes == 6) r.score = kMayBeParticle;
    }
    r.possible = true;
  }
  for (int i = 0; i < count && !r.possible; ++i) {
    if (splits[i].stem_bytes != kKoreanBytes) continue;
    r.possible = true;
    r.josa = splits[i].josa;
    if (marks_people(r.josa)) r.score += kParticle;
  }
  r.score += names::korean_letters(name) + (listed ? kListedGiven : 0);
  if (!listed && (token.reading.verb_like || token.reading.quotative != lang::Quotative::None))
    r.score += kVerbEnding;
  return r;
}

class BareNames {
 public:
  BareNames(const Analysis& a, std::vector<NameFound>& people)
      : a_(a),
        foreign_(a),
        people_(people),
        taken_(a.tokens.size(), false),
        candidate_(a.tokens.size(), false) {}

  void run() {
    for (const NameFound& n : people_) {
      for (TokenIndex t = n.begin; t < n.end; ++t) taken_[t] = true;
    }
    weigh();
    for (TokenIndex t = 0; t < a_.tokens.size(); ++t) {
      if (taken_[t] || !a_.tokens[t].is_word()) continue;
      if (!korean(t)) foreign(t);
    }
    const auto before = [](const NameFound& x, const NameFound& y) { return x.begin < y.begin; };
    if (!std::is_sorted(people_.begin(), people_.end(), before))
      std::stable_sort(people_.begin(), people_.end(), before);
  }

 private:
  static constexpr std::uint32_t kNoParticle = 1U << static_cast<unsigned>(Josa::None);
  struct Evidence {
    double best = -1e9;
    int count = 0;
    std::uint32_t particles = 0;  // bit by Josa
  };

  std::string_view name_of(TokenIndex t) const {
    return a_.surface(a_.tokens[t]).substr(0, kKoreanBytes);
  }

  void weigh() {
    for (TokenIndex t = 0; t < a_.tokens.size(); ++t) {
      if (taken_[t]) continue;
      const Reading r = read_name(a_, t);
      if (!r.possible) continue;
      candidate_[t] = true;
      Evidence& e = evidence_[name_of(t)];
      e.best = std::max(e.best, r.score + in_context(t, r));
      e.particles |= 1U << static_cast<unsigned>(r.josa);
      ++e.count;
    }
  }

  double in_context(TokenIndex t, const Reading& r) const {
    double sum = 0;
    if (listed_with_names(t)) sum += kListNeighbour;
    if (origin_follows(t)) sum += kOrigin;
    if ((r.josa == Josa::Topic || r.josa == Josa::Subj) && speech_follows(t)) sum += kSpeaks;
    if (r.josa == Josa::None && t + 1 < a_.tokens.size() && a_.tokens[t + 1].is_word() &&
        !a_.tokens[t + 1].glued && a_.tokens[t + 1].sentence == a_.tokens[t].sentence)
      sum += kCompound;
    return sum;
  }

  // 문태경, 오세림, …: a comma or dot and another such word beside it.
  bool listed_with_names(TokenIndex t) const {
    const auto is_joint = [&](TokenIndex i) {
      return a_.tokens[i].first == ',' || a_.tokens[i].first == 0xB7;
    };
    const auto is_name = [&](TokenIndex i) {
      return taken_[i] || (a_.surface(a_.tokens[i]).size() == kKoreanBytes &&
                           names::sure_korean(a_.surface(a_.tokens[i])));
    };
    return (t >= 2 && is_joint(t - 1) && is_name(t - 2)) ||
           (t + 2 < a_.tokens.size() && is_joint(t + 1) && is_name(t + 2));
  }

  // A bracket with a place or a body right behind the word, or 본명 before it.
  bool origin_follows(TokenIndex t) const {
    static const ClassMask kFrom = class_mask("place") | class_mask("org");
    if (t > 0 &&
        (a_.surface(a_.tokens[t - 1]) == "본명" || a_.surface(a_.tokens[t - 1]) == "한국명"))
      return true;
    if (t + 3 >= a_.tokens.size() || a_.tokens[t + 1].first != '(' || !a_.tokens[t + 1].glued)
      return false;
    const Token& inside = a_.tokens[t + 2];
    return inside.is_word() && (inside.reading.has(kFrom) || a_.surface(inside) == "본명");
  }

  bool speech_follows(TokenIndex t) const {
    constexpr TokenIndex kNear = 40;
    for (TokenIndex i = t + 1; i < a_.tokens.size() && i < t + kNear; ++i) {
      if (a_.tokens[i].sentence != a_.tokens[t].sentence) return false;
      if (a_.tokens[i].reading.has(kReport)) return true;
    }
    return false;
  }

  double total(const Evidence& e) const {
    const bool varied = (e.particles & (e.particles - 1)) != 0;
    return e.best + (e.count > 1 ? kRepeated : 0) + (varied ? kAnotherParticle : 0);
  }

  bool korean(TokenIndex t) {
    if (!candidate_[t]) return false;
    const Evidence& evidence = evidence_[name_of(t)];
    if (total(evidence) < kEnough || (evidence.particles == kNoParticle && short_topic(a_, t) > 0))
      return false;
    const std::uint32_t start = a_.tokens[t].span.start;
    add(NameShape::Full, t, t + 1, {start, start + static_cast<std::uint32_t>(kKoreanBytes)},
        "person.given_name", 0.6);
    return true;
  }

  // 줄리아 로웰이; 마르티노프는.
  void foreign(TokenIndex t) {
    if (!known_near(t)) return from_abroad(t);
    if (short_last_name(t)) return;
    const TokenIndex last = foreign_.end_of(t);
    const Token& end = a_.tokens[last];
    bool known = false;
    for (TokenIndex i = t; i <= last; ++i) {
      if (taken_[i]) return;
      known = known || word_has(a_.stem(a_.tokens[i]), kForeignName);
    }
    if (!known) return;
    if (last == t && !(end.stem().size() >= 9 && marks_people(end.reading.josa))) return;
    add(NameShape::Foreign, t, last + 1, {a_.tokens[t].span.start, end.stem().end},
        "person.foreign_name", last == t ? 0.5 : 0.6);
  }

  // 리차드 버는: a last name of one syllable behind a first name of the list.
  bool short_last_name(TokenIndex t) {
    static const ClassMask kNoName = names::common_word() | class_mask("pronoun");
    const TokenIndex last = t + 1;
    if (last >= a_.tokens.size() || taken_[last] || !a_.tokens[last].is_word() ||
        a_.tokens[last].glued || a_.tokens[last].sentence != a_.tokens[t].sentence ||
        a_.surface(a_.tokens[t]).size() < kKoreanBytes ||
        !word_has(a_.surface(a_.tokens[t]), kForeignName))
      return false;
    const std::string_view word = a_.surface(a_.tokens[last]);
    lang::ParticleSplit splits[4];
    const int count = word.size() == 6 ? lang::split_particles(word, splits) : 0;
    if (count == 0 || word_has(word.substr(0, 3), kNoName)) return false;
    if (splits[0].josa != Josa::Topic && splits[0].josa != Josa::Subj) return false;
    add(NameShape::Foreign, t, last + 1, {a_.tokens[t].span.start, a_.tokens[last].span.start + 3},
        "person.foreign_name", 0.6);
    return true;
  }

  // Whether the list has this word or one of the next few.
  bool known_near(TokenIndex t) const {
    constexpr TokenIndex kWords = 4;
    for (TokenIndex i = t; i < a_.tokens.size() && i < t + kWords; ++i) {
      if (a_.tokens[i].reading.has(kForeignName)) return true;
    }
    return false;
  }

  // 엘레나 스타노바(크로아티아): two words that no list has.
  void from_abroad(TokenIndex t) {
    const TokenIndex last = t + 1;
    if (last + 1 >= a_.tokens.size() || a_.tokens[last + 1].first != '(' || taken_[last] ||
        !foreign_.part(t) || a_.tokens[last].glued ||
        a_.tokens[last].sentence != a_.tokens[t].sentence || !foreign_.plausible(last) ||
        !origin_follows(last) ||
        names::foreign_letters(a_.surface(a_.tokens[last])) < kForeignOrigin)
      return;
    add(NameShape::Foreign, t, last + 1, {a_.tokens[t].span.start, a_.tokens[last].span.end},
        "person.foreign_name", 0.6);
  }

  void add(NameShape shape, TokenIndex begin, TokenIndex end, ByteSpan name, const char* rule,
           double confidence) {
    NameFound n;
    n.shape = shape;
    n.begin = begin;
    n.end = end;
    n.name = n.surface = name;
    n.rule = rule;
    n.confidence = confidence;
    for (TokenIndex i = begin; i < end; ++i) taken_[i] = true;
    people_.push_back(std::move(n));
  }

  const Analysis& a_;
  ForeignReader foreign_;
  std::vector<NameFound>& people_;
  std::vector<bool> taken_;
  std::vector<bool> candidate_;  // by token: may be a Korean name
  std::unordered_map<std::string_view, Evidence> evidence_;
};

}  // namespace

std::size_t korean_name_at(const Analysis& a, TokenIndex t) {
  const std::string_view form = a.surface(a.tokens[t]);
  const std::size_t bytes = names::known_given(form, 3) ? 0 : short_topic(a, t);
  if (bytes > 0) {
    const std::string_view name = form.substr(0, bytes);
    return names::shape(name) == NameShape::Full && names::korean_letters(name) >= kShortBehindTitle
               ? bytes
               : 0;
  }
  const Reading r = read_name(a, t);
  return r.possible && r.score >= kBehindTitle ? kKoreanBytes : 0;
}

void add_bare_names(const Analysis& a, std::vector<NameFound>& people) {
  BareNames(a, people).run();
}

}  // namespace onrecord::extract
