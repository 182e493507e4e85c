// Korean questions: particles open the slots, verbs and nouns of asking say what is asked.
#include <algorithm>
#include <utility>

#include "lang/glossary.h"
#include "lang/lexicon.h"
#include "lang/name_match.h"
#include "query/question_parts.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

using Words = std::vector<QuestionWord>;

Slot slot_of(std::string_view particle) {
  static constexpr std::pair<std::string_view, Slot> kSlots[] = {
      {"subject", Slot::Subject}, {"theme", Slot::Theme}, {"genitive", Slot::Genitive},
      {"object", Slot::Object},   {"at", Slot::At},       {"place", Slot::Place},
      {"with", Slot::With},       {"copula", Slot::Copula}};
  for (const auto& [name, slot] : kSlots) {
    if (name == particle) return slot;
  }
  return Slot::To;
}

class KoreanReader {
 public:
  explicit KoreanReader(const Words& words) : words_(words) {}

  Parts read() {
    for (std::size_t at = 0; at < words_.size();) at += read_word(at);
    close(Slot::Bare, "");
    share_slots();
    return std::move(out_);
  }

 private:
  Asks& asks() { return out_.asks; }

  std::size_t read_word(std::size_t at) {
    const QuestionWord& word = words_[at];
    if (is_surname_here(at)) {
      pending_.push_back(word.text);
      return 1;
    }
    const Role role = find_role(words_, at);
    if (!role.name.empty() && role.name != "title") return take_role(role);
    if (const std::string clause = clause_of(word.text); !clause.empty()) return take_clause(clause);
    const Stripped stripped = strip(at);
    const Stripped shortest = strip_particle(word.text, true);  // 말을
    const auto noun_role =
        shortest.slot.empty() ? std::string_view{} : lexicon_value(shortest.noun, "ask");
    if (!noun_role.empty() && noun_role != "title") return take_role({noun_role, 1});
    if (after_speech_ && takes_title(stripped, word.text)) return take_agent();
    if (const VerbRole verb = verb_role(word.text); !verb.name.empty()) return take_verb(verb, word);
    take_noun(word, stripped, at);
    return 1;
  }

  // 한 장관, 이 대표: a surname, not a determiner or a verb; but 온다고 한 교수.
  bool is_surname_here(std::size_t at) const {
    const lang::Word* word = lang::find_word(words_[at].text);
    if (word == nullptr || !word->has(lang::class_mask("surname")) || at + 1 >= words_.size())
      return false;
    if (at > 0 && (!clause_of(words_[at - 1].text).empty() || last_was_about_)) return false;
    return is_title(words_[at + 1].text) || is_title(strip_particle(words_[at + 1].text).noun);
  }

  // 쿡이, 팀 쿡이: names of one syllable, where the word is no known one (작가, 물가).
  Stripped strip(std::size_t at) const {
    const std::string& word = words_[at].text;
    if (marker_follows(at)) return strip_particle(word, true);  // 소에 대해
    if (title_follows(at) && lang::may_be_korean_name(word)) return {word, {}};  // 이미란 대표
    const bool known = lang::find_word(word) != nullptr;
    Stripped stripped = strip_particle(word, !known || !pending_.empty());
    const bool subject = stripped.slot == "subject" || stripped.slot == "theme";
    if (!subject && text::count_codepoints(stripped.noun) == 1) stripped = strip_particle(word);
    return stripped;
  }

  // … 경고한 과학자는, … 한 사람은: who is asked for, by a noun behind a verb of speech.
  static bool takes_title(const Stripped& stripped, const std::string& word) {
    return is_title(stripped.noun) || is_person_noun(stripped.noun) || is_person_noun(word);
  }

  std::size_t take_agent() {
    after_speech_ = false;
    asks().who = true;
    return 1;
  }

  std::size_t take_role(Role role) {
    const bool after_speech = std::exchange(after_speech_, false);
    last_was_about_ = role.name == "about";
    if (role.name == "agent") {
      if (after_speech) asks().who = true;
      if (after_event_) agent_of_event_ = true;
      close(Slot::Bare, "");
      return role.words;
    }
    if (role.name == "where" && after_speech) {  // 부인한 곳은
      asks().who = true;
      return role.words;
    }
    asks().note(role.name);
    if (role.name == "and") return role.words;
    close(role.name == "about" ? Slot::About : Slot::Bare, "");
    return role.words;
  }

