// Whole screens of browsing over the small archive, for readers to judge: keys go in, no terminal
// is needed. Below a screen its looks, a sign a cell: s strong, f faint, m match, c chosen, b bar,
// i bar of a chosen month, . plain; capitals and # where the cell is reversed. After a change:
// UPDATE_GOLDEN=1 ctest -R golden, then read the diff like code.

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indexer/pipeline/index_writer.hpp"
#include "indexer/pipeline/make_bulletin.hpp"
#include "searcher/browse/browser.hpp"
#include "searcher/search/columns.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/process.hpp"

namespace bulletin::browse {
namespace {

constexpr Size kUsual{24, 80};
constexpr Size kSmall{10, 40};

// The items of archive.txt, without a file, so that no screen says where the project lies; one more
// with a title and one that would steer a terminal.
std::vector<RawItem> items() {
  std::vector<RawItem> all;
  const std::string archive = test::read_file(BULLETIN_TEST_DIR "/golden/archive.txt");
  for (std::size_t begin = 0; begin < archive.size();) {
    const std::size_t end = std::min(archive.find("\n\n", begin), archive.size());
    all.push_back({.id = "lead-" + std::to_string(all.size() + 1),
                   .text = archive.substr(begin, end - begin)});
    begin = end + 2;
  }
  all.push_back({.id = "seminar-2021",
                 .title = "Seminar on open courses",
                 .text = "Teachers from three universities compared their open courses.",
                 .published = make_date(2021, 4, 12),
                 .countries = {"ES", "GB"}});
  all.push_back(
      {.id = "evil",
       .title = "Clear\x1b[2J \u202eend\u202c of\tlibrary",
       .text = "It rang \a\a and\x1b]0;owned\x07 moved \u009b5A.\nNext line of e\u0301."});
  return all;
}

const std::string& index() {
  static const test::TemporaryFolder folder;
  static const std::string path = [] {
    std::string made = folder.at("index");
    IndexWriter writer(made);
    for (const RawItem& item : items()) {
      static_cast<void>(writer.add(make_bulletin(item)));
    }
    writer.commit();
    return made;
  }();
  return path;
}

char sign_of(const Style& style) {
  const std::string_view signs = style.reversed ? "#SFMCBI" : ".sfmcbi";  // In the enum's order.
  return signs[static_cast<std::size_t>(style.role)];
}

std::string readable(const Screen& screen) {
  std::string text;
  std::string looks;
  for (std::size_t row = 0; row < screen.size().rows; ++row) {
    const std::string line = screen.line(row);
    CHECK_EQ(columns_of(line), screen.size().columns);
    text += line + "|\n";
    for (std::size_t column = 0; column < screen.size().columns; ++column) {
      looks += sign_of(screen.at(row, column).style);
    }
    looks += '\n';
  }
  return text +
         (screen.cursor ? "cursor " + std::to_string(screen.cursor->first) + " " +
                              std::to_string(screen.cursor->second) + "\n"
                        : "") +
         '\n' + looks;
}

// Keys: characters type themselves, and `\n` Enter, `\t` Tab, `\x1b` Esc.
void type(Browser& browser, const std::u32string& keys) {
  for (const char32_t c : keys) {
    browser.press({.kind = c == '\n'     ? KeyKind::kEnter
                           : c == '\t'   ? KeyKind::kTab
                           : c == '\x1b' ? KeyKind::kEscape
                                         : KeyKind::kCharacter,
                   .character = c});
  }
}

struct Case {
  std::string name;
  std::u32string keys;
  Look look;
  Size size = kUsual;
};

Browser browser_of(Searcher& searcher, const Labels& labels, Size size, Look look) {
  SearchRequest start;
  start.query.translate = false;  // As it is with and without a dictionary.
  start.query.today = *make_date(2024, 3, 10);
  return {searcher, labels, start, size, look};
}

const std::vector<Case>& cases() {
  constexpr Look kEnglishLook{Language::kEnglish, true};
  constexpr Look kChineseLook{Language::kChinese, true};
  static const std::vector<Case> list{
      {"browse_everything_en", U"", kEnglishLook},
      {"browse_country_and_month_en", U"/kazakhstan dec 2019\n", kEnglishLook},
      {"browse_drill_down_en", U"1\tf2019\n\n\x1bjj\n", kEnglishLook},
      {"browse_typing_en", U"/学习中心", kEnglishLook},
      {"browse_item_en", U"/study centre\n\n", kEnglishLook},
      {"browse_evidence_en", U"/zambia\n\nw", kEnglishLook},
      {"browse_similar_en", U"/zambia\n\ns", kEnglishLook},
      {"browse_nothing_en", U"/zebra 2019\n", kEnglishLook},
      {"browse_help_en", U"?", kEnglishLook},
      {"browse_steering_item_en", U"/rang\n\n", kEnglishLook},
      {"browse_ascii_en", U"/学习中心\n1", {Language::kEnglish, false}},
      {"browse_small_en", U"/kazakhstan\n", kEnglishLook, kSmall},
      {"browse_everything_zh", U"", kChineseLook},
      {"browse_study_centre_zh", U"/学习中心\n1 v", kChineseLook},
      {"browse_item_zh", U"/学习中心\n\nw", kChineseLook},
      {"browse_help_zh", U"?", kChineseLook},
      {"browse_small_zh", U"/学习中心 赞比亚\n", kChineseLook, kSmall},
      {"browse_small_facets_zh", U"\tf赞", kChineseLook, kSmall}};
  return list;
}

}  // namespace

TEST_CASE("screen: what a person sees") {
  Searcher searcher(index());
  const Labels labels;
  for (const Case& c : cases()) {
    CAPTURE(c.name);
    Browser browser = browser_of(searcher, labels, c.size, c.look);
    type(browser, c.keys);
    test::check_golden(c.name + ".txt", readable(browser.screen()));
  }
}

TEST_CASE(
    "screen: at any size every line is as wide as the screen and holds no control character") {
  Searcher searcher(index());
  const Labels labels;
  for (const std::u32string keys : {U"", U"/rang\n\n", U"/rang\n\nw", U"/zambia\n\ns", U"?", U"\t1",
                                    U"/学习中心 赞比亚 2019年12月", U"1\t\t", U"v"}) {
    Browser browser = browser_of(searcher, labels, kUsual, {Language::kChinese, true});
    type(browser, keys);
    for (std::size_t rows = 1; rows < 45; rows += 3) {
      for (std::size_t columns = 1; columns < 130; columns += 6) {
        browser.resize({rows, columns});
        const Screen screen = browser.screen();
        for (std::size_t row = 0; row < rows; ++row) {
          const std::string line = screen.line(row);
          CHECK_EQ(columns_of(line), columns);
          CHECK_EQ(line.find_first_of("\x1b\x07\t\n\x7f"), std::string::npos);
          CHECK_EQ(line.find("\u009b"), std::string::npos);
          CHECK_EQ(line.find("\u202e"), std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("screen: a growing index is seen at the next key that asks") {
  const test::TemporaryFolder folder;
  const auto add = [&](const std::string& id) {
    IndexWriter writer(folder.at("index"));
    static_cast<void>(writer.add(make_bulletin({.id = id, .text = "Some text of " + id + "."})));
    writer.commit();
  };
  add("first");
  Searcher searcher(folder.at("index"));
  const Labels labels;
  Browser browser = browser_of(searcher, labels, kUsual, {});
  CHECK_NE(browser.screen().line(3).find("1 item"), std::string::npos);
  add("second");
  type(browser, U"o");
  CHECK_NE(browser.screen().line(3).find("2 items"), std::string::npos);
}

}  // namespace bulletin::browse
