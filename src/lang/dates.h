// Days, months and years in running text, Korean or English, resolved against the day of
// publication: 지난 9일, 이날, 지난달 20일, 올해 상반기, 10년 후; June 9, last month, on Friday.
//
// Offsets are bytes of the text given. Nothing is invented: a form that needs the day of
// publication has no dates where that is unknown. Linear. Words: lexicon/date_words.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/span.h"

namespace onrecord::lang {

enum class DatePrecision : std::uint8_t { Day, Month, Year, Vague };

struct DateFound {
  ByteSpan span;                   // as written, without its particle
  std::optional<Date> start, end;  // both or neither; inclusive; equal for one day
  DatePrecision precision = DatePrecision::Vague;
  bool anchored = false;  // 이날, 전날: counted from the last day named before it
  bool deictic = false;   // 오늘, yesterday: counted from the day of publication
  bool future = false;    // after the day of publication, or said to be
};

// All dates of the text in order. An anchored one counts from the last day written out before it,
// else from `published`.
std::vector<DateFound> find_dates(std::string_view text, std::optional<Date> published);

}  // namespace onrecord::lang
