#include "searcher/output/terminal.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "searcher/search/columns.hpp"
#include "tests/unit/marked.hpp"

namespace bulletin {
namespace {

// Wraps a text whose marks stand between ⟦ and ⟧; colour codes become the same signs.
std::string wrap(std::string_view text, std::size_t columns, std::size_t indent, bool color) {
  std::string plain(text);
  const std::vector<ByteRange> marks = test::take_marks(plain);
  std::string out = Terminal{.color = color, .columns = columns}.wrap(plain, marks, indent);
  const auto replace = [&](std::string_view code, std::string_view sign) {
    for (auto at = out.find(code); at != std::string::npos; at = out.find(code, at)) {
      out.replace(at, code.size(), sign);
    }
  };
  replace("\033[1;31m", "⟦");
  replace("\033[0m", "⟧");
  return out;
}

TEST_CASE("wrap: lines fit, in cells and not in bytes") {
  struct Case {
    std::string_view what, text;
    std::size_t columns, indent;
    std::string_view expect;
  };
  const Case cases[] = {
      {"nothing", "", 10, 2, ""},
      {"one line", "two words", 10, 0, "two words\n"},
      {"breaks at a space", "alpha beta gamma", 10, 0, "alpha beta\ngamma\n"},
      {"the indent counts", "alpha beta gamma", 10, 2, "  alpha\n  beta\n  gamma\n"},
      {"wide characters take two cells", "一二三四五六", 8, 0, "一二三四\n五六\n"},
      {"an odd width leaves a cell free", "一二三四五六", 7, 0, "一二三\n四五六\n"},
      {"between wide characters, not before a word", "访问Kazakhstan大学", 12, 0,
       "访\n问Kazakhstan\n大学\n"},
      {"a word longer than the line is cut", "abcdefghijkl", 5, 0, "abcde\nfghij\nkl\n"},
      {"a long word behind a short one", "ab cdefghijkl", 5, 0, "ab\ncdefg\nhijkl\n"},
      {"accents take no cell", "cafe\u0301 cafe\u0301", 4, 0, "cafe\u0301\ncafe\u0301\n"},
      {"a character wider than the line is still printed", "一二", 1, 0, "一\n二\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(wrap(c.text, c.columns, c.indent, false), c.expect);
  }
}

TEST_CASE("wrap: a mark across a line break is closed and opened again") {
  struct Case {
    std::string_view what, text;
    std::size_t columns;
    std::string_view expect;
  };
  const Case cases[] = {
      {"inside a line", "an ⟦alpha⟧ beta", 20, "an ⟦alpha⟧ beta\n"},
      {"over two lines of Chinese", "一⟦二三四五⟧六", 6, "一⟦二三⟧\n⟦四五⟧六\n"},
      {"over a space", "an ⟦alpha beta⟧ x", 8, "an ⟦alpha⟧\n⟦beta⟧ x\n"},
      {"two neighbours", "⟦香港⟧⟦贸发局⟧", 6, "⟦香港⟧⟦贸⟧\n⟦发局⟧\n"},
      {"at the end", "alpha ⟦beta⟧", 6, "alpha\n⟦beta⟧\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(wrap(c.text, c.columns, 0, true), c.expect);
  }
  CHECK_EQ(wrap("an ⟦alpha⟧ beta", 20, 0, false), "an alpha beta\n");
}

TEST_CASE("wrap: no line is too wide and nothing is lost, whatever the width") {
  const std::string text =
      "代表团visited阿斯塔纳和 the Almaty Management University，随后ＧＤＰ回国 home.";
  std::string letters = text;
  std::erase(letters, ' ');
  for (std::size_t columns = 4; columns <= 80; ++columns) {
    CAPTURE(columns);
    std::string out = wrap(text, columns, 2, false);
    for (std::size_t begin = 0; begin < out.size();) {
      const std::size_t end = out.find('\n', begin);
      CHECK_LE(columns_of(std::string_view(out).substr(begin, end - begin)), columns);
      begin = end + 1;
    }
    std::erase_if(out, [](char c) { return c == ' ' || c == '\n'; });
    CHECK_EQ(out, letters);
  }
}

TEST_CASE("marked, bold and dim: codes only where there is colour") {
  const Terminal color{.color = true};
  const Terminal plain{.color = false};
  CHECK_EQ(color.marked("a bc d", {{2, 4}}), "a \033[1;31mbc\033[0m d");
  CHECK_EQ(plain.marked("a bc d", {{2, 4}}), "a bc d");
  CHECK_EQ(color.bold("x"), "\033[1mx\033[0m");
  CHECK_EQ(color.dim("x"), "\033[2mx\033[0m");
  CHECK_EQ(plain.bold("x") + plain.dim("y"), "xy");
}

TEST_CASE("printable: no item steers the terminal, and no byte moves") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"escape sequence", "a\033[2Jb", "a [2Jb"},
      {"bell and delete", "a\ab\x7F", "a b "},
      {"control characters of two bytes", "a\u009B2Jb", "a  2Jb"},
      {"line breaks and tabs stay", "a\n\tb", "a\n\tb"},
      {"Chinese and its neighbours stay", "访问“\u00A0é”", "访问“\u00A0é”"},
      {"half a character at the end", "a\xC2", "a\xC2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(printable(c.text), c.expect);
  }
  CHECK_EQ(Terminal{.color = true}.marked("\033x", {{1, 2}}), " \033[1;31mx\033[0m");
}

}  // namespace
}  // namespace bulletin
