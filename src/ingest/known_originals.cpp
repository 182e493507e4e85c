#include "ingest/known_originals.h"

#include <charconv>

namespace onrecord::ingest {
namespace {

std::uint64_t number_of(std::string_view uid) {
  std::uint64_t number = 0;
  std::from_chars(uid.data(), uid.data() + uid.size(), number, 16);
  return number;
}

}  // namespace

KnownOriginals::KnownOriginals(store::Archive& archive) {
  auto& row = archive.database().statement("article.uids", "SELECT uid FROM article");
  while (row.step()) uids_.insert(number_of(row.view(0)));
  row.reset();
}

bool KnownOriginals::meet(std::string_view uid) {
  return !uids_.insert(number_of(uid)).second;
}

bool knows_place(store::Archive& archive, const std::string& uid, const std::string& path,
                 std::uint64_t record) {
  auto& row = archive.database()
                  .statement("location.known",
                             "SELECT 1 FROM location l JOIN article a ON a.id = l.article_id "
                             "WHERE a.uid = ? AND l.path = ? AND l.record = ?")
                  .with(uid, path, record);
  const bool known = row.step();
  row.reset();
  return known;
}

}  // namespace onrecord::ingest
