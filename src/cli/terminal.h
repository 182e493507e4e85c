// What reaches the user: standard output and standard error, safe and quiet in a pipe.
//
// Text from an article passes printable() before it is written: no escape sequence of an article
// reaches the terminal. A closed pipe ends the program quietly with status 0.
#pragma once

#include <string>
#include <string_view>

namespace onrecord::cli {

// Control characters (C0 but \n and \t, DEL, C1) and bidirectional overrides replaced by U+FFFD.
std::string printable(std::string_view utf8);

// Writes to standard output; throws Failure(Io) if that fails, ClosedPipe if nobody reads any more.
void print(std::string_view text);
void flush_output();

// One line to standard error: "onrecord: " + printable(message).
void warn(std::string_view message);

struct ClosedPipe {};

bool stdout_is_terminal();
bool stderr_is_terminal();
bool use_colour();  // a terminal, and NO_COLOR not set

// Columns that text takes on a terminal: Hangul and Han are two wide.
int display_width(std::string_view utf8);
int terminal_width();  // 80 where it is not known

}  // namespace onrecord::cli
