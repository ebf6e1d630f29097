// A result in parts, as a body of any size.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include "searcher/output/result_writer.hpp"
#include "searcher/web/http.hpp"
#include "searcher/web/searcher_pool.hpp"

namespace bulletin {

/// Returns the whole result as `writer` writes it.
[[nodiscard]] std::string written(ResultWriter& writer, SearchResult result);

/// Searches, and returns a body that reads the hits a few hundred at a time: besides them it holds
/// 16 bytes a hit. Throws as Searcher::open() does.
///
/// The first part is read along with the search, so an index that changes meanwhile costs no answer
/// that fits in it. For each further part a searcher is borrowed, so that a slow client keeps
/// nobody waiting: hits that have been removed are left out then, and it throws
/// `Error{kIndexChanged}` when the index has been rebuilt. `searchers` and what the writer refers
/// to outlive the body.
[[nodiscard]] WebBodySource stream_of(SearcherPool& searchers, const SearchRequest& request,
                                      const Deadline& deadline,
                                      std::unique_ptr<ResultWriter> writer);

}  // namespace bulletin
