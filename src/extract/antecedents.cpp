// Who a phrase beside the words means: the chain of its name, the antecedent of a pronoun, the
// bearer of a bare title, the body that 회사는 stands for.
#include "extract/antecedents.h"

#include <algorithm>

#include "extract/names.h"
#include "extract/people.h"
#include "text/ending_set.h"
#include "text/utf8.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;

// 한 관계자: any one; 현지 주민.
std::string_view without_determiner(std::string_view name) {
  static const lang::ClassMask kDeterminer = class_mask("determiner");
  const std::size_t blank = name.find(' ');
  if (blank == std::string_view::npos) return name;
  const std::string_view first = name.substr(0, blank);
  const lang::Word* word = lang::find_word(first);
  const bool drop = first == "한" || (word != nullptr && word->value(kDeterminer) == "place");
  return drop ? name.substr(blank + 1) : name;
}

// The passage in marks that ends a phrase.
std::int32_t closing_in(const Analysis& a, const Phrase& phrase) {
  for (TokenIndex i = phrase.end; i-- > phrase.begin;) {
    if (a.closing[i] != kNone) return a.closing[i];
  }
  return kNone;
}

// 팬클럽 ‘나이테’, “신보” 매체: the name that stands in marks; empty where none does.
ByteSpan marked_name(const Analysis& a, const Phrase& phrase) {
  constexpr std::uint32_t kLongest = 60;  // bytes
  const TokenIndex head = head_token(a, phrase);
  std::int32_t passage = kNone;
  if (a.tokens[head].kind == TokenKind::Mark) {
    passage = closing_in(a, phrase);
  } else if (head > 0 && head == phrase.begin && a.closing[head - 1] != kNone) {
    const lang::Word* word = lang::find_word(a.stem(a.tokens[head]));
    if (word != nullptr && word->has(class_mask("body_noun") | class_mask("body_kind")))
      passage = a.closing[head - 1];
  }
  if (passage == kNone || a.passages[passage].inner.size() > kLongest) return {};
  return a.passages[passage].inner;
}

// What a nameless speaker is called: the phrase, without 측 and without the kind of body before its
// name.
// 대다수의 시민들: how many is none of the name.
bool counts_some(std::string_view word) {
  static const lang::ClassMask kAbstract = class_mask("abstract");
  constexpr std::string_view kOf = "의";
  if (!word.ends_with(kOf)) return false;
  const lang::Word* noun = lang::find_word(word.substr(0, word.size() - kOf.size()));
  return noun != nullptr && noun->value(kAbstract) == "some";
}

std::string role_name(const Analysis& a, const Phrase& phrase) {
  const TokenIndex noun = counted_noun(a, phrase);
  const bool some = noun != head_token(a, phrase) && !text::is_digit(a.tokens[noun + 1].first);
  std::string_view name =
      slice(a.text, {phrase.span.start, some ? a.tokens[noun].span.end : phrase.span.end});
  if (const ByteSpan marked = marked_name(a, phrase); !marked.empty())
    return std::string(slice(a.text, marked));
  const bool person = std::any_of(phrase.chains.begin(), phrase.chains.end(), [&](std::int32_t c) {
    return a.chains[c].kind == EntityKind::Person;
  });
  if ((name.ends_with(" 측") || name.ends_with(" 쪽")) && !person) name.remove_suffix(4);
  name = without_determiner(name);
  static const lang::ClassMask kBodyKind = class_mask("body_kind");
  const std::size_t blank = name.find(' ');
  if (blank != std::string_view::npos) {
    const lang::Word* first = lang::find_word(name.substr(0, blank));
    const lang::Word* last = lang::find_word(name.substr(name.rfind(' ') + 1));
    const bool nameless =
        last != nullptr &&
        last->has(class_mask("person_noun") | class_mask("title") | class_mask("body_kind"));
    if (first != nullptr && first->has(kBodyKind) && !nameless) name.remove_prefix(blank + 1);
    if (counts_some(name.substr(0, blank))) name.remove_prefix(blank + 1);
  }
  return std::string(name.empty() ? slice(a.text, phrase.span) : name);
}

