// onrecord show REF: one article with its extractions marked, opened at the place.
#include <CLI/CLI.hpp>

#include <memory>

#include "base/error.h"
#include "cli/article_page.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "query/reference.h"
#include "text/utf8.h"

namespace onrecord::cli {
namespace {

struct Options {
  std::string ref;
  bool json = false;
  bool explain = false;
};

bool is_asked(const query::Reference& reference, CodepointSpan span) {
  if (!reference.place) return true;
  return span.start < reference.place->end && reference.place->start < span.end;
}

ArticlePage read_page(store::Archive& archive, const query::Reference& reference, bool why) {
  store::ArticleReader articles(archive);
  const auto face = articles.by_uid(reference.uid);
  if (!face)
    fail(ErrorKind::NotFound, "no article of this archive has the reference " + reference.uid);
  ArticlePage page;
  page.face = *face;
  page.authors = articles.authors(face->id);
  page.text = articles.text(face->id);
  page.blocks = articles.blocks(face->id);
  page.place = reference.place;
  store::QuotationReader quotations(archive);
  for (auto& quotation : quotations.of_article(face->id)) {
    ArticlePage::Quote quote{std::move(quotation), {}, {}, {}};
    quote.speakers = quotations.speakers(quote.quotation.id);
    quote.variants = quotations.variants(quote.quotation.id);
    if (why && is_asked(reference, quote.quotation.span))
      quote.explanation = query::explain(quotations, quote.quotation, quote.speakers);
    page.quotes.push_back(std::move(quote));
  }
  store::EventReader events(archive);
  for (auto& event : events.of_article(face->id)) {
    auto participants = events.participants(event.id);
    page.events.push_back({std::move(event), std::move(participants)});
  }
  return page;
}

int run_show(const Options& options, const Context& context) {
  const auto reference = query::parse_reference(options.ref);
  if (!reference) throw Failure(reference.error());
  auto archive = store::Archive::open(context.archive, store::Mode::Read);
  const ArticlePage page = read_page(archive, reference.value(), options.explain);
  if (page.place && page.place->end > text::count_codepoints(page.text)) {
    fail(ErrorKind::NotFound,
         "the reference " + options.ref + " points behind the end of its article");
  }
  print(options.json ? page_json(page) + "\n" : page_text(page));
  return kAnswered;
}

}  // namespace

void register_show(CLI::App& app, Context& context) {
  CLI::App* command = app.add_subcommand("show", "Show one article with its extractions marked");
  auto options = std::make_shared<Options>();
  command->add_option("ref", options->ref, "UID or UID:START-END")->required()->type_name("REF");
  command->add_flag("--json", options->json, "Print one JSON document");
  command->add_flag("--explain", options->explain,
                    "Say of each quotation there why it is one and why this speaker's");
  command->callback([options, &context] {
    context.action = [options, &context] { return run_show(*options, context); };
  });
}

}  // namespace onrecord::cli
