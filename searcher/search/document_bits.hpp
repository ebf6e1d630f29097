// A set of documents of which many may be there.

#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// Counts bits as std::popcount() does, which is a call into a library where the machine it is
/// compiled for may not count by itself.
[[nodiscard]] constexpr std::size_t count_of_bits(std::uint64_t word) {
  word -= word >> 1 & 0x5555'5555'5555'5555U;
  word = (word & 0x3333'3333'3333'3333U) + (word >> 2 & 0x3333'3333'3333'3333U);
  word = (word + (word >> 4)) & 0x0F0F'0F0F'0F0F'0F0FU;
  return word * 0x0101'0101'0101'0101U >> 56;
}

/// One bit for each document there can be.
class DocumentBits {
 public:
  /// Begins without a document; `last` is the largest that may come.
  explicit DocumentBits(Xapian::docid last) : words_(std::size_t{last} / 64 + 1) {}

  /// Adds a document; under a nanosecond.
  void set(Xapian::docid document) { words_[document / 64] |= bit(document); }

  /// Adds documents.
  void add(std::span<const Xapian::docid> documents) {
    std::ranges::for_each(documents, [this](Xapian::docid document) { set(document); });
  }

  [[nodiscard]] bool has(Xapian::docid document) const {
    return (words_[document / 64] & bit(document)) != 0;
  }

  /// Add the documents of `others`, keep only those, or drop them: both sets have the same largest
  /// document. O(that document / 64).
  void add(const DocumentBits& others) {
    join(others, [](auto a, auto b) { return a | b; });
  }
  void keep(const DocumentBits& others) {
    join(others, [](auto a, auto b) { return a & b; });
  }
  void drop(const DocumentBits& others) {
    join(others, [](auto a, auto b) { return a & ~b; });
  }

  /// Returns the documents, ascending. One or two nanoseconds each.
  [[nodiscard]] std::vector<Xapian::docid> documents() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) {
      count += count_of_bits(word);
    }
    std::vector<Xapian::docid> found(count);
    auto next = found.begin();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
        *next++ =
            static_cast<Xapian::docid>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
    return found;
  }

 private:
  friend class DocumentRanks;

  static std::uint64_t bit(Xapian::docid document) { return std::uint64_t{1} << document % 64; }

  template <typename Operation>
  void join(const DocumentBits& others, Operation operation) {
    std::ranges::transform(words_, others.words_, words_.begin(), operation);
  }

  std::vector<std::uint64_t> words_;
};

/// Numbers the documents of a set, which outlives it, from 0 on, ascending.
class DocumentRanks {
 public:
  explicit DocumentRanks(const DocumentBits& documents) : words_(documents.words_) {
    begins_.reserve(words_.size());
    std::uint32_t begin = 0;
    for (const std::uint64_t word : words_) {
      begins_.push_back(begin);
      begin += static_cast<std::uint32_t>(count_of_bits(word));
    }
  }

  /// Returns the number of a document of the set: three nanoseconds.
  [[nodiscard]] std::size_t of(Xapian::docid document) const {
    const std::uint64_t before = words_[document / 64] & (DocumentBits::bit(document) - 1);
    return begins_[document / 64] + count_of_bits(before);
  }

 private:
  std::span<const std::uint64_t> words_;
  std::vector<std::uint32_t> begins_;  // By word.
};

}  // namespace bulletin
