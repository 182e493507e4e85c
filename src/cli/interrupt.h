// Ctrl-C: a flag that long work looks at, so that it ends with everything whole.
//
// The first SIGINT or SIGTERM sets the flag; the second ends the program at once.
#pragma once

namespace onrecord::cli {

void watch_for_interrupt();
bool interrupted();

// For commands that have nothing to leave whole: the first signal ends the program with status 130.
void end_at_interrupt();

}  // namespace onrecord::cli
