#include "query/ask.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "query/coverage.h"
#include "query/identity.h"
#include "query/occasions.h"
#include "query/profile.h"
#include "query/question_words.h"
#include "query/reference.h"
#include "query/search.h"
#include "query/topic.h"
#include "query/utterances.h"
#include "store/read_session.h"
#include "text/utf8.h"

namespace onrecord::query {
namespace {

using Groups = std::vector<std::vector<std::int64_t>>;

std::string join(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

std::string asked_names(const Reading& reading) {
  std::vector<std::string> names;
  for (const AskedName& name : reading.speaker) names.push_back(name.name);
  return join(names, " and ");
}

// Everyone the question names, found in the archive or not.
struct Cast {
  Groups groups;                     // one for each name found
  std::vector<std::vector<Meant>> meant;  // the same
  std::vector<std::string> names;    // canonical
  std::vector<std::string> unknown;  // names that the archive does not have
};

Cast find_cast(Identities& identities, const std::vector<AskedName>& asked, bool speakers) {
  Cast cast;
  for (const AskedName& name : asked) {
    auto meant = speakers ? identities.speakers_meant_by(name) : identities.meant_by(name);
    if (!speakers && asked.size() > 1) {  // "Altman and Yoon": the other name tells which Yoon
      for (Meant& one : identities.family_meant_by(name)) meant.push_back(std::move(one));
    }
    if (meant.empty()) {
      cast.unknown.push_back(name.name);
      continue;
    }
    std::vector<std::int64_t> group;
    for (const Meant& entity : meant) {
      group.push_back(entity.entity);
      if (std::find(cast.names.begin(), cast.names.end(), entity.name) == cast.names.end())
        cast.names.push_back(entity.name);
    }
    cast.groups.push_back(std::move(group));
    cast.meant.push_back(std::move(meant));
  }
  return cast;
}

std::string later(const std::string& a, const std::string& b) {
  return std::max(a, b);
}
std::string earlier(const std::string& a, const std::string& b) {
  return a.empty() ? b : b.empty() ? a : std::min(a, b);
}

// The question's own period narrows that of the options.
ListOptions with_period(ListOptions options, const Period& period) {
  if (period.since) options.said_since = later(options.said_since, iso(*period.since));
  if (period.until) options.said_until = earlier(options.said_until, iso(*period.until));
  return options;
}

std::string period_text(const Reading& reading) {
  std::string out;
  if (reading.period.since) out += " since " + iso(*reading.period.since);
  if (reading.period.until) out += " until " + iso(*reading.period.until);
  return out;
}

std::string count_of(std::int64_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

class Asking {
 public:
  Asking(store::Archive& archive, Reading reading, const ListOptions& options, AnswerSet& set)
      : archive_(archive),
        identities_(archive),
        reading_(std::move(reading)),
        options_(with_period(options, reading_.period)),
        set_(set) {}

  void answer() {
    settle();
    switch (reading_.form) {
      case Form::Said:
      case Form::WhoSaid:
        answer_said();
        break;
      case Form::When:
      case Form::Where:
      case Form::Who:
      case Form::Whom:
      case Form::WhatHappened:
        answer_event();
        break;
      case Form::WhoIs:
        answer_who_is();
        break;
      case Form::Count:
        answer_count();
        break;
      case Form::Articles:
        answer_articles();
        break;
      case Form::Outlets:
        answer_outlets();
        break;
      case Form::MostQuoted:
        answer_most_quoted();
        break;
    }
    set_.reading = reading_;
  }

 private:
  void settle() {
    query::settle(reading_, [&](const AskedName& asked, bool by_sound) {
      return identities_.sureness(asked, by_sound);
    });
    topics_ = make_topics(reading_.topic);
    for (Topic& topic : topics_) add_names(topic);
    weigh(archive_, topics_);
    for (const Topic& topic : topics_)
      set_.topic_forms.insert(set_.topic_forms.end(), topic.forms.begin(), topic.forms.end());
  }

  // A topic that is somebody's name is found by all his names.
  void add_names(Topic& topic) {
    const bool by_sound = topic.asked.find(' ') != std::string::npos && topic.forms.size() == 1;
    for (std::string& name : identities_.names_of(
             identities_.meant_by({topic.asked, topic.asked, ""}, by_sound))) {
      if (std::find(topic.forms.begin(), topic.forms.end(), name) == topic.forms.end())
        topic.forms.push_back(std::move(name));
    }
    if (topic.forms.size() == 1 && may_be_name(topic.asked)) {
      for (std::string& name : identities_.other_spellings(topic.asked))
        topic.forms.push_back(std::move(name));
    }
  }

  // A word that no lexicon has, in Latin letters with a capital.
  static bool may_be_name(const std::string& word) {
    if (has_hangul(word)) return text::count_codepoints(word) > 1;
    return word.size() > 2 && word[0] >= 'A' && word[0] <= 'Z';
  }

  std::string topic_text() const { return join(reading_.topic, ", "); }

  bool cast(bool speakers) {
    cast_ = find_cast(identities_, reading_.speaker, speakers);
    set_.speaker_names = cast_.names;
    return cast_.unknown.empty();
  }

  UtteranceQuery utterance_query() const {
    UtteranceQuery query;
    query.speakers = cast_.groups;
    query.topics = topics_;
    query.place = reading_.place;
    query.liked_cues = reading_.cue_classes;
    query.needs_speaker = reading_.form == Form::WhoSaid;
    query.each = reading_.each || reading_.speaker.size() > 1;
    query.options = options_;
    if (!query.options.sort && reading_.order != Order::Best)
      query.options.sort = reading_.order == Order::First ? Sort::Date : Sort::DateDown;
    return query;
  }

  void answer_said() {
    if (reading_.speaker.empty() && topics_.empty()) {
      set_.nothing =
          "the question names neither a speaker nor a topic; try: what did NAME say about TOPIC";
      return;
    }
    const bool known = cast(true);
    if (known || !cast_.groups.empty()) find_utterances(archive_, utterance_query(), set_);
    if (set_.total == 0) say_nothing_said();
  }

  void say_nothing_said() {
    UtteranceQuery query = utterance_query();
    const std::string period = period_text(reading_);
    if (!cast_.unknown.empty() && cast_.groups.empty()) {
      set_.nothing =
          "no quotation by " + asked_names(reading_) + " is in the archive" + others_text(query);
      return;
    }
    const std::string by = cast_.names.empty() ? "" : " by " + join(cast_.names, " or ");
    const std::string about = topics_.empty() ? " is here" : " mentions " + topic_text();
    set_.nothing = "no quotation" + by + about + period;
    if (!period.empty()) {
      query.options.said_since = query.options.said_until = "";
      if (const auto count = count_utterances(archive_, query); count > 0) {
        set_.nothing += "; " + std::to_string(count) + " at other times";
        return;
      }
    }
    if (!by.empty()) set_.nothing += others_text(query);
  }

  // "; 3 by others do"
  std::string others_text(UtteranceQuery query) {
    if (topics_.empty()) return "";
    query.speakers.clear();
    const auto count = count_utterances(archive_, query);
    if (count == 0) return "; none by others does";
    const std::string least = count >= kMostCounted ? " or more" : "";
    return "; " + std::to_string(count) + least +
           (count == 1 ? " by others does" : " by others do");
  }

  void answer_event() {
    if (!cast(false)) {
      set_.nothing = "the archive does not know " + join(cast_.unknown, " or ");
      return;
    }
    OccasionQuery query;
    query.who = participants();
    if (reading_.event == "meeting" || reading_.event == "talks") {
      query.needs_people = reading_.form == Form::Who || reading_.form == Form::Whom;
    }
    query.place = reading_.place;
    query.topics = topics_;
    query.needs_date = reading_.form == Form::When;
    query.needs_place = reading_.form == Form::Where;
    query.needs_people = query.needs_people || reading_.attended;
    query.ranked = query.passages = true;
    query.options = options_;
    find_occasions(archive_, query, set_);
    if (set_.total == 0) say_no_event();
  }

  // Those named, each with all names that tell of him in a text.
  std::vector<Participant> participants() {
    std::vector<Participant> all;
    for (std::size_t i = 0; i < cast_.groups.size(); ++i) {
      Participant one;
      one.entities = cast_.groups[i];
      one.names.asked = reading_.speaker[i].name;
      for (const std::string& name : identities_.names_of(cast_.meant[i])) {
        one.names.forms.push_back(name);
        const std::size_t blank = name.rfind(' ');
        const std::string last = blank == std::string::npos ? name : name.substr(blank + 1);
        if (text::count_codepoints(last) > 1 && last != name) one.names.forms.push_back(last);
      }
      all.push_back(std::move(one));
    }
    return all;
  }

  void say_no_event() {
    set_.nothing = "no " + (reading_.event.empty() ? "event" : reading_.event) +
                   (cast_.names.empty() ? "" : " with " + join(cast_.names, ", "));
    if (!topics_.empty()) set_.nothing += " about " + topic_text();
    if (!reading_.place.empty()) set_.nothing += " in " + reading_.place;
    set_.nothing += period_text(reading_) + " is in the archive";
  }

  void answer_who_is() {
    for (const AskedName& name : reading_.speaker) {
      for (const Profile& profile : profiles_of(archive_, name, 1))
        set_.answers.push_back(entity_answer(archive_, profile));
    }
    for (const Answer& answer : set_.answers)
      set_.speaker_names.insert(set_.speaker_names.end(), answer.speakers.begin(),
                                answer.speakers.end());
    take_page(set_, options_);
    if (set_.total == 0) set_.nothing = "the archive names nobody called " + asked_names(reading_);
  }

  void answer_count() {
    if (reading_.counts_articles) {
      AnswerSet found;
      ListOptions one = article_options();
      one.limit = 1;
      const std::vector<Topic> words = article_words();
      if (words.empty()) {
        found.total = store::ArticleReader(archive_).count(article_filter(one));
      } else {
        search_topics(archive_, words, one, found);
      }
      return put_count(found.total, "article");
    }
    if (!cast(true)) {
      set_.nothing = "no quotation by " + join(cast_.unknown, " or ") + " is in the archive";
      return;
    }
    put_count(count_utterances(archive_, utterance_query(), kMostOfSpeaker), "quotation");
  }

  void put_count(std::int64_t count, const std::string& what) {
    const std::string by = cast_.names.empty() ? "" : " by " + join(cast_.names, " or ");
    const std::string about = topics_.empty() ? "" : " about " + topic_text();
    if (count == 0) {
      set_.nothing = "no " + what + by + about + period_text(reading_) + " is in the archive";
      return;
    }
    Answer answer;
    answer.kind = "count";
    answer.number = count;
    answer.text = count_of(count, what) + by + about + period_text(reading_);
    answer.confidence = answer.score = 1;
    answer.speakers = cast_.names;
    set_.answers.push_back(std::move(answer));
    set_.total = 1;
  }

  // Who writes about it: one line an outlet, with the newest of its articles.
  void answer_outlets() {
    AnswerSet found;
    ListOptions all = article_options();
    all.limit = 0;
    all.offset = 0;
    search_topics(archive_, article_words(), all, found);
    std::map<std::string, std::vector<const Answer*>> by_source;
    for (const Answer& answer : found.answers) {
      if (answer.match != "inside") by_source[answer.article->source.value_or("")].push_back(&answer);
    }
    by_source.erase("");
    for (const auto& [source, articles] : by_source) {
      Answer answer = *articles.front();
      answer.kind = "count";
      answer.number = static_cast<std::int64_t>(articles.size());
      answer.text = source + ": " + count_of(*answer.number, "article") + about_text();
      answer.highlights.clear();
      set_.answers.push_back(std::move(answer));
    }
    std::stable_sort(set_.answers.begin(), set_.answers.end(),
                     [](const Answer& a, const Answer& b) { return *a.number > *b.number; });
    take_page(set_, options_);
    if (set_.total == 0)
      set_.nothing = "no outlet in the archive writes about " + topic_text() + period_text(reading_);
  }

  void answer_most_quoted() {
    for (const Quoted& quoted : most_quoted(archive_, utterance_query())) {
      Answer answer;
      answer.kind = "count";
      answer.number = quoted.quotations;
      answer.text = quoted.name + ": " + count_of(quoted.quotations, "quotation") + about_text();
      answer.speakers = {quoted.name};
      answer.confidence = answer.score = 1;
      set_.answers.push_back(std::move(answer));
    }
    take_page(set_, options_);
    if (set_.total == 0)
      set_.nothing = "nobody is quoted" + about_text() + period_text(reading_);
  }

  std::string about_text() const { return topics_.empty() ? "" : " about " + topic_text(); }

  // The words that an article must hold: topics and the names asked for.
  std::vector<Topic> article_words() {
    std::vector<Topic> words = topics_;
    for (const AskedName& name : reading_.speaker) {
      words.push_back(make_topic(name.name));
      add_names(words.back());
    }
    return words;
  }

  // Articles have no time of utterance: the question's period is that of publication.
  ListOptions article_options() const {
    ListOptions options = options_;
    options.since = later(options.since, options.said_since);
    options.until = earlier(options.until, options.said_until);
    return options;
  }

  void answer_articles() {
    const std::vector<Topic> words = article_words();
    if (words.empty()) {
      set_.nothing = "the question names no topic; try: articles about TOPIC";
      return;
    }
    search_topics(archive_, words, article_options(), set_);
    if (set_.total == 0)
      set_.nothing =
          "no article about " + topic_text() + period_text(reading_) + " is in the archive";
  }

  store::Archive& archive_;
  Identities identities_;
  Reading reading_;
  ListOptions options_;
  AnswerSet& set_;
  std::vector<Topic> topics_;
  Cast cast_;
};

// The family of the quotation at a reference; false, with the reason said, where there is none.
bool set_family(store::Archive& archive, const std::string& ref, UtteranceQuery& query,
                AnswerSet& set) {
  const auto reference = parse_reference(ref);
  if (!reference) throw Failure(reference.error());
  const auto article = store::ArticleReader(archive).by_uid(reference.value().uid);
  if (!article) fail(ErrorKind::NotFound, "no article of this archive has the reference " + ref);
  const CodepointSpan all{0, 0xFFFFFFFF};
  const auto quotation =
      store::QuotationReader(archive).at(article->id, reference.value().place.value_or(all));
  if (!quotation) {
    set.nothing = "no quotation stands at " + ref;
    return false;
  }
  if (quotation->utterance == 0) {
    set.nothing = "the words at " + ref + " stand nowhere else";
    return false;
  }
  query.utterance = quotation->utterance;
  query.fold = false;
  return true;
}

}  // namespace

AnswerSet ask(store::Archive& archive, const std::string& question, Date today,
              const ListOptions& options) {
  const store::ReadSession session(archive);
  AnswerSet set;
  set.question = question;
  Reading reading = read_question(question, today);
  set.language = reading.language;
  Asking(archive, std::move(reading), options, set).answer();
  return set;
}

AnswerSet list_quotes(store::Archive& archive, const QuoteOptions& options) {
  const store::ReadSession session(archive);
  AnswerSet set;
  UtteranceQuery query;
  query.options = options.list;
  query.kind = options.kind;
  query.cue_classes = options.cue_classes;
  query.places = options.places;
  query.least_confidence = options.least_confidence;
  query.doubtful = options.doubtful;
  query.explain = options.explain;
  query.topics = make_topics(topic_words(options.about));
  weigh(archive, query.topics);
  query.fold = !query.topics.empty();
  Identities identities(archive);
  if (!options.by.empty()) {
    const Cast cast = find_cast(identities, {{options.by, options.by, ""}}, true);
    query.speakers = cast.groups;
    set.speaker_names = cast.names;
    if (cast.groups.empty()) set.nothing = "no quotation by " + options.by + " is in the archive";
  }
  if (!options.variants_of.empty() && !set_family(archive, options.variants_of, query, set))
    return set;
  if (set.nothing.empty()) find_utterances(archive, query, set);
  if (set.total == 0 && set.nothing.empty()) {
    set.nothing =
        "no quotation" + (options.by.empty() ? "" : " by " + join(set.speaker_names, " or ")) +
        (options.about.empty() ? "" : " mentions " + options.about) + " within these filters";
  }
  return set;
}

AnswerSet list_events(store::Archive& archive, const EventOptions& options) {
  const store::ReadSession session(archive);
  AnswerSet set;
  OccasionQuery query;
  query.options = options.list;
  query.types = options.types;
  query.place = options.where;
  Identities identities(archive);
  std::vector<AskedName> asked;
  for (const std::string& name : options.who) asked.push_back({name, name, ""});
  const Cast cast = find_cast(identities, asked, false);
  for (const auto& group : cast.groups) query.who.push_back({group, {}});
  set.speaker_names = cast.names;
  if (!cast.unknown.empty()) {
    set.nothing = "the archive does not know " + join(cast.unknown, " or ");
    return set;
  }
  find_occasions(archive, query, set);
  if (set.total == 0) set.nothing = "no event within these filters is in the archive";
  return set;
}

}  // namespace onrecord::query
