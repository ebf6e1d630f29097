#include "indexer/schema/cbor_writer.hpp"

#include <utility>

#include "indexer/schema/cbor_bytes.hpp"

namespace bulletin {
namespace {

// How often the width in bytes doubles until `value` fits.
constexpr unsigned width_step(std::uint64_t value) {
  return value <= 0xFF ? 0U : value <= 0xFFFF ? 1U : value <= 0xFFFF'FFFF ? 2U : 3U;
}

}  // namespace

void CborWriter::byte(std::uint64_t bits) {
  bytes_ += static_cast<char>(static_cast<unsigned char>(bits));
}

void CborWriter::head(Kind kind, std::uint64_t value) {
  const unsigned first = static_cast<unsigned>(kind) << 5U;
  if (value < cbor::kBytesFollow) {
    return byte(first | value);
  }
  const unsigned step = width_step(value);
  byte(first | (cbor::kBytesFollow + step));
  for (unsigned bits = 8U << step; bits > 0;) {
    bits -= 8;
    byte(value >> bits);
  }
}

void CborWriter::text(std::string_view text) {
  head(kText, text.size());
  bytes_ += text;
}

void CborWriter::number(std::uint64_t number) {
  head(kNumber, number);
}

void CborWriter::boolean(bool value) {
  byte(value ? cbor::kTrue : cbor::kFalse);
}

void CborWriter::null() {
  byte(cbor::kNull);
}

void CborWriter::array(std::size_t size) {
  head(kArray, size);
}

std::string CborWriter::take() {
  return std::exchange(bytes_, {});
}

void CborWriter::reserve(std::size_t bytes) {
  bytes_.reserve(bytes_.size() + bytes);
}

}  // namespace bulletin
