// Any bytes are a query: it parses, it builds, with and without readings, and notes stay few.

#include "searcher/query/parser.hpp"
#include "searcher/query/query_builder.hpp"
#include "tests/fuzz/expect.hpp"

namespace {

constexpr std::size_t kMaxNotes = 6;
constexpr bulletin::Date kToday{std::chrono::year(2026), std::chrono::month(1),
                                std::chrono::day(9)};

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  static const bulletin::Analyzer analyzer;
  const std::string text(bulletin::fuzz::text_of(data, size));
  expect(bulletin::parse_query(text).notes.size() <= kMaxNotes);
  for (const bool literal : {false, true}) {
    const bulletin::QueryRequest request{.text = text, .literal = literal, .today = kToday};
    const bulletin::SearchQuery query = bulletin::build_query(request, analyzer);
    expect(!query.match.get_description().empty());
    expect(!literal || query.readings.empty());
  }
  return 0;
}
