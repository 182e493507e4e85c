// entities merge|split|rename|alias|set-kind: a person's word on who is who.
#pragma once

namespace CLI {
class App;
}

namespace onrecord::cli {

struct Context;

void add_entity_corrections(CLI::App& entities, Context& context);

}  // namespace onrecord::cli
