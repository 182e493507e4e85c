#include "query/utterances.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "query/coverage.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

// Up to so many articles of a speaker are read through; beyond, the words' index narrows first.
constexpr std::int64_t kFewArticles = 400;
// What covers less than this share of what the best covers is left out.
constexpr double kNearEnough = 0.7;
constexpr double kNearEnoughInTime = 0.5;  // … where the first or the latest is asked
constexpr double kLiked = 0.5;             // "who criticised": a verb of criticising

struct Candidate {
  store::StoredQuotation quotation;
  std::vector<store::StoredSpeaker> speakers;
  std::vector<Nearness> near;  // of each topic
  double coverage = 1;
  bool whole_word = true;
  double score = 0;
};

bool is_within(const std::vector<WordHit>& hits, bool& whole_word) {
  if (hits.empty()) return false;
  const bool any_whole = std::any_of(hits.begin(), hits.end(),
                                     [](const WordHit& h) { return h.match == WordMatch::Word; });
  whole_word = whole_word && any_whole;
  return true;
}

// --- where the topic stands

class TopicJudge {
 public:
  TopicJudge(store::Archive& archive, store::QuotationReader& reader,
             const std::vector<Topic>& topics)
      : reader_(reader), articles_(archive), topics_(topics) {}

  // Sets `near` and `coverage`.
  void judge(Candidate& candidate) {
    context_read_ = false;
    before_read_ = false;
    for (const Topic& topic : topics_) candidate.near.push_back(judge(candidate, topic));
    candidate.coverage = coverage(topics_, candidate.near);
  }

 private:
  Nearness judge(Candidate& candidate, const Topic& topic) {
    const store::StoredQuotation& q = candidate.quotation;
    if (is_within(find_topic(q.words, topic), candidate.whole_word)) return Nearness::Quotation;
    if (q.where == "headline") return Nearness::Outside;
    const bool maybe_sentence = !find_topic(q.sentence, topic).empty();
    read_context(candidate);
    if (maybe_sentence && stands_in(topic, q.sentence_span, candidate.whole_word))
      return Nearness::Sentence;
    if (one_speaker_ && stands_in(topic, paragraph_.span, candidate.whole_word))
      return Nearness::Paragraph;
    if (stands_before(topic, candidate)) return Nearness::Before;
    return find_topic(title_of(q.article_id), topic).empty() ? Nearness::Outside
                                                             : Nearness::Article;
  }

  // In what leads up to the words: the paragraph before, an interviewer's question among them.
  bool stands_before(const Topic& topic, const Candidate& candidate) {
    if (!before_read_) {
      before_read_ = true;
      before_ = reader_.paragraph_before(candidate.quotation.article_id, paragraph_.span.start);
      const bool foreign = std::any_of(
          before_.quotations.begin(), before_.quotations.end(),
          [&](const auto& other) { return !own_ || other.entities != own_->entities; });
      if (foreign) before_ = {};
    }
    return !before_.text.empty() && !find_topic(before_.text, topic).empty();
  }

  const std::string& title_of(std::int64_t article) {
    const auto [at, is_new] = titles_.try_emplace(article);
    if (is_new) {
      const auto face = articles_.by_id(article);
      if (face && face->title) at->second = *face->title;
    }
    return at->second;
  }

  void read_context(const Candidate& candidate) {
    if (context_read_) return;
    context_read_ = true;
    paragraph_ = reader_.paragraph(candidate.quotation.article_id, candidate.quotation.span);
    const auto own =
        std::find_if(paragraph_.quotations.begin(), paragraph_.quotations.end(),
                     [&](const auto& other) { return other.span == candidate.quotation.span; });
    one_speaker_ = own != paragraph_.quotations.end();
    own_ = one_speaker_ ? std::optional(*own) : std::nullopt;
    others_.clear();
    for (const auto& other : paragraph_.quotations) {
      if (own != paragraph_.quotations.end() && other.entities == own->entities &&
          !own->entities.empty())
        continue;
      if (other.span == candidate.quotation.span) continue;
      others_.push_back(other.span);
      one_speaker_ = false;
    }
  }

  // In this stretch of the paragraph, outside the words of other speakers.
  bool stands_in(const Topic& topic, CodepointSpan stretch, bool& whole_word) {
    const text::OffsetMap map(paragraph_.text);
    const std::uint32_t base = paragraph_.span.start;
    std::vector<WordHit> hits;
    for (const WordHit& hit : find_topic(paragraph_.text, topic)) {
      const std::uint32_t start = base + map.to_codepoint(hit.span.start);
      const std::uint32_t end = base + map.to_codepoint(hit.span.end);
      const bool foreign = std::any_of(others_.begin(), others_.end(), [&](CodepointSpan o) {
        return start < o.end && end > o.start;
      });
      if (!foreign && start >= stretch.start && end <= stretch.end) hits.push_back(hit);
    }
    return is_within(hits, whole_word);
  }

