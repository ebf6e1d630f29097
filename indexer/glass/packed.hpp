// The forms in which Xapian's glass files write numbers, strings and keys.

#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/base/packed_number.hpp"

namespace bulletin {

/// Appends the length, then the bytes.
inline void put_bytes(std::string& to, std::string_view bytes) {
  put_number(to, bytes.size());
  to.append(bytes);
}

/// Appends a number in a form that sorts by bytes as numbers do: two bytes up to 15 bits, then one
/// more for every seven bits, the first telling how many.
inline void put_sortable(std::string& to, std::uint32_t number) {
  if (number < 0x8000) {
    to += static_cast<char>(number >> 8);
    to += static_cast<char>(number);
    return;
  }
  unsigned length = 3;
  for (std::uint32_t rest = number >> 22; rest > 0; rest >>= 7) {
    ++length;
  }
  const std::uint64_t marked = number | (std::uint64_t{0xFF} << (10 - length) & 0xFF)
                                            << 8 * (length - 1);
  for (unsigned at = length; at-- > 0;) {
    to += static_cast<char>(marked >> 8 * at);
  }
}

/// Returns the key of what a table holds of a document: stored data, or its list of terms. Behind
/// it and a zero byte stand the slots in which it has values.
[[nodiscard]] inline std::string key_of_document(std::uint32_t number) {
  std::string key;
  put_sortable(key, number);
  return key;
}

/// Tells whether a key is such, and nothing stands behind it.
[[nodiscard]] inline bool is_key_of_document(std::string_view key) {
  const auto marks = key.empty() ? 0 : std::countl_one(static_cast<unsigned char>(key.front()));
  return !key.empty() && key.size() == static_cast<std::size_t>(marks) + 2;
}

/// Returns the number that put_sortable() wrote; of other bytes any.
[[nodiscard]] inline std::uint32_t take_sortable(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes.empty() ? '\0' : bytes.front());
  const unsigned marks = first < 0x80 ? 0 : static_cast<unsigned>(std::countl_one(first));
  std::uint32_t number = first < 0x80 ? first : first & (0x7FU >> marks);
  for (const char byte : bytes.substr(std::min<std::size_t>(bytes.size(), 1))) {
    number = number << 8 | static_cast<unsigned char>(byte);
  }
  return number;
}

}  // namespace bulletin
