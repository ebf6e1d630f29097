// Any bytes are a query: it parses, prints and parses again to the same clauses, builds under every
// option, with translations, sounds and all that only an index knows, and notes stay few.

#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

#include "searcher/query/dictionary/dictionary_builder.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_builder.hpp"
#include "searcher/query/query_text.hpp"
#include "tests/fuzz/expect.hpp"
#include "tests/support/placed_document.hpp"

namespace {

using bulletin::fuzz::expect;

constexpr std::size_t kMaxNotes = 16;
constexpr bulletin::Date kToday{std::chrono::year(2026), std::chrono::month(1),
                                std::chrono::day(9)};

// The pairs of 刘德华 and 西安 as an index has them.
Xapian::WritableDatabase two_names() {
  Xapian::WritableDatabase database(std::string(), Xapian::DB_BACKEND_INMEMORY);
  bulletin::test::PlacedDocument item;
  item.put("B刘德", 1);
  item.put("B德华", 2);
  item.put("B西安", 9);
  database.add_document(item.document());
  return database;
}

// A dictionary of a few words, mapped from a file that is already gone.
bulletin::Dictionary small_dictionary() {
  bulletin::DictionaryBuilder builder;
  const std::vector<std::string> visit{"to visit", "visit"}, library{"library"}, learn{"study"};
  builder.add_word("访问", bulletin::read_glosses(visit));
  builder.add_word("图书馆", bulletin::read_glosses(library));
  builder.add_word("学习", bulletin::read_glosses(learn));
  builder.add_name("study centre", "学习中心");
  const auto file =
      std::filesystem::temp_directory_path() / ("fuzz_query_parser-" + std::to_string(::getpid()));
  std::ofstream(file, std::ios::binary) << builder.table("fuzz");
  auto dictionary = bulletin::Dictionary::open(file);
  std::filesystem::remove(file);
  expect(dictionary.has_value());
  return std::move(*dictionary);
}

void check_round_trip(const std::string& text) {
  const bulletin::ParsedQuery parsed = bulletin::parse_query(text);
  expect(parsed.notes.size() <= kMaxNotes);
  const std::string printed = bulletin::query_text(parsed);
  expect(printed.size() > bulletin::kMaxQueryBytes ||
         bulletin::parse_query(printed).clauses == parsed.clauses);
}

void check_built(const bulletin::QueryRequest& request, const bulletin::Analyzer& analyzer,
                 const bulletin::Dictionary& dictionary, const Xapian::Database& database) {
  bulletin::Translator translator(dictionary, [](const std::string&) { return std::size_t{3}; });
  const bulletin::IndexLookups lookups{
      .expand = [](const std::string& start, std::size_t) { return std::vector{start + "x"}; },
      .held = request.exact_script
                  ? [](const std::string& typed, bool) { return Xapian::Query(typed); }
                  : bulletin::HeldText()};
  bulletin::SoundReader sound(database, &dictionary);
  const bulletin::SearchQuery query =
      bulletin::build_query(request, analyzer, &translator, &sound, lookups);
  expect(!query.match.get_description().empty());
  expect(!request.literal ||
         (query.readings.empty() && query.translations.empty() && query.sounds.empty()));
  expect(query.translations.size() <= bulletin::kMaxTranslatedWords);
  const std::string printed = bulletin::query_text(bulletin::parse_query(request.text));
  for (const bulletin::QueryReading& reading : query.readings) {
    expect(printed.find(reading.surface) != std::string::npos);
  }
}

}  // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer fixes this name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const bulletin::Analyzer analyzer;
  static const Xapian::WritableDatabase database = two_names();
  static const bulletin::Dictionary dictionary = small_dictionary();
  const std::string text(bulletin::fuzz::text_of(data, size));
  check_round_trip(text);
  check_built({.text = text, .literal = true, .today = kToday}, analyzer, dictionary, database);
  check_built({.text = text, .today = kToday}, analyzer, dictionary, database);
  check_built({.text = text, .exact_script = true, .strict = true, .today = kToday}, analyzer,
              dictionary, database);
  return 0;
}
