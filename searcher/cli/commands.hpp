// The commands of bulletin-search. Results go to stdout, everything else to stderr.

#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "searcher/output/result_writer.hpp"
#include "searcher/output/terminal.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

inline constexpr std::string_view kSearchProgram = "bulletin-search";

/// Exit status when nothing was found.
inline constexpr int kExitNothing = 1;

/// Where to look and how to print.
struct OutputOptions {
  std::filesystem::path index;
  Format format = Format::kText;
  Terminal terminal;  ///< Stdout as it was before any pager.
  bool pages = true;  ///< Through a pager, on a terminal.
  Labels labels;
  std::string link;  ///< Address of the result, for a feed; empty: that of the index folder.
};

/// Returns a writer of the chosen format; `query` heads the result.
[[nodiscard]] std::unique_ptr<ResultWriter> writer_for(const OutputOptions& output,
                                                       const std::string& query);

/// Reads and prints the hits of `result`, holding a few hundred at once.
void print_hits(Searcher& searcher, const OpenedResult& result, ResultWriter& writer);

/// Prints one page of hits, or all of them with the memory of one page; 0 when there are hits, else
/// 1. A search that takes longer than `budget_ms`, unless that is 0, leaves its counts out, or
/// throws `Error{kOutOfTime}` where its hits are not found by then.
[[nodiscard]] int run_find(const OutputOptions& output, const SearchRequest& request,
                           unsigned budget_ms = 0);

/// Prints one item whole; 0, or 1 when there is none of that id. Throws `Error{kBadUsage}` for a
/// format that has no form for an item.
[[nodiscard]] int run_show(const OutputOptions& output, const std::string& id);

/// Prints why one item has its dates, countries and kinds; exit status as run_show().
[[nodiscard]] int run_why(const OutputOptions& output, const std::string& id);

/// Prints why one item is, or is not, among the hits of a query; 0 when it is one, else 1.
[[nodiscard]] int run_why_query(const OutputOptions& output, const std::string& id,
                                const QueryRequest& request);

/// Prints the items most like one item, `count` in its language and `count` in others; 0, or 1 when
/// there is none. Throws as run_show().
[[nodiscard]] int run_similar(const OutputOptions& output, const std::string& id,
                              std::size_t count);

/// Reads `id<TAB>query` lines from `queries` and prints a TREC run, `request.limit` hits a query.
/// 0 when every query was executed; throws `Error` when the file cannot be read.
[[nodiscard]] int run_queries(const std::filesystem::path& index,
                              const std::filesystem::path& queries, SearchRequest request);

}  // namespace bulletin
