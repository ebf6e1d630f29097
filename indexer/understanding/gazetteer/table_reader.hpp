// Reads the tables of the gazetteer. Used at build time only.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bulletin::gazetteer {

/// A country code with how far the name speaks for it: 0 sure, 1 default, 2 candidate.
struct CodeClaim {
  std::string code;
  int role = 0;
  auto operator<=>(const CodeClaim&) const = default;
};

/// One row of a table; overlay.tsv describes the columns.
struct TableRow {
  std::string codes, kind, name, flags;
  std::vector<CodeClaim> claims;
};

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Reads `CN+UZ|UA`: parts joined by `+` all hold; one of `A!|B` holds, `A` by default.
[[nodiscard]] std::vector<CodeClaim> read_claims(std::string_view codes);

/// Reads a table. Throws std::runtime_error that names file and line.
[[nodiscard]] std::vector<TableRow> read_table(const std::string& path);

/// Returns the folded forms in which text may spell `name`: apostrophes, hyphens, "St", plurals.
[[nodiscard]] std::vector<std::string> spellings(std::string_view name, bool is_demonym);

}  // namespace bulletin::gazetteer
