#include "indexer/ingest/json_items.hpp"

#include <string>
#include <string_view>

#include <doctest/doctest.h>

namespace bulletin {
namespace {

// One line an item, `LINE id|title|text|extra`, and `LINE! problem` for what was refused.
std::string read(std::string_view text) {
  std::string lines;
  const ItemSink sink{.on_item =
                          [&](const RawItem& item) {
                            lines += std::to_string(item.origin.line) + ' ' + item.id + '|' +
                                     item.title + '|' + item.text + '|' + item.extra + '\n';
                          },
                      .on_problem =
                          [&](const Problem& problem) {
                            lines +=
                                std::to_string(problem.origin.line) + "! " + problem.message + '\n';
                          }};
  ByteStream bytes = ByteStream::of(text);
  read_json_lines(bytes, "feed.jsonl", sink);
  return lines;
}

TEST_CASE("read_json_lines: one object a line is one item") {
  struct Case {
    std::string_view what, text, expect;
  };
  const Case cases[] = {
      {"empty", "", ""},
      {"item", R"({"id":"a","title":"访问","text":"正文"})", "1 a|访问|正文|\n"},
      {"escapes", R"({"text":"A\u4e2d\nB\ud83d\ude00"})", "1 ||A中\nB😀|\n"},
      {"blank lines count", "\n{\"text\":\"x\"}\n \n{\"text\":\"y\"}\n", "2 ||x|\n4 ||y|\n"},
      {"CRLF", "{\"text\":\"x\"}\r\n{\"text\":\"y\"}\r\n", "1 ||x|\n2 ||y|\n"},
      {"other keys are kept", R"({"text":"x","tags":["a"],"views":3})",
       "1 ||x|{\"tags\":[\"a\"],\"views\":3}\n"},
      {"null counts as absent", R"({"title":null,"text":"x","tags":null})", "1 ||x|\n"},
      {"number as id", R"({"id":17,"text":"x"})", "1 17||x|\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CHECK_EQ(read(c.text), c.expect);
  }
}

TEST_CASE("read_json_lines: a bad line is a problem of its own") {
  struct Case {
    std::string_view what, line, expect;
  };
  const Case cases[] = {
      {"title as a list", R"({"title":["x"]})", "'title' has to be a string"},
      {"no item in it", R"({"id":"a"})", "item has neither title nor text"},
      {"list", "[1,2]", "line is not a JSON object"},
      {"plain text", "\"x\"", "line is not a JSON object"},
      {"ill-formed UTF-8", "{\"text\":\"\xff\"}", "text is not valid UTF-8 (byte 10 of the item)"},
      {"raw NUL", std::string_view("{\"text\":\"a\0b\"}", 14),
       "text holds NUL bytes: not a text file?"},
      {"escaped NUL", R"({"text":"a\u0000b"})", "text holds NUL bytes: not a text file?"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    const std::string text = std::string(c.line) + "\n{\"text\":\"next\"}";
    CHECK_EQ(read(text), "1! " + std::string(c.expect) + "\n2 ||next|\n");
  }
}

TEST_CASE("read_json_lines: broken JSON says where it breaks") {
  const std::string_view lines[] = {R"({"text":"x")", R"({"text":"x"} {"text":"y"})", "{text:1}",
                                    R"({"text":"\ud83d"})"};
  for (const std::string_view line : lines) {
    CAPTURE(line);
    const std::string said = read(line);
    CHECK_MESSAGE(said.starts_with("1! broken JSON: "), said);
    CHECK_EQ(said.find("json.exception"), std::string::npos);
  }
  CHECK_EQ(read("{text:1}\n").find("1! broken JSON: column 3: "), 0);
}

TEST_CASE("read_json_lines: nesting is bounded, before it costs anything") {
  const auto nested = [](std::size_t depth) {
    return R"({"text":"x","tags":)" + std::string(depth, '[') + std::string(depth, ']') + '}';
  };
  CHECK_EQ(read(nested(60)).find("1 ||x|"), 0);
  CHECK_EQ(read(nested(100)), "1! JSON value nested deeper than 64\n");
  CHECK_EQ(read(std::string(1'000'000, '[')), "1! JSON value nested deeper than 64\n");
}

}  // namespace
}  // namespace bulletin
