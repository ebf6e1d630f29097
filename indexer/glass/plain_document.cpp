#include "indexer/glass/plain_document.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace bulletin {
namespace {

constexpr std::size_t kHeadBytes = sizeof(std::uint64_t);

std::uint64_t first_bytes(std::string_view term) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t bytes = 0;
  if (term.size() >= kHeadBytes) {
    std::memcpy(&bytes, term.data(), kHeadBytes);
    return __builtin_bswap64(bytes);
  }
  for (const char byte : term) {
    bytes = bytes << 8 | static_cast<unsigned char>(byte);
  }
  return term.empty() ? 0 : bytes << 8 * (kHeadBytes - term.size());
}

}  // namespace

std::uint64_t term_hash(std::string_view term) {
  return std::max<std::uint64_t>(XXH3_64bits(term.data(), term.size()), 1);
}

std::uint64_t TermCounts::add(std::string_view prefix, std::string_view rest, std::uint32_t count) {
  const std::size_t begin = bytes_.size();
  bytes_.append(prefix).append(rest);
  const std::string_view term = std::string_view(bytes_).substr(begin);
  const std::uint64_t hash = term_hash(term);
  terms_.push_back({.head = first_bytes(term),
                    .begin = static_cast<std::uint32_t>(begin),
                    .length = static_cast<std::uint32_t>(term.size()),
                    .count = count,
                    .hash = static_cast<std::uint32_t>(hash)});
  return hash;
}

std::string_view TermCounts::term(std::size_t index) const {
  return term_of(terms_[index]);
}

std::size_t TermCounts::first_from(std::string_view start) const {
  const auto first = std::ranges::partition_point(
      terms_, [&](const Entry& entry) { return term_of(entry) < start; });
  return static_cast<std::size_t>(first - terms_.begin());
}

bool TermCounts::is_less(const Entry& left, const Entry& right) const {
  if (left.head != right.head) {
    return left.head < right.head;
  }
  // Most terms that begin alike are the same one.
  return left.length <= kHeadBytes && right.length <= kHeadBytes ? left.length < right.length
                                                                 : term_of(left) < term_of(right);
}

bool TermCounts::is_same(const Entry& left, const Entry& right) const {
  return left.hash == right.hash && left.head == right.head && left.length == right.length &&
         (left.length <= kHeadBytes || term_of(left) == term_of(right));
}

void TermCounts::sort() {
  std::ranges::sort(terms_,
                    [this](const Entry& left, const Entry& right) { return is_less(left, right); });
  std::size_t kept = 0;
  for (std::size_t index = 0; index < terms_.size(); ++index) {
    if (kept > 0 && is_same(terms_[kept - 1], terms_[index])) {
      terms_[kept - 1].count += terms_[index].count;
    } else {
      terms_[kept++] = terms_[index];
    }
  }
  terms_.resize(kept);
}

}  // namespace bulletin
