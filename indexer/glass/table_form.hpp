// How the blocks of a glass table are laid out, for who reads and who writes them.
//
// A block has a head, offsets of its items in the order of their keys, a gap, and the items. An
// item of a leaf: size less 3 with three flags on top, length of the key, key, from the second
// piece on which one it is, a piece of the tag. An item of a branch: number of the child, length of
// the key, key, piece. Numbers are big endian.

#pragma once

#include <cstddef>

namespace bulletin {

/// Of every block in every table. A tag is split where a block is full, a long one into quarters.
inline constexpr std::size_t kGlassBlockBytes = 8192;

}  // namespace bulletin

namespace bulletin::table_form {

// The head of a block: revision, level, two counts of free bytes, the end of the offsets.
inline constexpr std::size_t kLevelAt = 4;
inline constexpr std::size_t kGapAt = 5;
inline constexpr std::size_t kFreeAt = 7;
inline constexpr std::size_t kOffsetsEndAt = 9;
inline constexpr std::size_t kOffsetsBegin = 11;
inline constexpr std::size_t kOffsetBytes = 2;

inline constexpr std::size_t kDeflated = 0x8000;
inline constexpr std::size_t kLastPiece = 0x4000;
inline constexpr std::size_t kFirstPiece = 0x2000;
inline constexpr std::size_t kSizeMask = 0x1FFF;
inline constexpr std::size_t kSizeLess = 3;
inline constexpr std::size_t kLeafHead = 3;
inline constexpr std::size_t kPieceNumberBytes = 2;
inline constexpr std::size_t kBranchHead = 5;
inline constexpr std::size_t kMostKey = 0xFF;
inline constexpr std::size_t kMostItem = (kGlassBlockBytes - kOffsetsBegin - 4 * kOffsetBytes) / 4;

inline void put_short(unsigned char* at, std::size_t number) {
  at[0] = static_cast<unsigned char>(number >> 8);
  at[1] = static_cast<unsigned char>(number);
}

[[nodiscard]] inline std::size_t short_at(const unsigned char* at) {
  return static_cast<std::size_t>(at[0]) << 8 | at[1];
}

}  // namespace bulletin::table_form
