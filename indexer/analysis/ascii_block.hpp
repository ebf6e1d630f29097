// ASCII eight bytes at a time: the blocks of which English text consists are passed over without
// a look at each byte. Well-defined for any bytes and either byte order.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace bulletin {

inline constexpr std::size_t kBlockBytes = 8;

/// Returns eight bytes from `at` on as one number, the first byte lowest.
/// `at + kBlockBytes <= text.size()`.
[[nodiscard]] inline std::uint64_t block_at(std::string_view text, std::size_t at) {
  std::uint64_t block = 0;
  std::memcpy(&block, text.data() + at, kBlockBytes);
  if constexpr (std::endian::native == std::endian::big) {
    block = __builtin_bswap64(block);
  }
  return block;
}

/// The byte `value` eight times.
[[nodiscard]] constexpr std::uint64_t eight_of(unsigned char value) {
  return 0x0101'0101'0101'0101ULL * value;
}

/// Marks each byte of `block` from `first` to `last` by its top bit, all else 0. Both are ASCII.
[[nodiscard]] constexpr std::uint64_t bytes_between(std::uint64_t block, unsigned char first,
                                                    unsigned char last) {
  const std::uint64_t low = block & eight_of(0x7F);
  const std::uint64_t from_first = low + eight_of(static_cast<unsigned char>(0x80 - first));
  const std::uint64_t past_last = low + eight_of(static_cast<unsigned char>(0x7F - last));
  return from_first & ~past_last & ~block & eight_of(0x80);
}

/// Returns the end of the ASCII letters from `at` on; `at` when there is none.
[[nodiscard]] inline std::size_t ascii_letters_end(std::string_view text, std::size_t at) {
  while (at + kBlockBytes <= text.size()) {
    const std::uint64_t block = block_at(text, at) | eight_of(0x20);
    const std::uint64_t others = ~bytes_between(block, 'a', 'z') & eight_of(0x80);
    if (others != 0) {
      return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    }
    at += kBlockBytes;
  }
  while (at < text.size() && ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z')) {
    ++at;
  }
  return at;
}

}  // namespace bulletin
