// The parser and the builder take any bytes: no exception, no growth without bound.

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "searcher/query/parser.hpp"
#include "searcher/query/query_builder.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

constexpr std::size_t kMaxNotes = 6;  // One of each kind the parser has.

std::size_t depth_of(const std::vector<Clause>& clauses) {
  std::size_t depth = 0;
  for (const Clause& clause : clauses) {
    depth = std::max(depth, 1 + depth_of(clause.children));
  }
  return depth;
}

std::size_t bytes_of(const std::vector<Clause>& clauses) {
  std::size_t bytes = 0;
  for (const Clause& clause : clauses) {
    bytes += clause.text.size() + bytes_of(clause.children);
  }
  return bytes;
}

void check_clauses(const std::vector<Clause>& clauses) {
  for (const Clause& clause : clauses) {
    const bool has_children = clause.kind == ClauseKind::kAny || clause.kind == ClauseKind::kGroup;
    RC_ASSERT(clause.text.empty() == has_children);
    RC_ASSERT(clause.children.empty() != has_children);
    RC_ASSERT(clause.field.empty() == (clause.kind != ClauseKind::kField));
    check_clauses(clause.children);
  }
}

void check_query(const std::string& text) {
  const ParsedQuery parsed = parse_query(text);
  check_clauses(parsed.clauses);
  RC_ASSERT(depth_of(parsed.clauses) <= 40U);  // 16 brackets, an OR in each.
  RC_ASSERT(bytes_of(parsed.clauses) <= std::min(text.size(), kMaxQueryBytes));
  RC_ASSERT(parsed.notes.size() <= kMaxNotes);
  auto notes = parsed.notes;
  std::ranges::sort(notes);
  RC_ASSERT(std::ranges::adjacent_find(notes) == notes.end());
}

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string text;
  while (!piece.empty() && text.size() < bytes) {
    text += piece;
  }
  return text;
}

}  // namespace

TEST_CASE("property: any bytes parse into sound clauses with few notes, each said once") {
  CHECK(rc::check([] { check_query(*any_text()); }));
}

TEST_CASE("property: any pieces, repeated past the limit, parse and say so") {
  CHECK(rc::check([] {
    const std::string piece = *rc::gen::elementOf(kHardPieces) + *rc::gen::elementOf(kHardPieces);
    const std::string text = repeated(piece, kMaxQueryBytes + 1);
    check_query(text);
    const auto notes = parse_query(text).notes;
    RC_ASSERT(!notes.empty());
    RC_ASSERT(notes.back().starts_with("the query is longer than 8192 bytes"));
  }));
}

TEST_CASE("property: any bytes build a query that can be described") {
  const Analyzer analyzer;
  CHECK(rc::check([&] {
    const QueryRequest request{.text = *any_text(),
                               .literal = *rc::gen::arbitrary<bool>(),
                               .today = make_date(2026, 1, 9).value()};
    const SearchQuery query = build_query(request, analyzer);
    RC_ASSERT(!query.match.empty());
    RC_ASSERT(!query.match.get_description().empty());
    if (request.literal) {
      RC_ASSERT(query.readings.empty());
    }
    for (const auto& reading : query.readings) {
      RC_ASSERT(request.text.find(reading.surface) != std::string::npos);
      RC_ASSERT(!reading.surface.empty());
    }
  }));
}

TEST_CASE("property: plain words without operators stay one clause, word for word") {
  CHECK(rc::check([] {
    const auto words =
        *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
            "library", "图书馆", "刚果（金）", "f(x)", "COVID-19", "5G手机", "u.s.", "l'été"}));
    std::string text;
    for (const std::string& word : words) {
      text += (text.empty() ? "" : " ") + word;
    }
    const ParsedQuery parsed = parse_query(text);
    RC_ASSERT(parsed.notes.empty());
    if (words.empty()) {
      RC_ASSERT(parsed.clauses.empty());
    } else {
      RC_ASSERT(parsed.clauses == std::vector<Clause>{Clause{.text = text}});
    }
  }));
}

}  // namespace bulletin::test
