#include "indexer/cli/progress.hpp"

#include <algorithm>
#include <array>
#include <cmath>
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
  std::fprintf(stderr, "\r%s \033[K", progress_text(items_, seconds, done_, whole_).c_str());
  shown_ = true;
}

void Progress::clear() {
  if (shown_) {
    std::fputs("\r\033[K", stderr);
    shown_ = false;
  }
}

std::string progress_text(std::size_t items, double seconds, std::uintmax_t done,
                          std::uintmax_t whole) {
  std::array<char, 128> text{};
  const double rate = seconds > 0 ? static_cast<double>(items) / seconds : 0;
  std::snprintf(text.data(), text.size(), "%zu items, %.0f a second", items, rate);
  std::string line = text.data();
  if (whole == 0 || done == 0) {
    return line;
  }
  const double part = std::min(1.0, static_cast<double>(done) / static_cast<double>(whole));
  const auto left = static_cast<unsigned long>(std::lround(seconds * (1 - part) / part));
  std::snprintf(text.data(), text.size(), ", %.0f %%, %lu:%02lu left", 100 * part, left / 60,
                left % 60);
  return line + text.data();
}

}  // namespace bulletin
