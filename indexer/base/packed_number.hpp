// Numbers of any size in as few bytes as they need.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bulletin {

/// Appends seven bits a byte, the lowest first.
inline void put_number(std::string& to, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) {
    to += static_cast<char>(0x80 | (number & 0x7F));
  }
  to += static_cast<char>(number);
}

/// Takes what put_number() wrote off the front; of bytes that end before it does, what there is.
inline std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; !bytes.empty() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) {
      break;
    }
  }
  return number;
}

}  // namespace bulletin