  std::size_t take_verb(const VerbRole& verb, const QuestionWord& word) {
    asks().note(verb.name);
    if (verb.name == "say") asks().note_cue(verb.cue_class);
    if (!verb.event.empty()) asks().event = verb.event;
    const bool said = verb.name == "say" || (verb.name == "do" && asks().speech());
    after_speech_ = verb.adnominal && said;
    after_event_ = verb.adnominal && (verb.name == "meet" || verb.name == "attend");
    last_was_about_ = false;
    close(Slot::Bare, "");
    if (word.ends_phrase) after_speech_ = false;
    return 1;
  }

  // 늘어날 거라고, 낫다고: what stands before was said; its subjects are no speakers.
  std::size_t take_clause(const std::string& verb) {
    close(Slot::Bare, "");
    bool speaker_seen = asks().asks_who();
    for (Part& part : out_.parts) {
      const bool may_speak = part.slot == Slot::Subject || part.slot == Slot::Theme;
      if (may_speak && speaker_seen) part.slot = Slot::Object;
      speaker_seen = speaker_seen || may_speak;
    }
    asks().clause = true;
    after_speech_ = true;  // … 다고 한: the verb between may be left out
    if (lexicon_value(verb, "ask").empty()) {
      out_.parts.push_back({{verb}, "", Slot::About});
    }
    return 1;
  }

  bool title_follows(std::size_t at) const {
    return at + 1 < words_.size() && (is_title(words_[at + 1].text) ||
                                      is_title(strip_particle(words_[at + 1].text).noun));
  }

  bool marker_follows(std::size_t at) const {
    return at + 1 < words_.size() && find_role(words_, at + 1).name == "about";
  }

  // 접는대, 오르나: the last word of a question that has an ending of one is its verb.
  bool is_last_verb(std::size_t at) const {
    const std::string& word = words_[at].text;
    if (at == 0 || at + 1 < words_.size() || lang::find_word(word) != nullptr ||
        !lang::translate_topic(word).empty())
      return false;
    std::size_t cut = word.size();
    text::decode_backwards(word, cut);
    const std::string_view last = std::string_view(word).substr(cut);
    return text::count_codepoints(word) > 2 && lexicon_value(last, "ask_ending") == "last";
  }

  void take_noun(const QuestionWord& word, const Stripped& stripped, std::size_t at) {
    if (is_last_verb(at)) return close(Slot::Bare, "");
    after_speech_ = last_was_about_ = false;
    if (marker_follows(at)) {
      pending_.push_back(stripped.slot.empty() ? word.text : stripped.noun);
      return;
    }
    if (stripped.slot.empty()) {
      pending_.push_back(word.text);
      if (word.ends_phrase) close(Slot::Bare, "");
      return;
    }
    pending_.push_back(stripped.noun);
    close(slot_of(stripped.slot), word.text);
  }

  void close(Slot slot, std::string raw_last) {
    if (!pending_.empty()) out_.parts.push_back({std::move(pending_), std::move(raw_last), slot});
    pending_.clear();
  }

  // A와 B는: the one before shares the slot of the next.
  void share_slots() {
    std::vector<Part>& parts = out_.parts;
    for (std::size_t i = parts.size(); i-- > 0;) {
      if (parts[i].slot != Slot::With) continue;
      const bool about_people = !asks().event.empty() || i + 1 == parts.size();
      parts[i].slot = about_people ? Slot::Subject : parts[i + 1].slot;
    }
    if (!agent_of_event_) return;
    const bool subject = std::any_of(parts.begin(), parts.end(),
                                     [](const Part& p) { return p.slot == Slot::Subject; });
    (subject ? asks().whom : asks().who) = true;  // 윤 대통령이 만난 사람은
  }

  const Words& words_;
  Parts out_;
  std::vector<std::string> pending_;
  bool after_speech_ = false, after_event_ = false, last_was_about_ = false;
  bool agent_of_event_ = false;
};

}  // namespace

Parts read_korean_parts(const std::vector<QuestionWord>& words) {
  return KoreanReader(words).read();
}

}  // namespace onrecord::query
