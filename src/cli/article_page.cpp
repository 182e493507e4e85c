#include "cli/article_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/answer_text.h"
#include "cli/explanation_text.h"
#include "cli/terminal.h"
#include "text/offset_map.h"

namespace onrecord::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kWidest = 100;  // columns

std::string one_line(std::string_view text) {
  std::string out = printable(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string names_of(const ArticlePage::Quote& quote) {
  std::string out;
  for (const auto& speaker : quote.speakers)
    out += (out.empty() ? "" : ", ") + one_line(speaker.canonical);
  if (out.empty()) out = "?";
  return quote.quotation.doubtful ? out + " (추정)" : out;
}

std::string ref_of(const store::Variant& variant) {
  return variant.uid + ":" + std::to_string(variant.span.start) + "-" +
         std::to_string(variant.span.end);
}

// Each explained quotation with its reasons, and where else it stands.
std::string explanations_text(const ArticlePage& page, int width) {
  std::string out;
  for (const ArticlePage::Quote& quote : page.quotes) {
    if (!quote.explanation) continue;
    const store::StoredQuotation& q = quote.quotation;
    out += "\n" + wrap(one_line(q.words), width, 0);
    const std::string ref =
        page.face.uid + ":" + std::to_string(q.span.start) + "-" + std::to_string(q.span.end);
    out += wrap(styled("— " + names_of(quote) + " · " + ref, Style::Faint), width, 2);
    out += explanation_text(
        *quote.explanation,
        {q.kind, q.where, q.cue, q.cue_class, q.rule, q.speaker_rule, q.confidence}, width);
    for (const store::Variant& variant : quote.variants) {
      out += wrap("also in " + one_line(variant.source) + " " + variant.published.substr(0, 10) +
                      " · " + ref_of(variant),
                  width, 4);
    }
  }
  return out;
}

std::vector<store::StoredBlock> blocks_of(const ArticlePage& page, std::uint32_t length) {
  return page.blocks.empty() ? std::vector<store::StoredBlock>{{"body", {0, length}}} : page.blocks;
}

bool touches(CodepointSpan a, CodepointSpan b) {
  return a.start < b.end && b.start < a.end;
}

// The block's text with each quotation followed by its speaker: “…” [샘 알트만].
std::string marked_block(const ArticlePage& page, const text::OffsetMap& map,
                         const store::StoredBlock& block) {
  std::string out;
  std::uint32_t at = block.span.start;
  const auto put = [&](std::uint32_t to, bool quoted) {
    const std::string piece = one_line(slice(page.text, map.to_bytes({at, to})));
    out += quoted ? styled(piece, Style::Strong) : piece;
    at = to;
  };
  for (const ArticlePage::Quote& quote : page.quotes) {
    const CodepointSpan span = quote.quotation.span;
    if (span.start < at || span.end > block.span.end) continue;  // nested, or of another block
    put(span.start, false);
    put(span.end, true);
    out += styled("[" + names_of(quote) + "]", Style::Marked);
  }
  put(block.span.end, false);
  return out;
}

std::string head_of(const ArticlePage& page, int width) {
  std::string out;
  if (page.face.title) out += wrap(styled(one_line(*page.face.title), Style::Strong), width, 0);
  std::string line = one_line(page.face.source.value_or(""));
  const auto add = [&](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
  };
  add(one_line(page.face.published.value_or("")));
  for (const std::string& author : page.authors) add(one_line(author));
  add(one_line(page.face.url.value_or("")));
  add(one_line(page.face.path.value_or("")));
  add(page.face.uid);
  return out + wrap(styled(line, Style::Faint), width, 0) + "\n";
}

std::string event_line(const ArticlePage::Event& event) {
  std::string out = event.event.type + ":";
  for (const auto& participant : event.participants)
    out += " " + one_line(participant.canonical) + ",";
  out.pop_back();
  if (!event.event.date.empty()) out += " · " + event.event.date;
  if (!event.event.place.empty()) out += " · " + one_line(event.event.place);
  return out;
}

// Blocks before the one that holds the place are left out but for the last.
std::size_t first_block(const ArticlePage& page, const std::vector<store::StoredBlock>& blocks) {
  if (!page.place) return 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (touches(blocks[i].span,
                {page.place->start, std::max(page.place->end, page.place->start + 1)}))
      return i == 0 ? 0 : i - 1;
  }
  return 0;
}

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}
Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json explanation_json(const query::Explanation& explanation) {
  return Json::parse(to_json(explanation));
}

Json words_at(const std::optional<CodepointSpan>& span, const std::string& text) {
  if (!span) return nullptr;
  return {{"text", text}, {"start", span->start}, {"end", span->end}};
}

