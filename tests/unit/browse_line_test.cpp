// Typing a line, in any script.

#include <string>

#include <doctest/doctest.h>

#include "searcher/browse/line_editor.hpp"

namespace bulletin::browse {
namespace {

// `text` types itself; `<` `>` move, `B` and `D` take out, `H` and `E` go to the ends.
LineEditor typed(const std::u32string& keys, LineEditor line = {}) {
  for (const char32_t c : keys) {
    Key key{KeyKind::kCharacter, c};
    switch (c) {
      case '<':
        key = {KeyKind::kLeft, 0};
        break;
      case '>':
        key = {KeyKind::kRight, 0};
        break;
      case 'B':
        key = {KeyKind::kBackspace, 0};
        break;
      case 'D':
        key = {KeyKind::kDelete, 0};
        break;
      case 'H':
        key = {KeyKind::kHome, 0};
        break;
      case 'E':
        key = {KeyKind::kEnd, 0};
        break;
      default:
        break;
    }
    line = edited(line, key);
  }
  return line;
}

std::string shown(const LineEditor& line) {
  return line.text.substr(0, line.at) + "|" + line.text.substr(line.at);
}

}  // namespace

TEST_CASE("line: keys change whole characters, whatever they are made of") {
  struct Case {
    std::string what;
    std::u32string keys;
    std::string line;
  };
  const Case cases[] = {
      {"letters go in at the cursor", U"ac<b", "ab|c"},
      {"Chinese goes in and out one character at a time", U"哈萨克B斯坦<<B", "哈|斯坦"},
      {"a mark goes with its base", U"cafe\u0301B", "caf|"},
      {"the cursor passes over base and mark", U"e\u0301x<<", "|e\u0301x"},
      {"characters beyond the first plane", U"𠮷野<B", "|野"},
      {"deleting takes what is behind", U"北京HD", "|京"},
      {"nothing before the beginning", U"B<Da", "a|"},
      {"nothing behind the end", U"aE>D", "a|"},
      {"control characters are not typed", U"a\u001b\u009b\u007fb", "ab|"}};
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(shown(typed(c.keys)), c.line);
  }
}

TEST_CASE("line: control keys cut words and ends") {
  const LineEditor line = typed(U"one two 三<<");
  const auto after = [&](char32_t letter) {
    return shown(edited(line, {KeyKind::kControl, letter}));
  };
  CHECK_EQ(shown(line), "one two| 三");
  CHECK_EQ(after('w'), "one | 三");
  CHECK_EQ(after('u'), "| 三");
  CHECK_EQ(after('k'), "one two|");
  CHECK_EQ(after('a'), "|one two 三");
  CHECK_EQ(after('e'), "one two 三|");
  CHECK_EQ(after('x'), "one two| 三");
}

TEST_CASE("line: what comes from elsewhere is made well-formed") {
  CHECK_EQ(shown(edit("a\x1b[2J\xff\xe4\xb8 b\n")), "a [2J   b |");
  CHECK_EQ(shown(edit("哈萨克斯坦")), "哈萨克斯坦|");
}

TEST_CASE("line: it takes as much as a query is read, and no half character more") {
  LineEditor line = edit(std::string(kMaxLine - 1, 'x'));
  line = edited(line, {KeyKind::kCharacter, U'中'});
  CHECK_EQ(line.text.size(), kMaxLine - 1);
  line = edited(line, {KeyKind::kCharacter, U'y'});
  CHECK_EQ(line.text.size(), kMaxLine);
}

}  // namespace bulletin::browse
