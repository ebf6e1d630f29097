// A document as plain bytes: what an item becomes before it is handed to Xapian, or to the writer
// of Xapian's files.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bulletin {

/// Returns the hash by which a term, prefix and all, is known where it is counted, collected and
/// placed; never 0.
[[nodiscard]] std::uint64_t term_hash(std::string_view term);

/// How often a document has each of its terms.
class TermCounts {
 public:
  /// Counts `prefix` + `rest` so many times more; 0 makes it a term all the same. Returns its hash.
  std::uint64_t add(std::string_view prefix, std::string_view rest, std::uint32_t count);
  std::uint64_t add(std::string_view term, std::uint32_t count) { return add({}, term, count); }

  /// Sorts the terms by their bytes, each once. To be called before those below.
  void sort();

  [[nodiscard]] std::size_t size() const { return terms_.size(); }

  /// Returns the index of the first term that does not stand before `start`.
  [[nodiscard]] std::size_t first_from(std::string_view start) const;

  [[nodiscard]] std::string_view term(std::size_t index) const;

  /// Returns the first eight bytes of a term as a number that sorts as they do; what a shorter one
  /// lacks counts as zeros.
  [[nodiscard]] std::uint64_t head(std::size_t index) const { return terms_[index].head; }

  /// Returns the lower half of the hash of a term.
  [[nodiscard]] std::uint32_t hash(std::size_t index) const { return terms_[index].hash; }

  [[nodiscard]] std::uint32_t count(std::size_t index) const { return terms_[index].count; }

 private:
  struct Entry {
    std::uint64_t head = 0;
    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    std::uint32_t count = 0;
    std::uint32_t hash = 0;
  };

  [[nodiscard]] std::string_view term_of(const Entry& entry) const {
    return {bytes_.data() + entry.begin, entry.length};
  }
  [[nodiscard]] bool is_less(const Entry& left, const Entry& right) const;
  [[nodiscard]] bool is_same(const Entry& left, const Entry& right) const;

  std::string bytes_;
  std::vector<Entry> terms_;
};

/// Terms, values by their slots (less than 128) in ascending order, none of them empty, and the
/// stored data.
struct PlainDocument {
  TermCounts terms;
  std::vector<std::pair<std::uint32_t, std::string>> values;
  std::string data;
};

}  // namespace bulletin
