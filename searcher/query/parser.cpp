#include "searcher/query/parser.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "searcher/query/query_marks.hpp"
#include "searcher/query/quotations.hpp"

namespace bulletin {
namespace {

constexpr int kMaxDepth = 16;

bool is_plain(const Clause& clause) {
  return clause.kind == ClauseKind::kWords && clause.occur == Occur::kShould;
}

// Reads one query from front to back. Depth is bounded, so recursion is too.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), quotations_(text) {}

  ParsedQuery run() {
    std::vector<Clause> clauses = sequence(0);
    while (at_ < text_.size()) {  // Only a closing bracket too many ends a sequence early.
      at_ += std::max<std::size_t>(mark::length_of(rest(), mark::kCloseBrackets), 1);
      note("a closing bracket has no opening one");
      std::ranges::move(sequence(0), std::back_inserter(clauses));
    }
    return {.clauses = with_joined_words(std::move(clauses)), .notes = std::move(notes_)};
  }

 private:
  [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

  void note(std::string message) {
    if (std::ranges::find(notes_, message) == notes_.end()) {
      notes_.push_back(std::move(message));
    }
  }

  void skip_spaces() {
    while (const std::size_t length = mark::space_length(rest())) {
      at_ += length;
    }
  }

  template <std::size_t N>
  bool take(const std::array<std::string_view, N>& forms) {
    const std::size_t length = mark::length_of(rest(), forms);
    at_ += length;
    return length != 0;
  }

  // An operator word such as OR counts when a space, a bracket, a quote or the end follows it.
  [[nodiscard]] bool is_at_word(std::string_view word) const {
    const std::string_view behind = rest().substr(std::min(word.size(), rest().size()));
    return rest().starts_with(word) && (behind.empty() || mark::space_length(behind) != 0 ||
                                        mark::starts_bracket(behind) || mark::starts_quote(behind));
  }

  bool take_word(std::string_view word) {
    const bool is_there = is_at_word(word);
    at_ += is_there ? word.size() : 0;
    return is_there;
  }

  [[nodiscard]] bool at_end_of_sequence() const {
    return at_ == text_.size() || mark::length_of(rest(), mark::kCloseBrackets) != 0;
  }

  // Each plain word is a clause of its own here: OR and AND bind to the word beside them.
  std::vector<Clause> sequence(int depth) {
    std::vector<Clause> clauses;
    bool join_and = false;
    for (skip_spaces(); !at_end_of_sequence(); skip_spaces()) {
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
      clauses.push_back(std::move(*next));
    }
    if (join_and) {
      note("AND needs something on both sides");
    }
    return clauses;
  }

  // Plain words become one text, so that "dec 2019" can be read as one date.
  static std::vector<Clause> with_joined_words(std::vector<Clause> clauses) {
    std::vector<Clause> joined;
    for (Clause& clause : clauses) {
      if (is_plain(clause) && !joined.empty() && is_plain(joined.back())) {
        joined.back().text += ' ' + clause.text;
      } else {
        joined.push_back(std::move(clause));
      }
    }
    return joined;
  }

  // What an OR joins is neither required nor excluded by itself: `-a OR b` is (-a) OR b.
  static Clause alternative(Clause clause) {
    if (clause.occur == Occur::kMustNot) {
      Clause group{.kind = ClauseKind::kGroup};
      group.children.push_back(std::move(clause));
      return group;
    }
    clause.occur = Occur::kShould;
    return clause;
  }

  // The clause behind an OR; operators in its place are passed over.
  std::optional<Clause> right_side(int depth) {
    for (skip_spaces(); !at_end_of_sequence(); skip_spaces()) {
      if (take_word("OR") || take_word("AND")) {
        note("OR needs something on both sides");
      } else if (std::optional<Clause> found = clause(depth)) {
        return found;
      }
    }
    return std::nullopt;
  }

  void add_alternative(std::vector<Clause>& clauses, int depth) {
    std::optional<Clause> right = right_side(depth);
    if (!right || clauses.empty()) {
      note("OR needs something on both sides");
      if (right) {
        clauses.push_back(std::move(*right));
      }
      return;
    }
    Clause& left = clauses.back();
    if (left.kind != ClauseKind::kAny) {
      Clause any{.kind = ClauseKind::kAny, .occur = Occur::kMust};
      any.children.push_back(alternative(std::move(left)));
      left = std::move(any);
    }
    left.children.push_back(alternative(std::move(*right)));
  }

  void require_last(std::vector<Clause>& clauses) {
    if (clauses.empty()) {
      note("AND needs something on both sides");
    } else if (clauses.back().occur == Occur::kShould) {
      clauses.back().occur = Occur::kMust;
    }
  }

  // Takes the signs in front of a clause; one that excludes goes before one that requires.
  std::optional<Occur> signs() {
    std::optional<Occur> occur;
    while (true) {
      if (take_word("NOT")) {
        skip_spaces();
        occur = Occur::kMustNot;
      } else if (take(mark::kMinuses)) {
        occur = Occur::kMustNot;
      } else if (take(mark::kPluses)) {
        occur = occur.value_or(Occur::kMust);
      } else {
        return occur;
      }
    }
  }

  std::optional<Clause> clause(int depth) {
    const std::optional<Occur> occur = signs();
    // A dash between words is punctuation; an operator or a bracket is left to the sequence.
    if (at_end_of_sequence() || mark::space_length(rest()) != 0 || is_at_word("OR") ||
        is_at_word("AND")) {
      return std::nullopt;
    }
    Clause found = atom(depth);
    if (found.text.empty() && found.children.empty()) {
      return std::nullopt;
    }
    found.occur = occur.value_or(found.occur);
    return found;
  }

  Clause atom(int depth) {
    if (mark::starts_quote(rest()) && !quotations_.is_text_at(at_)) {
      return phrase();
    }
    if (take(mark::kOpenBrackets)) {
      return group(depth);
    }
    if (auto field = field_clause(depth)) {
      return std::move(*field);
    }
    return word_clause(depth);
  }

  // Takes the quotation that begins here, to the end of the query where it is not closed.
  void take_quoted(Clause& clause) {
    const auto* const pair = std::ranges::find_if(
        mark::kQuotes, [&](const auto& p) { return rest().starts_with(p.first); });
    at_ += pair->first.size();
    std::size_t end = quotations_.close_of(pair->second, at_);
    if (end == std::string_view::npos) {
      note("a quote is not closed: read to the end");
      end = text_.size();
    }
    clause.text = text_.substr(at_, end - at_);
    const bool own_mark = text_.substr(end).starts_with(pair->second);
    clause.quoting.open = pair->first;
    clause.quoting.close = end == text_.size() ? "" : own_mark ? pair->second : "\"";
    at_ = end + clause.quoting.close.size();
  }

  Clause phrase() {
    Clause phrase{.kind = ClauseKind::kPhrase, .occur = Occur::kMust};
    phrase.quoting.is_typed = true;
    take_quoted(phrase);
    phrase.distance = distance();
    return phrase;
  }

  // Reads `~5` behind a phrase.
  std::size_t distance() {
    const std::size_t tilde = mark::length_of(rest(), mark::kTildes);
    const std::string_view digits = rest().substr(tilde);
    std::size_t distance = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), distance);
    if (tilde == 0 || end == digits.data()) {
      return 0;
    }
    at_ += tilde + static_cast<std::size_t>(end - digits.data());
    if (error != std::errc() || distance > kMaxDistance) {
      note("words stand at most " + std::to_string(kMaxDistance) + " apart: ~" +
           std::to_string(kMaxDistance) + " was searched");
      return kMaxDistance;
    }
    return distance;
  }

