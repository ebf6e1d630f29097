#include "searcher/query/parser.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace bulletin {
namespace {

constexpr int kMaxDepth = 16;

// Operators, each with the full-width forms that a Chinese keyboard types.
constexpr std::array<std::string_view, 3> kSpaces{" ", "\t", "\u3000"};
constexpr std::array<std::string_view, 2> kLineEnds{"\n", "\r"};
constexpr std::array<std::string_view, 2> kOpenBrackets{"(", "（"};
constexpr std::array<std::string_view, 2> kCloseBrackets{")", "）"};
constexpr std::array<std::string_view, 4> kMinuses{"-", "－", "−", "–"};
constexpr std::array<std::string_view, 2> kPluses{"+", "＋"};
constexpr std::array<std::string_view, 2> kColons{":", "："};
constexpr std::array<std::string_view, 3> kListMarks{"，", "、", "；"};
constexpr std::array<std::string_view, 2> kStars{"*", "＊"};
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kQuotes{
    {{"\"", "\""}, {"“", "”"}, {"”", "”"}, {"＂", "＂"}, {"「", "」"}, {"『", "』"}}};
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kFieldNames{
    {{"country", "country"},
     {"国家", "country"},
     {"地区", "country"},
     {"date", "date"},
     {"日期", "date"},
     {"lang", "lang"},
     {"语言", "lang"},
     {"kind", "kind"},
     {"类别", "kind"},
     {"region", "region"},
     {"区域", "region"},
     {"id", "id"}}};

template <std::size_t N>
std::size_t length_of(std::string_view text, const std::array<std::string_view, N>& forms) {
  for (const std::string_view form : forms) {
    if (text.starts_with(form)) {
      return form.size();
    }
  }
  return 0;
}

std::size_t space_length(std::string_view text) {
  const std::size_t space = length_of(text, kSpaces);
  return space != 0 ? space : length_of(text, kLineEnds);
}

bool is_plain(const Clause& clause) {
  return clause.kind == ClauseKind::kWords && clause.occur == Occur::kShould;
}

// Reads one query from front to back. Depth is bounded, so recursion is too.
class Parser {
 public:
  explicit Parser(std::string_view text) : rest_(text) {}

  ParsedQuery run() {
    ParsedQuery parsed;
    parsed.clauses = sequence(0);
    while (!rest_.empty()) {  // Only a closing bracket too many ends a sequence early.
      rest_.remove_prefix(std::max<std::size_t>(length_of(rest_, kCloseBrackets), 1));
      note("a closing bracket has no opening one");
      std::ranges::move(sequence(0), std::back_inserter(parsed.clauses));
    }
    parsed.notes = std::move(notes_);
    return parsed;
  }

 private:
  void note(std::string message) {
    if (std::ranges::find(notes_, message) == notes_.end()) {
      notes_.push_back(std::move(message));
    }
  }

  void skip_spaces() {
    while (const std::size_t length = space_length(rest_)) {
      rest_.remove_prefix(length);
    }
  }

  template <std::size_t N>
  bool take(const std::array<std::string_view, N>& forms) {
    const std::size_t length = length_of(rest_, forms);
    rest_.remove_prefix(length);
    return length != 0;
  }

  // Takes an operator word such as OR when a space, a bracket or the end follows it.
  bool take_word(std::string_view word) {
    if (!rest_.starts_with(word)) {
      return false;
    }
    const std::string_view behind = rest_.substr(word.size());
    if (!behind.empty() && space_length(behind) == 0 && !starts_bracket(behind)) {
      return false;
    }
    rest_ = behind;
    return true;
  }

  std::vector<Clause> sequence(int depth) {
    std::vector<Clause> clauses;
    bool join_and = false;
    for (skip_spaces(); !rest_.empty() && length_of(rest_, kCloseBrackets) == 0; skip_spaces()) {
      if (take_word("OR")) {
        add_alternative(clauses, depth);
        continue;
      }
      if (take_word("AND")) {
        require_last(clauses);
        join_and = true;
        continue;
      }
      std::optional<Clause> next = clause(depth);
      if (!next) {
        continue;
      }
      if (std::exchange(join_and, false) && next->occur == Occur::kShould) {
        next->occur = Occur::kMust;
      }
      append(clauses, std::move(*next));
    }
    if (join_and) {
      note("AND needs something on both sides");
    }
    return clauses;
  }