// The index of the last mention that starts before a byte; kNone if there is none.
std::int32_t mention_before(const Analysis& a, std::uint32_t before) {
  const auto it =
      std::lower_bound(a.mentions.begin(), a.mentions.end(), before,
                       [](const Mention& m, std::uint32_t at) { return m.span.start < at; });
  return static_cast<std::int32_t>(it - a.mentions.begin()) - 1;
}

constexpr std::int32_t kFarthestMention = 300;  // antecedents are near; keeps the cost linear

// The only body of the article that a short form could stand for; kNone if it is in a list itself
// or several fit.
std::int32_t unabbreviated(const Analysis& a, std::string_view shorter, std::uint32_t before) {
  if (shorter.size() > 12 || shorter.find(' ') != std::string_view::npos) return kNone;
  const lang::Word* word = lang::find_word(shorter);
  if (word != nullptr && word->has(class_mask("org_role") | class_mask("noun"))) return kNone;
  std::int32_t found = kNone;
  const std::int32_t last = mention_before(a, before);
  for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
    const auto chain = static_cast<std::int32_t>(a.mentions[i].chain);
    if (a.mentions[i].kind != EntityKind::Organization || chain == found) continue;
    if (!names::abbreviates(shorter, a.chains[chain].name)) continue;
    if (found != kNone) return kNone;
    found = chain;
  }
  return found;
}

// The only person of the article one of whose names is this word: 오타니, 오타니 쇼헤이.
std::int32_t person_called(const Analysis& a, std::string_view word) {
  constexpr std::size_t kMostChains = 400;  // keeps the cost linear
  if (word.size() < 6 || a.chains.size() > kMostChains) return kNone;
  std::int32_t found = kNone;
  for (std::size_t i = 0; i < a.chains.size(); ++i) {
    const std::string& name = a.chains[i].name;
    if (a.chains[i].kind != EntityKind::Person || a.chains[i].unnamed) continue;
    const bool part = name == word || name.starts_with(std::string(word) + " ") ||
                      name.ends_with(" " + std::string(word));
    if (!part) continue;
    if (found != kNone) return kNone;
    found = static_cast<std::int32_t>(i);
  }
  return found;
}

// 이장관, 김감독: a surname and a title written together; the last bearer of both.
std::int32_t surname_and_title(const Analysis& a, std::string_view noun, std::uint32_t before) {
  if (noun.size() < 9 || names::surname_bytes(noun) == 0) return kNone;
  const std::string_view title = noun.substr(3);
  const lang::Word* word = lang::find_word(title);
  if (word == nullptr || !word->has(class_mask("title"))) return kNone;
  const std::int32_t last = mention_before(a, before);
  for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
    const Mention& m = a.mentions[i];
    if (m.kind == EntityKind::Person && m.title.ends_with(title) &&
        m.name.starts_with(noun.substr(0, 3)))
      return static_cast<std::int32_t>(m.chain);
  }
  return kNone;
}

// Whom an unlinked noun names after all.
std::int32_t known_by_noun(const Analysis& a, const Phrase& phrase) {
  const TokenIndex head = head_token(a, phrase);
  if (!a.tokens[head].is_word() || a.mention_at[head] != kNone) return kNone;
  const std::string_view noun = a.stem(a.tokens[head]);
  const std::int32_t titled = surname_and_title(a, noun, phrase.span.start);
  return titled != kNone ? titled : person_called(a, noun);
}

Speaker named(const Analysis& a, const Phrase& phrase, std::int32_t chain) {
  if (chain == kNone) chain = known_by_noun(a, phrase);
  if (chain != kNone && a.chains[chain].kind == EntityKind::Person) {
    const std::int32_t titled = surname_and_title(a, a.chains[chain].name, phrase.span.start);
    if (titled != kNone) chain = titled;
  }
  Speaker s;
  s.span = phrase.span;
  s.surface = std::string(slice(a.text, phrase.span));
  s.chain = chain;
  s.name = chain == kNone ? role_name(a, phrase) : a.chains[chain].name;
  const bool body = chain == kNone || a.chains[chain].kind == EntityKind::Organization;
  const std::int32_t full = body ? unabbreviated(a, s.name, phrase.span.start) : kNone;
  if (full != kNone) {
    s.chain = full;
    s.name = a.chains[full].name;
  }
  return s;
}

