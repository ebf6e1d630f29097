#include "searcher/search/columns.hpp"

#include <string_view>

#include <unicode/uchar.h>

#include "indexer/analysis/utf8.hpp"

namespace bulletin {
namespace {

constexpr char kDelete = 0x7F;

// Han, the punctuation of Chinese and full-width letters: nearly all that is wide, without ICU.
bool is_plainly_wide(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3029) ||
         (c >= 0xFF01 && c <= 0xFF60);
}

bool may_not_begin_line(char32_t c) {
  constexpr std::u32string_view kClosing = U"。，、；：？！）」』》〉】〕”’…—,.;:?!)]}";
  return kClosing.find(c) != kClosing.npos;
}

bool may_not_end_line(char32_t c) {
  constexpr std::u32string_view kOpening = U"（「『《〈【〔“‘([{";
  return kOpening.find(c) != kOpening.npos;
}

}  // namespace

std::size_t columns_of(char32_t c) {
  if (c >= 0x20 && c < 0x7F) {
    return 1;
  }
  if (is_plainly_wide(c)) {
    return 2;
  }
  const auto point = static_cast<UChar32>(c);
  const int type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      type == U_CONTROL_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    columns += columns_of(next_code_point(text, at));
  }
  return columns;
}

std::string printable(std::string_view text) {
  std::string plain(text);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto byte = static_cast<unsigned char>(plain[i]);
    if ((byte < 0x20 && plain[i] != '\n' && plain[i] != '\t') || plain[i] == kDelete) {
      plain[i] = ' ';
    }
    const auto next = i + 1 < plain.size() ? static_cast<unsigned char>(plain[i + 1]) : 0U;
    if (byte == 0xC2 && next >= 0x80 && next < 0xA0) {  // U+0080 to U+009F steer too.
      plain[i] = plain[i + 1] = ' ';
    }
  }
  return plain;
}

std::size_t line_end(std::string_view text, std::size_t begin, std::size_t columns) {
  std::size_t used = 0;
  std::size_t last_break = begin;
  char32_t before = 0;
  for (std::size_t at = begin; at < text.size();) {
    std::size_t ahead = at;
    const char32_t c = next_code_point(text, ahead);
    const bool breaks = c == ' ' || before == ' ' || columns_of(c) == 2;
    if (at > begin && breaks && !may_not_begin_line(c) && !may_not_end_line(before)) {
      last_break = at;
    }
    used += columns_of(c);
    if (used > columns) {
      return last_break > begin ? last_break : (at > begin ? at : ahead);
    }
    before = c;
    at = ahead;
  }
  return text.size();
}

}  // namespace bulletin
