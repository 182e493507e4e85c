// Candidates from before the sentence of the words: who spoke last, and whom the last sentence was
// about (candidates.h).
#include <algorithm>

#include "extract/antecedents.h"
#include "extract/candidates.h"
#include "extract/clause_endings.h"
#include "extract/names.h"

namespace onrecord::extract {
namespace {

using lang::class_mask;
using lang::Josa;

const lang::ClassMask kConnective = class_mask("connective");
const lang::ClassMask kTopicChange = class_mask("topic_change");

constexpr std::uint32_t kFarthestSentence = 3;

class Carrier {
 public:
  Carrier(const Analysis& a, const QuotationPlace& place, const std::vector<Candidate>& beside)
      : a_(a), place_(place), beside_(beside), sentence_(a.sentences[place.sentence]) {}

  std::vector<Candidate> run() {
    if (place_.passage != kNone) return {};
    last_ = latest_quotation(a_);
    if (last_ != nullptr && stands_apart(*last_)) last_ = nullptr;
    if (last_ != nullptr) {
      last_sentence_ = place_.sentence;
      while (last_sentence_ > 0 && a_.sentences[last_sentence_].span.start > last_->span.start)
        --last_sentence_;
      who_spoke();
    }
    topic_before();
    return std::move(found_);
  }

 private:
  // Whoever speaks in a headline or in a clip ([김하늘 / 주민 : …]) does not go on in what is told.
  static bool stands_apart(const Quotation& q) {
    return q.where == BlockKind::Headline || q.speaker_rule == "speaker.label";
  }

  bool alone() const {
    return place_.before <= sentence_.begin + 1 && place_.after >= place_.limit;
  }
  bool same() const { return last_sentence_ == place_.sentence; }

  void who_spoke() {
    if (place_.sentence - last_sentence_ > kFarthestSentence) return;
    Candidate c;
    c.speakers = last_->speakers;
    c.rule = same() ? "speaker.same_sentence" : "speaker.no_subject";
    // …고 하자 “…”: the answer is the other one's.
    const bool one_act = place_.cue != kNone && a_.surface(a_.tokens[place_.cue]) == last_->cue;
    if (same() && !one_act && (ends_when(last_->cue) || is_told(last_->cue)) &&
        !last_->speakers.front().surface.empty()) {
      c.speakers = other_speaker();
      c.rule = "speaker.answer";
      if (c.speakers.empty()) return;
    }
    c.set(same()                                  ? Feature::SameSentence
          : place_.sentence - last_sentence_ == 1 ? Feature::Carried
                                                  : Feature::CarriedFar);
    if (!same() && other_between()) c.set(Feature::OtherBetween);
    if (!same() && last_->cue_class == "ask") c.set(Feature::Asked);
    finish(std::move(c));
  }

  void finish(Candidate c) {
    c.beside = false;
    for (Speaker& s : c.speakers) s.surface.clear(), s.span = {};
    const Token& first = a_.tokens[sentence_.begin];
    const bool opening = first.reading.has(kConnective) || first.kind == TokenKind::Mark;
    if (!c.has(Feature::SameSentence)) {
      if (opening) c.set(Feature::Opening);
      if (first.reading.has(kTopicChange)) c.set(Feature::Turned);
      if (place_.reported && !opening) c.set(Feature::Unlinked);
      if (place_.sentence > 0 && a_.sentences[place_.sentence - 1].block != sentence_.block &&
          !alone_before())
        c.set(Feature::NewBlock);
    }
    if (has_own_topic() || topic_in_clause()) c.set(Feature::OwnTopic);
    if (asks()) c.set(Feature::Asks);
    if (place_.before <= sentence_.begin + 1 && place_.after >= place_.limit) c.set(Feature::Alone);
    found_.push_back(std::move(c));
  }

  // Whether the sentence before is a paragraph of its own, as all are in broadcasts: then a new
  // paragraph says nothing.
  bool alone_before() const {
    if (place_.sentence < 2) return false;
    return a_.sentences[place_.sentence - 2].block != a_.sentences[place_.sentence - 1].block;
  }

  // A noun with 은, 는 before the words that is no known thing.
  bool has_own_topic() const {
    return std::any_of(beside_.begin(), beside_.end(), [this](const Candidate& c) {
      return (c.has(Feature::Topic) || c.has(Feature::Subject) || c.has(Feature::Also) ||
              c.has(Feature::BodyInTopic)) &&
             !c.has(Feature::SecondTopic) && !c.has(Feature::InnerSubject) &&
             !c.has(Feature::About) && !c.has(Feature::PastWhen) &&
             !(c.has(Feature::PastClause) && c.kind != PhraseKind::Person) &&
             (c.kind == PhraseKind::Unknown || is_somebody(c.kind) || is_topic_of_words(c));
    });
  }