bool is_person(const Analysis& a, const Speaker& s) {
  return s.chain != kNone && a.chains[s.chain].kind == EntityKind::Person;
}

bool is_plural(std::string_view pronoun) {
  static const lang::ClassMask kPronoun = class_mask("pronoun");
  const lang::Word* word = lang::find_word(pronoun);
  return word != nullptr && word->value(kPronoun) == "plural";
}

std::int32_t latest_person(const Analysis& a, std::uint32_t before) {
  const std::int32_t last = mention_before(a, before);
  for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
    if (a.mentions[i].kind == EntityKind::Person)
      return static_cast<std::int32_t>(a.mentions[i].chain);
  }
  return kNone;
}

// The only speaker of a quotation in the sentence, if it is a person or a role; nullptr if not.
const Speaker* speaker_in(const Analysis& a, const Sentence& s) {
  const std::size_t stop = a.quotations.size() > 50 ? a.quotations.size() - 50 : 0;
  for (std::size_t i = a.quotations.size(); i-- > stop;) {
    const Quotation& q = a.quotations[i];
    if (q.span.end <= s.span.start) return nullptr;
    if (q.span.start < s.span.start || q.span.start >= s.span.end || q.speakers.size() != 1)
      continue;
    const std::int32_t chain = q.speakers[0].chain;
    if (chain == kNone || a.chains[chain].kind == EntityKind::Person) return &q.speakers[0];
  }
  return nullptr;
}

// 문기찬, 오하준, 윤서라가: the last of several names.
bool is_listed(const Analysis& a, const Phrase& phrase) {
  if (phrase.begin < 2 || a.tokens[phrase.begin - 1].first != ',') return false;
  const std::int32_t before = a.mention_at[phrase.begin - 2];
  return before != kNone && a.mentions[before].kind == EntityKind::Person &&
         a.tokens[phrase.begin - 2].is(Josa::None);
}

// A person, named or by a role; not 재판부, 주민들.
bool is_one_person(const Analysis& a, const Phrase& phrase) {
  const PhraseKind kind = kind_of(a, phrase);
  if (kind == PhraseKind::Person) return !is_listed(a, phrase);
  if (kind != PhraseKind::Role) return false;
  static const lang::ClassMask kCalling = class_mask("person_noun") | class_mask("title");
  static const lang::ClassMask kGroup = class_mask("org") | class_mask("org_role");
  const std::string_view noun = a.stem(a.tokens[head_token(a, phrase)]);
  const lang::Word* word = lang::find_word(noun);
  return word != nullptr && word->has(kCalling) && !word->has(kGroup) && !noun.ends_with("들");
}

// The person of one sentence that a pronoun could stand for: its topic outside marks, else who
// spoke in it, else its subject.
std::vector<Speaker> person_of(const Analysis& a, std::uint32_t sentence) {
  const Phrase topic = topic_of(a, sentence);
  const bool usable = !topic.span.empty() && is_one_person(a, topic);
  if (usable && topic.josa != Josa::Subj) return resolve(a, topic, "", 1).speakers;
  if (const Speaker* s = speaker_in(a, a.sentences[sentence])) return {*s};
  return usable ? resolve(a, topic, "", 1).speakers : std::vector<Speaker>{};
}

