#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "indexer/schema/cbor_reader.hpp"
#include "indexer/schema/cbor_writer.hpp"

namespace bulletin {
namespace {

using namespace std::string_view_literals;

std::string cbor(const nlohmann::json& value) {
  std::string bytes;
  nlohmann::json::to_cbor(value, bytes);
  return bytes;
}

TEST_CASE("cbor reader: values come as they were written, at every width") {
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{23}, std::uint64_t{24}, std::uint64_t{0xFF},
        std::uint64_t{0x100}, std::uint64_t{0xFFFF}, std::uint64_t{0x1'0000},
        std::uint64_t{0xFFFF'FFFF}, std::uint64_t{0x1'0000'0000}, ~std::uint64_t{0}}) {
    CAPTURE(number);
    const std::string bytes = cbor(number);
    CborReader reader(bytes);
    CHECK_EQ(reader.number(), number);
    reader.end();
  }
  for (const std::size_t length : {0U, 1U, 23U, 24U, 255U, 256U, 65'535U, 65'536U}) {
    CAPTURE(length);
    const std::string text(length, 'x');
    const std::string bytes = cbor(text);
    CborReader reader(bytes);
    CHECK_EQ(reader.text(), text);
    reader.end();
  }
  const std::string bytes = cbor({"a\0b"sv, nullptr, true, false, nlohmann::json::array()});
  CborReader reader(bytes);
  reader.array_of(5);
  CHECK_FALSE(reader.take_null());
  CHECK_EQ(reader.text(), "a\0b"sv);
  CHECK(reader.take_null());
  CHECK(reader.boolean());
  CHECK_FALSE(reader.boolean());
  CHECK_EQ(reader.array(), 0);
  reader.end();
}

TEST_CASE("cbor reader: numbers below 0 come as they were written, and none beyond 64 bits") {
  for (const std::int64_t number :
       {std::int64_t{-1}, std::int64_t{-24}, std::int64_t{-25}, std::int64_t{-0x100},
        std::int64_t{-0x1'0000'0001}, std::numeric_limits<std::int64_t>::min(), std::int64_t{0},
        std::numeric_limits<std::int64_t>::max()}) {
    CAPTURE(number);
    const std::string bytes = cbor(number);
    CborReader reader(bytes);
    CHECK_EQ(reader.signed_number(), number);
    reader.end();
  }
  for (const std::string_view bytes :
       {"\x1B\x80\0\0\0\0\0\0\0"sv, "\x3B\x80\0\0\0\0\0\0\0"sv, "\x61x"sv, ""sv}) {
    CborReader reader(bytes);
    CHECK_THROWS_AS(static_cast<void>(reader.signed_number()), std::runtime_error);
  }
}

TEST_CASE("cbor writer: every value is written as another program writes it") {
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{23}, std::uint64_t{24}, std::uint64_t{0xFF},
        std::uint64_t{0x100}, std::uint64_t{0xFFFF}, std::uint64_t{0x1'0000},
        std::uint64_t{0xFFFF'FFFF}, std::uint64_t{0x1'0000'0000}, ~std::uint64_t{0}}) {
    CAPTURE(number);
    CborWriter writer;
    writer.number(number);
    CHECK_EQ(writer.take(), cbor(number));
  }
  for (const std::size_t length : {0U, 1U, 23U, 24U, 255U, 256U, 65'535U, 65'536U}) {
    CAPTURE(length);
    CborWriter writer;
    writer.text(std::string(length, 'x'));
    CHECK_EQ(writer.take(), cbor(std::string(length, 'x')));
    writer.array(length);
    const std::string all = cbor(std::vector<int>(length, 0));
    CHECK_EQ(writer.take(), all.substr(0, all.size() - length));
  }
  CborWriter writer;
  writer.array(4);
  writer.text("a\0b"sv);
  writer.null();
  writer.boolean(true);
  writer.boolean(false);
  CHECK_EQ(writer.take(), cbor({"a\0b"sv, nullptr, true, false}));
  CHECK_EQ(writer.take(), "");
}

TEST_CASE("cbor reader: a text is nothing but a whole text in its shortest form") {
  struct Case {
    std::string_view what, bytes;
  };
  const Case cases[] = {
      {"nothing", ""sv},
      {"a number", "\x05"sv},
      {"bytes", "\x41x"sv},
      {"an array of a text", "\x81\x61x"sv},
      {"null", "\xF6"sv},
      {"less than it says", "\x62x"sv},
      {"a length cut short", "\x79\x01"sv},
      {"a length that cannot be", "\x7B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv},
      {"a length in two bytes that fits in one", "\x79\x00\x18xxxxxxxxxxxxxxxxxxxxxxxx"sv},
      {"a length in one byte that fits in the head", "\x78\x01x"sv},
      {"pieces until a stop", "\x7F\x61x\xFF"sv},
      {"a width that is reserved", "\x7C\x01x"sv},
  };
  for (const Case& c : cases) {
    CAPTURE(c.what);
    CborReader reader(c.bytes);
    CHECK_THROWS_AS(static_cast<void>(reader.text()), std::runtime_error);
  }
}

TEST_CASE("cbor reader: arrays end where they say, and claim no more than there is") {
  CborReader huge("\x9B\x00\x00\x00\x00\xFF\xFF\xFF\xFF"sv);
  CHECK_THROWS_AS(static_cast<void>(huge.array()), std::runtime_error);
  CborReader other("\x82\x01\x02"sv);
  CHECK_THROWS_AS(other.array_of(3), std::runtime_error);
  CborReader longer("\x01\x02"sv);
  CHECK_EQ(longer.number(), 1);
  CHECK_THROWS_AS(longer.end(), std::runtime_error);
  CborReader undefined("\xF7"sv);
  CHECK_THROWS_AS(static_cast<void>(undefined.boolean()), std::runtime_error);
  CborReader ended(""sv);
  CHECK_THROWS_AS(static_cast<void>(ended.take_null()), std::runtime_error);
}

}  // namespace
}  // namespace bulletin
