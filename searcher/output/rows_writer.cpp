#include "searcher/output/rows_writer.hpp"

#include <array>
#include <cstdio>
#include <vector>

namespace bulletin {
namespace {

std::string row(TableDialect dialect, const std::vector<std::string>& cells) {
  const bool is_csv = dialect == TableDialect::kCsv;
  std::string line;
  for (const std::string& cell : cells) {
    line += (line.empty() ? "" : is_csv ? "," : "\t") + table_cell(dialect, cell);
  }
  return line + (is_csv ? "\r\n" : "\n");
}

std::string with_quotes(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) {
    cell += c;
    if (c == '"') {
      cell += c;
    }
  }
  return cell + '"';
}

std::string escaped(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    constexpr std::string_view kSpecial = "\t\n\r\\";
    constexpr std::string_view kLetters = "tnr\\";
    const std::size_t at = kSpecial.find(c);
    if (at == std::string_view::npos) {
      cell += c;
    } else {
      cell += '\\';
      cell += kLetters[at];
    }
  }
  return cell;
}

std::string score_text(double score) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.6f", score);
  return digits.data();
}

}  // namespace

std::string table_cell(TableDialect dialect, std::string_view text) {
  if (dialect == TableDialect::kTsv) {
    return escaped(text);
  }
  return text.find_first_of(",\"\r\n") == std::string_view::npos ? std::string(text)
                                                                 : with_quotes(text);
}

std::string RowsWriter::head(const SearchResult& result) {
  std::vector<std::string> names{"rank",  "id",   "score", "title",  "date",   "countries",
                                 "kinds", "lang", "url",   "source", "snippet"};
  if (result.stories) {
    names.emplace_back("group");
  }
  return row(dialect_, names);
}

std::string RowsWriter::hit(const Hit& hit) {
  const Bulletin& item = hit.bulletin;
  const auto list = [](const auto& values, auto name) {
    std::string cell;
    for (const auto& value : values) {
      cell += (cell.empty() ? "" : " ") + name(value);
    }
    return cell;
  };
  const auto date = shown_date(item);
  std::vector<std::string> cells{
      std::to_string(hit.rank),
      item.id,
      score_text(hit.score),
      headline(item),
      date ? format_span(*date) : std::string(),
      list(offered_countries(item), [](const std::string& code) { return code; }),
      list(item.kinds, [](const KindMention& kind) { return kind.kind; }),
      item.lang,
      item.url,
      item.source,
      hit.snippet.text};
  if (hit.group) {
    cells.push_back(list(*hit.group, [](const GroupedItem& each) { return each.id; }));
  }
  return row(dialect_, cells);
}

std::string RowsWriter::tail(const SearchResult& /*result*/) {
  return {};
}

}  // namespace bulletin
