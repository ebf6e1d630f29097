#include "searcher/cli/command_text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>
#include <vector>

#include <unicode/uchar.h>

#include "indexer/analysis/checked_utf8.hpp"
#include "searcher/cli/command_line.hpp"
#include "searcher/cli/commands.hpp"
#include "searcher/cli/sort_names.hpp"

namespace bulletin {
namespace {

using browse::Facet;
using browse::Question;

enum class Need : std::uint8_t { kNone, kQuotes, kEscapes };

bool is_plain(std::int32_t c) {
  constexpr std::string_view kPlain = "_@%+=:,./-";
  return c < 0x80 ? u_isalnum(c) != 0 || kPlain.find(static_cast<char>(c)) != kPlain.npos
                  : u_isalnum(c) != 0;
}

Need need_of(std::string_view word) {
  Need need = word.empty() || word.front() == '=' ? Need::kQuotes : Need::kNone;  // zsh: =name
  for (std::size_t at = 0; at < word.size();) {
    const std::int32_t c = checked_code_point(word, at);
    if (c < 0 || u_charType(c) == U_CONTROL_CHAR || u_charType(c) == U_FORMAT_CHAR) {
      return Need::kEscapes;
    }
    if (!is_plain(c)) {
      need = Need::kQuotes;
    }
  }
  return need;
}

std::string escaped(std::string_view word) {
  std::string out = "$'";
  for (const char c : word) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F && c != '\'' && c != '\\') {
      out += c;
      continue;
    }
    std::array<char, 8> octal{};
    std::snprintf(octal.data(), octal.size(), "\\%03o", static_cast<unsigned>(byte));
    out += octal.data();
  }
  return out + '\'';
}

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
      words, [](const std::string& word) { return need_of(word) != Need::kNone; });
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

std::string shell_quoted(std::string_view word) {
  switch (need_of(word)) {
    case Need::kNone:
      return std::string(word);
    case Need::kEscapes:
      return escaped(word);
    case Need::kQuotes:
      break;
  }
  std::string out = "'";
  for (const char c : word) {
    out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  }
  return out + '\'';
}

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
  line += query.literal ? " --literal" : "";
  line += query.translate ? "" : " --no-translate";
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
