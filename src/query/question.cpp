#include "query/question.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lang/glossary.h"
#include "lang/lexicon.h"
#include "query/question_words.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

using Words = std::vector<QuestionWord>;

// What the words of a question say before they are weighed against each other.
struct Seen {
  bool what = false, who = false, whom = false, when = false, where = false, count = false;
  bool say = false, remark = false, article = false, about = false, happen = false;
  std::string event;

  void note(std::string_view role) {
    const std::pair<std::string_view, bool*> flags[] = {
        {"what", &what},       {"who", &who},     {"whom", &whom},    {"when", &when},
        {"where", &where},     {"count", &count}, {"say", &say},      {"remark", &remark},
        {"article", &article}, {"about", &about}, {"happen", &happen}};
    for (const auto& [name, flag] : flags) *flag = *flag || name == role;
    if (role == "meet") event = "meeting";
    if (role == "visit") event = "visit";
  }
  bool asks_who() const { return who || whom; }
};

struct Phrase {
  std::vector<std::string> words;
  std::string raw_last;   // the last word with its particle
  std::string_view slot;  // subject, theme, genitive, object, at, place, with, to, about, bare
};

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_title(const std::string& word) {
  const lang::Word* found = lang::find_word(lower_ascii(word));
  return (found != nullptr && found->has(lang::class_mask("title"))) ||
         lexicon_value(word, "ask") == "title";
}

bool is_topic(const std::string& word) {
  return !lang::translate_topic(word).empty();
}
bool all_topics(const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(), is_topic);
}

void add_topics(Reading& reading, const std::vector<std::string>& words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t n = std::max<std::size_t>(1, lang::topic_length(words, at));
    reading.topic.push_back(join({words.begin() + static_cast<std::ptrdiff_t>(at),
                                  words.begin() + static_cast<std::ptrdiff_t>(at + n)}));
    at += n;
  }
}

// "알트만대표", "알트만씨": a title written at the end of a name of two syllables or more.
void cut_title(std::string& word) {
  std::size_t cut = word.size();
  std::size_t name_end = word.size();
  while (cut > 0) {
    text::decode_backwards(word, cut);
    const std::string_view name = std::string_view(word).substr(0, cut);
    if (has_hangul(name) && text::count_codepoints(name) > 1 && is_title(word.substr(cut)))
      name_end = cut;
  }
  word.resize(name_end);
}

// A name without the titles around it, unless nothing else is left ("the president").
std::vector<std::string> without_titles(std::vector<std::string> words) {
  const std::vector<std::string> all = words;
  std::erase_if(words, is_title);
  if (words.empty()) return all;
  cut_title(words.back());
  return words;
}

void add_speaker(Reading& reading, const std::vector<std::string>& words,
                 const std::string& raw_last) {
  if (words.empty()) return;
  const std::vector<std::string> name = without_titles(words);
  std::vector<std::string> raw = name;
  if (name.back() == words.back() && !raw_last.empty()) raw.back() = raw_last;
  const auto title = std::find_if(words.begin(), words.end(), is_title);
  reading.speaker.push_back({join(name), join(raw), title == words.end() ? "" : *title});
}

Form choose_form(const Seen& seen, const Reading& reading) {
  const bool speech = seen.say || seen.remark;
  if (seen.count) return Form::Count;
  if (seen.when) return Form::When;
  if (seen.where) return Form::Where;
  if (!seen.event.empty()) return seen.whom ? Form::Whom : Form::Who;
  if (seen.asks_who())
    return speech || seen.about || reading.speaker.empty() ? Form::WhoSaid : Form::WhoIs;
  if (seen.article && !speech) return Form::Articles;
  if (seen.happen) return Form::WhatHappened;
  return Form::Said;
}

// --- Korean: particles open the slots
// ---------------------------------------------------------------

class KoreanReader {
 public:
  KoreanReader(const Words& words, Reading& reading) : words_(words), reading_(reading) {}

  Seen read() {
    for (std::size_t at = 0; at < words_.size();) at += read_word(at);
    close("bare", "");
    assign();
    return seen_;
  }

