#include "indexer/cli/progress.hpp"

#include <cstdio>

#include <unistd.h>

namespace bulletin {

Progress::Progress() : on_terminal_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  clear();
}

void Progress::step() {
  constexpr auto kPause = std::chrono::milliseconds(200);
  ++items_;
  if (!on_terminal_ || Clock::now() - last_ < kPause) {
    return;
  }
  last_ = Clock::now();
  const double seconds = std::chrono::duration<double>(last_ - begin_).count();
  std::fprintf(stderr, "\r%zu items, %.0f a second \033[K", items_,
               static_cast<double>(items_) / seconds);
  shown_ = true;
}

void Progress::clear() {
  if (shown_) {
    std::fputs("\r\033[K", stderr);
    shown_ = false;
  }
}

}  // namespace bulletin
