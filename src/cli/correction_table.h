// Corrections as tab-separated lines: what `corrections export` writes and `corrections import`
// reads.
//
// A head line names the columns: made_at, made_by, action, ref, kind, subject, value, value_ref. In
// a cell \t, \n, \r and \\ stand for a tab, line ends and a backslash. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/corrections.h"

namespace onrecord::cli {

std::string correction_table(const std::vector<store::Correction>& corrections);

// BadInput with the line, at the first fault.
Result<std::vector<store::Correction>> read_correction_table(std::string_view table);

}  // namespace onrecord::cli
