#include "query/occasions.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "lang/dates.h"
#include "lang/lexicon.h"
#include "query/coverage.h"
#include "query/question_words.h"
#include "query/sentences.h"
#include "store/read_search.h"
#include "text/offset_map.h"

namespace onrecord::query {
namespace {

constexpr std::int64_t kMostRead = 20000;     // events of a list
constexpr std::int64_t kMostRanked = 2000;    // events that are weighed for a question
constexpr std::int64_t kMostParagraphs = 150; // paragraphs that are read for passages
constexpr std::int64_t kMostArticles = 60;    // … of a period alone
constexpr std::size_t kFirstParagraphs = 6;
constexpr double kNearEnough = 0.8;  // answers that cover less than this share of the best are cut
constexpr long kDaysAfter = 3;       // what happened stands in papers so many days later

std::string ref_of(const store::ArticleFace& article, CodepointSpan span) {
  return article.uid + ":" + std::to_string(span.start) + "-" + std::to_string(span.end);
}

// --- how well something answers

// Texts of the articles that are looked into.
class Texts {
 public:
  explicit Texts(store::Archive& archive) : articles_(archive) {}

  struct Article {
    std::optional<store::ArticleFace> face;
    std::string text;
    std::optional<text::OffsetMap> map;
    std::vector<store::StoredBlock> blocks;
  };

  const Article& of(std::int64_t id) {
    const auto [at, is_new] = read_.try_emplace(id);
    if (is_new) {
      at->second.face = articles_.by_id(id);
      at->second.text = articles_.text(id);
      at->second.map.emplace(at->second.text);
      at->second.blocks = articles_.blocks(id);
    }
    return at->second;
  }

  // The block around a place; the place itself where there is none.
  static CodepointSpan block_at(const Article& article, CodepointSpan place) {
    for (const store::StoredBlock& block : article.blocks) {
      if (block.span.start <= place.start && place.start < block.span.end) return block.span;
    }
    return place;
  }

  store::ArticleReader& reader() { return articles_; }

 private:
  store::ArticleReader articles_;
  std::map<std::int64_t, Article> read_;
};

struct Told {
  std::int64_t article = 0;
  CodepointSpan sentence;
  std::string text;        // of the sentence
  std::string place;       // of a stored event
  std::string people;      // of a stored event, names parted by line ends
  bool has_date = false, has_place = false, is_event = false;
  std::size_t participants = 0;
  double score = 0;
  double covered = 0;
};

bool stands(std::string_view text, const Topic& topic) {
  return !find_topic(text, topic).empty();
}

// 에서, in/at: the sentence says where.
bool tells_where(std::string_view text) {
  const lang::ClassMask place = lang::class_mask("place");
  for (const QuestionWord& word : split_question(text)) {
    if (strip_particle(word.text).slot == "place") return true;
    const lang::Word* known = lang::find_word(lower_ascii(word.text));
    if (known != nullptr && known->has(place)) return true;
  }
  return false;
}

class Judge {
 public:
  Judge(const OccasionQuery& query, Texts& texts) : query_(query), texts_(texts) {
    asked_ = query.topics;
    if (!query.place.empty()) {
      asked_.push_back(make_topic(query.place));
      asked_.back().weight = kPlaceWeight;
    }
  }

  // False where it is no answer.
  bool judge(Told& told) {
    const Texts::Article& article = texts_.of(told.article);
    const CodepointSpan block = Texts::block_at(article, told.sentence);
    around_ = slice(article.text, article.map->to_bytes(block));
    title_ = article.face ? article.face->title.value_or("") : "";
    article_ = &article;
    std::vector<Nearness> near;
    for (const Topic& topic : asked_) near.push_back(near_of(told, topic));
    if (!query_.place.empty() && near.back() == Nearness::Outside) return false;
    if (!is_enough(asked_, near, true)) return false;
    double people = 0;
    for (const Participant& participant : query_.who) {
      const Nearness nearness = near_of(told, participant.names);
      if (nearness < Nearness::Paragraph) return false;
      people += nearness == Nearness::Quotation ? 1 : 0.6;
    }
    told.covered = coverage(asked_, near);
    if (!query_.who.empty()) {
      const double share = people / static_cast<double>(query_.who.size());
      told.covered = asked_.empty() ? share : (told.covered + share) / 2;
    }
    told.score = told.covered + told_more(told);
    return true;
  }

 private:
  static constexpr double kPlaceWeight = 5;

  Nearness near_of(const Told& told, const Topic& topic) const {
    if (stands(told.text, topic) || (!told.place.empty() && stands(told.place, topic)) ||
        (!told.people.empty() && stands(told.people, topic)))
      return Nearness::Quotation;
    if (stands(around_, topic)) return Nearness::Paragraph;
    if (stands(title_, topic)) return Nearness::Paragraph;
    return stands(article_->text, topic) ? Nearness::Article : Nearness::Outside;
  }

