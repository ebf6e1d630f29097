// From a raw item to a bulletin: identity, language, dates and countries.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/ingest/raw_item.hpp"
#include "indexer/schema/bulletin.hpp"
#include "indexer/understanding/publisher_matcher.hpp"

namespace bulletin {

/// Understands one item of `publisher`, the default one if none is given. What the source supplies
/// itself (`countries`, `dates`) is kept beside what the text shows, under the rule `metadata`.
/// O(length of the text).
[[nodiscard]] Bulletin make_bulletin(
    const RawItem& item, const PublisherMatcher& publisher = PublisherMatcher::of_default());

/// Returns what make_bulletin() was given, but for the place: its id, the source's own title and
/// what the source supplied. Making a bulletin of it again gives the same understanding.
[[nodiscard]] RawItem raw_item_of(const Bulletin& bulletin);

/// Returns a hash of all that a file says of an item: equal ones need no second look.
[[nodiscard]] std::uint64_t wording_of(const RawItem& item);

/// Returns the source of an item that was read from the file opened as `opened`, whose
/// source_path() is `path`: that is asked of the system, once a file.
[[nodiscard]] ItemSource source_of(const RawItem& item, const std::string& opened,
                                   const std::string& path);

/// Gives a bulletin that was made of `item` its source, or the sources and the history that an
/// export has kept of it.
void set_keeping(const RawItem& item, ItemSource source, Bulletin& bulletin);

/// Returns a path as sources have it: absolute, without `.` and `..`, links not followed; `-`
/// stays.
[[nodiscard]] std::string source_path(const std::filesystem::path& file);

/// Returns the id of an item: its own, else content_id().
[[nodiscard]] std::string identity_of(const RawItem& item);

/// Returns the identity of an item that brings none: 16 hex digits of its folded letters and
/// digits, so that spacing, punctuation, width and case never make a second item.
[[nodiscard]] std::string content_id(std::string_view title, std::string_view text);

}  // namespace bulletin