 private:
  std::size_t read_word(std::size_t at) {
    const QuestionWord& word = words_[at];
    if (is_surname_here(at)) {
      pending_.push_back(word.text);
      return 1;
    }
    const Role role = find_role(words_, at);
    if (!role.name.empty() && role.name != "title") return take_role(role);
    const Stripped stripped = strip(word.text);
    const auto noun_role =
        stripped.slot.empty() ? std::string_view{} : lexicon_value(stripped.noun, "ask");
    if (!noun_role.empty() && noun_role != "title") {
      take_role({noun_role, 1});
    } else if (const auto verb = verb_role(word.text); !verb.empty()) {
      take_role({verb, 1});
    } else {
      take_noun(word, stripped, at);
    }
    return 1;
  }

  // 한 장관, 이 대표: a surname, not a determiner or a verb.
  bool is_surname_here(std::size_t at) const {
    const lang::Word* word = lang::find_word(words_[at].text);
    if (word == nullptr || !word->has(lang::class_mask("surname")) || at + 1 >= words_.size())
      return false;
    return is_title(words_[at + 1].text) || is_title(strip_particle(words_[at + 1].text).noun);
  }

  // 쿡이, 팀 쿡이: names of one syllable, where the word is no known one (작가, 물가).
  Stripped strip(const std::string& word) const {
    const bool known = lang::find_word(word) != nullptr;
    Stripped stripped = strip_particle(word, !known || !pending_.empty());
    const bool subject = stripped.slot == "subject" || stripped.slot == "theme";
    if (!subject && text::count_codepoints(stripped.noun) == 1) stripped = strip_particle(word);
    return stripped;
  }

  std::size_t take_role(Role role) {
    seen_.note(role.name);
    if (role.name == "and") return role.words;
    close(role.name == "about" ? "about" : "bare", "");
    return role.words;
  }

  bool marker_follows(std::size_t at) const {
    return at + 1 < words_.size() && find_role(words_, at + 1).name == "about";
  }

  void take_noun(const QuestionWord& word, const Stripped& stripped, std::size_t at) {
    if (marker_follows(at)) {
      pending_.push_back(stripped.slot.empty() ? word.text : stripped.noun);
      return;
    }
    if (stripped.slot.empty()) {
      pending_.push_back(word.text);
      if (word.ends_phrase) close("bare", "");
      return;
    }
    if (stripped.slot == "with" && at + 1 < words_.size() && seen_.event.empty()) {
      pending_.push_back(stripped.noun);
      close("with", word.text);
      return;
    }
    pending_.push_back(stripped.noun);
    close(stripped.slot, word.text);
  }

  void close(std::string_view slot, std::string raw_last) {
    if (!pending_.empty()) phrases_.push_back({std::move(pending_), std::move(raw_last), slot});
    pending_.clear();
  }

  bool any(std::string_view slot) const {
    return std::any_of(phrases_.begin(), phrases_.end(),
                       [&](const Phrase& p) { return p.slot == slot; });
  }

  // 은/는 marks the speaker, or the topic where another subject or an asked one stands.
  bool is_speaker(const Phrase& phrase) const {
    if (phrase.slot == "subject") return true;
    const bool other = any("subject") || seen_.asks_who();
    const bool spoken = seen_.say || seen_.what || seen_.remark || !seen_.event.empty();
    if (phrase.slot == "theme" && !any("subject"))
      return (spoken && !other) || !all_topics(phrase.words);
    if (phrase.slot == "genitive") return !any("subject") && !all_topics(phrase.words);
    if (phrase.slot == "copula") return seen_.who;
    return false;
  }

  // A와 B는: the one before shares the slot of the next.
  void share_slots() {
    for (std::size_t i = phrases_.size(); i-- > 0;) {
      if (phrases_[i].slot != "with") continue;
      const bool about_people = !seen_.event.empty() || i + 1 == phrases_.size();
      phrases_[i].slot = about_people ? "subject" : phrases_[i + 1].slot;
    }
  }

  // 오픈AI의 샘 알트만이: one name.
  void join_genitives() {
    for (std::size_t i = 0; i + 1 < phrases_.size(); ++i) {
      Phrase& next = phrases_[i + 1];
      if (phrases_[i].slot != "genitive" || next.slot != "subject" || all_topics(phrases_[i].words))
        continue;
      next.words.insert(next.words.begin(), phrases_[i].words.begin(), phrases_[i].words.end());
      phrases_[i].words.clear();
    }
    std::erase_if(phrases_, [](const Phrase& phrase) { return phrase.words.empty(); });
  }

