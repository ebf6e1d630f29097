#include "indexer/schema/cbor_reader.hpp"

#include <array>
#include <limits>
#include <stdexcept>

#include "indexer/schema/cbor_bytes.hpp"

namespace bulletin {
namespace {

constexpr std::array<std::uint64_t, 4> kLeastOfWidth{cbor::kBytesFollow, 0x100, 0x1'0000,
                                                     0x1'0000'0000};

}  // namespace

void expect_sound(bool holds, const char* what) {
  if (!holds) {
    throw std::runtime_error(what);
  }
}

unsigned CborReader::next_byte() const {
  expect_sound(!rest_.empty(), "it is cut short");
  return static_cast<unsigned char>(rest_.front());
}

std::uint64_t CborReader::head(Kind kind) {
  const unsigned first = next_byte();
  expect_sound(first >> 5U == kind, "another kind of value stands there");
  rest_.remove_prefix(1);
  const unsigned low = first & 0x1FU;
  if (low < cbor::kBytesFollow) {
    return low;
  }
  const std::size_t width_step = low - cbor::kBytesFollow;
  expect_sound(width_step < kLeastOfWidth.size(), "a length is not given");
  const std::size_t width = std::size_t{1} << width_step;
  expect_sound(width <= rest_.size(), "it is cut short");
  std::uint64_t value = 0;
  for (const char byte : rest_.substr(0, width)) {
    value = value << 8U | static_cast<unsigned char>(byte);
  }
  rest_.remove_prefix(width);
  expect_sound(value >= kLeastOfWidth.at(width_step), "a number is longer than it need be");
  return value;
}

std::string_view CborReader::text() {
  const std::uint64_t length = head(kText);
  expect_sound(length <= rest_.size(), "a text is longer than the item");
  const std::string_view text = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return text;
}

std::uint64_t CborReader::number() {
  return head(kNumber);
}

// One below 0 is kept as how far it lies below -1.
std::int64_t CborReader::signed_number() {
  const bool is_negative = next_byte() >> 5U == kNegative;
  const std::uint64_t value = head(is_negative ? kNegative : kNumber);
  expect_sound(value <= std::uint64_t{std::numeric_limits<std::int64_t>::max()},
               "a number is too large");
  return is_negative ? -1 - static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

bool CborReader::boolean() {
  const unsigned first = next_byte();
  expect_sound(first == cbor::kFalse || first == cbor::kTrue, "another kind of value stands there");
  rest_.remove_prefix(1);
  return first == cbor::kTrue;
}

std::size_t CborReader::array() {
  const std::uint64_t size = head(kArray);
  expect_sound(size <= rest_.size(), "an array is longer than the item");
  return size;
}

void CborReader::array_of(std::size_t size) {
  expect_sound(array() == size, "an array has another length");
}

bool CborReader::take_null() {
  if (next_byte() != cbor::kNull) {
    return false;
  }
  rest_.remove_prefix(1);
  return true;
}

void CborReader::end() const {
  expect_sound(rest_.empty(), "more follows behind its end");
}

}  // namespace bulletin