// 이들: several who spoke or did something together, or a group.
std::vector<Speaker> group_before(const Analysis& a, std::uint32_t here) {
  if (here > 0) {  // A와 B는 회견을 열었다. 이들은 …
    const Phrase topic = topic_of(a, here - 1);
    std::vector<Speaker> together;
    if (!topic.span.empty()) together = resolve(a, topic, "", 1).speakers;
    if (together.size() > 1) return together;
  }
  const Quotation* last = latest_quotation(a);
  for (std::uint32_t back = 1; back <= 2 && back <= here; ++back) {
    const Sentence& s = a.sentences[here - back];
    if (last != nullptr && s.span.start <= last->span.start && last->span.start < s.span.end)
      return last->speakers.size() > 1 || !is_person(a, last->speakers[0]) ? last->speakers
                                                                           : std::vector<Speaker>{};
  }
  return {};
}

// 두 사람: the only two people of the sentence before, or of the two before.
std::vector<Speaker> counted_before(const Analysis& a, const Phrase& phrase, int count) {
  const std::uint32_t here = a.tokens[phrase.begin].sentence;
  std::vector<std::int32_t> chains;
  for (std::uint32_t back = 1; back <= 2 && back <= here; ++back) {
    const Sentence& s = a.sentences[here - back];
    for (std::int32_t i = mention_before(a, s.span.end); i >= 0; --i) {
      const Mention& m = a.mentions[i];
      if (m.span.start < s.span.start) break;
      const auto chain = static_cast<std::int32_t>(m.chain);
      if (m.kind == EntityKind::Person &&
          std::find(chains.begin(), chains.end(), chain) == chains.end())
        chains.push_back(chain);
    }
    if (static_cast<int>(chains.size()) >= count) break;
  }
  std::vector<Speaker> people;
  if (static_cast<int>(chains.size()) != count) return people;
  for (auto chain = chains.rbegin(); chain != chains.rend(); ++chain)
    people.push_back(named(a, phrase, *chain));
  return people;
}

// Who a pronoun stands for: the person of the nearest sentence before that has one.
SpeakerChoice antecedent(const Analysis& a, const Phrase& phrase, std::string_view rule,
                         double confidence) {
  SpeakerChoice choice;
  choice.phrase = phrase;
  choice.beside = true;
  choice.sure = true;
  choice.rule = std::string(rule) + "+pronoun";
  choice.confidence = confidence - 0.15;
  const std::string_view pronoun = slice(a.text, phrase.span);
  const std::uint32_t here = a.tokens[phrase.begin].sentence;
  const int count = people_counted(a, phrase);
  if (count > 1) {
    choice.speakers = counted_before(a, phrase, count);
  } else if (is_plural(pronoun)) {
    choice.speakers = group_before(a, here);
  } else {
    for (std::uint32_t back = 1; back <= 6 && back <= here && choice.speakers.empty(); ++back) {
      const BlockKind kind = a.document.blocks[a.sentences[here - back].block].kind;
      if (kind == BlockKind::Body || kind == BlockKind::List)
        choice.speakers = person_of(a, here - back);
    }
    const std::int32_t person =
        choice.speakers.empty() ? latest_person(a, phrase.span.start) : kNone;
    if (person != kNone) choice.speakers = {named(a, phrase, person)};
  }
  for (Speaker& s : choice.speakers) {
    s.span = phrase.span;
    s.surface = std::string(pronoun);
  }
  if (choice.speakers.empty()) choice.speakers = {named(a, phrase, kNone)};
  return choice;
}

const lang::ClassMask kTitle = class_mask("title");
const lang::ClassMask kOtherPerson = class_mask("other_person");
const lang::ClassMask kBodyNoun = class_mask("body_noun");
const lang::ClassMask kPersonNoun = class_mask("person_noun");

// 네드 프라이스 미 국무부 대변인: one person, the body and a title behind the name.
std::int32_t person_of_body(const Analysis& a, const Phrase& phrase, TokenIndex head) {
  const std::int32_t first = a.mention_at[phrase.begin];
  if (first == kNone || a.mentions[first].kind != EntityKind::Person) return kNone;
  if (!a.tokens[head].reading.has(kTitle)) return kNone;
  for (TokenIndex i = phrase.begin; i < head; ++i) {
    const std::int32_t m = a.mention_at[i];
    const bool other = m != kNone && m != first && a.mentions[m].kind == EntityKind::Person;
    if (other || !a.tokens[i].is_word() || !a.tokens[i].is(Josa::None)) return kNone;
  }
  return static_cast<std::int32_t>(a.mentions[first].chain);
}

