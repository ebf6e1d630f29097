#include "indexer/understanding/near_copy.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

}  // namespace

std::vector<std::uint64_t> shingles_of(std::span<const Token> tokens) {
  std::vector<std::uint64_t> shingles;
  shingles.reserve(tokens.size());
  std::uint64_t last_word = 0;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kHanPair) {
      shingles.push_back(hash_of(token.term, 0));
    } else if (token.kind == TokenKind::kWord) {
      const std::uint64_t word = hash_of(token.word, 1);
      if (last_word != 0) {
        shingles.push_back(hash_of(token.word, last_word));
      }
      last_word = word;
    }
  }
  std::ranges::sort(shingles);
  const auto same = std::ranges::unique(shingles);
  shingles.erase(same.begin(), same.end());
  return shingles;
}

TextShape shape_of(std::span<const std::uint64_t> shingles) {
  TextShape shape;
  if (shingles.size() < kLeastShingles) {
    return shape;
  }
  // How often each bit is set, counted for all 64 at once: digit `i` of each count is in
  // `digits[i]`.
  std::array<std::uint64_t, 32> digits{};
  for (std::uint64_t carry : shingles) {
    for (std::size_t i = 0; carry != 0; ++i) {
      carry &= std::exchange(digits[i], digits[i] ^ carry);
    }
  }
  const auto used = static_cast<std::size_t>(std::bit_width(shingles.size()));
  for (std::size_t bit = 0; bit < 64; ++bit) {
    std::size_t ones = 0;
    for (std::size_t i = 0; i < used; ++i) {
      ones |= std::size_t{digits[i] >> bit & 1U} << i;
    }
    shape.bits |= std::uint64_t{ones * 2 > shingles.size()} << bit;
  }
  shape.smallest.assign(shingles.begin(), shingles.begin() + kShapeShingles);
  return shape;
}

int bits_apart(std::uint64_t a, std::uint64_t b) {
  return std::popcount(a ^ b);
}

double overlap(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    shared += *x == *y ? 1 : 0;
    const bool step_x = *x <= *y;
    y += *y <= *x ? 1 : 0;
    x += step_x ? 1 : 0;
  }
  const std::size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace bulletin
