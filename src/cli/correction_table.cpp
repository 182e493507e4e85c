#include "cli/correction_table.h"

#include <array>

#include "ingest/correcting.h"
#include "query/reference.h"
#include "text/normalize.h"
#include "text/utf8.h"

namespace onrecord::cli {
namespace {

constexpr std::size_t kColumns = 8;
constexpr std::string_view kHead = "made_at\tmade_by\taction\tref\tkind\tsubject\tvalue\tvalue_ref";

std::string escaped(const std::string& cell) {
  std::string out;
  for (const char c : cell) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] != '\\' || i + 1 == cell.size()) {
      out += cell[i];
      continue;
    }
    const char c = cell[++i];
    out += c == 't' ? '\t' : c == 'n' ? '\n' : c == 'r' ? '\r' : c;
  }
  return out;
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    const std::size_t end = line.find('\t');
    cells.push_back(text::nfc(unescaped(line.substr(0, end))));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

Error fault(std::size_t line, const std::string& what) {
  return {ErrorKind::BadInput, what, "line " + std::to_string(line)};
}

Result<store::Correction> correction_of(const std::vector<std::string>& cells, std::size_t line) {
  if (cells.size() != kColumns)
    return fault(line, "wants " + std::to_string(kColumns) + " columns, has " +
                           std::to_string(cells.size()));
  store::Correction correction;
  correction.made_at = cells[0];
  correction.made_by = cells[1];
  const auto action = store::action_named(cells[2]);
  if (!action) return fault(line, "no such action: " + cells[2]);
  correction.action = *action;
  if (!cells[3].empty()) {
    const auto reference = query::parse_reference(cells[3]);
    if (!reference) return fault(line, reference.error().message);
    correction.uid = reference.value().uid;
    correction.place = reference.value().place;
  }
  correction.kind = cells[4];
  correction.subject = cells[5];
  correction.value = cells[6];
  correction.value_ref = cells[7];
  if (correction.made_at.empty() || correction.made_by.empty())
    return fault(line, "says not who made it and when");
  const std::string what = ingest::fault_of(correction);
  if (!what.empty()) return fault(line, cells[2] + " " + what);
  return correction;
}

}  // namespace

std::string correction_table(const std::vector<store::Correction>& corrections) {
  std::string out = std::string(kHead) + "\n";
  for (const store::Correction& c : corrections) {
    const std::array<std::string, kColumns> cells = {
        c.made_at, c.made_by,  store::name_of(c.action), store::ref_of(c), c.kind, c.subject,
        c.value,   c.value_ref};
    for (std::size_t i = 0; i < kColumns; ++i) out += (i == 0 ? "" : "\t") + escaped(cells[i]);
    out += '\n';
  }
  return out;
}

Result<std::vector<store::Correction>> read_correction_table(std::string_view table) {
  if (table.starts_with("\xEF\xBB\xBF")) table.remove_prefix(3);
  if (const auto invalid = text::find_invalid_utf8(table))
    return Error{ErrorKind::BadInput, "is not UTF-8", "byte " + std::to_string(*invalid)};
  std::vector<store::Correction> corrections;
  for (std::size_t line = 1; !table.empty(); ++line) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    std::string_view text = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (line == 1 && text != kHead)
      return fault(line, "a table of corrections begins with the line: " + std::string(kHead));
    if (line == 1 || text.empty()) continue;
    auto correction = correction_of(cells_of(text), line);
    if (!correction) return correction.error();
    corrections.push_back(std::move(correction.value()));
  }
  return corrections;
}

}  // namespace onrecord::cli