Json variants_json(const ArticlePage::Quote& quote) {
  Json variants = Json::array();
  for (const store::Variant& variant : quote.variants) {
    variants.push_back({{"ref", ref_of(variant)},
                        {"source", or_null(variant.source)},
                        {"published", or_null(variant.published)},
                        {"where", variant.where}});
  }
  return variants;
}

Json quote_json(const ArticlePage::Quote& quote) {
  Json speakers = Json::array();
  for (const auto& speaker : quote.speakers) {
    speakers.push_back({{"name", speaker.name},
                        {"surface", speaker.surface},
                        {"canonical", speaker.canonical},
                        {"antecedent", words_at(speaker.antecedent, speaker.antecedent_text)},
                        {"named_at", words_at(speaker.naming, speaker.naming_text)}});
  }
  const store::StoredQuotation& q = quote.quotation;
  Json out = {{"kind", q.kind},
              {"text", q.words},
              {"start", q.span.start},
              {"end", q.span.end},
              {"where", q.where},
              {"speaker", speakers.empty() ? Json(nullptr) : speakers.front()},
              {"speakers", speakers},
              {"cue", or_null(q.cue)},
              {"cue_class", or_null(q.cue_class)},
              {"rule", q.rule},
              {"speaker_rule", or_null(q.speaker_rule)},
              {"confidence", q.confidence},
              {"doubtful", q.doubtful},
              {"also_in", variants_json(quote)}};
  if (quote.explanation) out["explanation"] = explanation_json(*quote.explanation);
  return out;
}

Json event_json(const ArticlePage::Event& event) {
  Json participants = Json::array();
  for (const auto& participant : event.participants) {
    participants.push_back({{"name", participant.name},
                            {"role", or_null(participant.role)},
                            {"canonical", participant.canonical}});
  }
  const store::StoredEvent& e = event.event;
  return {{"type", e.type},
          {"start", e.trigger.start},
          {"end", e.trigger.end},
          {"date", or_null(e.date)},
          {"date_end", or_null(e.date_end)},
          {"place", or_null(e.place)},
          {"participants", participants},
          {"sentence", e.sentence},
          {"rule", e.rule},
          {"confidence", e.confidence}};
}

Json place_json(const ArticlePage& page) {
  if (!page.place) return nullptr;
  const text::OffsetMap map(page.text);
  return {{"start", page.place->start},
          {"end", page.place->end},
          {"text", std::string(slice(page.text, map.to_bytes(*page.place)))}};
}

}  // namespace

std::string page_text(const ArticlePage& page) {
  const int width = std::min(stdout_is_terminal() ? terminal_width() : 80, kWidest);
  const text::OffsetMap map(page.text);
  const auto blocks = blocks_of(page, map.codepoints());
  const std::size_t first = first_block(page, blocks);
  std::string out = head_of(page, width);
  if (first > 0)
    out +=
        styled("… " + std::to_string(first) + " paragraphs above: onrecord show " + page.face.uid,
               Style::Faint) +
        "\n\n";
  for (std::size_t i = first; i < blocks.size(); ++i) {
    const bool here = page.place && touches(blocks[i].span, *page.place);
    const std::string body = marked_block(page, map, blocks[i]);
    out += here ? wrap("> " + body, width, 0)
                : wrap(body, width, blocks[i].kind == "headline" ? 0 : 2);
    out += "\n";
  }
  for (const ArticlePage::Event& event : page.events)
    out += wrap(styled(event_line(event), Style::Faint), width, 2);
  return out + explanations_text(page, width);
}

std::string page_json(const ArticlePage& page) {
  Json quotes = Json::array(), events = Json::array(), blocks = Json::array();
  for (const auto& quote : page.quotes) quotes.push_back(quote_json(quote));
  for (const auto& event : page.events) events.push_back(event_json(event));
  for (const auto& block : page.blocks)
    blocks.push_back({{"kind", block.kind}, {"start", block.span.start}, {"end", block.span.end}});
  const Json out = {{"ref", page.face.uid},
                    {"article",
                     {{"id", page.face.id},
                      {"title", or_null(page.face.title)},
                      {"source", or_null(page.face.source)},
                      {"url", or_null(page.face.url)},
                      {"published", or_null(page.face.published)},
                      {"path", or_null(page.face.path)}}},
                    {"authors", page.authors},
                    {"language", page.face.language},
                    {"place", place_json(page)},
                    {"text", page.text},
                    {"blocks", blocks},
                    {"quotes", quotes},
                    {"events", events}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace onrecord::cli