  store::QuotationReader& reader_;
  store::ArticleReader articles_;
  const std::vector<Topic>& topics_;
  std::map<std::int64_t, std::string> titles_;
  store::Paragraph paragraph_, before_;
  std::optional<store::Paragraph::Other> own_;
  std::vector<CodepointSpan> others_;
  bool one_speaker_ = false;
  bool context_read_ = false, before_read_ = false;
};

bool is_liked(const Candidate& candidate, const UtteranceQuery& query) {
  const std::vector<std::string>& liked = query.liked_cues;
  return std::find(liked.begin(), liked.end(), candidate.quotation.cue_class) != liked.end();
}

// How well it fits: what is asked, and the verb that it is asked with.
double fit_of(const Candidate& candidate, const UtteranceQuery& query) {
  return candidate.coverage + (is_liked(candidate, query) ? kLiked : 0);
}

double score_of(const Candidate& candidate, const UtteranceQuery& query) {
  double score = fit_of(candidate, query);
  score += candidate.whole_word ? 0.1 : 0;
  score += candidate.quotation.where == "headline" ? 0 : 0.05;
  score += candidate.quotation.doubtful ? 0 : 0.04;
  const bool named = std::any_of(candidate.speakers.begin(), candidate.speakers.end(),
                                 [](const auto& s) { return s.entity != 0; });
  score += named ? 0.03 : 0;
  score += candidate.quotation.kind == "direct" ? 0.02 : 0;
  return score + 0.03 * candidate.quotation.confidence;
}

// Of a family of one utterance the best variant stands, the others are its copies.
std::vector<Candidate*> fold(std::vector<Candidate>& candidates) {
  std::vector<Candidate*> kept;
  std::set<std::int64_t> families;
  for (Candidate& candidate : candidates) {
    const std::int64_t family = candidate.quotation.utterance;
    if (family == 0 || families.insert(family).second) kept.push_back(&candidate);
  }
  return kept;
}

// --- from candidates to answers

std::string ref_of(const store::ArticleFace& article, CodepointSpan span) {
  return article.uid + ":" + std::to_string(span.start) + "-" + std::to_string(span.end);
}

void add_copies(Answer& answer, const Candidate& candidate, store::QuotationReader& reader) {
  if (candidate.quotation.utterance == 0) return;
  for (const store::Variant& variant : reader.variants(candidate.quotation.id)) {
    answer.also_in.push_back({variant.uid + ":" + std::to_string(variant.span.start) + "-" +
                                  std::to_string(variant.span.end),
                              variant.source, variant.published});
  }
}

// Places of the topics in the words, code points, those inside others left out.
void mark_topics(Answer& answer, const std::vector<Topic>& topics) {
  const text::OffsetMap map(answer.text);
  std::vector<WordHit> hits;
  for (const Topic& topic : topics) {
    const auto found = find_topic(answer.text, topic);
    hits.insert(hits.end(), found.begin(), found.end());
  }
  std::sort(hits.begin(), hits.end(),
            [](const auto& a, const auto& b) { return a.span.start < b.span.start; });
  for (const WordHit& hit : hits) {
    const CodepointSpan span = map.to_codepoints(hit.span);
    if (answer.highlights.empty() || span.start >= answer.highlights.back().second)
      answer.highlights.emplace_back(span.start, span.end);
  }
}

std::optional<NamedPlace> place_of(const std::optional<CodepointSpan>& span,
                                   const std::string& text) {
  if (!span) return std::nullopt;
  return NamedPlace{*span, text};
}

// Whether and how answers are explained; what they are read from.
struct Maker {
  store::ArticleReader articles;
  store::QuotationReader quotations;
  const UtteranceQuery& query;

  Maker(store::Archive& archive, const UtteranceQuery& asked)
      : articles(archive), quotations(archive), query(asked) {}
};

