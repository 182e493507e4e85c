#include "cli/json_extract.h"

#include "base/version.h"
#include "cli/json_text.h"
#include "text/offset_map.h"

namespace onrecord::cli {
namespace {

class ExtractWriter {
 public:
  ExtractWriter(const Document& document, const Findings& findings)
      : document_(document), findings_(findings), offsets_(document.text) {
    out_.reserve(2 * document.text.size() + 1024);
  }

  std::string write() && {
    out_ += "{\"onrecord\": ";
    append_json_number(out_, kJsonVersion);
    write_given();
    list("entities", named_mentions(), [this](const Mention& mention) { write_entity(mention); });
    list("quotes", findings_.quotations,
         [this](const Quotation& quotation) { write_quote(quotation); });
    list("events", findings_.events, [this](const Event& event) { write_event(event); });
    out_ += '}';
    return std::move(out_);
  }

 private:
  void text(const char* key, std::string_view value) {
    name(key);
    append_json_string(out_, value);
  }

  void optional(const char* key, const std::optional<std::string>& value) {
    name(key);
    append_json_string_or_null(out_, value);
  }

  void text_or_null(const char* key, const std::string& value) {
    name(key);
    value.empty() ? void(out_ += "null") : append_json_string(out_, value);
  }

  void real(const char* key, double value) {
    name(key);
    append_json_real(out_, value);
  }

  void name(const char* key) {
    if (out_.back() != '{') out_ += ", ";
    out_ += '"';
    out_ += key;
    out_ += "\": ";
  }

  void place(ByteSpan span) {
    const CodepointSpan points = offsets_.to_codepoints(span);
    name("start");
    append_json_number(out_, points.start);
    name("end");
    append_json_number(out_, points.end);
  }

  template <class Items, class Write>
  void list(const char* key, const Items& items, Write write) {
    name(key);
    out_ += '[';
    for (const auto& item : items) {
      if (&item != &items.front()) out_ += ", ";
      out_ += '{';
      write(item);
      out_ += '}';
    }
    out_ += ']';
  }

  void write_given() {
    text("path", document_.path);
    if (document_.id) text("id", *document_.id);
    optional("title", document_.title);
    optional("source", document_.source);
    optional("url", document_.url);
    optional("published", document_.published);
    name("authors");
    append_json_strings(out_, document_.authors);
    text("language", document_.language);
    text("text", document_.text);
    if (document_.captions.empty()) return;
    name("captions");
    append_json_strings(out_, document_.captions);
  }

  // 회사, 구단 speak and are counted, but name nobody.
  std::vector<Mention> named_mentions() const {
    std::vector<Mention> named;
    for (const Mention& mention : findings_.mentions) {
      if (mention.kind != EntityKind::Organization || !findings_.chains[mention.chain].unnamed)
        named.push_back(mention);
    }
    return named;
  }

  void write_entity(const Mention& mention) {
    text("kind", name_of(mention.kind));
    text("name", mention.name);
    text("surface", mention.surface);
    text_or_null("title", mention.title);
    place(mention.span);
  }

  void write_speaker(const Speaker& speaker) {
    text("name", speaker.name);
    text("surface", speaker.surface);
    slice_or_null("antecedent", speaker.antecedent);
    slice_or_null("named_at", speaker.naming);
  }

  void slice_or_null(const char* key, ByteSpan span) {
    name(key);
    if (span.empty()) return void(out_ += "null");
    out_ += '{';
    text("text", slice(document_.text, span));
    place(span);
    out_ += '}';
  }

  void write_quote(const Quotation& quotation) {
    text("kind", name_of(quotation.kind));
    text("text", slice(document_.text, quotation.span));
    place(quotation.span);
    text("where", name_of(quotation.where));
    name("speaker");
    if (quotation.speakers.empty()) {
      out_ += "null";
    } else {
      out_ += '{';
      write_speaker(quotation.speakers.front());
      out_ += '}';
    }
    list("speakers", quotation.speakers,
         [this](const Speaker& speaker) { write_speaker(speaker); });
    text_or_null("cue", quotation.cue);
    text("rule", quotation.rule);
    text("speaker_rule", quotation.speaker_rule);
    text("cue_class", quotation.cue_class);
    real("confidence", quotation.confidence);
    name("doubtful");
    out_ += quotation.doubtful ? "true" : "false";
    name("sentence");
    out_ += '{';
    place(quotation.sentence);
    out_ += '}';
  }

  void write_event(const Event& event) {
    text("type", event.type);
    text("trigger", slice(document_.text, event.trigger));
    place(event.trigger);
    text_or_null("date", event.date);
    text_or_null("date_end", event.date_end);
    text_or_null("place", event.place);
    list("participants", event.participants, [this](const Participant& participant) {
      text("name", participant.name);
      text_or_null("role", participant.role);
    });
    text_or_null("date_text", event.date_text);
    text("rule", event.rule);
    real("confidence", event.confidence);
  }

  const Document& document_;
  const Findings& findings_;
  const text::OffsetMap offsets_;
  std::string out_;
};

}  // namespace

std::string extract_json(const Document& document, const Findings& findings) {
  return ExtractWriter(document, findings).write();
}

}  // namespace onrecord::cli
