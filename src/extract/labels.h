// Lines with the label of a speaker: 김하늘 위원장: …, [박서준/주민 : “…”], ▶ 인터뷰 : 박서준 /
// 주민 above a line of speech.
#pragma once

#include <vector>

#include "extract/quotation_state.h"

namespace onrecord::extract {

struct Label {
  std::size_t block = 0;   // where the label stands
  std::size_t spoken = 0;  // where the speech stands: the same block or the next one
  bool firm = false;       // its layout alone shows it to be one; others count in numbers only
  Speech speech;
};

// The labels of an article that stand for speech, by place.
std::vector<Label> find_labels(const QuotationState& state);

}  // namespace onrecord::extract
