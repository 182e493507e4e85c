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

using Strings = std::vector<std::string>;

constexpr std::size_t kLongestName = 6;  // words, titles among them

std::string join(const Strings& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

bool is_topic(const std::string& word) {
  return !lang::translate_topic(word).empty();
}
bool all_topics(const Strings& words) {
  return std::all_of(words.begin(), words.end(), is_topic);
}

Strings slice_of(const Strings& words, std::size_t begin, std::size_t end) {
  return {words.begin() + static_cast<std::ptrdiff_t>(begin),
          words.begin() + static_cast<std::ptrdiff_t>(end)};
}

// Korean-language -> Korean, language, where both are words of the glossary; Bit-na stays whole.
Strings without_hyphens(const Strings& words) {
  Strings out;
  for (const std::string& word : words) {
    const std::size_t hyphen = word.find('-');
    const bool two = hyphen != std::string::npos && hyphen > 0 && hyphen + 1 < word.size() &&
                     !is_topic(word) && is_topic(word.substr(0, hyphen)) &&
                     is_topic(word.substr(hyphen + 1));
    out.push_back(two ? word.substr(0, hyphen) : word);
    if (two) out.push_back(word.substr(hyphen + 1));
  }
  return out;
}

void add_topics(Reading& reading, const Strings& asked) {
  const Strings words = without_hyphens(asked);
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t n = std::max<std::size_t>(1, lang::topic_length(words, at));
    std::string topic = join(slice_of(words, at, at + n));
    if (std::find(reading.topic.begin(), reading.topic.end(), topic) == reading.topic.end())
      reading.topic.push_back(std::move(topic));
    at += n;
  }
}

// "알트만대표", "가람군수": a title written at the end of a name of two syllables or more; returns
// it.
std::string cut_title(std::string& word) {
  std::size_t cut = word.size();
  std::size_t name_end = word.size();
  while (cut > 0) {
    text::decode_backwards(word, cut);
    const std::string_view name = std::string_view(word).substr(0, cut);
    if (has_hangul(name) && text::count_codepoints(name) > 1 && is_title(word.substr(cut)))
      name_end = cut;
  }
  std::string title = word.substr(name_end);
  word.resize(name_end);
  return title;
}

// A name without the titles around it, unless nothing else is left ("the president").
AskedName asked_name(const Strings& words, const std::string& raw_last) {
  AskedName asked;
  Strings name = words, titles;
  std::copy_if(words.begin(), words.end(), std::back_inserter(titles), is_title);
  std::erase_if(name, is_title);
  if (name.empty()) {
    name = words;
  } else {
    const std::string cut = cut_title(name.back());
    if (titles.empty() && !cut.empty()) titles.push_back(cut);
  }
  asked.name = join(name);
  Strings raw = name;
  if (name.back() == words.back() && !raw_last.empty()) raw.back() = raw_last;
  asked.raw = join(raw);
  asked.title = has_hangul(asked.name) && !titles.empty() ? titles.back() : join(titles);
  return asked;
}

Form choose_form(const Asks& asks, const Reading& reading) {
  if (asks.most && (asks.who || asks.which)) return Form::MostQuoted;
  if (asks.outlet && (asks.which || asks.where || asks.what || asks.who)) return Form::Outlets;
  if (asks.count && !asks.clause) return Form::Count;
  const bool ordered = asks.first || asks.latest;
  if (asks.article && (asks.which || (asks.what && reading.language == "ko" && !asks.speech())))
    return Form::Articles;
  if (asks.when) return (asks.say || asks.remark) && asks.event.empty() ? Form::Said : Form::When;
  if (asks.where && !(asks.speech() && asks.who)) return Form::Where;
  if (asks.attend && asks.asks_who()) return Form::Who;
  if (!asks.event.empty() && !asks.speech()) return asks.whom ? Form::Whom : Form::Who;
  if (asks.asks_who()) {
    const bool names = !reading.parts.parts.empty();
    return asks.speech() || asks.about || asks.clause || !names ? Form::WhoSaid : Form::WhoIs;
  }
  if (asks.article && !asks.speech()) return Form::Articles;
  if (asks.happen && !asks.speech() && !ordered) return Form::WhatHappened;
  return Form::Said;
}

bool is_event_form(Form form) {
  return form == Form::When || form == Form::Where || form == Form::Who || form == Form::Whom ||
         form == Form::WhatHappened;
}

// Does anybody speak in questions of this form whom the question may name?
bool has_speaker(Form form) {
  return form == Form::Said || form == Form::Count || form == Form::WhoIs;
}

// --- by grammar alone

class Slots {
 public:
  explicit Slots(const Reading& reading) : reading_(reading), parts_(reading.parts.parts) {}

