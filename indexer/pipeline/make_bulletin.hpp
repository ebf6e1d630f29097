// From a raw item to a bulletin: identity, language, dates and countries.

#pragma once

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

/// Returns the identity of an item that brings none: 16 hex digits of its folded letters and
/// digits, so that spacing, punctuation, width and case never make a second item.
[[nodiscard]] std::string content_id(std::string_view title, std::string_view text);

}  // namespace bulletin