  // What the question wants to know is told here.
  double told_more(const Told& told) const {
    double more = told.is_event ? 0.1 : 0;
    if (query_.needs_date) more += told.has_date ? 0.2 : 0;
    if (query_.needs_place) more += told.has_place ? 0.2 : 0;
    if (query_.needs_people)
      more += told.participants > 1 ? 0.15 : 0;
    if (query_.needs_people && told.text.find("참석") != std::string::npos) more += 0;
    more += told.sentence.start == 0 || told.sentence.start < kLead ? 0.04 : 0;
    return more;
  }
  static constexpr std::uint32_t kLead = 300;

  const OccasionQuery& query_;
  Texts& texts_;
  std::vector<Topic> asked_;
  std::string_view around_;
  std::string title_;
  const Texts::Article* article_ = nullptr;
};

// --- stored events

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
  if (a.kind != "event" || b.kind != "event") return false;
  if (a.article && b.article && a.article->id == b.article->id && a.span == b.span) return true;
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
  } else if (answer.article && answer.ref != same->ref) {
    same->also_in.push_back(
        {answer.ref, answer.article->source.value_or(""), answer.article->published.value_or("")});
  }
}

bool passes(const store::StoredEvent& event, const OccasionQuery& query) {
  if (query.place.empty()) return true;
  const Topic place = make_topic(query.place);
  return stands(event.place, place) || stands(event.sentence, place);
}

store::EventFilter filter_of(const OccasionQuery& query) {
  store::EventFilter filter;
  filter.article = article_filter(query.options);
  for (const Participant& participant : query.who) filter.who.push_back(participant.entities);
  filter.types = query.types;
  filter.since = query.options.said_since;
  filter.until = query.options.said_until;
  if (query.who.empty() && !query.topics.empty()) {
    filter.terms = fts_needed(query.topics);
    filter.titles = query.ranked;
  } else if (query.who.empty() && query.ranked && !query.place.empty()) {
    filter.terms = fts_any(make_topic(query.place));
    filter.titles = true;
  }
  const Sort sort = query.options.sort.value_or(Sort::DateDown);
  filter.oldest_first = sort == Sort::Date;
  filter.by_arrival = sort == Sort::Added;
  return filter;
}

std::string lines(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += name + "\n";
  return out;
}

Told told_of(const Answer& answer) {
  Told told;
  told.article = answer.article ? answer.article->id : 0;
  told.sentence = answer.span;
  told.text = answer.text;
  told.place = answer.place;
  told.people = lines(answer.participants);
  told.has_date = answer.date_basis == "stated";
  told.has_place = !answer.place.empty();
  told.is_event = true;
  told.participants = answer.participants.size();
  return told;
}

// --- passages

struct Day {
  std::optional<Date> first, last;
};

std::optional<Date> day(const std::string& iso_day) {
  return iso_day.empty() ? std::nullopt : parse_iso_day(iso_day);
}

// Days that a sentence names, resolved against the day of publication.
std::vector<lang::DateFound> days_in(std::string_view sentence, const std::string& published) {
  std::vector<lang::DateFound> days = lang::find_dates(sentence, day(published.substr(0, 10)));
  std::erase_if(days, [](const lang::DateFound& d) {
    return !d.start || d.precision != lang::DatePrecision::Day;
  });
  return days;
}

class Passages {
 public:
  Passages(store::Archive& archive, const OccasionQuery& query, Texts& texts)
      : archive_(archive), query_(query), texts_(texts), judge_(query, texts) {}

  std::vector<Answer> find() {
    const std::string terms = needed();
    if (terms.empty()) {
      of_period();
    } else {
      store::TermTree tree{store::TermTree::Kind::Phrase, terms, {}};
      for (const store::ParagraphHit& hit :
           store::SearchReader(archive_).find(tree, terms, published(), kMostParagraphs)) {
        if (hit.kind == "title" || hit.kind == "headline") {
          first_paragraphs(hit.article_id);
        } else {
          read(hit.article_id, hit.span);
        }
      }
    }
    return std::move(answers_);
  }

 private:
  std::string needed() const {
    if (!query_.topics.empty()) return fts_needed(query_.topics);
    if (!query_.who.empty()) return fts_any(query_.who.back().names);
    return query_.place.empty() ? "" : fts_any(make_topic(query_.place));
  }

  // Papers tell of a day on the day itself and some days later.
  store::ArticleFilter published() const {
    store::ArticleFilter filter = article_filter(query_.options);
    filter.since = std::max(filter.since, query_.options.said_since);
    if (const auto last = day(query_.options.said_until)) {
      const std::string until = iso(add_days(*last, kDaysAfter));
      filter.until = filter.until.empty() ? until : std::min(filter.until, until);
    }
    return filter;
  }

  void of_period() {
    if (query_.options.said_since.empty() || query_.options.said_until.empty()) return;
    for (const std::int64_t article : texts_.reader().newest(published(), kMostArticles))
      first_paragraphs(article);
  }

