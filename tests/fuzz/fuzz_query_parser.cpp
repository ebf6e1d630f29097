// Any bytes are a query: it parses, it builds, with and without readings and sounds, and notes stay
// few.

#include "searcher/query/parser.hpp"
#include "searcher/query/query_builder.hpp"
#include "tests/fuzz/expect.hpp"

namespace {

constexpr std::size_t kMaxNotes = 6;
constexpr bulletin::Date kToday{std::chrono::year(2026), std::chrono::month(1),
                                std::chrono::day(9)};

// The pairs of 刘德华 and 西安 as an index has them.
Xapian::WritableDatabase two_names() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document item;
  item.add_posting("B刘德", 1);
  item.add_posting("B德华", 2);
  item.add_posting("B西安", 9);
  database.add_document(item);
  return database;
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using bulletin::fuzz::expect;
  static const bulletin::Analyzer analyzer;
  static const Xapian::WritableDatabase database = two_names();
  const std::string text(bulletin::fuzz::text_of(data, size));
  expect(bulletin::parse_query(text).notes.size() <= kMaxNotes);
  for (const bool literal : {false, true}) {
    const bulletin::QueryRequest request{.text = text, .literal = literal, .today = kToday};
    const bulletin::SearchQuery query = bulletin::build_query(request, analyzer);
    expect(!query.match.get_description().empty());
    expect(!literal || query.readings.empty());
    bulletin::SoundReader sound(database, nullptr);
    const bulletin::SearchQuery heard = bulletin::build_query(request, analyzer, nullptr, &sound);
    expect(!heard.match.get_description().empty());
    expect(!literal || heard.sounds.empty());
  }
  return 0;
}