// 임파랑(46) 등대장: a person named right before a head that is no other person.
std::int32_t apposition(const Analysis& a, const Phrase& phrase) {
  const TokenIndex head = head_token(a, phrase);
  if (a.mention_at[head] != kNone || phrase.chains.empty()) return kNone;
  const std::string_view noun = a.stem(a.tokens[head]);
  const lang::Word* word = lang::find_word(noun);
  if (word != nullptr && word->has(kOtherPerson) && noun != "측") return kNone;
  std::int32_t last = kNone;
  for (TokenIndex i = phrase.begin; i < head; ++i) {
    if (a.mention_at[i] != kNone)
      last = a.mention_at[i];
    else if (last != kNone && a.tokens[i].is(Josa::Gen))
      last = kNone;
  }
  if (last == kNone) return kNone;
  for (TokenIndex i = phrase.begin; i < head; ++i) {
    if (a.mention_at[i] == last && a.tokens[i].is(Josa::Gen)) return kNone;
  }
  if (const std::int32_t person = person_of_body(a, phrase, head); person != kNone) return person;
  const Mention& m = a.mentions[last];
  // 새벽당 정당에서는: the noun says again what the name is.
  const bool again = word != nullptr && word->value(kBodyNoun).starts_with("any_");
  const bool side = noun == "측" || again;
  if ((m.kind == EntityKind::Person && !side) || (side && m.kind == EntityKind::Organization))
    return static_cast<std::int32_t>(m.chain);
  return kNone;
}

bool is_side(std::string_view noun) {
  return noun == "측" || noun == "쪽";
}

// 노조, 시청: no 회사 and no 업체.
bool is_no_company(std::string_view name) {
  static const text::EndingSet kEndings = [] {
    std::vector<std::string_view> out;
    for (const lang::TableRow& row : lang::table("no_company")) out.push_back(row.cells[0]);
    return text::EndingSet(std::move(out));
  }();
  return kEndings.ends(name);
}

// 회사 may stand for any body (value any in function_words.tsv), 노조 only for one so named.
bool may_be_called(std::string_view name, std::string_view noun) {
  const lang::Word* word = lang::find_word(noun);
  if (word != nullptr && word->value(kBodyNoun) == "any_company" && is_no_company(name))
    return name.ends_with(noun);
  return name.ends_with(noun) || (word != nullptr && word->value(kBodyNoun).starts_with("any"));
}

// The body that one of the last sentences is about.
std::optional<Speaker> topic_body(const Analysis& a, const Phrase& phrase,
                                  std::string_view called) {
  const std::uint32_t here = a.tokens[phrase.begin].sentence;
  for (std::uint32_t back = 1; back <= 3 && back <= here; ++back) {
    const Phrase topic = topic_of(a, here - back);
    if (topic.span.empty() || kind_of(a, topic) != PhraseKind::Body) continue;
    const lang::Word* noun = lang::find_word(a.stem(a.tokens[head_token(a, topic)]));
    if (noun != nullptr && noun->has(kBodyNoun)) continue;  // 회사는 again
    if (!may_be_called(slice(a.text, topic.span), called)) continue;
    if (a.mention_at[head_token(a, topic)] != kNone) {
      const std::int32_t chain = topic.chains.empty() ? kNone : topic.chains.back();
      if (chain != kNone) return Speaker{a.chains[chain].name, "", {}, chain};
    }
    return Speaker{role_name(a, topic), "", {}, kNone};
  }
  return std::nullopt;
}

