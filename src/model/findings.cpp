#include "model/findings.h"

namespace onrecord {

const char* name_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::Person:
      return "person";
    case EntityKind::Organization:
      return "organization";
    case EntityKind::Place:
      return "place";
    case EntityKind::Product:
      return "product";
    case EntityKind::Work:
      return "work";
    case EntityKind::Event:
      return "event";
  }
  return "person";
}

std::optional<EntityKind> entity_kind(const std::string& name) {
  for (EntityKind kind : {EntityKind::Person, EntityKind::Organization, EntityKind::Place,
                          EntityKind::Product, EntityKind::Work, EntityKind::Event}) {
    if (name == name_of(kind)) return kind;
  }
  return std::nullopt;
}

const char* name_of(QuotationKind kind) {
  return kind == QuotationKind::Direct ? "direct" : "indirect";
}

}  // namespace onrecord
