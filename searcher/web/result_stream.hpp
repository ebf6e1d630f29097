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

/// Returns a body that reads the hits of `result` a few hundred at a time: besides them it holds 16
/// bytes a hit.
///
/// It borrows a searcher for each part only, so that a slow client keeps nobody waiting. Hits that
/// have been removed meanwhile are left out; throws `Error{kIndexChanged}` when the index has been
/// rebuilt. `searchers` and what the writer refers to outlive it.
[[nodiscard]] WebBodySource stream_of(SearcherPool& searchers, OpenedResult result,
                                      std::unique_ptr<ResultWriter> writer);

}  // namespace bulletin
