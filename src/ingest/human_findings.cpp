#include "ingest/human_findings.h"

#include <algorithm>
#include <optional>

#include "extract/sentence_at.h"
#include "text/offset_map.h"

namespace onrecord::ingest {
namespace {

using store::Action;
using store::Correction;

constexpr std::string_view kEvent = "event ";

template <class Span>
bool is_half_in_common(Span a, Span b) {
  const auto common = std::min(a.end, b.end) > std::max(a.start, b.start)
                          ? std::min(a.end, b.end) - std::max(a.start, b.start)
                          : 0;
  const auto all = std::max(a.end, b.end) - std::min(a.start, b.start);
  return 2 * common >= all && common > 0;
}

bool cross(ByteSpan a, ByteSpan b) {
  return a.overlaps(b) && !a.contains(b) && !b.contains(a);
}

bool is_humans(const Quotation& quotation) {
  return quotation.rule == kHuman || quotation.speaker_rule == kHuman;
}

BlockKind block_at(const Document& document, ByteSpan span) {
  for (const Block& block : document.blocks) {
    if (block.span.overlaps(span)) return block.kind;
  }
  return BlockKind::Body;
}

class Correcting {
 public:
  Correcting(const Document& document, Findings& findings)
      : document_(document), findings_(findings), offsets_(document.text) {}

  void apply(const Correction& correction) {
    if (!correction.place || correction.place->end > offsets_.codepoints()) return;
    const ByteSpan span = offsets_.to_bytes(*correction.place);
    if (span.empty()) return;
    if (correction.action != Action::Reject) return stand(correction, span);
    correction.kind.starts_with(kEvent) ? reject_event(correction, span)
                                        : reject_quotation(correction, span);
  }

  void finish() {
    std::stable_sort(findings_.quotations.begin(), findings_.quotations.end(),
                     [](const Quotation& x, const Quotation& y) {
                       return x.span.start != y.span.start ? x.span.start < y.span.start
                                                           : x.span.end > y.span.end;
                     });
  }

 private:
  // The quotation with that span, else the one of that kind that is cut a little differently.
  Quotation* find(const std::string& kind, ByteSpan span) {
    Quotation* alike = nullptr;
    for (Quotation& quotation : findings_.quotations) {
      if (quotation.span == span) return &quotation;
      const bool same_kind = kind.empty() || kind == name_of(quotation.kind);
      if (!same_kind || is_humans(quotation) || !is_half_in_common(quotation.span, span)) continue;
      if (alike == nullptr || common(quotation.span, span) > common(alike->span, span))
        alike = &quotation;
    }
    return alike;
  }

  static std::uint32_t common(ByteSpan a, ByteSpan b) {
    return std::min(a.end, b.end) - std::max(a.start, b.start);
  }

  void reject_quotation(const Correction& correction, ByteSpan span) {
    const Quotation* found = find(correction.kind, span);
    if (found != nullptr)
      findings_.quotations.erase(findings_.quotations.begin() +
                                 (found - findings_.quotations.data()));
  }

  void reject_event(const Correction& correction, ByteSpan span) {
    const std::string type = correction.kind.substr(kEvent.size());
    const auto stands = [&](const Event& event, auto&& fits) {
      return event.type == type && (fits(event.sentence, span) || fits(event.trigger, span));
    };
    const auto equal = [](ByteSpan a, ByteSpan b) { return a == b; };
    const std::size_t gone =
        std::erase_if(findings_.events, [&](const Event& e) { return stands(e, equal); });
    if (gone > 0) return;
    std::erase_if(findings_.events,
                  [&](const Event& e) { return stands(e, is_half_in_common<ByteSpan>); });
  }

  // The quotation stands there, whatever the rules say; its speakers are those of the correction.
  void stand(const Correction& correction, ByteSpan span) {
    Quotation quotation = made_from(correction, span);
    std::erase_if(findings_.quotations, [&](const Quotation& other) {
      return other.span == span || (cross(other.span, span) && !is_humans(other));
    });
    name_speakers(quotation, speakers_of(correction));
    quotation.speaker_rule = kHuman;
    if (correction.action != Action::Speaker) quotation.rule = kHuman;
    quotation.confidence = 1;
    quotation.doubtful = false;
    findings_.quotations.push_back(std::move(quotation));
  }

