// Which entity a person means on the command line: by a name that only one bears, or by a
// reference to a place that mentions it.
//
// Names count as written, letters' case aside: whoever corrects the archive is asked, not guessed
// at.
#pragma once

#include <optional>
#include <string>

#include "store/corrections.h"
#include "store/read_entities.h"

namespace onrecord::cli {

struct ChosenEntity {
  std::int64_t id = 0;
  std::string name, kind;  // the archive's
  std::string ref;         // a mention, UID:START-END; may be empty
};

// NotFound where nobody is called so; Usage, with those who are, where several are.
ChosenEntity choose_entity(store::Archive& archive, const std::string& words);
// Nothing where nobody is called so. Of several the one that the article names.
std::optional<ChosenEntity> find_entity_in(store::Archive& archive, const std::string& words,
                                           std::int64_t article_id);

}  // namespace onrecord::cli
