// What a fuzz target does when a promise is broken: it stops where the debugger wants to be.

#pragma once

#include <cstdint>
#include <string_view>

namespace bulletin::fuzz {

inline void expect(bool promise) {
  if (!promise) {
    __builtin_trap();
  }
}

/// Returns the input as text.
inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace bulletin::fuzz
