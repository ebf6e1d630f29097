#include "indexer/shell/word_line.hpp"

#include <algorithm>

namespace bulletin {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '\x7F';
}

}  // namespace

std::string word_line(std::string_view word, std::string_view about, std::string_view prefix) {
  if (!word.starts_with(prefix) || std::ranges::any_of(word, is_control)) {
    return {};
  }
  std::string line = std::string(word) + '\t' + std::string(about);
  std::replace_if(line.begin() + static_cast<std::ptrdiff_t>(word.size()) + 1, line.end(),
                  is_control, ' ');
  return line + '\n';
}

}  // namespace bulletin
