#include "query/topic.h"

#include <algorithm>

#include "lang/glossary.h"
#include "query/query_parser.h"
#include "query/question_words.h"

namespace onrecord::query {

Topic make_topic(const std::string& asked) {
  Topic topic;
  topic.asked = asked;
  topic.forms = {asked};
  for (std::string& form : lang::translate_topic(asked)) {
    if (std::find(topic.forms.begin(), topic.forms.end(), form) == topic.forms.end())
      topic.forms.push_back(std::move(form));
  }
  return topic;
}

std::vector<Topic> make_topics(const std::vector<std::string>& asked) {
  std::vector<Topic> topics;
  for (const std::string& word : asked) topics.push_back(make_topic(word));
  return topics;
}

std::vector<std::string> topic_words(std::string_view text) {
  std::vector<std::string> words;
  for (const QuestionWord& word : split_question(text)) {
    const bool known = lang::topic_length({word.text}, 0) == 1;
    const Stripped stripped = strip_particle(word.text);
    words.push_back(known || stripped.slot.empty() ? word.text : stripped.noun);
  }
  std::vector<std::string> topics;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t n = std::max<std::size_t>(1, lang::topic_length(words, at));
    std::string topic = words[at];
    for (std::size_t i = 1; i < n; ++i) topic += " " + words[at + i];
    topics.push_back(std::move(topic));
    at += n;
  }
  return topics;
}

std::vector<WordHit> find_topic(std::string_view text, const Topic& topic) {
  std::vector<WordHit> hits;
  for (const std::string& form : topic.forms) {
    for (const WordHit& hit : find_word_hits(text, form)) {
      if (hit.match >= WordMatch::Part) hits.push_back(hit);
    }
  }
  std::sort(hits.begin(), hits.end(), [](const WordHit& a, const WordHit& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  return hits;
}

std::string fts_any(const Topic& topic) {
  std::string any;
  for (const std::string& form : topic.forms) {
    const std::string phrase = fts_phrase(form);
    if (!phrase.empty()) any += (any.empty() ? "" : " OR ") + phrase;
  }
  return any;
}

std::string fts_any(const std::vector<Topic>& topics) {
  std::string all;
  for (const Topic& topic : topics) {
    const std::string any = fts_any(topic);
    if (!any.empty()) all += (all.empty() ? "" : " OR ") + any;
  }
  return all;
}

}  // namespace onrecord::query
