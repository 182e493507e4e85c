#include "cli/answer_text.h"

#include <algorithm>

#include "cli/explanation_text.h"
#include "cli/terminal.h"
#include "text/offset_map.h"
#include "text/utf8.h"

namespace onrecord::cli {
namespace {

constexpr int kWidest = 100;  // columns; longer lines are hard to read
constexpr const char* kReset = "\033[0m";

int line_width() {
  return std::min(stdout_is_terminal() ? terminal_width() : 80, kWidest);
}

const char* code_of(Style style) {
  switch (style) {
    case Style::Strong:
      return "\033[1m";
    case Style::Faint:
      return "\033[2m";
    case Style::Marked:
      return "\033[1;33m";
  }
  return "";
}

std::string one_line(std::string_view text) {
  std::string out = printable(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

std::string join(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

// The words with the places of the topic marked.
std::string marked(const query::Answer& answer) {
  const text::OffsetMap map(answer.text);
  std::string out;
  std::uint32_t at = 0;
  for (const auto& [start, end] : answer.highlights) {
    const ByteSpan span = map.to_bytes({start, end});
    out += one_line(std::string_view(answer.text).substr(at, span.start - at));
    out += styled(one_line(slice(answer.text, span)), Style::Marked);
    at = span.end;
  }
  return out + one_line(std::string_view(answer.text).substr(at));
}

std::string words_of(const query::Answer& answer) {
  const std::string words = marked(answer);
  return answer.kind == "quote" && answer.quote_kind == "direct" ? "“" + words + "”" : words;
}

// "샘 알트만 (그), 오픈AI · 2023-06-09"
std::string who_and_when(const query::Answer& answer) {
  std::string out;
  if (answer.kind == "quote") {
    out = answer.speakers.empty() ? "(nobody named)"
                                  : styled(one_line(join(answer.speakers, ", ")), Style::Strong);
    if (answer.doubtful) out += " (추정)";
    const std::string surface = one_line(answer.speaker_surface);
    if (!surface.empty() && surface != one_line(join(answer.speakers, ", ")))
      out += " (" + surface + ")";
  } else if (answer.kind == "event") {
    out = styled(answer.type, Style::Strong) + ": " + one_line(join(answer.participants, ", "));
    if (!answer.place.empty()) out += ", " + one_line(answer.place);
  }
  if (answer.rule == "passage") out = "passage (no event is recorded here)";
  if (answer.date.empty() || answer.kind == "entity") return out;
  const std::string date = answer.kind == "event" && answer.date_basis == "published"
                               ? answer.date + " (published)"
                               : answer.date;
  return out.empty() ? date : out + " · " + date;
}

std::string source_line(const query::Answer& answer) {
  std::vector<std::string> parts;
  if (answer.article) {
    if (answer.article->source) parts.push_back(one_line(*answer.article->source));
    const std::string title =
        one_line(answer.article->title.value_or(answer.article->path.value_or("")));
    if (!title.empty()) parts.push_back(title);
  }
  if (!answer.ref.empty()) parts.push_back(answer.ref);
  return join(parts, " · ");
}

std::string copies_line(const query::Answer& answer) {
  if (answer.also_in.empty()) return "";
  std::vector<std::string> sources;
  for (const query::Copy& copy : answer.also_in) {
    const std::string name = copy.source.empty() ? copy.ref : one_line(copy.source);
    if (std::find(sources.begin(), sources.end(), name) == sources.end()) sources.push_back(name);
  }
  constexpr std::size_t kMost = 5;
  const std::size_t more = sources.size() > kMost ? sources.size() - kMost : 0;
  sources.resize(sources.size() - more);
  return "also in: " + join(sources, ", ") +
         (more == 0 ? "" : " and " + std::to_string(more) + " more");
}

std::string counted_line(const char* what, const std::vector<store::Counted>& counted) {
  std::vector<std::string> parts;
  for (const store::Counted& one : counted)
    parts.push_back(one_line(one.name) + " (" + std::to_string(one.count) + ")");
  return parts.empty() ? "" : std::string(what) + join(parts, ", ");
}

// One line in a list; names, roles and evidence where the entity was asked for by name.
std::string entity_text(const query::Answer& answer, int width, bool at_length) {
  std::string out = wrap(one_line(answer.text), width, 0);
  if (answer.together) {
    out += wrap(styled("together: events " + std::to_string(answer.together->events) +
                           ", articles that quote both " + std::to_string(answer.together->quoted) +
                           ", that name both " + std::to_string(answer.together->articles),
                       Style::Faint),
                width, 2);
  }
  if (!at_length) return out;
  std::vector<std::string> names;
  for (const store::EntityName& alias : answer.entity->aliases)
    names.push_back(one_line(alias.alias) + " (" + alias.canonical + ")");
  if (!names.empty()) out += wrap("names: " + join(names, ", "), width, 2);
  for (const auto& line : {counted_line("roles: ", answer.entity->roles),
                           counted_line("with: ", answer.entity->organizations)}) {
    if (!line.empty()) out += wrap(line, width, 2);
  }
  for (const query::NameReason& reason : answer.name_reasons) {
    out += wrap(one_line(reason.name) + ": " + one_line(reason.why) +
                    (reason.ref.empty() ? "" : " · " + reason.ref),
                width, 4);
  }
  for (const query::Witness& witness : answer.evidence) {
    out += wrap(styled(witness.published.substr(0, 10) + " " + one_line(witness.source) + " · " +
                           one_line(witness.text) + " · " + witness.ref,
                       Style::Faint),
                width, 4);
  }
  return out;
}

std::string answer_text(const query::Answer& answer, int width, bool at_length) {
  if (answer.entity) return entity_text(answer, width, at_length);
  std::string out = wrap(words_of(answer), width, 0);
  if (const std::string line = who_and_when(answer); !line.empty())
    out += wrap("— " + line, width, 2);
  if (const std::string line = source_line(answer); !line.empty())
    out += wrap(styled(line, Style::Faint), width, 4);
  if (const std::string line = copies_line(answer); !line.empty())
    out += wrap(styled(line, Style::Faint), width, 4);
  if (answer.explanation) {
    out += explanation_text(*answer.explanation,
                            {answer.quote_kind, answer.where, answer.cue, answer.cue_class,
                             answer.rule, answer.speaker_rule, answer.confidence},
                            width);
  }
  return out;
}

std::string reading_line(const query::AnswerSet& set) {
  const query::Reading& reading = *set.reading;
  std::string out = name_of(reading.form);
  if (!set.speaker_names.empty()) out += " · " + one_line(join(set.speaker_names, ", "));
  const auto& topics = set.topic_forms.empty() ? reading.topic : set.topic_forms;
  if (!topics.empty()) out += " · " + one_line(join(topics, ", "));
  if (!reading.place.empty()) out += " · in " + one_line(reading.place);
  if (reading.order != query::Order::Best) out += std::string(" · ") + name_of(reading.order);
  if (reading.period.since) out += " · since " + iso(*reading.period.since);
  if (reading.period.until) out += " · until " + iso(*reading.period.until);
  return out;
}

// "10 of 243", "11–20 of 243"
std::string count_line(const query::AnswerSet& set) {
  const auto shown = static_cast<std::int64_t>(set.answers.size());
  const std::string range =
      set.offset == 0 ? std::to_string(shown)
                      : std::to_string(set.offset + 1) + "–" + std::to_string(set.offset + shown);
  return range + " of " + std::to_string(set.total) + (set.total_is_least ? " or more" : "");
}

// One of our escape sequences at `at`, or nothing.
std::size_t escape_length(std::string_view text, std::size_t at) {
  if (text[at] != '\033') return 0;
  const std::size_t end = text.find('m', at);
  return end == std::string_view::npos ? 0 : end - at + 1;
}

int visible_width(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t n = escape_length(text, at); n > 0) {
      at += n;
    } else {
      plain += text[at++];
    }
  }
  return display_width(plain);
}

class Wrapper {
 public:
  Wrapper(int width, int indent)
      : room_(std::max(20, width - indent)), margin_(static_cast<std::size_t>(indent), ' ') {}

  void add(std::string_view word) {
    const int width = visible_width(word);
    if (used_ > 0 && used_ + 1 + width > room_) end_line();
    if (used_ > 0) {
      line_ += ' ';
      ++used_;
    }
    if (width > room_) return add_long(word);
    line_ += word;
    used_ += width;
  }

  std::string finish() {
    if (!line_.empty()) end_line();
    return std::move(out_);
  }

 private:
  void add_long(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t begin = at;
      if (const std::size_t n = escape_length(word, at); n > 0) {
        at += n;
        line_ += word.substr(begin, n);
        continue;
      }
      text::decode(word, at);
      const int width = display_width(word.substr(begin, at - begin));
      if (used_ + width > room_) end_line();
      line_ += word.substr(begin, at - begin);
      used_ += width;
    }
  }

  void end_line() {
    out_ += margin_ + line_ + "\n";
    line_.clear();
    used_ = 0;
  }

  int room_;
  std::string margin_;
  std::string line_, out_;
  int used_ = 0;
};

}  // namespace

std::string styled(const std::string& text, Style style) {
  return use_colour() && !text.empty() ? code_of(style) + text + kReset : text;
}

std::string wrap(std::string_view text, int width, int indent) {
  Wrapper wrapper(width, indent);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) wrapper.add(text.substr(at, end - at));
    at = end + 1;
  }
  return wrapper.finish();
}

// The parts of the question with what marks them: "subject: 알트만".
std::string parts_text(const query::Reading& reading, int width) {
  std::string out;
  for (const query::Part& part : reading.parts.parts) {
    const std::string line =
        std::string(query::name_of(part.slot)) + ": " + one_line(join(part.words, " "));
    out += wrap(styled(line, Style::Faint), width, 2);
  }
  return out;
}

std::string to_text(const query::AnswerSet& set, bool explain) {
  const int width = line_width();
  std::string out;
  if (set.reading) {
    out += wrap(styled(reading_line(set), Style::Faint), width, 0);
    out += (explain ? parts_text(*set.reading, width) : "") + "\n";
  }
  if (set.total == 0) return out + wrap(one_line(set.nothing), width, 0);
  for (const query::Answer& answer : set.answers) {
    const bool at_length = !set.question.empty();  // asked for by name, not listed
    out += answer_text(answer, width, at_length) + (answer.entity && !at_length ? "" : "\n");
  }
  return out + styled(count_line(set), Style::Faint) + "\n";
}

}  // namespace onrecord::cli
