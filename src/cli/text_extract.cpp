#include "cli/text_extract.h"

#include <algorithm>
#include <map>

#include "cli/terminal.h"

namespace onrecord::cli {
namespace {

std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

template <class Items, class Name>
std::string joined(const Items& items, const char* sign, Name name) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += sign;
    out += name(item);
  }
  return out;
}

std::string heading(const Document& document) {
  std::string out = one_line(document.title.value_or("(no title)")) + "\n  " + document.path;
  if (document.record > 0) out += ":" + std::to_string(document.record);
  for (const auto& fact : {document.source, document.published}) {
    if (fact) out += " · " + one_line(*fact);
  }
  if (!document.authors.empty()) {
    out += " · " + joined(document.authors, ", ",
                          [](const std::string& author) { return one_line(author); });
  }
  return out + "\n";
}

std::string speaker_line(const Quotation& quotation) {
  std::string out = joined(quotation.speakers, ", ",
                           [](const Speaker& speaker) { return one_line(speaker.name); });
  if (out.empty()) out = "(speaker not named)";
  if (quotation.doubtful) out += " (추정)";
  return out;
}

std::string quotation_lines(const Document& document, const Quotation& quotation) {
  const std::string words = one_line(slice(document.text, quotation.span));
  const bool direct = quotation.kind == QuotationKind::Direct;
  return "  " + speaker_line(quotation) +
         (quotation.where == BlockKind::Body ? ""
                                             : std::string(" [") + name_of(quotation.where) + "]") +
         "\n      " + (direct ? "“" + words + "”" : words) + "\n";
}

std::string event_line(const Document& document, const Event& event) {
  std::string out = "  " + event.type;
  if (!event.date.empty()) out += " · " + event.date;
  if (!event.date_end.empty()) out += "–" + event.date_end;
  if (!event.place.empty()) out += " · " + one_line(event.place);
  if (!event.participants.empty()) {
    out += " · " +
           joined(event.participants, ", ", [](const Participant& p) { return one_line(p.name); });
  }
  return out + "\n      " + one_line(slice(document.text, event.sentence)) + "\n";
}

// Names in order of their first mention, with how often each stands.
std::string names_line(const Findings& findings, EntityKind kind) {
  std::vector<std::pair<std::string, int>> names;
  for (const Mention& mention : findings.mentions) {
    if (mention.kind != kind) continue;
    auto it = std::find_if(names.begin(), names.end(),
                           [&](const auto& n) { return n.first == mention.name; });
    it == names.end() ? void(names.emplace_back(mention.name, 1)) : void(++it->second);
  }
  if (names.empty()) return {};
  return "  " + std::string(name_of(kind)) + ": " +
         joined(names, ", ",
                [](const auto& entry) {
                  return one_line(entry.first) +
                         (entry.second > 1 ? " ×" + std::to_string(entry.second) : "");
                }) +
         "\n";
}

}  // namespace

std::string extract_text(const Document& document, const Findings& findings) {
  std::string out = heading(document);
  for (const Quotation& quotation : findings.quotations)
    out += quotation_lines(document, quotation);
  for (const Event& event : findings.events) out += event_line(document, event);
  for (EntityKind kind : {EntityKind::Person, EntityKind::Organization, EntityKind::Place,
                          EntityKind::Product, EntityKind::Work, EntityKind::Event}) {
    out += names_line(findings, kind);
  }
  return printable(out) + "\n";
}

}  // namespace onrecord::cli
