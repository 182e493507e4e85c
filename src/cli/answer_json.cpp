#include "cli/answer_json.h"

#include <nlohmann/json.hpp>

#include "cli/explanation_text.h"

namespace onrecord::cli {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}
Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json article_json(const query::Answer& answer) {
  if (!answer.article) return nullptr;
  const store::ArticleFace& face = *answer.article;
  return {{"id", face.id},
          {"title", or_null(face.title)},
          {"source", or_null(face.source)},
          {"url", or_null(face.url)},
          {"published", or_null(face.published)},
          {"path", or_null(face.path)}};
}

Json copies_json(const query::Answer& answer) {
  Json copies = Json::array();
  for (const query::Copy& copy : answer.also_in) {
    copies.push_back({{"ref", copy.ref},
                      {"source", or_null(copy.source)},
                      {"published", or_null(copy.published)}});
  }
  return copies;
}

Json place_json(const query::Answer& answer, std::uint32_t offset) {
  return answer.ref.find(':') == std::string::npos ? Json(nullptr) : Json(offset);
}

Json words_json(const std::optional<query::NamedPlace>& words) {
  if (!words) return nullptr;
  return {{"text", words->text}, {"start", words->span.start}, {"end", words->span.end}};
}

void add_kind_fields(Json& out, const query::Answer& answer) {
  if (answer.kind == "quote") {
    out["quote_kind"] = answer.quote_kind;
    out["cue"] = or_null(answer.cue);
    out["cue_class"] = or_null(answer.cue_class);
    out["speaker_rule"] = or_null(answer.speaker_rule);
    out["doubtful"] = answer.doubtful;
    out["antecedent"] = words_json(answer.antecedent);
    out["named_at"] = words_json(answer.named_at);
    if (answer.explanation) out["explanation"] = Json::parse(to_json(*answer.explanation));
  }
  if (!answer.type.empty()) out["type"] = answer.type;
  if (!answer.match.empty()) out["match"] = answer.match;
  if (answer.kind == "quote" || answer.kind == "article") {
    Json marks = Json::array();
    for (const auto& [start, end] : answer.highlights) marks.push_back({start, end});
    out["highlights"] = marks;
  }
}

Json counted_json(const std::vector<store::Counted>& counted) {
  Json all = Json::array();
  for (const store::Counted& one : counted)
    all.push_back({{"name", one.name}, {"count", one.count}});
  return all;
}

void add_entity_fields(Json& out, const query::Answer& answer) {
  if (!answer.entity) return;
  const store::EntityFace& face = *answer.entity;
  Json names = Json::array();
  for (const store::EntityName& alias : face.aliases)
    names.push_back({{"name", alias.alias}, {"origin", alias.canonical}});
  Json evidence = Json::array();
  for (const query::Witness& witness : answer.evidence) {
    evidence.push_back({{"ref", witness.ref},
                        {"text", witness.text},
                        {"source", or_null(witness.source)},
                        {"published", or_null(witness.published)}});
  }
  out["entity"] = {{"id", face.id},
                   {"kind", face.kind},
                   {"name", face.name},
                   {"names", names},
                   {"roles", counted_json(face.roles)},
                   {"organizations", counted_json(face.organizations)},
                   {"articles", face.articles},
                   {"mentions", face.mentions},
                   {"quotations", face.quotations},
                   {"first_seen", or_null(face.first_seen)},
                   {"last_seen", or_null(face.last_seen)},
                   {"evidence", evidence}};
  if (!answer.name_reasons.empty()) {
    Json reasons = Json::array();
    for (const query::NameReason& reason : answer.name_reasons) {
      reasons.push_back({{"name", reason.name},
                         {"origin", reason.origin},
                         {"why", reason.why},
                         {"ref", or_null(reason.ref)}});
    }
    out["explanation"] = reasons;
  }
  if (answer.together) {
    out["together"] = {{"events", answer.together->events},
                       {"quoted", answer.together->quoted},
                       {"articles", answer.together->articles}};
  }
}

Json answer_json(const query::Answer& answer) {
  Json out = {{"kind", answer.kind},
              {"text", answer.text},
              {"speaker", answer.speakers.empty() ? Json(nullptr) : Json(answer.speakers.front())},
              {"speakers", answer.speakers},
              {"speaker_surface", or_null(answer.speaker_surface)},
              {"speaker_in_article", or_null(answer.speaker_in_article)},
              {"date", or_null(answer.date)},
              {"date_basis", or_null(answer.date_basis)},
              {"place", or_null(answer.place)},
              {"participants", answer.participants},
              {"number", answer.number ? Json(*answer.number) : Json(nullptr)},
              {"article", article_json(answer)},
              {"ref", or_null(answer.ref)},
              {"start", place_json(answer, answer.span.start)},
              {"end", place_json(answer, answer.span.end)},
              {"sentence", or_null(answer.sentence)},
              {"where", or_null(answer.where)},
              {"rule", or_null(answer.rule)},
              {"confidence", answer.confidence},
              {"score", answer.score},
              {"also_in", copies_json(answer)}};
  add_kind_fields(out, answer);
  add_entity_fields(out, answer);
  return out;
}

Json day_json(const std::optional<Date>& date) {
  return date ? Json(iso(*date)) : Json(nullptr);
}

Json reading_json(const query::AnswerSet& set) {
  const query::Reading& reading = *set.reading;
  std::vector<std::string> speakers = set.speaker_names;
  if (speakers.empty()) {
    for (const query::AskedName& name : reading.speaker) speakers.push_back(name.name);
  }
  const std::vector<std::string>& topics =
      set.topic_forms.empty() ? reading.topic : set.topic_forms;
  Json parts = Json::array();
  for (const query::Part& part : reading.parts.parts)
    parts.push_back({{"slot", name_of(part.slot)}, {"words", part.words}});
  return {{"form", name_of(reading.form)},
          {"speaker", speakers},
          {"topic", topics},
          {"since", day_json(reading.period.since)},
          {"until", day_json(reading.period.until)},
          {"place", or_null(reading.place)},
          {"event", or_null(reading.event)},
          {"order", name_of(reading.order)},
          {"parts", parts}};
}

}  // namespace

std::string to_json(const query::AnswerSet& set) {
  Json answers = Json::array();
  for (const query::Answer& answer : set.answers) answers.push_back(answer_json(answer));
  Json out = Json::object();
  if (!set.question.empty()) out["question"] = set.question;
  if (!set.language.empty()) out["language"] = set.language;
  out["total"] = set.total;
  if (set.total_is_least) out["total_is_least"] = true;
  if (set.reading) out["reading"] = reading_json(set);
  out["answers"] = answers;
  out["nothing"] = or_null(set.nothing);
  return out.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace onrecord::cli
