// Where an item comes from, as terms: the name of its source, the host of its address, its files.
// Writer and searcher make them here, so that what is typed meets what is stored.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/analysis/analyzer.hpp"
#include "indexer/schema/bulletin.hpp"

namespace bulletin {

/// Returns the terms of an item's sources, sorted, each once: the name whole and its words (pairs
/// of characters where it is Chinese), the host without `www.` and each domain above it of two
/// labels or more, the name of each file with and without its ending, and that of an archive's
/// member.
[[nodiscard]] std::vector<std::string> source_terms(const Bulletin& bulletin,
                                                    const Analyzer& analyzer);

/// What a typed source has to meet: the term of the whole name, or all terms of its words.
struct SourceTerms {
  std::string whole;               ///< Empty when nothing was typed.
  std::vector<std::string> words;  ///< Empty for a host, a file, and where there is no word.
};

/// Reads a name, a host, an address (`https://www.example.org/news`) or the name of a file.
[[nodiscard]] SourceTerms wanted_source(std::string_view typed, const Analyzer& analyzer);

}  // namespace bulletin
