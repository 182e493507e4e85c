#include "query/occasions.h"

#include <algorithm>

namespace onrecord::query {
namespace {

constexpr std::int64_t kMostRead = 20000;

std::string ref_of(const store::ArticleFace& article, CodepointSpan span) {
  return article.uid + ":" + std::to_string(span.start) + "-" + std::to_string(span.end);
}

Answer make_answer(const store::StoredEvent& event, store::EventReader& events,
                   store::ArticleReader& articles) {
  Answer answer;
  answer.kind = "event";
  answer.text = answer.sentence = event.sentence;
  answer.type = event.type;
  answer.date = event.date.empty() ? event.published.substr(0, 10) : event.date;
  if (!answer.date.empty()) answer.date_basis = event.date.empty() ? "published" : "stated";
  answer.place = event.place;
  for (const auto& participant : events.participants(event.id))
    answer.participants.push_back(participant.canonical);
  answer.article = articles.by_id(event.article_id);
  if (answer.article) answer.ref = ref_of(*answer.article, event.sentence_span);
  answer.span = event.sentence_span;
  answer.where = "body";
  answer.rule = event.rule;
  answer.confidence = answer.score = event.confidence;
  return answer;
}

// The same event as other articles tell it: type, day and those who took part agree.
bool is_same_event(const Answer& a, const Answer& b) {
  if (a.type != b.type || a.date != b.date || a.date_basis != "stated" || b.date_basis != "stated")
    return false;
  if (!a.place.empty() && !b.place.empty() && a.place != b.place) return false;
  const auto common =
      std::count_if(a.participants.begin(), a.participants.end(), [&](const std::string& name) {
        return std::find(b.participants.begin(), b.participants.end(), name) !=
               b.participants.end();
      });
  return common > 0 &&
         static_cast<std::size_t>(common) >= std::min(a.participants.size(), b.participants.size());
}

void add_folded(std::vector<Answer>& answers, Answer answer) {
  const auto same = std::find_if(answers.begin(), answers.end(),
                                 [&](const Answer& a) { return is_same_event(a, answer); });
  if (same == answers.end()) {
    answers.push_back(std::move(answer));
  } else if (answer.article) {
    same->also_in.push_back(
        {answer.ref, answer.article->source.value_or(""), answer.article->published.value_or("")});
  }
}

bool passes(const store::StoredEvent& event, const OccasionQuery& query) {
  if (query.needs_date && event.date.empty() && event.published.empty()) return false;
  if (query.needs_place && event.place.empty()) return false;
  if (!query.place.empty()) {
    const Topic place = make_topic(query.place);
    if (find_topic(event.place, place).empty() && find_topic(event.sentence, place).empty())
      return false;
  }
  return std::all_of(query.topics.begin(), query.topics.end(),
                     [&](const Topic& t) { return !find_topic(event.sentence, t).empty(); });
}

store::EventFilter filter_of(const OccasionQuery& query) {
  store::EventFilter filter;
  filter.article = article_filter(query.options);
  filter.who = query.who;
  filter.types = query.types;
  filter.since = query.options.said_since;
  filter.until = query.options.said_until;
  if (query.who.empty() && !query.topics.empty()) filter.terms = fts_any(query.topics);
  const Sort sort = query.options.sort.value_or(Sort::DateDown);
  filter.oldest_first = sort == Sort::Date;
  filter.by_arrival = sort == Sort::Added;
  return filter;
}

}  // namespace

void find_occasions(store::Archive& archive, const OccasionQuery& query, AnswerSet& set) {
  store::EventReader events(archive);
  store::ArticleReader articles(archive);
  std::vector<Answer> answers;
  for (const store::StoredEvent& event : events.find(filter_of(query), kMostRead)) {
    if (passes(event, query)) add_folded(answers, make_answer(event, events, articles));
  }
  // What states its day or place answers better than what does not.
  const bool day_first = query.needs_date;
  if (day_first) {
    std::stable_sort(answers.begin(), answers.end(), [](const Answer& a, const Answer& b) {
      return (a.date_basis == "stated") > (b.date_basis == "stated");
    });
  }
  set.answers = std::move(answers);
  take_page(set, query.options);
}

}  // namespace onrecord::query
