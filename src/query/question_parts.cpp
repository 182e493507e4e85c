#include "query/question_parts.h"

#include <algorithm>
#include <utility>

namespace onrecord::query {

void Asks::note(std::string_view role) {
  const std::pair<std::string_view, bool*> flags[] = {
      {"what", &what},       {"who", &who},         {"whom", &whom},     {"when", &when},
      {"where", &where},     {"which", &which},     {"count", &count},   {"say", &say},
      {"remark", &remark},   {"article", &article}, {"outlet", &outlet}, {"about", &about},
      {"happen", &happen},   {"attend", &attend},   {"most", &most},     {"first", &first},
      {"latest", &latest},   {"each", &each},       {"do", &does}};
  for (const auto& [name, flag] : flags) *flag = *flag || name == role;
}

void Asks::note_cue(std::string_view cue_class) {
  const bool plain = cue_class.empty() || cue_class == "say" || cue_class == "explain";
  if (plain || std::find(cue_classes.begin(), cue_classes.end(), cue_class) != cue_classes.end())
    return;
  cue_classes.emplace_back(cue_class);
}

}  // namespace onrecord::query
