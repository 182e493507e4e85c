// onrecord fix REF, onrecord confirm REF: a person's word on one finding, or on the facts of one
// article.
#include <CLI/CLI.hpp>

#include <memory>

#include "base/error.h"
#include "cli/command.h"
#include "cli/correction_output.h"
#include "cli/entity_choice.h"
#include "cli/terminal.h"
#include "formats/date_text.h"
#include "ingest/human_findings.h"
#include "query/reference.h"
#include "store/read_events.h"
#include "store/read_quotations.h"
#include "text/normalize.h"
#include "text/offset_map.h"

namespace onrecord::cli {
namespace {

using store::Action;
using store::Correction;

constexpr const char* kNobody = "none";

struct Options {
  std::string ref, kind, event;
  std::vector<std::string> speakers;
  std::optional<std::string> published, source, title;
  bool reject = false, quote = false, json = false;
};

// The article and the place that a reference names.
struct Target {
  query::Reference reference;
  store::ArticleFace article;
  std::optional<store::StoredQuotation> quotation;  // exactly there
};

Target target_of(store::Archive& archive, const std::string& ref) {
  const auto reference = query::parse_reference(ref);
  if (!reference) throw Failure(reference.error());
  Target target{reference.value(), {}, {}};
  const auto face = store::ArticleReader(archive).by_uid(target.reference.uid);
  if (!face)
    fail(ErrorKind::NotFound,
         "no article of this archive has the reference " + target.reference.uid);
  target.article = *face;
  if (!target.reference.place) return target;
  target.quotation = store::QuotationReader(archive).at(face->id, *target.reference.place);
  return target;
}

bool stands_there(const Target& target) {
  return target.quotation && target.quotation->span == *target.reference.place;
}

std::string ref_of(const Target& target, CodepointSpan span) {
  return target.reference.uid + ":" + std::to_string(span.start) + "-" + std::to_string(span.end);
}

void want_place(const Target& target) {
  if (!target.reference.place)
    fail(ErrorKind::Usage, "a finding is named by UID:START-END, as answers print it");
}

void want_quotation(const Target& target) {
  want_place(target);
  if (stands_there(target)) return;
  std::string hint = "; if the rules missed one: onrecord fix REF --quote --speaker NAME";
  if (target.quotation) hint = "; the nearest is " + ref_of(target, target.quotation->span);
  fail(ErrorKind::NotFound,
       "no quotation stands at " + ref_of(target, *target.reference.place) + hint);
}

Correction about(const Target& target, Action action) {
  Correction correction = new_correction(action);
  correction.uid = target.reference.uid;
  correction.place = target.reference.place;
  return correction;
}

// The speakers as the article calls them, where it names them.
void name_speakers(store::Archive& archive, const Target& target,
                   const std::vector<std::string>& asked, Correction& correction) {
  if (asked.size() == 1 && asked.front() == kNobody) return;
  std::vector<std::string> names;
  for (const std::string& words : asked) {
    if (words == kNobody || words.find(';') != std::string::npos || words.empty())
      fail(ErrorKind::Usage, "--speaker wants one name, or none alone; repeat it for several");
    const auto entity = find_entity_in(archive, words, target.article.id);
    if (!entity) {
      warn("no article names ‘" + text::nfc(words) + "’ so far; taken at your word");
      names.push_back(text::nfc(words));
      continue;
    }
    const std::string here =
        store::EntityReader(archive).name_in_article(entity->id, target.article.id);
    names.push_back(here.empty() ? entity->name : here);
    if (asked.size() == 1) correction.value_ref = entity->ref;
  }
  correction.value = ingest::value_of(names);
}

void name_those_found(store::Archive& archive, const Target& target, Correction& correction) {
  const auto speakers = store::QuotationReader(archive).speakers(target.quotation->id);
  std::vector<std::string> names;
  for (const store::StoredSpeaker& speaker : speakers) names.push_back(speaker.name);
  correction.value = ingest::value_of(names);
  if (speakers.size() == 1 && speakers.front().entity != 0)
    correction.value_ref = store::mention_of(archive, speakers.front().entity);
}

// --- one word each

Correction reject_of(store::Archive& archive, const Target& target, const Options& options) {
  want_place(target);
  Correction correction = about(target, Action::Reject);
  if (stands_there(target) && options.event.empty()) {
    correction.kind = target.quotation->kind;
    return correction;
  }
  std::vector<std::string> types;
  for (const store::StoredEvent& event :
       store::EventReader(archive).of_article(target.article.id)) {
    const bool there =
        event.sentence_span == *target.reference.place || event.trigger == *target.reference.place;
    if (there && (options.event.empty() || options.event == event.type))
      types.push_back(event.type);
  }
  if (types.empty() && !options.event.empty())
    fail(ErrorKind::NotFound, "no event of that type stands at " + options.ref);
  if (types.empty()) want_quotation(target);
  if (types.size() > 1) {
    std::string all;
    for (const std::string& type : types) all += " " + type;
    fail(ErrorKind::Usage, "several events stand there; say which with --event:" + all);
  }
  correction.kind = "event " + types.front();
  return correction;
}

// Direct between marks, indirect elsewhere.
std::string kind_at(std::string_view text, ByteSpan span) {
  static constexpr std::string_view kOpening[] = {"“", "‘", "\"", "'", "「", "『", "«"};
  const std::string_view before = text.substr(0, span.start);
  for (const std::string_view mark : kOpening) {
    if (before.ends_with(mark)) return "direct";
  }
  return "indirect";
}

Correction quote_of(store::Archive& archive, const Target& target, const Options& options) {
  want_place(target);
  const CodepointSpan place = *target.reference.place;
  const std::string text = store::ArticleReader(archive).text(target.article.id);
  const text::OffsetMap map(text);
  if (place.end <= place.start || place.end > map.codepoints())
    fail(ErrorKind::Usage, options.ref + " is no place in its article");
  const ByteSpan span = map.to_bytes(place);
  if (slice(text, span).find_first_not_of(" \n\t") == std::string_view::npos)
    fail(ErrorKind::Usage, options.ref + " holds blanks only");
  if (stands_there(target))
    fail(ErrorKind::Usage, options.ref +
                               " is a quotation already; to name its speaker: onrecord fix REF "
                               "--speaker NAME, to say that it is right: onrecord confirm REF");
  if (options.speakers.empty())
    fail(ErrorKind::Usage, "--quote wants --speaker NAME, or --speaker none");
  Correction correction = about(target, Action::Quote);
  correction.kind = options.kind.empty() ? kind_at(text, span) : options.kind;
  name_speakers(archive, target, options.speakers, correction);
  return correction;
}

Correction speaker_of(store::Archive& archive, const Target& target, const Options& options) {
  want_quotation(target);
  Correction correction = about(target, Action::Speaker);
  correction.kind = target.quotation->kind;
  name_speakers(archive, target, options.speakers, correction);
  return correction;
}

void add_fact(const Target& target, Action action, const std::optional<std::string>& value,
              std::vector<Correction>& words) {
  if (!value) return;
  Correction correction = about(target, action);
  correction.place.reset();
  const std::string given = text::nfc(*value);
  if (given != kNobody) correction.value = given;
  if (action == Action::Published && given != kNobody) {
    const auto day = formats::published_from(given, target.article.language == "ko");
    if (!day) fail(ErrorKind::Usage, "--published wants a day like 2023-06-09, or none");
    correction.value = *day;
  }
  words.push_back(std::move(correction));
}

std::vector<Correction> words_of(store::Archive& archive, const Target& target,
                                 const Options& options) {
  std::vector<Correction> words;
  add_fact(target, Action::Published, options.published, words);
  add_fact(target, Action::Source, options.source, words);
  add_fact(target, Action::Title, options.title, words);
  if (options.quote) {
    words.push_back(quote_of(archive, target, options));
  } else if (options.reject) {
    words.push_back(reject_of(archive, target, options));
  } else if (!options.speakers.empty()) {
    words.push_back(speaker_of(archive, target, options));
  }
  if (words.empty())
    fail(ErrorKind::Usage,
         "say what is wrong: --speaker, --reject, --quote, --published, --source or --title");
  return words;
}

int run_fix(const Options& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  const Target target = target_of(archive, options.ref);
  auto words = words_of(archive, target, options);
  return print_corrected(ingest::correct(archive, std::move(words), ingest::Manner::Single),
                         options.json);
}

int run_confirm(const Options& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  const Target target = target_of(archive, options.ref);
  want_quotation(target);
  Correction correction = about(target, Action::Confirm);
  correction.kind = target.quotation->kind;
  name_those_found(archive, target, correction);
  return print_corrected(ingest::correct(archive, {correction}, ingest::Manner::Single),
                         options.json);
}

}  // namespace

void register_fix(CLI::App& app, Context& context) {
  CLI::App* command =
      app.add_subcommand("fix", "Correct one finding, or the date, outlet or title of an article");
  auto options = std::make_shared<Options>();
  command->add_option("ref", options->ref, "UID:START-END of a finding, or UID of an article")
      ->required()
      ->type_name("REF");
  CLI::Option* speaker =
      command
          ->add_option("--speaker", options->speakers,
                       "Who said it: a name, a reference to a mention, or none; repeat for several")
          ->type_name("NAME")
          ->allow_extra_args(false);
  CLI::Option* reject =
      command->add_flag("--reject", options->reject, "What was found there is none")
          ->excludes(speaker);
  command->add_option("--event", options->event, "With --reject: the event of this type")
      ->type_name("TYPE")
      ->needs(reject);
  CLI::Option* quote =
      command->add_flag("--quote", options->quote, "The place is a quotation that the rules missed")
          ->excludes(reject);
  command->add_option("--kind", options->kind, "With --quote: direct or indirect (by its marks)")
      ->check(CLI::IsMember({"direct", "indirect"}))
      ->needs(quote);
  command->add_option("--published", options->published, "The article's day, or none")
      ->type_name("DATE");
  command->add_option("--source", options->source, "The article's outlet, or none")
      ->type_name("NAME");
  command->add_option("--title", options->title, "The article's title, or none")
      ->type_name("TITLE");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_fix(*options, context); };
  });
}

void register_confirm(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand(
      "confirm", "Say that a quotation and its speaker are right as they were found");
  auto options = std::make_shared<Options>();
  command->add_option("ref", options->ref, "UID:START-END of a quotation")
      ->required()
      ->type_name("REF");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_confirm(*options, context); };
  });
}

}  // namespace onrecord::cli
