#include "searcher/cli/command_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/shell/shell_quoted.hpp"
#include "searcher/cli/command_line.hpp"
#include "searcher/cli/commands.hpp"
#include "searcher/search/sort_names.hpp"

namespace bulletin {
namespace {

using browse::Facet;
using browse::Question;

// Words that one space parts stand for themselves: the program joins them again.
std::vector<std::string> words_of_text(const std::string& text) {
  const bool is_regular =
      !text.starts_with(' ') && !text.ends_with(' ') && text.find("  ") == std::string::npos;
  if (!is_regular) {
    return {text};
  }
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  // One quotation is read more easily than many.
  const bool needs_quotes = std::ranges::any_of(
      words, [](const std::string& word) { return shell_quoted(word) != word; });
  return needs_quotes ? std::vector<std::string>{text} : words;
}

constexpr std::pair<Facet, std::string_view> kOptions[] = {{Facet::kCountry, " --country "},
                                                           {Facet::kRegion, " --region "},
                                                           {Facet::kDate, " --date "},
                                                           {Facet::kLang, " --lang "},
                                                           {Facet::kKind, " --kind "}};

std::string sort_option(Sort sort) {
  const auto named = std::ranges::find(kSorts, sort, [](const auto& row) { return row.second; });
  return sort == Sort::kRelevance ? std::string() : " --sort " + named->first;
}

}  // namespace

std::string command_text(const Question& question, const std::filesystem::path& index) {
  std::string line = std::string(kSearchProgram) + " --db " + shell_quoted(index.string());
  for (const auto& [facet, option] : kOptions) {
    for (const std::string& value : chosen(question, facet)) {
      line += std::string(option) + shell_quoted(value);
    }
  }
  const QueryRequest& query = question.query;
  for (const std::string& rule : query.rules) {
    line += " --rule " + shell_quoted(rule);
  }
  for (const std::string& source : query.sources) {
    line += " --source " + shell_quoted(source);
  }
  line += query.literal ? " --literal" : "";
  line += query.exact_script ? " --exact-script" : "";
  line += query.strict ? " --strict" : "";
  line += query.translate ? "" : " --no-translate";
  line += query.sound ? "" : " --no-sound";
  line += sort_option(question.sort);
  if (query.text.empty()) {
    return line;
  }
  const std::vector<std::string> words = words_of_text(query.text);
  line += words.front().starts_with('-') || is_command(words.front()) ? " --" : "";
  for (const std::string& word : words) {
    line += ' ' + shell_quoted(word);
  }
  return line;
}

}  // namespace bulletin