  // Plain words stay one text, so that "dec 2019" can be read as one date.
  static void append(std::vector<Clause>& clauses, Clause next) {
    if (is_plain(next) && !clauses.empty() && is_plain(clauses.back())) {
      clauses.back().text += ' ' + next.text;
    } else {
      clauses.push_back(std::move(next));
    }
  }

  void add_alternative(std::vector<Clause>& clauses, int depth) {
    skip_spaces();
    std::optional<Clause> right =
        rest_.empty() || length_of(rest_, kCloseBrackets) != 0 ? std::nullopt : clause(depth);
    if (!right || clauses.empty()) {
      note("OR needs something on both sides");
      if (right) {
        append(clauses, std::move(*right));
      }
      return;
    }
    Clause left = take_last_word(clauses);
    right->occur = Occur::kShould;
    if (left.kind == ClauseKind::kAny) {
      left.children.push_back(std::move(*right));
      clauses.push_back(std::move(left));
      return;
    }
    left.occur = Occur::kShould;
    clauses.push_back({.kind = ClauseKind::kAny,
                       .occur = Occur::kMust,
                       .text = {},
                       .field = {},
                       .children = {std::move(left), std::move(*right)}});
  }

  void require_last(std::vector<Clause>& clauses) {
    if (clauses.empty()) {
      note("AND needs something on both sides");
      return;
    }
    Clause last = take_last_word(clauses);
    if (last.occur == Occur::kShould) {
      last.occur = Occur::kMust;
    }
    clauses.push_back(std::move(last));
  }

  // OR and AND bind to the word beside them, not to all plain words before.
  static Clause take_last_word(std::vector<Clause>& clauses) {
    Clause& last = clauses.back();
    const std::size_t space = is_plain(last) ? last.text.rfind(' ') : std::string::npos;
    if (space == std::string::npos) {
      Clause whole = std::move(last);
      clauses.pop_back();
      return whole;
    }
    Clause word{.text = last.text.substr(space + 1)};
    last.text.resize(space);
    return word;
  }

  std::optional<Clause> clause(int depth) {
    Occur occur = Occur::kShould;
    if (take_word("NOT")) {
      skip_spaces();
      occur = Occur::kMustNot;
    }
    if (const std::size_t minus = length_of(rest_, kMinuses); minus != 0) {
      rest_.remove_prefix(minus);
      occur = Occur::kMustNot;
    } else if (take(kPluses)) {
      occur = Occur::kMust;
    }
    if (rest_.empty() || space_length(rest_) != 0) {
      return std::nullopt;  // A dash between words is punctuation.
    }
    Clause found = atom(depth);
    if (found.text.empty() && found.children.empty()) {
      return std::nullopt;
    }
    found.occur = occur == Occur::kShould ? found.occur : occur;
    return found;
  }

  Clause atom(int depth) {
    for (const auto& [open, close] : kQuotes) {
      if (rest_.starts_with(open) && !begins_quotation(rest_)) {
        rest_.remove_prefix(open.size());
        return {.kind = ClauseKind::kPhrase, .occur = Occur::kMust, .text = quoted(close)};
      }
    }
    if (take(kOpenBrackets)) {
      return group(depth);
    }
    if (auto field = field_clause()) {
      return std::move(*field);
    }
    return word_clause(depth);
  }

  // Finds the end of a quotation; where its own mark is missing a straight one does: “改写历史".
  static std::size_t find_close(std::string_view text, std::string_view close) {
    const std::size_t end = text.find(close);
    return end != std::string_view::npos ? end : text.find('"');
  }

  std::string quoted(std::string_view close) {
    std::size_t end = find_close(rest_, close);
    if (end == std::string_view::npos) {
      note("a quote is not closed: read to the end");
      end = rest_.size();
    }
    std::string text(rest_.substr(0, end));
    const bool own_mark = rest_.substr(end).starts_with(close);
    rest_.remove_prefix(std::min(end + (own_mark ? close.size() : 1), rest_.size()));
    return text;
  }

  Clause group(int depth) {
    Clause group{.kind = ClauseKind::kGroup};
    if (depth >= kMaxDepth) {
      note("brackets nest too deep: the inner ones are left out");
      return group;
    }
    group.children = sequence(depth + 1);
    if (!take(kCloseBrackets)) {
      note("a bracket is not closed: read to the end");
    }
    const auto is_optional = [](const Clause& c) { return c.occur == Occur::kShould; };
    group.occur = std::ranges::all_of(group.children, is_optional) ? Occur::kShould : Occur::kMust;
    return group;
  }

