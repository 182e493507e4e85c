// Ctrl-C: a flag that long work looks at, so that it ends with everything whole.
//
// The first SIGINT or SIGTERM sets the flag; the second ends the program at once.
#pragma once

namespace onrecord::cli {

void watch_for_interrupt();
bool interrupted();

}  // namespace onrecord::cli
