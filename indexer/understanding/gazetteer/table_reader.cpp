#include "indexer/understanding/gazetteer/table_reader.hpp"

#include <fstream>
#include <set>
#include <stdexcept>

#include "indexer/analysis/folded_text.hpp"

namespace bulletin::gazetteer {
namespace {

// Adds each spelling again with `from` written as `to`.
void add_variant(std::set<std::string>& keys, std::string_view from, std::string_view to) {
  std::set<std::string> more;
  for (std::string key : keys) {
    for (std::size_t at = key.find(from); at != std::string::npos;
         at = key.find(from, at + to.size())) {
      key.replace(at, from.size(), to);
    }
    more.insert(std::move(key));
  }
  keys.merge(more);
}

bool takes_plural(std::string_view key) {
  return key.ends_with('n') || key.ends_with('i') || key.ends_with('o') || key.ends_with('r') ||
         key.ends_with('k') || key.ends_with('t');
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::vector<CodeClaim> read_claims(std::string_view codes) {
  std::vector<CodeClaim> claims;
  if (codes == "-") {
    return claims;
  }
  for (const std::string_view group : split(codes, '+')) {
    const std::vector<std::string_view> choices = split(group, '|');
    for (const std::string_view choice : choices) {
      const bool preferred = choice.ends_with('!');
      const int role = choices.size() == 1 && group.back() != '?' ? 0 : preferred ? 1 : 2;
      claims.push_back({std::string(choice.substr(0, 2)), role});
    }
  }
  return claims;
}

std::vector<TableRow> read_table(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    throw std::runtime_error("cannot open " + path);
  }
  std::vector<TableRow> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() < 4 || cells[0].empty() || cells[2].empty()) {
      throw std::runtime_error(path + ":" + std::to_string(number) + ": too few columns");
    }
    rows.push_back({std::string(cells[0]), std::string(cells[1]), std::string(cells[2]),
                    std::string(cells[3]), read_claims(cells[0])});
  }
  return rows;
}

std::vector<std::string> spellings(std::string_view name, bool is_demonym) {
  std::set<std::string> keys = {FoldedText::fold(name).text()};
  add_variant(keys, "’", "'");
  add_variant(keys, "'", "’");
  add_variant(keys, "'", "‘");
  add_variant(keys, "'", "ʻ");  // The letter of Nukuʻalofa.
  add_variant(keys, "-", " ");
  add_variant(keys, " & ", " and ");
  add_variant(keys, "st. ", "st ");
  if (is_demonym && takes_plural(*keys.begin())) {
    std::set<std::string> plurals;
    for (const std::string& key : keys) {
      plurals.insert(key + 's');
    }
    keys.merge(plurals);
  }
  return {keys.begin(), keys.end()};
}

}  // namespace bulletin::gazetteer