// 이미란 대표는, where the name was not read as one: the title is not bare.
bool behind_a_name(const Analysis& a, TokenIndex title) {
  if (title == 0 || a.tokens[title - 1].sentence != a.tokens[title].sentence) return false;
  const Token& before = a.tokens[title - 1];
  return before.is_word() && a.mention_at[title - 1] == kNone && a.surface(before).size() == 9 &&
         names::sure_korean(a.surface(before));
}

// 이 관계자는, 장관은, 회사는: somebody named before. A title finds who bears it; a body noun the
// body that spoke or was named last; a role the speaker so called.
std::optional<Speaker> definite(const Analysis& a, const Phrase& phrase) {
  const bool two = phrase.end - phrase.begin == 2;
  const bool side = two && is_side(a.stem(a.tokens[phrase.end - 1]));  // 회사 측은
  const TokenIndex head = side ? phrase.begin : phrase.end - 1;
  const std::string_view noun = a.stem(a.tokens[head]);
  const bool pointed = two && a.surface(a.tokens[phrase.begin]) == "이";
  if (!pointed && !side && phrase.end - phrase.begin != 1) return std::nullopt;
  const lang::Word* word = lang::find_word(noun);
  if (word == nullptr || (a.mention_at[head] != kNone && !word->has(kBodyNoun)))
    return std::nullopt;
  const std::int32_t last = mention_before(a, phrase.span.start);
  if (word->has(kTitle) && !behind_a_name(a, head)) {
    for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
      const Mention& m = a.mentions[i];
      if (m.kind == EntityKind::Person && m.title.ends_with(noun)) {
        return Speaker{a.chains[m.chain].name, "", {}, static_cast<std::int32_t>(m.chain)};
      }
    }
  }
  if (pointed || word->has(kPersonNoun)) {
    const std::size_t stop = a.quotations.size() > 100 ? a.quotations.size() - 100 : 0;
    for (std::size_t i = a.quotations.size(); i-- > stop;) {
      for (const Speaker& s : a.quotations[i].speakers) {
        if (s.surface.ends_with(noun) && s.surface.size() > noun.size() &&
            !s.surface.starts_with("이 "))
          return s;
        if (pointed && s.name.ends_with(noun)) return s;
      }
    }
  }
  if (word->has(kBodyNoun)) {
    if (auto body = topic_body(a, phrase, noun)) return body;
    for (std::int32_t i = last; i >= 0 && i > last - kFarthestMention; --i) {
      const Mention& m = a.mentions[i];
      if (m.kind == EntityKind::Organization && m.surface != noun && may_be_called(m.name, noun)) {
        return Speaker{a.chains[m.chain].name, "", {}, static_cast<std::int32_t>(m.chain)};
      }
    }
  }
  return std::nullopt;
}

bool joined(const Analysis& a, const Phrase& phrase) {
  for (TokenIndex i = phrase.begin; i + 1 < phrase.end; ++i) {
    if (a.tokens[i].is(Josa::Com) && a.mention_at[i] != kNone) return true;
  }
  return false;
}

}  // namespace

const Quotation* latest_quotation(const Analysis& a) {
  const std::size_t stop = a.quotations.size() > 20 ? a.quotations.size() - 20 : 0;
  const Quotation* found = nullptr;
  for (std::size_t i = a.quotations.size(); i-- > stop;) {
    const Quotation& q = a.quotations[i];
    if (q.speakers.empty()) continue;
    // Of words inside words, whose speech it is as a whole; not whose report tells of it.
    if (found != nullptr &&
        (!q.span.contains(found->span) || q.speaker_rule == "speaker.according"))
      break;
    found = &q;
  }
  return found;
}

namespace {

// 가장 먼저 나선 이는 손태오 대표였다: the person whom a sentence ends in.
Phrase predicate_person(const Analysis& a, const Sentence& s) {
  for (TokenIndex i = s.end; i-- > s.begin;) {
    if (!a.tokens[i].is_word()) continue;
    const std::int32_t m = a.mention_at[i];
    const bool person = m != kNone && a.mentions[m].kind == EntityKind::Person;
    if (!person || a.tokens[i].passage != kNone || !a.tokens[i].is(Josa::Copula)) return {};
    return phrase_at(a, i, s.begin);
  }
  return {};
}

}  // namespace