Answer make_answer(const Candidate& candidate, const std::vector<Topic>& topics, Maker& maker) {
  const store::StoredQuotation& q = candidate.quotation;
  Answer answer;
  answer.kind = "quote";
  answer.text = q.words;
  answer.quote_kind = q.kind;
  answer.cue = q.cue;
  answer.cue_class = q.cue_class;
  answer.speaker_rule = q.speaker_rule;
  for (const auto& speaker : candidate.speakers) answer.speakers.push_back(speaker.canonical);
  if (!candidate.speakers.empty()) {
    answer.speaker_surface = candidate.speakers.front().surface;
    answer.speaker_in_article = candidate.speakers.front().name;
    answer.antecedent =
        place_of(candidate.speakers.front().antecedent, candidate.speakers.front().antecedent_text);
    answer.named_at =
        place_of(candidate.speakers.front().naming, candidate.speakers.front().naming_text);
  }
  answer.date = q.published.substr(0, 10);
  answer.date_basis = q.published.empty() ? "" : "published";
  answer.article = maker.articles.by_id(q.article_id);
  if (answer.article) answer.ref = ref_of(*answer.article, q.span);
  answer.span = q.span;
  answer.sentence = q.sentence;
  answer.where = q.where;
  answer.rule = q.rule;
  answer.confidence = q.confidence;
  answer.doubtful = q.doubtful;
  answer.score = candidate.score;
  add_copies(answer, candidate, maker.quotations);
  if (maker.query.explain) answer.explanation = explain(maker.quotations, q, candidate.speakers);
  mark_topics(answer, topics);
  return answer;
}

store::QuotationFilter filter_of(const UtteranceQuery& query, store::QuotationReader& reader) {
  store::QuotationFilter filter;
  filter.article = article_filter(query.options);
  // A quotation states no day of its own, so what was said then is what was published then.
  if (filter.article.since < query.options.said_since)
    filter.article.since = query.options.said_since;
  const std::string& until = query.options.said_until;
  if (!until.empty() && (filter.article.until.empty() || until < filter.article.until))
    filter.article.until = until;
  for (const auto& group : query.speakers)
    filter.speakers.insert(filter.speakers.end(), group.begin(), group.end());
  filter.kind = query.kind;
  filter.cue_classes = query.cue_classes;
  filter.places = query.places;
  filter.least_confidence = query.least_confidence;
  filter.doubtful = query.doubtful;
  filter.utterance = query.utterance;
  const Sort sort = query.options.sort.value_or(Sort::DateDown);
  filter.oldest_first = sort == Sort::Date;
  filter.by_arrival = sort == Sort::Added;
  const bool few = !filter.speakers.empty() &&
                   reader.articles_naming(filter.speakers, kFewArticles) < kFewArticles;
  if (!query.topics.empty() && !few) {
    filter.terms = fts_needed(query.topics);
    filter.titles = true;
  }
  return filter;
}

bool place_stands(store::ArticleReader& articles, std::int64_t article, const std::string& place) {
  return place.empty() || !find_topic(articles.text(article), make_topic(place)).empty();
}

// Which of the speakers asked for says it.
std::size_t group_of(const Candidate& candidate, const UtteranceQuery& query) {
  std::size_t group = 0;
  while (group < query.speakers.size() &&
         std::none_of(candidate.speakers.begin(), candidate.speakers.end(), [&](const auto& s) {
           const auto& ids = query.speakers[group];
           return std::find(ids.begin(), ids.end(), s.entity) != ids.end();
         }))
    ++group;
  return group;
}

// Words near the topic are offered only where none stand closer to it: a far answer beside a near
// one is noise.
void keep_the_nearer(std::vector<Candidate>& candidates, const UtteranceQuery& query) {
  const bool in_time = query.options.sort.value_or(Sort::Relevance) != Sort::Relevance;
  const double share = in_time ? kNearEnoughInTime : kNearEnough;
  std::map<std::size_t, double> best;  // of each speaker's where each is asked
  for (const Candidate& candidate : candidates) {
    double& most = best[query.each ? group_of(candidate, query) : 0];
    most = std::max(most, fit_of(candidate, query));
  }
  std::erase_if(candidates, [&](const Candidate& c) {
    return fit_of(c, query) < share * best[query.each ? group_of(c, query) : 0];
  });
}

std::vector<Candidate> read_candidates(store::Archive& archive, const UtteranceQuery& query,
                                       std::int64_t most, bool& capped) {
  store::QuotationReader reader(archive);
  store::ArticleReader articles(archive);
  TopicJudge judge(archive, reader, query.topics);
  std::vector<Candidate> candidates;
  std::vector<store::StoredQuotation> found = reader.find(filter_of(query, reader), most);
  capped = static_cast<std::int64_t>(found.size()) == most;
  for (store::StoredQuotation& quotation : found) {
    Candidate candidate;
    candidate.quotation = std::move(quotation);
    judge.judge(candidate);
    if (!is_enough(query.topics, candidate.near, !query.speakers.empty()) ||
        !place_stands(articles, candidate.quotation.article_id, query.place))
      continue;
    candidate.speakers = reader.speakers(candidate.quotation.id);
    if (query.needs_speaker && candidate.speakers.empty()) continue;
    candidate.score = score_of(candidate, query);
    candidates.push_back(std::move(candidate));
  }
  if (!query.topics.empty()) keep_the_nearer(candidates, query);
  return candidates;
}