  // 은/는 marks the speaker, or the topic where another subject or an asked one stands.
  bool is_named(const Part& part) const {
    if (is_event_form(reading_.form)) return takes_part(part);
    if (!has_speaker(reading_.form)) return false;
    const bool subject = any(Slot::Subject);
    switch (part.slot) {
      case Slot::Subject:
        return true;
      case Slot::Theme:
        return !subject || !all_topics(part.words);
      case Slot::Genitive:
        return !subject && !any(Slot::Theme) && !all_topics(part.words);
      case Slot::Copula:
        return reading_.form == Form::WhoIs;
      case Slot::Bare:
        return reading_.form == Form::WhoIs;
      default:
        return false;
    }
  }

 private:
  bool any(Slot slot) const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [&](const Part& p) { return p.slot == slot; });
  }

  bool takes_part(const Part& part) const {
    const bool met = !reading_.event.empty();
    if (reading_.form == Form::WhatHappened || all_topics(part.words)) return false;
    if (part.slot == Slot::Subject || part.slot == Slot::Theme) return met;
    return met && reading_.event != "visit" &&
           (part.slot == Slot::Object || part.slot == Slot::To);
  }

  const Reading& reading_;
  const std::vector<Part>& parts_;
};

// A leading run of words that no glossary knows names the speaker: "알트만 규제 발언".
std::size_t unknown_words(const Strings& words) {
  const auto known = std::find_if(words.begin(), words.end(), [](const std::string& word) {
    return is_topic(word) && !is_title(word);
  });
  return static_cast<std::size_t>(known - words.begin());
}

void add_speaker(Reading& reading, const AskedName& asked) {
  if (std::find(reading.speaker.begin(), reading.speaker.end(), asked) == reading.speaker.end())
    reading.speaker.push_back(asked);
}

// 오픈AI의 샘 알트만이: one name.
void join_genitives(std::vector<Part>& parts) {
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    Part& next = parts[i + 1];
    if (parts[i].slot != Slot::Genitive || all_topics(parts[i].words) ||
        (next.slot != Slot::Subject && next.slot != Slot::Theme))
      continue;
    next.words.insert(next.words.begin(), parts[i].words.begin(), parts[i].words.end());
    parts[i].words.clear();
  }
  std::erase_if(parts, [](const Part& part) { return part.words.empty(); });
}

bool is_place(const Reading& reading, const Part& part) {
  return part.slot == Slot::Place &&
         (reading.form == Form::Said || reading.form == Form::WhatHappened ||
          reading.form == Form::Count || reading.event == "visit");
}

void assign_by_grammar(Reading& reading) {
  const Slots slots(reading);
  for (const Part& part : reading.parts.parts) {
    if (slots.is_named(part)) {
      add_speaker(reading, asked_name(part.words, part.raw_last));
    } else if (is_place(reading, part) ||
               (reading.event == "visit" && part.slot == Slot::Object)) {
      reading.place = join(part.words);
    } else if (part.slot == Slot::Bare && reading.form == Form::Said && reading.speaker.empty()) {
      const std::size_t n = unknown_words(part.words);
      if (n > 0) add_speaker(reading, asked_name(slice_of(part.words, 0, n), ""));
      add_topics(reading, slice_of(part.words, n, part.words.size()));
    } else {
      add_topics(reading, part.words);
    }
  }
}

// --- with the archive

// A name inside a part: words [begin, end).
struct NameIn {
  std::size_t part = 0, begin = 0, end = 0;
  AskedName asked;
  Sureness sureness = Sureness::Unknown;
};

class Settling {
 public:
  Settling(Reading& reading, const Known& known) : reading_(reading), known_(known) {}

  void run() {
    std::vector<NameIn> names = choose();
    reading_.speaker.clear();
    reading_.topic.clear();
    reading_.place.clear();
    for (const NameIn& name : names) add_speaker(reading_, name.asked);
    for (std::size_t i = 0; i < parts().size(); ++i) {
      Strings rest = words_without(i, names);
      if (rest.empty()) continue;
      if (is_place(reading_, parts()[i]) && rest.size() == parts()[i].words.size()) {
        reading_.place = join(rest);
      } else {
        add_topics(reading_, with_names_joined(rest));
      }
    }
  }