  Clause group(int depth) {
    Clause group{.kind = ClauseKind::kGroup};
    if (depth >= kMaxDepth) {
      note("brackets nest too deep: the inner ones are left out");
      return group;
    }
    group.children = with_joined_words(sequence(depth + 1));
    if (!take(mark::kCloseBrackets)) {
      note("a bracket is not closed: read to the end");
    }
    const auto is_optional = [](const Clause& c) { return c.occur == Occur::kShould; };
    group.occur = std::ranges::all_of(group.children, is_optional) ? Occur::kShould : Occur::kMust;
    return group;
  }

  std::optional<Clause> field_clause(int depth) {
    for (const auto& [name, field] : mark::kFieldNames) {
      const std::size_t colon =
          rest().starts_with(name) ? mark::length_of(rest().substr(name.size()), mark::kColons) : 0;
      if (colon == 0) {
        continue;
      }
      at_ += name.size() + colon;
      Clause clause{.kind = ClauseKind::kField, .occur = Occur::kMust, .field = std::string(field)};
      if (field == "title") {
        add_title_value(clause, depth);
      } else {
        add_value(clause);
      }
      if (clause.text.empty() && clause.children.empty()) {
        note("'" + clause.field + ":' has no value");
      }
      return clause;
    }
    return std::nullopt;
  }