  void assign() {
    share_slots();
    join_genitives();
    if (!seen_.event.empty() && !seen_.asks_who() && any("subject"))
      seen_.whom = true;  // 윤 대통령이 만난 사람은
    for (const Phrase& phrase : phrases_) {
      if (is_speaker(phrase)) {
        add_speaker(reading_, phrase.words, phrase.raw_last);
      } else if (phrase.slot == "place") {
        reading_.place = join(phrase.words);
      } else if (phrase.slot == "bare") {
        reading_.bare.insert(reading_.bare.end(), phrase.words.begin(), phrase.words.end());
      } else if (!seen_.event.empty() && (phrase.slot == "object" || phrase.slot == "to")) {
        take_event_object(phrase);
      } else {
        add_topics(reading_, phrase.words);
      }
    }
  }

  // 누구를 만났나: people; 한국을 방문했나: a place.
  void take_event_object(const Phrase& phrase) {
    if (seen_.event == "visit") {
      reading_.place = join(phrase.words);
    } else {
      add_speaker(reading_, phrase.words, phrase.raw_last);
    }
  }

  const Words& words_;
  Reading& reading_;
  Seen seen_;
  std::vector<std::string> pending_;
  std::vector<Phrase> phrases_;
};

// --- English: prepositions and word order open the slots
// --------------------------------------------

class EnglishReader {
 public:
  EnglishReader(const Words& words, Reading& reading) : words_(words), reading_(reading) {}

  Seen read() {
    for (std::size_t at = 0; at < words_.size();) {
      const Role role = find_role(words_, at);
      if (role.name.empty() || is_name_here(role, at)) {
        take_word(words_[at]);
        ++at;
      } else {
        take_role(role, at);
        at += role.words;
      }
    }
    finish();
    return seen_;
  }

 private:
  enum class Slot : std::uint8_t { Bare, Subject, Topic, AfterRemark, Object };

  // "Will Smith", "May": a capital inside the question marks a name where the slot expects one.
  bool is_name_here(Role role, std::size_t at) const {
    const bool capital = words_[at].text[0] >= 'A' && words_[at].text[0] <= 'Z';
    return at > 0 && capital && role.words == 1 && (role.name == "aux" || role.name == "filler") &&
           words_[at].text.size() > 2;
  }

  void take_word(const QuestionWord& word) {
    if (slot_ == Slot::AfterRemark) slot_ = Slot::Topic;
    target().push_back(word.text);
    if (word.possessive && slot_ == Slot::Bare) move_bare_to_subject();
    if (word.ends_phrase && slot_ == Slot::Bare) {
      move_bare_to_subject();
      slot_ = Slot::Topic;
    }
  }

  std::vector<std::string>& target() {
    if (slot_ == Slot::Subject) return subject_;
    if (slot_ == Slot::Object) return object_;
    return slot_ == Slot::Topic ? topic_ : bare_;
  }

  void move_bare_to_subject() {
    if (!subject_.empty()) return;
    subject_ = std::move(bare_);
    bare_.clear();
  }

  void take_role(Role role, std::size_t at) {
    seen_.note(role.name);
    const std::string_view name = role.name;
    if (name == "aux") return take_aux();
    if (name == "say") return take_say();
    if (name == "meet" || name == "visit") return take_event();
    if (name == "remark" || name == "article") return take_remark();
    if (name == "about") return take_about();
    if (name == "by") return take_by(at);
    if (name == "and") return take_and();
    if (name == "title") take_word(words_[at]);
    if (name == "happen") slot_ = Slot::Topic;
  }

  void take_aux() {
    if (slot_ != Slot::Bare) return;
    move_bare_to_subject();
    slot_ = Slot::Subject;
  }

  void take_say() {
    if (slot_ == Slot::Bare) move_bare_to_subject();
    slot_ = Slot::Topic;
  }

  void take_event() {
    if (slot_ == Slot::Bare) move_bare_to_subject();
    slot_ = Slot::Object;
  }

  void take_remark() {
    if (slot_ == Slot::Subject && topic_.empty() && bare_.empty() && subject_.empty())
      slot_ = Slot::Bare;
    if (slot_ != Slot::Topic) slot_ = Slot::AfterRemark;
  }

  void take_about() {
    if (slot_ == Slot::Bare && !bare_.empty()) move_bare_to_subject();
    slot_ = Slot::Topic;
  }

