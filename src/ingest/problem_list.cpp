#include "ingest/problem_list.h"

namespace onrecord::ingest {

ProblemList list_problems(store::Archive& archive, const ProblemQuery& query) {
  auto& database = archive.database();
  ProblemList list;
  list.total =
      static_cast<std::uint64_t>(database.integer("problem.count", "SELECT count(*) FROM problem"));
  auto& row =
      database
          .statement(
              "problem.list",
              "SELECT path, record, kind, message, place, first_seen, last_seen FROM problem "
              "ORDER BY path, record, kind LIMIT ? OFFSET ?")
          .with(query.limit == 0 ? std::int64_t{-1} : static_cast<std::int64_t>(query.limit),
                query.offset);
  while (row.step()) {
    list.problems.push_back({{row.text(0), static_cast<std::uint64_t>(row.integer(1)), row.text(2),
                              row.text(3), row.text(4)},
                             row.text(5),
                             row.text(6)});
  }
  row.reset();
  return list;
}

}  // namespace onrecord::ingest