// The reader's order is by date; relevance goes before it where a topic is asked.
void put_in_order(std::vector<Candidate>& candidates, const UtteranceQuery& query) {
  const Sort usual = query.topics.empty() ? Sort::DateDown : Sort::Relevance;
  if (query.options.sort.value_or(usual) != Sort::Relevance) return;
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
}

// By speaker in turn: the best of each, then the second of each.
void take_turns(std::vector<Candidate*>& kept, const UtteranceQuery& query) {
  std::map<std::size_t, std::size_t> taken;  // of each group of speakers
  std::vector<std::pair<std::size_t, Candidate*>> order;
  for (Candidate* candidate : kept) {
    const std::size_t group = group_of(*candidate, query);
    order.emplace_back(taken[group]++, candidate);
  }
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < order.size(); ++i) kept[i] = order[i].second;
}

// Pages of a list without topic are cut by the archive itself.
bool is_plain_list(const UtteranceQuery& query) {
  return query.topics.empty() && query.place.empty() && !query.fold;
}

void list_page(store::Archive& archive, const UtteranceQuery& query, AnswerSet& set) {
  Maker maker(archive, query);
  store::QuotationReader& reader = maker.quotations;
  const store::QuotationFilter filter = filter_of(query, reader);
  const std::int64_t wanted =
      query.options.limit == 0 ? -1 : query.options.offset + query.options.limit;
  for (store::StoredQuotation& quotation : reader.find(filter, wanted)) {
    Candidate candidate;
    candidate.quotation = std::move(quotation);
    candidate.speakers = reader.speakers(candidate.quotation.id);
    candidate.score = score_of(candidate, query);
    set.answers.push_back(make_answer(candidate, {}, maker));
  }
  set.total = reader.count(filter);
}

}  // namespace

void find_utterances(store::Archive& archive, const UtteranceQuery& query, AnswerSet& set) {
  if (is_plain_list(query)) {
    list_page(archive, query, set);
    return take_page(set, query.options);
  }
  std::vector<Candidate> candidates = read_candidates(
      archive, query, query.speakers.empty() ? kMostRead : kMostOfSpeaker, set.total_is_least);
  put_in_order(candidates, query);
  std::vector<Candidate*> kept;
  if (query.fold) {
    kept = fold(candidates);
  } else {
    for (Candidate& candidate : candidates) kept.push_back(&candidate);
  }
  if (query.each) take_turns(kept, query);
  set.total = static_cast<std::int64_t>(kept.size());
  set.offset = query.options.offset;
  Maker maker(archive, query);
  const auto begin = std::min(static_cast<std::size_t>(query.options.offset), kept.size());
  const auto room =
      query.options.limit == 0 ? kept.size() : static_cast<std::size_t>(query.options.limit);
  for (std::size_t i = begin; i < std::min(kept.size(), begin + room); ++i) {
    set.answers.push_back(make_answer(*kept[i], query.topics, maker));
  }
}

std::vector<Quoted> most_quoted(store::Archive& archive, const UtteranceQuery& query) {
  bool capped = false;
  std::map<std::string, std::int64_t> counts;
  for (const Candidate& candidate : read_candidates(archive, query, kMostOfSpeaker, capped)) {
    for (const auto& speaker : candidate.speakers) {
      if (speaker.entity != 0) ++counts[speaker.canonical];
    }
  }
  std::vector<Quoted> all;
  for (const auto& [name, count] : counts) all.push_back({name, count});
  std::stable_sort(all.begin(), all.end(),
                   [](const Quoted& a, const Quoted& b) { return a.quotations > b.quotations; });
  return all;
}

std::int64_t count_utterances(store::Archive& archive, const UtteranceQuery& query,
                              std::int64_t most) {
  if (query.topics.empty() && query.place.empty()) {
    store::QuotationReader reader(archive);
    return reader.count(filter_of(query, reader));
  }
  bool capped = false;
  return static_cast<std::int64_t>(read_candidates(archive, query, most, capped).size());
}

}  // namespace onrecord::query
