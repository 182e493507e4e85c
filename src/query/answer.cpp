#include "query/answer.h"

#include <algorithm>

namespace onrecord::query {

store::ArticleFilter article_filter(const ListOptions& options) {
  return {options.sources, options.since, options.until, options.added_since};
}

void take_page(AnswerSet& set, const ListOptions& options) {
  set.total = std::max(set.total, static_cast<std::int64_t>(set.answers.size()));
  set.offset = options.offset;
  const auto begin =
      std::min<std::size_t>(static_cast<std::size_t>(options.offset), set.answers.size());
  set.answers.erase(set.answers.begin(), set.answers.begin() + static_cast<std::ptrdiff_t>(begin));
  if (options.limit > 0 && set.answers.size() > static_cast<std::size_t>(options.limit)) {
    set.answers.resize(static_cast<std::size_t>(options.limit));
  }
}

}  // namespace onrecord::query
