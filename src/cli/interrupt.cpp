#include "cli/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>

namespace onrecord::cli {
namespace {

std::atomic<bool> flag = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void note_signal(int) {
  flag = true;
}

extern "C" void leave(int) {
  _exit(130);
}

void handle(void (*handler)(int), int flags) {
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_flags = flags;
  for (int signal : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN)
      sigaction(signal, &action, nullptr);  // nohup and the like stay
  }
}

}  // namespace

void watch_for_interrupt() {
  handle(note_signal, SA_RESTART | SA_RESETHAND);
}

void end_at_interrupt() {
  handle(leave, 0);
}

bool interrupted() {
  return flag;
}

}  // namespace onrecord::cli
