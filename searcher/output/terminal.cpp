#include "searcher/output/terminal.hpp"

#include <algorithm>

#include <sys/ioctl.h>
#include <unistd.h>

#include "indexer/base/user_folders.hpp"
#include "searcher/search/columns.hpp"

namespace bulletin {
namespace {

constexpr std::string_view kBold = "\033[1m";
constexpr std::string_view kDim = "\033[2m";
constexpr std::string_view kMark = "\033[1;31m";
constexpr std::string_view kPlain = "\033[0m";
constexpr std::size_t kWidest = 100;  // Longer lines are hard to read.

std::size_t terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col < 20) {
    return 80;
  }
  return std::min<std::size_t>(size.ws_col, kWidest);
}

// By no-color.org and bixense.com/clicolors; NO_COLOR goes first.
bool environment_wants_color(bool on_terminal) {
  if (!environment("NO_COLOR").empty()) {
    return false;
  }
  const std::string force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") {
    return true;
  }
  return on_terminal && environment("CLICOLOR") != "0" && environment("TERM") != "dumb";
}

}  // namespace

Terminal Terminal::of_stdout(ColorChoice choice) {
  const bool wanted = environment_wants_color(isatty(STDOUT_FILENO) == 1);
  return {.color = choice == ColorChoice::kAlways || (choice == ColorChoice::kAuto && wanted),
          .columns = terminal_columns()};
}

std::string Terminal::bold(std::string_view text) const {
  return color ? std::string(kBold) + printable(text) + std::string(kPlain) : printable(text);
}

std::string Terminal::dim(std::string_view text) const {
  return color ? std::string(kDim) + printable(text) + std::string(kPlain) : printable(text);
}

std::string Terminal::marked(std::string_view text, const std::vector<ByteRange>& marks) const {
  std::string plain = printable(text);
  if (!color) {
    return plain;
  }
  std::string out;
  std::size_t at = 0;
  for (const ByteRange& mark : marks) {
    out.append(plain, at, mark.begin - at);
    out += kMark;
    out.append(plain, mark.begin, mark.end - mark.begin);
    out += kPlain;
    at = mark.end;
  }
  return out.append(plain, at);
}

std::string Terminal::wrap(std::string_view text, const std::vector<ByteRange>& marks,
                           std::size_t indent) const {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = line_end(text, begin, columns - indent);
    const std::size_t last = text.find_last_not_of(' ', end - 1);
    const std::size_t shown = last == std::string_view::npos || last < begin ? end : last + 1;
    std::vector<ByteRange> inside;
    for (const ByteRange& mark : marks) {
      const ByteRange part{std::max(mark.begin, begin), std::min(mark.end, shown)};
      if (part.begin < part.end) {
        inside.push_back({part.begin - begin, part.end - begin});
      }
    }
    out += std::string(indent, ' ') + marked(text.substr(begin, shown - begin), inside) + '\n';
    begin = end;
    while (begin < text.size() && text[begin] == ' ') {
      ++begin;
    }
  }
  return out;
}

}  // namespace bulletin
