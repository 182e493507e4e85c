#include "store/read_outlets.h"

#include "store/database.h"

namespace onrecord::store {
namespace {

std::vector<std::string> names(Statement& rows) {
  std::vector<std::string> out;
  while (rows.step()) out.push_back(rows.text(0));
  rows.reset();
  return out;
}

}  // namespace

std::vector<OutletFace> outlets(Archive& archive) {
  Database& database = archive.database();
  Statement& rows =
      database
          .statement("outlet.list",
                     "SELECT outlet, articles, quotations, first_published, last_published "
                     "FROM outlets WHERE outlet <> '(unknown)' ORDER BY articles DESC, outlet")
          .reset();
  std::vector<OutletFace> all;
  while (rows.step()) {
    OutletFace face;
    face.name = rows.text(0);
    face.articles = rows.integer(1);
    face.quotations = rows.integer(2);
    face.first_published = rows.text(3);
    face.last_published = rows.text(4);
    all.push_back(std::move(face));
  }
  rows.reset();
  for (OutletFace& face : all) {
    face.names = names(database
                           .statement("outlet_name.others",
                                      "SELECT name FROM outlet_name WHERE outlet = ?1 AND "
                                      "name <> ?1 ORDER BY name")
                           .with(face.name));
    face.groups =
        names(database
                  .statement("outlet_group.of",
                             "SELECT name FROM outlet_group WHERE outlet = ? ORDER BY name")
                  .with(face.name));
  }
  return all;
}

}  // namespace onrecord::store