  // "quotes by Altman", "the views of Altman"; but "freedom of speech" stays a topic.
  void take_by(std::size_t at) {
    const std::string word = lower_ascii(words_[at].text);
    const bool inside_topic = slot_ == Slot::Topic && word == "of";
    if (inside_topic || !subject_.empty()) return;
    if (slot_ == Slot::Topic && topic_.empty() && word == "of") return;
    slot_ = Slot::Subject;
  }

  void take_and() {
    if (slot_ == Slot::Subject) flush_subject();
  }

  void flush_subject() {
    add_speaker(reading_, subject_, "");
    subject_.clear();
  }

  void finish() {
    if (!seen_.event.empty() && seen_.who && !subject_.empty())
      seen_.whom = true;  // "who did Yoon meet"
    flush_subject();
    if (seen_.event == "visit" && !object_.empty()) {
      reading_.place = join(object_);
    } else if (!object_.empty()) {
      add_speaker(reading_, object_, "");
    }
    add_topics(reading_, topic_);
    reading_.bare = bare_;
  }

  const Words& words_;
  Reading& reading_;
  Seen seen_;
  Slot slot_ = Slot::Bare;
  std::vector<std::string> bare_, subject_, topic_, object_;
};

// English where an English question word, verb or preposition holds the sentence together; else by
// script.
std::string language_of(const Words& words, std::string_view question) {
  static constexpr std::string_view kCore[] = {"what", "who",   "when",  "where",  "aux",
                                               "say",  "about", "count", "remark", "article"};
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto role = find_role(words, at).name;
    const bool core = std::find(std::begin(kCore), std::end(kCore), role) != std::end(kCore);
    if (core && !has_hangul(words[at].text)) return "en";
  }
  return has_hangul(question) ? "ko" : "en";
}

// Without anything that marks it, leading words that no glossary knows name the speaker: "알트만
// 규제 발언".
void settle_by_glossary(Reading& reading) {
  std::vector<std::string>& bare = reading.bare;
  const bool settled =
      !reading.speaker.empty() || reading.form == Form::Articles || reading.form == Form::WhoSaid;
  if (settled || all_topics(bare)) {
    add_topics(reading, bare);
    bare.clear();
    return;
  }
  const auto known = std::find_if(bare.begin(), bare.end(),
                                  [](const std::string& w) { return is_topic(w) && !is_title(w); });
  if (known == bare.begin()) return;
  if (known == bare.end() && bare.size() > 1 && reading.topic.empty())
    return;  // the archive has to tell
  const std::vector<std::string> name(bare.begin(), known);
  add_speaker(reading, name, name.back());
  for (AskedName& speaker : reading.speaker) {
    const Stripped stripped = strip_particle(speaker.name);
    if (speaker.name == speaker.raw && !stripped.slot.empty()) speaker.name = stripped.noun;
  }
  add_topics(reading, {known, bare.end()});
  bare.clear();
}

}  // namespace

const char* name_of(Form form) {
  static constexpr const char* kNames[] = {"said", "who_said",      "when",   "where", "who",
                                           "whom", "what_happened", "who_is", "count", "articles"};
  return kNames[static_cast<std::size_t>(form)];
}

Reading read_question(std::string_view question, Date today) {
  Words words = split_question(question);
  Reading reading;
  reading.language = language_of(words, question);
  reading.period = cut_period(words, today);
  const Seen seen = reading.language == "ko" ? KoreanReader(words, reading).read()
                                             : EnglishReader(words, reading).read();
  reading.event = seen.event;
  reading.counts_articles = seen.article && !seen.say && !seen.remark;
  reading.form = choose_form(seen, reading);
  settle_by_glossary(reading);
  return reading;
}

void settle_bare(Reading& reading, const std::function<bool(const std::string&)>& is_name) {
  const std::vector<std::string> bare = std::exchange(reading.bare, {});
  for (std::size_t n = bare.size(); n > 0; --n) {
    const auto cut = static_cast<std::ptrdiff_t>(n);
    const std::pair<std::vector<std::string>, std::vector<std::string>> ways[] = {
        {{bare.begin(), bare.begin() + cut}, {bare.begin() + cut, bare.end()}},
        {{bare.end() - cut, bare.end()}, {bare.begin(), bare.end() - cut}}};
    for (const auto& [name, rest] : ways) {
      if (!is_name(join(without_titles(name)))) continue;
      add_speaker(reading, name, "");
      add_topics(reading, rest);
      return;
    }
  }
  add_topics(reading, bare);
}

}  // namespace onrecord::query
