#include "searcher/output/json_text.hpp"

#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "searcher/output/result_json.hpp"

namespace bulletin {

TEST_CASE("JsonText: commas stand between values and nowhere else") {
  JsonText text;
  text.begin_object().key("empty").begin_array().end_array();
  text.key("list").begin_array().number(1U).null().string("a").begin_object().end_object();
  text.end_array().key("is").boolean(true).key("of").value({{"x", 1}}).end_object();
  CHECK_EQ(text.take(), R"({"empty":[],"list":[1,null,"a",{}],"is":true,"of":{"x":1}})");
  CHECK_EQ(text.number(7U).take(), "7");
}

TEST_CASE("JsonText: strings are written as dump_json() writes them") {
  std::vector<std::string> strings = {"",
                                      "plain",
                                      "a \"b\" \\ c",
                                      "\b\f\n\r\t",
                                      "哈萨克斯坦\n2019年",
                                      "\xF0\x9F\x98\x80 end",
                                      "half \xE4\xB8",
                                      "\xE4\xB8\xE4\xB8\x80\"",
                                      "\xFF\xFE",
                                      "\xC0\xAF",
                                      "\xED\xA0\x80",
                                      "\xF4\x90\x80\x80"};
  for (int byte = 0; byte < 256; ++byte) {
    strings.push_back(std::string("a") + static_cast<char>(byte) + "z");
  }
  for (const std::string& string : strings) {
    CAPTURE(string);
    CHECK_EQ(JsonText().string(string).take(), dump_json(string));
    CHECK_EQ(JsonText().begin_object().key(string).null().end_object().take(),
             dump_json({{string, nullptr}}));
  }
}

TEST_CASE("JsonText: numbers are written as dump_json() writes them") {
  for (const double value : {0.0, 1.0, 0.1, 12.345678901, 1e-9, 1e21, 1.0 / 3}) {
    CHECK_EQ(JsonText().number(value).take(), dump_json(value));
  }
  const auto largest = std::numeric_limits<std::uint64_t>::max();
  CHECK_EQ(JsonText().number(largest).take(), "18446744073709551615");
}

}  // namespace bulletin
