// What happens when a file brings an item that the index already has. Decided on values alone, so
// that the same input in any order of runs settles: reading a file again never changes anything.

#pragma once

#include <cstdint>
#include <optional>

#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// What adding an item did.
enum class AddOutcome : std::uint8_t {
  kAdded,
  kReplaced,  ///< The text, or what else its source says of it, gave way to a newer one.
  kMerged,    ///< Known already; one more file holds it.
  kUnchanged
};

/// Longest history of an item.
inline constexpr std::size_t kMaxRevisions = 10;

/// Outcome and what has to be written for it, if anything.
struct Merge {
  AddOutcome outcome = AddOutcome::kUnchanged;
  std::optional<Bulletin> item;
};

/// Merges `incoming`, as one file has just brought it, into `known` of the same id.
///
/// The stored wording stays as long as a file that said it last still does, and then the new one is
/// only another copy: the same text, an id made from the text, or what that file said before too.
/// Otherwise the new wording replaces it, and a text that differs goes to the history under
/// `today`.
[[nodiscard]] Merge merge_item(const Bulletin& known, const Bulletin& incoming, Date today);

/// Makes what `old` said, replaced `today`, and its history the history of `item`.
void add_to_history(const Bulletin& old, Date today, Bulletin& item);

/// Tells whether one of the item's files still says what the index has of it.
[[nodiscard]] bool wording_is_held(const Bulletin& bulletin);

}  // namespace bulletin
