#include "indexer/glass/plain_document.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace bulletin {
namespace {

std::uint64_t first_bytes(std::string_view term) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, term.data(), std::min(term.size(), sizeof(bytes)));
  return __builtin_bswap64(bytes);
}

}  // namespace

void TermCounts::add(std::string_view prefix, std::string_view rest, std::uint32_t count) {
  const std::size_t begin = bytes_.size();
  bytes_.append(prefix).append(rest);
  const std::size_t length = bytes_.size() - begin;
  terms_.push_back({.head = first_bytes({bytes_.data() + begin, length}),
                    .begin = static_cast<std::uint32_t>(begin),
                    .length = static_cast<std::uint32_t>(length),
                    .count = count});
}

std::string_view TermCounts::term(std::size_t index) const {
  return {bytes_.data() + terms_[index].begin, terms_[index].length};
}

std::size_t TermCounts::first_from(std::string_view start) const {
  const auto first = std::ranges::partition_point(terms_, [&](const Entry& entry) {
    return std::string_view(bytes_.data() + entry.begin, entry.length) < start;
  });
  return static_cast<std::size_t>(first - terms_.begin());
}

bool TermCounts::is_less(const Entry& left, const Entry& right) const {
  if (left.head != right.head) {
    return left.head < right.head;
  }
  return std::string_view(bytes_.data() + left.begin, left.length) <
         std::string_view(bytes_.data() + right.begin, right.length);
}

void TermCounts::sort() {
  std::ranges::sort(terms_,
                    [this](const Entry& left, const Entry& right) { return is_less(left, right); });
  std::size_t kept = 0;
  for (std::size_t index = 0; index < terms_.size(); ++index) {
    if (kept > 0 && term(kept - 1) == term(index)) {
      terms_[kept - 1].count += terms_[index].count;
    } else {
      terms_[kept++] = terms_[index];
    }
  }
  terms_.resize(kept);
}

}  // namespace bulletin