  Quotation made_from(const Correction& correction, ByteSpan span) {
    Quotation quotation;
    if (Quotation* found = find(correction.kind, span)) {
      quotation = *found;
      if (found->span != span) {
        findings_.quotations.erase(findings_.quotations.begin() +
                                   (found - findings_.quotations.data()));
        quotation.rule = kHuman;
      }
    } else {
      quotation.rule = kHuman;
      quotation.where = block_at(document_, span);
      quotation.sentence = extract::sentence_at(document_, span);
    }
    quotation.span = span;
    quotation.sentence.start = std::min(quotation.sentence.start, span.start);
    quotation.sentence.end = std::max(quotation.sentence.end, span.end);
    quotation.kind = correction.kind == name_of(QuotationKind::Indirect) ? QuotationKind::Indirect
                                                                         : QuotationKind::Direct;
    return quotation;
  }

  // Who was found to speak and is confirmed keeps what named them.
  void name_speakers(Quotation& quotation, const std::vector<std::string>& names) {
    std::vector<Speaker> before = std::move(quotation.speakers);
    quotation.speakers.clear();
    for (const std::string& name : names) {
      const auto same = std::find_if(before.begin(), before.end(),
                                     [&](const Speaker& speaker) { return speaker.name == name; });
      quotation.speakers.push_back(same == before.end() ? speaker_named(name, quotation) : *same);
    }
  }

  Speaker speaker_named(const std::string& name, const Quotation& quotation) {
    Speaker speaker;
    speaker.name = name;
    speaker.chain = static_cast<std::int32_t>(chain_named(name));
    for (const Mention& mention : findings_.mentions) {
      const bool beside =
          quotation.sentence.contains(mention.span) && !quotation.span.overlaps(mention.span);
      if (!beside || static_cast<std::int32_t>(mention.chain) != speaker.chain) continue;
      speaker.surface = mention.surface;
      speaker.span = mention.span;
      break;
    }
    return speaker;
  }

  // Somebody of that name in the article; a chain without a mention where it names nobody so.
  std::size_t chain_named(const std::string& name) {
    std::vector<Chain>& chains = findings_.chains;
    const auto find = [&](auto&& fits) {
      return static_cast<std::size_t>(std::find_if(chains.begin(), chains.end(), fits) -
                                      chains.begin());
    };
    const auto speaks = [](const Chain& chain) {
      return chain.kind == EntityKind::Person || chain.kind == EntityKind::Organization;
    };
    std::size_t at = find([&](const Chain& c) { return speaks(c) && c.name == name; });
    if (at == chains.size()) {
      at = find([&](const Chain& c) {
        return speaks(c) && std::find(c.names.begin(), c.names.end(), name) != c.names.end();
      });
    }
    if (at < chains.size()) return at;
    Chain chain;
    chain.name = name;
    chain.names = {name};
    chains.push_back(std::move(chain));
    return chains.size() - 1;
  }

  const Document& document_;
  Findings& findings_;
  text::OffsetMap offsets_;
};

std::optional<std::string>& fact(Document& document, Action action) {
  if (action == Action::Published) return document.published;
  return action == Action::Source ? document.source : document.title;
}

}  // namespace

std::vector<std::string> speakers_of(const Correction& correction) {
  std::vector<std::string> names;
  const std::string& all = correction.value;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find(kSpeakersParted, at), all.size());
    if (end > at) names.push_back(all.substr(at, end - at));
    at = end + std::string_view(kSpeakersParted).size();
  }
  return names;
}

std::string value_of(const std::vector<std::string>& speakers) {
  std::string out;
  for (const std::string& name : speakers) out += (out.empty() ? "" : kSpeakersParted) + name;
  return out;
}

std::vector<store::GivenValue> correct_facts(Document& document,
                                             const std::vector<Correction>& corrections) {
  std::vector<store::GivenValue> given;
  for (const Correction& correction : corrections) {
    if (!is_of_article(correction.action)) continue;
    std::optional<std::string>& value = fact(document, correction.action);
    const std::string field = name_of(correction.action);
    const bool known = std::any_of(given.begin(), given.end(),
                                   [&](const auto& one) { return one.field == field; });
    if (!known) given.push_back({field, value});
    value = correction.value.empty() ? std::nullopt : std::optional(correction.value);
  }
  std::sort(given.begin(), given.end(),
            [](const auto& a, const auto& b) { return a.field < b.field; });
  return given;
}

void correct_findings(const Document& document, const std::vector<Correction>& corrections,
                      Findings& findings) {
  const bool any = std::any_of(corrections.begin(), corrections.end(),
                               [](const Correction& c) { return is_of_finding(c.action); });
  if (!any) return;
  Correcting correcting(document, findings);
  for (const Correction& correction : corrections) {
    if (is_of_finding(correction.action)) correcting.apply(correction);
  }
  correcting.finish();
}

bool is_one_finding(CodepointSpan a, CodepointSpan b) {
  return a == b || is_half_in_common(a, b);
}

}  // namespace onrecord::ingest
