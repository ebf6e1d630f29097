// The keys in a glass table of postings: metadata, totals of values, pieces of values, lengths of
// documents, then the lists of terms, in this order.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/glass/packed.hpp"

namespace bulletin {

/// From here on a piece of a list or of values is full: Xapian's own threshold.
inline constexpr std::size_t kFullPieceBytes = 2000;

inline constexpr std::string_view kMetadataKey("\0\xC0", 2);
inline constexpr std::string_view kValueTotalsKey("\0\xD0", 2);
inline constexpr std::string_view kValuePieceKey("\0\xD8", 2);
inline constexpr std::string_view kLengthsKey("\0\xE0", 2);

[[nodiscard]] inline bool is_metadata(std::string_view key) {
  return key.starts_with(kMetadataKey);
}
[[nodiscard]] inline bool is_value_totals(std::string_view key) {
  return key.starts_with(kValueTotalsKey);
}
[[nodiscard]] inline bool is_value_piece(std::string_view key) {
  return key.starts_with(kValuePieceKey);
}

/// Returns what stands between the key of a list and the first document of a later piece.
[[nodiscard]] inline std::string_view separator_behind(std::string_view list) {
  return list == kLengthsKey ? std::string_view() : std::string_view("\0", 1);
}

/// Appends the key of a term's list: what could be taken for its end is told apart.
inline void put_key_of_term(std::string& to, std::string_view term) {
  for (const char byte : term) {
    to += byte;
    if (byte == '\0') {
      to += '\xFF';
    }
  }
}

/// Tells whether `key` is of a later piece of the list whose first piece has the key `list`.
[[nodiscard]] inline bool goes_on(std::string_view list, std::string_view key) {
  const std::string_view separator = separator_behind(list);
  return key.size() > list.size() + separator.size() && key.starts_with(list) &&
         key.substr(list.size()).starts_with(separator) &&
         key[list.size() + separator.size()] != '\xFF';
}

/// Returns the first document of the piece with such a key.
[[nodiscard]] inline std::uint32_t document_of(std::string_view list, std::string_view key) {
  return take_sortable(key.substr(list.size() + separator_behind(list).size()));
}

}  // namespace bulletin
