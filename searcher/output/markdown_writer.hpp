// A result as a list in Markdown, for notes and reports.

#pragma once

#include "searcher/output/result_writer.hpp"

namespace bulletin {

/// Writes a heading, then a numbered entry a hit: title with its address, date, countries, the
/// snippet with what matched in bold.
class MarkdownWriter : public ResultWriter {
 public:
  explicit MarkdownWriter(Presentation presentation) : shown_(std::move(presentation)) {}

  std::string head(const SearchResult& result) override;
  std::string hit(const Hit& hit) override;
  std::string tail(const SearchResult& result) override;

 private:
  Presentation shown_;
};

/// Returns `text` on one line so that Markdown shows it as it stands: punctuation that could mark
/// something up stands behind a backslash.
[[nodiscard]] std::string markdown_escaped(std::string_view text);

}  // namespace bulletin
