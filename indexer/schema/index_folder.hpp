// An index on disk: a folder whose link `current` names the generation in use. Generations are
// Xapian databases; a rebuilt one takes over by moving the link, so readers never see half of it.

#pragma once

#include <filesystem>
#include <string>

#include <xapian.h>

namespace bulletin {

/// Returns where the index is when nobody says: `BULLETIN_DB`, else `bulletin/index` in
/// `XDG_DATA_HOME`, else in `~/.local/share`.
[[nodiscard]] std::filesystem::path default_index_path();

/// Opens an index for reading.
///
/// Throws `Error` with the way out: kIndexNotFound, or kIndexMismatch when another schema or
/// analyzer wrote it.
[[nodiscard]] Xapian::Database open_index(const std::filesystem::path& index);

/// Opens an index for writing; makes the folder and an empty first generation where there is none.
///
/// Throws `Error` kIndexLocked while another program writes, kIndexMismatch, or kBadUsage when the
/// folder holds something else.
[[nodiscard]] Xapian::WritableDatabase open_index_for_writing(const std::filesystem::path& index);

/// As above, but an index has to be there: throws kIndexNotFound otherwise.
[[nodiscard]] Xapian::WritableDatabase open_existing_for_writing(
    const std::filesystem::path& index);

}  // namespace bulletin