  std::optional<Clause> field_clause() {
    for (const auto& [name, field] : kFieldNames) {
      const std::size_t colon =
          rest_.starts_with(name) ? length_of(rest_.substr(name.size()), kColons) : 0;
      if (colon == 0) {
        continue;
      }
      rest_.remove_prefix(name.size() + colon);
      Clause clause{.kind = ClauseKind::kField, .occur = Occur::kMust, .field = std::string(field)};
      for (const auto& [open, close] : kQuotes) {
        if (rest_.starts_with(open)) {
          rest_.remove_prefix(open.size());
          clause.text = quoted(close);
          return clause;
        }
      }
      clause.text = plain_word(1);
      if (clause.text.empty()) {
        note("'" + clause.field + ":' has no value");
      }
      return clause;
    }
    return std::nullopt;
  }

  Clause word_clause(int depth) {
    Clause clause{.text = plain_word(depth)};
    for (const std::string_view star : kStars) {
      if (clause.text.size() > star.size() && clause.text.ends_with(star)) {
        clause.text.resize(clause.text.size() - star.size());
        clause.kind = ClauseKind::kPrefix;
      }
    }
    return clause;
  }

  // Returns how many bytes the quotation takes that begins here, marks included; 0 for none.
  static std::size_t quotation_length(std::string_view text) {
    for (const auto& [open, close] : kQuotes) {
      if (text.starts_with(open)) {
        const std::size_t end = find_close(text.substr(open.size()), close);
        if (end == std::string_view::npos) {
          return 0;
        }
        const std::size_t at = open.size() + end;
        return at + (text.substr(at).starts_with(close) ? close.size() : 1);
      }
    }
    return 0;
  }

  // A quotation in running text asks for no phrase: Chinese follows “占领军” at once, or a colon.
  // But “招商基金”，“公司” is a list of phrases.
  static bool begins_quotation(std::string_view text) {
    const std::size_t length = quotation_length(text);
    std::string_view behind = text.substr(length);
    if (length == 0 || behind.empty() || space_length(behind) != 0 || starts_bracket(behind)) {
      return false;
    }
    const bool goes_on =
        static_cast<unsigned char>(behind.front()) >= 0x80 || length_of(behind, kColons) != 0;
    behind.remove_prefix(length_of(behind, kListMarks));
    return goes_on && !starts_quote(behind);
  }

  static bool is_running_text(std::string_view text) {
    return static_cast<unsigned char>(text.back()) >= 0x80 &&
           length_of(text, kListMarks) != text.size();
  }

  // Reads to the next space, over quotations that stand inside the text. Brackets inside a word
  // belong to it (刚果（金）, f(x)), but a closing one that the word did not open ends the group
  // around it.
  std::string plain_word(int depth) {
    std::size_t end = 0;
    int open = 0;
    while (end < rest_.size()) {
      const std::string_view at = rest_.substr(end);
      const std::size_t quotation = quotation_length(at);
      const bool in_text =
          begins_quotation(at) || (end > 0 && is_running_text(rest_.substr(0, end)));
      if (quotation != 0 && in_text) {
        end += quotation;
        continue;
      }
      if (space_length(at) != 0 || (end > 0 && starts_quote(at))) {
        break;
      }
      if (length_of(at, kOpenBrackets) != 0) {
        ++open;
      } else if (length_of(at, kCloseBrackets) != 0 && --open < 0 && depth > 0) {
        break;
      }
      ++end;
    }
    std::string word(rest_.substr(0, end));
    rest_.remove_prefix(end);
    return word;
  }

  static bool starts_bracket(std::string_view text) {
    return length_of(text, kOpenBrackets) != 0 || length_of(text, kCloseBrackets) != 0;
  }

  static bool starts_quote(std::string_view text) {
    return std::ranges::any_of(kQuotes,
                               [&](const auto& pair) { return text.starts_with(pair.first); });
  }

  std::string_view rest_;
  std::vector<std::string> notes_;
};

// A cut inside a character leaves ill-formed bytes, which folding turns into a space.
std::string_view bounded(std::string_view text) {
  return text.substr(0, kMaxQueryBytes);
}

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  ParsedQuery parsed = Parser(bounded(text)).run();
  if (text.size() > kMaxQueryBytes) {
    parsed.notes.push_back("the query is longer than " + std::to_string(kMaxQueryBytes) +
                           " bytes: only its beginning was searched");
  }
  return parsed;
}

}  // namespace bulletin
