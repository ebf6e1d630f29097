#include "indexer/understanding/language.hpp"

#include <cstddef>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {

std::string_view detect_language(std::string_view text) {
  std::size_t han = 0;
  std::size_t other = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool latin = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    han += is_han(c) ? 1 : 0;
    other += latin ? 1 : 0;
  }
  return han * 3 > other ? "zh" : "en";
}

}  // namespace bulletin
