// Layout of a compiled dictionary: what compile_dictionary writes and Dictionary maps.
//
//   DictionaryHeader
//   offsets      rows + 1 numbers: where each row begins in the rows, and where the last one ends
//   analyzer     the analyzer that made the keys: another one would never find them
//   source       what the words come from, for people; empty when only names of places
//   rows         ascending by key: key NUL { rank + 1, text NUL }
//
// A key is folded Chinese, or stems with one space between. Numbers are of the machine that built.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace bulletin {

inline constexpr std::string_view kDictionaryMagic = "bulldic1";

struct DictionaryHeader {
  std::array<char, 8> magic;
  std::uint32_t rows = 0;
  std::uint32_t analyzer_bytes = 0;
  std::uint32_t source_bytes = 0;
  std::uint32_t row_bytes = 0;
};

/// Most stems in a key and most characters of a Chinese one.
inline constexpr std::size_t kMaxKeyStems = 4;
inline constexpr std::size_t kMaxKeyCharacters = 8;

}  // namespace bulletin
