// The keys of each part of the screen; press.cpp hands them on.

#pragma once

#include "searcher/browse/press.hpp"

namespace bulletin::browse {

/// Asks another question: the one before can be undone, the first hit is chosen.
void ask(BrowseState& state, Question question);

/// Opens a page of an item over what is seen.
void open_item(BrowseState& state, const std::string& id);

/// Return whether the key meant something there.
bool press_in_prompt(BrowseState& state, const Key& key, const Scene& scene);
bool press_in_layer(BrowseState& state, const Key& key, const Scene& scene);
bool press_in_facets(BrowseState& state, const Key& key, const Scene& scene);

/// Chooses the facet value that has the number `number`, from 1.
void drill_down(BrowseState& state, std::size_t number, const Scene& scene);

/// Moves `at` as the key says, in a list of `count` with `page` on the screen; false for other
/// keys.
bool move(std::size_t& at, const Key& key, std::size_t count, std::size_t page);

/// Tells whether `key` is this character.
[[nodiscard]] bool is_character(const Key& key, char32_t character);

}  // namespace bulletin::browse
