#include "ingest/open_problems.h"

#include <algorithm>

namespace onrecord::ingest {

OpenProblems::OpenProblems(store::Archive& archive) : archive_(archive) {
  auto& row =
      archive.database().statement("problem.open", "SELECT path, record, kind FROM problem");
  while (row.step()) {
    known_[row.text(0)][static_cast<std::uint64_t>(row.integer(1))] = {row.text(2), false};
  }
  row.reset();
}

void OpenProblems::meet(const store::Problem& problem, const std::string& now_utc) {
  Known& known = known_[problem.path][problem.record];
  if (!known.kind.empty() && known.kind != problem.kind)
    archive_.clear_problem(problem.path, problem.record);
  known = {problem.kind, true};
  archive_.add_problem(problem, now_utc);
}

bool OpenProblems::has_unmet(const std::string& path) const {
  const auto found = known_.find(path);
  return found != known_.end() && std::any_of(found->second.begin(), found->second.end(),
                                              [](const auto& entry) { return !entry.second.met; });
}

void OpenProblems::settle(const std::string& path) {
  const auto found = known_.find(path);
  if (found == known_.end()) return;
  std::erase_if(found->second, [&](const auto& entry) {
    if (!entry.second.met) archive_.clear_problem(path, entry.first);
    return !entry.second.met;
  });
}

}  // namespace onrecord::ingest