  // 매뉴얼은 “…”고 설명했다: a thing, and still nobody who spoke before.
  bool is_topic_of_words(const Candidate& c) const {
    return !place_.reported && c.has(Feature::Topic) && c.phrase.end == place_.before;
  }

  // 해당 건설사는 …라는 입장이다, where the clause was taken to begin before its topic.
  bool topic_in_clause() const {
    if (!place_.reported) return false;
    const TokenIndex end = std::min(place_.after, place_.before + 6);
    for (TokenIndex i = place_.before; i < end; ++i) {
      if (!a_.tokens[i].is_word() || !a_.tokens[i].is(Josa::Topic)) continue;
      const PhraseKind kind = kind_of(a_, phrase_at(a_, i, place_.before));
      return kind == PhraseKind::Unknown || is_somebody(kind) ||
             names::ends_like_a_body(a_.stem(a_.tokens[i]));
    }
    return false;
  }

  bool asks() const {
    if (place_.cue == kNone) return false;
    const Token& cue = a_.tokens[place_.cue];
    return cue.reading.cue_class == "ask" && ends_when(a_.surface(cue));
  }

  // Whether somebody else was the topic of a sentence since.
  bool other_between() const {
    for (std::uint32_t s = last_sentence_ + 1; s < place_.sentence; ++s) {
      const Phrase topic = topic_of(a_, s);
      if (topic.span.empty() || kind_of(a_, topic) == PhraseKind::Pronoun) continue;
      if (!is_last_speaker(topic)) return true;
    }
    return false;
  }

  bool is_last_speaker(const Phrase& phrase) const {
    const Speaker& s = last_->speakers.front();
    if (s.chain != kNone)
      return std::find(phrase.chains.begin(), phrase.chains.end(), s.chain) != phrase.chains.end();
    return slice(a_.text, phrase.span).ends_with(s.name);
  }

  // Whom the sentence before is about: 이 대표는 9일 서울을 찾았다. “…”고 했다.
  void topic_before() {
    Phrase topic;
    std::uint32_t back = 1;
    for (; back <= (alone() ? 1U : 2U) && back <= place_.sentence && topic.span.empty(); ++back) {
      const std::uint32_t before = place_.sentence - back;
      if (last_ != nullptr && before < last_sentence_) break;  // somebody has spoken since
      if (a_.document.blocks[a_.sentences[before].block].kind != BlockKind::Body) return;
      topic = topic_of(a_, before);
    }
    if (topic.span.empty()) return;
    if (last_ != nullptr && back == 2 && last_sentence_ == place_.sentence - 1 &&
        topic.josa == Josa::Subj)
      return;  // who spoke in that sentence, not whose clause stood beside
    if (last_ != nullptr && is_last_speaker(topic) && place_.sentence - last_sentence_ <= 1) return;
    Candidate c;
    c.kind = kind_of(a_, topic);
    const SpeakerChoice choice = resolve(a_, topic, "speaker.topic_before", 0);
    c.speakers = choice.speakers;
    c.rule = "speaker.topic_before";
    if (c.speakers.empty()) return;
    c.set(Feature::TopicBefore);
    if (back > 2) c.set(Feature::TopicFar);
    if (c.kind == PhraseKind::Role) c.set(Feature::RoleBefore);
    if (last_ != nullptr && same()) c.set(Feature::OtherBetween);
    finish(std::move(c));
  }

  // Whoever is the topic of the sentence or spoke before the last speaker.
  std::vector<Speaker> other_speaker() const {
    for (TokenIndex i = sentence_.begin; i < place_.before; ++i) {
      if (a_.tokens[i].passage != place_.passage || !a_.tokens[i].is(Josa::Topic)) continue;
      const Phrase phrase = phrase_at(a_, i, sentence_.begin);
      if (!is_somebody(kind_of(a_, phrase))) continue;
      const SpeakerChoice choice = resolve(a_, phrase, "speaker.answer", 0);
      if (!choice.speakers.empty() && choice.speakers[0].name != last_->speakers[0].name)
        return choice.speakers;
    }
    const std::size_t stop = a_.quotations.size() > 20 ? a_.quotations.size() - 20 : 0;
    for (std::size_t i = a_.quotations.size(); i-- > stop;) {
      const Quotation& q = a_.quotations[i];
      if (q.speakers.size() != 1 || q.speakers[0].name == last_->speakers[0].name) continue;
      return last_->span.start - std::min(last_->span.start, q.span.end) > 600
                 ? std::vector<Speaker>{}
                 : q.speakers;
    }
    return {};
  }

  const Analysis& a_;
  const QuotationPlace& place_;
  const std::vector<Candidate>& beside_;
  const Sentence& sentence_;
  const Quotation* last_ = nullptr;
  std::uint32_t last_sentence_ = 0;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> candidates_before(const Analysis& a, const QuotationPlace& place,
                                         const std::vector<Candidate>& beside) {
  return Carrier(a, place, beside).run();
}

}  // namespace onrecord::extract
