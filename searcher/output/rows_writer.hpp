// A result as rows for spreadsheets and databases.

#pragma once

#include <cstdint>

#include "searcher/output/result_writer.hpp"

namespace bulletin {

/// How cells are told apart.
enum class TableDialect : std::uint8_t {
  kCsv,  ///< RFC 4180: commas, CRLF; cells with a comma, quote or line break in double quotes.
  kTsv   ///< Tabs, LF; tab, line break and backslash inside a cell as \t \n \r \\.
};

/// Writes a row of names, then a row a hit. Cells hold what the item holds, also where a
/// spreadsheet would take it for a formula.
class RowsWriter : public ResultWriter {
 public:
  explicit RowsWriter(TableDialect dialect) : dialect_(dialect) {}

  std::string head(const SearchResult& result) override;
  std::string hit(const Hit& hit) override;
  std::string tail(const SearchResult& result) override;

 private:
  TableDialect dialect_;
};

/// Returns one cell as the dialect writes it.
[[nodiscard]] std::string table_cell(TableDialect dialect, std::string_view text);

}  // namespace bulletin
