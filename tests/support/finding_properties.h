// What holds of the findings of any text, hostile or not: for unit tests, the replay of saved
// inputs and fuzzing.
//
// A property is checked against the text alone, never against what a rule should have found.
#pragma once

#include <sstream>
#include <string>

#include "model/document.h"
#include "model/findings.h"
#include "text/layout.h"

namespace onrecord::support {

inline Document article(std::string text, std::string language) {
  Document d;
  d.text = std::move(text);
  d.language = std::move(language);
  d.published = "2024-03-11";
  d.blocks = text::find_blocks(d.text);
  return d;
}

inline bool is_slice(const Document& d, ByteSpan span) {
  const auto boundary = [&](std::uint32_t at) {
    return at == d.text.size() ||
           (at < d.text.size() && (static_cast<unsigned char>(d.text[at]) & 0xC0) != 0x80);
  };
  return span.start <= span.end && boundary(span.start) && boundary(span.end);
}

inline std::string fault_of_quotation(const Document& d, const Findings& f, const Quotation& q) {
  if (q.span.empty() || !is_slice(d, q.span)) return "a quotation is no slice";
  if (!is_slice(d, q.sentence)) return "the sentence of a quotation is no slice";
  if (!(q.confidence >= 0 && q.confidence <= 1)) return "a confidence is out of range";
  if (q.rule.empty()) return "a quotation without a rule";
  if (q.speakers.empty() != q.speaker_rule.empty())
    return "a speaker without a rule, or a rule without one";
  for (const Speaker& s : q.speakers) {
    if (s.name.empty()) return "a speaker without a name";
    if (!is_slice(d, s.span) || slice(d.text, s.span) != s.surface)
      return "a speaker's surface is no slice";
    if (s.chain >= static_cast<std::int32_t>(f.chains.size()))
      return "a speaker's chain is out of range";
    if (!is_slice(d, s.antecedent) || !is_slice(d, s.naming))
      return "what named a speaker is no slice";
    if (!s.naming.empty() && slice(d.text, s.naming).find(s.name) == std::string_view::npos)
      return "what names a speaker in full does not hold the name";
  }
  return {};
}

// Quotations overlap only as one inside the other; the spans are in order, outer first.
inline std::string fault_of_nesting(const Findings& f) {
  std::vector<ByteSpan> around;
  for (const Quotation& q : f.quotations) {
    while (!around.empty() && around.back().end <= q.span.start) around.pop_back();
    if (!around.empty() && (q.span.end > around.back().end || q.span == around.back()))
      return "two quotations cross or are the same";
    around.push_back(q.span);
  }
  return {};
}

// The first broken property; "" if all hold.
inline std::string fault_of(const Document& d, const Findings& f) {
  for (const Quotation& q : f.quotations) {
    if (std::string fault = fault_of_quotation(d, f, q); !fault.empty()) return fault;
  }
  for (const Mention& m : f.mentions) {
    if (!is_slice(d, m.span) || slice(d.text, m.span) != m.surface) return "a mention is no slice";
    if (m.chain >= f.chains.size()) return "a mention's chain is out of range";
  }
  for (const Event& e : f.events) {
    if (e.trigger.empty() || !is_slice(d, e.trigger) || !is_slice(d, e.sentence))
      return "an event is no slice";
  }
  return fault_of_nesting(f);
}

// The findings as one line of text, for comparing two runs.
inline std::string print(const Findings& f) {
  std::ostringstream out;
  for (const Quotation& q : f.quotations) {
    out << q.span.start << '-' << q.span.end << q.rule << q.speaker_rule << q.confidence;
    for (const Speaker& s : q.speakers) out << s.name << s.chain;
  }
  for (const Mention& m : f.mentions) out << m.span.start << m.name << m.rule;
  for (const Event& e : f.events) out << e.type << e.date << e.place;
  return out.str();
}

}  // namespace onrecord::support
