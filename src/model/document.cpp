#include "model/document.h"

namespace onrecord {

const char* name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::Headline:
      return "headline";
    case BlockKind::Subhead:
      return "subhead";
    case BlockKind::Byline:
      return "byline";
    case BlockKind::Dateline:
      return "dateline";
    case BlockKind::Body:
      return "body";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::List:
      return "list";
    case BlockKind::Notice:
      return "notice";
  }
  return "body";
}

}  // namespace onrecord
