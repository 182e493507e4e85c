#include "ingest/suggestions.h"

#include <algorithm>
#include <map>
#include <set>

#include "lang/glossary.h"
#include "lang/word.h"
#include "text/utf8.h"

namespace onrecord::ingest {
namespace {

// Enough to see whom an archive quotes, and few enough that a large one is not read through.
constexpr const char* kNewestQuotations =
    "SELECT coalesce(e.name, s.name), substr(a.text, q.start + 1, q.end - q.start) "
    "FROM (SELECT id, article_id, start, end FROM quotation ORDER BY id DESC LIMIT 5000) q "
    "JOIN article a ON a.id = q.article_id "
    "JOIN speaker s ON s.quotation_id = q.id AND s.position = 0 "
    "JOIN chain c ON c.article_id = q.article_id AND c.chain = s.chain AND NOT c.unnamed "
    "LEFT JOIN identity i ON i.article_id = c.article_id AND i.chain = c.chain "
    "LEFT JOIN entity e ON e.id = i.entity_id WHERE coalesce(e.kind, c.kind) = 'person'";

// A name of the same person in Latin letters.
constexpr const char* kLatinName =
    "SELECT l.name FROM entity e JOIN alias l ON l.entity_id = e.id "
    "WHERE e.name = ? AND e.kind = 'person' AND l.name GLOB '[A-Z]*[a-z] [A-Z]*' ORDER BY l.name "
    "LIMIT 1";

using Tally = std::map<std::string, int>;

struct Person {
  std::string name;
  int quotations = 0;
  Tally topics;
};

// Best first; of equals the first by spelling.
std::vector<std::string> ranked(const Tally& tally,
                                const std::function<double(const std::string&, int)>& weight) {
  std::vector<std::pair<double, std::string>> sorted;
  for (const auto& [word, times] : tally) sorted.emplace_back(-weight(word, times), word);
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::string> words;
  for (auto& [weight_below_zero, word] : sorted) words.push_back(std::move(word));
  return words;
}

// "오 대표": too little of a name to ask by.
bool is_only_a_title(const std::string& name) {
  static const lang::ClassMask kTitle = lang::class_mask("title");
  const lang::Word* last = lang::find_word(name.substr(name.rfind(' ') + 1));
  return last != nullptr && last->has(kTitle);
}

std::string without_marks(std::string_view word) {
  static constexpr std::string_view kMarks = ".,!?\"'()[]:;";
  const std::size_t first = word.find_first_not_of(kMarks);
  if (first == std::string_view::npos) return {};
  return std::string(word.substr(first, word.find_last_not_of(kMarks) - first + 1));
}

// The noun of the glossary that the word is, its particle left out; "" where it is none.
std::string topic_of(const std::string& word) {
  static const lang::ClassMask kGloss = lang::class_mask("gloss");
  const auto is_topic = [](std::string_view form) {
    const lang::Word* known = lang::find_word(form);
    return known != nullptr && known->has(kGloss);
  };
  if (word.empty()) return {};
  if (static_cast<unsigned char>(word.front()) < 0x80) {
    return word.size() > 4 && !lang::translate_topic(word).empty() ? word : "";
  }
  if (is_topic(word)) return word;
  lang::ParticleSplit splits[4];
  const int count = lang::split_particles(word, splits);
  for (int i = 0; i < count; ++i) {
    const std::string stem = word.substr(0, splits[i].stem_bytes);
    if (is_topic(stem)) return stem;
  }
  return {};
}

void add_topics(std::string_view words, Tally& topics) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \n"), words.size());
    const std::string topic = topic_of(without_marks(words.substr(0, end)));
    if (!topic.empty()) ++topics[topic];
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

// Most quoted first.
std::vector<Person> people_quoted(store::Archive& archive) {
  std::map<std::string, Person> people;
  auto& row = archive.database().statement("suggestion.quotations", kNewestQuotations);
  while (row.step()) {
    Person& person = people[row.text(0)];
    person.name = row.text(0);
    ++person.quotations;
    add_topics(row.view(1), person.topics);
  }
  row.reset();
  std::vector<Person> sorted;
  for (auto& [name, person] : people) {
    if (!is_only_a_title(name)) sorted.push_back(std::move(person));
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Person& a, const Person& b) { return a.quotations > b.quotations; });
  return sorted;
}

bool is_latin(std::string_view name) {
  return static_cast<unsigned char>(name.back()) < 0x80;
}

std::string in_english(const std::string& name, const std::string& topic) {
  return "What did " + name + " say about " + topic + "?";
}

std::string in_korean(const std::string& name, const std::string& topic) {
  std::size_t at = name.size();
  const char32_t last = text::decode_backwards(name, at);
  const bool closed = text::is_hangul_syllable(last) && text::final_consonant(last) != 0;
  return name + (closed ? "이 " : "가 ") + topic + "에 대해 뭐라고 말했나?";
}

std::string who_said(const std::string& topic) {
  return is_latin(topic) ? "Who spoke about " + topic + "?" : "누가 " + topic + "에 대해 말했나?";
}

class Suggestions {
 public:
  Suggestions(std::size_t count, const std::function<bool(const std::string&)>& has_answer)
      : count_(count), has_answer_(has_answer) {}

