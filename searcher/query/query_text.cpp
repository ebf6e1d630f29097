#include "searcher/query/query_text.hpp"

#include <algorithm>
#include <string_view>

#include "searcher/query/query_marks.hpp"

namespace bulletin {
namespace {

bool holds_any(std::string_view text, const auto& marks) {
  return std::ranges::any_of(
      marks, [&](std::string_view form) { return text.find(form) != std::string_view::npos; });
}

bool holds_quote(std::string_view text) {
  return std::ranges::any_of(mark::kQuotes, [&](const auto& pair) {
    return text.find(pair.first) != std::string_view::npos;
  });
}

// Returns the first pair of quotes whose closing one is not in the text, or nothing. What was read
// between quotes never holds its own closing one.
std::string with_quotes(std::string_view text) {
  for (const auto& [open, close] : mark::kQuotes) {
    if (text.find(close) == std::string_view::npos) {
      return std::string(open) + std::string(text) + std::string(close);
    }
  }
  return {};
}

std::string as_typed(const Clause& clause) {
  return std::string(clause.quoting.open) + clause.text + std::string(clause.quoting.close);
}

// A value stands bare where nothing in it can end it or be taken for a mark.
std::string value_text(const Clause& clause) {
  if (clause.quoting.is_typed) {
    return as_typed(clause);
  }
  const std::string& value = clause.text;
  const bool is_bare = !holds_any(value, mark::kSpaces) && !holds_any(value, mark::kLineEnds) &&
                       !holds_any(value, mark::kOpenBrackets) &&
                       !holds_any(value, mark::kCloseBrackets) && !holds_quote(value) &&
                       value.find(mark::kEscape) == std::string::npos;
  const std::string in_quotes = is_bare ? std::string() : with_quotes(value);
  return in_quotes.empty() ? value : in_quotes;
}

// Occur that a clause has without a sign in front.
Occur natural_occur(const Clause& clause) {
  switch (clause.kind) {
    case ClauseKind::kPhrase:
    case ClauseKind::kField:
    case ClauseKind::kAny:
      return Occur::kMust;
    case ClauseKind::kGroup:
      return std::ranges::all_of(clause.children,
                                 [](const Clause& c) { return c.occur == Occur::kShould; })
                 ? Occur::kShould
                 : Occur::kMust;
    case ClauseKind::kWords:
    case ClauseKind::kPrefix:
      break;
  }
  return Occur::kShould;
}

std::string with_sign(const Clause& clause) {
  const std::string_view sign = clause.occur == Occur::kMustNot         ? "-"
                                : clause.occur == natural_occur(clause) ? ""
                                                                        : "+";
  return std::string(sign) + clause_text(clause);
}

bool is_exclusion(const Clause& clause) {
  return clause.kind == ClauseKind::kGroup && clause.children.size() == 1 &&
         clause.children.front().occur == Occur::kMustNot;
}

// `-a OR b` is read as (-a) OR b, so it can be written without the brackets.
std::string alternative_text(const Clause& clause) {
  return is_exclusion(clause) ? with_sign(clause.children.front()) : clause_text(clause);
}

std::size_t count_of(std::string_view text, const auto& marks) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    count += mark::length_of(text.substr(at), marks) != 0 ? 1 : 0;
  }
  return count;
}

// Tells whether a closing bracket behind the clause would become a part of it.
bool takes_a_bracket(const Clause& clause) {
  if (clause.kind == ClauseKind::kAny ||
      (clause.kind == ClauseKind::kField && clause.text.empty())) {
    const Clause& last = clause.children.back();
    return takes_a_bracket(is_exclusion(last) ? last.children.front() : last);
  }
  if (clause.kind == ClauseKind::kGroup || clause.kind == ClauseKind::kPhrase) {
    return false;
  }
  // Brackets inside quotes and behind an escape do not count; a space too many does no harm.
  return clause.text.ends_with(mark::kEscape) ||
         count_of(clause.text, mark::kOpenBrackets) !=
             count_of(clause.text, mark::kCloseBrackets) ||
         (holds_any(clause.text, mark::kOpenBrackets) &&
          (holds_quote(clause.text) || clause.text.find(mark::kEscape) != std::string::npos));
}

std::string joined(const std::vector<Clause>& clauses, std::string_view between,
                   std::string (*text_of)(const Clause&)) {
  std::string text;
  for (const Clause& clause : clauses) {
    text += (text.empty() ? std::string() : std::string(between)) + text_of(clause);
  }
  return text;
}

// Tells whether a quote is left open in the clause: all that follows would be read into it.
bool is_left_open(const Clause& clause) {
  return clause.children.empty() ? !clause.quoting.open.empty() && clause.quoting.close.empty()
                                 : is_left_open(clause.children.back());
}

std::string group_text(const Clause& group) {
  if (is_left_open(group)) {
    return '(' + joined(group.children, " ", with_sign);
  }
  const bool needs_space = !group.children.empty() && takes_a_bracket(group.children.back());
  return '(' + joined(group.children, " ", with_sign) + (needs_space ? " )" : ")");
}

}  // namespace

std::string clause_text(const Clause& clause) {
  switch (clause.kind) {
    case ClauseKind::kPhrase: {
      const std::string distance =
          clause.distance == 0 ? std::string() : '~' + std::to_string(clause.distance);
      return (clause.quoting.is_typed ? as_typed(clause) : with_quotes(clause.text)) + distance;
    }
    case ClauseKind::kPrefix:
      return clause.text + '*';
    case ClauseKind::kField:
      return clause.field + ':' +
             (clause.children.empty() ? value_text(clause) : clause_text(clause.children.front()));
    case ClauseKind::kAny:
      return joined(clause.children, " OR ", alternative_text);
    case ClauseKind::kGroup:
      return group_text(clause);
    case ClauseKind::kWords:
      break;
  }
  return clause.text;
}

std::string query_text(const ParsedQuery& query) {
  return joined(query.clauses, " ", with_sign);
}

}  // namespace bulletin