  void first_paragraphs(std::int64_t article) {
    std::size_t read_so_far = 0;
    for (const store::StoredBlock& block : texts_.of(article).blocks) {
      if (block.kind != "body" || ++read_so_far > kFirstParagraphs) continue;
      read(article, block.span);
    }
  }

  void read(std::int64_t id, CodepointSpan paragraph) {
    if (!seen_.insert({id, paragraph.start}).second) return;
    const Texts::Article& article = texts_.of(id);
    if (!article.face) return;
    const ByteSpan bytes = article.map->to_bytes(paragraph);
    const std::string_view text = slice(article.text, bytes);
    for (const ByteSpan span : sentences_of(text)) {
      Told told;
      told.article = id;
      told.text = slice(text, span);
      told.sentence = article.map->to_codepoints({bytes.start + span.start, bytes.start + span.end});
      add(std::move(told), article);
    }
  }

  void add(Told told, const Texts::Article& article) {
    const auto days = days_in(told.text, article.face->published.value_or(""));
    told.has_date = !days.empty();
    if (!in_period(days, article)) return;
    if (query_.needs_place) told.has_place = tells_where(told.text);
    if (!judge_.judge(told)) return;
    Answer answer;
    answer.kind = "article";
    answer.rule = "passage";
    answer.text = answer.sentence = told.text;
    answer.article = article.face;
    answer.span = told.sentence;
    answer.ref = ref_of(*article.face, told.sentence);
    answer.where = "body";
    answer.match = "word";
    answer.date = days.empty() ? article.face->published.value_or("").substr(0, 10)
                               : iso(*days.front().start);
    answer.date_basis = answer.date.empty() ? "" : days.empty() ? "published" : "stated";
    answer.score = told.score;
    answers_.push_back(std::move(answer));
  }

  // A day in the sentence decides; without one the day of publication must do.
  bool in_period(const std::vector<lang::DateFound>& days, const Texts::Article& article) const {
    const std::string& since = query_.options.said_since;
    const std::string& until = query_.options.said_until;
    if (since.empty() && until.empty()) return true;
    const auto within = [&](const std::string& first, const std::string& last) {
      return (since.empty() || last >= since) && (until.empty() || first <= until);
    };
    if (!days.empty()) {
      return std::any_of(days.begin(), days.end(), [&](const lang::DateFound& d) {
        return within(iso(*d.start), iso(*d.end));
      });
    }
    const std::string published = article.face->published.value_or("").substr(0, 10);
    return !query_.topics.empty() || !query_.place.empty() ? within(published, published) : false;
  }

  store::Archive& archive_;
  const OccasionQuery& query_;
  Texts& texts_;
  Judge judge_;
  std::set<std::pair<std::int64_t, std::uint32_t>> seen_;
  std::vector<Answer> answers_;
};

bool overlaps(const Answer& a, const Answer& b) {
  return a.article && b.article && a.article->id == b.article->id && a.span.start < b.span.end &&
         b.span.start < a.span.end;
}

// Best first; what is far behind the best is left out.
void put_in_order(std::vector<Answer>& answers) {
  std::stable_sort(answers.begin(), answers.end(),
                   [](const Answer& a, const Answer& b) { return a.score > b.score; });
  if (answers.empty()) return;
  const double least = kNearEnough * answers.front().score;
  std::erase_if(answers, [&](const Answer& answer) { return answer.score < least; });
}

void rank(store::Archive& archive, const OccasionQuery& query, std::vector<Answer> events,
          AnswerSet& set) {
  Texts texts(archive);
  Judge judge(query, texts);
  std::vector<Answer> answers;
  for (Answer& answer : events) {
    Told told = told_of(answer);
    if (!judge.judge(told)) continue;
    answer.score = told.score;
    answers.push_back(std::move(answer));
  }
  if (query.passages) {
    for (Answer& passage : Passages(archive, query, texts).find()) {
      const bool known = std::any_of(answers.begin(), answers.end(),
                                     [&](const Answer& a) { return overlaps(a, passage); });
      if (!known) answers.push_back(std::move(passage));
    }
  }
  put_in_order(answers);
  set.answers = std::move(answers);
}

}  // namespace

void find_occasions(store::Archive& archive, const OccasionQuery& query, AnswerSet& set) {
  store::EventReader events(archive);
  store::ArticleReader articles(archive);
  std::vector<Answer> answers;
  for (const store::StoredEvent& event :
       events.find(filter_of(query), query.ranked ? kMostRanked : kMostRead)) {
    if (query.ranked || passes(event, query))
      add_folded(answers, make_answer(event, events, articles));
  }
  if (query.ranked) {
    rank(archive, query, std::move(answers), set);
  } else {
    set.answers = std::move(answers);
  }
  take_page(set, query.options);
}

}  // namespace onrecord::query
