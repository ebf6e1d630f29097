// The forms in which a result can be printed, each written in parts, so that a result of any size
// passes through without being held. What each looks like is in searcher/cli/README.md.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "searcher/output/terminal.hpp"
#include "searcher/search/labels.hpp"
#include "searcher/search/searcher.hpp"

namespace bulletin {

/// How to print.
enum class Format : std::uint8_t { kText, kJson, kJsonl, kCsv, kTsv, kMarkdown, kRss, kAtom, kIds };

/// What a writer needs to know beside the result. `labels` has to outlive the writer.
struct Presentation {
  std::string query;  ///< As typed; heads the result.
  const Labels& labels;
  Terminal terminal;
  std::string link;  ///< Address of the result, for a feed.
  std::string self;  ///< Address of the feed itself; empty where it has none.
};

/// Writes one result: head() once, hit() for each hit in order, tail() once.
class ResultWriter {
 public:
  ResultWriter() = default;
  virtual ~ResultWriter() = default;
  ResultWriter(const ResultWriter&) = delete;
  ResultWriter& operator=(const ResultWriter&) = delete;

  /// Return the bytes to print next. `result` has no hits.
  [[nodiscard]] virtual std::string head(const SearchResult& result) = 0;
  [[nodiscard]] virtual std::string hit(const Hit& hit) = 0;
  [[nodiscard]] virtual std::string tail(const SearchResult& result) = 0;
};

/// Returns a writer of `format`.
[[nodiscard]] std::unique_ptr<ResultWriter> make_writer(Format format, Presentation presentation);

/// Tells whether `format` shows facets; they need not be counted for the others.
[[nodiscard]] bool shows_facets(Format format);

}  // namespace bulletin
