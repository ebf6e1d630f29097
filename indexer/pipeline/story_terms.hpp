// The terms by which items that tell the same story find each other.

#pragma once

#include <cstdint>
#include <string>

#include <xapian.h>

#include "indexer/pipeline/story_sketch.hpp"

namespace bulletin {

/// Returns the term of a meeting key of items in `lang`. Terms of one language stand in the order
/// of their keys, those of shingles in the order of theirs.
[[nodiscard]] std::string meeting_term(StoryLang lang, std::uint32_t key);

/// Returns the key of a term made by meeting_term().
[[nodiscard]] std::uint32_t key_of_term(const std::string& term);

/// Returns the term of one of the smallest shingles of a text: of its upper 42 bits.
[[nodiscard]] std::string shingle_term(std::uint64_t shingle);

/// Returns the upper 42 bits of the shingle of a term made by shingle_term(), the others zero.
[[nodiscard]] std::uint64_t shingle_of_term(const std::string& term);

}  // namespace bulletin
