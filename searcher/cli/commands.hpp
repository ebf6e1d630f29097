// The commands of bulletin-search. Results go to stdout, everything else to stderr.

#pragma once

#include <filesystem>
#include <string>

#include "searcher/cli/terminal.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

inline constexpr std::string_view kSearchProgram = "bulletin-search";

/// Exit status when nothing was found.
inline constexpr int kExitNothing = 1;

/// Where to look and how to print.
struct OutputOptions {
  std::filesystem::path index;
  bool json = false;
  ColorChoice color = ColorChoice::kAuto;
  Labels labels;
};

/// Prints one page of hits; 0 when there are hits, else 1.
[[nodiscard]] int run_find(const OutputOptions& output, const SearchRequest& request);

/// Prints one item whole; 0, or 1 when there is none of that id.
[[nodiscard]] int run_show(const OutputOptions& output, const std::string& id);

/// Prints why one item has its dates, countries and kinds; exit status as run_show().
[[nodiscard]] int run_why(const OutputOptions& output, const std::string& id);

/// Reads `id<TAB>query` lines from `queries` and prints a TREC run, `request.limit` hits a query.
/// 0 when every query was executed; throws `Error` when the file cannot be read.
[[nodiscard]] int run_queries(const std::filesystem::path& index,
                              const std::filesystem::path& queries, SearchRequest request);

}  // namespace bulletin
