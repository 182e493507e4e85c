#include "cli/entity_corrections.h"

#include <CLI/CLI.hpp>

#include <memory>

#include "base/error.h"
#include "cli/command.h"
#include "cli/correction_output.h"
#include "cli/entity_choice.h"
#include "ingest/human_identities.h"
#include "ingest/places.h"
#include "text/normalize.h"

namespace onrecord::cli {
namespace {

using store::Action;
using store::Correction;

struct Options {
  std::string one, other, as;
  std::vector<std::string> parts, roles, organizations;
  bool json = false;
};

Correction about(const ChosenEntity& entity, Action action) {
  Correction correction = new_correction(action);
  correction.kind = entity.kind;
  correction.subject = entity.name;
  if (const auto place = ingest::parse_place(entity.ref)) {
    correction.uid = place->uid;
    correction.place = place->span;
  }
  return correction;
}

int store_words(store::Archive& archive, std::vector<Correction> words, bool json) {
  return print_corrected(ingest::correct(archive, std::move(words), ingest::Manner::Single), json);
}

int run_merge(const Options& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  const ChosenEntity one = choose_entity(archive, options.one);
  const ChosenEntity other = choose_entity(archive, options.other);
  Correction word = about(one, Action::Merge);
  word.value = other.name;
  word.value_ref = other.ref;
  return store_words(archive, {word}, options.json);
}

// A part as the correction has it: a name in value, a mention in value_ref.
Correction part_of(store::Archive& archive, const ChosenEntity& whole, const std::string& part) {
  Correction word = about(whole, Action::Split);
  const auto place = ingest::parse_place(part);
  if (!place) {
    word.value = text::nfc(part);
    return word;
  }
  const auto chain = store::chain_at(archive, place->uid, place->span);
  const auto entity = chain ? store::EntityReader(archive).of_chain(*chain) : std::nullopt;
  if (!entity || entity->entity != whole.id)
    fail(ErrorKind::NotFound, "‘" + whole.name + "’ is not named at " + part);
  word.value_ref = part;
  return word;
}

// The second mention is the same somebody else as the first.
Correction joined(const ChosenEntity& whole, const Correction& first, const Correction& next) {
  Correction word = new_correction(Action::Merge);
  word.kind = whole.kind;
  const auto name = [&](const Correction& part) {
    return part.value.empty() ? whole.name : part.value;
  };
  word.subject = name(first);
  word.value = name(next);
  word.value_ref = next.value_ref;
  if (const auto place = ingest::parse_place(first.value_ref)) {
    word.uid = place->uid;
    word.place = place->span;
  }
  return word;
}

Correction named(const ChosenEntity& whole, const Correction& part, const std::string& name) {
  Correction word = joined(whole, part, part);
  word.action = Action::Rename;
  word.value = text::nfc(name);
  word.value_ref.clear();
  return word;
}

// A mention that bears the role or stands with the organisation, so that the part can be named by
// it.
std::vector<Correction> parts_by_evidence(store::Archive& archive, const ChosenEntity& whole,
                                          const Options& options) {
  std::vector<Correction> words;
  const auto add = [&](const char* head, const std::vector<std::string>& values) {
    for (const std::string& value : values) words.push_back(part_of(archive, whole, head + value));
  };
  add(ingest::kByRole, options.roles);
  add(ingest::kByOrganization, options.organizations);
  return words;
}

int run_split(const Options& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  const ChosenEntity whole = choose_entity(archive, options.one);
  std::vector<Correction> parts = parts_by_evidence(archive, whole, options);
  if (!parts.empty() && (parts.size() > 1 || !options.parts.empty() || !options.as.empty()))
    fail(ErrorKind::Usage, "--role and --org stand alone: one of them, without PART and --as");
  for (const std::string& part : options.parts) parts.push_back(part_of(archive, whole, part));
  if (parts.empty())
    fail(ErrorKind::Usage, "say what is somebody else: a name, a reference, --role or --org");
  std::vector<Correction> words{parts.front()};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    words.push_back(parts[i]);
    words.push_back(joined(whole, parts.front(), parts[i]));
  }
  if (!options.as.empty()) words.push_back(named(whole, parts.front(), options.as));
  return store_words(archive, std::move(words), options.json);
}

int run_rename(const Options& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  Correction word = about(choose_entity(archive, options.one), Action::Rename);
  word.value = text::nfc(options.other);
  return store_words(archive, {word}, options.json);
}

int run_alias(const Options& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  Correction word = about(choose_entity(archive, options.one), Action::Alias);
  word.value = text::nfc(options.other);
  return store_words(archive, {word}, options.json);
}

int run_kind(const Options& options, const Context& context) {
  auto archive = store::Archive::open_existing(context.archive);
  Correction word = about(choose_entity(archive, options.one), Action::Kind);
  word.value = options.other;
  return store_words(archive, {word}, options.json);
}

using Run = int (*)(const Options&, const Context&);

// A subcommand on one entity and a second word.
CLI::App* add_pair(CLI::App& parent, Context& context, const char* name, const char* does,
                   const std::pair<const char*, const char*>& second, Run run) {
  CLI::App* command = parent.add_subcommand(name, does);
  auto options = std::make_shared<Options>();
  command->add_option("entity", options->one, "A name that one alone bears, or a reference")
      ->required()
      ->type_name("NAME");
  command->add_option(second.first, options->other, second.second)->required();
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, run, &context] {
    context.action = [options, run, &context] { return run(*options, context); };
  });
  return command;
}

void add_split(CLI::App& entities, Context& context) {
  CLI::App* command =
      entities.add_subcommand("split", "A part of what is one entity here is another");
  auto options = std::make_shared<Options>();
  command->add_option("entity", options->one, "A name that one alone bears, or a reference")
      ->required()
      ->type_name("NAME");
  command
      ->add_option("part", options->parts,
                   "What is somebody else: one of its names, or references to mentions")
      ->type_name("PART");
  command->add_option("--role", options->roles, "Whatever bears this role")
      ->type_name("ROLE")
      ->allow_extra_args(false);
  command->add_option("--org", options->organizations, "Whatever stands with this organisation")
      ->type_name("NAME")
      ->allow_extra_args(false);
  command->add_option("--as", options->as, "What the part is called")->type_name("NAME");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_split(*options, context); };
  });
}

}  // namespace

void add_entity_corrections(CLI::App& entities, Context& context) {
  add_pair(entities, context, "merge", "Two that stand here as two are one",
           {"other", "Who is the first one, too: its names become those of the first"}, run_merge);
  add_split(entities, context);
  add_pair(entities, context, "rename", "Call it otherwise", {"name", "The new name"}, run_rename);
  CLI::App* alias = entities.add_subcommand("alias", "Give it another name");
  alias->require_subcommand(1);
  add_pair(*alias, context, "add", "Whoever is called so is this one", {"alias", "The other name"},
           run_alias);
  CLI::App* kind =
      add_pair(entities, context, "set-kind", "Say what it is",
               {"kind", "person, organization, place, product, work or event"}, run_kind);
  kind->get_option("kind")->check(
      CLI::IsMember({"person", "organization", "place", "product", "work", "event"}));
}

}  // namespace onrecord::cli
