// The two programs as the end to end tests call them, and an archive small enough to know by heart.

#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/support/process.hpp"

namespace bulletin::test {

/// Runs `bulletin-index` or `bulletin-search` with `arguments`.
[[nodiscard]] Finished bulletin_index(const std::vector<std::string>& arguments);
[[nodiscard]] Finished bulletin_search(const std::vector<std::string>& arguments);

/// Adds `paths` to the index at `index`; the run has to succeed and say nothing on stderr.
/// Returns what it printed.
std::string add(const std::string& index, const std::vector<std::string>& paths);

/// Runs `bulletin-search --db INDEX --json --no-translate ARGUMENTS...`, which must not fail, and
/// reads its JSON.
[[nodiscard]] nlohmann::ordered_json search_json(const std::string& index,
                                                 const std::vector<std::string>& arguments);

/// Returns the ids of the hits of `search_json`, best first, with a space between.
[[nodiscard]] std::string found_ids(const std::string& index,
                                    const std::vector<std::string>& arguments);

/// Returns the keys of an object in their order, with a space between.
[[nodiscard]] std::string keys_of(const nlohmann::ordered_json& object);

/// Returns `words` with a space between.
[[nodiscard]] std::string joined(const std::vector<std::string>& words);

/// Reads JSON Lines.
[[nodiscard]] std::vector<nlohmann::ordered_json> json_lines(const std::string& text);

/// Index of corpus/, made once a process.
[[nodiscard]] const std::string& corpus_index();

/// Index of six items whose dates and countries are given as metadata, made once a process:
/// what is asked of it does not depend on what is read out of the texts.
[[nodiscard]] const std::string& small_index();

/// Eight leads in the shape of a listing page, blank lines between them.
[[nodiscard]] std::string listing_page();

}  // namespace bulletin::test