  void add_value(Clause& field) {
    field.quoting.is_typed = true;
    if (mark::starts_quote(rest())) {
      take_quoted(field);
    } else {
      field.text = plain_word(1);
    }
  }

  // A word, a phrase, `word*` or a group: what may stand in a title.
  void add_title_value(Clause& field, int depth) {
    Clause value = mark::starts_quote(rest())  ? phrase()
                   : take(mark::kOpenBrackets) ? group(depth)
                                               : word_clause(1);
    if (!value.text.empty() || !value.children.empty()) {
      field.children.push_back(std::move(value));
    }
  }

  Clause word_clause(int depth) {
    Clause clause{.text = plain_word(depth)};
    while (const std::size_t star = star_length(clause.text)) {
      clause.text.resize(clause.text.size() - star);
      clause.kind = ClauseKind::kPrefix;
    }
    return clause;
  }

  // The star that ends a word, unless it is all there is of it or escaped.
  static std::size_t star_length(std::string_view word) {
    for (const std::string_view star : mark::kStars) {
      if (word.size() > star.size() && word.ends_with(star) &&
          word[word.size() - star.size() - 1] != mark::kEscape) {
        return star.size();
      }
    }
    return 0;
  }

  static bool is_running_text(std::string_view text) {
    return static_cast<unsigned char>(text.back()) >= 0x80 &&
           mark::length_of(text, mark::kListMarks) != text.size();
  }

  // Reads to the next space, over quotations that stand inside the text. Brackets inside a word
  // belong to it (刚果（金）, f(x)), but a closing one that the word did not open ends the group
  // around it. An escaped byte is only text.
  std::string plain_word(int depth) {
    const std::size_t begin = at_;
    int open = 0;
    while (at_ < text_.size()) {
      if (const std::size_t quotation = text_quotation(begin); quotation != 0) {
        at_ += quotation;
        continue;
      }
      if (mark::space_length(rest()) != 0 || (at_ > begin && mark::starts_quote(rest()))) {
        break;
      }
      if (mark::length_of(rest(), mark::kOpenBrackets) != 0) {
        ++open;
      } else if (mark::length_of(rest(), mark::kCloseBrackets) != 0 && --open < 0 && depth > 0) {
        break;
      }
      at_ += text_[at_] == mark::kEscape && mark::space_length(rest().substr(1)) == 0 ? 2 : 1;
    }
    at_ = std::min(at_, text_.size());
    return std::string(text_.substr(begin, at_ - begin));
  }

  // Returns the length of a quotation that begins here and belongs to the word from `begin`.
  std::size_t text_quotation(std::size_t begin) {
    if (!mark::starts_quote(rest())) {
      return 0;
    }
    const bool is_text = quotations_.is_text_at(at_) ||
                         (at_ > begin && is_running_text(text_.substr(begin, at_ - begin)));
    return is_text ? quotations_.length_at(at_) : 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Quotations quotations_;
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
