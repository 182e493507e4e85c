#include "extract/quotation_order.h"

#include <algorithm>

namespace onrecord::extract {
namespace {

void drop_crossing(std::vector<Quotation>& quotations) {
  std::vector<Quotation> kept;
  kept.reserve(quotations.size());
  std::vector<std::size_t> around;  // indexes into kept, outermost first
  for (Quotation& q : quotations) {
    while (!around.empty() && kept[around.back()].span.end <= q.span.start) around.pop_back();
    bool drop = false;
    while (!around.empty() && !drop) {
      Quotation& outer = kept[around.back()];
      const bool same = outer.span == q.span;
      if (!same && q.span.end <= outer.span.end) break;
      if (q.kind == QuotationKind::Direct && outer.kind == QuotationKind::Indirect) {
        outer.span.end = outer.span.start;  // taken out below
        around.pop_back();
      } else {
        drop = true;
      }
    }
    if (drop) continue;
    around.push_back(kept.size());
    kept.push_back(std::move(q));
  }
  std::erase_if(kept, [](const Quotation& q) { return q.span.empty(); });
  quotations = std::move(kept);
}

}  // namespace

void settle_order(std::vector<Quotation>& quotations) {
  const auto before = [](const Quotation& x, const Quotation& y) {
    return x.span.start != y.span.start ? x.span.start < y.span.start : x.span.end > y.span.end;
  };
  if (!std::is_sorted(quotations.begin(), quotations.end(), before))
    std::stable_sort(quotations.begin(), quotations.end(), before);
  drop_crossing(quotations);
}

}  // namespace onrecord::extract