Phrase topic_of(const Analysis& a, std::uint32_t sentence) {
  const Sentence& s = a.sentences[sentence];
  if (Phrase person = predicate_person(a, s); !person.span.empty()) return person;
  const TokenIndex end = std::min(s.end, s.begin + 200);
  Phrase subject;
  for (TokenIndex i = s.begin; i < end; ++i) {
    const Token& t = a.tokens[i];
    if (t.passage != kNone || !t.is_word()) continue;
    const bool topic = t.is(Josa::Topic) && !a.particle(t).starts_with("에");
    if (!topic && !t.is(Josa::Also) && !(t.is(Josa::Subj) && subject.span.empty())) continue;
    Phrase phrase = phrase_at(a, i, s.begin);
    const PhraseKind kind = kind_of(a, phrase);
    if (!is_somebody(kind)) continue;
    if (topic || t.is(Josa::Also)) return phrase;
    if (kind == PhraseKind::Person || kind == PhraseKind::Body) subject = std::move(phrase);
  }
  return subject;
}

SpeakerChoice resolve(const Analysis& a, const Phrase& phrase, std::string_view rule,
                      double confidence) {
  SpeakerChoice choice;
  if (phrase.span.empty()) return choice;  // a particle that hangs on nothing
  choice.phrase = phrase;
  choice.beside = true;
  choice.rule = std::string(rule);
  choice.confidence = confidence;
  const PhraseKind kind = kind_of(a, phrase);
  choice.sure = is_somebody(kind);
  if (kind == PhraseKind::Pronoun) return antecedent(a, phrase, rule, confidence);
  if (phrase.chains.size() > 1 && joined(a, phrase) &&
      (kind == PhraseKind::Person || kind == PhraseKind::Body)) {
    const EntityKind wanted =
        kind == PhraseKind::Person ? EntityKind::Person : EntityKind::Organization;
    for (std::int32_t chain : phrase.chains) {
      if (a.chains[chain].kind == wanted) choice.speakers.push_back(named(a, phrase, chain));
    }
    return choice;
  }
  if (!marked_name(a, phrase).empty() && kind != PhraseKind::Person) {
    choice.speakers = {named(a, phrase, kNone)};
    return choice;
  }
  if (const auto known = definite(a, phrase)) {
    choice.speakers = {named(a, phrase, known->chain)};
    if (known->chain == kNone) choice.speakers[0].name = known->name;
    choice.rule += "+definite";
    choice.confidence -= 0.1;
    return choice;
  }
  const std::int32_t titled = apposition(a, phrase);
  if (titled != kNone) {
    choice.speakers = {named(a, phrase, titled)};
    return choice;
  }
  if (const ByteSpan apposed = apposed_name(a, phrase); !apposed.empty()) {
    choice.speakers = {named(a, phrase, kNone)};
    if (choice.speakers[0].chain == kNone)
      choice.speakers[0].name = std::string(slice(a.text, apposed));
    return choice;
  }
  // 피해자 측 변호인: whose counsel it is belongs to the name.
  const lang::Word* noun = lang::find_word(a.stem(a.tokens[head_token(a, phrase)]));
  const bool role = kind == PhraseKind::Body && noun != nullptr && noun->has(kPersonNoun) &&
                    phrase.end - phrase.begin > 1;
  const bool head_named = !role && (kind == PhraseKind::Person || kind == PhraseKind::Body ||
                                    kind == PhraseKind::Place);
  const std::int32_t mention = a.mention_at[head_token(a, phrase)];
  choice.speakers = {named(a, phrase,
                           head_named && mention != kNone
                               ? static_cast<std::int32_t>(a.mentions[mention].chain)
                               : kNone)};
  if (kind == PhraseKind::Unknown) choice.confidence -= 0.2;
  if (kind == PhraseKind::Place) choice.confidence -= 0.1;
  return choice;
}

}  // namespace onrecord::extract
