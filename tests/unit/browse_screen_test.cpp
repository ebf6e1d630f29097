// Cells: exact widths, nothing half, nothing that steers.

#include <string>

#include <doctest/doctest.h>

#include "searcher/browse/layout.hpp"
#include "searcher/browse/month_strip.hpp"
#include "searcher/browse/screen.hpp"
#include "searcher/browse/styled_line.hpp"
#include "searcher/search/columns.hpp"

namespace bulletin::browse {
namespace {

std::string put(std::size_t columns, std::size_t room, std::string_view text) {
  Screen screen({1, columns});
  screen.put({0, 0, room}, text);
  return screen.line(0);
}

std::string bars(const MonthStrip& strip) {
  std::string text = strip.has_earlier ? "…" : "";
  for (const MonthBar& bar : strip.bars) {
    text += (text.empty() || text == "…" ? "" : " ") + bar.from +
            (bar.to == bar.from ? "" : "~" + bar.to) + ":" + std::to_string(bar.count) +
            (bar.is_chosen ? "!" : "");
  }
  return text + (strip.has_later ? "…" : "");
}

}  // namespace

TEST_CASE("screen: text goes in whole characters and never steers") {
  struct Case {
    std::string what, text, line;
  };
  const Case cases[] = {
      {"a wide character has no half", "abc中文", "abc中 "},
      {"a mark rides on its base", "e\u0301\u0302x", "e\u0301\u0302x    "},
      {"a mark without a base is left out", "\u0301ab", "ab    "},
      {"control characters become spaces", "a\x1b[2J\t\x7f", "a [2J "},
      {"so do those of the second set, and line breaks", "a\u009b\n\u2028b", "a   b "},
      {"what turns the direction of a line is dropped", "a\u202e\u2066b\u200d\ufeffc", "abc   "},
      {"variation selectors are dropped", "\u2708\ufe0fa", "\u2708a    "},
      {"ill-formed bytes become spaces", "a\xff\xc3(", "a  (  "}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(put(6, 6, c.text), c.line);
  }
  CHECK_EQ(put(6, 3, "中文字"), "中    ");
}

TEST_CASE("screen: a character keeps at most four marks") {
  std::string text = "a";
  for (int i = 0; i < 50; ++i) {
    text += "\u0301";
  }
  CHECK_LE(put(2, 2, text).size(), 26);
}

TEST_CASE("screen: writing over half of a wide character clears the other half") {
  Screen screen({1, 6});
  screen.put({0, 0, 6}, "中文字");
  screen.put({0, 1, 1}, "x");
  CHECK_EQ(screen.line(0), " x文字");
  screen.put({0, 3, 2}, "国");
  CHECK_EQ(screen.line(0), " x 国 ");
  CHECK_EQ(columns_of(screen.line(0)), 6);
}

TEST_CASE("screen: what is cut says so, at the width it was given") {
  Screen screen({3, 8});
  CHECK_EQ(screen.put_cut({0, 0, 7}, "abcdefgh"), 7);
  CHECK_EQ(screen.put_cut({1, 0, 6}, "中文字中"), 5);
  CHECK_EQ(screen.put_cut({2, 0, 6}, "中文字"), 6);
  CHECK_EQ(screen.line(0), "abcdef… ");
  CHECK_EQ(screen.line(1), "中文…   ");
  CHECK_EQ(screen.line(2), "中文字  ");
  CHECK_EQ(screen.put({9, 0, 8}, "outside"), 0);
  CHECK_EQ(screen.put({0, 9, 8}, "outside"), 0);
}

TEST_CASE("screen: marked bytes have the role of matches") {
  Screen screen({1, 8});
  screen.put_marked({0, 0, 8}, "a中文b", {{1, 4}}, {Role::kStrong, true});
  CHECK_EQ(screen.at(0, 0).style, Style{Role::kStrong, true});
  CHECK_EQ(screen.at(0, 1).style, Style{Role::kMark, true});
  CHECK_EQ(screen.at(0, 2).style, Style{Role::kMark, true});
  CHECK_EQ(screen.at(0, 3).style, Style{Role::kStrong, true});
}

TEST_CASE("lines: text breaks at the width, marks stay on their words") {
  std::vector<StyledLine> lines;
  append_wrapped(lines, "one two\n\n“学习中心。”\tend", {{4, 7}}, 8);
  std::string text;
  for (const StyledLine& line : lines) {
    CHECK_LE(columns_of(line.text), 8);
    text += line.text + "|";
  }
  CHECK_EQ(text, "one two||“学习中|心。”|end|");
  CHECK_EQ(lines[0].marks, std::vector<ByteRange>{{4, 7}});
  lines.clear();
  append_wrapped(lines, "", {}, 8);
  CHECK_EQ(lines.size(), 1);
}

TEST_CASE("months: gaps are filled, many months share a bar, rare ends go") {
  const std::vector<Bucket> months{{"2020-02", 1}, {"2019-12", 4}, {"2019-11", 2}};
  CHECK_EQ(bars(month_strip(months, {"2019"}, 20)), "2019-11:2! 2019-12:4! 2020-01:0 2020-02:1");
  CHECK_EQ(month_strip(months, {}, 20).bar_columns, 5);
  CHECK_EQ(bars(month_strip(months, {"2020-01-03..2020-05"}, 2)),
           "2019-11~2019-12:6 2020-01~2020-02:1!");
  const std::vector<Bucket> far{{"2035-01", 1}, {"2019-12", 90}, {"2019-11", 2}, {"1911-01", 1}};
  CHECK_EQ(bars(month_strip(far, {}, 20)), "…2019-11:2 2019-12:90…");
  CHECK_EQ(month_strip({}, {}, 20), MonthStrip{});
  CHECK_EQ(month_strip({{"none", 3}}, {}, 20), MonthStrip{});
}

TEST_CASE("months: a bar has eight steps a row, and the least count is seen") {
  CHECK_EQ(bar_part(0, 10, 0, 1, true), " ");
  CHECK_EQ(bar_part(1, 1000, 0, 1, true), "▁");
  CHECK_EQ(bar_part(10, 10, 0, 1, true), "█");
  CHECK_EQ(bar_part(10, 10, 0, 1, false), "@");
  CHECK_EQ(bar_part(5, 10, 0, 2, true), "█");
  CHECK_EQ(bar_part(5, 10, 1, 2, true), " ");
  CHECK_EQ(bar_part(9, 10, 1, 2, true), "▇");
  CHECK_EQ(bar_part(0, 0, 0, 1, true), " ");
}

TEST_CASE("layout: the parts cover the screen once, whatever its size") {
  for (std::size_t rows = 0; rows <= 50; ++rows) {
    for (std::size_t columns = 0; columns <= 200; columns += 7) {
      for (const bool facets : {false, true}) {
        CAPTURE(rows);
        CAPTURE(columns);
        const Layout layout = layout_of({rows, columns}, {.facets_in_front = facets});
        if (!layout.fits) {
          CHECK((rows < 3 || columns < 20));
          continue;
        }
        CHECK_EQ(layout.query.rows + layout.chips.rows + layout.strip.rows + layout.rule.rows +
                     layout.body.rows + layout.status.rows,
                 rows);
        CHECK_GE(layout.body.rows, 1);
        CHECK_GE(layout.page, 1);
        const bool both = layout.hits.rows > 0 && layout.facets.rows > 0;
        CHECK_EQ(both, columns >= 60);
        CHECK_EQ(both ? layout.facets.columns + 1 + layout.hits.columns : columns, columns);
        CHECK((both || (layout.facets.rows > 0) == facets));
      }
    }
  }
}

TEST_CASE("layout: at 80x24 four hits with excerpts beside the facets, at 40x10 three titles") {
  const Layout usual = layout_of({24, 80}, {});
  CHECK_EQ(usual.page, 4);
  CHECK_EQ(usual.hit_rows, 4);
  CHECK_EQ(usual.facets.columns, 26);
  CHECK_EQ(layout_of({24, 80}, {.titles_only = true}).page, 19);
  const Layout small = layout_of({10, 40}, {});
  CHECK_EQ(small.page, 3);
  CHECK_EQ(small.strip.rows, 0);
  CHECK_EQ(layout_of({24, 80}, {.layered = true}).body, Area{1, 0, 22, 80});
}

}  // namespace bulletin::browse
