// What single bytes of CBOR say, for its reader and its writer.

#pragma once

namespace bulletin::cbor {

inline constexpr unsigned kFalse = 0xF4;
inline constexpr unsigned kTrue = 0xF5;
inline constexpr unsigned kNull = 0xF6;

/// A head holds a value below 24 itself; above, it tells that 1, 2, 4 or 8 bytes follow.
inline constexpr unsigned kBytesFollow = 24;

}  // namespace bulletin::cbor
