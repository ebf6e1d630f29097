// What the readers of a soak ask over HTTP. Each question knows from the archive what a right
// answer has to hold.

#pragma once

#include <span>

#include "tests/soak/asker.hpp"

namespace bulletin::test {

/// Searches, facets, pages of hits and exports.
[[nodiscard]] std::span<const Question> search_questions();

/// Single items, suggestions, pages for people, feeds and answers that are kept.
[[nodiscard]] std::span<const Question> other_questions();

/// What no well-meaning client sends, and clients that go away half way.
[[nodiscard]] std::span<const Question> bad_requests();

}  // namespace bulletin::test
