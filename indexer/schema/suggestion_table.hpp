// The table of completions in the metadata of an index: sorted keys in blocks, so that the heaviest
// keys of any beginning are found by reading a few blocks. It orders and proposes; how many items
// there are is asked of the terms, so that an old table is never wrong, only incomplete.
//
// Layout: INDEX_FORMAT.md.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace bulletin {

/// First byte of a key: what its letters are.
namespace key_kind {
inline constexpr char kInitials = 'i';  ///< Of the syllables of Chinese.
inline constexpr char kSound = 's';     ///< Syllables of Chinese.
inline constexpr char kText = 't';      ///< The text itself, folded.
}  // namespace key_kind

/// Bytes that no key exceeds: six letters for each character of the longest term, and some more. Of
/// a longer one, which only a damaged table has, the rest is left out: keys share their beginnings,
/// so that few bytes could make up many long ones.
inline constexpr std::size_t kLongestKey = 1024;

/// What a text is in the index.
enum class EntryKind : char {
  kWord = 'z',     ///< Word outside Chinese: its stem is a `Z` term.
  kHanWord = 'W',  ///< `W` term.
  kName = 'N'      ///< `N` term.
};

/// One key and the text it completes to.
struct SuggestionEntry {
  std::string key;   ///< Kind of the key, then its letters.
  std::string text;  ///< Folded.
  EntryKind kind = EntryKind::kWord;
  std::uint8_t weight = 0;  ///< `entry_weight` of the items when it was written.

  bool operator==(const SuggestionEntry&) const = default;
};

/// Returns eight times log2 of a number of items, 1 at least.
[[nodiscard]] std::uint8_t entry_weight(std::size_t items);

/// Orders entries as the table holds them.
[[nodiscard]] bool stands_before(const SuggestionEntry& a, const SuggestionEntry& b);

/// Where an entry stands: in the table written whole, or among what came later.
enum class TablePart : char { kWhole = 'a', kRecent = 'b' };

/// What the table says of itself.
struct TableState {
  std::size_t changes = 0;          ///< Items written or removed since it was written whole.
  Xapian::docid last_document = 0;  ///< Of the index when it was last brought up to date.

  bool operator==(const TableState&) const = default;
};

/// Return and keep the state; nothing for an index without a table. May throw Xapian's exceptions,
/// as all below.
[[nodiscard]] std::optional<TableState> read_table_state(const Xapian::Database& database);
void write_table_state(Xapian::WritableDatabase& database, const TableState& state);

/// Puts `entries`, ordered and each once, in the place of one part.
void write_table(Xapian::WritableDatabase& database, TablePart part,
                 const std::vector<SuggestionEntry>& entries);

/// Reads one part. Keeps the last block it read; bytes that are no table end it early.
class SuggestionTable {
 public:
  /// `database` has to outlive it and must not change meanwhile.
  SuggestionTable(const Xapian::Database& database, TablePart part)
      : database_(database), part_(part) {}

  /// Returns up to `count` entries whose key begins with `key`, the heaviest first. Reads the
  /// directory of that kind of key (10 bytes a block of 128 entries) and few blocks.
  [[nodiscard]] std::vector<SuggestionEntry> heaviest(const std::string& key, std::size_t count);

  /// Tells whether there is an entry of this key, text and kind. Cheapest in rising order.
  [[nodiscard]] bool contains(const SuggestionEntry& entry);

  /// Returns all entries of one kind of key.
  [[nodiscard]] std::vector<SuggestionEntry> entries(char kind);

 private:
  struct Block {
    std::string first_key;
    std::uint8_t weight = 0;
  };

  const std::vector<Block>& directory(char kind);
  const std::vector<SuggestionEntry>& block(char kind, std::size_t number);
  [[nodiscard]] std::size_t block_of(char kind, const std::string& key);

  const Xapian::Database& database_;
  TablePart part_;
  char kind_ = '\0';  // Of the directory at hand.
  std::vector<Block> directory_;
  std::optional<std::size_t> number_;  // Of the block at hand.
  std::vector<SuggestionEntry> block_;
};

}  // namespace bulletin
