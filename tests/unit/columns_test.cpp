#include "searcher/search/columns.hpp"

#include <doctest/doctest.h>
#include <unicode/uchar.h>

namespace bulletin {
namespace {

// As Unicode has it, without a short way.
std::size_t columns_by_icu(char32_t c) {
  const auto point = static_cast<UChar32>(c);
  const int type = u_charType(point);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR ||
      type == U_CONTROL_CHAR) {
    return 0;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

TEST_CASE("columns_of: every character is as wide as Unicode says") {
  for (char32_t c = 0; c <= 0xFFFF; ++c) {
    if (columns_of(c) != columns_by_icu(c)) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK_EQ(columns_of(c), columns_by_icu(c));
    }
  }
}

TEST_CASE("columns_of: a text is as wide as its characters") {
  CHECK_EQ(columns_of("GDP 3.5%"), 8);
  CHECK_EQ(columns_of("国家，ＧＤＰ"), 12);
  CHECK_EQ(columns_of("e\u0301"), 1);
  CHECK_EQ(columns_of(""), 0);
}

}  // namespace
}  // namespace bulletin
