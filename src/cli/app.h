// The program: finds the command, runs it, turns its outcome into an exit status.
#pragma once

namespace onrecord::cli {

int run(int argc, char** argv);

}  // namespace onrecord::cli