 private:
  // "Seol I-deun": words with capitals that are one name stay together.
  Strings with_names_joined(const Strings& words) {
    Strings out;
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at;
      while (end < words.size() && words[end][0] >= 'A' && words[end][0] <= 'Z') ++end;
      const Strings run = slice_of(words, at, end);
      if (run.size() > 1 && lang::topic_length(run, 0) != run.size() &&
          known_(asked_name(run, ""), true) != Sureness::Unknown) {
        out.push_back(join(run));
        at = end;
      } else {
        out.push_back(words[at++]);
      }
    }
    return out;
  }

  const std::vector<Part>& parts() const { return reading_.parts.parts; }

  std::vector<NameIn> choose() {
    if (is_event_form(reading_.form)) return everyone();
    if (!has_speaker(reading_.form)) return {};
    for (const auto& slots : {std::vector<Slot>{Slot::Subject, Slot::Theme},
                              std::vector<Slot>{Slot::Genitive, Slot::Copula, Slot::With}}) {
      if (auto names = in_slots(slots); !names.empty()) return names;
    }
    for (const bool by_sound : {false, true}) {
      if (auto name = in_loose_words(by_sound)) return {*name};
    }
    return unknown();
  }

  // People win over bodies: "오픈AI는 알트만이 …".
  std::vector<NameIn> in_slots(const std::vector<Slot>& slots) {
    std::vector<NameIn> names;
    for (std::size_t i = 0; i < parts().size(); ++i) {
      if (std::find(slots.begin(), slots.end(), parts()[i].slot) == slots.end()) continue;
      if (auto name = whole_or_inner(i)) names.push_back(*name);
    }
    const bool person = std::any_of(names.begin(), names.end(), [](const NameIn& name) {
      return name.sureness != Sureness::Thing;
    });
    if (person)
      std::erase_if(names, [](const NameIn& name) { return name.sureness == Sureness::Thing; });
    return names;
  }

  // All words of a part are the name, exactly or by sound; or it stands among others that tell who
  // that is (등대지기 육해담은).
  std::optional<NameIn> whole_or_inner(std::size_t part) {
    NameIn whole = whole_part(part);
    const bool topics = all_topics(parts()[part].words);
    for (const bool by_sound : {false, true}) {
      if (by_sound && topics) break;  // a word of the language only sounds like a name
      whole.sureness = known_(whole.asked, by_sound);
      if (whole.sureness != Sureness::Unknown) return whole;
    }
    for (const bool by_sound : {false, true}) {
      if (auto name = name_in(part, by_sound, false)) return name;
    }
    return std::nullopt;
  }

  std::optional<NameIn> in_loose_words(bool by_sound) {
    for (std::size_t i = 0; i < parts().size(); ++i) {
      const Slot slot = parts()[i].slot;
      if (slot != Slot::Bare && slot != Slot::About && slot != Slot::Object) continue;
      if (auto name = name_in(i, by_sound, true)) return name;
    }
    return std::nullopt;
  }

  // Part of a longer name: "Pyo" in "Pyo Eun-chan".
  static bool cuts_name(const Strings& words, std::size_t begin, std::size_t end) {
    const auto capital = [](const std::string& word) { return word[0] >= 'A' && word[0] <= 'Z'; };
    return (begin > 0 && capital(words[begin - 1]) && !is_title(words[begin - 1]) &&
            capital(words[begin])) ||
           (end < words.size() && capital(words[end]) && !is_title(words[end]) &&
            capital(words[end - 1]));
  }

  // The longest run of words that is known. `loose`: in words that may all be topics only people
  // count, and by sound only at the beginning.
  std::optional<NameIn> name_in(std::size_t part, bool by_sound, bool loose) {
    const Strings& words = parts()[part].words;
    for (std::size_t n = std::min(words.size(), kLongestName); n > 0; --n) {
      const std::size_t last = by_sound && loose ? 0 : words.size() - n;
      for (std::size_t begin = 0; begin <= last; ++begin) {
        const Strings run = slice_of(words, begin, begin + n);
        if (all_topics(run) && (loose || n < words.size())) continue;
        if (n < words.size() && (std::all_of(run.begin(), run.end(), is_title) ||
                                 cuts_name(words, begin, begin + n)))
          continue;
        if (by_sound && !may_be_name(run, loose)) continue;
        const bool at_end = begin + n == words.size();
        const AskedName asked = asked_name(run, at_end ? parts()[part].raw_last : "");
        const Sureness sureness = known_(asked, by_sound);
        if (sureness == Sureness::Unknown || (loose && sureness == Sureness::Thing)) continue;
        return NameIn{part, begin, begin + n, asked, sureness};
      }
    }
    return std::nullopt;
  }

  // Short words sound like too many names.
  static bool may_be_name(const Strings& run, bool loose) {
    std::size_t letters = 0;
    for (const std::string& word : run) letters += text::count_codepoints(word);
    const bool short_word = has_hangul(run.front()) ? letters < 3 : letters < 5;
    return !short_word &&
           std::none_of(run.begin(), run.end(),
                        [&](const std::string& word) { return loose && is_topic(word); });
  }

  // Of a question about an event: all people that it names.
  std::vector<NameIn> everyone() {
    std::vector<NameIn> names;
    const Slots slots(reading_);
    for (std::size_t i = 0; i < parts().size(); ++i) {
      if (auto name = name_in(i, false, true)) {
        names.push_back(*name);
      } else if (slots.is_named(parts()[i])) {
        const NameIn whole = whole_part(i);
        const Sureness sureness = known_(whole.asked, true);
        if (sureness != Sureness::Thing) names.push_back(whole);
      }
    }
    return names;
  }

  // Nobody is known: whom the grammar takes for the speaker, so that the answer can say so.
  std::vector<NameIn> unknown() {
    std::vector<NameIn> names;
    const Slots slots(reading_);
    for (std::size_t i = 0; i < parts().size(); ++i) {
      if (slots.is_named(parts()[i]) && !all_topics(parts()[i].words)) {
        names.push_back(whole_part(i));
      } else if (parts()[i].slot == Slot::Bare && names.empty()) {
        const std::size_t n = unknown_words(parts()[i].words);
        if (n > 0 && n < parts()[i].words.size())
          names.push_back({i, 0, n, asked_name(slice_of(parts()[i].words, 0, n), ""),
                           Sureness::Unknown});
      }
    }
    return names;
  }

  NameIn whole_part(std::size_t part) {
    const Strings& words = parts()[part].words;
    return {part, 0, words.size(), asked_name(words, parts()[part].raw_last), Sureness::Unknown};
  }

  // Titles beside a name go with it.
  Strings words_without(std::size_t part, const std::vector<NameIn>& names) {
    const Strings& words = parts()[part].words;
    Strings rest;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool taken = std::any_of(names.begin(), names.end(), [&](const NameIn& name) {
        return name.part == part && i >= name.begin && i < name.end;
      });
      const bool title_of_name =
          std::any_of(names.begin(), names.end(),
                      [&](const NameIn& name) { return name.part == part; }) &&
          is_title(words[i]);
      if (!taken && !title_of_name) rest.push_back(words[i]);
    }
    // 등대지기 육해담은: what stands before the name tells who that is, and is no topic.
    const Slot slot = parts()[part].slot;
    const bool named = rest.size() < words.size();
    const bool of_name = slot == Slot::Subject || slot == Slot::Theme || slot == Slot::Genitive;
    return named && of_name && !is_event_form(reading_.form) ? Strings{} : rest;
  }

  Reading& reading_;
  const Known& known_;
};