  bool full() const { return questions_.size() >= count_; }
  bool has_room(std::size_t left_over) const { return questions_.size() + left_over < count_; }
  bool has_asked(const std::string& topic) const { return used_.contains(topic); }
  std::vector<std::string> take() { return std::move(questions_); }

  bool try_question(const std::string& question) {
    if (full() || tries_++ > kMostTries || !has_answer_(question)) return false;
    questions_.push_back(question);
    return true;
  }

  // The topic that is most the person's own among all that are spoken of, has no question yet, and
  // is answered.
  std::string ask_about(const Person& person, const Tally& all) {
    const auto weight = [&](const std::string& topic, int times) {
      return static_cast<double>(times) * times / (1 + all.at(topic));
    };
    int tries = 0;
    for (const std::string& topic : ranked(person.topics, weight)) {
      const bool latin = is_latin(person.name);
      if (used_.contains(topic) || latin != is_latin(topic)) continue;
      if (++tries > 3) break;
      if (!try_question(latin ? in_english(person.name, topic) : in_korean(person.name, topic)))
        continue;
      used_.insert(topic);
      return topic;
    }
    return {};
  }

 private:
  static constexpr int kMostTries = 24;
  const std::size_t count_;
  const std::function<bool(const std::string&)>& has_answer_;
  int tries_ = 0;
  std::vector<std::string> questions_;
  std::set<std::string> used_;
};

std::string latin_name(store::Archive& archive, const std::string& name) {
  auto& row = archive.database().statement("suggestion.latin_name", kLatinName).with(name);
  const std::string latin = row.step() ? row.text(0) : "";
  row.reset();
  return latin;
}

// The same in English, where the person has a name in Latin letters and the topic an English word.
void ask_across_languages(store::Archive& archive, const Person& person, const std::string& topic,
                          Suggestions& suggestions) {
  const std::string latin = is_latin(person.name) ? "" : latin_name(archive, person.name);
  const auto english = lang::translate_topic(topic);
  if (!latin.empty() && !english.empty())
    suggestions.try_question(in_english(latin, english.front()));
}

}  // namespace

std::vector<std::string> suggest_questions(
    store::Archive& archive, std::size_t count,
    const std::function<bool(const std::string&)>& has_answer) {
  const std::vector<Person> people = people_quoted(archive);
  Suggestions suggestions(count, has_answer);
  Tally all;
  for (const Person& person : people) {
    for (const auto& [topic, times] : person.topics) all[topic] += times;
  }
  for (const Person& person : people) {
    if (!suggestions.has_room(1)) break;
    const std::string topic = suggestions.ask_about(person, all);
    if (!topic.empty() && suggestions.has_room(1))
      ask_across_languages(archive, person, topic, suggestions);
  }
  for (const std::string& topic :
       ranked(all, [](const std::string&, int times) { return times; })) {
    if (suggestions.full()) break;
    if (!suggestions.has_asked(topic)) suggestions.try_question(who_said(topic));
  }
  return suggestions.take();
}

}  // namespace onrecord::ingest
