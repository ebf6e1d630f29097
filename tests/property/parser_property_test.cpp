// The parser and the builder take any bytes: no exception, no growth without bound.

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "searcher/query/parser.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/query/query_text.hpp"
#include "tests/property/random_query_text.hpp"
#include "tests/property/texts.hpp"

namespace bulletin::test {
namespace {

constexpr std::size_t kMaxNotes = 16;  // One of each kind the parser has, and of each field.

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
    const bool has_children = clause.kind == ClauseKind::kAny ||
                              clause.kind == ClauseKind::kGroup || clause.field == "title";
    RC_ASSERT(clause.text.empty() == has_children);
    RC_ASSERT(clause.children.empty() != has_children);
    RC_ASSERT(clause.field.empty() == (clause.kind != ClauseKind::kField));
    check_clauses(clause.children);
  }
}

void check_query(const std::string& text) {
  const ParsedQuery parsed = parse_query(text);
  check_clauses(parsed.clauses);
  RC_ASSERT(depth_of(parsed.clauses) <= 70U);  // 16 brackets; title:, OR and - in each.
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

// What is printed is read again as the same clauses.
void check_round_trip(const std::string& text) {
  const std::vector<Clause> clauses = parse_query(text).clauses;
  const std::string printed = query_text({.clauses = clauses, .notes = {}});
  RC_LOG() << "typed:   " << text << "\nprinted: " << printed << '\n';
  if (printed.size() <= kMaxQueryBytes) {
    RC_ASSERT(parse_query(printed).clauses == clauses);
  }
}

}  // namespace

TEST_CASE("property: what any bytes are read as is printed so that it is read again") {
  CHECK(rc::check([] { check_round_trip(*any_text()); }));
}

TEST_CASE("property: a query of operators is printed so that it is read again") {
  CHECK(rc::check([] {
    for (int i = 0; i < 50; ++i) {
      check_round_trip(*random_query_text());
    }
  }));
}

TEST_CASE("property: clauses are printed so that the same clauses are read") {
  CHECK(rc::check([] {
    const ParsedQuery query = *random_parsed_query();
    const std::string printed = query_text(query);
    RC_LOG() << "printed: " << printed << '\n';
    const ParsedQuery again = parse_query(printed);
    RC_ASSERT(again.clauses == query.clauses);
    RC_ASSERT(again.notes.empty());
  }));
}

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
    const std::string printed = query_text(parse_query(request.text));
    for (const auto& reading : query.readings) {
      RC_ASSERT(printed.find(reading.surface) != std::string::npos);
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