// The roles that only questions in that language have; the language of the others.
std::string language_of(const std::vector<QuestionWord>& words, std::string_view question) {
  static constexpr std::string_view kCore[] = {
      "what", "who", "whom", "when", "where", "count", "say", "about", "by", "aux", "why"};
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto role = find_role(words, at).name;
    const bool core = std::find(std::begin(kCore), std::end(kCore), role) != std::end(kCore);
    if (core && !has_hangul(words[at].text)) return "en";
  }
  return has_hangul(question) ? "ko" : "en";
}

constexpr const char* kFormNames[] = {
    "said",         "who_said", "when",  "where",    "who",     "whom",
    "what_happened", "who_is",  "count", "articles", "outlets", "most_quoted"};

}  // namespace

const char* name_of(Form form) {
  return kFormNames[static_cast<std::size_t>(form)];
}

std::optional<Form> form_named(std::string_view name) {
  const auto found = std::find(std::begin(kFormNames), std::end(kFormNames), name);
  if (found == std::end(kFormNames)) return std::nullopt;
  return static_cast<Form>(found - std::begin(kFormNames));
}

Reading read_question(std::string_view question, Date today) {
  std::vector<QuestionWord> words = split_question(question);
  Reading reading;
  reading.language = language_of(words, question);
  const std::vector<QuestionWord> all = words;
  reading.period = cut_period(words, today);
  reading.parts = reading.language == "ko" ? read_korean_parts(words) : read_english_parts(words);
  const Asks& asks = reading.parts.asks;
  reading.event = asks.event;
  reading.counts_articles = asks.article && !asks.say && !asks.remark;
  reading.each = asks.each;
  reading.attended = asks.attend;
  reading.cue_classes = asks.cue_classes;
  if (asks.first || asks.latest) reading.order = asks.first ? Order::First : Order::Latest;
  reading.form = choose_form(asks, reading);
  join_genitives(reading.parts.parts);
  assign_by_grammar(reading);
  return reading;
}

void settle(Reading& reading, const Known& known) {
  Settling(reading, known).run();
}

}  // namespace onrecord::query
