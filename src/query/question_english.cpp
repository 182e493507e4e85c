// English questions: auxiliaries, verbs and prepositions open the slots.
#include <utility>

#include "query/question_parts.h"

namespace onrecord::query {
namespace {

using Words = std::vector<QuestionWord>;

bool is_capital(const std::string& word) {
  return word[0] >= 'A' && word[0] <= 'Z';
}

class EnglishReader {
 public:
  explicit EnglishReader(const Words& words) : words_(words) {}

  Parts read() {
    for (std::size_t at = 0; at < words_.size();) {
      const Role role = role_at(at);
      if (role.name.empty() || is_name_here(role, at)) {
        take_word(words_[at]);
        ++at;
      } else {
        take_role(role, at);
        at += role.words;
      }
    }
    close();
    return std::move(out_);
  }

 private:
  Asks& asks() { return out_.asks; }

  // A verb of speech counts where one may stand: behind who, or behind the subject.
  Role role_at(std::size_t at) {
    const Role role = find_role(words_, at);
    cue_ = role.cue_class;
    const bool verb_place = verb_may_follow_ || (slot_ == Slot::Subject && !pending_.empty()) ||
                            (slot_ == Slot::Bare && !pending_.empty() && out_.parts.empty());
    if (role.name == "verb") return verb_place ? Role{"say", role.words, cue_} : Role{};
    const bool open = role.name.empty() || role.name == "say" || role.name == "article";
    if (!verb_place || is_capital(words_[at].text) || !open) return role;
    const std::string_view cue = english_cue(words_[at].text);
    if (cue.empty()) return role;
    cue_ = cue;
    return {"say", 1, cue};
  }

  // "Will Smith", "May": a capital inside the question marks a name where the slot expects one.
  bool is_name_here(Role role, std::size_t at) const {
    const bool next = at + 1 < words_.size() && is_capital(words_[at + 1].text);
    return at > 0 && is_capital(words_[at].text) && role.words == 1 &&
           (role.name == "aux" || role.name == "filler") && (next || words_[at].text.size() > 2);
  }

  void take_word(const QuestionWord& word) {
    if (after_remark_) open(Slot::About);
    verb_may_follow_ = false;
    pending_.push_back(word.text);
    if (word.possessive && slot_ == Slot::Bare && out_.parts.empty()) {
      slot_ = Slot::Subject;
      open(Slot::Bare);
    } else if (word.ends_phrase && slot_ == Slot::Bare && out_.parts.empty()) {
      slot_ = Slot::Subject;
      open(Slot::About);
    }
  }

  void take_role(Role role, std::size_t at) {
    const std::string_view name = role.name;
    const bool title = name == "title";
    if (!title) asks().note(name);
    if (name == "aux") return take_aux();
    if (name == "say") return take_say();
    if (name == "meet" || name == "visit" || name == "attend") return take_event(name);
    if (name == "remark" || name == "article" || name == "outlet") return take_remark();
    if (name == "about") return open(Slot::About);
    if (name == "by") return take_by(at);
    if (name == "in") return take_in(at);
    if (name == "and") return take_and();
    if (name == "who" || name == "whom") verb_may_follow_ = true;
    if (title) take_word(words_[at]);
    if (name == "happen" || name == "hold") open(Slot::About);
    if (name == "that" && asks().say) asks().clause = true;
  }

  // "What did X say", "who is X"; inside a clause it is but a part of the verb.
  void take_aux() {
    verb_may_follow_ = false;
    if (slot_ == Slot::Bare) {
      const bool subject_seen = !pending_.empty();
      if (subject_seen && out_.parts.empty()) slot_ = Slot::Subject;
      open(Slot::Subject);
    }
  }

  void take_say() {
    asks().note_cue(cue_);
    if (slot_ == Slot::Bare && !pending_.empty() && out_.parts.empty()) slot_ = Slot::Subject;
    open(Slot::About);
    verb_may_follow_ = false;
  }

  void take_event(std::string_view name) {
    if (name == "meet") asks().event = "meeting";
    if (name == "visit") asks().event = "visit";
    const bool subject = !pending_.empty() && slot_ != Slot::About;
    if (subject && asks().who && !asks().whom && slot_ == Slot::Subject)
      asks().whom = name == "meet";  // "who did Yoon meet"
    if (slot_ == Slot::Bare && subject) slot_ = Slot::Subject;
    open(name == "visit" ? Slot::Place : Slot::Object);
    verb_may_follow_ = false;
  }

  void take_remark() {
    if (slot_ == Slot::Subject && pending_.empty() && out_.parts.empty()) slot_ = Slot::Bare;
    if (slot_ != Slot::About) after_remark_ = true;
  }

  // "quotes by Altman", "the views of Altman", "the mayor of Steinalp"; but "freedom of speech"
  // stays a topic.
  void take_by(std::size_t at) {
    const bool is_of = lower_ascii(words_[at].text) == "of";
    if (is_of && !pending_.empty()) return;  // goes on with the phrase
    if (slot_ == Slot::About && (is_of || !has_speaker())) {
      if (!is_of) open(Slot::Subject);
      return;
    }
    if (has_speaker()) return open(Slot::About);
    after_remark_ = false;
    open(Slot::Subject);
  }

  bool has_speaker() const {
    for (const Part& part : out_.parts) {
      if (part.slot == Slot::Subject) return true;
    }
    return false;
  }

  // "in Seoul", "at Mill Hollow"; "in" before a common word says nothing of a place.
  void take_in(std::size_t at) {
    const bool place = at + 1 < words_.size() && is_capital(words_[at + 1].text);
    if (place && !(slot_ == Slot::About && asks().about)) return open(Slot::Place);
    if (place || slot_ != Slot::Subject) open(slot_ == Slot::Subject ? Slot::About : Slot::About);
  }

  void take_and() {
    if (slot_ == Slot::Subject || slot_ == Slot::Object) {
      const Slot same = slot_;
      open(same);
    }
  }

  void open(Slot slot) {
    close();
    slot_ = slot;
    after_remark_ = false;
  }

  void close() {
    if (!pending_.empty()) out_.parts.push_back({std::move(pending_), "", slot_});
    pending_.clear();
  }

  const Words& words_;
  Parts out_;
  std::vector<std::string> pending_;
  std::string_view cue_;
  Slot slot_ = Slot::Bare;
  bool after_remark_ = false;      // what follows without a preposition is a topic
  bool verb_may_follow_ = false;  // "who criticised"
};

}  // namespace

Parts read_english_parts(const std::vector<QuestionWord>& words) {
  return EnglishReader(words).read();
}

}  // namespace onrecord::query
